import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pullsOf } from '../../sandbox/github/state.ts';
import { roleFor } from '../../sandbox/resources.ts';
import { textDigest } from '../../src/model/canonical.ts';
import { CALLER, expectCode, LOGISTICS, RETAIL, twoAccounts } from '../cli/cli.ts';
import { DEFINITION, FILE, gateways, told } from '../cli/deploying.ts';
import { FOLDER, TOOLS } from '../gateways/definitions.ts';
import { BRANCH, type Stage, startStage } from './request-stage.ts';

const CLIENTS = 'agentcore-sync/clients';
const CONFIGURATION = 'gateways:\n  accounts: ["111111111111"]\n  permissionsBoundary: Boundary\n# the end\n';

const startDeployed = async (): Promise<Stage> => {
  const world = twoAccounts();
  for (const account of [RETAIL, LOGISTICS]) {
    const found = world.accounts[account];
    if (found !== undefined) found.roles['AgentCoreDeploy'] = roleFor(CALLER);
  }
  const stage = await startStage({
    world,
    scanned: true,
    configuration: CONFIGURATION,
    files: { [FILE]: DEFINITION(), [`gateways/${FOLDER}/tools.json`]: TOOLS },
  });
  return stage;
};

/** Deploys as the job with a role does; its outputs. */
const deploy = async ({ bench }: Stage) => {
  const done = await gateways(bench, ['deploy'], { given: { yes: true, results: 'found' } });
  expect(told(done)).toBe('');
  return done.outputs['results-digest'] ?? '';
};

const propose = ({ step }: Stage, digest: string) =>
  step({ command: 'gateways', arguments: 'propose', results: 'found', 'results-digest': digest });

const pulls = ({ github }: Stage) =>
  pullsOf(github.world)
    .map(({ number, title, state, pull }) => ({ number, title, state, head: pull.head }))
    .toSorted((one, other) => one.number - other.number);

const configurationOf = ({ github }: Stage, branch: string): string =>
  github.people.files(branch, '')['agentcore-sync.yaml'] ?? '';

