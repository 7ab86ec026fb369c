import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeLines } from '../../src/catalogue/merge-lines.ts';

const text = (...lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
const FIVE = ['a', 'b', 'c', 'd', 'e'];

describe('mergeLines', () => {
  it.each([
    ['both add in different places', text(...FIVE), text('x', ...FIVE), text(...FIVE, 'y'), text('x', ...FIVE, 'y')],
    ['both make the same change', text(...FIVE), text('x', ...FIVE), text('x', ...FIVE), text('x', ...FIVE)],
    ['one makes more of the same change', text('a', 'b'), text('a', 'x'), text('a', 'x'), text('a', 'x')],
    [
      'one removes, the other adds elsewhere',
      text(...FIVE),
      text('a', 'c', 'd', 'e'),
      text(...FIVE, 'y'),
      text('a', 'c', 'd', 'e', 'y'),
    ],
    ['a last line without its end', 'a\nb', 'x\na\nb', 'a\nb', 'x\na\nb'],
    ['other line ends', 'a\r\nb\r\n', 'x\r\na\r\nb\r\n', 'a\r\nb\r\ny\r\n', 'x\r\na\r\nb\r\ny\r\n'],
    ['nothing', '', '', '', ''],
  ])('%s', (_name, ancestor, one, other, merged) => {
    expect(mergeLines(ancestor, one, other)).toBe(merged);
    expect(mergeLines(ancestor, other, one)).toBe(merged);
  });

  it.each([
    ['both change one line', text(...FIVE), text('a', 'x', 'c', 'd', 'e'), text('a', 'y', 'c', 'd', 'e')],
    ['both add at one place', text('a'), text('a', 'x'), text('a', 'y')],
    ['one removes what the other changes', text('a', 'b'), text('a'), text('a', 'y')],
  ])('refuses: %s', (_name, ancestor, one, other) => {
    expect(mergeLines(ancestor, one, other)).toBeUndefined();
  });

  it('takes two long texts that share nothing for a conflict, and searches no further', () => {
    const long = (word: string) => text(...Array.from({ length: 40_000 }, (_, line) => `${word}${line}`));
    expect(mergeLines(long('a'), long('b'), long('c'))).toBeUndefined();
    expect(mergeLines(long('a'), `x\n${long('a')}`, `${long('a')}y\n`)).toBe(`x\n${long('a')}y\n`);
  });

  const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 }).map((all) => text(...all));

  it('gives one side where the other did nothing, or the same; and is symmetric', () => {
    fc.assert(
      fc.property(lines, lines, lines, (ancestor, one, other) => {
        expect(mergeLines(ancestor, one, ancestor)).toBe(one);
        expect(mergeLines(ancestor, ancestor, one)).toBe(one);
        expect(mergeLines(ancestor, one, one)).toBe(one);
        expect(mergeLines(ancestor, one, other)).toBe(mergeLines(ancestor, other, one));
      }),
    );
  });
});
