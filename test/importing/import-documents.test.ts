import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkSchema } from '../../src/catalogue/schema.ts';
import { importDocuments } from '../../src/importing/import-documents.ts';
import type { Entry } from '../../src/model/catalogue.ts';
import { hostRule } from '../../src/net/host-rules.ts';
import { REGISTRIES } from '../catalogue/world.ts';
import { gateway } from '../engine/support.ts';

const hosts = hostRule({ privateHosts: [], httpHosts: [], loopback: false });

const run = (values: readonly unknown[], entries: readonly Entry[] = []) =>
  importDocuments(
    values.map((value, at) => ({ file: `doc-${at}.json`, value })),
    { entries, hosts, registries: REGISTRIES },
  );

const written = (values: readonly unknown[], entries?: readonly Entry[]) => {
  const { changes, problems, secrets } = run(values, entries);
  return {
    files: Object.fromEntries(
      changes.map((change) => [change.path, 'text' in change ? parse(change.text) : undefined]),
    ),
    told: problems.map(({ rule, text }) => `${rule}: ${text}`),
    secrets,
  };
};

/** As a registry's own guide tells to write it. */
const SAMPLE = {
  server_name: 'customer-support',
  description: 'Customer support operations',
  path: '/customer-support',
  proxy_pass_url: 'https://support-a1b2c3d4e5.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp/',
  auth_provider: 'bedrock-agentcore',
  auth_type: 'oauth',
  supported_transports: ['streamable-http'],
  tags: ['bedrock', 'agentcore'],
  headers: [{ Authorization: 'Bearer $SUPPORT_AUTH_TOKEN' }],
  num_tools: 1,
  num_stars: 0,
  is_python: false,
  license: 'Apache-2.0',
  tool_list: [{ name: 'check', parsed_description: { main: 'Checks', args: null }, schema: { type: 'object' } }],
};

it("takes the guide's sample as an entry whose callers send their own token", () => {
  const { files, told } = written([SAMPLE]);
  expect(files).toEqual({
    'manual/customer-support.yaml': {
      kind: 'server',
      credential: { from: 'caller' },
      registration: {
        name: 'customer-support',
        url: SAMPLE.proxy_pass_url,
        authProvider: 'bedrock-agentcore',
        transports: ['streamable-http'],
        tools: [{ name: 'check', description: 'Checks', schema: { type: 'object' } }],
        path: '/customer-support/',
        description: 'Customer support operations',
        tags: ['bedrock', 'agentcore'],
        license: 'Apache-2.0',
      },
    },
  });
  expect(told).toEqual([
    'field-unsupported: /customer-support/ goes without auth_type, is_python, num_stars, num_tools: an entry has no place for it.',
    'import-callers: /customer-support/: Authorization held a placeholder, so callers send their own token.',
  ]);
  expect(checkSchema(files['manual/customer-support.yaml'])).toHaveProperty('entry');
});

it('imports twice to the same', () => {
  const [change] = run([SAMPLE]).changes;
  const text = change && 'text' in change ? change.text : '';
  const checked = checkSchema(parse(text));
  if (!('entry' in checked)) throw new Error('no entry');
  expect(run([SAMPLE], [{ path: 'manual/customer-support.yaml', text, value: checked.entry }])).toEqual({
    changes: [],
    secrets: [],
    problems: [],
  });
});

it.each(['Bearer $TOKEN', `Bearer $\{TOKEN}`, 'REPLACE_WITH_YOUR_KEY', 'Bearer <YOUR_TOKEN>', 'YOUR_API_KEY'])(
  'leaves the header %s to the callers',
  (value) => {
    const { files } = written([{ ...SAMPLE, headers: { 'X-Api-Key': value, 'X-Team': 'a' } }]);
    expect(files['manual/customer-support.yaml']).toMatchObject({
      credential: { from: 'caller' },
      registration: { headers: { 'X-Team': 'a' } },
    });
  },
);

it('names a header that holds a credential, and writes its value nowhere', () => {
  const imported = run([{ ...SAMPLE, headers: [{ 'X-Api-Key': 'very-secret-value' }, { 'X-Team': 'a' }] }]);
  expect(imported.secrets).toEqual([
    { name: 'customer-support-x-api-key', header: 'X-Api-Key', path: '/customer-support/' },
  ]);
  expect(JSON.stringify(imported)).not.toContain('very-secret-value');
});

const AGENT = { name: 'Travel Booker', description: 'Books', url: 'https://agents.example.com/travel' };

it('takes agents in both spellings, a path from the name, and says what has no place', () => {
  const { files, told } = written([
    {
      ...AGENT,
      path: '/travel',
      protocol_version: '1.0',
      supported_protocol: 'a2a',
      trust_level: 'verified',
      provider: 'Example Corp',
      streaming: true,
      is_enabled: false,
      num_stars: 4,
      security_schemes: { bearer: { type: 'http' } },
      skills: [{ id: 's', name: 'S', description: 'D', tags: ['t'], examples: ['e'], parameters: { a: 1 } }],
    },
    {
      ...AGENT,
      name: 'Card Case',
      protocolVersion: '1.0',
      trustLevel: 'community',
      provider: { organization: 'Example', url: 'https://example.com' },
      defaultInputModes: ['text/plain'],
      preferredTransport: 'JSONRPC',
      skills: [],
    },
  ]);
  expect(files['manual/travel.yaml']).toMatchObject({
    kind: 'agent',
    registration: { path: '/travel', enabled: false, trustLevel: 'verified', capabilities: { streaming: true } },
  });
  expect(files['manual/card-case.yaml']).toMatchObject({
    registration: { path: '/card-case', provider: { organization: 'Example', url: 'https://example.com' } },
  });
  expect(told).toEqual([
    'field-unsupported: /travel goes without num_stars, provider, security_schemes, skills.parameters: an entry has no place for it.',
    'field-unsupported: /card-case goes without preferredTransport: an entry has no place for it.',
  ]);
});

it('says in one line each why there is no entry', () => {
  const { files, told } = written([
    { server_name: 'virtual', path: '/virtual', tool_mappings: [], required_scopes: [] },
    { group_name: 'users', members: [] },
    { ...SAMPLE, proxy_pass_url: 'https://<YOUR-GATEWAY-ID>.example.com/mcp/' },
    { ...SAMPLE, path: '/cluster', proxy_pass_url: 'http://tools:8000/' },
    { server_name: 'nothing' },
    'text',
    { ...AGENT, path: '/twin' },
    { ...AGENT, path: '/twin', version: '2.0.0' },
  ]);
  expect(Object.keys(files)).toEqual(['manual/twin.yaml']);
  expect(told).toEqual([
    expect.stringMatching(/^import-question: No entry is made: it is a virtual server\.$/),
    expect.stringMatching(/^import-question: No entry is made: it describes neither a server nor an agent\.$/),
    expect.stringMatching(/^import-question: No entry is made: .*URL/),
    expect.stringMatching(/^import-question: No entry is made: its URL is none that is registered/),
    expect.stringMatching(/^import-question: No entry is made: .*url/i),
    expect.stringMatching(/^import-question: No entry is made: it is no JSON object\.$/),
    expect.stringMatching(/^import-question: No entry is made: \/twin is registered by manual\/twin\.yaml\.$/),
  ]);
});

it('leads to the file of a scan for a gateway that it found', () => {
  const scanned = gateway('support');
  const { files, told } = written([SAMPLE], [scanned]);
  expect(files).toEqual({});
  expect(told).toEqual([expect.stringContaining(`a scan wrote its gateway to ${scanned.path}`)]);
});
