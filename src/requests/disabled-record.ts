import { SyncError } from '../model/errors.ts';
import { isObject } from '../model/json.ts';
import type { Origin, Registration } from '../model/registration.ts';
import type { CommandContext } from '../running/context.ts';
import { type Handover, readHandover, refusedHandover, writeHandover } from '../running/handover.ts';

const handoverAt = (folder: string): Handover => ({
  folder,
  file: 'disabled.json',
  option: 'record-from',
  writer: 'disable',
});

const keyOf = ({ file, endpoint }: Origin): string => JSON.stringify([file, endpoint ?? null]);

/** Writes down which entries were switched off, for the job that records it; gives the digest. */
export const writeRecord = (folder: string, chosen: readonly Registration[]): Promise<string> =>
  writeHandover(handoverAt(folder), {
    disabled: chosen.map(({ origin: { file, endpoint } }) => ({
      file,
      ...(endpoint === undefined ? {} : { endpoint }),
    })),
  });

const requireDigest = ({ actions, settings }: CommandContext): string | undefined => {
  const { resultsDigest } = settings.verify;
  if (!actions || resultsDigest !== undefined) return resultsDigest;
  throw new SyncError('usage', 'missing-option', 'disable: expected results-digest with record-from, met none', {
    hint: "Give disable's output record-digest: without it any folder would do.",
  });
};

/**
 * Of the registrations that were named those that the other job switched off. Names, files and texts come from the base: what the
 * record holds besides them makes it none.
 * Throws SyncError usage/*.
 */
export const recordedOf = (
  context: CommandContext,
  folder: string,
  named: readonly Registration[],
): readonly Registration[] => {
  const handover = handoverAt(folder);
  const { disabled } = readHandover(handover, requireDigest(context));
  if (!Array.isArray(disabled)) throw refusedHandover(handover, 'another form');
  const keys = disabled.map((one) => (isObject(one) ? JSON.stringify([one['file'], one['endpoint'] ?? null]) : ''));
  const known = new Set(named.map(({ origin }) => keyOf(origin)));
  if (keys.some((key) => !known.has(key))) throw refusedHandover(handover, 'an entry that nobody named');
  return named.filter(({ origin }) => keys.includes(keyOf(origin)));
};
