import { type ContractWorld, registryContract } from './contract.ts';
import { createInMemory, type Kept, keyOf, type Store } from './in-memory.ts';

const byPath = (store: Store, type: Kept['type']): readonly Kept[] =>
  [...store.values()].filter((kept) => kept.type === type).sort((a, b) => (a.path < b.path ? -1 : 1));

const heldIn = (store: Store, type: Kept['type']) =>
  byPath(store, type).map(({ path, enabled, credential }) => ({ path, enabled, credential }));

const start = async (from: Store = new Map()): Promise<ContractWorld<Store>> => {
  const store: Store = new Map(from);
  let writes = 0;
  const counted = async (): Promise<void> => {
    writes += 1;
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
      const registry = createInMemory(store, () => {
        asked += 1;
        if (asked <= nth) return Promise.resolve();
        resolve();
        return new Promise(() => {});
      });
      return { registry, died };
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
    edit: (path, change) =>
      void put({ ...server(path), values: new Map([...server(path).values, ...Object.entries(change)]) }),
    end: async () => {},
  };
};

registryContract({ name: 'in memory', start, enablesAgents: true });
