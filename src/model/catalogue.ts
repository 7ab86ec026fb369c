import type { EntryFile } from './generated/entry.ts';

/** The catalogue as text, whoever holds it: path below the catalogue's directory (forward slashes) to content. */
export type Tree = ReadonlyMap<string, string>;

/** How the name of a tool lock ends: `<entry without extension>.tools.lock.yaml`, `<entry>.<endpoint>.tools.lock.yaml`. */
export const LOCK_ENDING = '.tools.lock.yaml';

/** The accounts of an organization, as the last scan saw them, below the catalogue's directory. */
export const ACCOUNTS_FILE = 'accounts.yaml';

/** True for the path of an entry; false for what is kept beside entries. */
export const isEntryFile = (path: string): boolean => !path.endsWith(LOCK_ENDING) && path !== ACCOUNTS_FILE;

/** One file that could be read and fits its schema. */
export interface Entry {
  /** Path below the catalogue's directory. */
  readonly path: string;
  readonly text: string;
  readonly value: EntryFile;
  /** Keys of the value that the configuration's defaults say, not the file. */
  readonly byDefault?: readonly ('register' | 'credential')[];
}

/** What a scan does to one file: an entry, or what is kept beside it. Texts are whole contents. */
export type FileChange =
  | { readonly action: 'create'; readonly path: string; readonly text: string }
  | { readonly action: 'update'; readonly path: string; readonly before: string; readonly text: string }
  | {
      readonly action: 'replace';
      readonly from: string;
      readonly path: string;
      readonly before: string;
      readonly text: string;
    }
  | { readonly action: 'delete'; readonly path: string; readonly before: string };
