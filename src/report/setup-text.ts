import type { SetupFile, SetupResult, SetupStep } from '../model/setup.ts';
import { type Line, renderText, type Style, type TextOptions, wrap } from './text.ts';
import { counted } from './wording.ts';

const STATES = {
  written: { sign: '+', style: 'green', note: '' },
  same: { sign: '=', style: 'dim', note: 'is there already' },
  kept: { sign: '!', style: 'yellow', note: 'is there with another text: kept as it is' },
} as const satisfies Record<SetupFile['action'], { sign: string; style: Style; note: string }>;

const WIDEST = 120;

const fileLines = ({ path, action, missing }: SetupFile): Line[] => {
  const { sign, style, note } = STATES[action];
  return [
    [{ text: `${sign} `, style }, path, ...(note === '' ? [] : [{ text: `  ${note}`, style: 'dim' as const }])],
    ...(missing === undefined ? [] : [[{ text: '    it lacks:', style: 'dim' as const }]]),
    ...(missing ?? []).map((line): Line => [`      ${line}`]),
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
