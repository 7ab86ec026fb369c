import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { code, lines, link, type Markup, phrase, prose, shortened, strong } from '../../src/report/markup.ts';
import { visible } from '../../src/report/visible.ts';
import { hostileText } from './hostile.ts';

const OWN_TAGS = /<\/?(?:code|b|wbr|br)>/g;

/** What a reader sees: our own tags dropped, character references read, spaces as one. */
const seen = ({ markup }: Markup): string =>
  markup
    .replace(OWN_TAGS, '')
    .replace(/&#(\d+);/g, (_, number: string) => String.fromCharCode(Number(number)))
    .replace(/\s+/gu, ' ')
    .trim();

const asSeen = (text: string): string => visible(text).replace(/\s+/gu, ' ').trim();

/** Cells of a row, as the table extension of GFM splits them: at each pipe that no backslash precedes. */
const cells = (row: string): string[] => row.split(/(?<!\\)\|/).slice(1, -1);

/** What stands outside of code, where GitHub looks for mentions and references. */
const outsideOfCode = (markup: string): string[] =>
  markup.split(/<code>.*?<\/code>/u).map((part) => seen({ markup: part }));

describe('markup', () => {
  it.each([
    ['@team reviews', '<code>&#64;<wbr>team</code> reviews'],
    ['see #123, or owner/repo#5.', 'see <code>&#35;123</code>, or <code>owner/repo&#35;5</code>.'],
    ['<img src=x> <!-- -->', '&#60;img src=x&#62; &#60;&#33;-- --&#62;'],
    ['a | b `c` \\| d', 'a &#124; b &#96;c&#96; &#92;&#124; d'],
    ['(https://evil.example)', '(<code>https&#58;//evil.example</code>)'],
    ['www.evil.example', '<code>www&#46;evil.example</code>'],
    ['- item', '&#45; item'],
    ['1. item', '1&#46; item'],
    ['0.4', '0.4'],
    ['line\nline\u202e', 'line&#92;nline&#92;u{202e}'],
  ])('writes %j as prose that is only text', (text, markup) => {
    expect(prose(text).markup).toBe(markup);
  });

  it('shows every text as it is, in code and in prose', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(seen(prose(text))).toBe(asSeen(text));
        expect(seen(code(text))).toBe(asSeen(text));
        expect(seen(strong(text))).toBe(asSeen(text));
      }),
    );
  });

  it('gives a row as many cells as it has columns', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 6 }), (texts) => {
        const made = texts.map((text, at) => [prose, code, strong][at % 3]?.(text) ?? prose(text));
        const row = `| ${made.map(({ markup }) => markup).join(' | ')} |`;
        expect(cells(row)).toHaveLength(texts.length);
        expect(row).not.toContain('\n');
      }),
    );
  });

  it('holds no character that Markdown or HTML could read', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { markup } = phrase(prose(text), code(text), lines(prose(text), code(text)));
        expect(markup.replace(OWN_TAGS, '').replace(/&#\d+;/g, '')).not.toMatch(/[!#$&*:<>@[\\\]_`|~]/);
      }),
    );
  });

  it('leaves the punctuation around a word outside of its code', () => {
    expect(outsideOfCode(prose('("@acme", (https://a.example/x).').markup)).toEqual(['("', '", (', ').']);
    expect(outsideOfCode(prose('((@!!!').markup)).toEqual(['((', '!!!']);
    expect(prose('(##))').markup).toBe('(<code>&#35;&#35;</code>))');
  });

  it('leaves no mention, reference or address outside of code', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const part of outsideOfCode(prose(text).markup))
          expect(part).not.toMatch(/@\w|#\d|\bGH-\d|:\/\/|www\.|\b[0-9a-f]{7,40}\b|:\w+:|\$/i);
      }),
    );
  });

  it('links over http and https only', () => {
    const label = code('file');
    expect(link(label, 'https://git.example/a"b|c#L1').markup).toBe(
      '<a href="https&#58;//git.example/a%22b&#124;c&#35;L1"><code>file</code></a>',
    );
    expect(link(label, 'javascript:alert(1)')).toBe(label);
    expect(link(label, 'not an address')).toBe(label);
  });

  it('says how much of a long text is left out', () => {
    expect(shortened('short', 10)).toBe('short');
    expect(shortened('a'.repeat(2000), 11)).toBe(`${'a'.repeat(10)}… (1,990 more characters)`);
    expect(shortened(`${'a'.repeat(9)}😀😀`, 11)).not.toMatch(/\p{Cs}/u);
  });
});
