import type { Registry as Double, Fields } from '../../../sandbox/registry/registry.ts';
import { createFetch, type Fetch } from '../../../src/net/fetch.ts';
import { connect, endWorlds, impatient, KINDS, startWorld } from '../../engine/support.ts';
import { type ContractWorld, registryContract } from '../contract.ts';

type Saved = Parameters<Double['seed']>[0];

const isWrite = (method: string): boolean => method !== 'GET';
const VOLATILE = ['id', 'registered_at', 'updated_at', 'credential_updated_at', 'last_health_check'];

const stable = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !VOLATILE.includes(name)));

/** The registry's own names of what the contract edits. */
const NAMES = { description: 'description', url: 'proxy_pass_url' } as const;

/** A connection of a process that dies with its nth write, which the registry still got: nothing comes back any more. */
const dying = (nth: number): { readonly fetch: Fetch; readonly died: Promise<void> } => {
  const real = createFetch({ environment: {}, clock: impatient, timeoutMs: 60_000, maxBodyBytes: 1_000_000 });
  const { promise: died, resolve } = Promise.withResolvers<void>();
  let writes = 0;
  const fetch: Fetch = async (input, init) => {
    if (isWrite(init?.method ?? 'GET')) writes += 1;
    if (writes < nth) return real(input, init);
    if (writes === nth) await real(input, init);
    resolve();
    return new Promise(() => {});
  };
  return { fetch, died };
};

const start = async (options: (typeof KINDS)[number]['options'], from?: Saved): Promise<ContractWorld<Saved>> => {
  const { double, registry } = await startWorld(options);
  if (from !== undefined) double.seed(from);
  return {
    registry,
    connect: () => connect(double),
    dying: (nth) => {
      const { fetch, died } = dying(nth);
      return { registry: connect(double, { fetch }), died };
    },
    writes: () => double.requests.filter(({ method }) => isWrite(method)).length,
    servers: () => double.records().servers.map(({ path, enabled, credential }) => ({ path, enabled, credential })),
    agents: () => double.records().agents.map(({ path, enabled }) => ({ path, enabled, credential: undefined })),
    state: () => {
      const { servers, agents } = double.records();
      return [...servers, ...agents].map((one) => ({ ...one, fields: stable(one.fields) }));
    },
    save: () => {
      const { servers, agents } = double.records();
      return {
        servers: servers.map(({ credential, ...one }) => ({
          ...one,
          ...(credential === undefined ? {} : { credential }),
        })),
        agents,
      };
    },
    plant: (path, name) => {
      const fields = {
        server_name: name,
        description: 'd',
        proxy_pass_url: 'https://theirs.example.com/mcp',
        tags: [],
      };
      double.seed({ servers: [{ path, fields }] });
    },
    edit: (path, change) =>
      double.edit(
        path,
        Object.fromEntries(
          (['description', 'url'] as const).flatMap((key) =>
            change[key] === undefined ? [] : [[NAMES[key], change[key]]],
          ),
        ),
      ),
    end: endWorlds,
  };
};

for (const { name, options } of KINDS) {
  registryContract<Saved>({
    name: `MCP Gateway Registry, ${name}`,
    start: (from) => start(options, from),
    enablesAgents: options.version !== 'older',
  });
}
