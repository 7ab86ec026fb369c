import { posix } from 'node:path';
import { compareTexts } from '../model/compare-texts.ts';
import type { Configuration } from '../model/generated/configuration.ts';
import { isObject } from '../model/json.ts';

import { DEFAULT_REGISTRY_NAME } from './registry-kinds/table.ts';

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

/** Maps whose keys are judged one by one: `limits.deletes`, `network.privateHosts`, `rules.auth-iam`. */
const EACH_KEY = ['limits', 'network', 'rules', 'gateways'] as const;
/** Lists and words that are judged whole. */
const WHOLE = ['confirmBy', 'accepted'] as const;
/** What says whom a client serves. */
const CLIENT_KEYS = ['for', 'urls', 'shared'] as const;
/** What says where the secrets of an issuer's clients go. */
const ISSUER_KEYS = ['discoveryUrl', 'tokenEndpoint'] as const;

/** A registry without filters takes everything: a value of its own, so that taking the filters out is a change. */
const EVERYTHING = 'everything';

/** What a registry takes, by the registry's name: `registry` is the short form of one. */
const registryPlaces = ({ registry, registries }: Values): [string, Pointer][] => [
  ...(isObject(registry) ? [[entriesOf(DEFAULT_REGISTRY_NAME), ['registry', 'entries']] as [string, Pointer]] : []),
  ...Object.keys(isObject(registries) ? registries : {}).map((name): [string, Pointer] => [
    entriesOf(name),
    ['registries', name, 'entries'],
  ]),
];

const entriesOf = (registry: string): string => `registries.${registry}.entries`;

/** True for what a registry takes that was not there before: nothing of before could hold instead. */
export const isNewRegistry = (name: string, before: Widening): boolean =>
  /^registries\..*\.entries$/.test(name) && !before.has(name);

/** A place of the values: keys, and positions in lists. */
type Pointer = readonly (string | number)[];

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Names each thing once: what is listed twice is two, and each keeps its own. */
const eachItsOwn = (): ((name: string) => string) => {
  const met = new Map<string, number>();
  return (name) => {
    const count = (met.get(name) ?? 0) + 1;
    met.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  };
};

const issuerPlaces = (issuers: unknown): [string, Pointer][] => {
  const [issuerName, clientName] = [eachItsOwn(), eachItsOwn()];
  return listOf(issuers).flatMap((issuer, at): [string, Pointer][] => {
    if (!isObject(issuer)) return [];
    const name = `issuers ${textOf(issuer['issuer'])}`;
    const told = issuerName(name);
    const clients = listOf(issuer['clients']).flatMap((client, index): [string, Pointer][] => {
      if (!isObject(client)) return [];
      const own = clientName(`${name} client ${textOf(client['id'])}`);
      return CLIENT_KEYS.map((key) => [`${own} ${key}`, ['issuers', at, 'clients', index, key]]);
    });
    return [...ISSUER_KEYS.map((key): [string, Pointer] => [`${told} ${key}`, ['issuers', at, key]]), ...clients];
  });
};

/** Every place where a setting may stand, by the setting's name; those of maps only where the map has the key. */
const places = (values: Values): ReadonlyMap<string, Pointer> => {
  const keysOf = (name: string): readonly string[] => {
    const map = values[name];
    return isObject(map) ? Object.keys(map) : [];
  };
  return new Map<string, Pointer>([
    ...WHOLE.map((name): [string, Pointer] => [name, [name]]),
    ...EACH_KEY.flatMap((name) => keysOf(name).map((key): [string, Pointer] => [`${name}.${key}`, [name, key]])),
    ['aws.domains', ['aws', 'domains']],
    ...keysOf('secrets').map((key): [string, Pointer] => [`secrets.${key}.urls`, ['secrets', key, 'urls']]),
    ...issuerPlaces(values['issuers']),
    ...registryPlaces(values),
  ]);
};

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
export const wideningOf = (values: Values): Widening =>
  new Map(
    [...places(values)].flatMap(([name, pointer]) => {
      const met = valueAt(values, pointer);
      const value = met === undefined && isFilter(pointer) ? EVERYTHING : met;
      return value === undefined ? [] : [[name, value] as const];
    }),
  );

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

/**
 * A configuration whose widening settings are these and no others. A client or a secret that is gone stays gone; a secret
 * that may go nowhere is taken out, for it needs a place to go to.
 */
export const withWidening = (values: Values, widening: Widening): Values => {
  const here = places(values);
  let result: unknown = values;
  for (const [name, pointer] of here) {
    if (isNewRegistry(name, widening)) continue;
    const known = widening.get(name);
    const held = isFilter(pointer) && known === EVERYTHING ? undefined : known;
    if (canonical(held) === canonical(valueAt(values, pointer))) continue;
    const whole = held === undefined && pointer[0] === 'secrets';
    result = withValue(result, whole ? pointer.slice(0, 2) : pointer, held);
  }
  for (const [name, held] of widening) {
    const pointer = here.has(name) ? undefined : newPlace(name);
    if (pointer !== undefined) result = withValue(result, pointer, held);
  }
  return isObject(result) ? result : {};
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
