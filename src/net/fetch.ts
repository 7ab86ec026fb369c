import { lookup as systemLookup } from 'node:dns';
import { isIP } from 'node:net';
import type { EnvHttpProxyAgent } from 'undici';
import { fetch as undiciFetch } from 'undici';
import { bareHost, isLoopbackHost } from '../model/addresses.ts';
import { SyncError } from '../model/errors.ts';
import type { Clock } from './clock.ts';
import { networkError } from './failure.ts';
import { hostMatches } from './hosts.ts';
import type { Lookup } from './lookup.ts';
import { checkAddress, checkedLookup, unsafeAddress } from './lookup.ts';
import { createProxyAgent, proxyPlace } from './proxy.ts';
import { type OnRequest, requestIdOf } from './request-log.ts';

/** The standard signature, which octokit, oauth4webapi and MCP clients take. */
export type Fetch = typeof globalThis.fetch;

/** A fetch that owns its connections. */
export interface ClosableFetch extends Fetch {
  /** Ends every connection, those under way too. */
  close(): Promise<void>;
}

/** What may be connected to, and how long and how large an exchange may be. */
export interface FetchPolicy {
  /** HTTPS_PROXY, HTTP_PROXY and NO_PROXY are read from it, in upper or lower case. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** Milliseconds for a whole exchange, the body included. */
  readonly timeoutMs: number;
  /** Bytes of an answer's body, decompressed. */
  readonly maxBodyBytes: number;
  /** Hosts (`*.` in front: subdomains) that may have private addresses. */
  readonly privateHosts?: readonly string[];
  /** Hosts that may be spoken to without TLS; loopback always may. */
  readonly insecureHosts?: readonly string[];
  /** Ends every exchange under way, with its reason. */
  readonly signal?: AbortSignal;
  /** Resolves names; the system's resolver by default. */
  readonly lookup?: Lookup;
  /** Is told of each exchange. */
  readonly onRequest?: OnRequest;
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

/** Checks what the URL itself tells. Throws SyncError network/unsafe-address. */
const checkUrl = (url: URL, policy: FetchPolicy): void => {
  const host = bareHost(url.hostname);
  if (url.protocol !== 'https:') {
    const plain = url.protocol === 'http:' && (isLoopbackHost(host) || hostMatches(host, policy.insecureHosts ?? []));
    if (!plain) throw unsafeAddress(host, `expected https, met ${url.protocol.slice(0, -1)}`);
  }
  if (isIP(host) !== 0) checkAddress(host, host, policy.privateHosts ?? []);
};

const dispatcherOf = (policy: FetchPolicy): EnvHttpProxyAgent => {
  const resolve: Lookup =
    policy.lookup ?? ((hostname, options, callback) => systemLookup(hostname, { ...options, all: true }, callback));
  return createProxyAgent(policy.environment, {
    // One time limit holds for the whole exchange; undici's would only cut it into parts.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: policy.timeoutMs, lookup: checkedLookup(resolve, policy.privateHosts ?? []) },
    proxyTls: { timeout: policy.timeoutMs },
  });
};

/** One exchange: its time limit, the caller's signal, and what it is called in messages. */
interface Exchange {
  readonly action: string;
  readonly signal: AbortSignal;
  /** What the caller sees when the exchange failed with `error`. */
  failure(error: unknown): unknown;
  end(): void;
}

const beginExchange = (request: Request, policy: FetchPolicy): Exchange => {
  const url = new URL(request.url);
  const { origin, pathname } = url;
  const action = `${request.method} ${origin}${pathname}`;
  const proxy = proxyPlace(policy.environment, url);
  const limit = new AbortController();
  const ended = new AbortController();
  const timeout = new SyncError(
    'network',
    'timeout',
    `${action}: expected a whole answer within ${policy.timeoutMs / 1000} s`,
  );
  policy.clock.sleep(policy.timeoutMs, ended.signal).then(
    () => limit.abort(timeout),
    () => undefined,
  );
  return {
    action,
    signal: AbortSignal.any([request.signal, limit.signal, ...(policy.signal === undefined ? [] : [policy.signal])]),
    failure: (error) => {
      if (limit.signal.aborted) return timeout;
      if (policy.signal?.aborted === true) return policy.signal.reason;
      return request.signal.aborted ? request.signal.reason : networkError(error, action, proxy);
    },
    end: () => ended.abort(),
  };
};

type BodyStream = NonNullable<Awaited<ReturnType<typeof undiciFetch>>['body']>;

/** The body as a stream that fails when it grows beyond the limit, and ends the exchange's time limit when it ends. */
const boundedBody = (body: BodyStream, exchange: Exchange, limit: number): ReadableStream<Uint8Array> => {
  const reader = body.getReader();
  let bytes = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) {
          exchange.end();
          controller.close();
          return;
        }
        bytes += value.byteLength;
        if (bytes > limit) throw tooLarge(exchange.action, limit);
        controller.enqueue(value);
      } catch (error) {
        controller.error(exchange.failure(error));
        exchange.end();
        await reader.cancel().catch(() => undefined);
      }
    },
    async cancel(reason) {
      exchange.end();
      await reader.cancel(reason);
    },
  });
};

