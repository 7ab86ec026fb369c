import { execFile } from 'node:child_process';
import { open, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { SyncError } from '../model/errors.ts';
import { SECRET_ENV } from '../model/secret-env.ts';

const LARGEST_FILE = 262_144;
/** Names that a secret may have; everything else in the file is left where it is. */
const SECRET_NAME = new RegExp(SECRET_ENV);

const refuse = (file: string, met: string, hint: string): SyncError<'configuration'> =>
  new SyncError('configuration', 'unreadable', `read secrets from ${file}: ${met}`, { hint });

const isBelowGit = async (directory: string): Promise<boolean> => {
  const found = await stat(path.join(directory, '.git')).then(
    () => true,
    () => false,
  );
  const parent = path.dirname(directory);
  return found || (parent !== directory && (await isBelowGit(parent)));
};

/** Whether git tracks a file: `unknown` where there is a repository that git can't be asked about. */
export const gitTracks = async (file: string): Promise<'yes' | 'no' | 'unknown'> => {
  const directory = path.dirname(file);
  const { PATH = '' } = process.env;
  const code = await new Promise<unknown>((resolve) => {
    const question = ['-C', directory, 'ls-files', '--error-unmatch', '--', `:(literal)${path.basename(file)}`];
    execFile('git', question, { env: { PATH }, timeout: 10_000 }, (error) => resolve(error ? error.code : 0));
  });
  if (code === 0) return 'yes';
  if (code === 1) return 'no';
  return (await isBelowGit(directory)) ? 'unknown' : 'no';
};

const readBounded = async (file: string): Promise<string> => {
  const handle = await open(file, 'r').catch(() => {
    throw refuse(file, "it does not exist or can't be opened", 'Correct --env-file.');
  });
  try {
    const buffer = Buffer.alloc(LARGEST_FILE + 1);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0).catch(() => {
      throw refuse(file, 'it is no file', 'Correct --env-file.');
    });
    if (bytesRead > LARGEST_FILE)
      throw refuse(file, `expected at most ${LARGEST_FILE} bytes, met more`, 'Correct --env-file.');
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
};

/**
 * Reads a file of NAME=value lines into a map of its own; the process's environment stays as it is. Only names that a
 * secret may have are kept. Throws SyncError configuration/unreadable for a file that can't be read, or that git tracks:
 * a committed secret is everybody's.
 */
export const readEnvFile = async (
  file: string,
  tracks: (file: string) => Promise<'yes' | 'no' | 'unknown'> = gitTracks,
): Promise<Readonly<Record<string, string>>> => {
  const real = await realpath(file).catch(() => {
    throw refuse(file, 'it does not exist', 'Correct --env-file.');
  });
  for (const place of new Set([path.resolve(file), real])) {
    const tracked = await tracks(place);
    if (tracked === 'no') continue;
    throw refuse(
      file,
      tracked === 'yes' ? 'git tracks it' : "git can't tell whether it tracks it",
      'Take it out of the repository (git rm --cached), ignore it, and replace the secrets that it held.',
    );
  }
  const values = Object.entries(parseEnv(await readBounded(real)));
  return Object.fromEntries(
    values.flatMap(([name, value]) => (SECRET_NAME.test(name) && value !== undefined ? [[name, value]] : [])),
  );
};
