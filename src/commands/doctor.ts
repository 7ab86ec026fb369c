import { readTokenClaims } from '../aws/token-claims.ts';
import { ownerLines } from '../catalogue/code-owners.ts';
import { openRepository } from '../forge/github/client.ts';
import { canHaveIdToken } from '../forge/github/environment.ts';
import { createIdToken } from '../forge/github/id-token.ts';
import { GITHUB_LIMITS } from '../forge/github/open.ts';
import { readGithubSettings } from '../forge/github/settings.ts';
import { EXIT } from '../model/errors.ts';
import { createFetch, type Fetch } from '../net/fetch.ts';
import { checksReport } from '../report/checks-report.ts';
import { inBoth } from '../report/report.ts';
import { findCodeOwners, foldersOf, judgeCodeOwners } from '../review/code-owners.ts';
import { loadCatalogue } from '../running/catalogue.ts';
import type { CommandContext, RunCommand } from '../running/context.ts';
import { GITHUB } from '../setup/answers.ts';
import { awsSteps } from '../setup/aws-checks.ts';
import { confirmStep } from '../setup/confirm-checks.ts';
import { type CheckStep, runChecks } from '../setup/doctor.ts';
import { githubRows } from '../setup/github-checks.ts';
import { subjectRow, tokenAudience } from '../setup/identity-checks.ts';
import { appendCommand, UPGRADE } from '../setup/mending.ts';
import { registryChecks } from '../setup/registry-checks.ts';
import { readRemote } from '../setup/surroundings.ts';
import { targetsStep } from '../setup/target-checks.ts';

type IdToken = (audience: string) => Promise<string>;

const tokenStep = ({ settings, environment }: CommandContext, idToken: IdToken): CheckStep => ({
  id: 'id-token',
  part: 'id-token',
  check: 'id-token',
  mend: () => UPGRADE,
  run: async () => {
    const check = 'id-token';
    const wanted = tokenAudience(settings);
    if (wanted === undefined) return { check, state: 'ok', met: 'no setting needs one' };
    if (!canHaveIdToken(environment)) {
      const todo = 'Start the workflow doctor.yml.';
      return { check, state: 'skipped', met: 'only a job of GitHub Actions can have one', todo };
    }
    const claims = readTokenClaims(await idToken(wanted.audience));
    if (claims === undefined)
      return { check, state: 'failed', met: 'what GitHub gave is no JSON Web Token', command: UPGRADE };
    return [
      { check, state: 'ok', met: `${claims.issuer} gives one for ${wanted.for}, aud ${claims.audience}` },
      subjectRow(claims.subject),
    ];
  },
});

const githubStep = ({ run: facts, settings }: CommandContext, fetch: Fetch): CheckStep => ({
  id: 'github',
  part: 'github',
  check: 'GitHub settings',
  mend: () => 'gh auth status',
  run: async () => {
    const check = 'GitHub settings';
    const remote = facts.repository === undefined ? await readRemote() : undefined;
    const { token, repository = remote?.repository, server = remote?.server ?? GITHUB } = facts;
    if (repository === undefined) {
      const todo = 'Run doctor in a clone of the catalogue, set GITHUB_REPOSITORY, or start the workflow doctor.yml.';
      return { check, state: 'skipped', met: 'no repository to ask about', todo };
    }
    // A token goes where its environment says, never to a server that a clone's remote names.
    if (server !== (facts.server ?? GITHUB)) {
      const todo = `Set GITHUB_SERVER_URL=${server} and GITHUB_API_URL=${server}/api/v3, or start the workflow doctor.yml.`;
      return { check, state: 'skipped', met: `the clone is of ${server}, which nobody named`, todo };
    }
    if (token === undefined) {
      const todo = 'Set GITHUB_TOKEN, or start the workflow doctor.yml.';
      const command = 'export GITHUB_TOKEN="$(gh auth token)"';
      return { check, state: 'skipped', met: `no token to ask about ${repository} with`, todo, command };
    }
    const run = { ...facts, repository, server };
    const read = await readGithubSettings(openRepository({ run, token, fetch }));
    return githubRows(read, server, { deploys: settings.gateways.deploy !== undefined });
  },
});

/** Whether GitHub asks the owners that the configuration names: told from the files at hand. */
const ownersStep = (context: CommandContext): CheckStep => ({
  id: 'code-owners',
  part: 'github',
  check: 'code owners',
  mend: () => 'agentcore-sync validate',
  run: async () => {
    const check = 'code owners';
    const { settings } = context;
    const catalogue = await loadCatalogue(context);
    const folders = foldersOf(settings, catalogue);
    if (folders.length === 0) return [];
    const file = await findCodeOwners(settings.against);
    if (file === undefined) {
      const lines = ownerLines(folders, settings.directory);
      const todo = `Write .github/CODEOWNERS, with these lines among others: ${lines.join('; ')}`;
      const command = `mkdir -p .github && ${appendCommand(lines, '.github/CODEOWNERS')}`;
      return { check, state: 'failed', met: 'there is no CODEOWNERS: GitHub asks none of them', todo, command };
    }
    const [problem] = await judgeCodeOwners(settings, catalogue);
    if (problem === undefined) return { check, state: 'ok', met: `${file.path} asks them` };
    const { text: met, hint, lines = [] } = problem;
    return {
      check,
      state: 'failed',
      met,
      todo: `${hint} ${lines.join('; ')}`,
      command: appendCommand(lines, file.path),
    };
  },
});

/** `agentcore-sync doctor`: one table of everything that the other commands lean on. */
export const doctor: RunCommand = async (context) => {
  const { settings, environment, clock, signal, cut, mask, terminal } = context;
  const fetch = createFetch({ environment, clock, signal: cut, ...GITHUB_LIMITS, ...context.requests?.('github') });
  const idToken = createIdToken(environment, fetch, mask);
  const aws = awsSteps(context, idToken);
  const confirm = confirmStep(context, idToken);
  try {
    const steps = [
      tokenStep(context, idToken),
      ...aws.steps,
      targetsStep(context),
      confirm.step,
      ...registryChecks(context),
      githubStep(context, fetch),
      ownersStep(context),
    ];
    const checks = await runChecks(steps, { parts: settings.checks, signal });
    return {
      exitCode: checks.some(({ state }) => state === 'failed') ? EXIT.failed : EXIT.done,
      result: { checks },
      problems: [],
      ...inBoth(checksReport(checks), terminal),
      outputs: {},
    };
  } finally {
    aws.close();
    confirm.close();
    await fetch.close();
  }
};
