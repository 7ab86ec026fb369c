import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFile } from '../../src/document/read.ts';
import { FILE_LIMITS } from '../../src/document/syntax.ts';

const read = (path: string, text: string): unknown => {
  const parsed = parseFile(path, text);
  if ('problems' in parsed) throw new Error(parsed.problems.map((problem) => problem.text).join('; '));
  return parsed.value;
};

/** `line:column rule text` of every problem. */
const faults = (path: string, text: string): readonly string[] => {
  const parsed = parseFile(path, text);
  if (!('problems' in parsed)) return [];
  return parsed.problems.map(({ place, rule, text: said }) => `${place?.line}:${place?.column} ${rule} ${said}`);
};

describe('YAML', () => {
  it('is read as YAML 1.2: yes, octal-like numbers and dates are texts', () => {
    expect(read('a.yaml', 'a: yes\nb: 0o14\nc: 2001-12-14\nd: 1e3\n')).toEqual({
      a: 'yes',
      b: 12,
      c: '2001-12-14',
      d: 1000,
    });
  });

  it.each([
    ['a duplicate key', 'a: 1\nb: 2\na: 3\n', '3:1 file-syntax The key "a" is there twice: only one of them can hold.'],
    [
      'a duplicate key in a flow map',
      'a: {b: 1, b: 2}\n',
      '1:11 file-syntax The key "b" is there twice: only one of them can hold.',
    ],
    ['an anchor', 'a: &x 1\n', '1:7 file-syntax Anchors are not read.'],
    ['a tag', 'a: !!str 1\n', '1:10 file-syntax Tags are not read.'],
    ['a merge key', 'a:\n  <<: {b: 1}\n', '2:3 file-syntax Merge keys are not read.'],
    ['a second document', 'a: 1\n---\nb: 2\n', '2:1 file-syntax A second document begins: one file holds one entry.'],
    ['a directive', '%YAML 1.1\n---\na: yes\n', '1:1 file-syntax Directives (%YAML, %TAG) are not read.'],
    ['a tag directive', '%TAG ! tag:x,2000:\n---\na: 1\n', '1:1 file-syntax Directives (%YAML, %TAG) are not read.'],
    ['a key that is no text', '1: a\n', '1:1 file-syntax A key that is no text.'],
    ['a list as key', '? [a]\n: b\n', '1:3 file-syntax A key that is no text.'],
    ['a prototype', '__proto__: {a: 1}\n', '1:1 file-syntax The key "__proto__" is never read.'],
    ['too many digits', 'a: 12345678901234567890\n', '1:4 file-syntax The number has more digits than can be kept.'],
    ['no number', 'a: .nan\n', '1:4 file-syntax The number is not finite.'],
    ['an empty file', '# nothing\n', '1:1 file-syntax The file is empty.'],
    ['a list', '- 1\n', '1:1 file-syntax Expected keys and values.'],
    [
      'bidirectional marks in a comment',
      'a: 1\n# \u202e\n',
      '2:3 file-characters The character U+202E shows a reviewer something else than what is read.',
    ],
    [
      'a control character',
      'a: "\u0007"\n',
      '1:5 file-characters The character U+0007 shows a reviewer something else than what is read.',
    ],
    [
      'an invisible tag character',
      'a: x\u{e0041}\n',
      '1:5 file-characters The character U+E0041 shows a reviewer something else than what is read.',
    ],
    [
      'a carriage return inside a line',
      'a: 1 # b\rc: 2\n',
      '1:9 file-characters The character U+000D shows a reviewer something else than what is read.',
    ],
    [
      'a byte order mark inside',
      'a: \uFEFFb\n',
      '1:4 file-characters The character U+FEFF shows a reviewer something else than what is read.',
    ],
  ])('refuses %s', (_, text, fault) => {
    expect(faults('a.yaml', text)).toContain(fault);
  });

  it('refuses an alias where it stands', () => {
    expect(faults('a.yaml', 'a: &x [1]\nb: *x\n')).toEqual([
      '1:7 file-syntax Anchors are not read.',
      '2:4 file-syntax Aliases are not read.',
    ]);
  });

  it('takes a byte order mark at the start, and CRLF', () => {
    expect(read('a.yaml', '\uFEFFa: 1\r\nb: |\r\n  x\r\n')).toEqual({ a: 1, b: 'x\n' });
    expect(faults('a.yaml', '\uFEFFa: 1\r\na: 2\r\n')).toEqual([
      '2:1 file-syntax The key "a" is there twice: only one of them can hold.',
    ]);
  });

  it('takes escaped characters, which a reviewer can see', () => {
    expect(read('a.yaml', 'a: "\\u202e"\n')).toEqual({ a: '\u202e' });
  });
});

