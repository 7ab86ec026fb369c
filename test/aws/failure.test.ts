import { describe, expect, test } from 'vitest';
import { awsFailure, failureText } from '../../src/aws/failure.ts';
import { SyncError } from '../../src/model/errors.ts';

const sdkError = (name: string, message: string, httpStatusCode?: number, more: object = {}): Error =>
  Object.assign(new Error(message), { name, $metadata: { httpStatusCode }, ...more });

describe('awsFailure', () => {
  test.each([
    ['AccessDeniedException', 'no', 403, 'denied'],
    ['UnauthorizedOperation', 'no', 403, 'denied'],
    ['ResourceNotFoundException', 'gone', 404, 'not-found'],
    ['ThrottlingException', 'Rate exceeded', 429, 'throttled'],
    ['Throttling', 'Rate exceeded', 400, 'throttled'],
    ['RequestLimitExceeded', 'too many', 503, 'throttled'],
    ['UnrecognizedClientException', 'The security token included in the request is invalid.', 403, 'region'],
    ['OptInRequired', 'x', 403, 'region'],
    ['ExpiredTokenException', 'expired', 403, 'credentials'],
    ['ValidationException', 'The pagination token has expired', 400, 'page-token'],
    ['InvalidInputException', 'You specified an invalid value for NextToken.', 400, 'page-token'],
    ['ValidationException', 'maxResults must be …', 400, 'refused'],
    ['InternalServerException', 'oops', 500, 'unavailable'],
    ['Unknown', 'odd', 418, 'refused'],
    ['Unknown', 'html', 429, 'throttled'],
    ['SyntaxError', 'Unexpected token < in JSON. Deserialization error: …', 200, 'malformed'],
    ['TimeoutError', 'socket', undefined, 'timeout'],
  ])('%s: %s (%s) is %s', (name, message, status, kind) => {
    expect(awsFailure(sdkError(name, message, status)).kind).toBe(kind);
  });

  test.each([
    ['ECONNRESET', 'reset'],
    ['ENOTFOUND', 'region'],
    ['EAI_AGAIN', 'unavailable'],
    ['ECONNREFUSED', 'unavailable'],
    ['ERR_PROXY_TUNNEL', 'unavailable'],
  ])('a system error %s counts before the name that the SDK gives it', (code, kind) => {
    const failure = awsFailure(sdkError('TimeoutError', 'x', undefined, { code }));
    expect(failure.kind).toBe(kind);
    expect(failure.code).toBe(code);
  });

  test('keeps the wait that AWS asks for, and one line of its words', () => {
    const error = sdkError('ThrottlingException', `a\n\tb ${'c'.repeat(1000)}`, 429);
    Object.defineProperty(error, '$response', { value: { statusCode: 429, headers: { 'retry-after': '7' } } });
    const failure = awsFailure(error);
    expect(failure.afterMs).toBe(7000);
    expect(failureText(failure)).toMatch(/^ThrottlingException: a b c{390,}…$/);
    expect(failure.message.length).toBeLessThanOrEqual(401);
  });

  test('an answer that can not be read is told without the SDK advice', () => {
    const failure = awsFailure(sdkError('SyntaxError', 'bla Deserialization error: inspect $response', 200));
    expect(failure.message).toBe('the answer is not what the service model says');
  });

  test('an error page of a proxy is told by its status, and quotes nothing of it', () => {
    const message = `Unexpected token '<', "<html>oops</html>" is not valid JSON Deserialization error: inspect {error}.$response`;
    expect(failureText(awsFailure(sdkError('SyntaxError', message, 500)))).toBe(
      'the answer has status 500 and is none of AWS: a proxy may stand in between',
    );
    expect(failureText(awsFailure(sdkError('TypeError', 'x is not a function', 200)))).toBe(
      'the answer is not what the service model says',
    );
  });

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'an error named %s is one that is not known',
    (name) => {
      expect(awsFailure(sdkError(name, 'odd', 400))).toMatchObject({ kind: 'refused', code: name });
      expect(awsFailure(sdkError('Error', 'odd', 400, { code: name, Code: name })).kind).toBe('refused');
    },
  );

  test('our own time-out and nonsense have a kind too', () => {
    expect(awsFailure(new SyncError('cloud', 'timeout', 'late')).kind).toBe('timeout');
    for (const nonsense of [undefined, null, 'text', 7, {}]) expect(awsFailure(nonsense).kind).toBe('refused');
  });
});
