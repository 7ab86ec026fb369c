import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { table } from '../../src/report/table.ts';
import { defused, renderText, truncate, widthOf, wrap } from '../../src/report/text.ts';
import { visible } from '../../src/report/visible.ts';
import { hostileText } from './hostile.ts';

const COLOUR = new RegExp(`${String.fromCharCode(0x1b)}\\[\\d+m`, 'g');

/** As the runner finds commands: `::` after leading space, `##[` anywhere. */
const isCommand = (line: string): boolean => line.trimStart().startsWith('::') || line.includes('##[');

describe('renderText', () => {
  it('colours only when asked to', () => {
    const lines = [[{ text: 'a', style: 'red' } as const, ' b  ']];
    expect(renderText(lines, true)).toBe('\u001b[31ma\u001b[39m b\n');
    expect(renderText(lines, false)).toBe('a b\n');
  });

  it.each([
    ['::set-env name=a::b', '\\::set-env name=a::b'],
    ['  ::error::x', '  \\::error::x'],
    ['a ##[group]b', 'a ##\\[group]b'],
    ['a :: b', 'a :: b'],
  ])('keeps %j from being a workflow command', (line, text) => {
    expect(defused(line)).toBe(text);
  });

  it('prints no control character but newlines and its own colours, and no command', () => {
    fc.assert(
      fc.property(fc.array(fc.array(hostileText)), fc.boolean(), (texts, colour) => {
        const lines = texts.map((pieces) =>
          pieces.map((text, at) => ({ text, style: at % 2 === 0 ? ('bold' as const) : undefined })),
        );
        const printed = renderText(lines, colour).replace(COLOUR, '');
        expect(printed.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
        const rows = printed.split('\n').slice(0, -1);
        expect(rows).toHaveLength(lines.length);
        expect(rows.filter(isCommand)).toEqual([]);
      }),
    );
  });
});

describe('truncate and wrap', () => {
  it('cuts to a width, counting wide characters twice and splitting none', () => {
    expect(truncate('agentcore', 5)).toBe('agen…');
    expect(truncate('漢字漢字', 5)).toBe('漢字…');
    expect(truncate('👩🏽👩🏽', 3)).toBe('👩🏽…');
    fc.assert(
      fc.property(hostileText, fc.nat({ max: 30 }), (text, columns) => {
        expect(stringWidth(truncate(text, columns))).toBeLessThanOrEqual(columns);
      }),
    );
  });

  it('wraps at spaces and loses nothing', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 30 }), (text, columns) => {
        expect(wrap(text, columns).join(' ')).toBe(visible(text));
      }),
    );
  });
});

describe('table', () => {
  const columns = [{ title: 'name', shrink: true }, { title: 'none' }, { title: 'calls', align: 'right' }] as const;

  it('aligns by shown width, leaves empty columns out, and adds totals', () => {
    const rows = [
      ['漢字', '', '1'],
      ['pricing', '', '12'],
    ];
    expect(renderText(table({ columns, rows, width: 80, indent: 2, total: ['total', '', '13'] }), false)).toBe(
      ['  name     calls', '  漢字         1', '  pricing     12', '  ───────  ─────', '  total       13', ''].join(
        '\n',
      ),
    );
  });

  it('shortens only what may be shortened', () => {
    const rows = [['a-name-of-thirty-characters-long', '', '123456']];
    const [, row = []] = table({ columns, rows, width: 24 });
    expect(renderText([row], false)).toBe('a-name-of-thirt…  123456\n');
    expect(renderText(table({ columns, rows, width: 4 }), false)).toContain('123456');
  });

  it('begins every column at one place for any text', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(hostileText, hostileText, fc.nat()), { minLength: 1 }), (texts) => {
        const rows = texts.map(([a, b, count]) => [a, b, String(count)]);
        const lines = table({ columns, rows, width: Number.POSITIVE_INFINITY });
        const widths = lines.map((line) =>
          widthOf(line.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')),
        );
        expect(new Set(widths).size).toBe(1);
      }),
    );
  });
});
