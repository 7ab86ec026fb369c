import { isSyncError, SyncError } from '../../model/errors.ts';
import type { Clock } from '../../net/clock.ts';
import type { Fetch } from '../../net/fetch.ts';
import type { Attempt, Verdict } from '../../net/retry.ts';
import { judgeHttp, retry, retryAfterMs } from '../../net/retry.ts';
import type { Answer } from './refusal.ts';
import { isHtml, isLogin, isTokenRefusal, refusalError } from './refusal.ts';

/** How the registry is reached. */
export interface Connection {
  /** Base URL without a last slash. */
  readonly url: string;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** The registry's own token; called with the one that was refused, it may give another. */
  readonly token: (refused?: string) => Promise<string>;
  /** Ends waits between attempts; a call under way is finished. */
  readonly signal?: AbortSignal;
  /** From 0 (included) to 1 (excluded). */
  readonly random?: () => number;
  /** Where the base URL is written, for messages. */
  readonly urlSetting?: string;
  /** Seconds for one attempt of any call; what each needs when absent. */
  readonly seconds?: number;
}

/** One call. `what` says it in messages: the verb, and the thing it is done to. */
export interface Call {
  readonly what: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the base URL, encoded. */
  readonly path: string;
  readonly form?: Readonly<Record<string, string>>;
  readonly json?: object;
  readonly ifMatch?: string;
  /** Secrets that are sent: a 422 is never shown, and no other text shows them. */
  readonly secrets?: readonly string[];
  /** Seconds for one attempt; 30 when absent. */
  readonly seconds?: number;
  readonly signal?: AbortSignal;
}

const ATTEMPTS = 5;
/** What does not answer at all is not waited for as often as what refuses. */
const TIMED_OUT_ATTEMPTS = 3;
const BASE_MS = 500;
const CAP_MS = 30_000;
const SECONDS = 30;

/** Nothing was done where no connection came about. */
const UNCONNECTED = /\((ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN)\)$/;

/**
 * Every call here may run twice: creation shows what it met by a conflict, the others set a state. Again on throttling,
 * 502, 503, 504, time-outs and broken connections; once on a 500 that is the application's own, for reads also on one in
 * plain text, which a restart gives as well; never on other refusals.
 */
const judge = (
  outcome: Attempt<Answer>,
  of: { readonly attempt: number; readonly reads: boolean },
  now: number,
): Verdict => {
  if (outcome.type === 'error') {
    const { error } = outcome;
    if (error instanceof SyncError && error.area === 'network' && UNCONNECTED.test(error.message))
      return { retry: true };
    if (isSyncError(error, 'network') && error.code === 'timeout' && of.attempt >= TIMED_OUT_ATTEMPTS)
      return { retry: false };
    return judgeHttp({ type: 'error', error }, now);
  }
  const { status, retryAfter } = outcome.result;
  if (status === 500) {
    const own = outcome.result.contentType.includes('json') || (of.reads && !isHtml(outcome.result));
    return { retry: of.attempt < 2 && own };
  }
  if (status !== 429 && status !== 502 && status !== 503 && status !== 504) return { retry: false };
  const afterMs = retryAfterMs(retryAfter, now);
  return { retry: true, ...(afterMs === undefined ? {} : { afterMs }) };
};

const requestInit = (call: Call, token: string, signal: AbortSignal): RequestInit => ({
  method: call.method,
  headers: {
    accept: 'application/json',
    authorization: `Bearer ${token}`,
    ...(call.json ? { 'content-type': 'application/json' } : {}),
    ...(call.ifMatch === undefined ? {} : { 'if-match': call.ifMatch }),
  },
  ...(call.form ? { body: new URLSearchParams(call.form) } : {}),
  ...(call.json ? { body: JSON.stringify(call.json) } : {}),
  redirect: 'manual',
  signal,
});

/** Method and URL without its query, as messages show a call. */
const requestOf = ({ url }: Connection, { method, path }: Call): string => `${method} ${url}${path.split('?', 1)[0]}`;

/** One attempt, with its own time limit. */
const attemptOnce = async (connection: Connection, call: Call, token: string): Promise<Answer> => {
  const seconds = connection.seconds ?? call.seconds ?? SECONDS;
  const limit = new AbortController();
  const ended = new AbortController();
  connection.clock.sleep(seconds * 1000, ended.signal).then(
    () =>
      limit.abort(
        new SyncError(
          'network',
          'timeout',
          `${requestOf(connection, call)}: expected an answer within ${seconds} s, met none`,
        ),
      ),
    () => undefined,
  );
  const signal = call.signal ? AbortSignal.any([limit.signal, call.signal]) : limit.signal;
  try {
    const response = await connection.fetch(`${connection.url}${call.path}`, requestInit(call, token, signal));
    return {
      status: response.status,
      contentType: response.headers.get('content-type') ?? '',
      retryAfter: response.headers.get('retry-after'),
      etag: response.headers.get('etag'),
      text: await response.text(),
    };
  } catch (error) {
    // A redirect to a login is the proxy's answer to the token.
    if (!isSyncError(error, 'network') || error.code !== 'redirect' || !isLogin(error.status)) throw error;
    return { status: error.status ?? 302, contentType: '', retryAfter: null, etag: null, text: '' };
  } finally {
    ended.abort();
  }
};

