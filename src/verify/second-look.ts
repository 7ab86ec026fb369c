import { listDigest, type ToolsLock } from '../model/tools-lock.ts';
import type { Clock } from '../net/clock.ts';
import { compareLocks } from './compare.ts';
import type { Subject, VerifyFound } from './verify.ts';

/** Seconds between the two lists that must agree before anything is disabled. */
const SECOND_LOOK_SECONDS = 600;

/** A complete list that a server or agent gave. */
export interface SeenList {
  /** Seconds since the epoch. */
  readonly at: number;
  readonly digest: string;
}

/**
 * Whether what was reviewed is no more what is there: something changed or is gone. Additions alone take nothing back, and a
 * list that is empty where there was something is rather a fault of the server than its word.
 */
export const breaksLock = (reviewed: ToolsLock, found: ToolsLock): boolean => {
  const isEmptied = (list: 'tools' | 'prompts' | 'resourceTemplates' | 'skills'): boolean =>
    reviewed[list].length > 0 && found[list].length === 0;
  if (isEmptied('tools') || isEmptied('skills')) return false;
  return compareLocks(reviewed, found).some(
    ({ list, change }) => change !== 'added' && (list === 'head' || !isEmptied(list)),
  );
};

/** What may be disabled for what a run found: reviewed, answered without a fault, and no more what was reviewed. */
const broken = (subjects: readonly Subject[], { verified, locks }: VerifyFound): readonly Subject[] => {
  const changed = new Set(verified.flatMap(({ path, state }) => (state === 'changed' ? [path] : [])));
  return subjects.filter(({ path, onToolChange, reviewed }) => {
    const found = locks.get(path);
    if (onToolChange !== 'disable' || !changed.has(path) || found === undefined) return false;
    return reviewed !== undefined && 'lock' in reviewed && breaksLock(reviewed.lock, found);
  });
};

export interface SecondLook {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Asks some of them once more. */
  readonly ask: (subjects: readonly Subject[]) => Promise<VerifyFound>;
  /** Told before the wait. */
  readonly onWait: (servers: number) => void;
}

const secondsOf = (clock: Clock): number => Math.floor(clock.now() / 1000);

/** The list that one of them gave, where it answered without a fault. */
const seenIn = ({ verified, locks }: VerifyFound, at: number): ((path: string) => SeenList | undefined) => {
  const answered = new Set(verified.flatMap(({ path, state }) => (state === 'changed' ? [path] : [])));
  return (path) => {
    const lock = answered.has(path) ? locks.get(path) : undefined;
    return lock === undefined ? undefined : { at, digest: listDigest(lock) };
  };
};

/**
 * Lists once more, ten minutes later, what may be disabled for what the first list said, and nothing else. Gives the complete
 * lists of each, by path: two where both came without a fault. Waits only where there is something to ask again.
 * Rejects with the signal's reason.
 */
export const lookAgain = async (
  subjects: readonly Subject[],
  first: VerifyFound,
  { clock, signal, ask, onWait }: SecondLook,
): Promise<ReadonlyMap<string, readonly SeenList[]>> => {
  const again = broken(subjects, first);
  if (again.length === 0) return new Map();
  const before = seenIn(first, secondsOf(clock));
  onWait(again.length);
  // A second more: what is told is whole seconds.
  await clock.sleep((SECOND_LOOK_SECONDS + 1) * 1000, signal);
  const at = secondsOf(clock);
  const after = seenIn(await ask(again), at);
  return new Map(again.map(({ path }) => [path, [before(path), after(path)].filter((list) => list !== undefined)]));
};

/** Whether two complete lists, ten minutes apart, say that this is what is there. */
export const agreeOn = (digest: string, seen: readonly SeenList[]): boolean => {
  const [first, second] = seen;
  return (
    first !== undefined &&
    second !== undefined &&
    seen.length === 2 &&
    first.digest === digest &&
    second.digest === digest &&
    second.at - first.at >= SECOND_LOOK_SECONDS
  );
};
