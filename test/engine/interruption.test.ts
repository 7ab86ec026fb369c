import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Registry as Double, Fault, Fields } from '../../sandbox/registry/registry.ts';
import { mapLimit } from '../../src/net/concurrency.ts';
import { rolldown } from '../scripts/rolldown.ts';
import { AFTER, BEFORE, CHANGES, count } from './story.ts';
import {
  applyWorld,
  changesOf,
  connect,
  endWorlds,
  failuresOf,
  KINDS,
  planWorld,
  startWired,
  startWorld,
  TOKENS,
  type World,
} from './support.ts';

afterEach(endWorlds);

const OPTIONS = { credentialFor: TOKENS, apply: { concurrency: 1 } };
const isWrite = (method: string): boolean => method !== 'GET';
const VOLATILE = ['id', 'registered_at', 'updated_at', 'credential_updated_at', 'last_health_check'];

const stable = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !VOLATILE.includes(name)));

/** What is stored, without what differs from run to run. */
const stateOf = (double: Double) => {
  const { servers, agents } = double.records();
  return {
    servers: servers.map((one) => ({ ...one, fields: stable(one.fields) })),
    agents: agents.map((one) => ({ ...one, fields: stable(one.fields) })),
  };
};

type Kind = (typeof KINDS)[number]['options'];

/** What is stored before, for each kind of registry: made once, by applying it. */
const seeds = new Map<string, Parameters<Double['seed']>[0]>();

const seedOf = async (options: Kind): Promise<Parameters<Double['seed']>[0]> => {
  const known = seeds.get(JSON.stringify(options));
  if (known) return known;
  const { registry, double } = await startWorld(options);
  expect(failuresOf(await applyWorld(registry, BEFORE, { credentialFor: TOKENS }))).toEqual([]);
  const { servers, agents } = double.records();
  const seed = {
    servers: servers.map(({ credential, ...one }) => ({ ...one, ...(credential === undefined ? {} : { credential }) })),
    agents,
  };
  seeds.set(JSON.stringify(options), seed);
  return seed;
};

const begin = async (options: Kind, start = startWorld): Promise<World> => {
  const world = await start(options);
  world.double.seed(await seedOf(options));
  return world;
};

interface Undisturbed {
  readonly state: ReturnType<typeof stateOf>;
  readonly writes: number;
}

/** The end state of a run that nothing disturbs, and how many writes it takes, for each kind of registry. */
const ends = new Map<string, Undisturbed>();

const undisturbed = async (options: Kind): Promise<Undisturbed> => {
  const known = ends.get(JSON.stringify(options));
  if (known) return known;
  const world = await begin(options);
  const { plan } = await planWorld(world.registry, AFTER, { hasCredential: () => true });
  expect(changesOf(plan)).toHaveLength(CHANGES);
  expect(failuresOf(await applyWorld(world.registry, AFTER, OPTIONS))).toEqual([]);
  const writes = world.double.requests.filter(({ method }) => isWrite(method)).length;
  const end = { state: stateOf(world.double), writes };
  ends.set(JSON.stringify(options), end);
  return end;
};

/**
 * A program that applies the story's end, one change after another: bundled once, because it is started once for each
 * write, and reading all its sources takes longer than what it does. Gives how it is started on a registry.
 */
const bundled = async (): Promise<(double: Double) => ChildProcess> => {
  const folder = mkdtempSync(join(tmpdir(), 'agentcore-sync-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'apply.mjs');
  const input = join(import.meta.dirname, 'apply-process.ts');
  await rolldown(input, '--file', file, '--no-codeSplitting');
  const env = { ...process.env, NODE_COMPILE_CACHE: folder };
  return ({ url, token }) => spawn(process.execPath, [file, url, token], { stdio: 'ignore', env });
};

/** As many of a run's writes are followed by the end of its process. The contract of registries ends a client after each. */
const KILLED = 4;

const spread = (writes: number): number[] =>
  count(0, KILLED).map((at) => 1 + Math.floor((at * (writes - 1)) / (KILLED - 1)));

describe('a process that is killed', () => {
  it('after its first, its last or any write between is finished by the next', async () => {
    const options = { version: 'newer' } as const;
    const { state, writes } = await undisturbed(options);
    const start = await bundled();
    await mapLimit(spread(writes), 2, async (nth) => {
      const { double, registry, close } = await begin(options, startWired);
      const process = start(double);
      const ended = once(process, 'exit');
      const written = (): number => double.requests.filter(({ method }) => isWrite(method)).length;
      await vi.waitUntil(() => written() >= nth || process.exitCode !== null, { interval: 2, timeout: 30_000 });
      process.kill('SIGKILL');
      await ended;
      expect(failuresOf(await applyWorld(registry, AFTER, OPTIONS)), `killed at write ${nth}`).toEqual([]);
      expect(stateOf(double), `killed at write ${nth}`).toEqual(state);
      await close();
    });
  }, 180_000);
});

const FAULTS: readonly { readonly name: string; readonly fault: Fault['fault'] }[] = [
  { name: '500 in JSON', fault: { kind: 'answer', status: 500, body: '{"detail":"Internal server error"}' } },
  {
    name: '502 as a page',
    fault: { kind: 'answer', status: 502, type: 'html', body: '<html><title>502</title></html>' },
  },
  { name: '503', fault: { kind: 'answer', status: 503, type: 'html', body: '' } },
  { name: '504 after the work', fault: { kind: 'answer', status: 504, type: 'html', body: '', when: 'after' } },
  { name: '429 with Retry-After', fault: { kind: 'answer', status: 429, body: '{}', headers: { 'retry-after': '2' } } },
  { name: 'a reset before the work', fault: { kind: 'reset', when: 'before' } },
  { name: 'a reset after the work', fault: { kind: 'reset', when: 'after' } },
  { name: 'half an answer', fault: { kind: 'truncate' } },
];

describe.each(KINDS)('a registry that fails for a moment: $name', ({ options }) => {
  it.each(FAULTS)('at every fourth call with $name', async ({ fault }) => {
    const { state } = await undisturbed(options);
    const world = await begin(options);
    for (const nth of count(0, 60)) world.double.faults.add({ nth: 1 + nth * 4, fault });
    expect(failuresOf(await applyWorld(world.registry, AFTER, OPTIONS))).toEqual([]);
    expect(stateOf(world.double)).toEqual(state);
  });

  it('twice at once, both do the work', async () => {
    const { state } = await undisturbed(options);
    const world = await begin(options, startWired);
    const [one, other] = await Promise.all([
      applyWorld(world.registry, AFTER, { ...OPTIONS, apply: { concurrency: 3 } }),
      applyWorld(connect(world.double), AFTER, { ...OPTIONS, apply: { concurrency: 3 } }),
    ]);
    const failures = [...failuresOf(one), ...failuresOf(other)];
    expect(failures.every((failure) => /changed since the plan|held by something/.test(failure))).toBe(true);
    expect(failuresOf(await applyWorld(world.registry, AFTER, OPTIONS))).toEqual([]);
    expect(stateOf(world.double)).toEqual(state);
  });
});
