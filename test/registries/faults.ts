/** What a kind of registry must bear: every step of a change meets every fault, and the next run puts it right. */
import { expect, it } from 'vitest';
import { isSyncError } from '../../src/model/errors.ts';
import type { Registry, Task } from '../../src/model/registry.ts';
import { applyWorld, failuresOf, gateway, JWT, manual, runtime } from '../engine/support.ts';
import type { ContractKind, ContractWorld } from './contract.ts';

/** What may answer in place of the registry. `lie`: it says that all is done, and did nothing. */
const FAULTS = ['401', '403', '404', '409', '429', '500', '502', 'timeout', 'reset', 'lie'] as const;
export type Fault = (typeof FAULTS)[number];

type StepName = Task['type'] | 'read';

const bearer = (url: string) => manual('moved', { authScheme: 'bearer', url: `https://tools.example.com/${url}` });

const BEFORE = [
  gateway('edited', { authorizer: JWT, description: 'before' }),
  bearer('old-place'),
  manual('off'),
  manual('gone'),
  runtime('agent'),
];
const AFTER = [
  gateway('edited', { authorizer: JWT, description: 'after' }),
  bearer('new-place'),
  manual('off', { enabled: false }),
  runtime('agent', { registration: { version: '2.0.0' } }),
  gateway('new', { authorizer: JWT }),
];

const tokens = (name: string) => ({ credentialFor: async () => ({ token: name }), apply: { concurrency: 1 } });

const faultyOf = <Saved>({ faulty }: ContractWorld<Saved>, fault: Fault) => {
  if (faulty === undefined) throw new Error('this kind meets no faults');
  return faulty(fault);
};

/** A client for which all calls of one step meet a fault. */
const failing = <Saved>(world: ContractWorld<Saved>, step: StepName, fault: Fault): Registry => {
  const { registry, arm } = faultyOf(world, fault);
  const armed = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    arm(true);
    try {
      return await work();
    } finally {
      arm(false);
    }
  };
  return {
    ...registry,
    read: (address) => (step === 'read' ? armed(() => registry.read(address)) : registry.read(address)),
    run: (task, snapshot) =>
      task.type === step ? armed(() => registry.run(task, snapshot)) : registry.run(task, snapshot),
  };
};

/** A client that notes which steps are made: a kind may join some. */
const noting = (registry: Registry): { readonly registry: Registry; readonly steps: Set<StepName> } => {
  const steps = new Set<StepName>();
  return {
    steps,
    registry: {
      ...registry,
      read: (address) => {
        steps.add('read');
        return registry.read(address);
      },
      run: (task, snapshot) => {
        steps.add(task.type);
        return registry.run(task, snapshot);
      },
    },
  };
};

/** The old token must not be at the new place. */
const expectNoStrayToken = <Saved>(world: ContractWorld<Saved>, where: string): void => {
  const moved = world.servers().filter(({ url }) => url.endsWith('/new-place'));
  expect(
    moved.map(({ credential }) => credential),
    where,
  ).not.toContain('old token');
};

/** The tests of the fault table, one for each fault. */
export const faultTable = <Saved>(
  kind: Pick<ContractKind<Saved>, 'name'>,
  start: (from?: Saved) => Promise<ContractWorld<Saved>>,
): void => {
  const begin = async () => {
    const world = await start();
    expect(failuresOf(await applyWorld(world.registry, BEFORE, tokens('old token')))).toEqual([]);
    const seed = world.save();
    const whole = await start(seed);
    const { registry, steps } = noting(whole.registry);
    expect(failuresOf(await applyWorld(registry, AFTER, tokens('new token')))).toEqual([]);
    expect([...steps]).toEqual(expect.arrayContaining(['create', 'put', 'withdraw', 'disable', 'enable', 'remove']));
    return { seed, settled: whole.state(), steps };
  };
  let begun: ReturnType<typeof begin> | undefined;
  /** What the registry holds before, and after a run that meets no fault: made once. */
  const story = (): ReturnType<typeof begin> => {
    begun ??= begin();
    return begun;
  };

  it.each(FAULTS)('a registry that cannot be listed for a %s is not written to', async (fault) => {
    const world = await start((await story()).seed);
    const writes = world.writes();
    const { registry, arm } = faultyOf(world, fault);
    arm(true);
    const met: unknown = await applyWorld(registry, AFTER, tokens('new token')).catch((error: unknown) => error);
    expect(isSyncError(met, 'registry') || isSyncError(met, 'network'), `${kind.name}: ${String(met)}`).toBe(true);
    expect(world.writes()).toBe(writes);
  });

  it.each(FAULTS)(
    'a %s at each step is told, sends no token astray, and is put right by the next run',
    async (fault) => {
      const { seed, settled, steps } = await story();
      for (const step of steps) {
        const where = `${fault} at ${step}`;
        const world = await start(seed);
        const { credentialFor, apply } = tokens('new token');
        const registry = failing(world, step, fault);
        const result = await applyWorld(world.registry, AFTER, { credentialFor, apply: { ...apply, registry } });
        expectNoStrayToken(world, where);
        const failed = result.outcomes.filter(({ state }) => state !== 'done');
        const told = result.problems.filter(({ severity }) => severity === 'error').map(({ subject }) => subject);
        const isTold = ({ path, state, note = '' }: (typeof failed)[number]): boolean =>
          note !== '' && (state === 'skipped' || told.includes(path));
        expect(
          failed.filter((outcome) => !isTold(outcome)),
          where,
        ).toEqual([]);
        // What says that it did so, or that there is nothing, is believed until the next run.
        const isBelieved = fault === 'lie' || (fault === '404' && (step === 'remove' || step === 'read'));
        if (failed.length === 0 && !isBelieved) expect(world.state(), where).toEqual(settled);
        expect(failuresOf(await applyWorld(world.registry, AFTER, tokens('new token'))), where).toEqual([]);
        expect(world.state(), where).toEqual(settled);
      }
    },
  );
};