const tooLarge = (action: string, limit: number): SyncError =>
  new SyncError('network', 'too-large', `${action}: expected at most ${limit} bytes, met more`);

const redirected = (action: string, status: number, location: string | null, base: string): SyncError => {
  const target = location !== null && URL.canParse(location, base) ? new URL(location, base).origin : 'nowhere';
  return new SyncError('network', 'redirect', `${action}: met a redirect (${status}) to ${target}, never followed`, {
    status,
  });
};

const messageOf = (error: unknown, action: string): string => {
  const text = error instanceof Error ? error.message : 'it failed';
  return text.startsWith(`${action}: `) ? text.slice(action.length + 2) : text;
};

/** Tells what came of a request, to whom it may concern. */
const telling = (request: Request, { onRequest, clock }: FetchPolicy) => {
  const start = clock.now();
  const { host, pathname: path } = new URL(request.url);
  const base = { method: request.method, host, path };
  return {
    answered: (status: number, headers: { get(name: string): string | null }): void =>
      onRequest?.({
        ...base,
        outcome: { status },
        ms: clock.now() - start,
        ...requestIdOf((name) => headers.get(name)),
      }),
    failed: (error: unknown, action: string): void =>
      onRequest?.({ ...base, outcome: { error: messageOf(error, action) }, ms: clock.now() - start }),
  };
};

/** Runs one request. Throws SyncError network/*, or the reason of the caller's signal. */
const send = async (request: Request, policy: FetchPolicy, dispatcher: EnvHttpProxyAgent): Promise<Response> => {
  checkUrl(new URL(request.url), policy);
  const body = request.body === null ? null : new Uint8Array(await request.arrayBuffer());
  const exchange = beginExchange(request, policy);
  const tell = telling(request, policy);
  let isAnswered = false;
  try {
    const answer = await undiciFetch(request.url, {
      method: request.method,
      headers: [...request.headers].map(([name, value]): [string, string] => [name, value]),
      body,
      redirect: 'manual',
      signal: exchange.signal,
      dispatcher,
    });
    isAnswered = true;
    tell.answered(answer.status, answer.headers);
    const refuse = async (error: SyncError): Promise<never> => {
      await answer.body?.cancel();
      throw error;
    };
    if (REDIRECTS.has(answer.status)) {
      return await refuse(redirected(exchange.action, answer.status, answer.headers.get('location'), request.url));
    }
    if (Number(answer.headers.get('content-length') ?? 0) > policy.maxBodyBytes) {
      return await refuse(tooLarge(exchange.action, policy.maxBodyBytes));
    }
    const empty = answer.body === null || WITHOUT_BODY.has(answer.status);
    if (empty) exchange.end();
    const response = new Response(
      answer.body === null || empty ? null : boundedBody(answer.body, exchange, policy.maxBodyBytes),
      {
        status: answer.status,
        statusText: answer.statusText,
        headers: [...answer.headers],
      },
    );
    Object.defineProperty(response, 'url', { value: request.url });
    return response;
  } catch (error) {
    const failure = exchange.failure(error);
    exchange.end();
    if (!isAnswered) tell.failed(failure, exchange.action);
    throw failure;
  }
};

/**
 * A fetch under one policy: https only (plain http to loopback and `insecureHosts`), redirects never followed (a secret
 * must not follow either), one time limit and one size limit over the whole exchange, proxies from the given environment,
 * addresses checked when the connection is made (behind a proxy only literal ones can be). Certificate authorities come
 * from NODE_EXTRA_CA_CERTS, which Node reads itself. Keeps connections alive until `close`.
 *
 * Its promise, and the reading of a body, reject with SyncError network/timeout, reset, refused, too-large, redirect or
 * unsafe-address, or with the reason of the caller's own signal or the policy's.
 */
export const createFetch = (policy: FetchPolicy): ClosableFetch => {
  const dispatcher = dispatcherOf(policy);
  const fetch: Fetch = async (input, init) => {
    let request: Request;
    try {
      request = new Request(input, init);
    } catch {
      // The error's text repeats header values, tokens included.
      throw new SyncError('network', 'refused', 'prepare a request: its URL, method, headers or body are not valid');
    }
    return send(request, policy, dispatcher);
  };
  return Object.assign(fetch, { close: () => dispatcher.destroy() });
};
