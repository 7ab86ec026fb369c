import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visible, visibleInJson } from '../../src/report/visible.ts';
import { hostileText } from './hostile.ts';

const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|\u034f|\u115f|\u1160|\u3164|\uffa0|\ufe0e/u;

describe('visible', () => {
  it('shows what moves a cursor, turns a line around or hides', () => {
    expect(visible('a\nb\r\tc\u001b[2J\u009b\u202e\u200b\u{e0041}\ud800')).toBe(
      'a\\nb\\r\\tc\\x1b[2J\\x9b\\u{202e}\\u{200b}\\u{e0041}\\u{d800}',
    );
  });

  it('leaves everything else as it is', () => {
    expect(visible('plain "text" – Ünïcödé 漢字 ⚠️ \\n')).toBe('plain "text" – Ünïcödé 漢字 ⚠️ \\n');
  });

  it('leaves nothing unseen in any text, and nothing to do a second time', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(visible(text)).not.toMatch(UNSEEN);
        expect(visible(visible(text))).toBe(visible(text));
      }),
    );
  });
});

describe('visibleInJson', () => {
  it('keeps every value', () => {
    fc.assert(
      fc.property(fc.array(hostileText), (texts) => {
        const json = visibleInJson(JSON.stringify(texts, null, 2));
        expect(json.replaceAll('\n', '')).not.toMatch(UNSEEN);
        expect(JSON.parse(json)).toEqual(texts);
      }),
    );
  });
});
