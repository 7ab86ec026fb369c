import { type Registry as Double, type RegistryOptions, startRegistry } from '../../sandbox/registry/registry.ts';
import { createDefaults } from '../../src/config/defaults.ts';
import { adoptionOf } from '../../src/engine/adopting.ts';
import type { ApplyContext } from '../../src/engine/apply.ts';
import { applyPlan } from '../../src/engine/apply.ts';
import type { CredentialFor } from '../../src/engine/apply-change.ts';
import { type HadTogether, readBelonging, trustedMarks } from '../../src/engine/ownership.ts';
import type { PlanContext } from '../../src/engine/plan.ts';
import { planRegistry } from '../../src/engine/plan.ts';
import { readWholeSnapshot } from '../../src/engine/read-whole.ts';
import type { Entry } from '../../src/model/catalogue.ts';
import type { ConfirmPlaces } from '../../src/model/confirmation.ts';
import type { DefaultsRow } from '../../src/model/generated/configuration.ts';
import type { EntryFile } from '../../src/model/generated/entry.ts';
import type { ApplyResult, Plan } from '../../src/model/plan.ts';
import type { Registration } from '../../src/model/registration.ts';
import type { Registry } from '../../src/model/registry.ts';
import type { Clock } from '../../src/net/clock.ts';
import { networkError } from '../../src/net/failure.ts';
import { createFetch, type Fetch } from '../../src/net/fetch.ts';
import type { RenderSettings } from '../../src/registration/registration-fields.ts';
import { renderEntries } from '../../src/registration/render.ts';
import type { Connection } from '../../src/registries/mcp-gateway-registry/http.ts';
import { createMcpGatewayRegistry } from '../../src/registries/mcp-gateway-registry/registry.ts';
import { shadows } from '../../src/registries/mcp-gateway-registry/shadows.ts';
import { anyPublicHost } from '../catalogue/world.ts';
import { faultsOf } from './described.ts';

/** Every kind of registry that is supported. */
export const KINDS = [
  { name: 'older, file', options: { version: 'older', backend: 'file' } },
  { name: 'older, mongo', options: { version: 'older', backend: 'mongo' } },
  { name: 'newer', options: { version: 'newer' } },
  { name: 'newest', options: { version: 'newest' } },
] as const satisfies readonly { name: string; options: RegistryOptions }[];

/** Waits between attempts end at once; time limits of whole calls never come. */
export const impatient: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (ms < 30_000) resolve();
      signal?.addEventListener('abort', () => reject(signal.reason));
    }),
};

/** What entries take where they say nothing, by one row. */
export const defaultsOf =
  (values: Omit<DefaultsRow, 'match'>): RenderSettings['defaultsOf'] =>
  (value) =>
    createDefaults({ rows: [{ values }] })({ kind: value.kind, name: '' });

export const SETTINGS: RenderSettings = {
  directory: 'servers',
  defaultsOf: defaultsOf({ visibility: 'internal', enabled: true }),
  issuers: [],
  secrets: { 'api-key': { env: 'AGENTCORE_API_KEY', urls: ['https://tools.example.com'] } },
};

const ACCOUNT = '111111111111';
const REGION = 'us-east-1';
export const DISCOVERY = 'https://auth.example.com/.well-known/openid-configuration';

type Fields = Extract<EntryFile, { kind: 'gateway' }>['registration'];

const idOf = (name: string): string => `${name}-a1b2c3d4e5`;

export const gatewayArn = (name: string): string =>
  `arn:aws:bedrock-agentcore:${REGION}:${ACCOUNT}:gateway/${idOf(name)}`;

export interface GatewayOptions {
  readonly registration?: Partial<Fields>;
  readonly authorizer?: Extract<EntryFile, { kind: 'gateway' }>['source']['authorizer'];
  readonly description?: string;
  readonly file?: string;
}

export const JWT = { type: 'CUSTOM_JWT', discoveryUrl: DISCOVERY, allowedClients: ['client-a'] };

