/** Workflows run by act on this machine, without containers, in a clone of the GitHub double's repository. */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { Github } from '../../sandbox/github/server.ts';
import { temporaryFolder } from '../cli/cli.ts';

const ACT = resolve('.cache/real/bin/act');
const LIMIT_MS = 120_000;

export interface Repository {
  readonly folder: string;
  readonly git: (...words: string[]) => string;
  /** Runs one workflow for an event, and gives its log; rejects where a job of it failed. */
  readonly act: (event: string, workflow: string, payload?: object) => Promise<string>;
}

/** What a repository's workflows run with. */
export interface ActWorld {
  readonly github: Github;
  readonly environment: Readonly<Record<string, string>>;
  readonly registryToken: string;
  /** Actions by `owner/name@ref`, and the folders that stand for them; those for artifacts are there already. */
  readonly actions?: Readonly<Record<string, string>>;
}

const gitIn =
  (folder: string) =>
  (...words: string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...words], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_NOSYSTEM: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();

/** A clone of the double's repository that sees every object it gets: what a checkout with its whole history has. */
const clone = (github: Github): { readonly folder: string; readonly git: Repository['git'] } => {
  const folder = join(temporaryFolder(), 'catalogue');
  mkdirSync(folder);
  const git = gitIn(folder);
  git('init', '--quiet', '--initial-branch=main');
  mkdirSync(join(folder, '.git/objects/info'), { recursive: true });
  writeFileSync(join(folder, '.git/objects/info/alternates'), `${join(github.world.git.dir, 'objects')}\n`);
  git('remote', 'add', 'origin', 'https://github.com/acme/catalogue.git');
  git('reset', '--quiet', '--hard', github.people.tip('main'));
  return { folder, git };
};

/** Actions of others that the workflows use, as they are pinned there, and what keeps artifacts here. */
const artifactActions = (folder: string): Readonly<Record<string, string>> => {
  const used = globSync('.github/workflows/*.yml', { cwd: folder }).flatMap((file) => {
    const { jobs } = parse(readFileSync(join(folder, file), 'utf8'));
    const steps = Object.values(jobs as Record<string, { readonly steps?: readonly { readonly uses?: string }[] }>);
    return steps.flatMap(({ steps: of = [] }) => of.flatMap(({ uses }) => uses ?? []));
  });
  return Object.fromEntries(
    [...new Set(used)].flatMap((uses) => {
      const [, kind] = /^actions\/(upload|download)-artifact@/.exec(uses) ?? [];
      return kind === undefined ? [] : [[uses, resolve('test/real/artifacts', kind)]];
    }),
  );
};

const flags = (flag: string, values: Readonly<Record<string, string>>): string[] =>
  Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`]);

/** Opens a repository whose workflows can be run. */
export const openRepository = ({ github, environment, registryToken, actions = {} }: ActWorld): Repository => {
  const { folder, git } = clone(github);
  const home = dirname(folder);
  const secrets = { GITHUB_TOKEN: github.jobToken(), REGISTRY_TOKEN: registryToken };
  const all = { ...environment, ...github.environment, ARTIFACTS: join(home, 'artifacts') };
  const act: Repository['act'] = (event, workflow, payload) =>
    new Promise((done, fail) => {
      // Two workflows may run beside each other.
      const file = join(home, `event-${workflow}.json`);
      writeFileSync(file, JSON.stringify(payload ?? {}));
      const words = [
        ...[event, '-W', `.github/workflows/${workflow}`, '-e', file, '-P', 'ubuntu-latest=-self-hosted'],
        ...['--no-cache-server', '--use-gitignore=false', '--action-cache-path', join(home, 'act')],
        ...flags('--local-repository', { ...artifactActions(folder), ...actions }),
        ...flags('--env', all),
        ...flags('--secret', secrets),
        ...['--var', 'AGENTCORE_SYNC=on'],
      ];
      const child = spawn(ACT, words, {
        cwd: folder,
        env: {
          PATH: [dirname(process.execPath), resolve('test/real/gh'), process.env['PATH']].join(delimiter),
          HOME: home,
          XDG_CACHE_HOME: join(home, 'cache'),
        },
        timeout: LIMIT_MS,
        killSignal: 'SIGKILL',
      });
      let log = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => {
          log += text;
        });
      }
      child.once('error', fail);
      child.once('close', (code) =>
        code === 0 ? done(log) : fail(new Error(`act ${event} ${workflow}: ${code}\n${log}`)),
      );
    });
  return { folder, git, act };
};

/** act does not know `queue` yet, as some servers do not: it is taken out as init does for those. */
export const withoutQueues = (folder: string): void => {
  for (const file of globSync('.github/workflows/*.yml', { cwd: folder })) {
    const text = readFileSync(join(folder, file), 'utf8');
    writeFileSync(join(folder, file), text.replaceAll(/^ +queue: max\n/gm, ''));
  }
};

/** The action as a release has it, in a folder of its own. */
export const copyAction = (folder: string): void => {
  for (const path of ['action.yml', 'dist', 'package.json', 'templates'])
    cpSync(path, join(folder, path), { recursive: true });
};

/** Every file of a folder, for the double's default branch. */
export const filesIn = (folder: string): Readonly<Record<string, string>> => {
  const git = gitIn(folder);
  git('init', '--quiet');
  git('add', '--all', '--force');
  return Object.fromEntries(
    git('ls-files')
      .split('\n')
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
};
