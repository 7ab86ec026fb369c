import { OperationProcessingError, UnsupportedOperationError } from 'oauth4webapi';
import { type ErrorCode, isSyncError, SyncError } from '../model/errors.ts';

const NETWORK: Readonly<Record<ErrorCode<'network'>, ErrorCode<'token'>>> = {
  timeout: 'unavailable',
  reset: 'unavailable',
  refused: 'unavailable',
  'too-large': 'malformed',
  redirect: 'malformed',
  'unsafe-address': 'unsafe-address',
};

const meaning = (error: unknown): string => {
  if (error instanceof OperationProcessingError || error instanceof UnsupportedOperationError) return error.message;
  return error instanceof SyntaxError ? 'the answer could not be read as JSON' : 'it failed for an unforeseen reason';
};

/**
 * What a request to an issuer failed with, as SyncError token/*. `action` says what was being done.
 * Causes of the OAuth library's errors hold whole bodies, tokens included, and a JSON parser quotes what it read: of these
 * only the library's own fixed sentences are kept, and no cause. Errors of ours (a missing secret, no OIDC token) pass as they are.
 */
export const issuerError = (error: unknown, action: string): SyncError => {
  if (isSyncError(error, 'network')) {
    const hint = error.hint === undefined ? {} : { hint: error.hint };
    return new SyncError('token', NETWORK[error.code], `${action}: ${error.message}`, hint);
  }
  if (error instanceof SyncError) return error;
  // A body that could not be read to its end is a network's failure, below the library's.
  if (error instanceof OperationProcessingError && isSyncError(error.cause, 'network')) {
    return issuerError(error.cause, action);
  }
  return new SyncError('token', 'malformed', `${action}: ${meaning(error)}`);
};

/** True for the content types of JSON. The OAuth library looks at the type only when parsing fails. */
export const isJson = (response: Response): boolean =>
  /^application\/(json|[\w.-]+\+json)\s*(;|$)/i.test(response.headers.get('content-type') ?? '');
