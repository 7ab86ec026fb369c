/** Texts to try: those of the corpus with edits, and texts put together of what means something to a reader. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

const CORPUS = join(import.meta.dirname, '../fixtures/fuzz');

/** The committed texts of one folder, sorted by file name. */
export const corpusOf = (folder: string): readonly string[] =>
  globSync('*', { cwd: join(CORPUS, folder) })
    .toSorted()
    .map((file) => readFileSync(join(CORPUS, folder, file), 'utf8'));

/** As `corpusOf`, each line a text of its own. */
export const linesOf = (folder: string): readonly string[] =>
  corpusOf(folder).flatMap((text) => text.split('\n').filter((line) => line !== ''));

/** What readers of YAML, JSON, URLs, Markdown, terminals and workflow logs take for something. */
export const PIECES = [
  ...['\n', '\r', '\r\n', '\t', ' ', '  ', ': ', ' #', '- ', '? ', '---\n', '...\n', '|-\n', '|9\n', '>+\n', '"', "'"],
  ...['\\', '\\u0000', '\\x0a', '\\ud800', '&a ', '*a', '<<: *a', '!!str ', '!!binary ', '!<x> ', '%YAML 1.1\n'],
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    '[[',
    '{"a":',
    '{a: ',
    '- - ',
    'null',
    '~',
    '.inf',
    '1e999',
    '-0',
    '0x1f',
    '0o17',
    '1_0',
  ],
  ...[
    '9007199254740993',
    '2026-11-21',
    'yes',
    '__proto__: ',
    'constructor: ',
    '"toString": ',
    '<<<<<<< a\n',
    '>>>>>>> b\n',
  ],
  ...['\u0000', '\u0007', '\u001b[2K', '\u0085', '\u009b', '\u00a0', '\u00ad', '\u200b', '\u202e', '\u2066', '\u2028'],
  ...['\ufeff', '\ufe0f', '👩‍💻', '\ud800', '\udc00', '\u{e0041}', 'é', '真', 'ﬀ', '．', '／', '＠', '⑯'],
  ...[
    '::error::x',
    '::set-env name=PATH::/x',
    '##[group]',
    '%0A::',
    '|',
    '<!--',
    '-->',
    '</code>',
    '</td>',
    '@acme',
    '`',
  ],
  ...[
    'https://',
    'http://',
    '//',
    '/../',
    '%2e%2e/',
    '%2F',
    '@',
    ':',
    '?',
    '#',
    ':0',
    ':99999',
    '127.1',
    '0x7f.1',
    '[::1]',
  ],
  ...['{{resolve:secretsmanager:x}}', '{"Ref":"x"}', 'a'.repeat(64), '(a+)+$', '-'.repeat(32)],
] as const;

/** Characters of one text: about as many bytes as a file may have. */
const MOST = 128 * 1024;

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);

interface Edit {
  /** Where, in ten thousandths of the text. */
  readonly at: number;
  /** Characters that go. */
  readonly gone: number;
  readonly come: string;
  readonly times: number;
}

const applied = (text: string, { at, gone, come, times }: Edit): string => {
  const start = Math.floor((text.length * at) / 10_000);
  const count = Math.min(times, Math.ceil(MOST / Math.max(1, come.length)));
  return `${text.slice(0, start)}${come.repeat(count)}${text.slice(start + gone)}`.slice(0, MOST);
};

const edits = (corpus: readonly string[]): fc.Arbitrary<Edit> =>
  fc.record({
    at: fc.nat(10_000),
    gone: fc.oneof({ weight: 3, arbitrary: fc.nat(6) }, fc.nat(200)),
    come: fc.oneof(
      { weight: 4, arbitrary: piece },
      fc.tuple(fc.constantFrom(...corpus), fc.nat(10_000), fc.nat(80)).map(([text, at, length]) => {
        const start = Math.floor((text.length * at) / 10_000);
        return text.slice(start, start + length);
      }),
    ),
    times: fc.oneof({ weight: 12, arbitrary: fc.constant(1) }, fc.constantFrom(0, 2, 40, 3000, MOST)),
  });

/** Texts of a corpus with up to six edits, some of them large. */
export const mutated = (corpus: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...corpus), fc.array(edits(corpus), { maxLength: 6 }))
    .map(([text, all]) => all.reduce(applied, text));

/** Texts of nothing but pieces. */
export const pieces: fc.Arbitrary<string> = fc
  .array(piece, { maxLength: 30 })
  .map((parts) => parts.join('').slice(0, MOST));

/** JSON of any values. */
export const jsonText: fc.Arbitrary<string> = fc
  .jsonValue({ maxDepth: 6 })
  .map((value) => JSON.stringify({ kind: 'server', value }));
