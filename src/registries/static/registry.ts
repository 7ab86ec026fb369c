import { sameValue } from '../../model/canonical.ts';
import { compareTexts } from '../../model/compare-texts.ts';
import { SyncError } from '../../model/errors.ts';
import {
  type Address,
  type Listed,
  type MarkReading,
  pathKey,
  type Registry,
  type Task,
} from '../../model/registry.ts';
import { type SiteEntry, siteEntryOf } from './entry.ts';
import { FIELD_TABLE } from './fields.ts';
import { registryName } from './names.ts';
import { changedRecord, EMPTY, type Removed, type SiteRecord, type SiteState } from './record.ts';
import type { SiteSettings } from './site-settings.ts';
import { type SiteOwn, traits } from './traits.ts';

/** Where a site is kept. */
export interface SiteStore {
  /** For people. */
  readonly where: string;
  /** What is there now; undefined: nothing yet. Cheap where nothing changed since it was asked last. */
  readonly load: () => Promise<SiteState | undefined>;
  /**
   * Makes the files of a state and keeps it, where something differs. `before`: what was loaded; registry/conflict where
   * something else is kept by now.
   */
  readonly save: (state: SiteState, before: SiteState | undefined) => Promise<void>;
}

/** What one open registry did so far, and has not kept yet: by address, what is there now. */
type Done = ReadonlyMap<string, SiteRecord | 'removed'>;

const keyOf = ({ type, path }: Address): string => `${type} ${pathKey(path)}`;

const recordKey = ({ entry }: SiteRecord): string => keyOf(entry);

const readingOf = (record: SiteRecord | undefined): MarkReading =>
  record?.mark === undefined ? { type: 'none' } : { type: 'mark', mark: record.mark };

const KEYS = {
  server: FIELD_TABLE.server.map(({ key }) => key),
  agent: FIELD_TABLE.agent.map(({ key }) => key),
} as const;

/** Every field of an entry: what is not set is known not to be. */
const valuesOf = (entry: SiteEntry): ReadonlyMap<string, unknown> => {
  const values = new Map<string, unknown>(Object.entries(entry));
  return new Map(KEYS[entry.type].map((key) => [key, values.get(key)]));
};

const listedOf = ({ entry, shown, mark }: SiteRecord): Listed => ({
  type: entry.type,
  path: entry.path,
  name: entry.name,
  url: entry.url,
  enabled: shown,
  ...(mark === undefined ? {} : { file: mark.file }),
  ...(mark?.endpoint === undefined ? {} : { endpoint: mark.endpoint }),
  // Made when somebody compares: of ten thousand records they take more room than the records.
  get values() {
    return valuesOf(entry);
  },
  mark: mark === undefined ? { type: 'none' } : { type: 'mark', mark },
  flagged: false,
  federated: false,
  // Every field is there to be read.
  unheld: [],
  raw: {},
});

const byKey = (state: SiteState): ReadonlyMap<string, SiteRecord> =>
  new Map(state.records.map((record) => [recordKey(record), record]));

/** What a server that was shown leaves of a name. */
const removedOf = ({ entry, changes, publishedAt }: SiteRecord, namespace: string, now: number): Removed => ({
  path: entry.path,
  name: registryName(namespace, entry.path),
  changes: changes + 1,
  publishedAt,
  removedAt: now,
});

const isShownServer = ({ entry, shown }: SiteRecord): boolean => entry.type === 'server' && shown;

/**
 * A state under the namespace of the settings. Where it had another one, whoever knows a server by its old name is told that
 * it is gone. One of a release that kept none gets it with the first change.
 */
const underNamespace = (before: SiteState, now: number, namespace: string): SiteState => {
  const was = before.namespace;
  if (was === undefined || was === namespace) return before;
  const shown = before.records.filter(isShownServer);
  const names = new Set(shown.map(({ entry }) => registryName(namespace, entry.path)));
  return {
    namespace,
    // A name that comes back goes on counting where it was.
    records: before.records.map((record) =>
      isShownServer(record) ? { ...record, changes: record.changes + 1, updatedAt: now } : record,
    ),
    removed: [
      ...before.removed.filter(({ name }) => !names.has(name)),
      ...shown.map((record) => removedOf(record, was, now)),
    ],
  };
};

