import type { EntryFile } from './generated/entry.ts';

/** The catalogue as text, whoever holds it: path below the catalogue's directory (forward slashes) to content. */
export type Tree = ReadonlyMap<string, string>;

/** One file that could be read and fits its schema. */
export interface Entry {
  /** Path below the catalogue's directory. */
  readonly path: string;
  readonly text: string;
  readonly value: EntryFile;
}

/** What a scan does to one file. Texts are whole contents. */
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
