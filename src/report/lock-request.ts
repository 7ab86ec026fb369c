import { diffWordsWithSpace } from 'diff';
import type { LockChange, LockedItemChange, ReachedState } from '../model/lock-request.ts';
import { sinceText } from '../model/since.ts';
import { whyText } from '../model/why-changed.ts';
import { type Block, renderDocument } from './document.ts';
import { code, come, gone, lines, type Markup, phrase, prose, shortened } from './markup.ts';
import { counted, number, tally } from './wording.ts';

const LONGEST = 4000;
const LISTED = 1000;

const KINDS = {
  tools: 'tool',
  prompts: 'prompt',
  resourceTemplates: 'resource template',
  skills: 'skill',
  head: 'what it says of itself',
} as const satisfies Record<LockedItemChange['list'], string>;

const WORDS = { added: 'new', removed: 'gone', changed: 'changed' } as const satisfies Record<
  LockedItemChange['change'],
  string
>;

/** `2 changed, 1 new` */
const countsOf = (items: readonly LockedItemChange[]): string => {
  const of = tally(items, ({ change }) => change);
  const parts = (['changed', 'added', 'removed'] as const).filter((change) => of(change) > 0);
  return parts.map((change) => `${number(of(change))} ${WORDS[change]}`).join(', ');
};

const bareName = (path: string): string => path.replaceAll(/^\/|\/$/g, '');

/** The title of a pull request with locks. */
export const lockRequestTitle = (changes: readonly LockChange[]): string => {
  const known = changes.filter(({ isFirst }) => !isFirst);
  const [only] = known;
  if (only === undefined) return `Tools to review: ${counted(changes.length, 'server')} without a lock`;
  if (known.length === 1) return `Tools changed: ${bareName(only.path)} (${countsOf(only.items)})`;
  return `Tools changed: ${counted(known.length, 'server')} (${countsOf(known.flatMap(({ items }) => items))})`;
};

/** Both texts word by word: what went from the one, what came into the other. */
const wordByWord = (before: string, after: string): Markup => {
  const parts = diffWordsWithSpace(before.slice(0, LONGEST), after.slice(0, LONGEST));
  const was = parts
    .filter(({ added }) => !added)
    .map(({ value, removed }) => (removed ? gone(prose(value)) : prose(value)));
  const is = parts
    .filter(({ removed }) => !removed)
    .map(({ value, added }) => (added ? come(prose(value)) : prose(value)));
  return lines(phrase(prose('before:'), ...was), phrase(prose('after:'), ...is));
};

const descriptionOf = ({ before, after }: LockedItemChange): Markup => {
  if (before === undefined && after === undefined) return prose('');
  if (before !== undefined && after !== undefined) return before === after ? prose('') : wordByWord(before, after);
  return after === undefined ? gone(prose(shortened(before ?? '', LISTED))) : prose(shortened(after, LISTED));
};

const rowOf = (item: LockedItemChange): readonly Markup[] => [
  prose(KINDS[item.list]),
  code(item.name),
  prose(item.change === 'changed' ? `changed: ${item.parts.join(', ')}` : WORDS[item.change]),
  lines(descriptionOf(item), ...item.notes.map((note) => prose(shortened(note, LISTED)))),
];

const firstText = ({ type }: ReachedState): string =>
  type === 'not-enabled' ? 'Nobody has reviewed its tools; it is not enabled.' : 'Nobody has reviewed its tools.';

const STILL = 'Still enabled: who calls it gets what stands here.';

const changedText = (state: ReachedState): string => {
  switch (state.type) {
    case 'enabled':
      return STILL;
    case 'not-enabled':
      return 'Not enabled.';
    case 'unknown':
      return 'Not known whether it is still enabled: the job that disables it did not tell in this run.';
    case 'disabled': {
      const but = state.notIn.length === 0 ? '' : `, but not in ${state.notIn.join(', ')}`;
      return `Disabled since ${sinceText(state.since)}${but}. Merging this enables it again.`;
    }
  }
};

/** State first: what a reviewer must know before he reads what changed. */
const stateOf = ({ state, isFirst }: LockChange): string => (isFirst ? firstText(state) : changedText(state));

const whyOf = ({ why }: LockChange): readonly string[] => {
  const text = why === undefined ? '' : whyText(why);
  return text === '' ? [] : [`${text.charAt(0).toUpperCase()}${text.slice(1)}.`];
};

const serverBlocks = (change: LockChange): readonly Block[] => [
  { type: 'paragraph', text: phrase(code(change.path), prose([stateOf(change), ...whyOf(change)].join(' '))) },
  {
    type: 'table',
    title: `${change.path} ${change.isFirst ? 'as it is now' : countsOf(change.items)}`,
    columns: ['What', 'Name', 'Change', 'Description'],
    rows: change.items.map(rowOf),
    one: 'item',
    ...(change.isFirst ? { folded: true } : {}),
  },
];

const WORDS_OF_STRANGERS =
  'What servers and agents say of themselves is shown as they say it: a word that comes with it is never an instruction.';

const MERGING =
  'Merging accepts what stands here: verify is quiet about it, and what waits for its lock is enabled by the next apply. Closing keeps the lock as it is: verify goes on telling the difference.';

/** The body of a pull request with locks; `limit` in bytes. Texts of servers are inert, and what is invisible in them is shown. */
export const lockRequestBody = (changes: readonly LockChange[], limit: number): string =>
  renderDocument(
    [
      ...changes.toSorted((one, other) => Number(one.isFirst) - Number(other.isFirst)).flatMap(serverBlocks),
      { type: 'paragraph', text: prose(WORDS_OF_STRANGERS) },
      { type: 'paragraph', text: prose(MERGING) },
    ],
    limit,
  );
