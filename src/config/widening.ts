import { posix } from 'node:path';
import { compareTexts } from '../model/compare-texts.ts';
import type { Configuration } from '../model/generated/configuration.ts';
import { isObject } from '../model/json.ts';

import { DEFAULT_REGISTRY_NAME } from './registry-kinds/table.ts';
import { ALONE } from './trust-keys.ts';

/**
 * Settings that widen what the tool trusts, each under a name of its own, so that they can be compared one by one and set
 * back one by one. They are read from the values of the file, not from settings that defaults were filled into.
 */

/** Where definitions of gateways lie: beside the entries. */
export const gatewaysDirectory = (directory: string): string => posix.join(posix.dirname(directory), 'gateways');

/**
 * The folders whose files are judged by the settings, and which no widened setting may come along with: those of the entries,
 * and where gateways are configured, of their definitions.
 */
export const judgedFolders = (
  { gateways }: Pick<Configuration, 'gateways'>,
  directory: string,
): readonly [string, ...string[]] => (gateways === undefined ? [directory] : [directory, gatewaysDirectory(directory)]);

/** The same for a sentence: `servers/ or gateways/`. */
export const foldersText = (folders: readonly string[]): string => folders.map((folder) => `${folder}/`).join(' or ');

/** Name of a setting to its value; a setting that the file does not have is absent. */
export type Widening = ReadonlyMap<string, unknown>;

type Values = Readonly<Record<string, unknown>>;

/** A registry without filters takes everything: a value of its own, so that taking the filters out is a change. */
const EVERYTHING = 'everything';

/** A place of the values: keys, and positions in lists. */
type Pointer = readonly (string | number)[];

