import { SyncError } from '../model/errors.ts';
import type { Clock } from '../net/clock.ts';

/**
 * A signal that is aborted when the run's time is over, or with the caller's; `end` lets the clock go. Its reason is then
 * SyncError cloud/timeout. `what` names the run: `scan`.
 */
export const runSignal = (
  what: string,
  seconds: number | undefined,
  { clock, signal }: { readonly clock: Clock; readonly signal?: AbortSignal },
): { readonly signal: AbortSignal; readonly end: () => void } => {
  const limit = new AbortController();
  const ended = new AbortController();
  if (seconds !== undefined) {
    const reason = new SyncError('cloud', 'timeout', `${what}: expected to end within ${seconds} s`);
    clock.sleep(seconds * 1000, ended.signal).then(
      () => limit.abort(reason),
      () => undefined,
    );
  }
  return {
    signal: signal === undefined ? limit.signal : AbortSignal.any([signal, limit.signal]),
    end: () => ended.abort(),
  };
};
