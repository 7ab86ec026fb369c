import { parseFile } from '../document/read.ts';
import type { SourceData, SourceValue } from '../kinds/source-data.ts';
import { KINDS, sourceData, sourceOf } from '../kinds/table.ts';
import type { Tree } from '../model/catalogue.ts';
import { isObject } from '../model/json.ts';
import type { Problem } from '../model/problem.ts';
import { slashedPath } from '../model/registry.ts';
import type { ResourceKey, Source } from '../model/resource.ts';
import { locationOf } from './layout.ts';
import { checkSchema } from './schema.ts';

/** A file that a scan wrote once, as far as it can be read. */
export interface KnownFile {
  readonly path: string;
  readonly text: string;
  readonly key: ResourceKey;
  /** Why it can't be read; such a file is never touched. */
  readonly problems: readonly Problem[];
  /** Where the file fits its schema. */
  readonly source?: Source;
  /** `source` as it stands there, fitting or not. */
  readonly raw: unknown;
}

/** One file of the catalogue, as a merge sees it. */
export interface FileSeen {
  /** Absent for a file that no scan writes. */
  readonly known?: KnownFile;
  /** Every registry path that it asks for or holds back. */
  readonly paths: readonly string[];
}

type Values = Readonly<Record<string, unknown>>;

const member = (value: unknown, key: string): unknown => (isObject(value) ? value[key] : undefined);

/**
 * Paths are held by files that don't fit their schema too: a typo elsewhere must not give a path away. A document in a
 * registry's own form has its path at its top: it is taken for a server's, below and above which nothing new may lie.
 */
const pathsIn = (value: Values): readonly string[] => {
  const registration = member(value, 'registration');
  if (registration === undefined) return typeof value['path'] === 'string' ? [`${slashedPath(value['path'])}/`] : [];
  const endpoints = member(registration, 'endpoints');
  const all = [registration, ...(isObject(endpoints) ? Object.values(endpoints) : [])];
  return all.map((holder) => member(holder, 'path')).filter((path) => typeof path === 'string');
};

/** The source of a scanned entry's values, where they fit their schema. */
export const knownSource = (value: Values): Source | undefined => {
  const checked = checkSchema(value);
  if (!('entry' in checked)) return undefined;
  const { entry } = checked;
  return 'source' in entry ? sourceOf(entry) : undefined;
};

/**
 * Reads, one after another and sorted by path, what a merge must know of the files that are there: values of twenty thousand
 * files are not held at once. `directory` names the files in problems.
 */
export function* readKnownFiles(tree: Tree, directory: string): Generator<FileSeen> {
  for (const path of [...tree.keys()].sort()) {
    const text = tree.get(path) ?? '';
    const location = locationOf(path);
    if (location.type !== 'scanned' && location.type !== 'manual') continue;
    const parsed = parseFile(`${directory}/${path}`, text);
    const value = 'value' in parsed ? parsed.value : undefined;
    const paths = value === undefined ? [] : pathsIn(value);
    if (location.type === 'manual') {
      yield { paths };
      continue;
    }
    const source = value && knownSource(value);
    const problems = 'problems' in parsed ? parsed.problems : [];
    const known = { path, text, key: location.key, problems, raw: value?.['source'] };
    yield { known: { ...known, ...(source === undefined ? {} : { source }) }, paths };
  }
}

const textAt = (raw: unknown, key: string): string | undefined => {
  const value = member(raw, key);
  return typeof value === 'string' ? value : undefined;
};

/** The name that AWS gave the resource of a file, and that of the resource above it, as far as they can be read. */
export const readNames = ({ key, raw }: KnownFile): { readonly name?: string; readonly above?: string } => {
  const field = KINDS[key.kind].below?.name;
  const [name, above] = [textAt(raw, 'name'), field === undefined ? undefined : textAt(raw, field)];
  return { ...(name === undefined ? {} : { name }), ...(above === undefined ? {} : { above }) };
};

const isData = (value: unknown): value is SourceValue =>
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  (Array.isArray(value) && value.every(isData)) ||
  (isObject(value) && Object.values(value).every(isData));

/** Some fields of a file's source, as they stand there: in the form of a source that fits its schema, else as they were written. */
export const fieldsOf = ({ key, source, raw }: KnownFile, names: readonly string[]): SourceData => {
  const data: unknown = source?.kind === key.kind ? sourceData(source) : raw;
  return Object.fromEntries(
    names.flatMap((name): [string, SourceValue][] => {
      const value = member(data, name);
      return isData(value) && typeof value !== 'string' ? [[name, value]] : [];
    }),
  );
};
