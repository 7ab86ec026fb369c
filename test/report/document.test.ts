import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, renderDocument, SUMMARY_LIMIT, shortDocument } from '../../src/report/document.ts';
import { code, prose, strong } from '../../src/report/markup.ts';

const table = (title: string, rows: number, more: { folded?: boolean; right?: readonly boolean[] } = {}): Block => ({
  type: 'table',
  title,
  columns: ['Path', 'Text'],
  rows: Array.from({ length: rows }, (_, at) => [code(`/${title}-${at}/`), prose('größer')]),
  one: 'entry',
  many: 'entries',
  ...more,
});

const shown = (text: string, title: string): number => text.split(`<code>/${title}-`).length - 1;
const cut = (text: string): number[] =>
  [...text.matchAll(/<i>([\d,]+) entr(?:y|ies) more not shown/g)].map(([, count = '']) =>
    Number(count.replaceAll(',', '')),
  );

describe('renderDocument', () => {
  it('puts blocks below each other, and leaves empty tables out', () => {
    const blocks: Block[] = [
      { type: 'heading', text: 'Plan' },
      { type: 'paragraph', text: strong('1 to create') },
      table('none', 0),
      table('a', 1, { right: [false, true] }),
      table('b', 1, { folded: true }),
    ];
    expect(renderDocument(blocks, SUMMARY_LIMIT)).toBe(
      [
        '## Plan\n',
        '<b>1 to create</b>\n',
        '### a (1)\n',
        '| Path | Text |\n| --- | ---: |\n| <code>/a-0/</code> | größer |\n',
        '<details><summary>b (1)</summary>\n',
        '| Path | Text |\n| --- | --- |\n| <code>/b-0/</code> | größer |\n',
        '</details>\n',
      ].join('\n'),
    );
  });

  it('cuts from the end and counts what is left out', () => {
    const text = renderDocument([table('first', 5), table('second', 5)], 450);
    expect(shown(text, 'first')).toBe(5);
    expect(shown(text, 'second')).toBeLessThan(5);
    expect(cut(text)).toEqual([5 - shown(text, 'second')]);
  });

  it('never grows above its limit, and loses no row uncounted', () => {
    fc.assert(
      fc.property(fc.nat({ max: 60 }), fc.nat({ max: 60 }), fc.integer({ min: 0, max: 4000 }), (a, b, limit) => {
        const text = renderDocument([table('first', a), table('second', b, { folded: true })], limit);
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
        if (text.includes('More was left out') || text === '') return;
        const left = cut(text).reduce((sum, count) => sum + count, 0);
        expect(shown(text, 'first') + shown(text, 'second') + left).toBe(a + b);
        if (shown(text, 'second') > 0) expect(shown(text, 'first')).toBe(a);
      }),
    );
  });
});

describe('shortDocument', () => {
  it('keeps whole lines, closes what is folded, and says that more was left out', () => {
    const whole = renderDocument([table('first', 20), table('second', 20, { folded: true })], SUMMARY_LIMIT);
    fc.assert(
      fc.property(fc.integer({ min: 100, max: whole.length + 10 }), (limit) => {
        const text = shortDocument(whole, limit);
        expect(text.length).toBeLessThanOrEqual(limit);
        if (limit >= whole.length) {
          expect(text).toBe(whole);
          return;
        }
        expect(text).toMatch(/\n<i>More was left out: the log has everything\.<\/i>\n$/);
        expect(text.split('<details>').length).toBe(text.split('</details>').length);
        const lines = new Set(whole.split('\n'));
        expect(text.split('\n').filter((line) => !lines.has(line) && !line.includes('More was left out'))).toEqual([]);
      }),
    );
  });
});