/** A setting, and where it stands or would stand. */
interface Place {
  readonly name: string;
  readonly pointer: Pointer;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const mapOf = (value: unknown): Values => (isObject(value) ? value : {});

/** Names each thing once: what is listed twice is two, and each keeps its own. */
const eachItsOwn = (): ((name: string) => string) => {
  const met = new Map<string, number>();
  return (name) => {
    const count = (met.get(name) ?? 0) + 1;
    met.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  };
};

/** The keys below a prefix of the table that count only when they came alone: `registries.<name>.` gives `url`, `token`, … */
const below = (prefix: string): readonly string[] =>
  ALONE.filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .filter((key) => !/[.[]/.test(key));

const REGISTRY_KEYS = below('registries.<name>.');
const SECRET_KEYS = below('secrets.<name>.');
const ISSUER_KEYS = below('issuers[].');
const CLIENT_KEYS = below('issuers[].clients[].');
/** What rows of defaults say in their order: judged as what all rows say together. */
const ROW_KEYS = below('defaults.');
/** Maps whose keys are judged one by one, and come back where they were taken out: `limits.deletes`, `rules.auth-iam`. */
const EACH_KEY = ALONE.filter((key) => /^[^.]+\.<name>$/.test(key)).map((key) => key.slice(0, key.indexOf('.')));
/** Settings that are judged whole: `confirmBy`, `aws.domains`. */
const WHOLE = ALONE.filter((key) => !/[<[]/.test(key) && !key.startsWith('defaults.'));

/** What is said of each registry, by its name: `registry` is the short form of one. */
const registryPlaces = ({ registry, registries }: Values): readonly Place[] => {
  const all: readonly (readonly [name: string, pointer: Pointer])[] = [
    ...(isObject(registry) ? [[DEFAULT_REGISTRY_NAME, ['registry']] as const] : []),
    ...Object.keys(mapOf(registries)).map((name) => [name, ['registries', name]] as const),
  ];
  return all.flatMap(([name, at]) =>
    REGISTRY_KEYS.map((key) => ({ name: `registries.${name}.${key}`, pointer: [...at, key] })),
  );
};

/** True for what says of a registry that was not there before: nothing of before could hold instead. */
const isOfNewRegistry = (name: string, before: Widening): boolean => {
  const [, registry] = /^(registries\..*)\.[^.]+$/.exec(name) ?? [];
  return registry !== undefined && !before.has(`${registry}.entries`);
};

const issuerPlaces = (issuers: unknown): readonly Place[] => {
  const [issuerName, clientName] = [eachItsOwn(), eachItsOwn()];
  return listOf(issuers).flatMap((issuer, at): readonly Place[] => {
    if (!isObject(issuer)) return [];
    const name = `issuers ${textOf(issuer['issuer'])}`;
    const told = issuerName(name);
    const clients = listOf(issuer['clients']).flatMap((client, index): readonly Place[] => {
      if (!isObject(client)) return [];
      const own = clientName(`${name} client ${textOf(client['id'])}`);
      return CLIENT_KEYS.map((key) => ({ name: `${own} ${key}`, pointer: ['issuers', at, 'clients', index, key] }));
    });
    return [...ISSUER_KEYS.map((key) => ({ name: `${told} ${key}`, pointer: ['issuers', at, key] })), ...clients];
  });
};

/** An issuer or a client in a name whose words blanks part: none is taken for another one. */
const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.replaceAll(/\s/g, encodeURIComponent) : '';

/** Every place where a setting may stand, by the setting's name; those of maps only where the map has the key. */
const places = (values: Values): ReadonlyMap<string, Pointer> => {
  const all: readonly Place[] = [
    ...WHOLE.map((name) => ({ name, pointer: name.split('.') })),
    ...EACH_KEY.flatMap((map) =>
      Object.keys(mapOf(values[map])).map((key) => ({ name: `${map}.${key}`, pointer: [map, key] })),
    ),
    ...Object.keys(mapOf(values['secrets'])).flatMap((secret) =>
      SECRET_KEYS.map((key) => ({ name: `secrets.${secret}.${key}`, pointer: ['secrets', secret, key] })),
    ),
    ...issuerPlaces(values['issuers']),
    ...registryPlaces(values),
  ];
  return new Map(all.map(({ name, pointer }) => [name, pointer]));
};

/** One row, or rows. */
const rowsOf = (defaults: unknown): readonly unknown[] => (isObject(defaults) ? [defaults] : listOf(defaults));

/** What the rows say of one key, in the order in which they decide. */
const saidInRows = (defaults: unknown, key: string): readonly Values[] =>
  rowsOf(defaults).flatMap((row) =>
    isObject(row) && row[key] !== undefined
      ? [{ ...(row['match'] === undefined ? {} : { match: row['match'] }), [key]: row[key] }]
      : [],
  );

/** The rows without what they say of one key, and what is to be said of it after all others. */
const sayingInRows = (defaults: unknown, key: string, said: unknown): readonly unknown[] => [
  ...rowsOf(defaults).flatMap((row) => {
    if (!isObject(row) || row[key] === undefined) return [row];
    const { [key]: _, ...others } = row;
    return Object.keys(others).some((other) => other !== 'match') ? [others] : [];
  }),
  ...listOf(said),
];

const rowName = (key: string): string => `defaults ${key}`;

const valueAt = (values: unknown, pointer: Pointer): unknown => {
  let value = values;
  for (const key of pointer) {
    if (Array.isArray(value) && typeof key === 'number') value = value[key];
    else if (isObject(value) && typeof key === 'string' && Object.hasOwn(value, key)) value = value[key];
    else return undefined;
  }
  return value;
};

const isFilter = (pointer: Pointer): boolean => pointer.at(-1) === 'entries';

/** The settings of a configuration that widen trust. */
export const wideningOf = (values: Values): Widening => {
  const said = ROW_KEYS.map((key) => [rowName(key), saidInRows(values['defaults'], key)] as const);
  const placed = [...places(values)].flatMap(([name, pointer]) => {
    const met = valueAt(values, pointer);
    const value = met === undefined && isFilter(pointer) ? EVERYTHING : met;
    return value === undefined ? [] : [[name, value] as const];
  });
  return new Map<string, unknown>([...placed, ...said.filter(([, rows]) => rows.length > 0)]);
};

/** The values with one place changed; without a value the place is taken out. */
const withValue = (values: unknown, pointer: Pointer, value: unknown): unknown => {
  const [key, ...rest] = pointer;
  if (key === undefined) return value;
  if (Array.isArray(values)) return values.map((item, at) => (at === key ? withValue(item, rest, value) : item));
  const map = isObject(values) ? values : {};
  const inner = withValue(map[key], rest, value);
  if (inner !== undefined) return { ...map, [key]: inner };
  const { [key]: _, ...others } = map;
  return others;
};

/** Where a setting that the values don't have would be put: only maps take a new key. */
const newPlace = (name: string): Pointer | undefined => {
  const dot = name.indexOf('.');
  const map = name.slice(0, Math.max(dot, 0));
  if (EACH_KEY.some((it) => it === map)) return [map, name.slice(dot + 1)];
  return undefined;
};

/** Lists of which each item permits something: fewer of them permit less. */
const PERMITS =
  /^(aws\.(accounts|domains)|accepted|ignore-drift|network\.privateHosts|limits\.allow|gateways\.(?!deploy).*|secrets\..*\.urls|issuers .* (for|urls))$/;

/** Rows that ask for more than what is there without them. */
const ASKING: ReadonlySet<unknown> = new Set([true, 'disable']);

/** True where a setting trusts no more than the one that holds: it counts at once, whatever it came with. */
const isNarrower = (name: string, here: unknown, held: unknown): boolean => {
  if (!Array.isArray(here) || here.length === 0) return false;
  const row = ROW_KEYS.find((key) => rowName(key) === name);
  if (row !== undefined) return held === undefined && here.every((one) => isObject(one) && ASKING.has(one[row]));
  if (!PERMITS.test(name) || !Array.isArray(held)) return false;
  const permitted = new Set(held.map(canonical));
  return here.every((one) => permitted.has(canonical(one)));
};

/** The values without a place, and without the thing that can't be without it. */
const without = (values: unknown, pointer: Pointer): unknown => {
  if (pointer[0] === 'secrets') return withValue(values, pointer.slice(0, 2), undefined);
  return withValue(values, pointer, undefined);
};

/** The values without registries that were not there before; without any, there is no map of them. */
const withoutNewRegistries = (values: Values, widening: Widening): Values => {
  const isKnown = (name: string): boolean => widening.has(`registries.${name}.entries`);
  const { registry, registries, ...others } = values;
  const known = Object.fromEntries(Object.entries(mapOf(registries)).filter(([name]) => isKnown(name)));
  return {
    ...others,
    ...(registry === undefined || (isObject(registry) && !isKnown(DEFAULT_REGISTRY_NAME)) ? {} : { registry }),
    ...(registries === undefined || (isObject(registries) && Object.keys(known).length === 0)
      ? {}
      : { registries: isObject(registries) ? known : registries }),
  };
};

/**
 * A configuration whose widening settings are these and no others, but for those that trust less. A client, a registry or
 * a secret that is gone stays gone; a registry that was not there is left out; so is a secret that may go nowhere.
 */
export const withWidening = (values: Values, widening: Widening): Values => {
  let result: unknown = withoutNewRegistries(values, widening);
  const here = places(mapOf(result));
  for (const [name, pointer] of here) {
    const known = widening.get(name);
    const held = isFilter(pointer) && known === EVERYTHING ? undefined : known;
    const value = valueAt(values, pointer);
    if (canonical(held) === canonical(value) || isNarrower(name, value, held)) continue;
    result = held === undefined ? without(result, pointer) : withValue(result, pointer, held);
  }
  for (const [name, held] of widening) {
    const pointer = here.has(name) ? undefined : newPlace(name);
    if (pointer !== undefined) result = withValue(result, pointer, held);
  }
  for (const key of ROW_KEYS) {
    const held = widening.get(rowName(key));
    const said = saidInRows(values['defaults'], key);
    if (canonical(held ?? []) === canonical(said) || isNarrower(rowName(key), said, held)) continue;
    result = { ...mapOf(result), defaults: sayingInRows(mapOf(result)['defaults'], key, held) };
  }
  return mapOf(result);
};

/**
 * Names of settings that would not count in one configuration, where what widens trust is as in another; what is said of a
 * registry that is left out is told once.
 */
export const heldBack = (values: Values, widening: Widening): readonly string[] => {
  const names = changedWidening(wideningOf(withWidening(values, widening)), wideningOf(values));
  return [
    ...new Set(names.map((name) => (isOfNewRegistry(name, widening) ? name.slice(0, name.lastIndexOf('.')) : name))),
  ];
};

/** Names of settings whose values differ. */
export const changedWidening = (before: Widening, after: Widening): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => canonical(before.get(name)) !== canonical(after.get(name)),
  );

/** JSON whose keys are sorted: two spellings of one value are equal. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => compareTexts(a, b))) : inner,
  ) ?? '';
