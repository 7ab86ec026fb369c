import { isDeepStrictEqual } from 'node:util';
import { parseFile, parseSyntax } from '../document/read.ts';
import { type MapNode, pairOf, plain } from '../document/syntax.ts';
import type { SourceData } from '../kinds/source-data.ts';
import { sourceData } from '../kinds/table.ts';
import { withoutEnd } from '../model/ends.ts';
import { knownSource } from './known-files.ts';
import { locationOf } from './layout.ts';
import { settleLocks } from './locks.ts';
import { mergeLines } from './merge-lines.ts';
import { newEntryText } from './new-entry.ts';
import { renamedEntries } from './replaced.ts';
import { spliceSource } from './splice.ts';

/** One entry as both sides have it. Without ancestor both added it. */
interface Versions {
  readonly ancestor?: string;
  readonly base: string;
  readonly branch: string;
}

interface Scanned {
  readonly data: SourceData;
  /** True when nothing besides what a scan writes is in the file. */
  readonly untouched: boolean;
}

const scannedOf = (path: string, text: string): Scanned | undefined => {
  const parsed = parseFile(path, text);
  const source = 'value' in parsed ? knownSource(parsed.value) : undefined;
  if (source === undefined || !('value' in parsed)) return undefined;
  const { path: registryPath, name } = Object(parsed.value['registration']);
  const first = { path: String(registryPath), ...(typeof name === 'string' ? { name } : {}) };
  return { data: sourceData(source), untouched: newEntryText(source, first) === text };
};

/** The text with another source, where that can be put there. */
const withSource = (path: string, text: string, data: SourceData): string | undefined => {
  const spliced = spliceSource(path, text, data);
  return 'text' in spliced ? spliced.text : undefined;
};

/**
 * An entry that base and branch both changed: the branch's `source`, which is the younger scan's; outside of it what people
 * wrote on either side. Where people wrote the same lines on both sides, the branch's stand, for a reviewer to see. Of a
 * tool lock the base's: that is the one that people accepted.
 */
export const mergeEntry = (path: string, { ancestor, base, branch }: Versions): string => {
  if (locationOf(path).type === 'lock') return base;
  const newest = scannedOf(path, branch);
  if (newest === undefined) return branch;
  const ours = withSource(path, base, newest.data);
  if (ours === undefined || ours === branch) return branch;
  if (ancestor === undefined) return newest.untouched ? ours : branch;
  const before = withSource(path, ancestor, newest.data);
  if (before === undefined || before === ours) return branch;
  if (before === branch) return ours;
  const merged = mergeLines(before, ours, branch);
  return merged !== undefined && 'value' in parseFile(path, merged) ? merged : branch;
};

/** Sets `registration.register: false` by adding as little as it takes. */
const unregisterEdit = (text: string, registration: MapNode): string | undefined => {
  const there = pairOf(registration, 'register');
  if (there !== undefined) return `${text.slice(0, there.value.start)}false${text.slice(there.value.end)}`;
  const first = registration.pairs[0];
  if (first === undefined) return undefined;
  const before = text.slice(0, first.start);
  const indent = before.slice(withoutEnd(before, ' \t').length);
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = registration.flow ? ', ' : `${lineEnd}${indent}`;
  const key = text.startsWith('"', first.start) ? '"register"' : 'register';
  return `${before}${key}: false${gap}${text.slice(first.start)}`;
};

const withoutRegister = (root: MapNode): unknown => {
  const value: unknown = plain(root);
  return { ...Object(value), registration: { ...Object(Object(value).registration), register: false } };
};

/**
 * What becomes of an entry that a person removed from a request: a scanned one stays as declined (`register: false`), or the
 * next scan would bring it back; one written by hand is let go.
 */
export const declineEntry = (path: string, text: string): string | undefined => {
  if (locationOf(path).type !== 'scanned') return undefined;
  const before = parseSyntax(path, text);
  const registration = 'root' in before ? pairOf(before.root, 'registration')?.value : undefined;
  if ('faults' in before || registration?.type !== 'map') return undefined;
  const edited = unregisterEdit(text, registration);
  const after = edited === undefined ? undefined : parseSyntax(path, edited);
  if (edited === undefined || after === undefined || 'faults' in after) return undefined;
  return isDeepStrictEqual(plain(after.root), withoutRegister(before.root)) ? edited : undefined;
};

/** What only the catalogue knows about entries, for a branch that carries them. */
export const ENTRY_MERGE = {
  mergeEntry,
  declined: declineEntry,
  renames: renamedEntries,
  settled: settleLocks,
} as const;
