/** Every key of the configuration's schema is decided: it counts only when it came alone, or may come along with entries. */
import { describe, expect, test } from 'vitest';
import { rowsOf } from '../../scripts/schema-rows.ts';
import { FORMS, parseConfiguration } from '../../src/config/load.ts';
import { TRUST_KEYS } from '../../src/config/trust-keys.ts';
import { changedWidening, heldBack, wideningOf, withWidening } from '../../src/config/widening.ts';
import { isObject } from '../../src/model/json.ts';

/** A configuration that says something for every key. */
const WHOLE = `
owner: catalogue
aws:
  accounts: ["111111111111"]
  organization: { units: [ou-ab12-11111111], exclude: ["333333333333"], include: ["111111111111"], role: "arn:aws:iam::111111111111:role/O" }
  regions: [us-east-1]
  role: Sync
  hubRole: arn:aws:iam::111111111111:role/Hub
  credentials: github-oidc
  confirm: { role: Confirm, hubRole: "arn:aws:iam::111111111111:role/ConfirmHub" }
  verify: { role: Verify, hubRole: "arn:aws:iam::111111111111:role/VerifyHub" }
  domains: [tools.example.com]
  audience: sts.amazonaws.com
  externalId: catalogue-7
  sessionSeconds: 900
  quotas: { get: 10, list: 5 }
confirmBy: review
scan:
  include: [{ name: a, id: b, account: c, region: d, kind: gateway, tag: e }]
  exclude: [{ name: a, id: b, account: c, region: d, kind: gateway, tag: e }]
  targets: mcp
  harnesses: true
  endpoints: true
paths: { template: "/{name}/", aliases: { "111111111111": retail } }
registries:
  production:
    type: mcp-gateway-registry
    url: https://registry.example.com
    insecure: false
    token: { env: REGISTRY_TOKEN }
    entries: [{ kind: gateway, account: a, region: b, path: c, tag: d }]
  site:
    type: static
    url: https://site.example.com
    directory: site
    namespace: com.example
    title: Servers
    audience: private
    expose: [owners]
    proxyVersion: "1.0"
    linkThrough: production
    allow: { also: [{ serverUrl: "https://a.example" }, { serverCommand: [a] }, { serverName: a }], names: false, managedOnly: true }
    entries: [{ tag: reviewed }]
defaults:
  - match: { account: a, ou: b, region: c, kind: gateway, name: d }
    tags: [a]
    enabled: true
    description: a
    license: a
    provider: { organization: a, url: "https://a.example" }
  - { visibility: internal, groups: [a], register: true, owners: [a], credential: { from: caller } }
  - { match: { account: "1*" }, requireLock: true, onToolChange: disable }
issuers:
  - issuer: https://a.example
    discoveryUrl: https://a.example/d
    tokenEndpoint: https://a.example/t
    account: "111111111111"
    role: Tokens
    vendor: okta
    clients:
      - id: one
        secret: { env: OAUTH_ONE }
        for: ["111111111111/*"]
        urls: [https://b.example]
        shared: false
        scope: read
        audience: a
        resource: https://b.example
        method: client_secret_post
secrets: { key: { env: OAUTH_KEY, urls: [https://b.example] } }
limits: { deletes: 20%, updates: 20%, disallows: 20%, disables: 5%, new: 200, allow: [servers/manual/a.yaml] }
rules: { auth-iam: "off" }
accepted: [{ rule: auth-iam, path: "/a*", reason: known, until: "2030-01-01" }]
ignore-drift: [tags]
groups: [retail]
owners: { "111111111111": ["@acme/retail"] }
network: { privateHosts: [a.internal] }
gateways:
  accounts: ["111111111111"]
  roles: ["arn:aws:iam::111111111111:role/G"]
  secrets: [{ arn: "arn:aws:secretsmanager:us-east-1:111111111111:secret:a", documents: [s3://a/b], issuers: ["https://a.example/d"], origins: ["https://a.example"] }]
  providers: [{ arn: "arn:aws:secretsmanager:us-east-1:111111111111:secret:a", documents: [s3://a/b], issuers: ["https://a.example/d"], origins: ["https://a.example"] }]
  origins: ["https://a.example"]
  interceptors: ["arn:aws:lambda:us-east-1:111111111111:function:f"]
  issuers: ["https://a.example/.well-known/openid-configuration"]
  policyEngines: ["arn:aws:bedrock-agentcore:us-east-1:111111111111:policy-engine/a-abcdefghij"]
  webAcls: ["arn:aws:wafv2:us-east-1:111111111111:regional/webacl/a/11111111-1111-1111-1111-111111111111"]
  kmsKeys: ["arn:aws:kms:us-east-1:111111111111:key/k"]
  returnUrls: ["https://a.example/back"]
  targetAccounts: ["222222222222"]
  extra: [vpc-0a1b2c3d]
  permissionsBoundary: Boundary
  reloadRole: Reload
  deploy: { role: Deploy, serviceRole: Service, hubRole: "arn:aws:iam::111111111111:role/D", bucket: a-bucket, bucketOwner: "111111111111" }
`;

