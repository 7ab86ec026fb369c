import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { globMatcher } from '../../src/model/glob.ts';

describe('globMatcher', () => {
  test.each([
    ['pricing-*', 'pricing-tools', true],
    ['pricing-*', 'Pricing-tools', false],
    ['*', '', true],
    ['?', 'a', true],
    ['?', '', false],
    ['a**b', 'a-anything-b', true],
    ['a.b', 'axb', false],
    ['[a]', 'a', false],
    ['(a|b)+', '(a|b)+', true],
    ['', '', true],
  ])('%s on %s: %s', (glob, text, expected) => {
    expect(globMatcher(glob)(text)).toBe(expected);
  });

  test('a glob made of a text matches it, and many stars are no trap', () => {
    fc.assert(fc.property(fc.string(), (text) => globMatcher(text)(text)));
    expect(globMatcher('*'.repeat(200))('a'.repeat(200))).toBe(true);
  });
});

test('globs match as the regular expression of the same meaning does', () => {
  const piece = fc.constantFrom('a', 'b', '/', '*', '?', '.', '**', '\u{1F600}');
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 8 }),
      fc.array(fc.constantFrom('a', 'b', '/', '.', '\u{1F600}')),
      (glob, text) => {
        const pattern = glob.join('');
        const source = pattern.replace(/[.]/g, '\\.').replace(/\*+/g, '[^]*').replaceAll('?', '[^]');
        expect(globMatcher(pattern)(text.join(''))).toBe(new RegExp(`^${source}$`, 'u').test(text.join('')));
      },
    ),
  );
});

test('a glob of many stars is no trap for a long text', () => {
  expect(globMatcher('*a'.repeat(60))('a'.repeat(59).concat('b'.repeat(20_000)))).toBe(false);
  expect(globMatcher(`${'*a'.repeat(8)}*b`)('a'.repeat(100))).toBe(false);
});
