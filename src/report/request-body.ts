import { isEntryFile } from '../model/catalogue.ts';
import { compareTexts } from '../model/compare-texts.ts';
import type { Difference, EntryChange, PlaceChange, Risk } from '../model/entry-change.ts';
import type { OtherChange, PathKind } from '../model/other-change.ts';
import type { Problem } from '../model/problem.ts';
import { type Block, renderDocument, type TableBlock } from './document.ts';
import { code, link, type Markup, phrase, prose, shortened, strong } from './markup.ts';
import { problemsTable } from './problems-markdown.ts';
import { listDifference, valueText } from './values.ts';
import { counted, number, tally } from './wording.ts';

/** Everything that a request shows. */
export interface RequestBody {
  readonly changes: readonly EntryChange[];
  /** What the request changes besides entries: settings, workflows, roles, links, whatever it is. */
  readonly outside: readonly OtherChange[];
  /** Every new or changed place, where a reviewer alone answers for it; empty where AWS is asked before anything is registered. */
  readonly places: readonly PlaceChange[];
  /** Files among the changes whose source differs from the base's, and not as this scan saw it. */
  readonly unseen: readonly string[];
  readonly problems: readonly Problem[];
  /** The open pull request with the clients that deployed gateways get their tokens by. */
  readonly clients?: { readonly number: number; readonly url: string };
  /** Address under which the request's entries are shown, ending in a slash. */
  readonly files?: string;
  /** Address of the run whose summary has everything. */
  readonly run?: string;
}

/** Characters of one value; whole ones are in the files. */
const LONGEST = 200;

/** New entries that are linked; of more of them more can be shown without. */
const MOST_LINKS = 100;

const DIFFERENCE_TITLES = {
  security: 'Security changed',
  client: 'Tokens that go somewhere new',
  url: 'URL',
  authorizer: 'Authorizer and headers',
  path: 'Path in the registry',
  visibility: 'Who sees it',
  accounts: 'Accounts of the organization',
} as const satisfies Partial<Record<Risk, string>>;

/** By account, Region, then file; what was written by hand comes last. */
const inOrder = (changes: readonly EntryChange[]): EntryChange[] =>
  changes.toSorted(
    (a, b) => Number(a.account === undefined) - Number(b.account === undefined) || compareTexts(a.file, b.file),
  );

const WHERE = ['Account', 'Region', 'Entry'];

const whereCells = (change: EntryChange, files: string | undefined): Markup[] => {
  const name = code(shortened(change.name === '' ? change.file : change.name, LONGEST));
  const address =
    files === undefined || change.action === 'delete'
      ? undefined
      : `${files}${change.file.split('/').map(encodeURIComponent).join('/')}`;
  return [code(change.account ?? ''), code(change.region ?? ''), address === undefined ? name : link(name, address)];
};

const value = (of: unknown): Markup => code(shortened(valueText(of), LONGEST));

const signed = (sign: string, item: string): Markup => code(shortened(`${sign}${valueText(item)}`, LONGEST));

const sides = ({ before, after }: Difference): Markup[] => {
  if (before === undefined && after === undefined) return [prose(''), prose('(changed)')];
  const list = listDifference(before, after);
  if (list === undefined) return [value(before), value(after)];
  return [
    phrase(...list.removed.map((item) => signed('-', item))),
    phrase(...list.added.map((item) => signed('+', item))),
  ];
};

/** Every difference of a risk, with its entry. */
const of = (changes: readonly EntryChange[], risk: Risk) =>
  inOrder(changes).flatMap((change) =>
    change.differences.filter((difference) => difference.risk === risk).map((difference) => ({ change, difference })),
  );

/** What the members of `source.security` are called where a person reads of them. */
const SECURITY_WORDS: Readonly<Record<string, string>> = {
  mcpVersions: 'MCP versions',
  search: 'search for tools',
  policyEngine: 'policy engine',
  'policyEngine.mode': 'policy engine',
  'policyEngine.arn': 'policy engine (which one)',
  interceptors: 'interceptors',
  exceptionLevel: 'error details',
  waf: 'firewall',
  'waf.arn': 'firewall (which one)',
  'waf.failOpen': 'firewall fails open',
  kmsKey: 'encryption key',
  headersAllowed: 'headers let through',
  network: 'network',
  outbound: 'outbound authorization',
  listing: 'listing of tools',
};

const fieldCell = (field: string): Markup => {
  const member = field.replace('source.security.', '');
  const words = Object.hasOwn(SECURITY_WORDS, member) ? SECURITY_WORDS[member] : undefined;
  return words === undefined ? code(field) : prose(words);
};

