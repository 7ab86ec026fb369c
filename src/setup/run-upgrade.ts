import packageJson from '../../package.json' with { type: 'json' };
import { EXIT } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import type { SetupFile, SetupStep } from '../model/setup.ts';
import { diffText, upgradeText } from '../report/setup-text.ts';
import { saysYes } from '../running/asking.ts';
import type { CommandContext, CommandResult } from '../running/context.ts';
import { GITHUB, type GithubAnswers, type InitAnswers, isPinnedAction } from './answers.ts';
import type { Ask } from './ask.ts';
import { initFiles } from './files.ts';
import { deploysGateways, scopeOf } from './init.ts';
import { registryUrlOf, siteAnswers } from './site-answers.ts';
import type { Remote } from './surroundings.ts';
import { readTemplates } from './templates.ts';
import { readThere, type There } from './there.ts';
import { upgradeFiles } from './upgrade.ts';

/** What upgrade touches besides its settings. */
export interface UpgradeWorld {
  readonly root: string;
  /** Asks a person; absent where nobody sits before a terminal. */
  readonly ask?: Ask;
  readonly remote: () => Promise<Remote | undefined>;
}

/** The part of a command's context that upgrade uses. */
export interface UpgradeContext extends Pick<CommandContext, 'settings' | 'run'> {
  readonly terminal: Pick<CommandContext['terminal'], 'width' | 'colour'>;
}

const refusal = (problem: Omit<Problem, 'severity'>): CommandResult => ({
  exitCode: EXIT.usage,
  result: null,
  problems: [{ ...problem, severity: 'error' }],
  text: '',
  markdown: '',
  outputs: {},
});

const NOTHING_HERE: Omit<Problem, 'severity'> = {
  rule: 'option-missing',
  subject: 'upgrade',
  text: 'upgrade found no workflows that init wrote: there is nothing to bring to this version.',
  hint: 'Run it in the root of the catalogue. init writes the files of a new one.',
};

const pinProblem = (action: string | undefined): Omit<Problem, 'severity'> | undefined => {
  const hint = "Give --action owner/repository@digest: the commit of this version's release.";
  if (action === undefined) {
    const text = 'upgrade needs action: the workflows would go on running the former version.';
    return { rule: 'option-missing', subject: 'action', text, hint };
  }
  if (isPinnedAction(action)) return undefined;
  const text = `action expects owner/repository@ and the digest of a commit, met ${JSON.stringify(action)}.`;
  return { rule: 'option-value', subject: 'action', text, hint };
};

const actionOf = async (
  { settings }: UpgradeContext,
  { github }: There,
  { ask }: UpgradeWorld,
): Promise<string | undefined> => {
  if (settings.init.action !== undefined || ask === undefined) return settings.init.action;
  const typed = await ask(
    `\nThis action, pinned to the commit of this version's release, as owner/repository@digest\n[${github.action}] > `,
  );
  return typed.trim() === '' ? github.action : typed.trim();
};

const answersOf = ({ settings }: UpgradeContext, there: There, github: GithubAnswers): InitAnswers => {
  const { record } = there;
  const { init } = settings;
  const organizationId = init.organizationId ?? record?.organizationId;
  const registryUrl = registryUrlOf(settings);
  const site = siteAnswers(settings, github.repository.name);
  return {
    owner: init.owner ?? '',
    scope: scopeOf(settings) ?? { type: 'own' },
    regions: init.regions,
    codeOwners: init.codeOwners,
    github,
    ...(init.hubRole === undefined ? {} : { hubRole: init.hubRole }),
    ...(registryUrl === undefined ? {} : { registryUrl }),
    ...(site === undefined ? {} : { site }),
    ...(deploysGateways(settings, there) ? { gateways: true as const } : {}),
    ...(organizationId === undefined ? {} : { organizationId }),
  };
};

/** What is left to a person, in the order in which it is done. */
const stepsOf = (files: readonly SetupFile[], branch: string): readonly SetupStep[] => {
  const changed = files.filter(({ action }) => action === 'written' || action === 'replaced');
  const roles = changed.some(({ path }) => path.startsWith('iam/'));
  const kept = files.filter(({ diff }) => diff !== undefined);
  return [
    ...(kept.length === 0
      ? []
      : [
          {
            title: 'Take over by hand what the diffs of the kept files show',
            details: ['Their steps have the new pin already. --yes takes the new texts as they are.'],
          },
        ]),
    ...(roles ? [{ title: 'AWS: deploy the roles of iam/ again, before the next step is merged', details: [] }] : []),
    ...(changed.length === 0
      ? []
      : [
          {
            title: `Bring these files to ${branch} in a pull request of their own, then start doctor.yml`,
            details: ['With nothing below servers/ in it, and no setting that the former version does not know.'],
          },
        ]),
  ];
};

/** Runs upgrade in the given world. */
export const runUpgrade = async (context: UpgradeContext, world: UpgradeWorld): Promise<CommandResult> => {
  const { settings, run, terminal } = context;
  const there = await readThere(world.root);
  const { github: former } = there;
  if (former.action === undefined) return refusal(NOTHING_HERE);
  const remote = await world.remote();
  const repository = former.repository ?? (remote === undefined ? undefined : { name: remote.repository });
  if (repository === undefined)
    return refusal({ ...NOTHING_HERE, text: 'upgrade found nowhere which repository this is.' });
  const action = await actionOf(context, there, world);
  const problem = pinProblem(action);
  if (action === undefined || problem !== undefined) return refusal(problem ?? NOTHING_HERE);
  const branch = settings.init.base ?? former.branch ?? remote?.branch ?? 'main';
  const server = run.server ?? former.server ?? remote?.server ?? GITHUB;
  const github: GithubAnswers = { action, repository, branch, server };
  const answers = answersOf(context, there, github);
  const { organizationId } = answers;
  const { ask } = world;
  const files = await upgradeFiles(
    {
      root: world.root,
      wanted: initFiles(answers, await readTemplates(import.meta.url)),
      former: former.action,
      dry: settings.dryRun,
      take: async (path, diff) => {
        if (settings.init.yes) return true;
        if (ask === undefined || settings.dryRun) return false;
        const question = `\n${path} was changed since it was written. The new text would change it so:\n${diffText(diff, terminal)}Take the new text? [y/N] `;
        return saysYes(await ask(question));
      },
      ...(there.record === undefined ? {} : { before: there.record }),
    },
    { version: packageJson.version, github, ...(organizationId === undefined ? {} : { organizationId }) },
  );
  const result = { files, steps: stepsOf(files, branch) };
  return { exitCode: EXIT.done, result, problems: [], text: upgradeText(result, terminal), markdown: '', outputs: {} };
};
