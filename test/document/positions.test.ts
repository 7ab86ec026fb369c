import fc from 'fast-check';
import { expect, test } from 'vitest';
import { positionsIn } from '../../src/document/characters.ts';

/** The definition, read off the text each time. */
const counted = (text: string, offset: number): { line: number; column: number } => {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  const mark = start === 0 && text.startsWith('\uFEFF') && offset > 0 ? 1 : 0;
  return { line: before.split('\n').length, column: offset - start - mark + 1 };
};

test('every offset of a text has the line and column that editors show', () => {
  const text = fc.array(fc.constantFrom('a', '\n', '\r\n', 'é', '\u{1F600}', '\uFEFF')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (of) => {
      const position = positionsIn(of);
      for (let offset = 0; offset <= of.length; offset += 1) expect(position(offset)).toEqual(counted(of, offset));
    }),
  );
});
