import { SyncError } from '../model/errors.ts';
import type { Fetch } from '../net/fetch.ts';
import { createGate } from '../net/gate.ts';
import { PROBE_LIMITS, type ProbePlace, StepError } from './world.ts';

/** What the last exchange with a server was. */
export interface Met {
  status: number | undefined;
  challenge: string;
  contentType: string;
  /** What net threw, before a client library wrapped it. */
  error: unknown;
  bytes: number;
  /** Lines of streams of events. */
  lines: number;
  requests: number;
  /** Aborted when an answer breaks that is asked for now: the client library would wait for the rest of it. */
  broken: AbortController;
}

export const nothingMet = (): Met => ({
  status: undefined,
  challenge: '',
  contentType: '',
  error: undefined,
  bytes: 0,
  lines: 0,
  requests: 0,
  broken: new AbortController(),
});

/** The signal of the next thing that is asked: the world's, and what breaks its answer. */
export const nextSignal = (met: Met, signal: AbortSignal): AbortSignal => {
  met.broken = new AbortController();
  return AbortSignal.any([signal, met.broken.signal]);
};

const tooMuch = (place: URL, most: string): SyncError =>
  new SyncError('network', 'too-large', `${place.origin}${place.pathname}: expected at most ${most}, met more`);

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Line ends, as streams of events know them: CR, LF, or both. */
const linesIn = (bytes: Uint8Array): number => {
  let lines = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === LINE_FEED || (byte === CARRIAGE_RETURN && bytes[at + 1] !== LINE_FEED)) lines += 1;
  }
  return lines;
};

const BLANK = 0x20;
const BRACKET = 0x5b;
const BYTE_ORDER_MARK: ReadonlySet<number> = new Set([0xef, 0xbb, 0xbf]);

/** The first byte that a reader of JSON takes notice of. */
const firstSign = (bytes: Uint8Array): number | undefined =>
  bytes.find((byte) => byte > BLANK && !BYTE_ORDER_MARK.has(byte));

/** What looks at the body of one answer before anybody reads it. What it gives throws SyncError network/too-large, or StepError json-rpc. */
const checkerOf = (
  response: Response,
  place: URL,
  { met, method }: { readonly met: Met; readonly method: string },
): ((value: Uint8Array) => void) => {
  const isEvents = /^text\/event-stream\b/i.test(response.headers.get('content-type') ?? '');
  let isBegun = method !== 'POST';
  return (value) => {
    met.bytes += value.byteLength;
    if (met.bytes > PROBE_LIMITS.serverBytes) {
      throw tooMuch(place, `${PROBE_LIMITS.serverBytes} bytes of all answers`);
    }
    if (!isBegun) {
      const sign = firstSign(value);
      isBegun = sign !== undefined;
      // A list of messages answers a list of requests, which is never sent: each of a million would be read by itself.
      if (sign === BRACKET) throw new StepError('json-rpc', 'expected one message, met a list of them');
    }
    if (!isEvents) return;
    met.lines += linesIn(value);
    if (met.lines > PROBE_LIMITS.lines) throw tooMuch(place, `${PROBE_LIMITS.lines} lines of events`);
  };
};

/** The answer, whose body counts into what all answers of the server may have; what breaks it is kept. */
const counted = (response: Response, met: Met, check: (value: Uint8Array) => void): Response => {
  if (response.body === null) return response;
  const reader = response.body.getReader();
  const { broken } = met;
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      try {
        const { done, value } = await reader.read();
        if (done) return controller.close();
        check(value);
        controller.enqueue(value);
      } catch (error) {
        met.error = error;
        controller.error(error);
        broken.abort(error);
        await reader.cancel().catch(() => undefined);
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
  const { status, statusText, headers } = response;
  const copy = new Response(body, { status, statusText, headers });
  Object.defineProperty(copy, 'url', { value: response.url });
  return copy;
};

const isAllowed = (asked: URL, place: URL, transport: ProbePlace['transport']): boolean =>
  transport === 'sse' ? asked.origin === place.origin : asked.href === place.href;

/**
 * A fetch for one server: it signs what is sent, lets requests through to the server's URL alone (over SSE, which names
 * another path for what is sent, to its origin), and keeps what the last answer said. A stream that a server may offer
 * beside its answers is not opened: nothing is waited for there.
 */
export const exchangeWith = (place: ProbePlace, fetch: Fetch, met: Met): Fetch => {
  const url = new URL(place.url);
  const gate = createGate(PROBE_LIMITS.requestsAtOnce);
  const refuseMore = (): void => {
    met.requests += 1;
    if (met.requests <= PROBE_LIMITS.requests) return;
    const error = tooMuch(url, `${PROBE_LIMITS.requests} requests`);
    met.error = error;
    met.broken.abort(error);
    throw error;
  };
  return async (input, init) => {
    const target = new URL(input instanceof Request ? input.url : input);
    const method = init?.method ?? 'GET';
    if (!isAllowed(target, url, place.transport)) throw new Error('the client asked for another URL');
    if (method === 'GET' && place.transport === 'streamable-http') return new Response(null, { status: 405 });
    const body = typeof init?.body === 'string' ? init.body : '';
    const headers = Object.fromEntries(new Headers(init?.headers));
    refuseMore();
    try {
      const response = await gate(async () => {
        init?.signal?.throwIfAborted();
        return fetch(target.href, {
          method,
          headers: { ...headers, ...(await place.sign({ method, url: target, headers, body })) },
          ...(body === '' ? {} : { body }),
          ...(init?.signal ? { signal: init.signal } : {}),
        });
      });
      met.status = response.status;
      met.challenge = response.headers.get('www-authenticate') ?? '';
      met.contentType = response.headers.get('content-type') ?? '';
      met.error = undefined;
      return counted(response, met, checkerOf(response, url, { met, method }));
    } catch (error) {
      met.error = error;
      throw error;
    }
  };
};
