import { isSyncError } from '../../model/errors.ts';
import type { ScanVerdict } from '../../model/registry.ts';
import type { Connection } from './http.ts';
import { send } from './http.ts';
import { recordPath } from './listing.ts';
import { answerObject, printable } from './refusal.ts';

/** The scanner takes up to a minute by default. */
const SCAN_SECONDS = 110;
const LONGEST_NOTE = 200;

/** Has the registry's scanner look at a server again, with the credential that it holds. 200 also when the scan failed. */
export const rescanServer = async (connection: Connection, path: string): Promise<ScanVerdict> => {
  const what = `scan ${path} again`;
  try {
    const answer = answerObject(
      what,
      await send(connection, {
        what,
        method: 'POST',
        path: `${recordPath('server', path)}/rescan`,
        seconds: SCAN_SECONDS,
      }),
    );
    if (answer['scan_failed'] === true) {
      const message = answer['error_message'];
      return {
        state: 'failed',
        note: typeof message === 'string' ? printable(message).slice(0, LONGEST_NOTE) : 'no reason given',
      };
    }
    return { state: answer['is_safe'] === true ? 'safe' : 'unsafe' };
  } catch (error) {
    if (isSyncError(error, 'registry') && error.code === 'forbidden') return { state: 'forbidden' };
    throw error;
  }
};