/** A gateway's entry; open to everybody unless an authorizer is given. */
export const gateway = (name: string, options: GatewayOptions = {}): Entry => ({
  path: options.file ?? `${ACCOUNT}/${REGION}/gateways/${idOf(name)}.yaml`,
  text: '',
  value: {
    kind: 'gateway',
    source: {
      account: ACCOUNT,
      region: REGION,
      arn: gatewayArn(name),
      name,
      ...(options.description === undefined ? {} : { description: options.description }),
      url: `https://${idOf(name)}.gateway.bedrock-agentcore.${REGION}.amazonaws.com/mcp`,
      authorizer: options.authorizer ?? { type: 'NONE' },
    },
    registration: { path: `/${name}/`, ...options.registration },
  },
});

/** A runtime's entry; an A2A agent unless another protocol is given. */
export const runtime = (
  name: string,
  options: {
    readonly protocol?: string;
    readonly registration?: Partial<Extract<EntryFile, { kind: 'runtime' }>['registration']>;
    readonly authorizer?: GatewayOptions['authorizer'];
    readonly endpoints?: { name: string; description?: string }[];
  } = {},
): Entry => {
  const arn = `arn:aws:bedrock-agentcore:${REGION}:${ACCOUNT}:runtime/${idOf(name)}`;
  const protocol = options.protocol ?? 'A2A';
  return {
    path: `${ACCOUNT}/${REGION}/runtimes/${idOf(name)}.yaml`,
    text: '',
    value: {
      kind: 'runtime',
      source: {
        account: ACCOUNT,
        region: REGION,
        arn,
        name,
        url: `https://bedrock-agentcore.${REGION}.amazonaws.com/runtimes/${encodeURIComponent(arn)}/invocations`,
        protocol,
        authorizer: options.authorizer ?? { type: 'AWS_IAM' },
        ...(options.endpoints ? { endpoints: options.endpoints } : {}),
      },
      registration: { path: protocol === 'MCP' ? `/${name}/` : `/${name}`, ...options.registration },
    },
  };
};

export const manual = (
  name: string,
  registration: Partial<Extract<EntryFile, { kind: 'server' }>['registration']> = {},
  kind: 'server' | 'agent' = 'server',
): Entry => ({
  path: `manual/${name}.yaml`,
  text: '',
  value: {
    kind,
    registration: {
      path: kind === 'server' ? `/${name}/` : `/${name}`,
      name,
      url: `https://tools.example.com/${name}`,
      ...registration,
    },
  },
});

export const render = (entries: readonly Entry[], settings: RenderSettings = SETTINGS) =>
  renderEntries({ entries, problems: [] }, settings, { dnsSuffix: () => 'amazonaws.com', hosts: anyPublicHost });

export const registrationsOf = (entries: readonly Entry[], settings?: RenderSettings): readonly Registration[] =>
  render(entries, settings).registrations;

/** A registry, and our client to it. */
export interface World {
  readonly double: Double;
  readonly registry: Registry;
  readonly options: RegistryOptions;
  readonly close: () => Promise<void>;
}

const worlds: World[] = [];

/** Ends every world of a test; what was sent to a registry must fit its description, where there is one. */
export const endWorlds = async (): Promise<void> => {
  for (const world of worlds.splice(0)) {
    await world.close();
    const version = world.options.version ?? 'older';
    if (version === 'newer') continue;
    const faults = world.double.requests.flatMap((request) => faultsOf(request, version));
    if (faults.length > 0) throw new Error(`requests that the ${version} registry does not know: ${faults.join('; ')}`);
  }
};

/** Our own way over the wire. */
const overTheWire = (): Fetch =>
  createFetch({ environment: {}, clock: impatient, timeoutMs: 60_000, maxBodyBytes: 50_000_000 });

/** A registry that is answered in this process, in place of over the wire. */
export const inProcess =
  ({ fetch }: Double): Fetch =>
  async (input, init) => {
    try {
      return await fetch(String(input), init);
    } catch (error) {
      if (init?.signal?.aborted) throw error;
      throw networkError(error, `${init?.method ?? 'GET'} ${input}`);
    }
  };

/** Our client to a registry. */
export const connect = (double: Double, overrides: Partial<Connection> = {}): Registry =>
  createMcpGatewayRegistry({
    url: double.url,
    fetch: double.listens ? overTheWire() : inProcess(double),
    clock: impatient,
    token: async () => double.token,
    random: () => 0,
    ...overrides,
  });

