import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spliceSource } from '../../src/catalogue/splice.ts';
import { parseFile } from '../../src/document/read.ts';
import type { SourceData } from '../../src/kinds/source-data.ts';

const NEW: SourceData = {
  account: '111111111111',
  name: 'x',
  authorizer: { type: 'NONE', allowedClients: ['a', 'b'] },
  targets: [{ id: '1', name: 't # y' }],
};

const splice = (path: string, text: string, data = NEW): string => {
  const spliced = spliceSource(path, text, data);
  if ('refused' in spliced) throw new Error(spliced.refused);
  return spliced.text;
};

const valuesIn = (path: string, text: string): Readonly<Record<string, unknown>> => {
  const parsed = parseFile(path, text);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
};

const BLOCK = [
  '  account: "111111111111"',
  '  name: x',
  '  authorizer:',
  '    type: NONE',
  '    allowedClients:',
  '      - a',
  '      - b',
  '  targets:',
  '    - id: "1"',
  '      name: "t # y"',
].join('\n');

describe('styles of YAML', () => {
  it.each([
    ['a block', 'source:\n  a: 1\nz: 1\n', `source:\n${BLOCK}\nz: 1\n`],
    ['an empty value', 'source:\nz: 1\n', `source:\n${BLOCK}\nz: 1\n`],
    ['an empty value at the end of the file', 'z: 1\nsource:', `z: 1\nsource:\n${BLOCK}`],
    ['an empty value with comments', 'source: # one\n  # two\nz: 1\n', `source: # one\n${BLOCK}\n  # two\nz: 1\n`],
    ['null', 'source: ~ # one\nz: 1\n', `source: \n${BLOCK} # one\nz: 1\n`],
    ['a flow map with a comment behind', 'source: { a: 1 } # one\nz: 1\n', `source: \n${BLOCK} # one\nz: 1\n`],
    [
      'comments around',
      'source: # one\n\n  # two\n  a: 1 # three\n  # four\n# five\nz: 1\n',
      `source: # one\n\n  # two\n${BLOCK} # three\n  # four\n# five\nz: 1\n`,
    ],
    ['a block scalar at the end', 'source:\n  a: |+\n    one\n\nz: 1\n', `source:\n${BLOCK}\n\nz: 1\n`],
    ['a folded text at the end', 'source:\n  a: one\n    two\nz: 1\n', `source:\n${BLOCK}\nz: 1\n`],
    ['an explicit key', '? source\n: a: 1\nz: 1\n', `? source\n: ${BLOCK.trimStart()}\nz: 1\n`],
    ['a quoted key', '"source":\n  a: 1\nz: 1\n', `"source":\n${BLOCK}\nz: 1\n`],
    ['document marks', '---\nsource:\n  a: 1\n...\n', `---\nsource:\n${BLOCK}\n...\n`],
    ['a list in its place', 'source:\n- 1\n- 2 # one\nz: 1\n', `source:\n\n${BLOCK} # one\nz: 1\n`],
    ['an empty last value inside', 'source:\n  a:\nz: 1\n', `source:\n${BLOCK}\nz: 1\n`],
  ])('%s', (_, before, after) => {
    expect(splice('a.yaml', before)).toBe(after);
  });

  it('keeps the indentation of the file', () => {
    const result = splice('a.yaml', 'source:\n    a: 1\nz:\n    y: 1\n');
    expect(
      result.startsWith('source:\n    account: "111111111111"\n    name: x\n    authorizer:\n        type: NONE\n'),
    ).toBe(true);
    expect(result.endsWith('\nz:\n    y: 1\n')).toBe(true);
  });

  it('keeps a byte order mark and CRLF', () => {
    const text = '\uFEFFkind: x\r\nsource:\r\n  a: 1\r\nz: 1\r\n';
    expect(splice('a.yaml', text)).toBe(`\uFEFFkind: x\r\nsource:\r\n${BLOCK.replaceAll('\n', '\r\n')}\r\nz: 1\r\n`);
  });

  it('writes JSON into a flow file', () => {
    expect(splice('a.yaml', '{kind: a, source: {a: 1}, z: 3} # c\n', { a: 'b' })).toBe(
      '{kind: a, source: {"a":"b"}, z: 3} # c\n',
    );
  });
});

describe('styles of JSON', () => {
  it('keeps indentation and line ends', () => {
    const text = '{\r\n\t"source": {"a": 1},\r\n\t"z": [1, 2]\r\n}\r\n';
    expect(splice('a.json', text, { a: 'b', c: ['d'] })).toBe(
      '{\r\n\t"source": {\r\n\t\t"a": "b",\r\n\t\t"c": [\r\n\t\t\t"d"\r\n\t\t]\r\n\t},\r\n\t"z": [1, 2]\r\n}\r\n',
    );
  });

  it('keeps a file of one line on one line', () => {
    expect(splice('a.json', '{"source":null,"z":1}', { a: 'b' })).toBe('{"source":{"a":"b"},"z":1}');
  });
});

