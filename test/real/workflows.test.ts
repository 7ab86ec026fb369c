/** The committed workflows with the committed bundle, run by act on this machine against the sandbox. */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startAws } from '../../sandbox/aws/server.ts';
import { type Github, startGithub } from '../../sandbox/github/server.ts';
import { startRegistry } from '../../sandbox/registry/registry.ts';
import { CALLER, configuration, temporaryFolder, twoAccounts } from '../cli/cli.ts';

const ACT = resolve('.cache/real/bin/act');
const BRANCH = 'agentcore-sync/scan';
const LIMIT_MS = 240_000;

interface Repository {
  readonly folder: string;
  readonly git: (...words: string[]) => string;
  /** Runs one workflow for an event, and gives its log. */
  readonly act: (event: string, workflow: string, payload?: object) => Promise<string>;
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

const open = (github: Github, environment: Readonly<Record<string, string>>, registryToken: string): Repository => {
  const { folder, git } = clone(github);
  const secrets = { GITHUB_TOKEN: github.jobToken(), REGISTRY_TOKEN: registryToken };
  const all = { ...environment, ...github.environment };
  const flags = (flag: string, values: Readonly<Record<string, string>>): string[] =>
    Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`]);
  const act: Repository['act'] = (event, workflow, payload) =>
    new Promise((done, fail) => {
      const home = dirname(folder);
      const event_ = join(home, 'event.json');
      writeFileSync(event_, JSON.stringify(payload ?? {}));
      const words = [event, '-W', `.github/workflows/${workflow}`, '-e', event_, '-P', 'ubuntu-latest=-self-hosted'];
      const child = spawn(
        ACT,
        [
          ...words,
          '--no-cache-server',
          '--use-gitignore=false',
          ...['--action-cache-path', join(home, 'act')],
          ...flags('--env', all),
          ...flags('--secret', secrets),
          ...['--var', 'AGENTCORE_SYNC=on'],
        ],
        {
          cwd: folder,
          env: {
            PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
            HOME: home,
            XDG_CACHE_HOME: join(home, 'cache'),
          },
          timeout: LIMIT_MS / 2,
          killSignal: 'SIGKILL',
        },
      );
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

/**
 * The files of this repository that its workflows run: themselves, the action and its bundle. act does not know `queue`
 * yet, as some servers do not: it is taken out as init does for those.
 */
const actionFiles = (folder: string): void => {
  for (const path of ['.github/workflows', 'action.yml', 'dist', 'package.json']) {
    cpSync(path, join(folder, path), { recursive: true });
  }
  for (const file of globSync('.github/workflows/*.yml', { cwd: folder })) {
    const text = readFileSync(join(folder, file), 'utf8');
    writeFileSync(join(folder, file), text.replaceAll(/^ +queue: max\n/gm, ''));
  }
};

const readAll = (folder: string, git: Repository['git']): Record<string, string> => {
  git('add', '--all', '--force');
  return Object.fromEntries(
    git('ls-files')
      .split('\n')
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
};

const filesOfCatalogue = (registryUrl: string): Record<string, string> => {
  const folder = temporaryFolder();
  const git = gitIn(folder);
  git('init', '--quiet');
  actionFiles(folder);
  writeFileSync(join(folder, 'agentcore-sync.yaml'), configuration(registryUrl, '  token: { env: REGISTRY_TOKEN }\n'));
  return readAll(folder, git);
};

test(
  'scan opens the request and checks it, pull_request validates and plans, push applies',
  async () => {
    const aws = await startAws(twoAccounts(), { caller: { account: CALLER } });
    const registry = await startRegistry({ scan: 'off' });
    const github = await startGithub({ repository: 'acme/catalogue', files: filesOfCatalogue(registry.url) });
    onTestFinished(() => Promise.all([aws.close(), registry.close(), github.stop()]).then(() => undefined));
    const { AWS_REGION: _, ...environment } = aws.environment;
    const repository = open(github, environment, registry.token);

    const scan = await repository.act('workflow_dispatch', 'scan.yml', { inputs: {} });
    expect(scan).toContain('Pull request 1 opened: 5 new');
    expect(github.world.items.get(1)).toMatchObject({ state: 'open', pull: { head: BRANCH } });
    const head = github.people.tip(BRANCH);
    expect(github.world.checks.map(({ name, sha, conclusion }) => ({ name, sha, conclusion }))).toEqual([
      { name: 'agentcore-sync validate', sha: head, conclusion: 'success' },
      { name: 'agentcore-sync plan', sha: head, conclusion: 'success' },
    ]);
    expect(github.world.items.get(1)?.comments[0]?.body).toContain('5 to create');

    // A checkout with its whole history has scan's branch too, which answers for what it holds.
    repository.git('update-ref', `refs/remotes/origin/${BRANCH}`, head);
    repository.git('merge', '--quiet', '--no-ff', '-m', 'Merge', head);
    const review = await repository.act('pull_request', 'review.yml', { pull_request: { number: 1 } });
    expect(review).toContain('5 new entries stand as on the branch of scan');
    expect(review).not.toContain('seen by: nobody');
    expect(review).toContain('Plan: 5 to create.');
    expect(github.world.items.get(1)?.comments).toHaveLength(1);
    expect(registry.requests).toEqual([]);

    repository.git('reset', '--quiet', '--hard', github.people.merge(1));
    const apply = await repository.act('push', 'apply.yml', { ref: 'refs/heads/main' });
    expect(apply).toContain('The plan of this run may be applied.');
    expect(apply).toContain('Applied: 5 created.');
    const { servers, agents } = registry.records();
    expect([...servers, ...agents]).toHaveLength(5);
    expect(github.world.violations).toEqual([]);
  },
  LIMIT_MS,
);
