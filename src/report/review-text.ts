import type { Review } from '../model/review.ts';
import { otherText } from './request-body.ts';
import { identityOf, toLookAt, VOUCHED_WORDS } from './review-tables.ts';
import { type Line, renderText, type TextOptions } from './text.ts';
import { valueText } from './values.ts';
import { number } from './wording.ts';

/** Lines of one part on a screen; JSON and Markdown have all of them. */
const MOST = 200;

const part = (title: string, rows: readonly (readonly Line[])[]): Line[] => {
  if (rows.length === 0) return [];
  const left = rows.length - MOST;
  return [
    [{ text: title, style: 'bold' }],
    ...rows.slice(0, MOST).flat(),
    ...(left > 0 ? [[{ text: `  and ${number(left)} more`, style: 'dim' as const }]] : []),
    [],
  ];
};

const sourceLines = (change: Review['sources'][number]): Line[] => {
  const from = change.from === undefined ? '' : `  in the place of ${change.from}`;
  const head: Line = [
    `  ${change.file}`,
    { text: `${from}  ${change.action}, seen by: ${VOUCHED_WORDS[change.vouched]}`, style: 'dim' },
  ];
  if (change.action === 'new') return [head, ...identityOf(change).map((text): Line => [`    ${text}`])];
  return [
    head,
    ...change.fields.map(
      ({ field, before, after }): Line => [
        { text: `    ${field}  `, style: 'dim' },
        { text: valueText(before), style: 'red' },
        { text: ' → ', style: 'dim' },
        { text: valueText(after), style: 'green' },
      ],
    ),
  ];
};

const placeLines = ({ file, field, before, after }: Review['places'][number]): Line[] => [
  [
    `  ${file}`,
    { text: `  ${field}  `, style: 'dim' },
    ...(before === undefined ? [] : [{ text: `${valueText(before)} → `, style: 'red' as const }]),
    { text: valueText(after), style: 'green' },
  ],
];

/** What a request changes besides its plan: places that nothing else confirms, what is no entry, then the sources to look at. Nothing where there is none. */
export const reviewText = ({ places, outside, sources }: Review, options: TextOptions): string =>
  renderText(
    [
      ...part('Places that only this review confirms', places.map(placeLines)),
      ...part(
        'Outside of the catalogue',
        outside.map((change) => [[`  ${change.path}`, { text: `  ${otherText(change)}`, style: 'dim' }]]),
      ),
      ...part('Sources that are not those of the base', toLookAt(sources).map(sourceLines)),
    ],
    options.colour,
  );
