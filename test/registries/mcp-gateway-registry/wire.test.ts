/** The engine's tests and the contract of registries go without a wire: over one, the same is sent, answered and kept. */
import { afterEach, expect, it } from 'vitest';
import type { LoggedRequest } from '../../../sandbox/registry/registry.ts';
import {
  applyWorld,
  endWorlds,
  failuresOf,
  KINDS,
  manual,
  planWorld,
  startWired,
  startWorld,
  TOKENS,
  type World,
} from '../../engine/support.ts';
import { CATALOGUE, HOSTILE } from '../contract.ts';

afterEach(endWorlds);

const ENTRIES = [
  ...CATALOGUE,
  ...HOSTILE.map((text, at) => manual(`h${at}`, { name: text, description: text, metadata: { note: text } })),
];

/** What a request says; names that only a connection has are left out. */
const said = ({ method, url, form, json, status, headers }: LoggedRequest) => ({
  ...{ method, url, form, json, status },
  ...{ accept: headers['accept'], authorization: headers['authorization'], type: headers['content-type'] },
});

/** Registers everything, moves the files that people wrote, reads all of it whole, and takes most of it away. */
const story = async ({ registry, double }: World) => {
  const overrides = { credentialFor: TOKENS, apply: { concurrency: 1 } };
  expect(failuresOf(await applyWorld(registry, ENTRIES, overrides))).toEqual([]);
  // Ids that the registry draws are its own.
  const kept = JSON.stringify(double.records()).replaceAll(/"id":"[0-9a-f-]{36}",/g, '');
  const { plan } = await planWorld(registry, ENTRIES, { hasCredential: () => true, deep: true });
  const later = ENTRIES.map((entry) => ({ ...entry, path: entry.path.replace('manual/', 'manual/team/') }));
  expect(failuresOf(await applyWorld(registry, later, overrides))).toEqual([]);
  const taken = await applyWorld(registry, later.slice(0, 4), overrides);
  expect(failuresOf(taken)).toEqual([]);
  const requests = double.requests.map(said);
  const writes = requests.filter(({ method }) => method !== 'GET');
  // Four are read at a time.
  const reads = requests.filter(({ method }) => method === 'GET').map((read) => JSON.stringify(read));
  return {
    kept,
    plan: JSON.stringify(plan.changes),
    outcomes: JSON.stringify(taken.outcomes),
    writes,
    reads: reads.sort(),
  };
};

it.each(KINDS)(
  '$name: a run sends, gets and leaves behind the same over HTTP as in one process',
  async ({ options }) => {
    const at = { now: () => 1_763_000_000_000 };
    const wired = await story(await startWired({ ...options, ...at }));
    const direct = await story(await startWorld({ ...options, ...at }));
    expect(wired.writes.length).toBeGreaterThan(2 * ENTRIES.length);
    expect(direct).toEqual(wired);
  },
);

it.each([
  { name: 'a reset', fault: { kind: 'reset', when: 'after' } },
  { name: 'half an answer', fault: { kind: 'truncate' } },
  { name: 'a 502 page', fault: { kind: 'answer', status: 502, type: 'html', body: '<html>' } },
] as const)('$name is met alike', async ({ fault }) => {
  const met = async (world: World) => {
    world.double.faults.add({ times: 3, fault });
    await world.registry.snapshot();
    return world.double.requests.map(({ status }) => status);
  };
  const wired = await met(await startWired());
  expect(wired.length).toBeGreaterThan(3);
  expect(await met(await startWorld())).toEqual(wired);
});
