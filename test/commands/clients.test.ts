import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { ReportedClient } from '../../src/model/reported-clients.ts';
import { clientsReport } from '../../src/report/clients.ts';
import { SUMMARY_LIMIT } from '../../src/report/document.ts';
import { envelopeText } from '../../src/report/envelope.ts';
import { reportMarkdown, reportText } from '../../src/report/report.ts';
import { LOGISTICS, RETAIL, temporaryFolder } from '../cli/cli.ts';
import { commandIn, type Place } from '../cli/in-process.ts';
import { gatewayPath, gatewayText, variableOf } from '../cli/issuers.ts';

const ISSUER = 'https://issuer.example.com';
const DISCOVERY = `${ISSUER}/.well-known/openid-configuration`;
const CANARY = 'canary-of-a-secret';
const ARN = `arn:aws:secretsmanager:us-east-1:${RETAIL}:secret:both`;

const CONFIGURATION = `
owner: test-catalogue
aws: { accounts: ["${RETAIL}", "${LOGISTICS}"] }
registry: { url: https://registry.example.com, token: { issuer: ${ISSUER}, client: publisher } }
issuers:
  - issuer: ${ISSUER}
    clients:
      - { id: retail, for: ["${RETAIL}/*"] }
      - { id: both, for: ["${RETAIL}/orders"], secret: { secretsmanager: "${ARN}", key: value } }
      - { id: publisher, secret: github-oidc }
      - { id: left-over, for: ["${LOGISTICS}/*"], secret: { env: OAUTH_LEFT_OVER } }
`;

const catalogue = (more: Readonly<Record<string, string>> = {}): Place => {
  const folder = temporaryFolder();
  const files = {
    'agentcore-sync.yaml': CONFIGURATION,
    [gatewayPath('pricing')]: gatewayText('pricing', DISCOVERY),
    [gatewayPath('orders')]: gatewayText('orders', DISCOVERY),
    ...more,
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return { folder, environment: { [variableOf('retail')]: CANARY, OAUTH_LEFT_OVER: CANARY } };
};

test('each client has the place of its secret and what it covers; one without either is unused', async () => {
  const run = await commandIn(catalogue(), { command: 'clients' });
  expect(run.exitCode, JSON.stringify(run.problems)).toBe(0);
  expect(run.result).toMatchObject({
    clients: [
      {
        client: 'retail',
        secrets: [
          { in: 'environment', name: 'OAUTH_CLIENT_SECRET_retail' },
          { in: 'environment', name: 'OAUTH_CLIENT_SECRET_RETAIL' },
        ],
        entries: [
          { path: '/orders/', settled: false },
          { path: '/pricing/', account: RETAIL, settled: true },
        ],
        unused: false,
      },
      {
        client: 'both',
        secrets: [{ in: 'secretsmanager', arn: ARN, key: 'value' }],
        entries: [{ path: '/orders/', settled: false }],
      },
      { client: 'publisher', secrets: [{ in: 'github-oidc' }], entries: [], registries: ['default'], unused: false },
      { client: 'left-over', secrets: [{ in: 'environment', name: 'OAUTH_LEFT_OVER' }], entries: [], unused: true },
    ],
  });
  const schema = JSON.parse(readFileSync('schemas/output.schema.json', 'utf8'));
  const validate = new Ajv2020({ allErrors: true, strict: true, strictTypes: false }).compile(schema);
  const printed = envelopeText({ command: 'clients', ...run });
  expect(validate(JSON.parse(printed)), JSON.stringify(validate.errors)).toBe(true);
  for (const text of [printed, run.text, run.markdown]) expect(text).not.toContain(CANARY);
  expect(run.text).toContain('unused: it covers no entry');
  expect(run.markdown).toContain('4 clients, 1 unused');
});

test('a client that spans accounts without saying so gets no token, and is not unused', async () => {
  const place = catalogue({ 'agentcore-sync.yaml': CONFIGURATION.replace(`"${LOGISTICS}/*"`, '"*/pricing"') });
  const { result } = await commandIn(place, { command: 'clients' });
  expect((result as { clients: unknown[] }).clients.at(-1)).toMatchObject({
    client: 'left-over',
    entries: [{ path: '/pricing/', settled: false }],
    unused: false,
  });
});

test('an entry that can not be read fails the command: its client would look unused', async () => {
  const run = await commandIn(catalogue({ 'servers/manual/broken.yaml': 'kind: server\n\tx\n' }), {
    command: 'clients',
  });
  expect(run.exitCode).toBe(1);
  expect(run.problems.map(({ place }) => place?.file)).toContain('servers/manual/broken.yaml');
});

test('what a stranger wrote moves no cursor, breaks no table and mentions nobody', () => {
  const text = 'x\n::error::y|<img src=x>\u202e@team\u001b[2J';
  const client: ReportedClient = {
    issuer: text,
    client: text,
    secrets: [{ in: 'secretsmanager', arn: text, key: text }],
    entries: [{ file: text, path: text, account: text, settled: false }],
    registries: [text],
  };
  const printed = reportText(clientsReport([client], []), { colour: false, width: 80 });
  expect(printed.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
  expect(printed.split('\n').filter((line) => line.trimStart().startsWith('::'))).toEqual([]);
  const markdown = reportMarkdown(clientsReport([client], []), { limit: SUMMARY_LIMIT });
  expect(markdown).not.toMatch(/@|<img|\u202e/);
  const rows = markdown.split('\n').filter((line) => line.startsWith('|'));
  expect(rows.map((row) => row.split('|').length)).toEqual([6, 6, 6]);
});
