import type { RegistrySettings } from '../config/registry-kinds/table.ts';
import type { Settings } from '../config/settings.ts';
import type { Marker } from '../engine/mark.ts';
import { SyncError } from '../model/errors.ts';
import type { Registry } from '../model/registry.ts';
import type { RunFacts } from '../model/run-facts.ts';
import { type ClosableFetch, createFetch } from '../net/fetch.ts';
import type { RegistryWorld } from '../registries/kind.ts';
import { kindOf } from '../registries/table.ts';
import { catalogueFacts, type Known, NOTHING_KNOWN } from './catalogue-facts.ts';
import type { CommandContext } from './context.ts';
import type { Credentials } from './credentials.ts';
import { openRegistryToken } from './registry-token-access.ts';
import { branchKeeper } from './site-state.ts';

/** Longest exchange with the registry: a rescan waits for the server, up to a minute. */
const TIMEOUT_MS = 120_000;
const LARGEST_LIST = 256 * 1024 * 1024;

/** What run.ts has made sure of before a command that registers begins. */
export const requireOwner = ({ owner }: Settings): string => {
  if (owner === undefined) throw new SyncError('usage', 'missing-option', 'This command needs owner.');
  return owner;
};

/** The mark's owner, and the repository that a workflow runs in. */
export const markerOf = (owner: string, { repository: name, repositoryId: id }: RunFacts): Marker => {
  return { owner, ...(name === undefined || id === undefined ? {} : { repository: { name, id } }) };
};

/** What the run lends its registries, and the end of it. */
const lendWorld = (context: CommandContext, credentials: Credentials, known: Known) => {
  const { settings, environment, clock, signal, cut } = context;
  const lent: ClosableFetch[] = [];
  const world: RegistryWorld = {
    clock,
    signal,
    fetch: (url, { insecure }) => {
      const { hostname } = new URL(url);
      const fetch = createFetch({
        environment,
        clock,
        signal: cut,
        timeoutMs: TIMEOUT_MS,
        maxBodyBytes: LARGEST_LIST,
        // Whoever configures a registry vouches for its host, wherever that is.
        privateHosts: [...settings.privateHosts, hostname],
        ...context.requests?.('registry'),
        ...(insecure ? { insecureHosts: [hostname] } : {}),
      });
      lent.push(fetch);
      return fetch;
    },
    token: (registry) => openRegistryToken(context, credentials, registry),
    catalogue: catalogueFacts(context, known),
    keeper: (path) => (context.run.job ? branchKeeper(context, path) : undefined),
  };
  return {
    world,
    end: async (): Promise<void> => {
      for (const fetch of lent) await fetch.close();
    },
  };
};

/** Hands on what opens a registry, each when it is first needed; all are ended when `work` is over. */
export const withConnections = async <Result>(
  context: CommandContext,
  { credentials, known = NOTHING_KNOWN }: { readonly credentials: Credentials; readonly known?: Known },
  work: (open: (connection: RegistrySettings) => Promise<Registry>) => Promise<Result>,
): Promise<Result> => {
  const { world, end } = lendWorld(context, credentials, known);
  try {
    return await work((connection) => kindOf(connection).open(connection, world));
  } finally {
    await end();
  }
};
