import { SyncError } from '../../model/errors.ts';
import { isObject, parseJson } from '../../model/json.ts';
import { MARK_KEY } from '../../model/registration.ts';
import { markToMetadata, readMark } from '../mark-metadata.ts';
import type { SiteEntry } from './entry.ts';
import { isRegistryName } from './names.ts';
import type { Removed, SiteRecord, SiteState } from './record.ts';

/** Where a site keeps what it is made of, below its folder: marks too, so that it is never published. */
export const STATE_FILE = '.agentcore-sync.json';

const FORM = 1;

/** One record on each line: git shows what changed. */
export const stateText = (state: SiteState): string => {
  const lines = (values: readonly unknown[]): string =>
    values.map((value) => `\n    ${JSON.stringify(value)}`).join(',');
  const records = state.records.map(({ mark, ...rest }) => ({
    ...rest,
    ...(mark === undefined ? {} : { mark: markToMetadata(mark) }),
  }));
  const namespace = state.namespace === undefined ? '' : `  "namespace": ${JSON.stringify(state.namespace)},\n`;
  return `{\n  "form": ${FORM},\n${namespace}  "records": [${lines(records)}\n  ],\n  "removed": [${lines(state.removed)}\n  ]\n}\n`;
};

const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);
const isTime = (value: unknown): value is number => Number.isSafeInteger(value) && Math.abs(Number(value)) < 8.64e15;

/** Names are made with it, and paths of names: whoever can write the state must not choose where files lie. */
const isNamespace = (value: unknown): value is string => isText(value) && isRegistryName(`${value}/x`);

const SIGN_IN: ReadonlySet<unknown> = new Set(['aws', 'token', 'caller', 'key', 'none']);

/** What every use of an entry leans on; the rest is text that is escaped for where it goes. */
const isEntry = (value: unknown): value is SiteEntry => {
  if (!isObject(value) || !isObject(value['metadata']) || !isObject(value['signIn'])) return false;
  const texts = [value['path'], value['name'], value['description'], value['url'], value['visibility']];
  if (!texts.every(isText) || !isTexts(value['tags']) || !SIGN_IN.has(value['signIn']['type'])) return false;
  if (value['type'] === 'server') return isTexts(value['transports']) && isTexts(value['headers']);
  return (
    value['type'] === 'agent' &&
    Array.isArray(value['skills']) &&
    isObject(value['capabilities']) &&
    isObject(value['securitySchemes'])
  );
};

const recordOf = (value: unknown): SiteRecord | undefined => {
  if (!isObject(value)) return undefined;
  const { entry, shown, changes, publishedAt, updatedAt } = value;
  if (!isEntry(entry) || typeof shown !== 'boolean') return undefined;
  if (!isTime(changes) || !isTime(publishedAt) || !isTime(updatedAt)) return undefined;
  const reading = readMark({ [MARK_KEY]: value['mark'] });
  const mark = reading.type === 'mark' ? { mark: reading.mark } : {};
  return { entry, shown, ...mark, changes, publishedAt, updatedAt };
};

const removedOf = (value: unknown): Removed | undefined => {
  if (!isObject(value)) return undefined;
  const { path, name, changes, publishedAt, removedAt } = value;
  if (!isText(path) || !isText(name) || !isRegistryName(name)) return undefined;
  if (!isTime(changes) || !isTime(publishedAt) || !isTime(removedAt)) return undefined;
  return { path, name, changes, publishedAt, removedAt };
};

const all = <Value>(values: unknown, read: (value: unknown) => Value | undefined): readonly Value[] | undefined => {
  if (!Array.isArray(values)) return undefined;
  const known = values.flatMap((value) => read(value) ?? []);
  return known.length === values.length ? known : undefined;
};

/**
 * Reads a state file. `where`: for people.
 * @throws SyncError registry/malformed for one that this tool did not write: nothing is overwritten for its sake
 */
export const readState = (text: string, where: string): SiteState => {
  const value = parseJson(text);
  const records = isObject(value) && value['form'] === FORM ? all(value['records'], recordOf) : undefined;
  const removed = isObject(value) ? all(value['removed'], removedOf) : undefined;
  const namespace = isObject(value) ? value['namespace'] : undefined;
  if (records === undefined || removed === undefined || !(namespace === undefined || isNamespace(namespace))) {
    throw new SyncError(
      'registry',
      'malformed',
      `read ${where}: expected what this tool wrote there, met something else`,
      {
        hint: 'Take the last good version of the file. Without it the site is made anew, and its versions begin at 1.0.0.',
      },
    );
  }
  return { ...(namespace === undefined ? {} : { namespace }), records, removed };
};