const differenceTable = (body: RequestBody, risk: keyof typeof DIFFERENCE_TITLES): TableBlock => ({
  type: 'table',
  title: DIFFERENCE_TITLES[risk],
  columns: [...WHERE, 'Field', 'Before', 'After'],
  rows: of(body.changes, risk).map(({ change, difference }) => [
    ...whereCells(change, body.files),
    risk === 'security' ? fieldCell(difference.field) : code(difference.field),
    ...sides(difference),
  ]),
  one: 'change',
});

const KIND_WORDS = {
  file: 'file',
  program: 'executable file',
  link: 'symbolic link',
  submodule: 'submodule',
  folder: 'folder with more than is listed here',
} as const satisfies Record<PathKind, string>;

/** `changed`, `new symbolic link`, `file → symbolic link`: links and submodules are named wherever there is one. */
export const otherText = ({ before, after }: OtherChange): string => {
  if (before === undefined) return after === undefined ? '' : `new ${KIND_WORDS[after]}`;
  if (after === undefined) return before === 'file' ? 'removed' : `${KIND_WORDS[before]} removed`;
  if (before !== after) return `${KIND_WORDS[before]} → ${KIND_WORDS[after]}`;
  return before === 'file' ? 'changed' : `${KIND_WORDS[before]} changed`;
};

/** Everything that a request changes besides entries. */
export const outsideTable = (outside: readonly OtherChange[]): TableBlock => ({
  type: 'table',
  title: 'Settings and other files outside of the catalogue',
  columns: ['File', 'Change'],
  rows: outside.map((change) => [code(shortened(change.path, LONGEST)), prose(otherText(change))]),
  one: 'file',
});

/** Every new or changed place: the first table where nothing but the review confirms them. */
export const placesTable = (places: readonly PlaceChange[]): TableBlock => ({
  type: 'table',
  title: 'Places that only this review confirms',
  columns: ['Entry', 'Path', 'Field', 'Before', 'After'],
  rows: places.map(({ file, path, field, before, after }) => [
    code(shortened(file, LONGEST)),
    code(path),
    code(field),
    before === undefined ? prose('') : value(before),
    value(after),
  ]),
  one: 'place',
});

const unseenTable = ({ changes, unseen, files }: RequestBody, only = new Set(unseen)): TableBlock => ({
  type: 'table',
  title: 'Sources that this scan did not see in AWS',
  columns: [...WHERE, 'Path', 'URL', 'ARN'],
  rows: inOrder(changes.filter(({ file }) => only.has(file))).map((change) => [
    ...whereCells(change, files),
    code(change.path),
    code(shortened(change.url ?? '', LONGEST)),
    code(shortened(change.arn ?? '', LONGEST)),
  ]),
  one: 'entry',
  many: 'entries',
});

const removedTable = (body: RequestBody): TableBlock => ({
  type: 'table',
  title: 'Removed from the registry',
  columns: [...WHERE, 'Path', 'Why'],
  rows: of(body.changes, 'removed').map(({ change, difference }) => [
    ...whereCells(change, body.files),
    code(change.path),
    difference.field === '' ? prose('its file is removed') : code('register: false'),
  ]),
  one: 'entry',
  many: 'entries',
});

const replacedTable = (body: RequestBody): TableBlock => ({
  type: 'table',
  title: 'Replaced',
  columns: [...WHERE, 'Path', 'Was', 'Is'],
  rows: of(body.changes, 'replaced').map(({ change, difference }) => [
    ...whereCells(change, body.files),
    code(change.path),
    ...sides(difference),
  ]),
  one: 'entry',
  many: 'entries',
});

const newTable = (body: RequestBody): TableBlock => ({
  type: 'table',
  title: 'New',
  columns: [...WHERE, 'Kind', 'Path', 'URL', 'Authorizer'],
  rows: of(body.changes, 'new').map(({ change }, _, all) => [
    ...whereCells(change, all.length > MOST_LINKS ? undefined : body.files),
    prose(change.kind ?? ''),
    code(change.path),
    code(shortened(change.url ?? '', LONGEST)),
    code(change.authorizer ?? ''),
  ]),
  one: 'entry',
  many: 'entries',
});

/** A lock moves and goes with its entry; one that changes by itself is what people accept of a server's tools. */
const lockTable = (body: RequestBody): TableBlock => ({
  type: 'table',
  title: 'Tool locks',
  columns: [...WHERE, 'File', 'Change'],
  rows: of(body.changes, 'lock').map(({ change, difference }) => [
    ...whereCells(change, body.files),
    code(change.file),
    prose(difference.field),
  ]),
  one: 'lock',
});

