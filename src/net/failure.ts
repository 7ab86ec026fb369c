import type { ErrorCode } from '../model/errors.ts';
import { SyncError } from '../model/errors.ts';
import type { ProxyPlace } from './proxy.ts';

const CODES: Readonly<Record<string, ErrorCode<'network'>>> = {
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  ECONNABORTED: 'reset',
  UND_ERR_SOCKET: 'reset',
  UND_ERR_DESTROYED: 'reset',
  UND_ERR_CLOSED: 'reset',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'reset',
  UND_ERR_HEADERS_OVERFLOW: 'too-large',
};

/** What the code of a broken exchange means, the system's or undici's; undefined for any other. */
export const brokenBy = (code: string): ErrorCode<'network'> | undefined => CODES[code];

const MEANINGS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the host name is not known',
  EAI_AGAIN: 'the host name could not be looked up',
  ECONNREFUSED: 'the connection was refused',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
};

const CERTIFICATE = /CERT|ALTNAME|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)/;
const TLS = /CERT|ALTNAME|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|SSL|TLS/;
const NAME: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_AGAIN']);

/** Which part of a connection the system's code blames: looking up the name, reaching the host, or agreeing on TLS. */
export const blamedBy = (system: string): 'dns' | 'tls' | 'connection' =>
  NAME.has(system) ? 'dns' : TLS.test(system) ? 'tls' : 'connection';

interface Cause extends Error {
  readonly code?: unknown;
  /** Whom a socket did not reach, where the system says it. */
  readonly address?: unknown;
  readonly port?: unknown;
  readonly hostname?: unknown;
}

/** The chain of an error's causes, itself first; the branches of an AggregateError included. */
const causes = function* (error: unknown, depth = 0): Generator<Cause> {
  if (!(error instanceof Error) || depth > 8) return;
  yield error;
  if (error instanceof AggregateError) for (const branch of error.errors) yield* causes(branch, depth + 1);
  yield* causes(error.cause, depth + 1);
};

const codeOf = (error: unknown): string | undefined => {
  for (const cause of causes(error)) {
    if (typeof cause.code === 'string' && cause.code !== '') return cause.code;
  }
  return undefined;
};

/** What undici says where a proxy lets a request through to nobody: it keeps the status in a text alone. */
const PROXY_ANSWER = /^Proxy response \((\d{3})\)|^Proxy Authentication Required \((407)\)/;

/** Whether a socket's failure is one of the way to the proxy. */
const isOf = ({ address, port, hostname }: Cause, proxy: ProxyPlace): boolean =>
  hostname === proxy.hostname ||
  (port === proxy.port && (address === proxy.hostname || !/^[\d.]+$/.test(proxy.hostname)));

/** What kept a request from getting through its proxy, and what to do; undefined where it was something else. */
const proxyFailure = (
  error: unknown,
  proxy: ProxyPlace,
): { readonly met: string; readonly hint: string } | undefined => {
  const { variable, hostname, port } = proxy;
  const place = `the proxy ${hostname}:${port} (${variable})`;
  for (const cause of causes(error)) {
    const [, tunnel, login] = PROXY_ANSWER.exec(cause.message) ?? [];
    const status = tunnel ?? login;
    if (status === '407') {
      return {
        met: `${place} wants a login`,
        hint: `Write it into ${variable}: http://user:password@${hostname}:${port}`,
      };
    }
    if (status !== undefined) {
      const hint = 'Have the host let through there, or name it in NO_PROXY where it is reached without a proxy.';
      return { met: `${place} answered ${status}`, hint };
    }
    if (isOf(cause, proxy)) {
      const met = MEANINGS[String(cause.code)] ?? 'no connection';
      return { met: `${place}: ${met}`, hint: `Check ${variable}. NO_PROXY names hosts that are reached without it.` };
    }
  }
  return undefined;
};

/**
 * Maps what a socket, TLS or undici threw to SyncError('network', …); a SyncError anywhere in the chain of causes is
 * returned as it is. `action` says what was being done to which thing, without secrets. The cause is not kept: libraries
 * put headers and bodies into theirs. `proxy` is the one that the request may have gone through.
 */
export const networkError = (error: unknown, action: string, proxy?: ProxyPlace): SyncError => {
  for (const cause of causes(error)) if (cause instanceof SyncError) return cause;
  const code = codeOf(error) ?? '';
  if (CERTIFICATE.test(code)) {
    return new SyncError('network', 'refused', `${action}: the certificate is not trusted (${code})`, {
      hint: "Point NODE_EXTRA_CA_CERTS to your certificate authority's PEM file.",
      system: code,
    });
  }
  const mapped = brokenBy(code);
  const detail = code === '' ? '' : ` (${code})`;
  const system = code === '' ? {} : { system: code };
  const barred = proxy === undefined ? undefined : proxyFailure(error, proxy);
  if (barred !== undefined) {
    return new SyncError('network', 'refused', `${action}: ${barred.met}`, { hint: barred.hint, ...system });
  }
  const failure = (name: ErrorCode<'network'>, met: string): SyncError =>
    new SyncError('network', name, `${action}: ${met}${detail}`, system);
  if (mapped === 'timeout') return failure('timeout', 'no connection in time');
  if (mapped === 'too-large') return failure('too-large', 'headers too large');
  if (mapped === 'reset') return failure('reset', 'the connection broke');
  return failure('refused', MEANINGS[code] ?? 'no connection');
};
