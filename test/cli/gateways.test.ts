import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gateway, target } from '../../sandbox/resources.ts';
import { contentsOf } from '../../sandbox/world.ts';
import { API, FOLDER, signed, TOOLS } from '../gateways/definitions.ts';
import { type Bench, envelopeOf, expectCode, LOGISTICS, RETAIL, startBench } from './cli.ts';
import { commandIn } from './in-process.ts';

const FILE = `gateways/${FOLDER}/pricing.yaml`;

/** The configuration with what definitions may name. */
const trust = (bench: Bench, ...lines: readonly string[]): void =>
  bench.write(
    'agentcore-sync.yaml',
    `${bench.read('agentcore-sync.yaml')}gateways:\n${['accounts: ["111111111111"]', ...lines].map((line) => `  ${line}\n`).join('')}`,
  );

test('check tells what nobody listed, and the block to add; with it, it is satisfied', async () => {
  const bench = await startBench();
  bench.write(FILE, `${signed()}\n`);
  const first = expectCode(await bench.step('gateways check'), 1);
  expect(first.stderr).toContain('definition-unlisted');
  expect(first.stderr).toContain(FILE);
  expect(first.stdout).toContain('gateways:\n  accounts:\n    - "111111111111"\n  roles:\n');
  const [, block = ''] = first.stdout.split('agentcore-sync.yaml:\n\n');
  bench.write('agentcore-sync.yaml', `${bench.read('agentcore-sync.yaml')}${block}`);
  const second = expectCode(await bench.step('gateways check'), 0);
  expect(second.stdout).toBe('1 definition, no problems.\n');
  expect(envelopeOf(await bench.step('gateways check --output json'))).toMatchObject({
    command: 'gateways',
    result: { gateways: [{ account: '111111111111', region: 'us-east-1', name: 'pricing', file: FILE }] },
    problems: [],
  });
});

