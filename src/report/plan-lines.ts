import { type Blocked, type Change, changePath, changeType, type FieldChange, type Plan } from '../model/plan.ts';
import { ACTIONS, changeFile, details } from './changes.ts';
import { rankedChanges } from './plan-order.ts';
import { type Line, type Piece, type TextOptions, widthOf, wrap } from './text.ts';
import { beforeText, listDifference, secretText, valueText } from './values.ts';
import { number } from './wording.ts';

const INDENT = 4;
const LONGEST_PATH = 40;

const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

const drifted = (change: FieldChange): Piece[] =>
  change.cause === 'drift' ? [{ text: '  (changed in the registry)', style: 'magenta' }] : [];

const sides = (before: Piece[], after: Piece[]): Piece[] => [...before, { text: ' → ', style: 'dim' }, ...after];

/** One field on one line where it fits, else both sides below each other, whole: an end that is cut could hide the change. */
const fieldLines = (change: FieldChange, label: string, width: number): Line[] => {
  const head: (string | Piece)[] = [{ text: ' '.repeat(INDENT) }, { text: `${label}  `, style: 'dim' }];
  if ('secret' in change) return [[...head, secretText(change.field), ...drifted(change)]];
  const list = change.unseen === true ? undefined : listDifference(change.before, change.after);
  if (list !== undefined) {
    const signs = [
      ...list.removed.map((item): Piece => ({ text: `-${valueText(item)} `, style: 'red' })),
      ...list.added.map((item): Piece => ({ text: `+${valueText(item)} `, style: 'green' })),
    ];
    return [[...head, ...signs, ...drifted(change)]];
  }
  const [before, after] = [beforeText(change), valueText(change.after)];
  if (INDENT + widthOf(label) + 2 + widthOf(before) + 3 + widthOf(after) <= width)
    return [
      [...head, ...sides([{ text: before, style: 'red' }], [{ text: after, style: 'green' }]), ...drifted(change)],
    ];
  const side = (sign: '-' | '+', text: string): Line[] =>
    wrap(text, width - INDENT - 4).map((line, at) => [
      ' '.repeat(INDENT + 2),
      { text: `${at === 0 ? sign : ' '} ${line}`, style: sign === '-' ? 'red' : 'green' },
    ]);
  return [[...head, ...drifted(change)], ...side('-', before), ...side('+', after)];
};

const changeLines = (change: Change, pathWidth: number, { width, directory }: TextOptions): Line[] => {
  const { sign, style } = ACTIONS[change.action];
  const rows = details(change);
  const labels = Math.max(0, ...rows.map(({ label }) => widthOf(label)));
  const head: Line = [
    { text: `${sign} `, style },
    { text: pad(changePath(change), pathWidth), style: 'bold' },
    `  ${pad(changeType(change), 'server'.length)}`,
    { text: `  ${changeFile(change, directory)}`, style: 'dim' },
  ];
  const below = rows.flatMap((detail): Line[] => {
    if (detail.type === 'field') return fieldLines(detail.change, pad(detail.label, labels), width);
    return wrap(detail.value, width - INDENT - labels - 2).map((text, at) => [
      ' '.repeat(INDENT),
      { text: pad(at === 0 ? detail.label : '', labels + 2), style: 'dim' },
      text,
    ]);
  });
  return [head, ...below];
};

/** A change that is not made: what it is about, and why. */
const blockedLines = ({ change, why }: Blocked, pathWidth: number, { width, directory }: TextOptions): Line[] => [
  [
    { text: '! ', style: 'red' },
    { text: pad(changePath(change), pathWidth), style: 'bold' },
    `  ${pad(changeType(change), 'server'.length)}`,
    { text: `  ${changeFile(change, directory)}`, style: 'dim' },
  ],
  ...wrap(`not confirmed: ${why.text}`, width - INDENT).map((text): Line => [' '.repeat(INDENT), text]),
];

/** Changes that are not confirmed and shown; of more, the number. */
const MOST_BLOCKED = 20;

/**
 * What a screen shows of a plan's changes: the fields that differ, those that change trust first, many of them cut per
 * account. What is unchanged is only counted.
 */
export const planLines = (plan: Plan, options: TextOptions): readonly Line[] => {
  const ranked = rankedChanges(plan, options);
  const { blocked = [] } = plan;
  const told = options.full === true ? blocked : blocked.slice(0, MOST_BLOCKED);
  const shown = [...ranked.flatMap((one) => one.shown), ...told.map(({ change }) => change)];
  const pathWidth = Math.min(LONGEST_PATH, Math.max(0, ...shown.map((change) => widthOf(changePath(change)))));
  const more = (text: string): Line => [{ text: `  ${text}`, style: 'dim' }];
  return [
    ...ranked.flatMap((one) => [
      ...one.shown.flatMap((change) => changeLines(change, pathWidth, options)),
      ...one.left.map(more),
    ]),
    ...told.flatMap((one) => blockedLines(one, pathWidth, options)),
    ...(blocked.length > told.length ? [more(`and ${number(blocked.length - told.length)} more not confirmed`)] : []),
  ];
};
