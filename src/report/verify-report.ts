import type { Verified, VerifyResult } from '../model/verify.ts';
import type { MarkdownOptions } from './problems-markdown.ts';
import { type Report, reportMarkdown, reportText } from './report.ts';
import { standingFacts } from './standing.ts';
import type { Style, TextOptions } from './text.ts';
import { counted, number, tally } from './wording.ts';

const STATES = [
  { state: 'refused', title: 'Refused', style: 'red' },
  { state: 'unreachable', title: 'Unreachable', style: 'red' },
  { state: 'withheld', title: 'Withheld', style: 'red' },
  { state: 'failed', title: 'Failed', style: 'red' },
  { state: 'absent', title: 'Not registered', style: 'yellow', most: 5 },
  { state: 'uncovered', title: 'Without a client', style: 'yellow', most: 0 },
  { state: 'ok', title: 'Verified', style: 'green', most: 20 },
] as const satisfies readonly { state: Verified['state']; title: string; style: Style; most?: number }[];

const noteOf = ({ tools, note }: Verified): string =>
  [...(tools === undefined ? [] : [counted(tools, 'tool')]), ...(note ? [note] : [])].join(', ');

const WORDS: Readonly<Partial<Record<Verified['state'], string>>> = {
  uncovered: 'without a client',
  absent: 'not registered',
};

const countsText = (verified: readonly Verified[]): string => {
  const of = tally(verified, ({ state }) => state);
  const parts = (['ok', 'refused', 'unreachable', 'withheld', 'failed', 'uncovered', 'absent'] as const)
    .filter((state) => of(state) > 0)
    .map((state) => `${number(of(state))} ${WORDS[state] ?? state}`);
  return parts.length === 0 ? 'no registration needs a token' : parts.join(', ');
};

const reportOf = ({ verified, problems }: VerifyResult): Report => ({
  title: 'Servers and their tokens',
  word: 'Verified',
  counts: countsText(verified),
  facts: standingFacts(problems),
  sections: STATES.map((section) => ({
    ...section,
    rows: verified
      .filter(({ state }) => state === section.state)
      .map((one) => [one.path, one.issuer ?? '', one.client ?? '', noteOf(one)]),
  })),
  columns: [{ title: 'path', code: true }, { title: 'issuer' }, { title: 'client' }, { title: 'note', style: 'dim' }],
  one: 'server',
  problems,
});

/** Servers that a token was to be tried on, what failed first, and the totals. */
export const verifyText = (result: VerifyResult, options: TextOptions): string => reportText(reportOf(result), options);

/** The job summary of verify. */
export const verifyMarkdown = (result: VerifyResult, options: MarkdownOptions): string =>
  reportMarkdown(reportOf(result), options);
