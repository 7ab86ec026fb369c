import { SyncError } from '../model/errors.ts';
import type { Layer, StepName, VerifyStep } from '../model/verify.ts';
import type { Clock } from '../net/clock.ts';
import type { Fetch } from '../net/fetch.ts';

/** How much one server may take of a run. */
export const PROBE_LIMITS = {
  /** Milliseconds for one request. */
  requestMs: 30_000,
  /** Milliseconds for everything that is asked of one server. */
  serverMs: 90_000,
  /** Bytes of one answer, decompressed. */
  answerBytes: 16 * 1024 * 1024,
  /** Bytes of all answers of one server. */
  serverBytes: 32 * 1024 * 1024,
  /** Pages of one list. */
  pages: 200,
  /** Levels of one item. */
  depth: 64,
  /** Items of one list. */
  items: 20_000,
  /** Requests that are sent to one server; all pages of all lists are fewer. */
  requests: 1000,
  /** Requests to one server that are under way at once: a server that asks back gets as many answers. */
  requestsAtOnce: 4,
  /** Lines of all streams of events of one server: each may be a message, and is read by itself. */
  lines: 10_000,
} as const;

/** What a credential adds to a request: headers, given its method, URL, headers and body. */
export type Sign = (request: {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}) => Promise<Readonly<Record<string, string>>>;

/** Where a server is asked, and what is sent along. */
export interface ProbePlace {
  readonly url: string;
  readonly transport: 'streamable-http' | 'sse';
  readonly sign: Sign;
  /** Every form of what is secret among what is sent: nothing that is shown or written may hold one. */
  readonly secrets: readonly string[];
  /** Who may have refused a request: through a registry, the registry too. */
  readonly ingress?: { readonly accepts: () => Promise<boolean> };
}

export interface ProbeWorld {
  /** Net's fetch: bounded in time and size, no redirects, addresses checked. */
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Why a step failed, in the words of its layer. */
export interface StepFailure {
  readonly layer: Layer;
  readonly text: string;
}

/** Thrown inside of this room where a step can't be done. */
export class StepError extends Error {
  readonly failure: StepFailure;

  constructor(layer: Layer, text: string) {
    super(text);
    this.failure = { layer, text };
  }
}

/** What `work` gives, or the signal's reason as soon as it is aborted: some of what is waited for knows no signal. */
export const unlessAborted = async <Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> => {
  signal.throwIfAborted();
  const aborted = Promise.withResolvers<never>();
  const stop = (): void => aborted.reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([work(), aborted.promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
};

/** Why nothing more is asked of a server: its time is over, or the run. */
const stopped = (signal: AbortSignal): StepFailure => ({
  layer: 'time',
  text: signal.reason instanceof SyncError ? signal.reason.message : 'the run was ended',
});

/**
 * Runs one step and notes what came of it; `undefined` where it failed. Once the signal is aborted nothing is waited for
 * any more.
 */
export const runStep = async <Result>(
  step: StepName,
  steps: VerifyStep[],
  {
    clock,
    signal,
    work,
    failure,
    count,
  }: {
    readonly clock: Clock;
    readonly signal: AbortSignal;
    readonly work: () => Promise<Result>;
    readonly failure: (error: unknown) => Promise<StepFailure>;
    readonly count?: (result: Result) => number;
  },
): Promise<Result | undefined> => {
  const start = clock.now();
  const took = (): number => Math.round(clock.now() - start);
  try {
    const result = await unlessAborted(signal, work);
    steps.push({ step, state: 'ok', ms: took(), ...(count === undefined ? {} : { count: count(result) }) });
    return result;
  } catch (error) {
    const ms = took();
    const said = unlessAborted(signal, () => failure(error)).catch((later: unknown) => {
      if (signal.aborted) return stopped(signal);
      throw later;
    });
    steps.push({ step, state: 'failed', ms, ...(await said) });
    return undefined;
  }
};

/** A step that is not done, and why. */
export const skipStep = (step: StepName, steps: VerifyStep[], text: string): void => {
  steps.push({ step, state: 'skipped', ms: 0, text });
};

/** The layer of an error of net. */
export const layerOfNetwork = (error: SyncError, blamed: 'dns' | 'tls' | 'connection'): Layer => {
  switch (error.code) {
    case 'timeout':
      return 'time';
    case 'too-large':
      return 'size';
    case 'redirect':
      return 'redirect';
    case 'unsafe-address':
      return 'address';
    default:
      return blamed;
  }
};
