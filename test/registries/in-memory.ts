/** A kind of registry that is a map: nothing between the engine and what it holds, and no product's habits. */
import { sameValue } from '../../src/model/canonical.ts';
import { SyncError } from '../../src/model/errors.ts';
import { isObject } from '../../src/model/json.ts';
import type { AgentRegistration, Registration, ServerRegistration } from '../../src/model/registration.ts';
import type {
  Address,
  Comparison,
  Credential,
  Field,
  FieldTable,
  Listed,
  Mark,
  MarkReading,
  Registry,
  RegistryTraits,
  Task,
  Write,
} from '../../src/model/registry.ts';
import { barePath } from '../../src/model/registry.ts';

/** One registration as it is kept. */
export interface Kept {
  readonly type: Address['type'];
  readonly path: string;
  readonly enabled: boolean;
  readonly values: ReadonlyMap<string, unknown>;
  readonly mark?: Mark;
  readonly credential?: string;
}

/** What is kept, by kind and path without its last slash. */
export type Store = Map<string, Kept>;

type Special = Readonly<Record<string, Comparison>>;

const SPECIAL: Special = {
  tags: 'set',
  transports: 'set',
  groups: 'set',
  metadata: 'keys',
  headers: 'headers',
  tools: 'digest',
  authScheme: 'auth',
  authHeaderName: 'auth',
};

const DANGEROUS = new Set(['url', 'mcpEndpoint', 'sseEndpoint', 'visibility', 'groups', 'authScheme']);

const field = <R extends Registration>(key: string & keyof R): Field<R> => ({
  key,
  value: (registration) => registration[key],
  compare: SPECIAL[key] ?? 'exact',
  dangerous: DANGEROUS.has(key),
  shown: (value) => value,
});

const COMMON = [
  'name',
  'description',
  'url',
  'tags',
  'license',
  'provider',
  'visibility',
  'groups',
  'metadata',
] as const;
const SERVER = ['mcpEndpoint', 'sseEndpoint', 'transports', 'authProvider', 'authScheme', 'authHeaderName'] as const;
const AGENT = ['version', 'protocolVersion', 'skills', 'capabilities', 'securitySchemes', 'inputModes'] as const;

const FIELDS: FieldTable = {
  server: [...COMMON, ...SERVER, 'headers' as const, 'tools' as const].map((key) => field<ServerRegistration>(key)),
  agent: [...COMMON, ...AGENT, 'outputModes' as const, 'trustLevel' as const, 'supportedProtocol' as const].map((key) =>
    field<AgentRegistration>(key),
  ),
};

/** It can do everything, one step after the other. */
export const traits: RegistryTraits = {
  fields: FIELDS,
  shape: (wanted) => ({
    wanted: wanted.map((registration) => ({ registration, lacks: new Set(), enabledBy: 'us' })),
    refused: [],
    leftOut: [],
    problems: [],
  }),
  canUpdate: () => true,
  steps: (_, planned) => planned,
  losses: () => [],
};

export const keyOf = ({ type, path }: Address): string => `${type} ${barePath(path).toLowerCase()}`;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const listedOf = ({ type, path, enabled, values, mark }: Kept): Listed => ({
  type,
  path,
  name: text(values.get('name')),
  url: text(values.get('url')),
  enabled,
  ...(mark === undefined ? {} : { file: mark.file }),
  ...(mark?.endpoint === undefined ? {} : { endpoint: mark.endpoint }),
  values,
  mark: mark === undefined ? { type: 'none' } : { type: 'mark', mark },
  flagged: false,
  federated: false,
  raw: {},
});

const conflict = (what: string): SyncError => new SyncError('registry', 'conflict', what);

/** Values as they are written; `kept` is what stands there, of which people may own some. */
const valuesOf = (write: Write, kept?: Kept): Map<string, unknown> => {
  const { registration, keep } = write;
  const rows: readonly { key: string; value: unknown }[] =
    registration.type === 'server'
      ? FIELDS.server.map(({ key, value }) => ({ key, value: value(registration) }))
      : FIELDS.agent.map(({ key, value }) => ({ key, value: value(registration) }));
  const stood = kept?.values.get('metadata');
  const owned = Object.entries(isObject(stood) ? stood : {}).filter(([key]) => keep.has(`metadata.${key}`));
  return new Map(
    rows.map(({ key, value }) => {
      if (key === 'headers') return [key, write.headers];
      // The credential is set on its own.
      if (key.startsWith('auth') && key !== 'authProvider') return [key, kept?.values.get(key)];
      if (key === 'metadata') return [key, { ...registration.metadata, ...Object.fromEntries(owned) }];
      return [key, keep.has(key) && kept !== undefined ? kept.values.get(key) : value];
    }),
  );
};

const withCredential = (kept: Kept, credential?: Credential): Kept => {
  const { credential: _, ...rest } = kept;
  if (credential === undefined) return { ...rest, values: new Map([...kept.values, ['authScheme', 'none']]) };
  const { scheme, token, headerName } = credential;
  const values = new Map([...kept.values, ['authScheme', scheme], ['authHeaderName', headerName]]);
  return { ...rest, values, credential: token };
};

const readingOf = (kept: Kept | undefined): MarkReading =>
  kept?.mark === undefined ? { type: 'none' } : { type: 'mark', mark: kept.mark };

export type Call = 'read' | 'write';

/** Told before each call: the client ends where it never resolves; after `lie`, nothing is done. */
type OnCall = (call: Call) => Promise<'go on' | 'lie'>;

/** A registry on a store. */
export const createInMemory = (store: Store, onCall: OnCall = async () => 'go on'): Registry => {
  const change = (address: Address, next: (kept: Kept) => Kept): void => {
    const kept = store.get(keyOf(address));
    if (kept === undefined) throw new SyncError('registry', 'not-found', `change ${address.path}: it is not there`);
    store.set(keyOf(address), next(kept));
  };
  const run = (task: Task): void => {
    switch (task.type) {
      case 'create': {
        const { registration, mark } = task.write;
        const { type, path } = registration;
        if (store.has(keyOf(registration))) throw conflict(`register ${path}: something is there`);
        store.set(keyOf(registration), { type, path, enabled: false, values: valuesOf(task.write), mark });
        return;
      }
      case 'put':
        change(task.listed, (kept) => {
          if (!sameValue(readingOf(kept), task.listed.mark)) throw conflict(`update ${kept.path}: it changed`);
          return { ...kept, values: valuesOf(task.write, kept), mark: task.write.mark };
        });
        return;
      case 'set':
        change({ type: 'server', path: task.path }, (kept) => withCredential(kept, task.credential));
        return;
      case 'withdraw':
        change({ type: 'server', path: task.path }, (kept) => withCredential(kept));
        return;
      case 'enable':
      case 'disable':
        change(task.address, (kept) => ({ ...kept, enabled: task.type === 'enable' }));
        return;
      case 'remove':
        store.delete(keyOf(task.address));
    }
  };
  return {
    ...traits,
    snapshot: async () => {
      await onCall('read');
      const listed = [...store.values()].map(listedOf);
      return { description: 'in memory', rights: { user: 'memory', admin: true }, own: undefined, listed };
    },
    read: async (address) => {
      await onCall('read');
      const kept = store.get(keyOf(address));
      return kept === undefined ? undefined : listedOf(kept);
    },
    run: async (task) => {
      if ((await onCall('write')) !== 'lie') run(task);
      return 'done';
    },
  };
};
