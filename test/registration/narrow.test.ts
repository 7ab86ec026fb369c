import { expect, test } from 'vitest';
import type { Entry } from '../../src/model/catalogue.ts';
import type { RegistrationFilter } from '../../src/model/generated/configuration.ts';
import type { Registration } from '../../src/model/registration.ts';
import { isFor, leftOut } from '../../src/registration/narrow.ts';
import { renderEntry } from '../../src/registration/render.ts';
import { gateway, manual, SETTINGS } from '../engine/support.ts';

const registrationOf = (entry: Entry): Registration => {
  const [registration] = renderEntry(entry, SETTINGS);
  if (registration === undefined) throw new Error('no registration');
  return registration;
};

const fits = (entry: Entry, ...entries: readonly RegistrationFilter[]): boolean =>
  isFor({ name: 'production', entries: [...entries] }, () => entry)(registrationOf(entry));

const scanned = gateway('pricing', { registration: { tags: ['team:retail', 'reviewed'] } });
const byHand = manual('weather');

test.each<readonly [boolean, Entry, RegistrationFilter]>([
  [true, scanned, { kind: 'gateway' }],
  [false, scanned, { kind: 'runtime' }],
  [true, byHand, { kind: 'server' }],
  [true, scanned, { account: '1111*' }],
  [false, scanned, { account: '2222*' }],
  [false, byHand, { account: '*' }],
  [true, scanned, { region: 'us-*' }],
  [false, scanned, { region: 'eu-*' }],
  [true, scanned, { path: '/pricing' }],
  [true, scanned, { path: '/pricing/' }],
  [true, scanned, { path: '/pri*' }],
  [false, scanned, { path: 'pricing' }],
  [true, scanned, { tag: 'team:*' }],
  [false, scanned, { tag: 'team' }],
  [true, scanned, { kind: 'gateway', tag: 'reviewed' }],
  [false, scanned, { kind: 'gateway', tag: 'draft' }],
])('%s: %#', (expected, entry, filter) => {
  expect(fits(entry, filter)).toBe(expected);
  expect(fits(entry, { path: '/nothing' }, filter)).toBe(expected);
});

test('without filters and names every registry takes everything', () => {
  expect(isFor({ name: 'production' }, () => scanned)(registrationOf(scanned))).toBe(true);
});

test('an entry that names registries is for no other, whatever the filters take', () => {
  const named = gateway('pricing', { registration: { registries: ['staging'] } });
  expect(isFor({ name: 'staging' }, () => named)(registrationOf(named))).toBe(true);
  expect(isFor({ name: 'production' }, () => named)(registrationOf(named))).toBe(false);
  const where = { entryOf: () => named, directory: 'servers' };
  expect(leftOut([registrationOf(named)], { name: 'staging' }, where)).toEqual([]);
  const closed = { name: 'staging', entries: [{ kind: 'agent' as const }] };
  expect(leftOut([registrationOf(named)], closed, where)).toMatchObject([
    { rule: 'registry-left-out', subject: '/pricing/' },
  ]);
  expect(leftOut([registrationOf(scanned)], closed, { ...where, entryOf: () => scanned })).toEqual([]);
});
