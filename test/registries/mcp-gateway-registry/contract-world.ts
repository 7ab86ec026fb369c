/** Every version and back end of the MCP Gateway Registry, as the contract of registries sees them. */
import type { Registry as Double, Fields } from '../../../sandbox/registry/registry.ts';
import { SyncError } from '../../../src/model/errors.ts';
import type { Fetch } from '../../../src/net/fetch.ts';
import { connect, endWorlds, inProcess, type KINDS, startWorld } from '../../engine/support.ts';
import { type ContractWorld, registryContract } from '../contract.ts';
import type { Fault } from '../faults.ts';

type Saved = Parameters<Double['seed']>[0];

const isWrite = (method: string): boolean => method !== 'GET';
const VOLATILE = ['id', 'registered_at', 'updated_at', 'credential_updated_at', 'last_health_check'];

const stable = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !VOLATILE.includes(name)));

/** The registry's own names of what the contract edits. */
const NAMES = { description: 'description', url: 'proxy_pass_url' } as const;

/** A connection of a process that dies with its nth write, which the registry still got: nothing comes back any more. */
const dying = (double: Double, nth: number): { readonly fetch: Fetch; readonly died: Promise<void> } => {
  const real = inProcess(double);
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

const page = '<html><title>502 Bad Gateway</title></html>';

/** What a client meets in place of the registry. */
const meet = async (fault: Fault): Promise<Response> => {
  const json = (status: number, headers: Record<string, string> = {}): Response =>
    new Response('{"detail":"no"}', { status, headers: { 'content-type': 'application/json', ...headers } });
  switch (fault) {
    case '429':
      return json(429, { 'retry-after': '2' });
    case '502':
      return new Response(page, { status: 502, headers: { 'content-type': 'text/html' } });
    case 'timeout':
      throw new SyncError('network', 'timeout', 'it did not answer in time');
    case 'reset':
      throw new SyncError('network', 'reset', 'the connection ended (ECONNRESET)');
    case 'lie':
      return new Response('{}', { status: 200, headers: { 'content-type': 'application/json' } });
    default:
      return json(Number(fault));
  }
};

const start = async (options: (typeof KINDS)[number]['options'], from?: Saved): Promise<ContractWorld<Saved>> => {
  const { double, registry } = await startWorld(options);
  if (from !== undefined) double.seed(from);
  return {
    registry,
    connect: () => connect(double),
    dying: (nth) => {
      const { fetch, died } = dying(double, nth);
      return { registry: connect(double, { fetch }), died };
    },
    faulty: (fault) => {
      const real = inProcess(double);
      let armed = false;
      const fetch: Fetch = (input, init) => (armed ? meet(fault) : real(input, init));
      return {
        registry: connect(double, { fetch }),
        arm: (on) => {
          armed = on;
        },
      };
    },
    writes: () => double.requests.filter(({ method }) => isWrite(method)).length,
    servers: () =>
      double.records().servers.map(({ path, fields, enabled, credential }) => ({
        path,
        url: String(fields['proxy_pass_url']),
        enabled,
        credential,
      })),
    agents: () =>
      double.records().agents.map(({ path, fields, enabled }) => ({
        path,
        url: String(fields['url']),
        enabled,
        credential: undefined,
      })),
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

/** The contract for versions and back ends of the MCP Gateway Registry. */
export const mcpGatewayContract = (kinds: readonly (typeof KINDS)[number][]): void => {
  for (const { name, options } of kinds) {
    registryContract<Saved>({
      name: `MCP Gateway Registry, ${name}`,
      start: (from) => start(options, from),
      enablesAgents: options.version !== 'older',
    });
  }
};
