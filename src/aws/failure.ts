import { SyncError } from '../model/errors.ts';

/**
 * What the error of an AWS call means for the caller.
 * - `denied`: no right to it. `not-found`: the thing is not there. `throttled`: too many calls.
 * - `region`: the Region is not enabled for the account, or the service is not there.
 * - `credentials`: expired, or not known. `page-token`: the listing can't go on.
 * - `timeout`, `reset`, `unavailable` (5xx, a proxy in between): may go well another time.
 * - `malformed`: the answer is not what the service model says. `refused`: anything else that AWS refused.
 */
export type AwsFailureKind =
  | 'denied'
  | 'not-found'
  | 'throttled'
  | 'region'
  | 'credentials'
  | 'page-token'
  | 'timeout'
  | 'reset'
  | 'unavailable'
  | 'malformed'
  | 'refused';

export interface AwsFailure {
  readonly kind: AwsFailureKind;
  /** The name of the exception or of the system's error, for people. */
  readonly code: string;
  /** One line, cut: AWS's own words, which repeat no credential. */
  readonly message: string;
  readonly status?: number;
  /** Milliseconds that AWS asked to wait. */
  readonly afterMs?: number;
}

const LONGEST_MESSAGE = 400;

// Names come from the answer: one like a member of every object must find nothing.
const BY_NAME: ReadonlyMap<string, AwsFailureKind> = new Map(
  Object.entries<AwsFailureKind>({
    AccessDenied: 'denied',
    AccessDeniedException: 'denied',
    UnauthorizedOperation: 'denied',
    UnauthorizedException: 'denied',
    ResourceNotFoundException: 'not-found',
    NoSuchBucket: 'not-found',
    Throttling: 'throttled',
    ThrottlingException: 'throttled',
    ThrottledException: 'throttled',
    RequestThrottled: 'throttled',
    RequestThrottledException: 'throttled',
    TooManyRequestsException: 'throttled',
    RequestLimitExceeded: 'throttled',
    SlowDown: 'throttled',
    OptInRequired: 'region',
    RegionDisabledException: 'region',
    UnrecognizedClientException: 'region',
    InvalidClientTokenId: 'region',
    AuthFailure: 'region',
    UnknownOperationException: 'region',
    ENOTFOUND: 'region',
    ExpiredToken: 'credentials',
    ExpiredTokenException: 'credentials',
    RequestExpired: 'credentials',
    CredentialsProviderError: 'credentials',
    TokenProviderError: 'credentials',
    SignatureDoesNotMatch: 'credentials',
    InvalidSignatureException: 'credentials',
    MissingAuthenticationToken: 'credentials',
    MissingAuthenticationTokenException: 'credentials',
    ETIMEDOUT: 'timeout',
    AbortError: 'timeout',
    ECONNRESET: 'reset',
    EPIPE: 'reset',
    ECONNABORTED: 'reset',
    ERR_STREAM_PREMATURE_CLOSE: 'reset',
    ECONNREFUSED: 'unavailable',
    EAI_AGAIN: 'unavailable',
    EHOSTUNREACH: 'unavailable',
    ENETUNREACH: 'unavailable',
    ERR_PROXY_TUNNEL: 'unavailable',
    TimeoutError: 'timeout',
    SerializationException: 'malformed',
  }),
);

const property = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

const textProperty = (value: unknown, key: string): string | undefined => {
  const found = property(value, key);
  return typeof found === 'string' && found !== '' ? found : undefined;
};

const statusOf = (error: unknown): number | undefined => {
  const status =
    property(property(error, '$metadata'), 'httpStatusCode') ?? property(property(error, '$response'), 'statusCode');
  return typeof status === 'number' ? status : undefined;
};

/** An organization closes Regions with a service control policy: the refusal is then of the Region, not of the role. */
const CLOSED_REGION = /explicit deny in a service control policy/i;

const kindOf = (codes: readonly string[], message: string, status: number | undefined): AwsFailureKind => {
  if (CLOSED_REGION.test(message)) return 'region';
  if (codes.includes('ValidationException') && /token/i.test(message)) return 'page-token';
  if (codes.includes('InvalidInputException') && /NextToken/.test(message)) return 'page-token';
  for (const code of codes) {
    const kind = BY_NAME.get(code);
    if (kind !== undefined) return kind;
  }
  if (status === 429) return 'throttled';
  if (status === 403) return 'denied';
  if (status !== undefined && status >= 500) return 'unavailable';
  // A success that the SDK could not read: cut JSON, a proxy's page.
  return status !== undefined && status < 300 ? 'malformed' : 'refused';
};

const oneLine = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE)}…` : line;
};

/** Milliseconds of the header Retry-After, where the SDK kept it. */
const afterMsOf = (error: unknown): number | undefined => {
  const headers = property(property(error, '$response'), 'headers');
  const header = textProperty(headers, 'retry-after');
  return header !== undefined && /^\d{1,5}$/.test(header) ? Number(header) * 1000 : undefined;
};

/** What the runtime throws where the SDK can't read a body: the text quotes the body, and how to look into it in code. */
const UNREADABLE_NAMES: ReadonlySet<string> = new Set(['SyntaxError', 'TypeError', 'RangeError', 'URIError']);

interface Said {
  readonly name: string | undefined;
  readonly message: string;
  readonly status: number | undefined;
}

const readable = (kind: AwsFailureKind, { name, message, status }: Said): string => {
  if (kind === 'malformed') return 'the answer is not what the service model says';
  if (name === undefined || !UNREADABLE_NAMES.has(name)) return message;
  return `the answer${status === undefined ? '' : ` has status ${status} and`} is none of AWS: a proxy may stand in between`;
};

/**
 * Reads what an AWS client threw. System errors count before the SDK's own names: it calls a broken connection a
 * TimeoutError. The error itself is not kept: the SDK's carry requests, and those carry credentials.
 */
export const awsFailure = (error: unknown): AwsFailure => {
  if (error instanceof SyncError) {
    return {
      kind: error.code === 'timeout' ? 'timeout' : 'refused',
      code: error.code,
      message: oneLine(error.message),
    };
  }
  const status = statusOf(error);
  const code = textProperty(error, 'code') ?? textProperty(property(error, 'cause'), 'code');
  const name = textProperty(error, 'name');
  const codes = [code, name, textProperty(error, 'Code')].filter((text) => text !== undefined);
  const message = oneLine(textProperty(error, 'message') ?? 'no message');
  const kind = kindOf(codes, message, status);
  const afterMs = afterMsOf(error);
  return {
    kind,
    code: (code?.startsWith('E') ? code : name) ?? 'Error',
    message: readable(kind, { name, message, status }),
    ...(status === undefined ? {} : { status }),
    ...(afterMs === undefined ? {} : { afterMs }),
  };
};

/** `AccessDenied: User … is not authorized …`: code and AWS's own words; a runtime's class of errors tells nobody more. */
export const failureText = ({ code, message }: Pick<AwsFailure, 'code' | 'message'>): string =>
  UNREADABLE_NAMES.has(code) ? message : `${code}: ${message}`;
