/** Harnesses, from the scan that is asked for them to the registry. */
import { expect, test } from 'vitest';
import { endpoint, harness, jwt } from '../../sandbox/resources.ts';
import { contentsOf } from '../../sandbox/world.ts';
import { CANARY, configuration, envelopeOf, expectCode, RETAIL, rulesOf, startBench } from './cli.ts';

const ISSUER = 'https://issuer.example.com/.well-known/openid-configuration';

const started = async (more = '') => {
  const bench = await startBench();
  bench.write('agentcore-sync.yaml', configuration(bench.registry.url, more));
  contentsOf(bench.aws.world, { account: RETAIL, region: 'us-east-1' }).harnesses = [
    harness({
      name: 'planner',
      authorizer: jwt(ISSUER, { allowedClients: ['a'] }),
      environmentVariables: { KEY: CANARY },
      endpoints: [endpoint({ name: 'DEFAULT' }), endpoint({ name: 'prod', description: 'For real' })],
    }),
    harness({ name: 'draft', status: 'CREATING' }),
  ];
  return { bench };
};
const harnessFiles = (files: Readonly<Record<string, string>>) =>
  Object.keys(files).filter((file) => file.includes('/harnesses/'));

test('no scan asks for harnesses unless it is told to', async () => {
  const { bench } = await started();
  expectCode(await bench.step('scan'), 0);
  expect(harnessFiles(bench.files())).toEqual([]);
  expect(bench.aws.requests.filter(({ call }) => call.includes('Harness'))).toEqual([]);
});

test('a harness is an agent, its endpoints beside it, and its environment nobody’s to read', async () => {
  const { bench } = await started('scan: { harnesses: true, endpoints: true }\n');
  const scanned = expectCode(await bench.step('scan --output json'), 0);
  expect(rulesOf(envelopeOf(scanned))).toContain('resource-not-ready');
  const [file = ''] = harnessFiles(bench.files());
  expect(harnessFiles(bench.files())).toHaveLength(1);
  const text = bench.read(file);
  expect(text).toContain('kind: harness');
  expect(text).toContain('- name: prod\n      description: For real\n');
  expect(Object.values(bench.files()).join()).not.toContain(CANARY);

  bench.write(file, `${text}  endpoints: { prod: { path: /planner-prod } }\n`);
  expectCode(await bench.step('validate'), 0);
  expectCode(await bench.step('apply'), 0);
  const { agents } = bench.registry.records();
  const [own, prod] = ['/planner', '/planner-prod'].map((path) => agents.find((one) => one.path === path));
  const id = file.split('/').at(-1)?.replace('.yaml', '');
  const url = `https://bedrock-agentcore.us-east-1.amazonaws.com/harnesses/invoke?harnessArn=arn%3Aaws%3Abedrock-agentcore%3Aus-east-1%3A${RETAIL}%3Aharness%2F${id}`;
  expect(own?.fields['url']).toBe(url);
  expect(prod?.fields['url']).toBe(`${url}&qualifier=prod`);

  // AWS confirms it in each run: where it is gone, nothing is registered anew.
  contentsOf(bench.aws.world, { account: RETAIL, region: 'us-east-1' }).harnesses = [];
  bench.write(file, bench.read(file).replace('path: /planner\n', 'path: /elsewhere\n'));
  expect(rulesOf(envelopeOf(expectCode(await bench.step('plan --output json'), 1)))).toContain('place-elsewhere');
});
