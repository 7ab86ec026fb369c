/** Who must act on an error: each area has one class and its own closed set of codes. */
const CODES = {
  usage: ['unknown-command', 'bad-option', 'missing-option', 'node-version', 'declined'],
  configuration: ['unreadable', 'invalid', 'contradiction'],
  catalogue: ['unreadable', 'unsafe-path', 'write-failed', 'invalid', 'empty'],
  cloud: [
    'no-credentials',
    'assume-role',
    'wrong-account',
    'region',
    'id-token',
    'denied',
    'throttled',
    'unavailable',
    'timeout',
    'malformed',
  ],
  registry: ['unauthorized', 'forbidden', 'not-found', 'conflict', 'refused', 'unavailable', 'malformed', 'limit'],
  token: ['no-client', 'no-secret', 'refused', 'unavailable', 'malformed', 'unsafe-address'],
  github: ['forbidden', 'conflict', 'refused', 'unavailable', 'malformed'],
  network: ['timeout', 'reset', 'refused', 'too-large', 'redirect', 'unsafe-address'],
} as const;

export type ErrorArea = keyof typeof CODES;
export type ErrorCode<A extends ErrorArea = ErrorArea> = (typeof CODES)[A][number];

interface ErrorDetails {
  /** What to do next, one sentence. */
  readonly hint?: string;
  /** The error below, kept for --debug. Never put a credential or a body that may hold one here. */
  readonly cause?: unknown;
  /** HTTP status, where there was one. */
  readonly status?: number;
  /** What the system called the failure of a connection, such as ENOTFOUND. */
  readonly system?: string;
}

/**
 * An error that a user can act on. The message says what was being done to which thing, what was expected and what
 * was met; `code` is stable, the wording is not.
 */
export class SyncError<A extends ErrorArea = ErrorArea> extends Error {
  readonly area: A;
  readonly code: ErrorCode<A>;
  readonly hint: string | undefined;
  readonly status: number | undefined;
  readonly system: string | undefined;

  constructor(area: A, code: ErrorCode<A>, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? {} : { cause: details.cause });
    this.name = 'SyncError';
    this.area = area;
    this.code = code;
    this.hint = details.hint;
    this.status = details.status;
    this.system = details.system;
  }
}

/** True for a SyncError of the given area. */
export const isSyncError = <A extends ErrorArea>(error: unknown, area: A): error is SyncError<A> =>
  error instanceof SyncError && error.area === area;

/** Exit codes, the same on every command. */
export const EXIT = { done: 0, failed: 1, changes: 2, usage: 64, interrupted: 130, terminated: 143 } as const;
