import { lstatSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { textDigest } from '../model/canonical.ts';
import { SyncError } from '../model/errors.ts';
import { fileFailure } from '../model/file-failure.ts';
import { isObject, parseJson } from '../model/json.ts';

/** A file between two jobs, and what there is to say where it is not what it should be. */
export interface Handover {
  readonly folder: string;
  readonly file: string;
  /** The option that names the folder. */
  readonly option: string;
  /** Who writes it: `expected a folder that … wrote`. */
  readonly writer: string;
}

/** Writes data for another job, and gives its digest. Rejects with SyncError catalogue/write-failed. */
export const writeHandover = async (
  { folder, file }: Pick<Handover, 'folder' | 'file'>,
  value: object,
): Promise<string> => {
  const text = `${JSON.stringify({ form: 1, ...value }, null, 2)}\n`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, file), text);
  } catch (cause) {
    throw new SyncError('catalogue', 'write-failed', `Writing ${join(folder, file)}: ${fileFailure(cause)}.`, {
      cause,
    });
  }
  return textDigest(text);
};

const MOST_BYTES = 64 * 1024 * 1024;

/** An error about the folder that was handed over. */
export const refusedHandover = ({ folder, option, writer }: Handover, met: string): SyncError =>
  new SyncError('usage', 'bad-option', `${option}: expected a folder that ${writer} wrote, met ${met} at ${folder}.`, {
    hint: 'Give the artifact of the same run that holds it, with results-digest.',
  });

/**
 * Reads what another job wrote: a stranger's text, of which nothing but the digest is known.
 * Throws SyncError usage/bad-option where it is none, or not the one that the other job told of.
 */
export const readHandover = (handover: Handover, digest: string | undefined): Readonly<Record<string, unknown>> => {
  const file = join(handover.folder, handover.file);
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found?.isFile() !== true || found.size > MOST_BYTES) throw refusedHandover(handover, 'none');
  const text = readFileSync(file, 'utf8');
  if (digest !== undefined && textDigest(text) !== digest) throw refusedHandover(handover, 'another digest');
  const value = parseJson(text);
  if (!isObject(value) || value['form'] !== 1) throw refusedHandover(handover, 'another form');
  return value;
};
