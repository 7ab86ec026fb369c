import { SyncError } from '../model/errors.ts';
import { isObject } from '../model/json.ts';
import { type OwnedFailure, type Ownership, TELLING, type Told } from '../model/owned-failure.ts';
import type { Problem } from '../model/problem.ts';
import { clientSubject } from '../model/refresh.ts';
import type { CommandContext } from '../running/context.ts';
import { type Handover, readHandover, refusedHandover, writeHandover } from '../running/handover.ts';
import { byOwner, type Failing, failingOf, isFailure, isToldOpen, type OwnersAt } from './owner-issues.ts';

/** The file that says what fails of whose. */
const handoverAt = (folder: string): Handover => ({
  folder,
  file: 'failures.json',
  option: 'results',
  writer: 'a run for owners',
});

/** What a run met, for its owners. */
export interface Met {
  readonly command: Told['command'];
  /** Whether it looked at everything: a run that was narrowed, or that ended early, says nothing of the rest. */
  readonly complete: boolean;
  readonly problems: readonly Problem[];
  readonly owning: Ownership;
  readonly ownersAt?: OwnersAt;
  /** What fails besides, where problems don't tell it entry by entry. */
  readonly more?: readonly Failing[];
}

/** Whether the run was asked for all there is, and came to its end. */
export const isWhole = ({ settings, operands, signal }: CommandContext): boolean => {
  const { narrow } = settings.scan;
  const isNarrowed =
    settings.only !== undefined ||
    operands.length > 0 ||
    settings.refresh.accounts !== undefined ||
    narrow.accounts !== undefined ||
    narrow.regions !== undefined ||
    narrow.include.length + narrow.exclude.length > 0 ||
    !narrow.gateways ||
    !narrow.runtimes;
  return !isNarrowed && !signal.aborted;
};

/** A registration or server whose run came to nothing. */
interface Row {
  readonly path: string;
  /** As a user would open it; absent: the path alone is known. */
  readonly file?: string;
  readonly issuer?: string;
  readonly client?: string;
  readonly note?: string;
}

/** What failed entry by entry, where one problem tells of many: a client that is refused is told once, by its own name. */
export const rowFailures = (
  rows: readonly Row[],
  problems: readonly Problem[],
  ownersOf: (row: Row) => readonly string[],
): readonly Failing[] => {
  // What only warns of an entry does not tell that it failed.
  const told = new Set(problems.filter(isFailure).flatMap(({ place, subject }) => [place?.file, subject]));
  return rows
    .filter(({ path, file }) => !told.has(path) && (file === undefined || !told.has(file)))
    .map((row) => {
      const { path, file, issuer, client, note = 'It failed' } = row;
      const cause = problems.find(({ subject }) => subject === clientSubject({ issuer, client }));
      const hint = cause?.hint === undefined ? {} : { hint: cause.hint };
      return { owners: ownersOf(row), failure: { what: file ?? path, text: cause?.text ?? `${note}.`, ...hint } };
    });
};

/** True where an issue is open that this run may end; also where that can't be seen: then the other job looks. */
const isOpen = async (context: CommandContext, command: Told['command']): Promise<boolean> => {
  const { withRepository } = await import('../forge/github/open.ts');
  try {
    return await withRepository(context, (repository) => isToldOpen(repository, command));
  } catch (error) {
    if (error instanceof SyncError) return true;
    throw error;
  }
};

const hidden = ({ what, text, hint }: OwnedFailure, hide: CommandContext['hide']): OwnedFailure => ({
  what: hide(what),
  text: hide(text),
  ...(hint === undefined ? {} : { hint: hide(hint) }),
});

/**
 * Writes what fails, by owner, for the job that keeps their issues: data alone, without a right to write anywhere. Gives its
 * digest; none where there is nothing to tell, and nothing was told before. Rejects with SyncError catalogue/write-failed.
 */
export const handOver = async (context: CommandContext, met: Met): Promise<{ readonly 'failures-digest'?: string }> => {
  const { results: folder } = context.settings.verify;
  const { command, complete, problems, owning, ownersAt, more = [] } = met;
  if (folder === undefined || context.settings.dryRun || owning.all.length === 0) return {};
  const failing = [...failingOf(problems, owning, ownersAt), ...more];
  // Logs are masked by the runner; an artifact and an issue are not.
  const failures = byOwner(failing.map(({ owners, failure }) => ({ owners, failure: hidden(failure, context.hide) })));
  if (failures.size === 0 && !(complete && context.actions && (await isOpen(context, command)))) return {};
  const told = { command, complete, failures: Object.fromEntries(failures) };
  return { 'failures-digest': await writeHandover(handoverAt(folder), told) };
};

/** Characters of each text, and things told of one owner. */
const MOST = { text: 2000, things: 5000 } as const;

const failureOf = (value: unknown): readonly OwnedFailure[] => {
  if (!isObject(value)) return [];
  const [what, text, hint] = [value['what'], value['text'], value['hint']].map((one) =>
    typeof one === 'string' ? one.slice(0, MOST.text) : undefined,
  );
  if (what === undefined || text === undefined) return [];
  return [{ what, text, ...(hint === undefined ? {} : { hint }) }];
};

/**
 * What another job handed over. It is read as a stranger's: only owners whom the configuration at hand names are ever told.
 * Throws SyncError usage/bad-option where it is none, or not the one that the other job told of.
 */
export const takeOver = (folder: string, digest: string | undefined, owners: readonly string[]): Told => {
  const handover = handoverAt(folder);
  const { command: from, complete, failures } = readHandover(handover, digest);
  const command = TELLING.find((one) => one === from);
  if (command === undefined || !isObject(failures)) throw refusedHandover(handover, 'another form');
  const named = owners.flatMap((owner): [string, readonly OwnedFailure[]][] => {
    const mine = Object.hasOwn(failures, owner) ? failures[owner] : undefined;
    const read = Array.isArray(mine) ? mine.slice(0, MOST.things).flatMap(failureOf) : [];
    return read.length === 0 ? [] : [[owner, read]];
  });
  return { command, complete: complete === true, failures: new Map(named) };
};
