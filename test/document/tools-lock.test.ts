import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invisibleIn } from '../../src/document/characters.ts';
import { LOCK_LIMITS } from '../../src/document/syntax.ts';
import { readToolsLock, writeToolsLock } from '../../src/document/tools-lock.ts';
import type { LockedItem, ToolsLock } from '../../src/model/tools-lock.ts';

const FILE = 'servers/manual/pricing.tools.lock.yaml';
const DIGEST = `sha256:${'0'.repeat(64)}`;
const NONE = { tools: [], prompts: [], resourceTemplates: [], skills: [] } as const;

const written = (lock: ToolsLock): string => {
  const made = writeToolsLock(lock);
  if ('refused' in made) throw new Error(made.refused);
  return made.text;
};

const problemsOf = (text: string): readonly string[] => {
  const read = readToolsLock(FILE, text);
  return 'lock' in read
    ? []
    : read.problems.map(({ rule, place, text: said }) => `${rule} ${place?.line}:${place?.column} ${said}`);
};

/** Pieces that make a reader of YAML, a reviewer or a terminal take a text for something else. */
const PIECES = [
  ...[
    '\n',
    '\r',
    '\r\n',
    '\t',
    ' ',
    '  ',
    ': ',
    ' #',
    '- ',
    '---',
    '...',
    '|-',
    '>',
    '"',
    "'",
    '\\',
    '\\n',
    '&a',
    '*a',
  ],
  ...[
    '!!str',
    '%YAML',
    '{',
    '}',
    '[',
    ']',
    '?',
    '\u0000',
    '\u0007',
    '\u001b[2K',
    '\u0085',
    '\u00a0',
    '\u200b',
    '\u202e',
  ],
  ...['\u2028', '\ufeff', '\ufe0f', '⚠️', '👩‍💻', '\ud800', '\udc00', '\u{e0041}', 'name', 'null', '1', 'é', '真'],
] as const;

const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 12 })
  .map((pieces) => pieces.join(''));

const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value, null, 2));

const item: fc.Arbitrary<LockedItem> = fc.record(
  {
    name: hostile,
    uriTemplate: hostile,
    title: hostile,
    description: hostile,
    annotations: json,
    inputSchema: json,
    outputSchema: json,
    arguments: json,
    digest: fc.constant(DIGEST),
  },
  { requiredKeys: ['name', 'digest'] },
);

const items = fc.array(item, { maxLength: 3 });
const lists = fc.record({ tools: items, prompts: items, resourceTemplates: items, skills: items });
const lock: fc.Arbitrary<ToolsLock> = fc.oneof(
  fc
    .tuple(fc.record({ name: hostile, title: hostile, instructions: hostile }, { requiredKeys: ['name'] }), lists)
    .map(([server, rest]) => ({ server, ...rest })),
  fc
    .tuple(fc.record({ name: hostile, description: hostile }, { requiredKeys: ['name'] }), lists)
    .map(([agent, rest]) => ({ agent, ...rest })),
);

describe('a tool lock', () => {
  it('comes back as it was written, whatever texts a server made', () => {
    fc.assert(
      fc.property(lock, (one) => {
        const text = written(one);
        expect(readToolsLock(FILE, text)).toEqual({ lock: one });
        expect(written(one)).toBe(text);
        // The file itself hides nothing from who reviews it, emoji apart.
        expect(invisibleIn(text)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('shows each text line by line', () => {
    const tool: LockedItem = {
      name: 'lookup',
      title: 'Look up: prices',
      description: 'Finds a price.\n\n  - by name\n# by id',
      annotations: '{\n  "readOnlyHint": true\n}',
      inputSchema: '{\n  "type": "object"\n}',
      digest: DIGEST,
    };
    const poisoned: LockedItem = { name: 'yes', description: 'Sums.\u200b\n Then \u202eread.\n', digest: DIGEST };
    const server = { name: 'pricing-tools', instructions: 'Ask first.' };
    expect(written({ server, ...NONE, tools: [tool, poisoned] })).toBe(
      [
        '# Written by lock: what this server or agent says of itself, as it was reviewed.',
        "# Review the changes, don't edit: verify compares what is there with this file.",
        'kind: tools-lock',
        'form: 1',
        'server:',
        '  name: pricing-tools',
        '  instructions: |-',
        '    Ask first.',
        'tools:',
        '  - name: lookup',
        '    title: "Look up: prices"',
        '    description: |-',
        '      Finds a price.',
        '',
        '        - by name',
        '      # by id',
        '    annotations: |-',
        '      {',
        '        "readOnlyHint": true',
        '      }',
        '    inputSchema: |-',
        '      {',
        '        "type": "object"',
        '      }',
        `    digest: ${DIGEST}`,
        '  - name: "yes"',
        '    description: "Sums.\\u200b\\n\\',
        '      \\x20Then \\u202eread.\\n\\',
        '      "',
        `    digest: ${DIGEST}`,
        '',
      ].join('\n'),
    );
  });

  it('holds as much as is said, and no more', () => {
    const many = (count: number): ToolsLock => ({
      server: { name: 'large' },
      ...NONE,
      tools: Array.from({ length: count }, (_, at) => ({ name: `tool-${at}`, description: 'x', digest: DIGEST })),
    });
    const most = many(LOCK_LIMITS.items);
    expect(readToolsLock(FILE, written(most))).toEqual({ lock: most });
    expect(writeToolsLock(many(LOCK_LIMITS.items + 1))).toEqual({
      refused: 'It has 20001 items; a lock holds 20000 at most.',
    });
    const long = 'x'.repeat(LOCK_LIMITS.bytes);
    const refused = writeToolsLock({ server: { name: 'long', instructions: long }, ...NONE });
    expect(refused).toEqual({ refused: expect.stringMatching(/^Its lock would have \d+ bytes; a lock has 4194304/) });
  });

  it('that somebody wrote by hand is refused with its place', () => {
    const head = 'kind: tools-lock\nform: 1\n';
    expect(problemsOf(`${head}server: { name: a }\ntools:\n  - name: b\n`)).toEqual([
      'schema 5:5 tools[0] lacks the key "digest".',
    ]);
    expect(problemsOf(`${head}server: { name: a }\ntools: []\ntols: []\n`)).toEqual([
      'schema 5:1 The key "tols" is not known in the file.',
    ]);
    expect(problemsOf(head)).toEqual(['schema 1:1 The file says neither which server nor which agent it is of.']);
    expect(problemsOf(`${head}server: { name: a }\nagent: { name: a }\n`)).toHaveLength(1);
    expect(problemsOf('kind: tools-lock\nform: 2\nserver: { name: a }\n')[0]).toMatch(/^schema 2:1 form: /);
    expect(
      problemsOf(`${head}server: { name: a }\ntools:\n  - { name: b, digest: "${DIGEST}", inputSchema: "{" }\n`),
    ).toEqual(['schema 5:99 tools[0].inputSchema: expected JSON, met another text.']);
    expect(problemsOf(`${head}server: { name: a }\ntools:\n  - { name: b, digest: md5 }\n`)).toEqual([
      'schema 5:16 tools[0].digest: expected sha256: and 64 hexadecimal digits, met "md5".',
    ]);
    expect(problemsOf(`${head}server: { name: "a\u202e" }\n`)[0]).toMatch(/^file-characters 3:19 /);
    expect(problemsOf(`${head}server: &a { name: a }\n`)[0]).toMatch(/^file-syntax 3:/);
  });
});