describe('JSON', () => {
  it.each([
    ['a trailing comma', '{"a":1,}', '1:8 file-syntax Expected a key in double quotes, met "}".'],
    ['a comment', '{"a":1} // b', '1:9 file-syntax Expected the end of the file, met "/".'],
    ['a leading zero', '{"a":012}', '1:7 file-syntax Expected "," or "}", met "1".'],
    [
      'a duplicate key',
      '{"a":1,\n "\\u0061":2}',
      '2:2 file-syntax The key "a" is there twice: only one of them can hold.',
    ],
    ['YAML', 'a: 1\n', '1:1 file-syntax Expected a value, met "a".'],
    [
      'a tab in a string',
      '{"a":"b\tc"}',
      '1:6 file-syntax A string has no end, or holds a line break or an unknown escape.',
    ],
    ['an open string', '{"a":"b', '1:6 file-syntax A string has no end, or holds a line break or an unknown escape.'],
    ['an open object', '{"a":1', '1:7 file-syntax Expected "," or "}", met the end of the file.'],
    ['a list', '[1]', '1:1 file-syntax Expected an object.'],
    ['nothing', '', '1:1 file-syntax Expected a value, met the end of the file.'],
    ['a number out of range', '{"a":1e999}', '1:6 file-syntax The number is not finite.'],
    [
      'a raw bidirectional mark',
      '{"a":"\u202e"}',
      '1:7 file-characters The character U+202E shows a reviewer something else than what is read.',
    ],
  ])('refuses %s', (_, text, fault) => {
    expect(faults('a.json', text)).toContain(fault);
  });

  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string().filter((key) => key !== '__proto__'),
          fc.jsonValue(),
        ),
        fc.constantFrom('', '\t', '  '),
        (value, indent) => {
          const text = JSON.stringify(value, null, indent);
          fc.pre(
            !text.includes('__proto__') &&
              !/(?![\t\n\r])[\p{Cc}\p{Bidi_C}\p{Zl}\p{Zp}\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/u.test(text),
          );
          const parsed = parseFile('a.json', text);
          if ('value' in parsed) expect(parsed.value).toEqual(JSON.parse(text));
          else expect(parsed.problems[0]?.text).toMatch(/more digits/);
        },
      ),
    );
  });

  it('refuses what JSON.parse refuses', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b',
      '1',
      '-',
      '1.',
      '1e5',
      'true',
      'nul',
      ' ',
      '\n',
      '\\',
      '"\\x"',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        fc.pre(!valid);
        expect(parseFile('a.json', text)).toHaveProperty('problems');
      }),
      { numRuns: 500 },
    );
  });
});

describe('bounds', () => {
  it.each([
    ['a.yaml', `a: ${'x'.repeat(FILE_LIMITS.bytes)}`],
    ['a.yaml', `a: ${'é'.repeat(FILE_LIMITS.bytes / 2)}`],
    ['a.yaml', `a: ${'['.repeat(60)}${']'.repeat(60)}`],
    ['a.yaml', `a: ${'['.repeat(100_000)}`],
    ['a.yaml', Array.from({ length: 60 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
    ['a.json', `{"a":${'['.repeat(200_000)}`],
    ['a.json', `{"a":[${'1,'.repeat(FILE_LIMITS.values)}1]}`],
    ['a.yaml', `a: [${'1,'.repeat(FILE_LIMITS.values)}1]`],
  ])('hold for %s %#', (path, text) => {
    expect(parseFile(path, text)).toHaveProperty('problems');
  });

  it.each([
    ['flow lists', `a: ${'['.repeat(900)}`],
    ['flow maps', `a: ${'{a: '.repeat(900)}`],
    ['block lists', '- '.repeat(900)],
    ['explicit keys', '? '.repeat(900)],
    ['closed lists', `a: ${'['.repeat(900)}${']'.repeat(900)}`],
    ['JSON', `${'{"a":'.repeat(900)}1${'}'.repeat(900)}`],
  ])('tell of depth in words of their own: %s', (_, text) => {
    for (const file of ['a.yaml', 'a.json']) {
      expect(faults(file, text).join('\n')).not.toMatch(/call stack|regular expression/i);
    }
    expect(faults('a.yaml', text)).toEqual([
      expect.stringMatching(/^1:\d+ file-unreadable The file is too deep or holds too much: at most 40 levels/),
    ]);
  });

  const filled = (part: string, before = ''): string =>
    before + part.repeat(Math.floor((FILE_LIMITS.bytes - before.length) / part.length));

  it.each([
    ['commas', filled(',', 'a: [')],
    ['empty lists', filled('[]', 'a: ')],
    ['empty maps', filled('{}', 'a: ')],
    ['anchors', filled('&a ')],
    ['tags', filled('!t ')],
    ['texts', filled('"" ', 'a: ')],
    ['directives', filled('%a\n')],
    ['items', filled('- {}\n', 'a:\n')],
    ['keys', filled('a:\n')],
    ['comments', filled('#\n')],
    ['lines', filled('\n')],
    ['bad escapes', filled('\\x', 'a: "')],
  ])('give a file that is full of %s few problems', (_, text) => {
    const found = faults('a.yaml', text);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThanOrEqual(21);
    expect(found.every((line) => line.length < 400)).toBe(true);
  });

  it('name what is too large', () => {
    expect(faults('a.yaml', `a: ${'x'.repeat(FILE_LIMITS.bytes)}`)).toEqual([
      '1:1 file-unreadable The file has more than 128 KiB.',
    ]);
    expect(faults('a.json', `{"a":${'['.repeat(50)}${']'.repeat(50)}}`)[0]).toContain(
      'file-unreadable The file is too deep',
    );
  });
});
