import type { Review, Vouched } from '../model/review.ts';
import type { TableBlock } from './document.ts';
import { code, lines, type Markup, prose, shortened, strong } from './markup.ts';
import { valueText } from './values.ts';

type Changed = Review['sources'][number];

/** Characters of one value. */
const LONGEST = 300;

/** Who answers for a source, in words. */
export const VOUCHED_WORDS = {
  nobody: 'nobody',
  branch: 'the branch of scan',
  scan: 'AWS, asked by this scan',
} as const satisfies Record<Vouched, string>;

const ORDER: readonly Vouched[] = ['nobody', 'branch', 'scan'];

/** What a new source is first of all. */
const IDENTITY: ReadonlySet<string> = new Set(['source.arn', 'source.url', 'source.authorizer.discoveryUrl']);

/** The values of a new source that say what it is and where its requests and tokens go. */
export const identityOf = ({ fields }: Changed): readonly string[] =>
  fields.filter(({ field }) => IDENTITY.has(field)).map(({ after }) => valueText(after));

/**
 * The sources that a reviewer should look at: those that nobody answers for first. New ones that the checking scan itself saw
 * are left to the plan, which lists each of them as created.
 */
export const toLookAt = (sources: Review['sources']): readonly Changed[] =>
  sources
    .filter(({ vouched, action }) => vouched !== 'scan' || action !== 'new')
    .toSorted((one, other) => ORDER.indexOf(one.vouched) - ORDER.indexOf(other.vouched));

const value = (of: unknown): Markup => code(shortened(valueText(of), LONGEST));

const rowsOf = (change: Changed): Markup[][] => {
  const who = change.vouched === 'nobody' ? strong(VOUCHED_WORDS.nobody) : prose(VOUCHED_WORDS[change.vouched]);
  const entry = lines(
    code(change.file),
    ...(change.from === undefined ? [] : [prose('in the place of'), code(change.from)]),
  );
  if (change.action === 'new') {
    const identity = identityOf(change).map((text) => code(shortened(text, LONGEST)));
    return [[entry, prose('new'), prose(''), lines(...identity), who]];
  }
  return change.fields.map(({ field, before, after }) => [entry, code(field), value(before), value(after), who]);
};

/** Every source to look at, field by field. */
export const sourcesTable = ({ sources }: Review): TableBlock => ({
  type: 'table',
  title: 'Sources that are not those of the base',
  columns: ['Entry', 'Field', 'Before', 'After', 'Who answers for it'],
  rows: toLookAt(sources).flatMap(rowsOf),
  one: 'change',
});
