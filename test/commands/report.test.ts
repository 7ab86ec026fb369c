import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { envelopeText } from '../../src/report/envelope.ts';
import { LOGISTICS, RETAIL, temporaryFolder } from '../cli/cli.ts';
import { commandIn, type Place } from '../cli/in-process.ts';
import { gatewayPath, gatewayText, variableOf } from '../cli/issuers.ts';

const ISSUER = 'https://issuer.example.com';
const DISCOVERY = `${ISSUER}/.well-known/openid-configuration`;
const CANARY = 'canary-of-a-secret';

const CONFIGURATION = `
owner: test-catalogue
aws: { accounts: ["${RETAIL}", "${LOGISTICS}"] }
owners: { "${LOGISTICS}": [carol] }
defaults: [{ match: { account: "${RETAIL}" }, owners: [bob], requireLock: true }]
issuers:
  - issuer: ${ISSUER}
    clients:
      - { id: retail, for: ["${RETAIL}/*"] }
`;

const MANUAL = 'kind: server\nregistration: { path: /mine/, url: https://mine.example.com/mcp, name: "<img src=x>" }\n';

/** Files alone: no service of any kind runs. */
const catalogue = (configuration: string, more: Readonly<Record<string, string>> = {}): Place => {
  const folder = temporaryFolder();
  const files = {
    'agentcore-sync.yaml': configuration,
    [gatewayPath('pricing')]: gatewayText('pricing', DISCOVERY),
    [gatewayPath('orders')]: `${gatewayText('orders', DISCOVERY)}credential: { from: caller }\n`,
    [gatewayPath('routing', LOGISTICS)]: gatewayText('routing', DISCOVERY, LOGISTICS),
    'servers/manual/mine.yaml': MANUAL,
    ...more,
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return { folder, environment: { [variableOf('retail')]: CANARY } };
};

test('each entry has its owners, authorization, token, lock and findings, and no secret is read', async () => {
  const place = catalogue(CONFIGURATION);
  const run = await commandIn(place, { command: 'report' });
  expect(run).toMatchObject({
    exitCode: 0,
    result: {
      entries: [
        {
          path: '/orders/',
          owners: ['bob'],
          authorization: 'CUSTOM_JWT',
          credential: { from: 'caller' },
          lock: 'required',
        },
        {
          path: '/pricing/',
          owners: ['bob'],
          credential: { from: 'client', issuer: ISSUER, client: 'retail' },
          lock: 'required',
        },
        {
          path: '/routing/',
          account: LOGISTICS,
          owners: ['carol'],
          credential: { from: 'missing' },
          lock: 'missing',
        },
        { path: '/mine/', kind: 'server', owners: [], authorization: 'none', credential: { from: 'none' } },
      ],
      groups: [
        { owner: 'bob', account: RETAIL, entries: 2 },
        { owner: 'carol', account: LOGISTICS, entries: 1 },
        { owner: null, account: null, entries: 1 },
      ],
    },
  });
  const schema = JSON.parse(await readFile('schemas/output.schema.json', 'utf8'));
  const validate = new Ajv2020({ allErrors: true, strict: true, strictTypes: false }).compile(schema);
  const printed = envelopeText({ command: 'report', ...run });
  expect(validate(JSON.parse(printed)), JSON.stringify(validate.errors)).toBe(true);
  for (const text of [printed, run.text, run.markdown]) expect(text).not.toContain(CANARY);
  expect(run.text).toContain(`bob  ${RETAIL}, 2 entries, 0 with a lock`);
  const markdown = await commandIn(place, { command: 'report', given: { markdown: true } });
  expect(markdown.text).toBe(run.markdown);
});

test('what validate has against an entry stands at it; what is accepted does not', async () => {
  const open = gatewayText('open', DISCOVERY).replace(
    / {4}type: CUSTOM_JWT[\s\S]*?(?=registration)/,
    '    type: NONE\n',
  );
  const place = catalogue(CONFIGURATION, { [gatewayPath('open')]: open });
  const openOf = async (at: Place): Promise<unknown> => {
    const { result } = await commandIn(at, { command: 'report', given: { only: 'path=/open/' } });
    return (result as { entries: { findings: { rule: string }[] }[] }).entries.map(({ findings }) =>
      findings.map(({ rule }) => rule),
    );
  };
  expect(await openOf(place)).toEqual([['gateway-open']]);
  const accepted = `accepted: [{ rule: gateway-open, path: /open/, reason: "for a demonstration" }]\n`;
  expect(await openOf(catalogue(`${CONFIGURATION}${accepted}`, { [gatewayPath('open')]: open }))).toEqual([[]]);
});

test('a file that can not be read fails the report, and --only that keeps nothing too', async () => {
  const place = catalogue(CONFIGURATION, { 'servers/manual/broken.yaml': 'kind: server\n\tx\n' });
  const broken = await commandIn(place, { command: 'report' });
  expect(broken.exitCode).toBe(1);
  expect(broken.problems.map(({ place: at }) => at?.file)).toContain('servers/manual/broken.yaml');
  const nothing = await commandIn(catalogue(CONFIGURATION), { command: 'report', given: { only: 'owner=dave' } });
  expect(nothing.problems.map(({ rule }) => rule)).toEqual(['entry-unknown']);
});

test('a hostile name of a file is shown escaped, and breaks nothing', async () => {
  const place = catalogue(CONFIGURATION, {
    'servers/manual/a|<img src=x>\u202e@team.yaml': MANUAL.replace('mine/', 'own/'),
  });
  const run = await commandIn(place, { command: 'report' });
  expect(run.text).not.toMatch(/\u202e/);
  expect(run.markdown).not.toMatch(/\u202e|<img|@team/);
  for (const part of run.markdown.split('\n\n').filter((text) => text.startsWith('|'))) {
    const rows = part.trim().split('\n');
    expect(new Set(rows.map((row) => row.split('|').length)).size).toBe(1);
  }
});
