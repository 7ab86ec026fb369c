/** Registrations that no scan finds, in the registry's own form: what its guide tells people to write. */
import { expect, test } from 'vitest';
import { configuration, envelopeOf, expectCode, rulesOf, startBench } from './cli.ts';

/** The example of the registry's guide, with a gateway's id and without a token. */
const SUPPORT = {
  server_name: 'customer-support-assistant',
  description: 'Amazon Bedrock AgentCore Gateway for customer support operations',
  path: '/customer-support-assistant',
  proxy_pass_url: 'https://support-a1b2c3d4e5.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp/',
  auth_provider: 'bedrock-agentcore',
  auth_scheme: 'bearer',
  supported_transports: ['streamable-http'],
  tags: ['bedrock', 'agentcore', 'customer-support'],
  num_tools: 2,
  is_python: false,
  tool_list: [{ name: 'check_warranty_status', parsed_description: { main: 'Check the warranty' }, schema: {} }],
};

test('the guide’s JSON is registered as it is; what can’t be sent is told', async () => {
  const bench = await startBench();
  bench.write('servers/manual/support.json', JSON.stringify(SUPPORT, null, 2));
  const { problems } = envelopeOf(expectCode(await bench.step('validate --output json'), 0));
  const lost = problems
    .filter(({ rule }) => rule === 'field-unsupported')
    .map(({ text, subject }) => `${subject} ${text}`);
  for (const field of ['num_tools', 'is_python']) expect(lost.join('\n')).toContain(field);
  expectCode(await bench.step('apply'), 0);
  const [server] = bench.registry.records().servers;
  expect(server?.path).toMatch(/^\/customer-support-assistant\/?$/);
  expect(server?.fields).toMatchObject({ description: SUPPORT.description, proxy_pass_url: SUPPORT.proxy_pass_url });
  expect(server?.fields['tool_list']).toMatchObject([{ name: 'check_warranty_status' }]);
  expectCode(await bench.step('plan --exit-code'), 0);
});

test('a literal bearer token in it is refused with the way out, and never repeated', async () => {
  const bench = await startBench();
  const headers = { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.literal.token' };
  bench.write('servers/manual/support.json', JSON.stringify({ ...SUPPORT, headers }, null, 2));
  const run = expectCode(await bench.step('validate --output json'), 1);
  const envelope = envelopeOf(run);
  expect(rulesOf(envelope)).toContain('header-secret');
  const [refused] = envelope.problems.filter(({ rule }) => rule === 'header-secret');
  expect(refused?.place).toMatchObject({ file: 'servers/manual/support.json', line: expect.any(Number) });
  expect(refused?.hint).toBeTruthy();
  const applied = expectCode(await bench.step('apply --debug'), 1);
  expect([run, applied].map(({ stdout, stderr }) => stdout + stderr).join()).not.toContain('literal.token');
  expect(bench.registry.records().servers).toEqual([]);
});

test('a header takes its secret from a variable that the configuration names, to the origins that it names', async () => {
  const bench = await startBench();
  const secret = 'header-value-that-may-not-be-seen';
  bench.write(
    'agentcore-sync.yaml',
    configuration(
      bench.registry.url,
      'secrets: { tools-key: { env: AGENTCORE_TOOLS_KEY, urls: ["https://tools.example.com"] } }\n',
    ),
  );
  const entry = (url: string) =>
    [
      'kind: server',
      'registration:',
      '  path: /deskside/',
      '  name: Tools',
      `  url: ${url}`,
      '  headers: { X-Api-Key: { secret: tools-key } }',
      '',
    ].join('\n');
  bench.write('servers/manual/tools.yaml', entry('https://tools.example.com/mcp'));
  const runs = [];
  for (const words of [
    'validate',
    'plan --debug',
    'show /deskside/',
    'apply --debug',
    'plan --exit-code --output json',
  ]) {
    runs.push(expectCode(await bench.step(words, { environment: { AGENTCORE_TOOLS_KEY: secret } }), 0));
  }
  expect(JSON.stringify(runs)).not.toContain(secret);
  expect(JSON.stringify(bench.registry.records().servers[0]?.fields['headers'])).toContain(secret);

  bench.write('servers/manual/tools.yaml', entry('https://elsewhere.example.com/mcp'));
  expect(expectCode(await bench.step('validate'), 1).stderr).toContain('header-secret');
});
