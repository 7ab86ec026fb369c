import { stringify } from 'yaml';
import type { EntryFile } from '../model/generated/entry.ts';

/** The text of a new entry that is written by hand from then on: keys in the order given, no line folded. */
export const manualText = (value: EntryFile): string =>
  stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
