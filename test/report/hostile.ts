import fc from 'fast-check';
import { hide } from '../../src/model/hidden.ts';

const BITS = [
  '@team',
  '@',
  '#123',
  '#',
  '|',
  '\\',
  '\\|',
  '`',
  '``',
  '<img src=x onerror=alert(1)>',
  '<!--',
  '-->',
  '</code>',
  '</td>',
  '</details>',
  'https://evil.example/x',
  'www.evil.example',
  'someone@evil.example',
  'mailto:a@b.example',
  '\n',
  '\r\n',
  '\t',
  '\u0007',
  '\u001b[2J',
  '\u009b1A',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u2028',
  '\ufeff',
  '\ud800',
  '**',
  '__',
  '~~',
  '[x](http://e.example)',
  '![i](x)',
  '- ',
  '1. ',
  '---',
  '===',
  '&amp;',
  '&#64;',
  '$x$',
  ':tada:',
  'GH-12',
  'deadbeef',
  'owner/repo#5',
  '::set-env name=x::y',
  ' ::error::x',
  '##[group]x',
  '%0A',
  '%0A::error::x',
  'word',
  'Ünïcödé',
  '漢字',
  '👩‍💻',
  '"',
  "'",
  ' ',
];

/** Text as a stranger would choose it: whole of what means something to a medium, and any characters between. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...BITS) }, fc.string({ unit: 'binary', maxLength: 4 })), {
    maxLength: 8,
  })
  .map((bits) => bits.join(''));

/** What decides how a value is read; nobody but this program writes it. */
const TAGS = new Set([
  'rule',
  'action',
  'type',
  'kind',
  'risk',
  'state',
  'severity',
  'cause',
  'credential',
  'lock',
  'list',
  'change',
  'layer',
]);

const HIDDEN = hide('').toJSON();

/** The same value with a stranger's text in place of each of its texts, tags excepted. */
export const poisoned = <Value>(value: Value, poison: (text: string) => string): Value =>
  JSON.parse(JSON.stringify(value), (key: string, part: unknown) => {
    // What hides itself from JSON stays hidden.
    if (part === HIDDEN) return hide(part);
    return typeof part === 'string' && !TAGS.has(key) ? poison(part) : part;
  });
