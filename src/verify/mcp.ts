import type { Client, ClientOptions, Transport } from '@modelcontextprotocol/client';
import type { VerifyStep } from '../model/verify.ts';
import { cleaned } from '../net/masks.ts';
import { exchangeWith, type Met, nextSignal, nothingMet } from './exchange.ts';
import { failureOf } from './failures.ts';
import { type Item, type ListKind, readList } from './lists.ts';
import { PROBE_LIMITS, type ProbePlace, type ProbeWorld, runStep, skipStep, unlessAborted } from './world.ts';

/** What an MCP server says of itself, as it said it. */
export interface McpServer {
  readonly name: string;
  readonly title?: string;
  readonly version: string;
  readonly instructions?: string;
  readonly era: 'modern' | 'legacy';
  readonly protocol: string;
}

/** What was read of a server. A list that is absent was not read to its end. */
export interface McpFound {
  readonly server?: McpServer;
  readonly tools?: readonly Item[];
  readonly prompts?: readonly Item[];
  readonly resources?: readonly Item[];
  readonly resourceTemplates?: readonly Item[];
  readonly steps: readonly VerifyStep[];
}

const NO_RECONNECTION = {
  maxRetries: 0,
  initialReconnectionDelay: 1000,
  maxReconnectionDelay: 1000,
  reconnectionDelayGrowFactor: 1,
} as const;

/** Nothing is validated by a server's schema: the client's own validator costs each connection a compiler that nobody asks. */
const NO_VALIDATION: NonNullable<ClientOptions['jsonSchemaValidator']> = {
  getValidator: () => () => ({ valid: false, data: undefined, errorMessage: 'not validated' }),
};

const LISTS = [
  { key: 'tools', step: 'tools', kind: { method: 'tools/list', member: 'tools' }, capability: 'tools' },
  { key: 'prompts', step: 'prompts', kind: { method: 'prompts/list', member: 'prompts' }, capability: 'prompts' },
  {
    key: 'resources',
    step: 'resources',
    kind: { method: 'resources/list', member: 'resources' },
    capability: 'resources',
  },
  {
    key: 'resourceTemplates',
    step: 'resource-templates',
    kind: { method: 'resources/templates/list', member: 'resourceTemplates' },
    capability: 'resources',
  },
] as const satisfies readonly {
  readonly key: keyof McpFound;
  readonly step: VerifyStep['step'];
  readonly kind: ListKind;
  readonly capability: string;
}[];

/** An open connection to a server, and what ends it. */
export interface Session {
  readonly client: Client;
  /** For what is asked next: it ends when the answer breaks. */
  readonly options: () => { readonly timeout: number; readonly signal: AbortSignal };
  readonly close: () => Promise<void>;
}

interface Opening {
  readonly place: ProbePlace;
  readonly world: ProbeWorld;
  readonly met: Met;
}

const openWith = async (
  mode: 'auto' | 'legacy',
  { place, world, met }: Opening,
): Promise<Session & { readonly transport: Transport }> => {
  const { Client, SSEClientTransport, StreamableHTTPClientTransport } = await import('@modelcontextprotocol/client');
  const fetch = exchangeWith(place, world.fetch, met);
  const url = new URL(place.url);
  const streamable =
    place.transport === 'sse'
      ? undefined
      : new StreamableHTTPClientTransport(url, { fetch, reconnectionOptions: NO_RECONNECTION });
  const transport = streamable ?? new SSEClientTransport(url, { fetch });
  const client = new Client(
    { name: 'agentcore-sync', version: '1' },
    { versionNegotiation: { mode }, jsonSchemaValidator: NO_VALIDATION },
  );
  const options = (): { readonly timeout: number; readonly signal: AbortSignal } => ({
    timeout: PROBE_LIMITS.requestMs,
    signal: nextSignal(met, world.signal),
  });
  const close = async (): Promise<void> => {
    if (streamable?.sessionId !== undefined && !world.signal.aborted) {
      await unlessAborted(world.signal, () => streamable.terminateSession()).catch(() => undefined);
    }
    await client.close().catch(() => undefined);
  };
  try {
    const connecting = options();
    await unlessAborted(connecting.signal, () => client.connect(transport, connecting));
    return { client, options, transport, close };
  } catch (error) {
    await client.close().catch(() => undefined);
    // While it negotiates, the client doesn't know the transport yet, and a timer would keep the process.
    await transport.close().catch(() => undefined);
    throw error;
  }
};

/** Connects in the newest era that the server speaks; a server of the older one may fail at a question that it does not know. */
const open = async (opening: Opening): Promise<Session> => {
  const { place, met } = opening;
  if (place.transport === 'sse') return openWith('legacy', opening);
  try {
    return await openWith('auto', opening);
  } catch (error) {
    if (met.error !== undefined || met.status === undefined || met.status < 500) throw error;
    return openWith('legacy', opening);
  }
};

const describe = (client: Client, secrets: readonly string[]): McpServer => {
  const { name = '', title, version = '' } = client.getServerVersion() ?? {};
  const instructions = client.getInstructions();
  return {
    name,
    ...(title === undefined ? {} : { title }),
    version: cleaned(version, 100, secrets),
    ...(instructions === undefined ? {} : { instructions }),
    era: client.getProtocolEra() === 'modern' ? 'modern' : 'legacy',
    protocol: cleaned(client.getNegotiatedProtocolVersion() ?? '', 40, secrets),
  };
};

/** Opens a session for `work`, and ends it whatever comes. Rejects with what connecting rejects with. */
export const withSession = async <Result>(
  place: ProbePlace,
  { met, ...world }: ProbeWorld & { readonly met: Met },
  work: (session: Session) => Promise<Result>,
): Promise<Result> => {
  const session = await open({ place, world, met });
  try {
    return await work(session);
  } finally {
    await session.close();
  }
};

/**
 * Asks an MCP server everything that verify looks at: it connects in the era that the server speaks, reads every list to
 * its end, and pings. Never rejects: what fails is told step by step. Nothing is sent to another URL than the place's.
 */
export const probeMcp = async (place: ProbePlace, world: ProbeWorld): Promise<McpFound> => {
  const steps: VerifyStep[] = [];
  const met = nothingMet();
  const { clock, signal } = world;
  const failure = (error: unknown) => failureOf(error, place, { met, fetch: world.fetch });
  const common = { clock, signal, failure };
  const session = await runStep('initialize', steps, { ...common, work: () => open({ place, world, met }) });
  if (session === undefined) return { steps };
  const { client, options } = session;
  const found: { -readonly [key in keyof McpFound]: McpFound[key] } = {
    steps,
    server: describe(client, place.secrets),
  };
  const capabilities = client.getServerCapabilities() ?? {};
  try {
    for (const { key, step, kind, capability } of LISTS) {
      const offered = capabilities[capability] !== undefined;
      // Tools are asked for whatever a server announces: clients may, too.
      if (!offered && key !== 'tools') {
        skipStep(step, steps, 'not offered');
        found[key] = [];
        continue;
      }
      if (signal.aborted) {
        skipStep(step, steps, 'not asked: the time was over');
        continue;
      }
      const work = () => readList(client, kind, { offered, options });
      const items = await runStep(step, steps, { ...common, work, count: (list) => list.length });
      if (items !== undefined) found[key] = items;
    }
    if (found.server?.era === 'modern') skipStep('ping', steps, 'this version of the protocol has none');
    else if (!signal.aborted) await runStep('ping', steps, { ...common, work: () => client.ping(options()) });
  } finally {
    await session.close();
  }
  return found;
};
