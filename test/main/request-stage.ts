/** The action in a repository on the GitHub double: a bench whose folder is a checkout of its default branch. */
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { AwsOptions } from '../../sandbox/aws/server.ts';
import { type Contract, loadContract } from '../../sandbox/github/contract.ts';
import { makeRepository } from '../../sandbox/github/refs.ts';
import { type Github, type GithubOptions, startGithub } from '../../sandbox/github/server.ts';
import type { World } from '../../sandbox/world.ts';
import { openRepository } from '../../src/forge/github/client.ts';
import { readRun } from '../../src/forge/github/environment.ts';
import { type Bench, startBench } from '../cli/cli.ts';
import { type Environment, seed } from '../cli/in-process.ts';
import { type ActionRun, runAction, stepAction } from './action.ts';

export const BRANCH = 'agentcore-sync/scan';

let compiled: Contract | undefined;
/** GitHub's description, compiled once for all tests of a file. */
const contract = (): Contract => {
  compiled ??= loadContract();
  return compiled;
};

type Action = (inputs: Readonly<Record<string, string>>, environment?: Environment) => Promise<ActionRun>;

export interface Stage {
  readonly bench: Bench;
  readonly github: Github;
  /** Runs the action in the checkout, with the job's own token. */
  readonly action: Action;
  /** The same in this process: for all steps of a story where the process is not what it is about. */
  readonly step: Action;
  /** Checks a commit or branch out, as actions/checkout with fetch-depth: 0 does. */
  readonly checkout: (ref?: string) => string;
  readonly git: (...words: string[]) => string;
  /** Registers what the checkout says, as a job of the repository does. */
  readonly apply: () => Promise<void>;
  /** Entries of a branch: path below servers/ to text. */
  readonly entries: (branch?: string) => Readonly<Record<string, string>>;
  readonly body: (number: number) => string;
}

/** A pull request of one commit on today's main, merged: its number. */
export const bring = async (
  { people, environment, appToken, world }: Github,
  edits: Readonly<Record<string, string | null>>,
) => {
  const branch = `change-${world.nextId()}`;
  world.git.updateRef(`refs/heads/${branch}`, '0'.repeat(40), people.tip('main'));
  people.commit(branch, edits);
  const repository = openRepository({ run: readRun(environment), token: appToken(), fetch, secondMs: 0 });
  const { data } = await repository.call('opening', (api, at) =>
    api.request('POST /repos/{owner}/{repo}/pulls', { ...at, title: branch, head: branch, base: 'main' }),
  );
  people.merge(data.number, 'squash');
  return data.number;
};

/** The commit that is checked out, of no branch. */
const headOf = ({ folder }: Bench): string => readFileSync(join(folder, '.git/HEAD'), 'utf8').trim();

/** The entries that a scan writes; the bench's folder is left as it was. */
const scannedFiles = async (bench: Bench, configuration: string): Promise<Readonly<Record<string, string>>> => {
  bench.write('agentcore-sync.yaml', configuration);
  await bench.seed('scan');
  const entries = Object.entries(bench.files()).filter(([file]) => file.startsWith('servers/'));
  rmSync(join(bench.folder, 'servers'), { recursive: true });
  return Object.fromEntries(entries);
};

export const startStage = async (
  options: {
    readonly world?: World;
    readonly aws?: AwsOptions;
    readonly files?: Readonly<Record<string, string>>;
    readonly settings?: GithubOptions['settings'];
    /** Lines added to the configuration. */
    readonly configuration?: string;
    /** A catalogue whose first scan has been merged: the default branch has the entries, and no pull request is there. */
    readonly scanned?: boolean;
  } = {},
): Promise<Stage> => {
  const { world, aws, scanned = false } = options;
  const bench = await startBench({ ...(world ? { world } : {}), ...(aws ? { aws } : {}) });
  const configuration = `${bench.read('agentcore-sync.yaml')}${options.configuration ?? ''}`;
  const github = await startGithub({
    repository: 'acme/catalogue',
    contract: contract(),
    files: {
      'agentcore-sync.yaml': configuration,
      '.gitignore': '.token\n.runner/\n',
      ...(scanned ? await scannedFiles(bench, configuration) : {}),
      ...options.files,
    },
    ...(options.settings ? { settings: options.settings } : {}),
  });
  onTestFinished(() => github.stop());
  const token = github.jobToken();
  const git = (...words: string[]): string =>
    execFileSync('git', ['-c', 'protocol.file.allow=always', '-c', 'maintenance.auto=false', ...words], {
      cwd: bench.folder,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: bench.folder, GIT_CONFIG_NOSYSTEM: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  makeRepository(join(bench.folder, '.git'), {
    bare: false,
    settings: `\tfsync = none\n[remote "origin"]\n\turl = ${github.world.git.dir}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n`,
  });
  const checkout = (ref = 'origin/main'): string => {
    git('fetch', '--quiet', '--prune', 'origin', '+refs/heads/*:refs/remotes/origin/*');
    git('checkout', '--quiet', '--force', '--detach', ref);
    return headOf(bench);
  };
  rmSync(join(bench.folder, 'agentcore-sync.yaml'));
  checkout();
  const inJob =
    (start: typeof runAction): Action =>
    (inputs, environment) =>
      start(
        bench,
        { 'github-token': token, ...inputs },
        {
          ...github.environment,
          // A checkout is of a commit, not of a branch: HEAD holds the commit itself.
          GITHUB_SHA: headOf(bench),
          GITHUB_REF: 'refs/heads/main',
          GITHUB_RUN_ID: '77',
          ...environment,
        },
      );
  return {
    bench,
    github,
    git,
    checkout,
    apply: () => seed({ folder: bench.folder, environment: { ...bench.environment, ...github.environment } }, 'apply'),
    action: inJob(runAction),
    step: inJob(stepAction),
    entries: (branch = BRANCH) =>
      Object.fromEntries(
        Object.entries(github.people.files(branch, 'servers/')).map(([path, text]) => [
          path.slice('servers/'.length),
          text,
        ]),
      ),
    body: (number) => github.world.items.get(number)?.body ?? '',
  };
};
