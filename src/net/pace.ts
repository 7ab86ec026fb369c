import type { Clock } from './clock.ts';

/** A documented quota: calls a second, and how many may come at once after a pause. */
export interface Quota {
  readonly rate: number;
  readonly burst: number;
}

/** The right to make one call. */
export interface Ticket {
  /** How often the pace had backed off when the ticket was given. */
  readonly epoch: number;
}

/** The pace of one call in one account and Region. */
export interface Pace {
  /** Waits for the right to make a call, in the order of asking. Rejects with the signal's reason. */
  take(signal?: AbortSignal): Promise<Ticket>;
  /** The call was let through, or came to nothing. Every ticket ends with this or `throttled`. */
  passed(ticket: Ticket): void;
  /** The call was throttled. */
  throttled(ticket: Ticket): void;
  /** Calls a second at present. */
  rate(): number;
}

/** What is left of the rate after throttling. */
const BACK_OFF = 0.85;
/** How fast the rate climbs: by this share after a second, times the cube of the seconds. Slower once the limit was met. */
const CLIMB = { unknown: 3e-5, met: 1e-5 } as const;
const LOWEST_RATE = 0.2;
/** Calls that a burst stays below the quota's: what is sent in time may still arrive bunched. */
const MARGIN = 0.5;

/** Seconds from a back-off until the rate is back where it was throttled. */
const PLATEAU = Math.cbrt((1 - BACK_OFF) / CLIMB.met);

/**
 * A token bucket whose rate adapts: it starts at the documented quota, falls at once when a call is throttled, and climbs
 * while calls pass, as a cubic of the seconds spent at the limit (RFC 9438 has it for TCP): flat around the last rate
 * known to be right, then steeper, so that a short scan keeps to the documented quota and a long one finds a raised one.
 * At the start as many calls are under way as have passed, so that a smaller burst than documented costs one throttled
 * call and not a burst of them. Several calls throttled at once count once.
 */
export const createPace = (quota: Quota, clock: Clock): Pace => {
  let peak = quota.rate;
  /** Seconds spent waiting for tokens since the last back-off: only then the rate was put to the test. */
  let limited = 0;
  let epoch = 0;
  let burst = Math.max(1, quota.burst - MARGIN);
  let tokens = burst;
  /** Calls that may be under way at once, until the burst was tried or a call was throttled. */
  let window = 1;
  let underWay = 0;
  let ended = Promise.withResolvers<void>();
  /** Absent until the first answer: AWS's bucket is full, and does not fill, until the first call arrives there. */
  let filledAt: number | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  const rate = (): number =>
    Math.max(
      LOWEST_RATE,
      peak * (1 + (epoch === 0 ? CLIMB.unknown * limited ** 3 : CLIMB.met * (limited - PLATEAU) ** 3)),
    );
  const refill = (): void => {
    if (filledAt === undefined) return;
    const now = clock.now();
    const seconds = Math.max(0, now - filledAt) / 1000;
    filledAt = now;
    tokens = Math.min(Math.max(1, burst), tokens + seconds * rate());
  };
  const waitForToken = async (signal: AbortSignal | undefined): Promise<Ticket> => {
    while (epoch === 0 && window < burst && underWay >= window) await ended.promise;
    signal?.throwIfAborted();
    refill();
    while (tokens < 1) {
      const before = clock.now();
      await clock.sleep(Math.ceil(((1 - tokens) / rate()) * 1000), signal);
      limited += Math.max(0, clock.now() - before) / 1000;
      refill();
    }
    tokens -= 1;
    underWay += 1;
    return { epoch };
  };
  const end = (): void => {
    underWay -= 1;
    filledAt ??= clock.now();
    ended.resolve();
    ended = Promise.withResolvers();
  };
  return {
    rate,
    take: (signal) => {
      const ticket = queue.then(() => waitForToken(signal));
      queue = ticket.catch(() => undefined);
      return ticket;
    },
    passed: () => {
      window += 1;
      end();
    },
    throttled: (ticket) => {
      end();
      if (ticket.epoch !== epoch) return;
      peak = rate();
      epoch += 1;
      limited = 0;
      burst = Math.max(1, burst / 2);
      refill();
      tokens = Math.min(tokens, 0);
    },
  };
};
