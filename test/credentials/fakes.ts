import { isIP } from 'node:net';
import { inspect } from 'node:util';
import { ISSUER_LIMITS, ISSUER_RETRY } from '../../src/credentials/discovery.ts';
import type { GrantDependencies } from '../../src/credentials/grant.ts';
import { type Clock, systemClock } from '../../src/net/clock.ts';
import { createFetch } from '../../src/net/fetch.ts';

/** A clock that stands still until it is moved; waiting moves it. */
export interface ManualClock extends Clock {
  advance(ms: number): void;
  /** What was waited for, in milliseconds. */
  readonly slept: readonly number[];
}

export const manualClock = (start = Date.UTC(2026, 10, 21, 8)): ManualClock => {
  let now = start;
  const slept: number[] = [];
  return {
    now: () => now,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      slept.push(ms);
      now += ms;
    },
    advance: (ms) => {
      now += ms;
    },
    slept,
  };
};

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An unsigned JWT with the given claims: enough for what reads times from it. */
export const jwtOf = (claims: Readonly<Record<string, unknown>>): string =>
  `${part({ alg: 'none' })}.${part(claims)}.c2lnbmF0dXJl`;

/** What tests of issuers run with: net's real fetch, waits that cost nothing, and everything that was masked. */
export interface IssuerWorld {
  readonly deps: GrantDependencies & { readonly random: () => number };
  readonly clock: ManualClock;
  readonly masked: string[];
  close(): Promise<void>;
}

/** `localhost`: what every name resolves to. */
export const issuerWorld = (
  overrides: Partial<GrantDependencies> = {},
  localhost: string = '127.0.0.1',
): IssuerWorld => {
  const clock = manualClock(Date.now());
  const masked: string[] = [];
  const fetch = createFetch({
    environment: {},
    clock: systemClock,
    ...ISSUER_LIMITS,
    lookup: (_host, _options, callback) => callback(null, [{ address: localhost, family: isIP(localhost) }]),
  });
  return {
    deps: {
      fetch,
      clock,
      retry: { ...ISSUER_RETRY, random: () => 0 },
      random: () => 0,
      idToken: async () => {
        throw new Error('no id token here');
      },
      mask: (form) => masked.push(form),
      ...overrides,
    },
    clock,
    masked,
    close: () => fetch.close(),
  };
};

/** Everything that an error could show to anybody: its texts, its causes, their properties. */
export const whole = (error: unknown): string =>
  `${inspect(error, { depth: 20, showHidden: true, getters: true })} ${String(error)}`;

/** What a promise rejects with. */
export const rejection = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (value) => new Error(`expected a rejection, met ${inspect(value)}`),
    (error: unknown) => error,
  );
