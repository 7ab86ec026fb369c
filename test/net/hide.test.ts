import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COARSE, createTeller, FINE, hidePieces } from '../../src/net/hide.ts';

const secretText = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123456789-_.~+/='),
  minLength: 24,
  maxLength: 60,
});

test('no dozen of characters in a row is left of a secret, wherever it stands', () => {
  fc.assert(
    fc.property(secretText, fc.string(), fc.nat(40), fc.nat(40), (secret, rest, from, cut) => {
      const part = secret.slice(Math.min(from, secret.length - 12), secret.length - Math.min(cut, 10));
      fc.pre(part.length >= 12);
      const shown = hidePieces(`${rest} ${part} ${rest}`, [secret], FINE);
      for (let at = 0; at + 12 <= part.length; at += 1) expect(shown).not.toContain(part.slice(at, at + 12));
    }),
  );
});

test('encodings of it are hidden, whatever they begin with', () => {
  fc.assert(
    fc.property(secretText, fc.string({ maxLength: 5 }), (secret, before) => {
      for (const encoding of ['base64', 'base64url', 'hex'] as const) {
        const encoded = Buffer.from(`${before}${secret}`).toString(encoding);
        const shown = hidePieces(`x ${encoded} y`, [secret], FINE);
        expect(shown).toMatch(/^x .*\*\*\*.* y$/);
        for (let at = 12; at + 20 <= encoded.length; at += 1) expect(shown).not.toContain(encoded.slice(at, at + 16));
      }
    }),
  );
});

test('what tells nothing stays as it is', () => {
  const text = 'The path /pricing-tools/ is held by something else: ZXhhbXBsZQ== %41 \\u0041 deadbeefdeadbeef';
  expect(hidePieces(text, ['another-secret-of-some-length'], FINE)).toBe(text);
  expect(hidePieces('customer-support is registered', ['customer-support-secret-2026'], COARSE)).toBe(
    'customer-support is registered'.replace('customer-support', '***'),
  );
  expect(hidePieces('the customer is registered', ['customer-support-secret-2026'], COARSE)).toBe(
    'the customer is registered',
  );
  expect(hidePieces('short', [], FINE)).toBe('short');
});

test('a text tells a secret in whichever form, backwards too, and no other text does', () => {
  fc.assert(
    fc.property(secretText, fc.string({ maxLength: 5 }), (secret, rest) => {
      const tells = createTeller([secret], FINE);
      const forms = [
        secret,
        [...secret].reverse().join(''),
        [...secret].join('\u200b'),
        JSON.stringify(secret.replaceAll(/.{6}/g, '$&\n')),
        JSON.stringify({ page: secret.replaceAll(/.{6}/g, '$&\r\n\t') }),
        encodeURIComponent(secret),
        encodeURIComponent(encodeURIComponent(secret)),
        [...secret].map((character) => `%${character.charCodeAt(0).toString(16)}`).join(''),
        [...secret].map((character) => `&#${character.charCodeAt(0)};`).join(''),
        Buffer.from(secret).toString('hex'),
        Buffer.from(`x${secret}`).toString('base64'),
        Buffer.from(Buffer.from(secret).toString('base64url')).toString('base64'),
      ];
      expect(forms.filter((form) => !tells(`${rest} ${form} ${rest}`))).toEqual([]);
    }),
  );
  const tells = createTeller(['another-secret-of-some-length', 'short'], FINE);
  expect(tells('Looks up the price of one thing, ZXhhbXBsZQ== %41')).toBe(false);
  expect(tells('shorter')).toBe(true);
  expect(createTeller([], FINE)('anything')).toBe(false);
});
