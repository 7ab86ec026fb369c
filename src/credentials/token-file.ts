import { open } from 'node:fs/promises';
import { SyncError } from '../model/errors.ts';
import { maskForms } from '../net/masks.ts';
import { readTokenText } from './registry-token.ts';

/** Bytes of a token file; tokens have a few thousand. */
const LARGEST = 65_536;

const refused = (file: string, met: string): SyncError<'token'> =>
  new SyncError('token', 'no-secret', `read the token in ${file}: ${met}`, {
    hint: 'Write the bare token there, or JSON with access_token or token.',
  });

/**
 * The token that a person put into a file. Every form of it is masked before it is returned. Throws SyncError
 * token/no-secret: there is none that can be sent.
 */
export const readTokenFile = async (file: string, mask: (form: string) => void): Promise<string> => {
  const handle = await open(file, 'r').catch(() => {
    throw refused(file, "the file is not there, or can't be opened");
  });
  try {
    const buffer = Buffer.alloc(LARGEST + 1);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0).catch(() => {
      throw refused(file, "it can't be read as a file");
    });
    if (bytesRead > LARGEST) throw refused(file, `expected at most ${LARGEST} bytes, met more`);
    const token = readTokenText(buffer.toString('utf8', 0, bytesRead));
    if (token === undefined) throw refused(file, 'expected a token, met something else');
    for (const form of maskForms(token)) mask(form);
    return token;
  } finally {
    await handle.close();
  }
};
