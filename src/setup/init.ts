import packageJson from '../../package.json' with { type: 'json' };
import type { Settings } from '../config/settings.ts';
import { EXIT, SyncError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import type { RepositoryFacts } from '../model/setup.ts';
import { setupText } from '../report/setup-text.ts';
import type { CommandContext, CommandResult } from '../running/context.ts';
import { GITHUB, type GithubAnswers, type InitAnswers, type InitScope, isPinnedAction } from './answers.ts';
import { type Ask, askMissing, type Suggested, type Told } from './ask.ts';
import { initFiles } from './files.ts';
import { registryUrlOf, siteAnswers } from './site-answers.ts';
import { setupSteps } from './steps.ts';
import type { Caller, Remote } from './surroundings.ts';
import { readTemplates } from './templates.ts';
import { readThere, type There } from './there.ts';
import { writeNewFiles, writeRecord } from './write.ts';

/** What init touches besides its settings. */
export interface InitWorld {
  /** Where the files go. */
  readonly root: string;
  /** Asks a person; absent where nobody sits before a terminal. */
  readonly ask?: Ask;
  /** What GitHub says of a repository; undefined where there is no token to ask with. */
  readonly facts: (repository: string) => Promise<RepositoryFacts | undefined>;
  /** What the clone says of its remote. */
  readonly remote: () => Promise<Remote | undefined>;
  /** What AWS says of whoever asks. */
  readonly caller: () => Promise<Caller>;
  /** What makes the owner's name unlike any other. */
  readonly suffix: () => string;
}

const ownerOf = (repository: string | undefined, suffix: string): string => {
  const name = (repository?.split('/')[1] ?? '').replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return `${(name === '' ? 'catalogue' : name).slice(0, 50).toLowerCase()}-${suffix}`;
};

const usage = (rule: 'option-missing' | 'option-value', subject: string, text: string, hint: string): Problem => ({
  rule,
  severity: 'error',
  subject,
  text,
  hint,
});

/** What the workflows and roles need and nobody said: nothing else is put in its place. */
const githubProblems = ({ action, repository }: Told): readonly Problem[] => {
  if (action === undefined) return [];
  return [
    ...(isPinnedAction(action)
      ? []
      : [
          usage(
            'option-value',
            'action',
            `action expects owner/repository@ and the digest of a commit, met ${JSON.stringify(action)}.`,
            "Give --action owner/repository@digest: the digest of the release's commit, because a tag can be moved.",
          ),
        ]),
    ...(repository === undefined
      ? [
          usage(
            'option-missing',
            'repository',
            "init needs repository: the roles in AWS trust the jobs of one repository, and the clone's remote names none.",
            'Give --repository owner/name, or run init in a clone of the catalogue.',
          ),
        ]
      : []),
  ];
};

/** Whose accounts a flag or the configuration names; undefined where neither does. */
export const scopeOf = ({ init, aws }: Pick<Settings, 'init' | 'aws'>): InitScope | undefined => {
  if (init.organization !== undefined) return { type: 'organization', units: init.organization };
  return aws.accounts.type === 'list' ? { type: 'accounts', accounts: aws.accounts.accounts } : undefined;
};

/** Whether what deploys gateways is wanted, or was written before. */
export const deploysGateways = ({ init }: Pick<Settings, 'init'>, { record }: There): boolean =>
  init.gateways === true || record?.files['.github/workflows/gateways.yml'] !== undefined;

/** What flags, environment, the configuration and the files that are there say, flags first. */
const toldBy = (settings: Settings, there: There): Told => {
  const { init } = settings;
  const registryUrl = registryUrlOf(settings);
  const scope = scopeOf(settings);
  const action = init.action ?? there.github.action;
  const repository = init.repository ?? there.github.repository?.name;
  return {
    ...(action === undefined ? {} : { action }),
    ...(repository === undefined ? {} : { repository }),
    ...(init.owner === undefined ? {} : { owner: init.owner }),
    ...(scope === undefined ? {} : { scope }),
    ...(init.hubRole === undefined ? {} : { hubRole: init.hubRole }),
    ...(registryUrl === undefined ? {} : { registryUrl }),
    ...(siteAnswers(settings, repository) === undefined ? {} : { site: true as const }),
    regions: init.regions,
    codeOwners: init.codeOwners,
    settled: { configuration: there.configuration, codeOwners: there.codeOwners },
  };
};

/** What GitHub says, or why it said nothing: the files are written all the same. */
const factsOf = async (
  world: InitWorld,
  repository: string,
): Promise<{ readonly facts?: RepositoryFacts; readonly unread?: string }> => {
  try {
    const facts = await world.facts(repository);
    return facts === undefined ? {} : { facts };
  } catch (error) {
    if (error instanceof SyncError) return { unread: error.message };
    throw error;
  }
};

const sameName = (one: string, other: string | undefined): boolean => one.toLowerCase() === other?.toLowerCase();

/** Repository, branch and server as GitHub says them; else as flags, earlier files and the clone do. */
const githubOf = async (
  { settings, run }: InitContext,
  world: InitWorld,
  { told, there, remote }: { readonly told: Told; readonly there: There; readonly remote: Remote | undefined },
): Promise<GithubAnswers | undefined> => {
  const { action, repository } = told;
  if (action === undefined || repository === undefined) return undefined;
  const here = sameName(repository, remote?.repository) ? remote : undefined;
  const before = sameName(repository, there.github.repository?.name) ? there.github : {};
  const server = run.server ?? before.server ?? here?.server ?? GITHUB;
  // Another server has another repository of that name: its ids would be trusted in place of this one's.
  const { facts, unread } = server === (run.server ?? GITHUB) ? await factsOf(world, repository) : {};
  const ids = facts?.ids ?? settings.init.repositoryIds ?? before.repository?.ids;
  return {
    action,
    repository: { name: facts?.name ?? before.repository?.name ?? repository, ...(ids === undefined ? {} : { ids }) },
    branch: settings.init.base ?? facts?.defaultBranch ?? before.branch ?? here?.branch ?? 'main',
    server,
    ...(unread === undefined ? {} : { unread }),
  };
};

/** The part of a command's context that init uses. */
export interface InitContext extends Pick<CommandContext, 'settings' | 'run'> {
  readonly terminal: Pick<CommandContext['terminal'], 'width' | 'colour'>;
}

/** What a person is offered, and what is taken where nobody is asked. */
const suggestedBy = (
  { settings }: InitContext,
  remote: Remote | undefined,
  { caller, owner }: { readonly caller: Caller; readonly owner: string },
): Suggested => {
  const { regions } = settings.aws;
  const region = regions.type === 'list' ? regions.regions.join(',') : caller.region;
  return {
    owner,
    ...(remote === undefined ? {} : { repository: remote.repository }),
    ...(caller.account === undefined ? {} : { account: caller.account }),
    ...(region === undefined ? {} : { region }),
  };
};

/** Everything that is told: asked for before a terminal, else with the clone's and the environment's words. */
const tellAll = async (
  context: InitContext,
  world: InitWorld,
  { there, remote }: { readonly there: There; readonly remote: Remote | undefined },
): Promise<{ readonly told: Told; readonly organizationId?: string }> => {
  const known = toldBy(context.settings, there);
  const owner = ownerOf(known.repository ?? remote?.repository, world.suffix());
  const { ask } = world;
  if (ask === undefined) {
    const { region } = suggestedBy(context, remote, { caller: {}, owner });
    const regions = known.regions.length > 0 || region === undefined ? known.regions : region.split(',');
    const repository = known.repository ?? remote?.repository;
    return { told: { owner, ...known, regions, ...(repository === undefined ? {} : { repository }) } };
  }
  const caller = there.configuration ? {} : await world.caller();
  const told = await askMissing(known, suggestedBy(context, remote, { caller, owner }), ask);
  return { told: { owner, ...told }, ...(caller.organizationId === undefined ? {} : caller) };
};

/** Runs init in the given world. */
export const runInit = async (context: InitContext, world: InitWorld): Promise<CommandResult> => {
  const { settings, terminal } = context;
  const there = await readThere(world.root);
  const remote = await world.remote();
  const { told, organizationId: offered } = await tellAll(context, world, { there, remote });
  const organizationId = settings.init.organizationId ?? there.record?.organizationId ?? offered;
  const problems = githubProblems(told);
  if (problems.length > 0) return { exitCode: EXIT.usage, result: null, problems, text: '', markdown: '', outputs: {} };
  const github = await githubOf(context, world, { told, there, remote });
  const { owner = '', scope = { type: 'own' } as const, regions, hubRole, registryUrl, codeOwners } = told;
  const site = siteAnswers(settings, told.repository, told.site === true);
  const answers: InitAnswers = {
    owner,
    scope,
    regions,
    codeOwners,
    ...(hubRole === undefined ? {} : { hubRole }),
    ...(registryUrl === undefined ? {} : { registryUrl }),
    ...(site === undefined ? {} : { site }),
    ...(deploysGateways(settings, there) ? { gateways: true as const } : {}),
    ...(organizationId === undefined ? {} : { organizationId }),
    ...(github === undefined ? {} : { github }),
  };
  const wanted = initFiles(answers, await readTemplates(import.meta.url));
  const written = await writeNewFiles(world.root, wanted);
  const record = await writeRecord(world.root, {
    wanted,
    written,
    there,
    github,
    organizationId,
    version: packageJson.version,
  });
  const files = [...written, record].sort((one, other) => (one.path < other.path ? -1 : 1));
  const result = { files, steps: setupSteps(answers, there) };
  const { width, colour } = terminal;
  return {
    exitCode: EXIT.done,
    result,
    problems: [],
    text: setupText(result, { width, colour }),
    markdown: '',
    outputs: {},
  };
};
