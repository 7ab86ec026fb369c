import { isDeepStrictEqual } from 'node:util';
import { dropParts, firstRead, sourceOf } from '../kinds/table.ts';
import { ACCOUNTS_FILE, type Entry, type FileChange, type Tree } from '../model/catalogue.ts';
import { type Difference, type EntryChange, RISKS, type Risk } from '../model/entry-change.ts';
import { authorizerOf } from '../model/entry-parts.ts';
import type { EntryFile } from '../model/generated/entry.ts';
import { isObject } from '../model/json.ts';
import { readAccounts } from './accounts-file.ts';
import { type AskedPath, askedPaths } from './asked-paths.ts';
import { loadEntries } from './entries.ts';
import { withoutSecurity } from './first-facts.ts';
import { placeEntry } from './gateway-address.ts';
import { type LockLocation, locationOf } from './layout.ts';
import { headerNames, originsOf, placesOf } from './places.ts';
import type { RegistryRules } from './registry-rules.ts';
import { renamedEntries } from './replaced.ts';

export interface RiskContext {
  /** The client that would be asked for a token for one of the entry's paths, as text for people; undefined: none. */
  readonly clientOf: (value: EntryFile, path: string) => string | undefined;
  readonly registries: Pick<RegistryRules, 'forms'>;
  /** The catalogue before and after: what an entry says of its place may be in files that do not change. */
  readonly before: Tree;
  readonly after: Tree;
}

type Fields = ReadonlyMap<string, unknown>;

/** Blocks whose members are compared one by one; everything else is compared as a whole. */
const OPENED: ReadonlySet<string> = new Set([
  ...['source', 'source.authorizer', 'source.security', 'registration', 'credential'],
  // `policy engine: ENFORCE → LOG_ONLY` says more than two whole engines.
  ...['source.security.policyEngine', 'source.security.waf'],
]);

/** Values may be secrets that slipped in: headers are told by their names. */
const HEADERS = 'registration.headers';

const RISK_OF: readonly (readonly [RegExp, Risk])[] = [
  [/^source\.security(\.|$)/, 'security'],
  [/^credential\./, 'client'],
  [/^source\.(url|arn|account|region)$|^registration\.(url|address|mcpEndpoint|sseEndpoint)$/, 'url'],
  [/^source\.authorizer\.|^registration\.(authScheme|authProvider|authHeaderName|headers)$/, 'authorizer'],
  [/^registration\.(path|endpoints)$/, 'path'],
  [/^registration\.(visibility|groups)$/, 'visibility'],
  [/^kind$|^source\.protocol$/, 'replaced'],
];

const fieldsOf = (value: unknown): Fields => {
  const fields = new Map<string, unknown>();
  const add = (name: string, field: unknown): void => {
    if (!OPENED.has(name) || !isObject(field)) fields.set(name, field);
    else for (const [key, inner] of Object.entries(field)) add(`${name}.${key}`, inner);
  };
  const { through: _, ...own }: { readonly through?: unknown } = isObject(value) ? value : {};
  for (const [key, field] of Object.entries(own)) add(key, field);
  return fields;
};

const sides = (before: unknown, after: unknown): Pick<Difference, 'before' | 'after'> => ({
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
});

/** `register: false` takes an entry out of the registry, and taking it away puts it back. */
const riskOf = (field: string, after: unknown): Risk => {
  if (field === 'registration.register') return after === false ? 'removed' : 'new';
  return RISK_OF.find(([pattern]) => pattern.test(field))?.[1] ?? 'other';
};

/** Header names before and after, where they tell anything. */
const headerSides = (before: EntryFile | undefined, after: EntryFile): Pick<Difference, 'before' | 'after'> => {
  const [old, now] = [before === undefined ? [] : headerNames(before), headerNames(after)];
  return isDeepStrictEqual(old, now)
    ? {}
    : sides(old.length === 0 ? undefined : old, now.length === 0 ? undefined : now);
};

