/** The double without a wire: a `fetch` that is answered in this process, by the same routes, faults and log. */
import { outcomeOf, type Wire } from './listen.ts';

export type DirectFetch = (input: string, init?: RequestInit) => Promise<Response>;

const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

const broken = (code: string): TypeError =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('the connection ended'), { code }) });

/** Bytes and content type of a body that is a text or a form. */
const bodyOf = ({ body }: RequestInit): { readonly text: string; readonly type?: string } => {
  if (body === undefined || body === null) return { text: '' };
  if (typeof body === 'string') return { text: body, type: 'text/plain;charset=UTF-8' };
  if (body instanceof URLSearchParams) {
    return { text: body.toString(), type: 'application/x-www-form-urlencoded;charset=UTF-8' };
  }
  throw new Error('sandbox: a body that is neither text nor form needs the wire');
};

const headersOf = (init: RequestInit, type?: string): Record<string, string> => ({
  ...(type === undefined ? {} : { 'content-type': type }),
  ...Object.fromEntries(Object.entries(init.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)])),
});

/** Rejects with the reason of the signal: the registry never answers. */
const never = (signal: AbortSignal | null | undefined): Promise<never> =>
  new Promise((_, reject) => {
    if (signal?.aborted) reject(signal.reason);
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

/** A fetch to the double at `url`. `isDown`: it refuses connections. */
export const createDirectFetch =
  (wire: Wire, { url, isDown }: { readonly url: string; readonly isDown: () => boolean }): DirectFetch =>
  async (input, init = {}) => {
    init.signal?.throwIfAborted();
    if (isDown() || !input.startsWith(`${url}/`)) throw broken('ECONNREFUSED');
    const { text, type } = bodyOf(init);
    const sent = {
      method: init.method ?? 'GET',
      url: input.slice(url.length),
      headers: headersOf(init, type),
      body: Buffer.from(text),
    };
    wire.running(1);
    try {
      const outcome = await outcomeOf(wire, sent);
      switch (outcome.type) {
        case 'reply': {
          const { status, body, headers } = outcome.reply;
          const told = { 'content-type': outcome.reply.type, ...headers };
          return new Response(WITHOUT_BODY.has(status) ? null : body, { status, headers: told });
        }
        case 'cut':
        case 'reset':
          throw broken('ECONNRESET');
        case 'restart':
          wire.restart(outcome.downMs);
          throw broken('ECONNRESET');
        case 'silence':
          return await never(init.signal);
      }
    } finally {
      wire.running(-1);
    }
  };
