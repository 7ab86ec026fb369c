import { expect, test } from 'vitest';
import { outsideOf } from '../../src/discovery/outside.ts';
import { createScope } from '../../src/discovery/scope.ts';
import { unseenPlaces } from '../../src/discovery/unseen.ts';
import type { ResourceKey } from '../../src/model/resource.ts';

const [RETAIL, LOGISTICS] = ['111111111111', '222222222222'] as const;
const key = (account: string, region: string, id: string): ResourceKey => ({ kind: 'gateway', account, region, id });
const KEYS = [
  key(LOGISTICS, 'us-east-1', 'a-0000000001'),
  key(RETAIL, 'eu-west-1', 'b-0000000002'),
  key(RETAIL, 'us-east-1', 'c-0000000003'),
  key(RETAIL, 'eu-west-1', 'd-0000000004'),
];
const NOW = Date.parse('2026-01-03T12:00:00Z');
const SCOPE = createScope({
  include: [],
  exclude: [{ id: 'c-*' }],
  targets: false,
  harnesses: false,
  endpoints: false,
  strictAccounts: false,
  prune: false,
  narrow: { include: [], exclude: [], gateways: true, runtimes: true },
});
const nothingOutside = () => false;

test('what the configuration leaves out is not seen: by Region, account or filter, never by flags', () => {
  const accounts = { type: 'list', accounts: [RETAIL] } as const;
  const outside = (thisRun: { readonly thisRun?: true }, regions: readonly string[]) =>
    unseenPlaces(KEYS, {
      isOutside: outsideOf(
        { accounts: { ...accounts, ...thisRun }, regions: { type: 'list', regions, ...thisRun } },
        SCOPE,
        new Set([RETAIL]),
      ),
      now: NOW,
    });
  expect(outside({}, ['us-east-1'])).toEqual([
    { place: `${RETAIL} eu-west-1`, entries: 2 },
    { place: `${RETAIL} us-east-1`, entries: 1 },
    { place: `${LOGISTICS} us-east-1`, entries: 1 },
  ]);
  expect(outside({ thisRun: true }, ['ap-south-1'])).toEqual([{ place: `${RETAIL} us-east-1`, entries: 1 }]);
});

test('after a day without a whole scan nothing is seen, by account; before that, and where nobody knows, all is', () => {
  const at = (last: string | null | undefined) =>
    unseenPlaces(KEYS, { isOutside: nothingOutside, ...(last === undefined ? {} : { last }), now: NOW });
  expect(at(undefined)).toEqual([]);
  expect(at('2026-01-03T00:00:00Z')).toEqual([]);
  const late = '2026-01-02T00:00:00Z';
  expect(at(late)).toEqual([
    { place: RETAIL, entries: 3, since: late },
    { place: LOGISTICS, entries: 1, since: late },
  ]);
  expect(at(null)).toEqual([
    { place: RETAIL, entries: 3, since: null },
    { place: LOGISTICS, entries: 1, since: null },
  ]);
});
