import { expect, test } from 'vitest';
import { coverageOf, overdueProblems } from '../../src/discovery/coverage.ts';
import { RESOURCE_KINDS } from '../../src/model/generated/resource-kinds.ts';
import type { Listing, ScanResult } from '../../src/model/resource.ts';
import { coverageReport } from '../../src/report/coverage-report.ts';
import { reportText } from '../../src/report/report.ts';

const [RETAIL, LOGISTICS, NEW, REFUSED] = ['111111111111', '222222222222', '333333333333', '444444444444'] as const;

const listed = (account: string, region: string, state: Listing['state']): Listing[] =>
  RESOURCE_KINDS.map((kind) => ({ account, region, kind, state: kind === 'gateway' ? state : 'complete' }));

const denied = (account: string, region?: string) => ({
  rule: 'call-denied' as const,
  severity: 'error' as const,
  subject: `${account} ${region ?? ''}`,
  about: { account, ...(region === undefined ? {} : { region }) },
  text: `ListGateways was denied in ${account}.`,
});

const SCAN: ScanResult = {
  sightings: [
    { key: { kind: 'gateway', account: RETAIL, region: 'us-east-1', id: 'a-a1b2c3d4e5' }, name: 'a', status: 'READY' },
  ],
  listings: [
    ...listed(LOGISTICS, 'us-east-1', 'incomplete'),
    ...listed(RETAIL, 'us-east-1', 'complete'),
    ...listed(RETAIL, 'eu-west-1', 'narrowed'),
  ],
  gone: [],
  outOfScope: [],
  accounts: [RETAIL, LOGISTICS, NEW, REFUSED],
  figures: [],
  problems: [denied(LOGISTICS, 'us-east-1'), denied(REFUSED)],
};

test('each account and Region: what was seen, when it was last whole, and why not since', () => {
  const at = '2026-01-02T03:04:05Z';
  const rows = coverageOf(SCAN, { at, accounts: new Set([LOGISTICS, RETAIL]) });
  expect(rows).toEqual([
    { account: RETAIL, region: 'eu-west-1', state: 'narrowed', resources: 0, last: at },
    { account: RETAIL, region: 'us-east-1', state: 'complete', resources: 1 },
    expect.objectContaining({
      account: LOGISTICS,
      region: 'us-east-1',
      state: 'incomplete',
      last: at,
      rule: 'call-denied',
    }),
    { account: NEW, state: 'not-asked', resources: 0, last: null },
    expect.objectContaining({ account: REFUSED, state: 'incomplete', last: null, rule: 'call-denied' }),
  ]);
  const text = reportText(coverageReport(rows, []), { width: 120, colour: false });
  expect(text).toContain('1 of 5 places complete.');
  expect(text).toMatch(/222222222222 +us-east-1 +0 +2026-01-02T03:04:05Z +ListGateways was denied/);
  expect(text).toMatch(/444444444444 +0 +never/);
});

test('an account is overdue after a day without a whole scan, where anybody knows', () => {
  const at = '2026-01-02T03:04:05Z';
  const told = (now: string, last: string | null | undefined) =>
    overdueProblems(
      coverageOf(SCAN, { accounts: new Set([LOGISTICS]), ...(last === undefined ? {} : { at: last }) }),
      Date.parse(now),
    ).map(({ rule, subject, text }) => `${rule} ${subject} ${text}`);
  expect(told('2026-01-03T03:04:05Z', at)).toEqual([
    `scan-overdue ${REFUSED} The account ${REFUSED} was never known to be scanned whole: what is gone there is not noticed.`,
  ]);
  expect(told('2026-01-03T03:04:06Z', at)).toEqual([
    `scan-overdue ${LOGISTICS} The account ${LOGISTICS} was last known to be scanned whole at ${at}: what is gone there is not noticed.`,
    expect.stringContaining(REFUSED),
  ]);
  expect(told('2027-01-03T03:04:06Z', undefined)).toEqual([]);
});
