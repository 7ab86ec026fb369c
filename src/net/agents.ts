import type { HttpHandler } from '@smithy/core/protocols';
import { buildQueryString, type HttpRequest, HttpResponse } from '@smithy/core/protocols';
import type { Dispatcher, EnvHttpProxyAgent } from 'undici';
import type { ErrorCode } from '../model/errors.ts';
import type { RequestEvent } from '../model/request-event.ts';
import { brokenBy } from './failure.ts';
import { createProxyAgent } from './proxy.ts';
import { withoutSent } from './repeated.ts';
import { type OnRequest, requestIdOf } from './request-log.ts';

/** The connections of AWS clients. */
export interface AwsConnections {
  /** Give it to a client as `requestHandler`. Destroying a client leaves them open: others use them too. */
  readonly handler: HttpHandler;
  /** Ends every connection, those under way too. */
  close(): void;
}

type Answer = Awaited<ReturnType<HttpHandler['handle']>>;
type Options = NonNullable<Parameters<HttpHandler['handle']>[1]>;

/** Connections to one host at once: calls are paced, so that this is a bound and not a limit that is met. */
const MOST_SOCKETS = 256;
/** Far beyond the largest page: what a proxy or a mistaken endpoint sends must not fill the memory. */
const MOST_BYTES = 32 * 1024 * 1024;

const failure = (message: string, code: string): Error => Object.assign(new Error(message), { code });

/** The codes that Node gives, as the SDK's own handler would, for what undici calls in its own way. */
const SYSTEM_CODES: Readonly<Partial<Record<ErrorCode<'network'>, string>>> = {
  reset: 'ECONNRESET',
  timeout: 'ETIMEDOUT',
};

const inSystemCodes = (error: Error): Error => {
  const tunnel = /^Proxy response \((\d+)\)/.exec(error.message);
  if (tunnel) return failure(`the proxy answered ${tunnel[1]} to CONNECT`, 'ERR_PROXY_TUNNEL');
  const met = String(Reflect.get(error, 'code'));
  const meaning = met.startsWith('UND_') ? brokenBy(met) : undefined;
  const code = meaning && SYSTEM_CODES[meaning];
  return code === undefined ? error : failure(error.message, code);
};

const dispatchOptions = (request: HttpRequest): Dispatcher.DispatchOptions => {
  const { protocol, hostname, port, path, method, headers, body } = request;
  const query = buildQueryString(request.query);
  return {
    origin: `${protocol}//${hostname}${port === undefined ? '' : `:${port}`}`,
    path: query === '' ? path : `${path}?${query}`,
    method,
    headers,
    body: body ?? null,
  };
};

/** Collects an answer: its body as bytes, which the SDK takes as it takes a stream. */
const collector = (
  { abortSignal }: Options,
  resolve: (answer: Answer) => void,
  reject: (error: unknown) => void,
): Dispatcher.DispatchHandler => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  let statusCode = 0;
  let headers: Record<string, string> = {};
  return {
    onRequestStart: (controller) => {
      if (!(abortSignal instanceof AbortSignal)) return;
      const abort = (): void => controller.abort(failure('the call was ended', 'ABORT_ERR'));
      if (abortSignal.aborted) abort();
      else abortSignal.addEventListener('abort', abort, { once: true });
    },
    onResponseStart: (_controller, status, met) => {
      statusCode = status;
      headers = Object.fromEntries(Object.entries(met).map(([name, value]) => [name, String(value)]));
    },
    onResponseData: (controller, chunk) => {
      bytes += chunk.byteLength;
      if (bytes > MOST_BYTES) controller.abort(failure(`expected at most ${MOST_BYTES} bytes`, 'ERR_TOO_LARGE'));
      else chunks.push(chunk);
    },
    onResponseEnd: () => {
      const response = new HttpResponse({ statusCode, headers, body: Buffer.concat(chunks) });
      // undici has the connection free for the next request a turn of the event loop later: sooner, it opens another one.
      setImmediate(() => setImmediate(resolve, { response }));
    },
    onResponseError: (_controller, error) => reject(inSystemCodes(error)),
  };
};

/** Name of the call where neither method nor path says it: a header of the JSON protocols, a parameter of the older one. */
const operationOf = ({ headers, body }: HttpRequest): { readonly operation?: string } => {
  const target = headers['x-amz-target'];
  const name =
    target?.split('.').at(-1) ?? (typeof body === 'string' ? /(?:^|&)Action=(\w+)/.exec(body)?.[1] : undefined);
  return name === undefined ? {} : { operation: name };
};

/** Which attempt the SDK makes: it says so in each request. */
const attemptOf = ({ headers }: HttpRequest): { readonly attempt?: number } => {
  const attempt = /attempt=(\d+)/.exec(headers['amz-sdk-request'] ?? '')?.[1];
  return attempt === undefined ? {} : { attempt: Number(attempt) };
};

const tellerOf = (request: HttpRequest, onRequest: OnRequest) => {
  const start = performance.now();
  const { method, path, hostname, port } = request;
  return (outcome: RequestEvent['outcome'], headers: Readonly<Record<string, string>> = {}): void =>
    onRequest({
      method,
      host: `${hostname}${port === undefined ? '' : `:${port}`}`,
      path,
      ...operationOf(request),
      outcome,
      ms: performance.now() - start,
      ...attemptOf(request),
      ...requestIdOf((name) => headers[name]),
    });
};

const handlerOver = (agent: EnvHttpProxyAgent, onRequest?: OnRequest): HttpHandler => ({
  metadata: { handlerProtocol: 'http/1.1' },
  handle: (request, options = {}) => {
    const tell = onRequest === undefined ? undefined : tellerOf(request, onRequest);
    return new Promise((resolve, reject) => {
      const answered = ({ response: met }: Answer): void => {
        const response = withoutSent(request, met);
        tell?.({ status: response.statusCode }, response.headers);
        resolve({ response });
      };
      const failed = (error: unknown): void => {
        tell?.({ error: error instanceof Error ? error.message : 'it failed' });
        reject(error);
      };
      agent.dispatch(dispatchOptions(request), collector(options, answered, failed));
    });
  },
  destroy: () => undefined,
  updateHttpClientConfig: () => undefined,
  httpHandlerConfigs: () => ({}),
});

/**
 * Connections shared by all AWS clients of a run: proxies as the environment says (HTTPS_PROXY, HTTP_PROXY, NO_PROXY, in
 * upper or lower case; the SDK's own take no notice of them), kept alive. A request without an answer after `timeoutMs`
 * milliseconds is cut; the limit of a whole call is the caller's. Certificate authorities come from NODE_EXTRA_CA_CERTS,
 * which Node reads itself.
 */
export const createAwsConnections = (
  environment: Readonly<Record<string, string | undefined>>,
  timeoutMs: number,
  onRequest?: OnRequest,
): AwsConnections => {
  const agent = createProxyAgent(environment, {
    connections: MOST_SOCKETS,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    connect: { timeout: timeoutMs },
  });
  return { handler: handlerOver(agent, onRequest), close: () => void agent.destroy() };
};
