/** The committed bundle as a runner runs it: `uses: ./` in a workflow, through act on this host, without containers. */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Github, startGithub } from '../../sandbox/github/server.ts';
import { type Bench, startBench } from '../cli/cli.ts';

const ACT = resolve('.cache/real/bin/act');
const LIMIT_MS = 120_000;

const WORKFLOW = `on: push
permissions: {}
jobs:
  sync:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: ./
        id: scan
        with:
          command: scan
          pull-request: false
          regions: us-east-1
      - uses: ./
        id: plan
        with:
          command: plan
          github-token: \${{ secrets.GITHUB_TOKEN }}
      - uses: ./
        id: wrong
        continue-on-error: true
        with:
          command: scan
          timeout: soon
      - name: results
        env:
          SCAN: \${{ toJSON(steps.scan) }}
          PLAN: \${{ toJSON(steps.plan) }}
          WRONG: \${{ toJSON(steps.wrong) }}
        run: |
          mkdir -p "$RESULTS"
          printf '%s' "$SCAN" > "$RESULTS/scan.json"
          printf '%s' "$PLAN" > "$RESULTS/plan.json"
          printf '%s' "$WRONG" > "$RESULTS/wrong.json"
          cp -r servers "$RESULTS/servers"
`;

/** A repository with the action itself, a configuration, and the workflow; the GitHub double has it too. */
const makeRepository = async (bench: Bench): Promise<{ readonly folder: string; readonly github: Github }> => {
  const folder = join(bench.folder, 'repository');
  mkdirSync(join(folder, '.github/workflows'), { recursive: true });
  cpSync('dist', join(folder, 'dist'), { recursive: true });
  cpSync('action.yml', join(folder, 'action.yml'));
  for (const file of ['agentcore-sync.yaml', '.token']) cpSync(join(bench.folder, file), join(folder, file));
  writeFileSync(join(folder, '.github/workflows/sync.yml'), WORKFLOW);
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...words], { cwd: folder });
  git('init', '--quiet', '--initial-branch=main');
  git('remote', 'add', 'origin', 'https://github.com/acme/catalogue.git');
  git('add', '--all', '--force');
  const paths = git('ls-files').toString().trim().split('\n');
  const files = Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
  const github = await startGithub({ repository: 'acme/catalogue', files });
  onTestFinished(() => github.stop());
  mkdirSync(join(folder, '.git/objects/info'), { recursive: true });
  writeFileSync(join(folder, '.git/objects/info/alternates'), `${join(github.world.git.dir, 'objects')}\n`);
  git('reset', '--quiet', '--hard', github.people.tip('main'));
  return { folder, github };
};

interface Act {
  readonly code: number | null;
  readonly log: string;
}

const runAct = (folder: string, environment: Readonly<Record<string, string>>, token: string): Promise<Act> =>
  new Promise((done, fail) => {
    const variables = Object.entries(environment).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
    const home = join(folder, '../home');
    mkdirSync(home, { recursive: true });
    const words = ['push', '-P', 'ubuntu-latest=-self-hosted', '--no-cache-server', '--use-gitignore=false'];
    const child = spawn(ACT, [...words, ...variables, '--secret', `GITHUB_TOKEN=${token}`], {
      cwd: folder,
      env: {
        // Actions run with the node that is found first: the one that action.yml asks for.
        PATH: `${resolve('node_modules/.bin')}:${process.env['PATH']}`,
        HOME: home,
        XDG_CACHE_HOME: join(home, '.cache'),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: LIMIT_MS,
      killSignal: 'SIGKILL',
    });
    let log = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        log += chunk;
      });
    }
    child.once('error', fail);
    child.once('close', (code) => done({ code, log }));
  });

test('scan, then plan, as steps of a job: inputs, outputs and job summary', { timeout: LIMIT_MS }, async () => {
  const bench = await startBench();
  const { folder, github } = await makeRepository(bench);
  const results = join(bench.folder, 'results');
  const environment = { ...bench.environment, ...github.environment, RESULTS: results };
  const { code, log } = await runAct(folder, environment, github.jobToken());
  expect(code === 0 ? '' : log).toBe('');
  const read = (file: string): string => readFileSync(join(results, file), 'utf8');

  expect(JSON.parse(read('scan.json'))).toMatchObject({
    conclusion: 'success',
    outputs: { changes: '3', problems: '0' },
  });
  const plan = JSON.parse(read('plan.json'));
  expect(plan).toMatchObject({ conclusion: 'success', outputs: { changes: '3', problems: '0' } });
  expect(JSON.parse(plan.outputs.result)).toMatchObject({
    command: 'plan',
    result: { registries: [{ counts: { create: 3 } }] },
  });
  expect(JSON.parse(read('wrong.json'))).toMatchObject({ outcome: 'failure', outputs: { problems: '1' } });

  const written = globSync('**/*.yaml', { cwd: join(results, 'servers') });
  expect(written.map((file) => file.replace(/-[^-]*$/, '')).sort()).toEqual([
    '111111111111/us-east-1/gateways/pricing',
    '111111111111/us-east-1/runtimes/stock',
    '222222222222/us-east-1/gateways/routing',
  ]);
  const summaries = log.split('Summary - ').slice(1);
  expect(summaries.map((text) => text.split('\n')[0])).toEqual(expect.arrayContaining(['## Scan', '## Plan']));
  expect(summaries.join()).toContain('3 files created');
  expect(summaries.join()).toContain('3 to create');
  // The action's token is masked by the runner, and what it says in the log starts no command.
  expect(log).not.toContain(bench.registry.token);
  expect(bench.aws.requests.filter(({ call }) => call === 'ListGateways').map(({ region }) => region)).not.toContain(
    'eu-west-1',
  );
  expect(bench.registry.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
});
