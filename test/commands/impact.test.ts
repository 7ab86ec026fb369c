import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { envelopeText } from '../../src/report/envelope.ts';
import { impactText } from '../../src/report/impact-text.ts';
import { RETAIL, temporaryFolder } from '../cli/cli.ts';
import { commandIn, type Place } from '../cli/in-process.ts';
import { gatewayPath, gatewayText } from '../cli/issuers.ts';

const DISCOVERY = 'https://issuer.example.com/.well-known/openid-configuration';
const ARN = `arn:aws:bedrock-agentcore:us-east-1:${RETAIL}:runtime/stock-a1b2c3d4e5`;
const URL_OF_RUNTIME = `https://bedrock-agentcore.us-east-1.amazonaws.com/runtimes/${encodeURIComponent(ARN)}/invocations`;
const PROVIDER = `arn:aws:bedrock-agentcore:us-east-1:${RETAIL}:token-vault/default/oauth2credentialprovider/shop`;
const BASE = `servers/${RETAIL}/us-east-1`;

const RUNTIME = `kind: runtime
source:
  account: "${RETAIL}"
  region: us-east-1
  arn: ${ARN}
  name: stock
  url: ${URL_OF_RUNTIME}
  protocol: MCP
  authorizer: { type: AWS_IAM }
registration: { path: /stock/ }
`;

const TARGET = `kind: target
source:
  account: "${RETAIL}"
  region: us-east-1
  arn: arn:aws:bedrock-agentcore:us-east-1:${RETAIL}:gateway/pricing-a1b2c3d4e5
  id: ABCDEFGHIJ
  name: stock-target
  gateway: pricing
  url: ${URL_OF_RUNTIME}?qualifier=DEFAULT
  security:
    outbound: [{ type: OAUTH, provider: "${PROVIDER}", scopes: [stock/read] }]
registration: { path: /stock-target/ }
`;

const GATEWAY = gatewayText('pricing', DISCOVERY).replace(
  'registration:',
  '  targets:\n    - { id: ABCDEFGHIJ, name: stock-target, type: mcpServer }\n    - { id: KLMNOPQRST, name: prices, type: lambda }\nregistration:\n  visibility: group-restricted\n  groups: [shop]',
);