test('what is judged by a base takes the list from there, not from the pull request that brings it', async () => {
  const bench = await startBench();
  const git = (...words: readonly string[]): void => {
    execFileSync(
      'git',
      ['-c', 'user.name=T', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false', ...words],
      {
        cwd: bench.folder,
        stdio: 'ignore',
      },
    );
  };
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Base');
  bench.write(FILE, `${signed()}\n`);
  trust(bench, 'roles: ["arn:aws:iam::111111111111:role/Gateway"]');
  expectCode(await bench.step('gateways check'), 0);
  const { stderr } = expectCode(await bench.step('gateways check --against HEAD'), 1);
  expect(stderr).toContain('definition-unlisted');
});

test('render writes the same template twice, and nothing for a definition with errors', async () => {
  const bench = await startBench();
  trust(bench, 'permissionsBoundary: Boundary');
  bench.write(FILE, signed().replace(/role: .*/, 'role: { type: made }'));
  bench.write(`gateways/${FOLDER}/open.yaml`, signed().replace('AWS_IAM', 'NONE'));
  const { stdout } = expectCode(await bench.step('gateways render --out out'), 1);
  expect(stdout).toBe(`wrote out/${FOLDER}/pricing.template.yaml\n`);
  const text = bench.read(`out/${FOLDER}/pricing.template.yaml`);
  expect(text).toContain(`# Rendered from ${FILE} by "agentcore-sync gateways render". Do not edit.`);
  expectCode(await bench.step('gateways render pricing --out out'), 0);
  expect(bench.read(`out/${FOLDER}/pricing.template.yaml`)).toBe(text);
  expect(expectCode(await bench.step('gateways render pricing'), 0).stdout).toBe(text);
});

test('pull writes what AWS has, byte for byte the same the second time, and render takes it over', async () => {
  const bench = await startBench();
  const { stdout, stderr } = expectCode(await bench.step('gateways pull --all'), 0);
  expect(stdout).toContain(`wrote gateways/${RETAIL}/us-east-1/pricing.yaml`);
  expect(stdout).toContain('3 gateways, 4 files written.');
  expect(stderr).toContain('warning definition-unlisted');
  expect(stdout).toContain('  issuers:\n    - "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_retail/');
  const before = bench.files();
  expect(expectCode(await bench.step('gateways pull --all'), 0).stdout).toContain('3 gateways, nothing changed.');
  expect(bench.files()).toEqual(before);

  const { gateways } = contentsOf(bench.aws.world, { account: RETAIL, region: 'us-east-1' });
  const [live] = gateways;
  const [orders] = live?.targets ?? [];
  if (live === undefined || orders === undefined) throw new Error('the world has a gateway with targets');
  orders.configuration = {
    mcp: {
      lambda: {
        lambdaArn: 'arn:aws:lambda:us-east-1:111111111111:function:orders',
        toolSchema: { inlinePayload: JSON.parse(TOOLS) },
      },
    },
  };
  live.targets = [orders];
  expectCode(await bench.step('gateways pull --all'), 0);
  await bench.seed('scan');
  const place = `gateways/${RETAIL}/us-east-1/pricing.yaml`;
  expectCode(await bench.step(`gateways render ${place} --import --out out`), 0);
  const rows = JSON.parse(bench.read(`out/${RETAIL}/us-east-1/pricing.import.json`));
  expect(rows).toEqual([
    expect.objectContaining({ ResourceIdentifier: { GatewayIdentifier: live.id } }),
    expect.objectContaining({ ResourceType: 'AWS::WAFv2::WebACLAssociation' }),
    ...live.targets.map(({ id }) =>
      expect.objectContaining({ ResourceIdentifier: { GatewayIdentifier: live.id, TargetId: id } }),
    ),
  ]);
});

test('pull writes nothing for names that AWS gives to nobody, and leaves what is made from here', async () => {
  const bench = await startBench();
  const { gateways } = contentsOf(bench.aws.world, { account: RETAIL, region: 'us-east-1' });
  const [live] = gateways;
  if (live === undefined) throw new Error('the world has a gateway');
  const own = `gateways/${FOLDER}/${live.name}.yaml`;
  const text = signed().replace(/role: .*/, 'role: { type: made }');
  bench.write(own, text);
  gateways.push(
    gateway({ name: '../../../../evil' }),
    gateway({ name: 'targets', targets: [target({ name: '../../../t' })] }),
  );
  const before = Object.keys(bench.files());
  const { stdout, stderr } = expectCode(await bench.step('gateways pull --all'), 1);
  expect(stdout).toContain(`left ${own} as it is: its gateway is made from it.`);
  expect(bench.read(own)).toBe(text);
  expect(stderr).toContain('"../../../../evil"');
  expect(stderr).toContain('met "../../../t"');
  const added = Object.keys(bench.files()).filter((file) => !before.includes(file));
  expect(
    added.filter(
      (file) =>
        !/^gateways\/[0-9]{12}\/[a-z0-9-]+\/[A-Za-z0-9-]+(\.documents\/[A-Za-z0-9-]+)?\.(yaml|json)$/.test(file),
    ),
  ).toEqual([]);
  expectCode(await bench.step(`gateways pull ${live.name}`), 0);
  expect(bench.read(own)).not.toBe(text);
});

test('pull does the rest where an account refuses, and says which one it was', async () => {
  const bench = await startBench({ aws: { faults: [{ account: LOGISTICS, call: 'AssumeRole', effect: 'deny' }] } });
  const { stdout, stderr } = expectCode(await bench.step('gateways pull --all'), 1);
  expect(stdout).toContain(`wrote gateways/${RETAIL}/us-east-1/pricing.yaml`);
  expect(stdout).toContain(`wrote gateways/${RETAIL}/eu-west-1/pricing.yaml`);
  expect(stderr).toContain('error account-denied\n');
  expect(stderr).toContain(`assume role arn:aws:iam::${LOGISTICS}:role/AgentCoreSync: AccessDenied`);
  expect(stderr.match(/account-denied/g)).toHaveLength(1);
});

test('pull looks into every Region that an account has, where all are asked for', async () => {
  const bench = await startBench();
  bench.write('agentcore-sync.yaml', bench.read('agentcore-sync.yaml').replace(/regions: .*/, 'regions: all'));
  const { stdout } = expectCode(await bench.step('gateways pull --all'), 0);
  expect(stdout).toContain(`wrote gateways/${RETAIL}/us-east-1/pricing.yaml`);
  expect(stdout).toContain(`wrote gateways/${RETAIL}/eu-west-1/pricing.yaml`);
});

test('pull takes names and ARNs, and tells what is not there', async () => {
  const bench = await startBench();
  const { gateways } = contentsOf(bench.aws.world, { account: RETAIL, region: 'us-east-1' });
  const arn = `arn:aws:bedrock-agentcore:us-east-1:${RETAIL}:gateway/${gateways[0]?.id}`;
  expect(expectCode(await bench.step(`gateways pull ${arn}`), 0).stdout).toContain('1 gateway, 2 files written.');
  const { stderr } = expectCode(await bench.step('gateways pull none'), 1);
  expect(stderr).toContain('Pulling none: there is no such gateway');
  expectCode(await bench.step('gateways pull'), 1);
  expectCode(await bench.step('gateways pull --all pricing'), 1);
});

test('new writes a definition that check understands, and creates nothing', async () => {
  const bench = await startBench();
  trust(bench, 'permissionsBoundary: Boundary');
  bench.write(`gateways/${FOLDER}/specs/api.yaml`, API);
  bench.write(`gateways/${FOLDER}/tools/orders.json`, TOOLS);
  const lambda = 'arn:aws:lambda:us-east-1:111111111111:function:orders';
  const { stdout } = expectCode(await bench.step(`gateways new orders --target ${lambda}`), 0);
  expect(stdout).toContain(`wrote gateways/${FOLDER}/orders.yaml\n  → Write ./tools/orders.json`);
  expect(stdout).toContain('Nothing was made in AWS.');
  expectCode(await bench.step('gateways check orders'), 0);
  expect(bench.aws.requests).toEqual([]);

  const twice = expectCode(await bench.step(`gateways new orders --target ${lambda}`), 1);
  expect(twice.stderr).toContain('it is there already');
  const place = '--accounts 111111111111 --regions us-east-1';
  expectCode(await bench.step(`gateways new calc --target runtime:stock ${place}`), 0);
  expectCode(await bench.step(`gateways new weather --target gateways/${FOLDER}/specs/api.yaml ${place}`), 0);
  expect(bench.read(`gateways/${FOLDER}/weather.yaml`)).toContain(`schema: ./${FOLDER}/specs/api.yaml`);
  const unclear = expectCode(await bench.step(`gateways new x --target https://example.com/x ${place}`), 1);
  expect(unclear.stderr).toContain('an MCP server, or an HTTP service');
});

test('a word that is none, and a name that is not there, are told with those that are', async () => {
  const bench = await startBench();
  bench.write(FILE, signed());
  expect(expectCode(await bench.step('gateways make'), 1).stderr).toContain('new, pull, check, render');
  expect(expectCode(await bench.step('gateways check prices'), 1).stderr).toContain('There are pricing.');
});

test('validate checks definitions with all the rest, and NONE may be accepted by name', async () => {
  const bench = await startBench();
  await bench.seed('scan');
  bench.write(FILE, signed().replace('AWS_IAM', 'NONE'));
  trust(bench, 'roles: ["arn:aws:iam::111111111111:role/Gateway"]');
  expect(expectCode(await bench.step('validate'), 1).stderr).toContain('definition-open');
  bench.write('agentcore-sync.yaml', `${bench.read('agentcore-sync.yaml')}rules: { definition-open: off }\n`);
  expect(expectCode(await bench.step('validate'), 0).stderr).not.toContain('definition-open');
  expectCode(await bench.step('gateways check'), 0);
  bench.write(
    'agentcore-sync.yaml',
    `${bench.read('agentcore-sync.yaml')}`.replace('definition-open', 'definition-dynamic'),
  );
  expectCode(await bench.step('validate'), 64);
});

test('the schema of definitions is shipped, and is the one that is read', () => {
  const root = join(import.meta.dirname, '../..');
  const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(files).toContain('schemas');
  expect(JSON.parse(readFileSync(join(root, 'schemas/gateway.schema.json'), 'utf8')).title).toBe('GatewayDefinition');
});

test('the bundle brings Cedar along: cases are judged by it', async () => {
  const bench = await startBench();
  trust(bench, 'roles: ["arn:aws:iam::111111111111:role/Gateway"]');
  bench.write(FILE, signed('policies: { files: [all.cedar] }'));
  bench.write('gateways/policies/all.cedar', 'permit(principal is AgentCore::OAuthUser, action, resource);\n');
  bench.write(
    'gateways/policies/tests.yaml',
    'kind: policy-tests\nform: 1\ncases:\n  - { gateway: pricing, client: a, tool: orders___get, may: false }\n',
  );
  const { stderr } = expectCode(await bench.step('gateways check'), 1);
  expect(stderr).toContain('a may call orders___get of pricing, and the case says that it may not');
});

test('new asks what is connected where that is not clear, and writes nothing for an answer that is none', async () => {
  const bench = await startBench();
  const asked: string[] = [];
  const answer = (text: string) =>
    commandIn(
      { folder: bench.folder, environment: bench.environment },
      {
        command: 'gateways',
        operands: ['new', 'tools'],
        given: { target: 'https://example.com/tools', accounts: '111111111111', regions: 'us-east-1' },
        terminal: {
          width: 120,
          colour: false,
          live: true,
          write: () => undefined,
          log: () => undefined,
          ask: async (question) => {
            asked.push(question);
            return text;
          },
        },
      },
    );
  const before = bench.files();
  expect((await answer('7')).exitCode).toBe(1);
  expect(bench.files()).toEqual(before);
  expect(asked[0]).toBe(
    'What answers at https://example.com/tools?\n  1  an MCP server\n  2  an HTTP service that requests are passed through to\nNumber: ',
  );
  expect((await answer('2')).exitCode).toBe(0);
  expect(bench.read(`gateways/${FOLDER}/tools.yaml`)).toContain('type: passthrough\n');
});

test('new says where a document that lies elsewhere has to be put, and a check finds it there', async () => {
  const bench = await startBench();
  bench.write('weather.yaml', API);
  const { text } = await commandIn(bench, {
    command: 'gateways',
    operands: ['new', 'weather'],
    given: { target: 'weather.yaml', accounts: '111111111111', regions: 'us-east-1' },
  });
  expect(text).toContain(
    '  → Put the file below gateways/: mkdir -p gateways/specs && cp weather.yaml gateways/specs/weather.yaml\n',
  );
  bench.write('gateways/specs/weather.yaml', API);
  const told = (await commandIn(bench, { command: 'gateways', operands: ['check'] })).problems.map(({ rule }) => rule);
  expect(told).not.toContain('definition-document');
  expect(told).not.toContain('file-place');
});
