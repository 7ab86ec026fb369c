import { SyncError } from '../model/errors.ts';
import type { Clock } from '../net/clock.ts';

/**
 * Milliseconds after the signal that ends a run: until then calls under way may end by themselves, and then the command
 * may tell what they came to. Both together are less than the ten seconds that a container or a runner gives.
 */
const GRACE = { calls: 3000, command: 1500 } as const;

export interface Ending {
  /** Begin nothing new. */
  readonly signal: AbortSignal;
  readonly clock: Clock;
}

/** What became of a run: its own answer, or none in the time that a signal leaves. */
export type Ended<Value> = { readonly type: 'whole'; readonly value: Value } | { readonly type: 'cut' };

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

/**
 * Runs `work`, and sees to it that it ends soon after the signal: calls under way get a grace, are then ended by `cut`, and
 * where nothing comes of that either the run is given up. What was begun and not ended may or may not have been done.
 */
export const endInTime = async <Value>(
  { signal, clock }: Ending,
  work: (cut: AbortSignal) => Promise<Value>,
): Promise<Ended<Value>> => {
  const cut = new AbortController();
  const over = new AbortController();
  const late = aborted(signal).then(async (): Promise<Ended<Value>> => {
    await clock.sleep(GRACE.calls, over.signal);
    cut.abort(new SyncError('network', 'timeout', `a call was under way for ${GRACE.calls / 1000} s after the signal`));
    await clock.sleep(GRACE.command, over.signal);
    return { type: 'cut' };
  });
  // When the work ends first, nobody waits for the grace any more.
  late.catch(() => undefined);
  try {
    return await Promise.race([work(cut.signal).then((value): Ended<Value> => ({ type: 'whole', value })), late]);
  } finally {
    over.abort();
  }
};
