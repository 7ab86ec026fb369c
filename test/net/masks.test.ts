import fc from 'fast-check';
import { ClientSecretBasic } from 'oauth4webapi';
import { expect, test } from 'vitest';
import { cleaned, maskForms } from '../../src/net/masks.ts';

test('knows every form of a secret and its pair', () => {
  const secret = 'a b+c/"d"-e_f';
  expect(maskForms(secret, 'my id')).toEqual(
    expect.arrayContaining([
      secret,
      encodeURIComponent(secret),
      'a+b%2Bc%2F%22d%22-e_f',
      'a b+c/\\"d\\"-e_f',
      btoa(secret),
      btoa(`my id:${secret}`),
      btoa('my+id:a+b%2Bc%2F%22d%22-e_f'),
    ]),
  );
});

test('the header that the OAuth library sends holds a masked form, whatever id and secret are', () => {
  const text = fc.string({ minLength: 4, maxLength: 40 }).filter((value) => value.isWellFormed());
  fc.assert(
    fc.property(text, text, (id, secret) => {
      const headers = new Headers();
      void ClientSecretBasic(secret)({ issuer: 'x' }, { client_id: id }, new URLSearchParams(), headers);
      const sent = headers.get('authorization')?.replace('Basic ', '');
      expect(maskForms(secret, id)).toContain(sent);
    }),
  );
});

test('long lines of a key and the secret members of a JWK are hidden by themselves', () => {
  const line = 'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49';
  const pem = `-----BEGIN PRIVATE KEY-----\n${line}\nshort\n-----END PRIVATE KEY-----\n`;
  const forms = maskForms(pem);
  expect(forms).toEqual(expect.arrayContaining([pem, line, pem.trim(), JSON.stringify(pem).slice(1, -1)]));
  expect(forms).not.toContain('short');
  expect(maskForms('{"kty":"OKP","x":"public-part","d":"private-part"}')).toContain('private-part');
  expect(maskForms('{"kty":"OKP","x":"public-part","d":"private-part"}')).not.toContain('public-part');
});

test('longer forms come first, and none is too short to hide', () => {
  const forms = maskForms('abcd', 'id');
  expect(forms).toEqual([...forms].sort((a, b) => b.length - a.length));
  expect(maskForms('abc')).not.toContain('abc');
});

test('cleaned text shows no secret, no control and no more than asked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 50 }), (text, length) => {
      const shown = cleaned(`${text}canary-secret${text}`, length, ['canary-secret']);
      expect(shown).not.toContain('canary-secret');
      expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect([...shown].length).toBeLessThanOrEqual(length);
    }),
  );
  expect(cleaned('a canary-secret', 9, ['canary-secret'])).toBe('a ***');
});

test('a secret that is interrupted by invisible characters is found after they are gone', () => {
  expect(cleaned('canary\u200B-secret', 80, ['canary-secret'])).not.toContain('canary');
});
