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
  /** The call was let through. */
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

/** Seconds from a back-off until the rate is back where it was throttled. */
const PLATEAU = Math.cbrt((1 - BACK_OFF) / CLIMB.met);

/**
 * A token bucket whose rate adapts: it starts at the documented quota, falls at once when a call is throttled, and climbs
 * while calls pass, as a cubic of the seconds spent at the limit (RFC 9438 has it for TCP): flat around the last rate
 * known to be right, then steeper, so that a short scan keeps to the documented quota and a long one finds a raised one.
 * The first calls earn the burst one by one, so that a smaller one than documented costs one
 * throttled call and not a burst of them. Several calls throttled at once count once.
 */
export const createPace = (quota: Quota, clock: Clock): Pace => {
  let peak = quota.rate;
  /** Seconds spent waiting for tokens since the last back-off: only then the rate was put to the test. */
  let limited = 0;
  let epoch = 0;
  /** One below the quota's: what is sent in time may still arrive bunched. */
  let burst = Math.max(1, quota.burst - 1);
  let earned = 1;
  let tokens = 1;
  let filledAt: number | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  const rate = (): number =>
    Math.max(
      LOWEST_RATE,
      peak * (1 + (epoch === 0 ? CLIMB.unknown * limited ** 3 : CLIMB.met * (limited - PLATEAU) ** 3)),
    );
  const refill = (): void => {
    const now = clock.now();
    const seconds = Math.max(0, now - (filledAt ?? now)) / 1000;
    filledAt = now;
    tokens = Math.min(Math.max(1, burst), tokens + seconds * rate());
  };
  const waitForToken = async (signal: AbortSignal | undefined): Promise<Ticket> => {
    signal?.throwIfAborted();
    refill();
    while (tokens < 1) {
      const before = clock.now();
      await clock.sleep(Math.ceil(((1 - tokens) / rate()) * 1000), signal);
      limited += Math.max(0, clock.now() - before) / 1000;
      refill();
    }
    tokens -= 1;
    return { epoch };
  };
  return {
    rate,
    take: (signal) => {
      const ticket = queue.then(() => waitForToken(signal));
      queue = ticket.catch(() => undefined);
      return ticket;
    },
    passed: (ticket) => {
      if (ticket.epoch !== epoch || epoch > 0 || earned >= burst) return;
      earned += 1;
      tokens += 1;
    },
    throttled: (ticket) => {
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
