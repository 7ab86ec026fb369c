import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { terminalPicture } from '../../scripts/terminal-picture.ts';

const texts = (svg: string): string[] => svg.split('\n').filter((line) => line.startsWith('    <text'));

describe('terminalPicture', () => {
  it('draws each stretch of a line at its column, in its colour', () => {
    const svg = terminalPicture('a \u001b[32mREADY\u001b[39m\n\n  \u001b[1m漢字\u001b[22m x\n', 'demo');
    expect(texts(svg)).toEqual([
      '    <text x="20" y="52" textLength="8.4">a</text>',
      '    <text x="36.8" y="52" textLength="42" fill="#7ee787">READY</text>',
      '    <text x="36.8" y="92" textLength="33.6" font-weight="600">漢字</text>',
      '    <text x="78.8" y="92" textLength="8.4">x</text>',
    ]);
  });

  it('keeps a colour over the end of a line until it is reset', () => {
    const svg = terminalPicture('\u001b[31;2ma\nb\u001b[0mc', 'demo');
    expect(texts(svg).map((line) => line.includes('#ff7b72') && line.includes('opacity'))).toEqual([true, true, false]);
  });

  it('leaves out what moves a cursor, and is well-formed and the same for any output', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (printed, title) => {
        const svg = terminalPicture(`\u001b[2K\u001b[3A${printed}\u0007`, title);
        expect(svg.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        expect(svg.match(/</g)?.length).toBe(svg.match(/>/g)?.length);
        expect(svg.replace(/&(?:amp|lt|gt|quot);/g, '')).not.toContain('&');
        expect(terminalPicture(`\u001b[2K\u001b[3A${printed}\u0007`, title)).toBe(svg);
      }),
    );
  });
});