const REMEDIES: readonly (readonly [RegExp, (setting: string) => string])[] = [
  [/\((ENOTFOUND|EAI_AGAIN)\)$/, (setting) => `Check the host in ${setting}.`],
  [
    /\(ECONNREFUSED\)$/,
    (setting) => `Nothing listens there: check host and port in ${setting}, and that the registry runs.`,
  ],
  [
    /\((ERR_SSL_\w+|EPROTO)\)$/,
    (setting) =>
      `What answers there speaks no TLS: where the registry has plain http, write http:// in ${setting}, with insecure: true beside it.`,
  ],
  [
    /^\w+ http:.*: the connection broke/,
    (setting) =>
      `Check ${setting} and what lies in between (a proxy, a VPN). Where the registry speaks TLS, write https:// there.`,
  ],
  [
    /met none$|\(ETIMEDOUT\)$|\(UND_ERR_CONNECT_TIMEOUT\)$/,
    (setting) =>
      `Check ${setting} and what lies in between (a proxy, a VPN). --timeout gives each call another number of seconds.`,
  ],
];

/** What a network failed with, told with what was being done, how often it was tried, and where to look. */
const unreached = (
  error: unknown,
  {
    connection,
    call,
    attempt,
    ms,
  }: { readonly connection: Connection; readonly call: Call; readonly attempt: number; readonly ms: number },
): unknown => {
  if (!isSyncError(error, 'network')) return error;
  const { urlSetting = "the registry's URL" } = connection;
  const moved = error.code === 'redirect' ? `Write the address that it moved to in ${urlSetting}.` : undefined;
  const known = REMEDIES.find(([pattern]) => pattern.test(error.message))?.[1](urlSetting);
  const hint = error.hint ?? moved ?? known ?? `Check ${urlSetting} and what lies in between (a proxy, a VPN).`;
  const tries = attempt > 1 ? `; tried ${attempt} times in ${Math.round(ms / 1000)} s` : '';
  return new SyncError('network', error.code, `${call.what}: ${error.message}${tries}`, {
    hint,
    ...(error.status === undefined ? {} : { status: error.status }),
  });
};

const attempts = async (connection: Connection, call: Call, token: string): Promise<Answer> => {
  let attempt = 0;
  const { clock, signal } = connection;
  const start = clock.now();
  return retry(
    () => {
      attempt += 1;
      return attemptOnce(connection, call, token);
    },
    {
      attempts: ATTEMPTS,
      baseMs: BASE_MS,
      capMs: CAP_MS,
      random: connection.random ?? Math.random,
      judge: (outcome, now) => judge(outcome, { attempt, reads: call.method === 'GET' }, now),
      ...(call.signal ? { signal: call.signal } : {}),
    },
    // A run that ends waits no longer, but finishes the attempt in hand.
    { now: () => clock.now(), sleep: (ms, own) => clock.sleep(ms, own ?? signal) },
  ).catch((error: unknown) => {
    throw unreached(error, { connection, call, attempt, ms: clock.now() - start });
  });
};

/**
 * One call with its retries; the token is asked for once more when it is refused. Gives successful answers only.
 * Throws SyncError registry/* or network/*, or the reason of a signal.
 */
export const send = async (connection: Connection, call: Call): Promise<Answer> => {
  const token = await connection.token();
  let answer = await attempts(connection, call, token);
  let used = token;
  if (isTokenRefusal(answer)) {
    const fresh = await connection.token(token);
    if (fresh !== token) {
      used = fresh;
      answer = await attempts(connection, call, fresh);
    }
  }
  const about = {
    request: requestOf(connection, call),
    ...(connection.urlSetting === undefined ? {} : { setting: connection.urlSetting }),
  };
  if (answer.status >= 200 && answer.status < 300 && !(isHtml(answer) && answer.status !== 204)) {
    return { ...answer, ...about };
  }
  const secrets = [...(call.secrets ?? []), used];
  throw refusalError(call.what, answer, {
    ...about,
    silent: (call.secrets ?? []).length > 0,
    secrets,
  });
};
