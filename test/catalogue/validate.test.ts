import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { PATTERN_WORDS } from '../../src/catalogue/schema.ts';
import { type ValidateContext, validateCatalogue } from '../../src/catalogue/validate.ts';
import { createDefaults } from '../../src/config/defaults.ts';
import type { DefaultsRow } from '../../src/model/generated/configuration.ts';
import { hostRule } from '../../src/net/host-rules.ts';
import { anyPublicHost, gateway, REGISTRIES, runtime, scanInto, scanOf, target } from './world.ts';

/** What entries take where they say nothing, by one row. */
const byRow = (values: Omit<DefaultsRow, 'match'>) =>
  createDefaults({ rows: [{ values }] })({ kind: 'gateway', name: '' });

const CONTEXT: ValidateContext = {
  // Paths above others have tests of their own.
  registries: { ...REGISTRIES, shadows: () => false },
  hosts: anyPublicHost,
  directory: 'servers',
  dnsSuffix: (region) => (region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'),
  secrets: { orders: { env: 'OAUTH_ORDERS', urls: ['https://orders.example.com'] } },
  defaultsOf: () => byRow({}),
};

const GATEWAY = '111111111111/us-east-1/gateways/pricing-a1b2c3d4e5.yaml';
const RUNTIME = '111111111111/us-east-1/runtimes/planner-A1B2C3D4E5.yaml';
const TARGET = '111111111111/us-east-1/targets/pricing-a1b2c3d4e5/T000000001.yaml';

const world = () => {
  const sightings = [gateway('pricing'), runtime('planner'), target('orders', gateway('pricing'))];
  return new Map(scanInto(new Map(), scanOf(sightings)).tree);
};

/** `file:line:column severity rule text`, the catalogue's directory left out. */
const lines = (tree: ReadonlyMap<string, string>, changes: Partial<ValidateContext> = {}): readonly string[] =>
  validateCatalogue(tree, { ...CONTEXT, ...changes }).problems.map(
    ({ place, severity, rule, text }) =>
      `${place?.file.replace('servers/', '')}:${place?.line}:${place?.column} ${severity} ${rule} ${text}`,
  );

const hints = (tree: ReadonlyMap<string, string>): readonly (string | undefined)[] =>
  validateCatalogue(tree, CONTEXT).problems.map(({ hint }) => hint);

/** The world with one file rewritten. */
const edit = (path: string, from: string | RegExp, to: string): ReadonlyMap<string, string> => {
  const tree = world();
  const text = tree.get(path) ?? '';
  expect(text).toMatch(from);
  return tree.set(path, text.replace(from, to));
};

const add = (path: string, ...text: readonly string[]): ReadonlyMap<string, string> =>
  new Map([[path, `${text.join('\n')}\n`]]);

const manual = (...registration: readonly string[]) =>
  add(
    'manual/a.yaml',
    'kind: server',
    'registration:',
    '  path: /a/',
    '  name: A',
    '  url: https://a.example/mcp',
    ...registration,
  );

it('has nothing against what a scan wrote', () => {
  expect(lines(world())).toEqual([]);
});

describe('schema', () => {
  it('tells an unquoted account, and how to write it', () => {
    const tree = edit(GATEWAY, 'account: "111111111111"', 'account: 111111111111');
    expect(lines(tree)).toEqual([`${GATEWAY}:3:3 error schema source.account: expected a text, met 111111111111.`]);
    expect(hints(tree)[0]).toMatch(/^Quote it: /);
  });

  it('points at an unknown key and guesses what was meant', () => {
    const tree = edit(GATEWAY, /$/, '  visability: public\n');
    expect(lines(tree)).toEqual([`${GATEWAY}:23:3 error schema The key "visability" is not known in registration.`]);
    expect(hints(tree)).toEqual(['Did you mean visibility?']);
  });

  it('lists what is known where nothing is near', () => {
    expect(hints(edit(GATEWAY, /$/, 'foo: 1\n'))).toEqual(['Known here: kind, source, registration, credential.']);
  });

  it('reports every fault once, with its place, sorted', () => {
    const tree = edit(
      GATEWAY,
      /$/,
      [
        '  enabled: "yes"',
        '  tags: [a, "b,c", 3]',
        '  metadata: { a.b: 1 }',
        '  headers:',
        '    A: { secret: 1 }',
        '    B: 7',
        '',
      ].join('\n'),
    );
    expect(lines(tree)).toEqual([
      `${GATEWAY}:23:3 error schema registration.enabled: expected true or false, met "yes".`,
      `${GATEWAY}:24:13 error schema registration.tags[1]: expected a text without a comma, met "b,c".`,
      `${GATEWAY}:24:20 error schema registration.tags[2]: expected a text, met 3.`,
      `${GATEWAY}:25:15 error schema registration.metadata: the key "a.b" is not up to 64 letters, digits, "_" and "-".`,
      `${GATEWAY}:27:5 error schema registration.headers.A: expected a text of printable ASCII, or the name of a secret.`,
      `${GATEWAY}:28:5 error schema registration.headers.B: expected a text of printable ASCII, or the name of a secret.`,
    ]);
  });

  it('never shows the value of a header', () => {
    const tree = edit(
      GATEWAY,
      /$/,
      '  headers: { Authorization: "Bearer hunter2\\u00e9", B: { secret: hunter2, x: hunter2 } }\n',
    );
    const { problems } = validateCatalogue(tree, CONTEXT);
    expect(problems).toHaveLength(2);
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  });

  it.each([
    [
      'a missing block',
      GATEWAY,
      /registration: [\s\S]*/,
      '',
      '1:1 error schema The file lacks the key "registration".',
    ],
    ['a missing path', GATEWAY, / path: .*/, ' enabled: true', '21:1 error schema registration lacks the key "path".'],
    [
      'a source that is none',
      GATEWAY,
      /source: [\s\S]*registration/,
      'source:\nregistration',
      '2:1 error schema source: expected keys and values, met nothing.',
    ],
    [
      'a wrong Region',
      GATEWAY,
      'region: us-east-1',
      'region: Ohio',
      '4:3 error schema source.region: expected a Region such as us-east-1, met "Ohio".',
    ],
    [
      'a wrong choice',
      GATEWAY,
      /$/,
      '  visibility: secret\n',
      '23:3 error schema registration.visibility: expected one of public, internal, group-restricted, met "secret".',
    ],
    [
      'too long a text',
      GATEWAY,
      /$/,
      `  license: ${'x'.repeat(101)}\n`,
      '23:3 error schema registration.license: expected at most 100 characters, met "',
    ],
    [
      'an unknown kind',
      GATEWAY,
      'kind: gateway',
      'kind: gatway',
      '1:1 error schema kind: expected gateway, target, runtime, server or agent, met "gatway".',
    ],
    [
      'an endpoint’s name',
      RUNTIME,
      /$/,
      '  endpoints: { a-b: { path: /x } }\n',
      '13:16 error schema registration.endpoints: the key "a-b" is not the name of an endpoint: a letter, then letters, digits and "_", 48 at most.',
    ],
  ])('tells %s', (_, path, from, to, expected) => {
    expect(lines(edit(path, from, to))[0]).toContain(expected);
  });

  it('has words for every pattern', async () => {
    const schema = await readFile('schemas/entry.schema.json', 'utf8');
    const patterns = [...schema.matchAll(/"pattern": ("(?:[^"\\]|\\.)*")/g)].map(([, text]) =>
      JSON.parse(text ?? '""'),
    );
    expect(patterns.filter((pattern) => !(pattern in PATTERN_WORDS))).toEqual([]);
    expect(Object.keys(PATTERN_WORDS).filter((pattern) => !patterns.includes(pattern))).toEqual([]);
  });
});

describe('places', () => {
  it.each([
    ['gateway.yaml', 'kind: gateway'],
    ['111111111111/us-east-1/x.yaml', 'kind: gateway'],
    ['11111/us-east-1/gateways/x.yaml', 'kind: gateway'],
    ['manual.yaml', 'kind: server'],
    ['111111111111/us-east-1/gateways/x.txt', 'kind: gateway'],
  ])('%s belongs nowhere', (path, text) => {
    expect(lines(add(path, text))).toEqual(
      [`${path}:1:1 error file-place No entry belongs at this place.`].map((line) =>
        expect.stringContaining(line.split(':')[0] ?? ''),
      ),
    );
    expect(validateCatalogue(add(path, text), CONTEXT).problems[0]?.rule).toBe('file-place');
  });

  it('kinds belong in their folders', () => {
    expect(lines(add(GATEWAY, 'kind: runtime'))).toEqual([
      `${GATEWAY}:1:1 error file-place kind: expected gateway in this folder, met runtime.`,
    ]);
    expect(lines(add('manual/a.yaml', 'kind: gateway'))).toEqual([
      'manual/a.yaml:1:1 error file-place kind: expected server or agent in this folder, met gateway.',
    ]);
  });

  it('one resource has one file', () => {
    const tree = world();
    tree.set(GATEWAY.replace('.yaml', '.yml'), (tree.get(GATEWAY) ?? '').replace('/pricing/', '/other/'));
    expect(lines(tree)).toEqual([
      `${GATEWAY.replace('.yaml', '.yml')}:1:1 error file-place servers/${GATEWAY} describes the same resource.`,
    ]);
  });
});

describe('guard', () => {
  it.each([
    [
      'account',
      'account: "111111111111"',
      'account: "222222222222"',
      'entry-ids source.account is 222222222222, while the file lies under 111111111111.',
    ],
    [
      'Region',
      'region: us-east-1',
      'region: eu-west-1',
      'entry-ids source.region is eu-west-1, while the file lies under us-east-1.',
    ],
    [
      'account of the ARN',
      'us-east-1:111111111111:gateway',
      'us-east-1:222222222222:gateway',
      'entry-ids The account in source.arn is 222222222222, while the file lies under 111111111111.',
    ],
    [
      'id of the ARN',
      ':gateway/pricing-a1b2c3d4e5',
      ':gateway/other-a1b2c3d4e5',
      'entry-ids The resource in source.arn is gateway/other-a1b2c3d4e5, while the file lies under gateway/pricing-a1b2c3d4e5.',
    ],
    [
      'kind of the ARN',
      ':gateway/pricing',
      ':runtime/pricing',
      'entry-ids The resource in source.arn is runtime/pricing-a1b2c3d4e5, while the file lies under gateway/pricing-a1b2c3d4e5.',
    ],
    [
      'another host',
      /https:\/\/pricing-a1b2c3d4e5\.gateway[^/]*/,
      'https://evil.example',
      'entry-url source.url: expected the host pricing-a1b2c3d4e5.gateway.bedrock-agentcore.us-east-1.amazonaws.com, which follows from the ARN.',
    ],
    ['a port', '.amazonaws.com/mcp', '.amazonaws.com:8443/mcp', 'entry-url source.url: expected the host'],
    ['http', 'url: https:', 'url: http:', 'entry-url source.url: expected https (http goes to loopback, and'],
    ['a fragment', '/mcp', '/mcp#x', 'entry-url source.url: a URL holds only'],
    ['nginx syntax', '/mcp', '/mcp;return', 'entry-url source.url: a URL holds only'],
  ])('%s', (_, from, to, expected) => {
    expect(lines(edit(GATEWAY, from, to)).join('\n')).toContain(expected);
  });

  it('a runtime’s URL follows from its ARN alone', () => {
    expect(lines(edit(RUNTIME, '/invocations', '/invocations?qualifier=x')).join('\n')).toContain(
      'entry-url source.url: expected https://bedrock-agentcore.us-east-1.amazonaws.com/runtimes/arn%3Aaws',
    );
  });

  it('the suffix follows the partition', () => {
    const where = { region: 'cn-north-1' };
    const { tree } = scanInto(new Map(), scanOf([gateway('pricing', where)]));
    expect(lines(tree).join('\n')).toContain(
      'expected the host pricing-a1b2c3d4e5.gateway.bedrock-agentcore.cn-north-1.amazonaws.com.cn,',
    );
  });

  it('a target’s gateway, id and URL form', () => {
    expect(lines(edit(TARGET, 'id: T000000001', 'id: T000000002')).join('\n')).toContain('source.id is T000000002');
    expect(lines(edit(TARGET, ':gateway/pricing-', ':gateway/stock-')).join('\n')).toContain(
      'gateway/stock-a1b2c3d4e5, while the file lies under gateway/pricing-a1b2c3d4e5',
    );
    expect(lines(edit(TARGET, 'https://mcp.example.com', 'https://user@mcp.example.com')).join('\n')).toContain(
      'user or password',
    );
  });

  it('the account is one that the configuration asks for', () => {
    expect(lines(world(), { accounts: new Set(['111111111111']) })).toEqual([]);
    expect(lines(world(), { accounts: new Set(['222222222222']) })).toHaveLength(3);
  });

  it('an emulator’s ids and URLs are its own, the folder’s account and Region are not', () => {
    const moto = edit(
      RUNTIME,
      /arn: .*/,
      'arn: arn:aws:bedrock-agentcore:us-east-1:111111111111:agent/1-2:1',
    ).entries();
    const tree = new Map(moto);
    expect(lines(tree).length).toBeGreaterThan(0);
    expect(lines(tree, { emulator: true })).toEqual([]);
    expect(
      lines(edit(RUNTIME, /arn: .*/, 'arn: arn:aws:bedrock-agentcore:eu-west-1:111111111111:agent/1'), {
        emulator: true,
      }),
    ).toHaveLength(1);
  });

  it('hosts in every place that says where requests go, as the configuration lists them', () => {
    const tree = manual(
      '  mcpEndpoint: http://orders:8000/mcp',
      '  sseEndpoint: https://10.1.2.3/sse',
      '  provider: { organization: A, url: "https://127.0.0.1/" }',
    );
    const hosts = hostRule({ privateHosts: [], httpHosts: [], loopback: false });
    expect(lines(tree, { hosts })).toEqual([
      expect.stringContaining('entry-url registration.mcpEndpoint: the host is private'),
      expect.stringContaining('entry-url registration.sseEndpoint: the host is private'),
      expect.stringContaining('entry-url registration.provider.url: a loopback host'),
    ]);
    const listed = hostRule({ privateHosts: ['orders', '10.1.2.3'], httpHosts: ['orders'], loopback: true });
    expect(lines(tree, { hosts: listed })).toEqual([]);
  });

  it.each([
    ['https://host.example/a path', 'a URL holds only'],
    ['https://host.example/$x', 'a URL holds only'],
    ['https://host.example/{x}', 'a URL holds only'],
    ['https://host.example/;x', 'a URL holds only'],
    ['https://[::1]/', 'a URL holds only'],
    ['host.example/path', 'expected a whole URL'],
    ['ftp://host.example/', 'expected https'],
    ['http://host.example/', 'expected https'],
    ['https://a:b@host.example/', 'user or password'],
    ['https://169.254.169.254/latest', 'link-local'],
    ['https://0.0.0.0/', 'link-local'],
    ['https://2130706433/', 'expected the plain spelling https://127.0.0.1/'],
    ['https://10.1.2.3/mcp', 'the host is private'],
    ['https://orders/mcp', 'the host is private'],
    ['https://Host.example/', 'expected the plain spelling https://host.example/'],
    ['https://host.example:443/', 'expected the plain spelling https://host.example/'],
    ['https://host.example/a/../b', 'expected the plain spelling https://host.example/b'],
  ])('refuses %s', (url, expected) => {
    const tree = new Map([
      ['manual/a.yaml', `kind: server\nregistration: { path: /a/, name: A, url: ${JSON.stringify(url)} }\n`],
    ]);
    expect(lines(tree)).toEqual([expect.stringContaining(expected)]);
  });

  it.each([
    'https://host.example',
    'https://host.example/mcp/',
    'https://host.example:8443/a%20b?x=1&y=2',
    'http://127.0.0.1:8080/mcp',
    'http://localhost/',
  ])('takes %s', (url) => {
    expect(
      lines(new Map([['manual/a.yaml', `kind: server\nregistration: { path: /a/, name: A, url: "${url}" }\n`]])),
    ).toEqual([]);
  });

  it('looks at the other URLs too', () => {
    expect(
      lines(
        manual(
          '  mcpEndpoint: http://a.example',
          '  sseEndpoint: x',
          '  provider: { organization: A, url: "javascript:x" }',
        ),
      ).map((line) => line.split(' ')[3]),
    ).toEqual(['registration.mcpEndpoint:', 'registration.sseEndpoint:', 'registration.provider.url:']);
  });
});

describe('paths', () => {
  it('are taken once, ignoring case and the last slash, endpoints included', () => {
    const tree = new Map([...edit(RUNTIME, /$/, '  endpoints: { prod: { path: /Pricing } }\n')]);
    tree.set(
      RUNTIME,
      (tree.get(RUNTIME) ?? '').replace('protocol: A2A', 'protocol: A2A\n  endpoints: [{ name: prod }]'),
    );
    expect(lines(tree)).toEqual([
      `${RUNTIME}:14:24 error path-taken registration.endpoints.prod.path: /Pricing is taken by servers/${GATEWAY}.`,
    ]);
  });

  it('are free when the other says register: false', () => {
    const tree = new Map(edit(GATEWAY, /$/, '  register: false\n'));
    tree.set(RUNTIME, (tree.get(RUNTIME) ?? '').replace('path: /planner', 'path: /pricing'));
    expect(lines(tree)).toEqual([]);
  });

  it.each([
    [GATEWAY, '/pricing/', '/pricing', "a server's path ends with a slash"],
    [RUNTIME, 'path: /planner', 'path: /planner/', "an agent's path ends without a slash"],
    [GATEWAY, '/pricing/', '/API/x/', 'the registry answers /api itself'],
    [GATEWAY, '/pricing/', '/health/', 'the registry answers /health itself'],
    [GATEWAY, '/pricing/', '/all/', 'the registry answers /all itself'],
    [GATEWAY, '/pricing/', '/metrics/', 'the registry answers /metrics itself'],
    [GATEWAY, '/pricing/', '/healthcheck/', 'the registry answers /healthcheck itself'],
    [GATEWAY, '/pricing/', '/well-known/', 'the registry answers /well-known itself'],
    [GATEWAY, '/pricing/', '/x/rating/', "a path that ends in /rating is one of the registry's own routes"],
    [
      RUNTIME,
      'path: /planner',
      'path: /x/versions',
      "a path that ends in /versions is one of the registry's own routes",
    ],
  ])('%s: %s as %s', (file, from, to, expected) => {
    expect(lines(edit(file, from, to))).toEqual([
      expect.stringContaining(`error path-form registration.path: ${expected}.`),
    ]);
  });
});

describe('registration', () => {
  it('group-restricted and groups go together, defaults counted in', () => {
    expect(lines(manual('  visibility: group-restricted'))).toEqual([
      expect.stringContaining('6:3 error visibility-groups'),
    ]);
    expect(lines(manual('  groups: [a]'))).toEqual([
      expect.stringContaining('6:3 error visibility-groups groups are named while visibility is internal'),
    ]);
    expect(lines(manual('  visibility: group-restricted', '  groups: [a]'))).toEqual([]);
    const defaults: DefaultsRow = { visibility: 'group-restricted', groups: ['all'] };
    expect(lines(manual(), { defaultsOf: () => byRow(defaults) })).toEqual([]);
    expect(lines(manual(), { defaultsOf: () => byRow({ ...defaults, groups: [] }) })).toEqual([
      expect.stringContaining('visibility-groups'),
    ]);
  });

  it('defaults leave entries out, or their tokens to the callers, where the file says neither', () => {
    const entriesBy = (values: Omit<DefaultsRow, 'match'>, tree: ReadonlyMap<string, string>) =>
      validateCatalogue(tree, { ...CONTEXT, defaultsOf: () => byRow(values) }).entries;
    const out = entriesBy({ register: false }, edit(RUNTIME, /$/, '  register: true\n'));
    expect(out.map(({ value, byDefault }) => [value.kind, value.registration.register, byDefault])).toEqual([
      ['gateway', false, ['register']],
      ['runtime', true, undefined],
      ['target', false, ['register']],
    ]);
    const callers = entriesBy({ credential: { from: 'caller' } }, edit(TARGET, /$/, 'credential: { client: x }\n'));
    expect(callers.map(({ value, byDefault }) => [value.kind, value.credential, byDefault])).toEqual([
      ['gateway', { from: 'caller' }, ['credential']],
      ['runtime', undefined, undefined],
      ['target', { client: 'x' }, undefined],
    ]);
  });

  it('a gateway may be reached at a custom domain that the configuration names, and at no other', () => {
    const own = (url: string) => edit(GATEWAY, /$/, `  url: ${url}\n`);
    const domains = ['tools.example.com'];
    expect(lines(own('https://tools.example.com/pricing/mcp'), { domains })).toEqual([]);
    const refused = lines(own('https://tools.example.com/mcp'));
    expect(refused).toEqual([
      expect.stringContaining(
        'error entry-url registration.url: the host tools.example.com is in none of the custom domains that the configuration names.',
      ),
    ]);
    for (const url of [
      'https://evil.example/mcp',
      'https://tools.example.com.evil.example/',
      'https://x.tools.example.com/',
    ])
      expect(lines(own(url), { domains })).toEqual([expect.stringContaining('is in none of the custom domains')]);
    expect(lines(own('http://tools.example.com/mcp'), { domains })[0]).toContain('entry-url');
    expect(lines(edit(RUNTIME, /$/, '  url: https://tools.example.com/\n'), { domains })[0]).toContain('schema');

    // What AWS says itself is compared with AWS before anything is sent.
    const told = edit(GATEWAY, /url: .*/, 'url: https://tools.example.com/mcp');
    expect(lines(told, { domains })).toEqual([]);
    expect(lines(told)).toEqual([expect.stringContaining('source.url: expected the host pricing-a1b2c3d4e5.gateway')]);
  });

  it('a gateway without MCP is left out unless its entry says otherwise', () => {
    const http = scanInto(
      new Map(),
      scanOf([
        gateway('http', {}, {
          protocol: undefined,
          targets: [{ id: 'T000000001', name: 'x', type: 'PROVIDER' }],
        } as never),
      ]),
    ).tree;
    const entries = (tree: ReadonlyMap<string, string>) => validateCatalogue(tree, CONTEXT).entries;
    expect(entries(http)).toMatchObject([{ value: { registration: { register: false } }, byDefault: ['register'] }]);
    const [[path = '', text = ''] = []] = [...http];
    const asked = entries(new Map([[path, `${text}  register: true\n`]]));
    expect(asked).toMatchObject([{ value: { registration: { register: true } } }]);
    const mixed = gateway('mixed', {}, {
      protocol: undefined,
      targets: [
        { id: 'T000000001', name: 'x', type: 'PROVIDER' },
        { id: 'T000000002', name: 'y', type: 'LAMBDA' },
      ],
    } as never);
    expect(entries(scanInto(new Map(), scanOf([mixed])).tree)[0]?.value.registration.register).toBeUndefined();
  });

  it('what goes by unit is refused where the unit is not known', () => {
    const unitUnknown = () => ({ ...byRow({}), unitUnknown: true as const });
    expect(lines(world(), { defaultsOf: unitUnknown })).toContain(
      `${GATEWAY}:3:3 error unit-unknown defaults go by organizational unit, and accounts.yaml does not say which one the account 111111111111 is in.`,
    );
    expect(lines(manual(), { defaultsOf: unitUnknown })).toEqual([]);
  });

  it('endpoints are those that a scan saw', () => {
    const tree = edit(RUNTIME, /$/, '  endpoints: { prod: { path: /prod } }\n');
    expect(lines(tree)).toEqual([
      `${RUNTIME}:13:16 error endpoint-unknown The runtime has no endpoint prod that a scan saw.`,
    ]);
    expect(hints(tree)).toEqual(['Scan with --include-endpoints first.']);
  });

  it('fields of the other kind are told', () => {
    expect(lines(manual('  skills: []', '  version: "1.0"'))).toEqual([
      'manual/a.yaml:6:3 warning field-unsupported registration.skills is for agents only, and this is registered as a server.',
      'manual/a.yaml:7:3 warning field-unsupported registration.version is for agents only, and this is registered as a server.',
    ]);
    expect(lines(edit(RUNTIME, /$/, '  transports: [sse]\n'))).toEqual([
      `${RUNTIME}:13:3 warning field-unsupported registration.transports is for servers only, and this is registered as an agent.`,
    ]);
  });

  it.each([
    ['Authorization: "Bearer hunter2"', 'The header Authorization holds a credential in plain text.'],
    ['X-Api-Key: hunter2', 'The header X-Api-Key holds a credential in plain text.'],
    ['Cookie: hunter2', 'The header Cookie holds a credential in plain text.'],
    ['X-Other: "Basic hunter2"', 'The header X-Other holds a credential in plain text.'],
    ['X-Other: eyJhunter2.eyJ', 'The header X-Other holds a credential in plain text.'],
    ['X-Other: "a $HUNTER2_TOKEN"', 'The header X-Other holds a placeholder, which nothing fills in.'],
    [`Authorization: "Bearer $\{HUNTER2}"`, 'The header Authorization holds a placeholder, which nothing fills in.'],
    [
      'X-Other: { secret: unknown }',
      'The header X-Other names the secret unknown, which the configuration does not define.',
    ],
    ['X-Other: { secret: orders }', 'The secret orders of the header X-Other may not go to https://a.example.'],
  ])('refuses the header %s', (header, expected) => {
    const problems = lines(manual('  headers:', `    ${header}`));
    expect(problems).toEqual([`manual/a.yaml:7:5 error header-secret ${expected}`]);
    expect(problems.join()).not.toMatch(/hunter2/i);
  });

  it('takes plain headers, and a secret for an origin that the configuration names', () => {
    const tree = new Map([
      [
        'manual/a.yaml',
        'kind: server\nregistration:\n  path: /a/\n  name: A\n  url: https://orders.example.com/mcp\n  headers: { X-Env: dev, Authorization: { secret: orders } }\n',
      ],
    ]);
    expect(lines(tree)).toEqual([]);
  });
});

describe('the registry’s own form', () => {
  it('is read, what can’t be sent is told, its placeholders are refused with the way out', async () => {
    const text = await readFile('test/fixtures/manual/gateway-config.json', 'utf8');
    const tree = new Map([['manual/gateway-config.json', text]]);
    expect(lines(tree)).toEqual([
      'manual/gateway-config.json:4:3 notice path-form path is read as /customer-support-assistant/: servers end with a slash.',
      'manual/gateway-config.json:5:3 error entry-url registration.url: a URL holds only letters, digits and ._~:/?&=%@,+-.',
      "manual/gateway-config.json:7:3 warning field-unsupported auth_type can't be sent for a server: the registration goes without it.",
      'manual/gateway-config.json:20:7 error header-secret The header Authorization holds a placeholder, which nothing fills in.',
      "manual/gateway-config.json:23:3 warning field-unsupported num_tools can't be sent for a server: the registration goes without it.",
      "manual/gateway-config.json:24:3 warning field-unsupported num_stars can't be sent for a server: the registration goes without it.",
      "manual/gateway-config.json:25:3 warning field-unsupported is_python can't be sent for a server: the registration goes without it.",
    ]);
    expect(hints(tree).join('\n')).toContain('{ secret: name }');
  });

  it('becomes an entry of kind server', async () => {
    const text = (await readFile('test/fixtures/manual/gateway-config.json', 'utf8'))
      .replace('<YOUR-GATEWAY-ID>', 'x')
      .replace('"Bearer $CUSTOMER_SUPPORT_AUTH_TOKEN"', '{ "secret": "orders" }');
    const { entries } = validateCatalogue(new Map([['manual/a.json', text]]), CONTEXT);
    expect(entries[0]?.value).toMatchObject({
      kind: 'server',
      registration: {
        path: '/customer-support-assistant/',
        name: 'customer-support-assistant',
        url: 'https://x.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp/',
        authProvider: 'bedrock-agentcore',
        transports: ['streamable-http'],
        headers: { Authorization: { secret: 'orders' } },
        license: 'Apache-2.0',
        tools: [
          {
            name: 'LambdaUsingSDK___check_warranty_status',
            description: expect.stringMatching(/^Check the warranty/),
            schema: { required: ['serial_number'] },
          },
          { name: 'LambdaUsingSDK___get_customer_profile' },
        ],
      },
    });
  });

  it('is checked in its own words', () => {
    const tree = add(
      'manual/a.yaml',
      'server_name: A',
      'proxy_pass_url: https://a.example',
      'path: a b',
      'tags: x, y',
      'headers: { B: 1 }',
      'tool_list: [{}]',
    );
    expect(lines(tree).map((line) => line.replace('manual/a.yaml:', ''))).toEqual([
      expect.stringContaining('3:1 error schema path: expected a path such as /name/'),
      expect.stringContaining('3:1 notice path-form path is read as /a b/'),
      '5:12 error schema headers.B: expected a text of printable ASCII, or the name of a secret.'.replace(
        '5:12',
        '5:12',
      ),
      '6:13 error schema tool_list[0] lacks the key "name".',
    ]);
  });

  it('agents’ cards become agents', () => {
    const tree = add(
      'manual/a.json',
      '{"name":"Planner","url":"https://a.example/a2a","path":"/planner/","supported_protocol":"A2A","version":"1.2.0","description":"",',
      '"skills":[{"id":"s1","name":"S","description":"does","input_modes":["text"],"output_modes":null}],"defaultInputModes":["text"],"tags":["a"],"security_schemes":{}}',
    );
    const { entries, problems } = validateCatalogue(tree, CONTEXT);
    expect(problems.map(({ rule }) => rule)).toEqual(['path-form', 'field-unsupported']);
    expect(entries[0]?.value).toEqual({
      kind: 'agent',
      registration: {
        path: '/planner',
        name: 'Planner',
        url: 'https://a.example/a2a',
        protocol: 'a2a',
        version: '1.2.0',
        inputModes: ['text'],
        tags: ['a'],
        skills: [{ id: 's1', name: 'S', description: 'does', inputModes: ['text'] }],
      },
    });
  });
});

describe('names that differ by case alone', () => {
  const server = (path: string) =>
    `kind: server\nregistration: { path: ${path}, name: A, url: "https://a.example${path}mcp" }\n`;
  const files = [
    ['manual/TOOLS.yaml', server('/a/')],
    ['manual/tools.yaml', server('/b/')],
  ] as const;

  it('are an error, also where one of the two could not be read', () => {
    const told = [
      'manual/tools.yaml:1:1 error file-case Its name differs from servers/manual/TOOLS.yaml by case alone: some file systems keep only one of the two.',
    ];
    expect(lines(new Map(files))).toEqual(told);
    expect(lines(new Map([files[1]]), { refused: new Set(['manual/TOOLS.yaml']) })).toEqual(told);
  });

  it('are never given by a scan', () => {
    const pair = [runtime('planner'), runtime('Planner')];
    const first = scanInto(new Map(), scanOf(pair));
    expect(first.changes.map(({ path }) => path)).toHaveLength(1);
    expect(first.problems.map(({ rule }) => rule)).toEqual(['resource-id-unsafe']);
    expect([...scanInto(new Map(), scanOf(pair.toReversed())).tree]).toEqual([...first.tree]);
    const [one] = pair.slice(0, 1);
    const { tree } = scanInto(new Map(), scanOf([gateway('pricing')]));
    const upper = { ...gateway('pricing'), key: { ...gateway('pricing').key, id: 'PRICING-a1b2c3d4e5' } };
    expect(one && scanInto(tree, scanOf([upper], [gateway('pricing').key])).changes).toEqual([]);
  });
});

it('refuses the metadata key that is the tool’s own mark, in both forms', () => {
  expect(lines(manual('  metadata: { agentcore_sync: { owner: me }, team: x }'))).toEqual([
    "manual/a.yaml:6:15 error metadata-reserved registration.metadata.agentcore_sync is the tool's own mark: no entry can set it.",
  ]);
  const form = {
    server_name: 'A',
    path: '/a/',
    proxy_pass_url: 'https://a.example/mcp',
    metadata: { agentcore_sync: 1 },
  };
  expect(lines(new Map([['manual/a.json', JSON.stringify(form)]])).join()).toContain('error metadata-reserved');
});