const catalogue = (): Place => {
  const folder = temporaryFolder();
  const files = {
    'agentcore-sync.yaml': `owner: test-catalogue\naws: { accounts: ["${RETAIL}"] }\nregistries:\n  staging: { type: mcp-gateway-registry, url: https://staging.example.com }\n  production: { type: mcp-gateway-registry, url: https://production.example.com, entries: [{ kind: gateway }] }\n`,
    [gatewayPath('pricing')]: GATEWAY,
    [`${BASE}/targets/pricing-a1b2c3d4e5/ABCDEFGHIJ.yaml`]: TARGET,
    [`${BASE}/runtimes/stock-a1b2c3d4e5.yaml`]: RUNTIME,
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return { folder, environment: {} };
};

test('a gateway leads to its targets, their runtimes, providers and scopes; a runtime back to its gateway', async () => {
  const place = catalogue();
  const run = await commandIn(place, { command: 'impact', operands: ['/pricing/', 'stock'] });
  const target = {
    id: 'ABCDEFGHIJ',
    outbound: [{ type: 'OAUTH', provider: PROVIDER, scopes: ['stock/read'] }],
    runtime: { path: '/stock/', kind: 'runtime' },
  };
  expect(run.exitCode, JSON.stringify(run.problems)).toBe(0);
  expect(run.result).toMatchObject([
    {
      entry: { path: '/pricing/', kind: 'gateway' },
      registrations: [{ registries: ['staging', 'production'], visibility: 'group-restricted', groups: ['shop'] }],
      targets: [target, { id: 'KLMNOPQRST', name: 'prices', outbound: [] }],
      gateways: [],
    },
    {
      entry: { path: '/stock/', kind: 'runtime' },
      registrations: [{ registries: ['staging'] }],
      targets: [target],
      gateways: [{ path: '/pricing/', file: gatewayPath('pricing') }],
    },
  ]);
  expect(run.text).toContain(`authorized as OAUTH by ${PROVIDER} with scopes stock/read`);
  const schema = JSON.parse(readFileSync('schemas/output.schema.json', 'utf8'));
  const validate = new Ajv2020({ allErrors: true, strict: true, strictTypes: false }).compile(schema);
  expect(validate(JSON.parse(envelopeText({ command: 'impact', ...run }))), JSON.stringify(validate.errors)).toBe(true);
  const nothing = await commandIn(place, { command: 'impact', operands: ['/nowhere/'] });
  expect(nothing).toMatchObject({ exitCode: 1, problems: [{ rule: 'entry-unknown' }] });
});

test('what a stranger wrote moves no cursor and begins no line', () => {
  const text = 'x\n::error::y\u202e\u001b[2J';
  const entry = { file: text, kind: 'gateway', path: text } as const;
  const printed = impactText(
    [
      {
        entry,
        registrations: [{ path: text, registries: [text], visibility: 'public', groups: [text] }],
        targets: [
          { id: text, name: text, entry, url: text, outbound: [{ type: text, scopes: [text] }], runtime: entry },
        ],
        gateways: [entry],
        roles: [{ of: entry, arn: entry.file, file: entry.file }, { of: entry }],
      },
    ],
    { colour: false, width: 80 },
  );
  expect(printed.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
  expect(printed.split('\n').filter((line) => line.trimStart().startsWith('::'))).toEqual([]);
});

test('a runtime behind a target without an entry is known from its gateway’s', async () => {
  const place = catalogue();
  const leading = GATEWAY.replace(
    'type: lambda }',
    `type: AGENTCORE_RUNTIME, runtime: "${ARN}" }\n  security: { outbound: [{ target: prices, type: OAUTH, provider: "${PROVIDER}" }] }`,
  );
  writeFileSync(join(place.folder, gatewayPath('pricing')), leading);
  const { result, exitCode } = await commandIn(place, { command: 'impact', operands: ['/stock/'] });
  expect(exitCode).toBe(0);
  expect(result).toMatchObject([
    {
      gateways: [{ path: '/pricing/' }],
      targets: [
        { name: 'stock-target', runtime: { path: '/stock/' } },
        { name: 'prices', runtime: { path: '/stock/' }, outbound: [{ type: 'OAUTH', provider: PROVIDER }] },
      ],
    },
  ]);
});

test('roles: as a definition of the gateway names it; where no file does, the call of AWS that would tell', async () => {
  const place = catalogue();
  const role = `arn:aws:iam::${RETAIL}:role/pricing`;
  const file = join(place.folder, `gateways/${RETAIL}/us-east-1/pricing.yaml`);
  mkdirSync(dirname(file), { recursive: true });
  const text = readFileSync(join(import.meta.dirname, '../fixtures/fuzz/definition/mcp-servers.yaml'), 'utf8');
  writeFileSync(file, text.replace(/^role:.*\n(?: .*\n)*/m, `role: { type: given, arn: "${role}" }\n`));
  const { result, text: said } = await commandIn(place, { command: 'impact', operands: ['/pricing/', '/stock/'] });
  expect(result).toMatchObject([
    {
      roles: [
        { of: { path: '/pricing/' }, arn: role, file: `gateways/${RETAIL}/us-east-1/pricing.yaml` },
        { of: { path: '/stock/' }, call: 'GetAgentRuntime' },
      ],
    },
    {
      roles: [
        { of: { path: '/stock/' }, call: 'GetAgentRuntime' },
        { of: { path: '/pricing/' }, arn: role },
      ],
    },
  ]);
  expect(said).toContain(`role of /pricing/ ${role}`);
  expect(said).toContain('role of /stock/ is not known  no file says it: GetAgentRuntime would (roleArn)');
});