test('after a deploy two pull requests: the registration in the scan’s, the clients in one that changes nothing else; each names the other', async () => {
  const stage = await startDeployed();
  const digest = await deploy(stage);
  const before = stage.bench.aws.requests.length;
  const done = await propose(stage, digest);
  expectCode(done, 0);
  expect(stage.bench.aws.requests.length).toBe(before);
  expect(pulls(stage)).toMatchObject([
    { number: 1, head: BRANCH, state: 'open' },
    { number: 2, head: CLIENTS, title: 'Client for tokens of 111111111111/orders/', state: 'open' },
  ]);
  const [entry = ''] = Object.keys(stage.entries()).filter((path) => path.includes('/gateways/orders-'));
  expect(stage.entries()[entry]).toContain('registration: # yours; written once, never rewritten\n  path: /orders/\n');
  expect(stage.body(1)).toContain('without it they get no token');
  expect(stage.body(1)).toMatch(/\[?pull request 2/);
  expect(stage.body(2)).toMatch(/pull request 1/);
  stage.git('fetch', '-q', 'origin');
  expect(stage.git('diff', '--name-only', `origin/main..origin/${CLIENTS}`)).toBe('agentcore-sync.yaml');
  expect(stage.git('diff', '--numstat', `origin/main..origin/${CLIENTS}`)).toMatch(/^5\s0\s/);
  expect(stage.git('diff', '--name-only', `origin/main..origin/${BRANCH}`)).toBe(`servers/${entry}`);
  expect(JSON.parse(done.outputs['pull-requests'] ?? '')).toMatchObject([{ number: 1 }, { number: 2 }]);

  // The scan that comes next finds the same file, and leaves both as they are.
  const commits = stage.git('rev-parse', `origin/${BRANCH}`, `origin/${CLIENTS}`);
  expectCode(await stage.step({ command: 'scan' }), 0);
  expectCode(await propose(stage, digest), 0);
  stage.git('fetch', '-q', 'origin');
  expect(stage.git('rev-parse', `origin/${BRANCH}`, `origin/${CLIENTS}`)).toBe(commits);
  expect(pulls(stage)).toHaveLength(2);

  stage.github.people.merge(2, 'squash');
  stage.github.people.merge(1, 'squash');
  stage.checkout();
  const again = await propose(stage, await deploy(stage));
  expectCode(again, 0);
  expect(again.outputs['pull-requests']).toBe('[]');
  expect(pulls(stage)).toHaveLength(2);
  expect(configurationOf(stage, 'main')).toContain('# the end\n');
  expect(stage.github.world.violations).toEqual([]);
});

test('killed between the two and run again: what is missing is opened, and nothing twice', async () => {
  const stage = await startDeployed();
  const digest = await deploy(stage);
  // The scan's pull request is there already, as a run that was killed left it.
  expectCode(await stage.step({ command: 'scan' }), 0);
  expect(pulls(stage)).toHaveLength(1);
  expect(stage.body(1)).not.toContain('no token');
  expectCode(await propose(stage, digest), 0);
  expect(pulls(stage).map(({ head }) => head)).toEqual([BRANCH, CLIENTS]);
  expect(stage.body(1)).toContain('without it they get no token');
  expect(stage.body(2)).toMatch(/pull request 1/);

  // A run whose deploy had nothing to do hands over what stands: plan does, too.
  const planned = await gateways(stage.bench, ['plan'], { given: { results: 'planned' } });
  expect(planned.outputs).toMatchObject({ changes: '0', 'results-digest': digest });
  const again = await propose(stage, digest);
  expectCode(again, 0);
  expect(again.outputs['pull-requests']).toBe('[]');
  expect(pulls(stage)).toHaveLength(2);
});

test('what people write stays: in the branch of the clients, and what they closed stays closed', async () => {
  const stage = await startDeployed();
  const digest = await deploy(stage);
  expectCode(await propose(stage, digest), 0);
  const edited = configurationOf(stage, CLIENTS).replace('for: ["111111111111/orders/"]', 'for: ["111111111111/*"]');
  stage.github.people.commit(CLIENTS, { 'agentcore-sync.yaml': edited });
  stage.github.people.commit('main', {
    'agentcore-sync.yaml': `# on main\n${configurationOf(stage, 'main')}`,
  });
  stage.checkout();
  expectCode(await propose(stage, digest), 0);
  const merged = configurationOf(stage, CLIENTS);
  expect(merged).toContain('for: ["111111111111/*"]');
  expect(merged.match(/clients:/g)).toHaveLength(1);

  stage.github.people.close(2);
  const closed = await propose(stage, digest);
  expectCode(closed, 0);
  expect(closed.stdout).toContain('stays closed: a person closed it with the same content');
  expect(pulls(stage)).toHaveLength(2);
});

const HOSTILE: readonly (readonly [string, object, object, string])[] = [
  ['no definition stands for it', { name: 'evil' }, {}, 'no definition of this commit stands for it'],
  [
    'an ARN of another account',
    { arn: 'arn:aws:bedrock-agentcore:us-east-1:222222222222:gateway/orders-f0jcm3tf13' },
    {},
    'its ARN is none of a gateway there',
  ],
  [
    'an id that is a path',
    { arn: 'arn:aws:bedrock-agentcore:us-east-1:111111111111:gateway/../../evil' },
    {},
    'its ARN is none of a gateway there',
  ],
  ['an address that no proxy may get', { url: 'http://evil.example/mcp' }, {}, 'http'],
  ['no form of a source', { authorizer: 'none' }, {}, 'A row is no gateway as a scan writes it'],
  ['a client that the gateway lets in by nobody', {}, { id: 'other' }, 'its client is none that the gateway lets in'],
  [
    'an issuer of a stranger',
    {},
    { issuer: 'https://idp.evil.example' },
    'its client is none that the gateway lets in',
  ],
  ['an id that is more than one', {}, { id: 'a", for: ["*' }, 'its client is none that the gateway lets in'],
];

test('what another job wrote is believed in nothing', async () => {
  const stage = await startDeployed();
  const digest = await deploy(stage);
  const file = join(stage.bench.folder, 'found/gateways.json');
  const good = readFileSync(file, 'utf8');
  const [row] = JSON.parse(good).gateways;
  for (const [what, source, client, text] of HOSTILE) {
    const changed = { source: { ...row.source, ...source }, client: { ...row.client, ...client } };
    const written = JSON.stringify({ form: 1, gateways: [changed] });
    writeFileSync(file, written);
    const run = expectCode(await propose(stage, textDigest(written)), 1);
    expect(run.stdout, what).toContain(text);
    expect(pulls(stage), what).toEqual([]);
  }
  expect(expectCode(await propose(stage, digest), 1).stdout).toContain('another digest');
  rmSync(file);
  expect(expectCode(await propose(stage, digest), 1).stdout).toContain('met none');
  expect(pulls(stage)).toEqual([]);
});

test('on a command line both files are written, each for a pull request of its own; a second run writes nothing', async () => {
  const { bench } = await startDeployed();
  await gateways(bench, ['deploy'], { given: { yes: true, results: 'found' } });
  const before = bench.read('agentcore-sync.yaml');
  const done = await gateways(bench, ['propose'], { given: { results: 'found' } });
  expect(told(done)).toBe('');
  expect(done.text).toMatch(
    /^wrote servers\/111111111111\/us-east-1\/gateways\/orders-\w+\.yaml\nwrote agentcore-sync\.yaml: /,
  );
  const after = bench.read('agentcore-sync.yaml');
  expect(after.startsWith(before)).toBe(true);
  expect(after).toContain('secret: cognito, for: ["111111111111/orders/"] }');
  const again = await gateways(bench, ['propose'], { given: { results: 'found' } });
  expect(again.text).toBe('Nothing to write: entries and clients are there.\n');
  expect(bench.read('agentcore-sync.yaml')).toBe(after);
  expect(told(await gateways(bench, ['propose']))).toContain('expected results, met none');
});
