import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  isTokenRefusal,
  printable,
  refusalError,
  refusalText,
} from '../../../src/registries/mcp-gateway-registry/refusal.ts';

const EXCHANGES = join(import.meta.dirname, '../../fixtures/registry-exchanges');

interface Exchange extends Answer {
  readonly name: string;
}

/** Recorded exchanges: a request in lines with `>`, then the status line, then the body. */
const recorded = (folder: string): Exchange[] =>
  readdirSync(join(EXCHANGES, folder)).flatMap((name) => {
    const text = readFileSync(join(EXCHANGES, folder, name), 'utf8');
    return [...text.matchAll(/^< (\d{3}) ?([^\n]*)\n([\s\S]*?)(?=^> |(?![\s\S]))/gm)].map(([, status, type, body]) => ({
      name: `${folder}/${name}`,
      status: Number(status),
      contentType: type ?? '',
      retryAfter: null,
      etag: null,
      text: (body ?? '').trim(),
    }));
  });

/** Ways in which an answer may repeat a secret. */
const FORMS: Readonly<Record<string, (secret: string) => string>> = {
  raw: (secret) => secret,
  base64: (secret) => Buffer.from(secret).toString('base64'),
  'base64 for URLs': (secret) => Buffer.from(secret).toString('base64url'),
  'base64 of more': (secret) => Buffer.from(`Bearer ${secret}`).toString('base64'),
  'base64 twice': (secret) => btoa(btoa(secret)),
  hex: (secret) => Buffer.from(secret).toString('hex'),
  HEX: (secret) => Buffer.from(secret).toString('hex').toUpperCase(),
  'for a URL': (secret) => [...secret].map((one) => `%${one.charCodeAt(0).toString(16)}`).join(''),
  'escaped as JSON': (secret) => [...secret].map((one) => `\\u00${one.charCodeAt(0).toString(16)}`).join(''),
  'the first half': (secret) => secret.slice(0, secret.length / 2),
  'the last forty characters': (secret) => secret.slice(-40),
  spaced: (secret) => [...secret].join(' '),
  'with invisible characters': (secret) => [...secret].join('\u200b'),
  'with control characters': (secret) => [...secret].join('\u0007'),
  'a broken line': (secret) => `${secret.slice(0, 30)}\n${secret.slice(30)}`,
};

const refusals = ['file', 'mongo', 'nginx', 'gw'].flatMap(recorded).filter(({ status }) => status >= 400);

const named = (name: string): Answer => {
  const found = refusals.find((one) => one.name === name);
  if (!found) throw new Error(`no recorded refusal ${name}`);
  return found;
};

const answer = (status: number, text: string, contentType = 'application/json'): Answer => ({
  status,
  text,
  contentType,
  retryAfter: null,
  etag: null,
});

describe('refusals', () => {
  it('of every recorded exchange are told in words', () => {
    expect(refusals.length).toBeGreaterThan(60);
    for (const refusal of refusals) {
      const error = refusalError('do it', refusal, { silent: false, secrets: [] });
      expect(error.message.length, refusal.name).toBeGreaterThan(20);
      expect(error.message, refusal.name).not.toMatch(/[{}<>\n]|undefined|\[object|nothing more/);
      expect(error.message.length, refusal.name).toBeLessThan(420);
    }
  });

  it.each([
    ['mongo/s43-get-missing.txt', 'not-found', "Server not found at path '/nope'"],
    ['mongo/s10-again-nooverwrite.txt', 'conflict', "A service with path '/mini' already exists with version v1.0.0"],
    ['mongo/s36-bad-scheme.txt', 'refused', 'Invalid auth_scheme: auth_scheme must be one of'],
    ['mongo/s30-missing-fields.txt', 'refused', 'Field required'],
    ['mongo/a07-no-description.txt', 'refused', 'Agent card validation failed: Agent description cannot be empty'],
    ['file/a30-put-min.txt', 'unavailable', 'Internal Server Error'],
  ])('%s', (name, code, text) => {
    const error = refusalError('do it', named(name), { silent: false, secrets: [] });
    expect(error.code).toBe(code);
    expect(error.message).toContain(text);
  });

  it.each([
    ['401 as a page', answer(401, '<html><title>401 Authorization Required</title></html>', 'text/html'), true],
    ['the proxy’s own 403', answer(403, '{"error": "Access forbidden"}'), true],
    ['500 as a page', answer(500, '<html><title>500</title></html>', 'text/html'), true],
    ['a redirect to a login', answer(302, '', 'text/html'), true],
    ['403 of the application', answer(403, '{"detail":"You do not have access to this server"}'), false],
    ['500 of the application', answer(500, '{"detail":"Failed to toggle service"}'), false],
    ['500 in plain text', answer(500, 'Internal Server Error', 'text/plain'), false],
    ['502 as a page', answer(502, '<html></html>', 'text/html'), false],
  ])('%s: is it about the token?', (_, met, expected) => {
    expect(isTokenRefusal(met)).toBe(expected);
    const error = refusalError('do it', met, { silent: false, secrets: [] });
    expect(error.message.includes('token is expired or wrong')).toBe(expected);
  });

  it('never show what a validation error repeats', () => {
    const body = { detail: [{ type: 'x', loc: ['body', 'auth'], msg: 'Bad', input: { auth_credential: 's3cret' } }] };
    expect(refusalText(answer(422, JSON.stringify(body)))).toBe('auth: Bad');
    const silent = refusalError('set', answer(422, JSON.stringify(body)), { silent: true, secrets: ['s3cret'] });
    expect(silent.message).toBe('set: the registry refused it (422)');
  });

  it('never show a secret, whatever the registry answers', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 6 }),
        fc.string(),
        fc.constantFrom(400, 403, 422, 500),
        (secret, rest, status) => {
          fc.pre(!'the registry answered: ***'.includes(secret) && !rest.includes(secret));
          const error = refusalError('do', answer(status, JSON.stringify({ detail: `${rest}${secret}` })), {
            silent: false,
            secrets: [secret],
          });
          expect(error.message).not.toContain(secret.replace(/\s+/g, ' ').trim() || ' never ');
        },
      ),
    );
  });

  it.each(Object.entries(FORMS))('never show a secret that the registry repeats: %s', (_, form) => {
    const secret = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZ2VudCJ9.s1gn-ature_0123456789abcdefghijklmnopqrst';
    const body = JSON.stringify({ detail: `no: ${form(secret)}` });
    for (const [text, type] of [
      [body, 'application/json'],
      [`no: ${form(secret)}`, 'text/plain'],
      [`<html><title>no: ${form(secret)}</title></html>`, 'text/html'],
    ] as const) {
      const shown = refusalText(answer(400, text, type), [secret]);
      expect(shown).toContain('***');
      const parts = secret
        .split('')
        .map((_, at) => secret.slice(at, at + 12))
        .filter(({ length }) => length === 12);
      const bare = shown.replace(/[^!-~]/g, '');
      for (const part of parts) for (const known of [part, form(part)]) expect(bare).not.toContain(known);
    }
  });

  it('are one printable line, cut', () => {
    expect(printable('a\u001b[31mb\u202ec\nd')).toBe('a [31mbc d');
    expect(printable('x'.repeat(1000))).toHaveLength(300);
  });
});