/** Without a wire: what is sent, and what comes back, is the same. */
export const startWorld = async (options: RegistryOptions = {}, token?: string): Promise<World> => {
  const double = await startRegistry({ scan: 'off', listens: false, ...options });
  const registry = connect(double, token === undefined ? {} : { token: async () => token });
  const world = { double, registry, options, close: double.close };
  worlds.push(world);
  return world;
};

/** A registry that is reached over HTTP: for what the wire itself does. */
export const startWired = (options: RegistryOptions = {}, token?: string): Promise<World> =>
  startWorld({ listens: true, ...options }, token);

export const MARKER = { owner: 'platform', repository: { name: 'acme/catalogue', id: '4711' } };

const SECRETS: Readonly<Record<string, string>> = { 'api-key': 'header-secret-value' };

export type Overrides = Partial<PlanContext> & {
  readonly deep?: boolean;
  /** Git's history; absent: marks are trusted, as on a command line. */
  readonly had?: HadTogether;
  /** What registrations are rendered with. */
  readonly settings?: RenderSettings;
};

/** Reads the registry and plans. */
export const planWorld = async (
  registry: Registry,
  entries: readonly Entry[],
  overrides: Overrides = {},
): Promise<{ readonly plan: Plan; readonly context: PlanContext }> => {
  const { settings, ...given } = overrides;
  const { registrations, withheld } = render(entries, settings);
  const { deep = false, had = trustedMarks(registrations), ...rest } = given;
  const marker = rest.marker ?? MARKER;
  const snapshot = await readWholeSnapshot(
    registry,
    { snapshot: await registry.snapshot(), registrations },
    {
      deep,
      concurrency: 4,
      adopts: (path) => adoptionOf(rest.adopt ?? 'none', path) !== 'no',
      ...(rest.hasCredential ? { getsCredential: rest.hasCredential } : {}),
    },
  );
  const context: PlanContext = {
    traits: registry,
    shadows,
    snapshot,
    ignoreDrift: new Set(),
    headerSecret: (name) => SECRETS[name],
    marker,
    belongs: await readBelonging(snapshot.listed, { registrations, owner: marker.owner, had }, 4),
    enableFlagged: false,
    hasCredential: () => false,
    adopt: 'none',
    allowUnenforcedVisibility: false,
    withheld,
    ...rest,
  };
  return { plan: planRegistry(registrations, context), context };
};

/** A token for everything. */
export const TOKENS: CredentialFor = async (registration) => ({ token: `token-for-${registration.path}` });

export type ApplyOverrides = Overrides & {
  readonly credentialFor?: CredentialFor;
  readonly apply?: Partial<ApplyContext>;
};

/** AWS confirms everything. */
export const CONFIRMED: ConfirmPlaces = () => async () => ({ type: 'confirmed' });

/** Reads, plans and applies. */
export const applyWorld = async (
  registry: Registry,
  entries: readonly Entry[],
  overrides: ApplyOverrides = {},
): Promise<ApplyResult> => {
  const { credentialFor, apply, ...rest } = overrides;
  const { plan, context } = await planWorld(registry, entries, {
    ...(credentialFor ? { hasCredential: () => true } : {}),
    ...rest,
  });
  return applyPlan(plan, {
    registry,
    snapshot: context.snapshot,
    marker: context.marker,
    belongs: context.belongs,
    credentialFor: credentialFor ?? (async () => undefined),
    headerSecret: context.headerSecret,
    ignoreDrift: context.ignoreDrift,
    safety: {
      limits: { deletes: { type: 'share', percent: 100 }, updates: { type: 'share', percent: 100 }, allow: [] },
      allowDeletes: true,
      directory: 'servers',
    },
    concurrency: 4,
    signal: new AbortController().signal,
    ...apply,
  });
};

/** Changes of a plan that are not `unchanged`, in short. */
export const changesOf = (plan: Plan): string[] =>
  plan.changes
    .filter((change) => change.action !== 'unchanged')
    .map((change) => {
      const path = 'registered' in change ? change.registered.path : change.registration.path;
      const fields = 'fields' in change ? ` ${change.fields.map((field) => field.field).join(' ')}` : '';
      return `${change.action} ${path}${fields}`;
    });

/** Outcomes that are not what was hoped for. */
export const failuresOf = (result: ApplyResult): string[] =>
  result.outcomes.filter((one) => one.state !== 'done').map((one) => `${one.state} ${one.path}: ${one.note ?? ''}`);
