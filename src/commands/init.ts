import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { openRepository } from '../forge/github/client.ts';
import { GITHUB_LIMITS } from '../forge/github/open.ts';
import { readRepositoryFacts } from '../forge/github/settings.ts';
import { EXIT, SyncError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import type { RepositoryFacts } from '../model/setup.ts';
import { createFetch } from '../net/fetch.ts';
import { setupText } from '../report/setup-text.ts';
import { GITHUB, type InitAnswers } from '../setup/answers.ts';
import { type Ask, askMissing, isPinnedAction, type Told, toldBy } from '../setup/ask.ts';
import { initFiles } from '../setup/files.ts';
import { setupSteps } from '../setup/steps.ts';
import { readTemplates } from '../setup/templates.ts';
import { writeNewFiles } from '../setup/write.ts';
import type { CommandContext, CommandResult, RunCommand } from './context.ts';

/** What init touches besides its settings. */
export interface InitWorld {
  /** Where the files go. */
  readonly root: string;
  /** Asks a person; absent where nobody sits before a terminal. */
  readonly ask?: Ask;
  /** What GitHub says of a repository; undefined where there is no token to ask with. */
  readonly facts: (repository: string) => Promise<RepositoryFacts | undefined>;
  /** What makes the owner's name unlike any other. */
  readonly suffix: () => string;
}

const ownerOf = (repository: string | undefined, suffix: string): string => {
  const name = (repository?.split('/')[1] ?? '').replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return `${(name === '' ? 'catalogue' : name).slice(0, 50).toLowerCase()}-${suffix}`;
};

const HINT = "Give --action owner/repository@digest: the digest of the release's commit, because a tag can be moved.";

const actionProblem = (action: string | undefined): Problem | undefined => {
  if (action === undefined) {
    const text = 'init needs action: what the workflows shall run.';
    return { rule: 'option-missing', severity: 'error', subject: 'action', text, hint: HINT };
  }
  if (isPinnedAction(action)) return undefined;
  const text = `action expects owner/repository@ and the digest of a commit, met ${JSON.stringify(action)}.`;
  return { rule: 'option-value', severity: 'error', subject: 'action', text, hint: HINT };
};

/** What GitHub says, or why it said nothing: the files are written all the same. */
const factsOf = async (
  world: InitWorld,
  repository: string | undefined,
): Promise<{ readonly facts?: RepositoryFacts; readonly unread?: string }> => {
  if (repository === undefined) return {};
  try {
    const facts = await world.facts(repository);
    return facts === undefined ? {} : { facts };
  } catch (error) {
    if (error instanceof SyncError) return { unread: error.message };
    throw error;
  }
};

const answersOf = (
  told: Told & { readonly action: string },
  { facts, unread }: { readonly facts?: RepositoryFacts; readonly unread?: string },
  rest: Pick<InitAnswers, 'owner' | 'branch' | 'server'>,
): InitAnswers => ({
  ...rest,
  ...(unread === undefined ? {} : { unread }),
  action: told.action,
  repository: facts === undefined ? { name: told.repository ?? 'ORG/REPO' } : { name: facts.name, ids: facts.ids },
  accounts: told.accounts,
  regions: told.regions,
  codeOwners: told.codeOwners,
  ...(told.hubRole === undefined ? {} : { hubRole: told.hubRole }),
  ...(told.registryUrl === undefined ? {} : { registryUrl: told.registryUrl }),
});

/** The part of a command's context that init uses. */
export interface InitContext extends Pick<CommandContext, 'settings' | 'run'> {
  readonly terminal: Pick<CommandContext['terminal'], 'width' | 'colour'>;
}

/** Runs init in the given world. */
export const runInit = async ({ settings, run, terminal }: InitContext, world: InitWorld): Promise<CommandResult> => {
  const known = toldBy(settings);
  const told = world.ask === undefined ? known : await askMissing(known, world.ask);
  const { action } = told;
  const problem = actionProblem(action);
  if (problem !== undefined || action === undefined) {
    const problems = problem === undefined ? [] : [problem];
    return { exitCode: EXIT.usage, result: null, problems, text: '', markdown: '', outputs: {} };
  }
  const read = await factsOf(world, told.repository);
  const answers = answersOf({ ...told, action }, read, {
    owner: settings.owner ?? ownerOf(told.repository, world.suffix()),
    branch: settings.init.base ?? read.facts?.defaultBranch ?? 'main',
    server: run.server ?? GITHUB,
  });
  const files = await writeNewFiles(world.root, initFiles(answers, await readTemplates(import.meta.url)));
  const result = { files, steps: setupSteps(answers) };
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

/** Questions on the terminal. The prompt goes to standard error, so that standard output holds the result alone. */
const askOn = (): { readonly ask: Ask; readonly close: () => void } => {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const ended = new AbortController();
  lines.once('close', () => ended.abort());
  return {
    ask: (question) =>
      lines.question(question, { signal: ended.signal }).catch(() => {
        throw new SyncError('usage', 'missing-option', 'init: the questions were left before their end', {
          hint: 'Nothing was written. Start again, or give the answers as flags.',
        });
      }),
    close: () => lines.close(),
  };
};

/** `agentcore-sync init`: writes what a new catalogue needs, where nothing is yet. */
export const init: RunCommand = async (context) => {
  const { environment, run, clock, cut, actions } = context;
  const questions = !actions && process.stdin.isTTY && process.stderr.isTTY ? askOn() : undefined;
  const { token } = run;
  const fetch = createFetch({ environment, clock, signal: cut, ...GITHUB_LIMITS });
  try {
    return await runInit(context, {
      root: '.',
      ...(questions === undefined ? {} : { ask: questions.ask }),
      facts: async (repository) =>
        token === undefined
          ? undefined
          : readRepositoryFacts(openRepository({ run: { ...run, repository }, token, fetch })),
      suffix: () => randomBytes(3).toString('hex'),
    });
  } finally {
    questions?.close();
    await fetch.close();
  }
};
