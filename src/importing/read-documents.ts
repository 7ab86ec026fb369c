import { readFile } from 'node:fs/promises';
import { SyncError } from '../model/errors.ts';
import { type DocumentsInto, importDocuments, type ReadDocument } from './import-documents.ts';
import type { Imported } from './import-registrations.ts';

/** Bytes of a file with documents; a list of all that a registry holds is larger than one entry. */
const LARGEST = 8 * 1024 * 1024;

const unreadable = (file: string, met: string, cause?: unknown): SyncError =>
  new SyncError('usage', 'bad-option', `read ${file}: expected a JSON file with servers or agents, met ${met}`, {
    hint: 'import takes JSON files in the form of the registry, or none: then it reads the registry.',
    ...(cause === undefined ? {} : { cause }),
  });

/** One document, a list of them, or an answer of the registry that holds such a list. */
const documentsIn = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return [value];
  const lists = (['servers', 'agents'] as const).flatMap((key) => {
    const list: unknown = Object.hasOwn(value, key)
      ? Object.entries(value).find(([name]) => name === key)?.[1]
      : undefined;
    return Array.isArray(list) ? list : [];
  });
  return lists.length > 0 ? lists : [value];
};

const readDocuments = async (file: string): Promise<readonly ReadDocument[]> => {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw unreadable(file, 'none that can be read', cause);
  });
  if (Buffer.byteLength(text) > LARGEST) throw unreadable(file, `more than ${LARGEST / 1024 / 1024} MiB`);
  try {
    const value: unknown = JSON.parse(text);
    return documentsIn(value).map((one) => ({ file, value: one }));
  } catch {
    throw unreadable(file, 'something else than JSON');
  }
};

/** Entries for the documents of JSON files. Throws SyncError usage/bad-option for a file that is none. */
export const importFiles = async (files: readonly string[], into: DocumentsInto): Promise<Imported> =>
  importDocuments((await Promise.all(files.map(readDocuments))).flat(), into);
