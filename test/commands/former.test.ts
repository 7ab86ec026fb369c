/** A path that something else had before goes to no newcomer, on a command line and in a pull request. */
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { gateway } from '../../sandbox/resources.ts';
import { contentsOf } from '../../sandbox/world.ts';
import { type Bench, LOGISTICS, RETAIL, startBench, temporaryFolder } from '../cli/cli.ts';
import { commandIn } from '../cli/in-process.ts';
import { BRANCH, startStage } from '../main/request-stage.ts';

const EAST = 'us-east-1';

const gatewaysOf = ({ aws }: Bench, account: string) => contentsOf(aws.world, { account, region: EAST }).gateways;

/** The file of the gateway of that name of an account: its path in the registry. */
const pathIn = (files: Readonly<Record<string, string>>, account: string, name: string): string | undefined => {
  const file = Object.keys(files).find((path) => path.includes(`${account}/${EAST}/gateways/${name}-`));
  return file === undefined ? undefined : /^ {2}path: (.*)$/m.exec(files[file] ?? '')?.[1];
};

/** A gateway goes, and one of its name comes in another account, in a run of its own. */
const leave = (bench: Bench): void => {
  gatewaysOf(bench, LOGISTICS).length = 0;
};
const come = (bench: Bench, account = RETAIL): void => {
  gatewaysOf(bench, account).push(gateway({ name: 'routing', salt: 'again', authorizer: { type: 'NONE' } }));
};

const gitIn = (folder: string, ...words: string[]): string =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@example.com', ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const commitAll = ({ folder }: Bench): void => {
  gitIn(folder, 'add', '--all');
  gitIn(folder, 'commit', '--quiet', '--message', 'a');
};

/** A bench whose folder is a repository: a gateway was there, and is gone since. */
const left = async (): Promise<Bench> => {
  const bench = await startBench();
  gitIn(bench.folder, 'init', '--quiet');
  bench.write('.gitignore', '.token\n');
  await bench.seed('scan');
  commitAll(bench);
  expect(pathIn(bench.files(), LOGISTICS, 'routing')).toBe('/routing/');
  leave(bench);
  await bench.seed('scan');
  commitAll(bench);
  return bench;
};

test('a command line gives a freed path to no newcomer, and back to the resource that had it', async () => {
  const bench = await left();
  come(bench);
  await bench.seed('scan');
  expect(pathIn(bench.files(), RETAIL, 'routing')).toBe('/routing-us-east-1/');
  come(bench, LOGISTICS);
  await bench.seed('scan');
  expect(pathIn(bench.files(), LOGISTICS, 'routing')).toBe('/routing/');
});

test('a shallow clone says so, once and only where something is new', async () => {
  const bench = await left();
  const folder = temporaryFolder();
  gitIn(folder, 'clone', '--quiet', '--depth=1', `file://${bench.folder}`, '.');
  const scan = async () => {
    const { problems } = await commandIn({ folder, environment: bench.environment }, { command: 'scan' });
    return problems.filter(({ rule }) => rule === 'paths-history');
  };
  expect(await scan()).toEqual([]);
  come(bench);
  expect(await scan()).toMatchObject([{ severity: 'notice', hint: expect.stringContaining('fetch-depth: 0') }]);
  expect(await scan()).toEqual([]);
});

test('a pull request gives a freed path to no newcomer', async () => {
  const stage = await startStage({ scanned: true });
  const { bench, github } = stage;
  const gone = Object.keys(stage.entries('main')).find((path) => path.includes('/routing-')) ?? '';
  github.people.commit('main', { [`servers/${gone}`]: null });
  leave(bench);
  come(bench);
  stage.checkout();
  const { exitCode, problems } = await commandIn(
    { folder: bench.folder, environment: { ...bench.environment, ...github.environment } },
    {
      command: 'scan',
      actions: true,
      environment: {
        ...bench.environment,
        ...github.environment,
        GITHUB_TOKEN: github.jobToken(),
        GITHUB_SHA: stage.git('rev-parse', 'HEAD'),
        GITHUB_REF: 'refs/heads/main',
        GITHUB_RUN_ID: '77',
      },
    },
  );
  expect({ exitCode, problems: problems.filter(({ severity }) => severity === 'error') }).toEqual({
    exitCode: 0,
    problems: [],
  });
  expect(pathIn(stage.entries(BRANCH), RETAIL, 'routing')).toBe('/routing-us-east-1/');
  expect(github.world.violations).toEqual([]);
});
