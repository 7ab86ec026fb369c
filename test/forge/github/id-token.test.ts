import { describe, expect, it } from 'vitest';
import { createIdToken } from '../../../src/forge/github/id-token.ts';
import { SyncError } from '../../../src/model/errors.ts';

const environment = {
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token.actions.example/issue?api-version=2.0',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-secret',
};

const answering = (response: () => Response) => {
  const requests: { url: string; init: RequestInit | undefined }[] = [];
  const fetch = async (url: string | URL | Request, init?: RequestInit): Promise<Response> => {
    requests.push({ url: String(url), init });
    return response();
  };
  return { fetch, requests };
};

const failureOf = async (promise: Promise<unknown>): Promise<SyncError> => {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof SyncError)) throw new Error(`expected a SyncError, met ${String(error)}`);
  return error;
};

describe('createIdToken', () => {
  it('asks for the audience with the job token, and masks both before the token is used', async () => {
    const masked: string[] = [];
    const { fetch, requests } = answering(() => Response.json({ value: 'aaa.bbb.ccc' }));
    const token = await createIdToken(environment, fetch, (text) => masked.push(text))('sts.amazonaws.com');
    expect(token).toBe('aaa.bbb.ccc');
    expect(masked).toEqual(['request-secret', 'aaa.bbb.ccc']);
    expect(requests[0]?.url).toBe('https://token.actions.example/issue?api-version=2.0&audience=sts.amazonaws.com');
    expect(new Headers(requests[0]?.init?.headers).get('authorization')).toBe('Bearer request-secret');
  });

  it('keeps an audience from adding parameters', async () => {
    const { fetch, requests } = answering(() => Response.json({ value: 'a.b.c' }));
    await createIdToken(environment, fetch, () => {})('x&audience=y');
    expect(new URL(requests[0]?.url ?? '').searchParams.getAll('audience')).toEqual(['x&audience=y']);
  });

  it.each([
    { GITHUB_ACTIONS: 'true' },
    { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x.example' },
    { GITHUB_ACTIONS: 'true', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x' },
  ])('says which permission the job needs: %o', async (missing) => {
    const { fetch, requests } = answering(() => Response.json({}));
    const error = await failureOf(createIdToken(missing, fetch, () => {})('a'));
    expect(error).toMatchObject({ area: 'cloud', code: 'id-token' });
    expect(error.message).toContain('`permissions: id-token: write`');
    expect(requests).toEqual([]);
  });

  it('speaks of no permission where there is no job', async () => {
    const { fetch, requests } = answering(() => Response.json({}));
    const error = await failureOf(createIdToken({}, fetch, () => {})('a'));
    expect(error).toMatchObject({
      code: 'id-token',
      message: expect.stringContaining('only a job of GitHub Actions gets one'),
      hint: expect.stringContaining('--credentials default-chain'),
    });
    expect(`${error.message}${error.hint}`).not.toContain('permissions');
    expect(requests).toEqual([]);
  });

  it.each([
    ['a refusal', () => new Response('request-secret', { status: 403 }), 'met 403'],
    ['no JSON', () => new Response('aaa.bbb.ccc'), 'met something else'],
    ['no token', () => Response.json({ value: 'two words' }), 'met something else'],
  ])('refuses %s without quoting the answer', async (_name, response, text) => {
    const error = await failureOf(createIdToken(environment, answering(response).fetch, () => {})('a'));
    expect(error).toMatchObject({ area: 'cloud', code: 'id-token' });
    expect(error.message).toContain(text);
    expect(JSON.stringify([error.message, error.hint, error.cause])).not.toMatch(/secret|aaa|words/);
  });
});