describe('refusals', () => {
  it.each([
    ['no source', 'kind: x\n'],
    ['a broken file', 'source: [\n'],
    ['an alias that stands for it', 'a: &s {b: 1}\nsource: *s\n'],
  ])('%s', (_, text) => {
    expect(spliceSource('a.yaml', text, NEW)).toHaveProperty('refused');
  });
});

const anyText = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom(
      'yes',
      'null',
      '1e3',
      '0x1f',
      '012',
      '2001-12-14',
      '- a',
      '# c',
      'a: b',
      'a #b',
      '|',
      '>-',
      '%x',
      '@y',
      '`',
      '~',
      '=',
      '<<',
      ' lead',
      'trail ',
      'a\nb',
      '\u2028',
      '\ufeff',
      "it's",
      '"q"',
      'trail:',
      '1:30:00',
      '.inf',
      '\\',
      'é',
      '\u202e',
    ),
  )
  .filter((text) => text.isWellFormed() && text !== '');

/** Plain objects, as the merge makes them. */
const PLAIN = { noNullPrototype: true };

const anyData: fc.Arbitrary<SourceData> = fc.record(
  {
    account: fc.constant('012345678901'),
    name: anyText,
    authorizer: fc.record({ type: anyText, allowedClients: fc.array(anyText, { minLength: 1, maxLength: 3 }) }, PLAIN),
    targets: fc.array(fc.record({ id: anyText, name: anyText }, PLAIN), { minLength: 1, maxLength: 3 }),
  },
  PLAIN,
);

/** Pieces of files as people write them; {S} is where the value of source stands. */
const before = fc.constantFrom(
  '',
  '# head\n',
  '\n\n',
  'kind: gateway\n',
  'kind:   gateway   # why\n',
  '---\n',
  '\'kind\' : "gateway"\n',
);
const value = fc.constantFrom(
  'source:\n  a: 1\n',
  'source:\n      a: 1\n      b:\n      - 1\n',
  'source:   # why\n  # more\n  a: 1 # x\n  b: [1, 2] # y\n  # end\n',
  'source:\n',
  'source: # nothing yet\n',
  'source: {a: 1, b: [2]}   # flow\n',
  'source: {\n    a: 1, # in\n    b: 2\n  }\n',
  'source: null\n',
  'source: "text"\n',
  'source:\n  a: |\n    # no comment\n    text\n\n',
  'source:\n  a: >-\n    folded\n    text\n  # after\n',
  'source:\n  a: "x\n    y"\n',
  '? source\n: a: 1\n',
);
const after = fc.constantFrom(
  '',
  'registration:\n  path: /x/\n',
  'registration: # yours\n    path:   /x/   # keep\n    tags: [ a,b ]\n',
  '# tail\n',
  '\n\n# lonely\n\nregistration: {path: /x/}\n',
  'registration:\n  description: |\n    # kept\n     as it is\n\n\n',
  "registration:\n  description: 'a\n\n    b'\n",
);

describe('laws', () => {
  it('changes no byte outside source, in any style, and gives exactly the new source', () => {
    fc.assert(
      fc.property(before, value, after, anyData, fc.boolean(), fc.boolean(), (head, middle, tail, data, crlf, mark) => {
        const style = (text: string) => (crlf ? text.replaceAll('\n', '\r\n') : text);
        const lead = (mark ? '\uFEFF' : '') + style(head);
        const text = lead + style(middle + tail);
        const result = splice('a.yaml', text, data);
        expect(result.startsWith(lead)).toBe(true);
        expect(result.endsWith(style(tail))).toBe(true);
        const { source, ...rest } = valuesIn('a.yaml', result);
        const { source: _, ...restBefore } = valuesIn('a.yaml', text);
        expect(source).toEqual(data);
        expect(rest).toEqual(restBefore);
        for (const comment of (head + tail).match(/# .*/g) ?? []) expect(result).toContain(comment);
      }),
      { numRuns: 500 },
    );
  });

  it('does the same in JSON', () => {
    fc.assert(
      fc.property(
        anyData,
        fc.jsonValue(),
        fc.constantFrom('', ' ', '\t', '    '),
        fc.boolean(),
        (data, other, indent, crlf) => {
          const style = (text: string) => (crlf ? text.replaceAll('\n', '\r\n') : text);
          const json = style(JSON.stringify({ before: other, source: { a: 1 }, after: other }, null, indent));
          if (json.includes('__proto__')) return;
          const parsed = parseFile('a.json', json);
          fc.pre('value' in parsed);
          const result = splice('a.json', json, data);
          expect(JSON.parse(result)).toEqual({
            before: JSON.parse(json).before,
            source: data,
            after: JSON.parse(json).after,
          });
          const at = json.indexOf('"source"');
          expect(result.slice(0, at)).toBe(json.slice(0, at));
          const end = json.indexOf('"after"', at);
          expect(result.endsWith(json.slice(end))).toBe(true);
        },
      ),
    );
  });

  it('hides nothing from a reviewer', () => {
    fc.assert(
      fc.property(anyData, (data) => {
        const result = splice('a.yaml', 'source:\nz: 1\n', data);
        expect(result).not.toMatch(/(?![\t\n\r])[\p{Cc}\p{Bidi_C}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});
