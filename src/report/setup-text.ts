import type { SetupFile, SetupResult, SetupStep } from '../model/setup.ts';
import { type Line, renderText, type Style, type TextOptions, wrap } from './text.ts';
import { counted } from './wording.ts';

const STATES = {
  written: { sign: '+', style: 'green', note: '' },
  same: { sign: '=', style: 'dim', note: 'is there already' },
  kept: { sign: '!', style: 'yellow', note: 'is there with another text: kept as it is' },
  replaced: { sign: '~', style: 'green', note: 'has the new text' },
  removed: { sign: '-', style: 'dim', note: 'was removed by you: not written again' },
} as const satisfies Record<SetupFile['action'], { sign: string; style: Style; note: string }>;

const WIDEST = 120;

const DIFF_STYLES: Readonly<Record<string, Style>> = { '+': 'green', '-': 'red', '@': 'cyan' };

const diffLines = (diff: readonly string[]): Line[] =>
  diff.map((text): Line => [{ text: `    ${text}`, style: DIFF_STYLES[text.charAt(0)] }]);

/** The lines of a diff, indented, with a line end each. */
export const diffText = (diff: readonly string[], { colour }: Pick<TextOptions, 'colour'>): string =>
  renderText(diffLines(diff), colour);

const fileLines = ({ path, action, missing, diff }: SetupFile): Line[] => {
  const { sign, style, note } = STATES[action];
  return [
    [{ text: `${sign} `, style }, path, ...(note === '' ? [] : [{ text: `  ${note}`, style: 'dim' as const }])],
    ...(missing === undefined ? [] : [[{ text: '    it lacks:', style: 'dim' as const }]]),
    ...(missing ?? []).map((line): Line => [`      ${line}`]),
    ...diffLines(diff ?? []),
  ];
};

/** A text below a hanging indent. A line that begins with spaces is code: it is never broken. */
const hanging = (text: string, first: string, width: number): string[] => {
  if (text.startsWith(' ')) return [`${' '.repeat(first.length)}${text}`];
  return wrap(text, Math.max(20, width - first.length)).map((line, at) =>
    at === 0 ? `${first}${line}` : `${' '.repeat(first.length)}${line}`,
  );
};

const stepLines = (step: SetupStep, number: number, width: number): Line[] => [
  ...hanging(step.title, `${number}. `, width).map((text): Line => [{ text, style: 'bold' }]),
  ...step.details.flatMap((detail) => hanging(detail, '   - ', width).map((text): Line => [text])),
];

/** What init wrote and kept, and what only a person can do. */
export const setupText = ({ files, steps }: SetupResult, options: TextOptions): string => {
  const width = Math.min(options.width, WIDEST);
  const written = files.filter(({ action }) => action === 'written').length;
  return renderText(
    [
      ...files.flatMap(fileLines),
      [],
      [{ text: `${counted(written, 'file')} written, ${files.length - written} kept.`, style: 'bold' }],
      [],
      [{ text: 'What only a person can do:', style: 'bold' }],
      ...steps.flatMap((step, at) => stepLines(step, at + 1, width)),
    ],
    options.colour,
  );
};

/** What upgrade replaced, kept and brought, and what is left to a person. */
export const upgradeText = ({ files, steps }: SetupResult, options: TextOptions): string => {
  const width = Math.min(options.width, WIDEST);
  const count = (action: SetupFile['action']): number => files.filter((file) => file.action === action).length;
  const sum = `${counted(count('replaced'), 'file')} replaced, ${count('written')} new, ${count('kept')} kept, ${count('same')} as they were.`;
  return renderText(
    [
      ...files.filter(({ action }) => action !== 'same').flatMap(fileLines),
      ...(count('same') === files.length ? [] : [[] as Line]),
      [{ text: sum, style: 'bold' }],
      ...steps.flatMap((step, at) => stepLines(step, at + 1, width)),
    ],
    options.colour,
  );
};