type Values = Readonly<Record<string, unknown>>;

const { configuration, problems } = parseConfiguration('agentcore-sync.yaml', WHOLE);
const whole: Values = { ...configuration };

/** Keys of the schema as docs/configuration.md has them; `registry` is a registry by a shorter name. */
const KEYS = rowsOf(FORMS.root, FORMS)
  .map(({ key }) => key)
  .filter((key) => !/^registry(\.|$)/.test(key));

const isBelow = (key: string, upper: string): boolean =>
  key === upper || key.startsWith(`${upper}.`) || key.startsWith(`${upper}[`);

/** A key of a map of settings as the table has it: `limits.deletes` is one of `limits.<name>`. */
const asDecided = (key: string): string => key.replace(/^(limits|network|gateways)\.[^.[]+/, '$1.<name>');

const LEAVES = KEYS.filter((key) => !KEYS.some((other) => other !== key && isBelow(other, key)));

const decisionOf = (key: string): string | undefined =>
  Object.keys(TRUST_KEYS)
    .filter((row) => isBelow(asDecided(key), row) || isBelow(row, asDecided(key)))
    .sort((one, other) => other.length - one.length)[0];

type Pointer = readonly (string | number)[];

/** Every place of the values that a key names. */
const pointersTo = (values: unknown, steps: readonly string[]): readonly Pointer[] => {
  const [step, ...rest] = steps;
  if (Array.isArray(values)) {
    return values.flatMap((one, at) => pointersTo(one, steps).map((pointer) => [at, ...pointer]));
  }
  if (step === undefined) return values === undefined ? [] : [[]];
  if (!isObject(values)) return [];
  const keys = step === '<name>' ? Object.keys(values) : Object.keys(values).filter((key) => key === step);
  return keys.flatMap((key) => {
    const inner = values[key];
    const found = rest.length === 0 ? [[]] : pointersTo(inner, rest);
    return found.map((pointer) => [key, ...pointer]);
  });
};

const different = (value: unknown): unknown => {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (Array.isArray(value)) return [...value, different(value[0])];
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, different(one)]));
  return `${String(value)}x`;
};

const withDifferent = (values: unknown, pointer: Pointer): unknown => {
  const [step, ...rest] = pointer;
  if (step === undefined) return different(values);
  if (Array.isArray(values)) return values.map((one, at) => (at === step ? withDifferent(one, rest) : one));
  if (!isObject(values)) return values;
  return { ...values, [step]: withDifferent(values[String(step)], rest) };
};

/** What a thing is known by: another one is new, and a new one serves nothing. */
const IDENTITIES = ['issuers[].issuer', 'issuers[].clients[].id'];

describe('what widens trust', () => {
  test('every key of the schema is decided, and no row is of a key that is gone', () => {
    expect(LEAVES.filter((key) => decisionOf(key) === undefined)).toEqual([]);
    const rows = Object.keys(TRUST_KEYS);
    expect(rows.filter((row) => !KEYS.some((key) => isBelow(asDecided(key), row) || isBelow(row, key)))).toEqual([]);
  });

  test('the configuration of these tests is one, and says something for every key', () => {
    expect(
      problems
        .filter(({ rule }) => rule === 'configuration-schema')
        .map(({ text, place }) => `${place?.line}: ${text}`),
    ).toEqual([]);
    expect(LEAVES.filter((key) => pointersTo(whole, key.replaceAll('[]', '').split('.')).length === 0)).toEqual([]);
  });

  test.each(LEAVES.filter((key) => !IDENTITIES.includes(key)))('%s', (key) => {
    const row = decisionOf(key);
    const decision = Object.entries(TRUST_KEYS).find(([name]) => name === row)?.[1] ?? {};
    const before = wideningOf(whole);
    const pointers = pointersTo(whole, key.replaceAll('[]', '').split('.'));
    // What a row is for is judged as part of what the row says.
    for (const pointer of key.startsWith('defaults.match') ? pointers.slice(0, 1) : pointers) {
      const changed = { ...(withDifferent(whole, pointer) as Values) };
      const { defaults, ...others } = withWidening(changed, before);
      if ('freely' in decision) {
        expect({ defaults, ...others }).toEqual(changed);
        expect(heldBack(changed, before)).toEqual([]);
        continue;
      }
      const { defaults: _, ...stood } = whole;
      expect(others).toEqual(stood);
      expect(changedWidening(wideningOf({ defaults }), wideningOf({ defaults: whole['defaults'] }))).toEqual([]);
      expect(heldBack(changed, before)).toHaveLength(1);
    }
  });

  test.each(IDENTITIES)('%s: a new one serves nothing', (key) => {
    for (const pointer of pointersTo(whole, key.replaceAll('[]', '').split('.'))) {
      const changed = withDifferent(whole, pointer) as Values;
      const { issuers } = withWidening(changed, wideningOf(whole)) as typeof configuration;
      expect(issuers?.[0]?.clients).toEqual([expect.not.objectContaining({ for: expect.anything() })]);
      expect(issuers?.[0]?.clients).toEqual([expect.not.objectContaining({ secret: expect.anything() })]);
    }
  });
});