/** A state with what was done: versions count what changed since, and what is gone leaves its name. */
const withDone = (kept: SiteState, done: Done, now: number, { namespace }: SiteSettings): SiteState => {
  const before = underNamespace(kept, now, namespace);
  const stood = byKey(before);
  const gone = new Map(before.removed.map((one) => [one.name.toLowerCase(), one]));
  const after = new Map(stood);
  for (const [key, what] of done) {
    const was = stood.get(key);
    if (what === 'removed') {
      after.delete(key);
      if (was !== undefined && isShownServer(was)) {
        const left = removedOf(was, namespace, now);
        gone.set(left.name.toLowerCase(), left);
      }
      continue;
    }
    const { type, path } = what.entry;
    const name = registryName(namespace, path).toLowerCase();
    const left = type === 'server' ? gone.get(name) : undefined;
    if (type === 'server') gone.delete(name);
    const { mark } = what;
    if (mark !== undefined) after.set(key, changedRecord(was, { ...what, mark }, { now, former: left }));
  }
  return {
    ...(before.namespace === undefined && done.size === 0 ? {} : { namespace }),
    records: [...after.values()].sort(
      (a, b) => compareTexts(a.entry.path, b.entry.path) || compareTexts(a.entry.type, b.entry.type),
    ),
    removed: [...gone.values()].sort((a, b) => compareTexts(a.path, b.path) || compareTexts(a.name, b.name)),
  };
};

const conflict = (what: string): SyncError =>
  new SyncError('registry', 'conflict', what, { hint: 'Run again: the plan is made anew.' });

/** What a step makes of what stands there. */
const stepped = (task: Task, stands: SiteRecord | undefined): SiteRecord | 'removed' => {
  const need = (address: Address): SiteRecord => {
    if (stands !== undefined) return stands;
    throw new SyncError('registry', 'not-found', `change ${address.path}: it is not on the site`);
  };
  switch (task.type) {
    case 'create': {
      const { registration, mark } = task.write;
      if (stands !== undefined) throw conflict(`register ${registration.path}: something is on the site there`);
      return { entry: siteEntryOf(registration), shown: false, mark, changes: 0, publishedAt: 0, updatedAt: 0 };
    }
    case 'put': {
      const { registration, mark, keep } = task.write;
      const there = need(task.listed);
      const reading = readingOf(there);
      if (!sameValue(reading, task.listed.mark) && !sameValue(there.mark, mark))
        throw conflict(`change ${task.listed.path}: it changed since the plan was made`);
      const entry = siteEntryOf(registration);
      return { ...there, mark, entry: { ...entry, ...keptFields(there, entry, keep) } };
    }
    case 'enable':
    case 'disable':
      return { ...need(task.address), shown: task.type === 'enable' };
    case 'remove':
      return 'removed';
    case 'set':
    case 'withdraw':
      throw new SyncError('registry', 'refused', `set the credential of ${task.path}: a site keeps none`);
  }
};

/** Fields that people own on the site: they stay as they stand there. */
const keptFields = (there: SiteRecord, wanted: SiteRecord['entry'], keep: ReadonlySet<string>): object => {
  const own = Object.entries(there.entry).filter(([key]) => keep.has(key));
  const metadata = Object.entries(there.entry.metadata).filter(([key]) => keep.has(`metadata.${key}`));
  return {
    ...Object.fromEntries(own),
    ...(metadata.length === 0 ? {} : { metadata: { ...wanted.metadata, ...Object.fromEntries(metadata) } }),
  };
};

const addressOf = (task: Task): Address => {
  switch (task.type) {
    case 'create':
      return task.write.registration;
    case 'put':
      return task.listed;
    case 'set':
    case 'withdraw':
      return { type: 'server', path: task.path };
    default:
      return task.address;
  }
};

/** A site that is open: what a run does is kept in memory, and written once by `finish`. */
export const createSite = (store: SiteStore, settings: SiteSettings, now: () => number): Registry => {
  const done = new Map<string, SiteRecord | 'removed'>();
  // By the state it was made of: each of ten thousand steps asks, and a state is loaded once.
  const indexes = new WeakMap<SiteState, ReadonlyMap<string, SiteRecord>>();
  const indexOf = (state: SiteState): ReadonlyMap<string, SiteRecord> => {
    const index = indexes.get(state) ?? byKey(state);
    indexes.set(state, index);
    return index;
  };
  const find = async (address: Address): Promise<SiteRecord | undefined> => {
    const key = keyOf(address);
    const mine = done.get(key);
    if (mine !== undefined) return mine === 'removed' ? undefined : mine;
    const state = await store.load();
    return state === undefined ? undefined : indexOf(state).get(key);
  };
  return {
    ...traits,
    snapshot: async () => {
      const state = (await store.load()) ?? EMPTY;
      return {
        description: `files in ${store.where}`,
        rights: { user: 'the file system', admin: true },
        own: { settings, state } satisfies SiteOwn,
        listed: state.records.map(listedOf),
      };
    },
    read: async (address) => {
      const record = await find(address);
      return record === undefined ? undefined : listedOf(record);
    },
    run: async (task) => {
      const address = addressOf(task);
      done.set(keyOf(address), stepped(task, await find(address)));
      return 'done';
    },
    finish: async () => {
      const before = await store.load();
      if (before === undefined && done.size === 0) return;
      await store.save(withDone(before ?? EMPTY, done, now(), settings), before);
      done.clear();
    },
  };
};
