/** The kind of registry that is a map, as the contract of registries and the engine's tests use it. */
import { SyncError } from '../../src/model/errors.ts';
import type { ContractWorld } from './contract.ts';
import type { Fault } from './faults.ts';
import { type Call, createInMemory, type Kept, keyOf, type Store } from './in-memory.ts';

const byPath = (store: Store, type: Kept['type']): readonly Kept[] =>
  [...store.values()].filter((kept) => kept.type === type).sort((a, b) => (a.path < b.path ? -1 : 1));

const heldIn = (store: Store, type: Kept['type']) =>
  byPath(store, type).map(({ path, values, enabled, credential }) => ({
    path,
    url: String(values.get('url')),
    enabled,
    credential,
  }));

/** What the faults are for a client that has no wire. */
const MET: Readonly<Record<Exclude<Fault, 'lie'>, SyncError>> = {
  401: new SyncError('registry', 'unauthorized', 'the token is refused'),
  403: new SyncError('registry', 'forbidden', 'it may not'),
  404: new SyncError('registry', 'not-found', 'it is not there'),
  409: new SyncError('registry', 'conflict', 'something is there'),
  429: new SyncError('registry', 'unavailable', 'too many calls'),
  500: new SyncError('registry', 'unavailable', 'it failed'),
  502: new SyncError('registry', 'unavailable', 'nothing answers'),
  timeout: new SyncError('network', 'timeout', 'it did not answer in time'),
  reset: new SyncError('network', 'reset', 'the connection ended'),
};

/** A registry in memory, and what its owner can do: values are named as registrations name them. */
export interface MemoryWorld extends ContractWorld<Store> {
  readonly edit: (path: string, values: Readonly<Record<string, unknown>>) => void;
}

/** A registry that holds nothing, or what another one held. */
export const startInMemory = async (from: Store = new Map()): Promise<MemoryWorld> => {
  const store: Store = new Map(from);
  let writes = 0;
  const counted = async (call: Call): Promise<'go on'> => {
    if (call === 'write') writes += 1;
    return 'go on';
  };
  const registry = createInMemory(store, counted);
  const server = (path: string): Kept => {
    const kept = store.get(keyOf({ type: 'server', path }));
    if (kept === undefined) throw new Error(`no server ${path}`);
    return kept;
  };
  const put = (kept: Kept): Store => store.set(keyOf(kept), kept);
  return {
    registry,
    connect: () => createInMemory(store, counted),
    dying: (nth) => {
      const { promise: died, resolve } = Promise.withResolvers<void>();
      let asked = 0;
      const registry = createInMemory(store, (call) => {
        if (call === 'write') asked += 1;
        if (asked <= nth) return Promise.resolve('go on');
        resolve();
        return new Promise(() => {});
      });
      return { registry, died };
    },
    faulty: (fault) => {
      let armed = false;
      const meet = async (call: Call): Promise<'go on' | 'lie'> => {
        if (!armed) return 'go on';
        if (fault !== 'lie') throw MET[fault];
        if (call === 'read') throw new SyncError('registry', 'malformed', 'it answers something else');
        return 'lie';
      };
      return {
        registry: createInMemory(store, meet),
        arm: (on) => {
          armed = on;
        },
      };
    },
    writes: () => writes,
    servers: () => heldIn(store, 'server'),
    agents: () => heldIn(store, 'agent'),
    state: () => [byPath(store, 'server'), byPath(store, 'agent')],
    save: () => new Map(store),
    plant: (path, name) =>
      void put({
        type: 'server',
        path,
        enabled: false,
        values: new Map([
          ['name', name],
          ['url', 'https://theirs.example.com/mcp'],
          ['mcpEndpoint', undefined],
          ['sseEndpoint', undefined],
        ]),
      }),
    edit: (path, values) =>
      void put({ ...server(path), values: new Map([...server(path).values, ...Object.entries(values)]) }),
    end: async () => {},
  };
};
