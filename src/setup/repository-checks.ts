import { ownerLines } from '../catalogue/code-owners.ts';
import { openRepository } from '../forge/github/client.ts';
import { readGithubSettings } from '../forge/github/settings.ts';
import type { Fetch } from '../net/fetch.ts';
import { findCodeOwners, foldersOf, judgeCodeOwners } from '../review/code-owners.ts';
import { loadCatalogue } from '../running/catalogue.ts';
import type { CommandContext } from '../running/context.ts';
import { GITHUB } from './answers.ts';
import type { CheckStep } from './doctor.ts';
import { githubRows } from './github-checks.ts';
import { appendCommand } from './mending.ts';
import { readRemote } from './surroundings.ts';

/** What GitHub says of the settings of the repository, where there is a token to ask with. */
export const githubStep = ({ run: facts, settings }: CommandContext, fetch: Fetch): CheckStep => ({
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
export const ownersStep = (context: CommandContext): CheckStep => ({
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