const hasSecurity = (value: EntryFile): boolean => 'source' in value && 'security' in value.source;

/** An entry without what was looked at for the first time since the other one. */
const withoutFirst = (before: EntryFile, after: EntryFile): EntryFile => {
  if (!('source' in before && 'source' in after)) return after;
  const whole = sourceOf(after);
  const read = dropParts(whole, firstRead(whole, sourceOf(before)));
  return { ...after, source: (hasSecurity(before) ? read : withoutSecurity(read)).value } as EntryFile;
};

const differingFields = (old: Fields, now: Fields): readonly string[] =>
  [...new Set([...old.keys(), ...now.keys()])].filter((field) => !isDeepStrictEqual(old.get(field), now.get(field)));

/**
 * What changed, and apart from it what was never looked at before, which is a baseline: a first value beside a real change
 * hides neither.
 */
const fieldDifferences = (before: EntryFile, after: EntryFile): Difference[] => {
  const compared = withoutFirst(before, after);
  const [old, now, whole] = [fieldsOf(before), fieldsOf(compared), fieldsOf(after)];
  const changed = differingFields(old, now).map((field) => ({
    risk: riskOf(field, now.get(field)),
    field,
    ...(field === HEADERS ? headerSides(before, after) : sides(old.get(field), now.get(field))),
  }));
  const first = differingFields(now, whole).map(
    (field): Difference => ({ risk: 'other', field, ...sides(now.get(field), whole.get(field)) }),
  );
  return [...changed, ...first];
};

/** What a new entry says about where requests and credentials go, besides its URL, which is shown with it. */
const NEW_FIELDS = ['mcpEndpoint', 'sseEndpoint', 'authScheme', 'authProvider', 'authHeaderName', 'headers'].map(
  (name) => `registration.${name}`,
);

const newDifferences = (after: EntryFile): Difference[] => {
  const fields = fieldsOf(after);
  return NEW_FIELDS.filter((field) => fields.has(field)).map((field) => ({
    risk: riskOf(field, undefined),
    field,
    ...(field === HEADERS ? headerSides(undefined, after) : { after: fields.get(field) }),
  }));
};

/** Tokens that would come from another client than before, or go somewhere else. */
const clientDifferences = (
  before: EntryFile | undefined,
  after: EntryFile,
  { clientOf }: RiskContext,
): Difference[] => {
  const pairOf = (value: EntryFile, { path, endpoint }: AskedPath): string | undefined => {
    const client = clientOf(value, path);
    return client === undefined ? undefined : `${client} for ${placesOf(value, endpoint).join(', ')}`;
  };
  const earlier = new Map(
    before === undefined ? [] : askedPaths(before).map((asked) => [asked.endpoint, pairOf(before, asked)]),
  );
  return askedPaths(after).flatMap((asked): Difference[] => {
    const [was, is] = [earlier.get(asked.endpoint), pairOf(after, asked)];
    return is === undefined || is === was
      ? []
      : [{ risk: 'client', field: `token for ${asked.path}`, ...sides(was, is) }];
  });
};

/** Origins by secret and header. */
const secretPairs = (value: EntryFile): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(value.registration.register === false ? {} : (value.registration.headers ?? {})).flatMap(
      ([name, header]): [string, string][] =>
        typeof header === 'string' ? [] : [[`secret ${header.secret} in ${name}`, originsOf(value).join(', ')]],
    ),
  );

/** Header secrets that would go somewhere new. */
const secretDifferences = (before: EntryFile | undefined, after: EntryFile): Difference[] => {
  const earlier = before === undefined ? new Map<string, string>() : secretPairs(before);
  return [...secretPairs(after)]
    .filter(([field, origins]) => earlier.get(field) !== origins)
    .map(([field, origins]) => ({ risk: 'client', field, ...sides(earlier.get(field), origins) }));
};

