import { SyncError } from '../model/errors.ts';
import type { Fetch } from '../net/fetch.ts';
import { PROBE_LIMITS, type ProbePlace } from './world.ts';

/** What the last exchange with a server was. */
export interface Met {
  status: number | undefined;
  challenge: string;
  contentType: string;
  /** What net threw, before a client library wrapped it. */
  error: unknown;
  bytes: number;
}

export const nothingMet = (): Met => ({
  status: undefined,
  challenge: '',
  contentType: '',
  error: undefined,
  bytes: 0,
});

const tooMuch = (place: URL): SyncError =>
  new SyncError(
    'network',
    'too-large',
    `POST ${place.origin}${place.pathname}: expected at most ${PROBE_LIMITS.serverBytes} bytes of all answers, met more`,
  );

/** The answer, whose body counts into what all answers of the server may have; what breaks it is kept. */
const counted = (response: Response, place: URL, met: Met): Response => {
  if (response.body === null) return response;
  const reader = response.body.getReader();
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      try {
        const { done, value } = await reader.read();
        if (done) return controller.close();
        met.bytes += value.byteLength;
        if (met.bytes > PROBE_LIMITS.serverBytes) throw tooMuch(place);
        controller.enqueue(value);
      } catch (error) {
        met.error = error;
        controller.error(error);
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
  return async (input, init) => {
    const target = new URL(input instanceof Request ? input.url : input);
    const method = init?.method ?? 'GET';
    if (!isAllowed(target, url, place.transport)) throw new Error('the client asked for another URL');
    if (method === 'GET' && place.transport === 'streamable-http') return new Response(null, { status: 405 });
    const body = typeof init?.body === 'string' ? init.body : '';
    const headers = Object.fromEntries(new Headers(init?.headers));
    try {
      const signed = await place.sign({ method, url: target, headers, body });
      const response = await fetch(target.href, {
        method,
        headers: { ...headers, ...signed },
        ...(body === '' ? {} : { body }),
        ...(init?.signal ? { signal: init.signal } : {}),
      });
      met.status = response.status;
      met.challenge = response.headers.get('www-authenticate') ?? '';
      met.contentType = response.headers.get('content-type') ?? '';
      met.error = undefined;
      return counted(response, url, met);
    } catch (error) {
      met.error = error;
      throw error;
    }
  };
};
