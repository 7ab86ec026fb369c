/** Templates that are too long for a call: they go through a bucket. */
import { expect, test } from 'vitest';
import { API, FOLDER } from '../gateways/definitions.ts';
import { type Bench, RETAIL } from './cli.ts';
import { DEFINITION, FILE, gateways, namesIn, startDeploy, told } from './deploying.ts';

const BIG = (bytes: number): string =>
  DEFINITION(
    `  - { name: big, type: openApi, schema: ./specs/big${bytes}.yaml, outbound: { type: oauth, provider: m2m, scopes: [a] } }`,
    'providers: { m2m: { type: cognito } }',
  );

const startBig = async (bytes: number, bucket?: string): Promise<Bench> => {
  const bench = await startDeploy();
  bench.write(`gateways/${FOLDER}/specs/big${bytes}.yaml`, `${API}# Prix à payer ${'x'.repeat(bytes)}\n`);
  bench.write(FILE, BIG(bytes));
  const deploy = bucket === undefined ? '' : `  deploy: { bucket: "${bucket}" }\n`;
  bench.write(
    'agentcore-sync.yaml',
    `${bench.read('agentcore-sync.yaml')}  origins: ["https://api.weather.example.com"]\n${deploy}`,
  );
  return bench;
};

const BUCKET = { account: RETAIL, region: 'us-east-1' };
const NAME = `templates-${RETAIL}-us-east-1`;
const PATTERN = 'templates-{account}-{region}';

test('render says which bucket it needs; plan and deploy put the template there by its digest, once', async () => {
  const bench = await startBig(60_000, PATTERN);
  const objects = new Map<string, string>();
  bench.aws.world.buckets[NAME] = { ...BUCKET, objects };
  const rendered = await gateways(bench, ['render'], { given: { out: 'out' } });
  expect(rendered.text).toMatch(
    new RegExp(
      `bytes, which CloudFormation reads from s3://${NAME}/agentcore-sync/${FOLDER}/orders/[0-9a-f]{64}\\.template\\.yaml; plan and deploy put it there`,
    ),
  );
  const plan = await gateways(bench, ['plan'], { given: { out: 'plan.json' } });
  expect(told(plan)).toBe('');
  const [[key = '', text] = []] = [...objects];
  expect(text).toBe(bench.read(`out/${FOLDER}/orders.template.yaml`));
  expect(rendered.text).toContain(key);
  expect(JSON.parse(bench.read('plan.json')).changes[0].template).toBe(/([0-9a-f]{64})/.exec(key)?.[1]);
  expect(told(await gateways(bench, ['deploy'], { given: { expect: 'plan.json' } }))).toBe('');
  expect(namesIn(bench)).toContain('orders');
  expect(objects.size).toBe(1);
  expect((await gateways(bench, ['plan'])).text).toContain('nothing to deploy');
});

test('what lies in the bucket already and is another text is never deployed', async () => {
  const bench = await startBig(60_000, NAME);
  const objects = new Map<string, string>();
  bench.aws.world.buckets[NAME] = { ...BUCKET, objects };
  await gateways(bench, ['plan']);
  const [key = ''] = objects.keys();
  objects.set(key, (objects.get(key) ?? '').replace('function:orders', 'function:stolen'));
  bench.aws.cloud.stacks.clear();
  const result = await gateways(bench, ['deploy'], { given: { yes: true } });
  expect(told(result)).toContain(
    'is of another template than the one that was rendered: somebody else made it, or wrote http',
  );
  expect(bench.aws.requests.filter(({ call }) => call === 'ExecuteChangeSet')).toEqual([]);
});

test.each([
  ['no bucket is configured', undefined, {}, 'CloudFormation reads it from a bucket, and none is configured'],
  ['there is no such bucket', 'none', {}, 'PutObject s3://none/'],
  ['the bucket is another account’s', NAME, { account: '999999999999' }, 'Access Denied'],
  ['the bucket is in another Region', NAME, { region: 'eu-west-1' }, "the region 'us-east-1' is wrong"],
])('%s: nothing is made of it', async (_, bucket, other, expected) => {
  const bench = await startBig(60_000, bucket);
  bench.aws.world.buckets[NAME] = { ...BUCKET, ...other, objects: new Map() };
  const plan = await gateways(bench, ['plan']);
  expect(plan.exitCode).toBe(1);
  expect(told(plan)).toContain(expected);
  expect(plan.text).toContain('failed, see below\n\nPlan: nothing to deploy, 1 failed.');
  expect(bench.aws.requests.filter(({ call }) => call === 'CreateChangeSet')).toEqual([]);
});

test('above a megabyte nothing is put anywhere', async () => {
  const bench = await startBig(110_000, NAME);
  const [head = '', target = '', providers = ''] = BIG(110_000).split(/(?=\n {2}- \{ name: big)|(?=\nproviders)/);
  bench.write(
    FILE,
    [head, ...Array.from({ length: 10 }, (_, at) => target.replace('big', `big${at}`)), providers].join(''),
  );
  bench.aws.world.buckets[NAME] = { ...BUCKET, objects: new Map() };
  const plan = await gateways(bench, ['plan']);
  expect(told(plan)).toMatch(/The template has \d{7} bytes; CloudFormation takes 1000000/);
  expect(bench.aws.requests.filter(({ service }) => service === 's3')).toEqual([]);
});

test.each(['throttle', 'error', 'reset'] as const)('a bucket that answers %s is asked again', async (effect) => {
  const bench = await startBig(60_000, NAME);
  bench.aws.world.buckets[NAME] = { ...BUCKET, objects: new Map() };
  bench.aws.setFaults([{ service: 's3', call: 'PutObject', times: 1, effect }]);
  expect(told(await gateways(bench, ['plan']))).toBe('');
});