const gravestFirst = (differences: readonly Difference[]): Difference[] =>
  differences.toSorted((a, b) => RISKS.indexOf(a.risk) - RISKS.indexOf(b.risk));

const UNREADABLE: Difference = { risk: 'other', field: '(the file cannot be read as an entry)' };

const differencesOf = (
  change: FileChange,
  values: { readonly before: EntryFile | undefined; readonly after: EntryFile | undefined },
  context: RiskContext,
): Difference[] => {
  const { before, after } = values;
  const whole: Difference[] =
    change.action === 'delete'
      ? [{ risk: 'removed', field: '' }]
      : change.action === 'create'
        ? [{ risk: 'new', field: '' }]
        : change.action === 'replace'
          ? [{ risk: 'replaced', field: '', before: change.from, after: change.path }]
          : [];
  if (change.action === 'delete') return whole;
  if (after === undefined) return [...whole, UNREADABLE];
  const clients = [...clientDifferences(before, after, context), ...secretDifferences(before, after)];
  // A new id is a new ARN: that is what "replaced" says.
  const fields = (before === undefined ? newDifferences(after) : fieldDifferences(before, after)).filter(
    ({ field }) => change.action !== 'replace' || field !== 'source.arn',
  );
  const all = [...whole, ...clients, ...fields];
  return all.length > 0 ? all : [{ risk: 'other', field: '(only the text changes)' }];
};

const factsOf = (value: EntryFile | undefined): Omit<EntryChange, 'action' | 'file' | 'differences' | 'from'> => {
  if (value === undefined) return { name: '', path: '' };
  const { kind, registration } = value;
  const { path } = registration;
  if (value.kind === 'server' || value.kind === 'agent') {
    return { kind, name: value.registration.name ?? '', path, url: value.registration.url };
  }
  const { name, url, arn } = value.source;
  const type = authorizerOf(value)?.type;
  return { kind, name, path, url, arn, ...(type === undefined ? {} : { authorizer: type }) };
};

const placeOf = (file: string): Pick<EntryChange, 'account' | 'region'> => {
  const location = locationOf(file);
  return location.type === 'scanned' ? { account: location.key.account, region: location.key.region } : {};
};

const lockFacts = ({
  stem,
  account,
  region,
}: LockLocation): Omit<EntryChange, 'action' | 'file' | 'differences' | 'from'> => ({
  ...(account === undefined ? {} : { account }),
  ...(region === undefined ? {} : { region }),
  kind: 'lock',
  name: stem.slice(stem.lastIndexOf('/') + 1),
  path: '',
});

const LOCK_WORDS = {
  create: '(new)',
  update: '(changed)',
  replace: '(moved with its entry)',
  delete: '(removed)',
} as const;

const accountsIn = (text: string | undefined): ReadonlyMap<string, string> => {
  const read = text === undefined ? undefined : readAccounts(ACCOUNTS_FILE, text);
  const accounts = read !== undefined && 'accounts' in read ? read.accounts : [];
  return new Map(accounts.map(({ id, name = '', path = '' }) => [id, `${name} (${path})`]));
};

/** The accounts that the catalogue is for: whatever joins or leaves is told one by one. */
const accountsChange = (change: FileChange): EntryChange => {
  const before = accountsIn(change.action === 'create' ? undefined : change.before);
  const after = accountsIn(change.action === 'delete' ? undefined : change.text);
  const ids = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  const differences = ids
    .filter((id) => before.get(id) !== after.get(id))
    .map((id): Difference => ({ risk: 'accounts', field: id, ...sides(before.get(id), after.get(id)) }));
  return {
    action: change.action,
    file: change.path,
    kind: 'accounts',
    name: change.path,
    path: '',
    differences: differences.length > 0 ? differences : [{ risk: 'accounts', field: '(only the text changes)' }],
  };
};