const otherTable = (body: RequestBody): TableBlock => ({
  type: 'table',
  title: 'Everything else',
  columns: [...WHERE, 'Field', 'Before', 'After'],
  rows: of(body.changes, 'other').map(({ change, difference }) => [
    ...whereCells(change, body.files),
    code(difference.field),
    ...(difference.before === undefined && difference.after === undefined ? [prose(''), prose('')] : sides(difference)),
  ]),
  one: 'change',
});

const WORDS = { create: 'new', update: 'changed', replace: 'replaced', delete: 'removed' } as const;
const ACTIONS = ['delete', 'replace', 'update', 'create'] as const;

/** `1 removed, 3 new`; what the request does to entries, gravest first. */
export const requestCounts = (changes: readonly EntryChange[]): string => {
  const found = tally(
    changes.filter(({ file }) => isEntryFile(file)),
    ({ action }) => action,
  );
  const parts = ACTIONS.filter((action) => found(action) > 0).map(
    (action) => `${number(found(action))} ${WORDS[action]}`,
  );
  return parts.length === 0 ? 'no entry changes' : parts.join(', ');
};

const regionTable = ({ changes }: RequestBody): TableBlock => ({
  type: 'table',
  title: 'Accounts and Regions',
  columns: ['Account', 'Region', ...ACTIONS.map((action) => WORDS[action])],
  right: [false, false, ...ACTIONS.map(() => true)],
  rows: [
    ...Map.groupBy(
      inOrder(changes.filter(({ file }) => isEntryFile(file))),
      ({ account = '', region = '' }) => `${account}/${region}`,
    ),
  ].map(([place, members]) => {
    const found = tally(members, ({ action }) => action);
    const [account = '', region = ''] = place.split('/');
    return [
      account === '' ? prose('by hand') : code(account),
      code(region),
      ...ACTIONS.map((action) => prose(number(found(action)))),
    ];
  }),
  one: 'row',
  folded: true,
});

const GUIDE =
  'Edit "registration" and "credential" here: a scan rewrites nothing but "source". A scanned file that is deleted here comes back as declined, with register: false.';

/** Named beside new gateways alone: what else a scan found has nothing to do with it. */
const clientsBlocks = ({ clients, changes }: RequestBody): readonly Block[] => {
  const isNew = changes.some(({ action, kind }) => action === 'create' && kind === 'gateway');
  if (clients === undefined || !isNew) return [];
  const named = link(prose(`pull request ${clients.number}`), clients.url);
  return [
    {
      type: 'paragraph',
      text: phrase(prose('The clients of deployed gateways are in'), named, prose(': without it they get no token.')),
    },
  ];
};

const introduction = (changes: readonly EntryChange[]): Markup => {
  const accounts = new Set(changes.flatMap(({ account }) => account ?? [])).size;
  return phrase(strong(requestCounts(changes)), prose(accounts === 0 ? '' : `– in ${counted(accounts, 'account')}`));
};

const blocksOf = (body: RequestBody): Block[] => [
  { type: 'paragraph', text: introduction(body.changes) },
  ...clientsBlocks(body),
  differenceTable(body, 'security'),
  placesTable(body.places),
  outsideTable(body.outside),
  unseenTable(body),
  differenceTable(body, 'client'),
  differenceTable(body, 'url'),
  differenceTable(body, 'authorizer'),
  differenceTable(body, 'path'),
  differenceTable(body, 'visibility'),
  differenceTable(body, 'accounts'),
  removedTable(body),
  replacedTable(body),
  problemsTable(body.problems, { limit: Number.POSITIVE_INFINITY }),
  newTable(body),
  lockTable(body),
  otherTable(body),
  regionTable(body),
];

/** What the request does, riskiest first, as blocks for another document: without the words to its reader. */
export const changeBlocks = (body: RequestBody): readonly Block[] => blocksOf(body).slice(1);

/**
 * The body of a request in at most `limit` bytes: riskiest rows first, the rest cut with counts and a link to the run's
 * summary. The same content always gives the same text, unless it is cut.
 */
export const requestBody = (body: RequestBody, limit: number): string => {
  const [first, ...rest] = blocksOf(body);
  const blocks: Block[] = [...(first ? [first] : []), { type: 'paragraph', text: prose(GUIDE) }, ...rest];
  const whole = renderDocument(blocks, Number.POSITIVE_INFINITY);
  if (Buffer.byteLength(whole) <= limit) return whole;
  const where = body.run === undefined ? prose("the run's summary") : link(prose("the run's summary"), body.run);
  const cut = phrase(strong('Not everything fits here:'), where, prose('has the rest.'));
  return renderDocument([...blocks.slice(0, 1), { type: 'paragraph', text: cut }, ...blocks.slice(1)], limit);
};
