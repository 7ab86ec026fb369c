/** What an audit asks for, from a real history and from GitHub's double, and as a table that no program takes for formulas. */
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { contentsOf } from '../../sandbox/world.ts';
import type { Audit } from '../../src/model/audit.ts';
import { auditCsv } from '../../src/report/audit.ts';
import { envelopeOf, expectCode, LOGISTICS, type Run } from '../cli/cli.ts';
import { BRANCH, type Stage, startStage } from '../main/request-stage.ts';

type Row = Readonly<Record<string, string>>;
const rowsOf = (csv: string): readonly Row[] => parse(csv, { columns: true, bom: false });
const auditOf = (run: Run): Audit => envelopeOf(run).result?.['audit'] as Audit;

const CONFIGURATION = `
issuers:
  - issuer: https://cognito-idp.us-east-1.amazonaws.com/us-east-1_retail
    clients: [{ id: registry, for: ["111111111111/*"], secret: { env: OAUTH_X } }]
accepted: [{ rule: gateway-waf-absent, path: "/pricing*", reason: "=SEC-12", until: 2027-01-31 }]
`;

/** A catalogue in which a scan's pull request was approved, merged and applied. */
const story = async (): Promise<Stage> => {
  const stage = await startStage({
    scanned: true,
    configuration: CONFIGURATION,
    files: { '.github/workflows/apply.yml': 'on: push\n' },
  });
  for (const one of contentsOf(stage.bench.aws.world, { account: LOGISTICS, region: 'us-east-1' }).gateways) {
    one.description = 'Carriers';
  }
  expectCode(await stage.step({ command: 'scan' }), 0);
  stage.github.people.review(1);
  stage.github.person('bob').review(1, 'CHANGES_REQUESTED');
  const merge = stage.github.people.merge(1, 'squash');
  stage.checkout();
  const at = '2026-11-21T10:00:00Z';
  stage.github.world.runs.push({
    id: 5001,
    workflow: 'apply.yml',
    branch: 'main',
    sha: merge,
    event: 'push',
    status: 'completed',
    conclusion: 'success',
    created: at,
    updated: at,
  });
  return stage;
};

test('in a workflow: the change, its pull request, author, approvers, the run that applied it, clients, what was accepted', async () => {
  const stage = await story();
  const run = await stage.step({ command: 'report', audit: 'true', since: '2020-01-01' });
  expectCode(run, 0);
  const audit = auditOf({ ...run, stdout: run.outputs['result'] ?? '' });
  const { serverUrl } = stage.github.world;
  expect(audit.changes[0]).toMatchObject({
    action: 'changed',
    file: expect.stringContaining('/gateways/routing-'),
    request: { number: 1, url: `${serverUrl}/acme/catalogue/pull/1`, from: 'github' },
    approvers: ['alice'],
    applied: { url: `${serverUrl}/acme/catalogue/actions/runs/5001`, at: '2026-11-21T10:00:00Z' },
  });
  expect(audit.changes.filter(({ action }) => action === 'added').map(({ file }) => file)).toContain(
    'agentcore-sync.yaml',
  );
  expect(audit.clients).toMatchObject([
    { client: 'registry', path: '/pricing-us-east-1/', url: expect.stringMatching(/^https:/) },
  ]);
  expect(audit.accepted).toMatchObject([{ rule: 'gateway-waf-absent', until: '2027-01-31' }]);
  expect(audit.uncovered).toEqual([]);
  expect(audit.missing.join('\n')).not.toContain('GitHub was not asked');
  const lines = run.stdout.split(/\r?\n/).filter((text) => text.startsWith('"'));
  const rows = rowsOf(lines.join('\n'));
  expect(run.summary).toMatch(/\d changes, 1 place of a client, 1 accepted finding/);
  expect(rows.filter(({ record }) => record === 'change')).toHaveLength(audit.changes.length);
  expect(rows.find(({ record }) => record === 'accepted')?.['reason']).toBe("'=SEC-12");
  expect(stage.github.world.violations).toEqual([]);
});

test('on a laptop: git alone, and it says what can not be shown', async () => {
  const stage = await story();
  const run = expectCode(await stage.bench.step('report --audit --output json'), 0);
  const { changes, missing } = auditOf(run);
  expect(changes[0]).toMatchObject({ request: { number: 1, from: 'subject' } });
  expect(changes.some((change) => 'approvers' in change || 'applied' in change)).toBe(false);
  expect(missing[0]).toContain('GitHub was not asked');
  const csv = expectCode(await stage.bench.step('report --audit'), 0);
  const [change] = rowsOf(csv.stdout);
  expect(change).toMatchObject({ record: 'change', approvers: 'not known', 'pull request': '#1 (by its subject)' });
  const later = auditOf(expectCode(await stage.bench.step('report --audit --since 2090-01-01 --output json'), 0));
  expect(later.changes).toEqual([]);
  const wrong = await stage.bench.step('report --audit --since yesterday');
  expect(expectCode(wrong, 64).stderr).toContain('a day such as 2026-01-31');
  expect(stage.github.people.tip(BRANCH)).not.toBe('');
});

test('no cell is a formula, and none leaves its line', () => {
  const evil = ['=cmd()', '+1', '-1', '@SUM(A1)', '\t=1', '\r\n=1', '"=1","x"', ' =1', '\ufeff=1', '|x', 'calm'];
  const audit: Audit = {
    changes: evil.map((text) => ({
      at: text,
      commit: text,
      file: text,
      action: 'changed',
      author: text,
      subject: text,
    })),
    clients: [],
    accepted: [],
    uncovered: [],
    missing: evil,
  };
  const rows = rowsOf(auditCsv(audit));
  expect(rows).toHaveLength(evil.length * 2);
  for (const row of rows)
    for (const cell of Object.values(row)) expect(cell).not.toMatch(/^\s*[=+\-@|\t\r]|[\n\r\t\ufeff]/);
  expect(rows.at(-1)?.['reason']).toBe('calm');
});