/** A tool lock is no entry: that it changes is told, and what it holds is for those who compare with it. */
const lockChange = (change: FileChange, location: LockLocation): EntryChange => ({
  action: change.action,
  file: change.path,
  ...(change.action === 'replace' ? { from: change.from } : {}),
  ...lockFacts(location),
  differences: [
    {
      risk: 'lock',
      field:
        change.action === 'replace' && change.before !== change.text
          ? '(moved with its entry, and changed)'
          : LOCK_WORDS[change.action],
    },
  ],
});

/** The gateways of an entry's account and Region. */
const gatewaysBeside = (path: string, tree: Tree, registries: RiskContext['registries']): readonly Entry[] => {
  const location = locationOf(path);
  if (location.type !== 'scanned') return [];
  const { account, region } = location.key;
  const beside = [...tree].filter(([file]) => file.startsWith(`${account}/${region}/gateways/`));
  return loadEntries(new Map(beside), { directory: '', registries }).entries;
};

const byFile = (left: EntryChange, right: EntryChange): number => (left.file < right.file ? -1 : 1);

/** What leads from one catalogue to another, file by file; an entry whose resource has a new id counts as replaced. */
export const treeChanges = (before: Tree, after: Tree): readonly FileChange[] => {
  const removed = new Map([...before].filter(([path]) => !after.has(path)));
  const added = new Map([...after].filter(([path]) => !before.has(path)));
  const renames = renamedEntries(removed, added);
  const renamed = new Set(renames.values());
  const fromOld = [...before].flatMap(([path, old]): FileChange[] => {
    const to = renames.get(path);
    if (to !== undefined && added.has(to))
      return [{ action: 'replace', from: path, path: to, before: old, text: after.get(to) ?? '' }];
    const text = after.get(path);
    if (text === undefined) return [{ action: 'delete', path, before: old }];
    return text === old ? [] : [{ action: 'update', path, before: old, text }];
  });
  const fresh = [...added].filter(([path]) => !renamed.has(path));
  return [...fromOld, ...fresh.map(([path, text]): FileChange => ({ action: 'create', path, text }))].toSorted(
    (left, right) => (left.path < right.path ? -1 : 1),
  );
};

/**
 * Says of each changed file what about it a reviewer must look at: entries by their fields, tool locks and the list of accounts as such. Files that
 * are neither are left out.
 */
export const classifyChanges = (changes: readonly FileChange[], context: RiskContext): readonly EntryChange[] => {
  const { registries } = context;
  const read = (texts: readonly (readonly [string, string])[], tree: Tree): ReadonlyMap<string, EntryFile> =>
    new Map(
      loadEntries(new Map(texts), { directory: '', registries }).entries.map((entry) => [
        entry.path,
        placeEntry(entry.value, () => gatewaysBeside(entry.path, tree, registries)),
      ]),
    );
  const old = read(
    changes.flatMap((change) =>
      change.action === 'create' ? [] : [[change.action === 'replace' ? change.from : change.path, change.before]],
    ),
    context.before,
  );
  const now = read(
    changes.flatMap((change) => (change.action === 'delete' ? [] : [[change.path, change.text]])),
    context.after,
  );
  const entryChange = (change: FileChange): EntryChange => {
    const before =
      change.action === 'create' ? undefined : old.get(change.action === 'replace' ? change.from : change.path);
    const after = now.get(change.path);
    return {
      action: change.action,
      file: change.path,
      ...(change.action === 'replace' ? { from: change.from } : {}),
      ...placeOf(change.path),
      ...factsOf(after ?? before),
      differences: gravestFirst(differencesOf(change, { before, after }, context)),
    };
  };
  return changes
    .flatMap((change): EntryChange[] => {
      const location = locationOf(change.path);
      if (location.type === 'lock') return [lockChange(change, location)];
      if (location.type === 'accounts') return [accountsChange(change)];
      return location.type === 'scanned' || location.type === 'manual' ? [entryChange(change)] : [];
    })
    .toSorted(byFile);
};
