import type { AtRegistry } from '../model/at-registry.ts';
import type { Problem } from '../model/problem.ts';
import type { UnlistedAws, UnlistedOne, UnlistedRegistry, UnlistedThings } from '../model/unlisted.ts';
import type { Fact, Part, Report } from './report.ts';
import type { Cell, Column } from './table.ts';
import { counted } from './wording.ts';

const NOTHING: UnlistedRegistry = { missing: [], ours: [], others: [] };

/** `result` of report --unlisted (schemas/output.schema.json, UnlistedResult). */
export const unlistedResult = ({ aws, registries, unjudged }: UnlistedThings) => ({
  unlisted: {
    aws:
      aws === undefined
        ? null
        : { ...aws, unfiled: aws.unfiled.map(({ key, name, status }) => ({ ...key, name, status })) },
    registries: registries.map(({ name, type, result }) => ({
      name,
      type,
      state: result === undefined ? 'failed' : 'done',
      ...(result ?? NOTHING),
    })),
    unjudged,
  },
});

/** No row may be passed over: of many a screen shows the first. */
const NONE_QUIET: ReadonlySet<readonly Cell[]> = new Set();

interface Titled {
  readonly title: string;
  readonly columns: readonly (Column & { readonly code?: true })[];
  readonly one: string;
}

/** A table where there is something to show. */
const section = ({ title, columns, one }: Titled, rows: readonly (readonly Cell[])[]): readonly Part[] =>
  rows.length === 0
    ? []
    : [{ type: 'table', title, aside: counted(rows.length, one), columns, rows, quiet: NONE_QUIET, one }];

const FILE = [{ title: 'file', shrink: true, code: true }] as const;
const RESOURCE = [
  { title: 'kind', style: 'dim' },
  { title: 'name', shrink: true },
  { title: 'status' },
  { title: 'account' },
  { title: 'Region' },
  { title: 'id', shrink: true, code: true },
] as const;
const PLACE = [{ title: 'account' }, { title: 'Region' }, { title: 'why', shrink: true }] as const;
const ONE = [
  { title: 'path', shrink: true, code: true },
  { title: 'kind', style: 'dim' },
  { title: 'name', shrink: true },
  { title: 'file', shrink: true, code: true },
  { title: 'why', shrink: true },
] as const;

const fileRows = (files: readonly string[]): readonly Cell[][] => files.map((file) => [file]);

const oneRow = ({ path, type, name, file = '', why = '' }: UnlistedOne): Cell[] => [path, type, name, file, why];

const placeRow = ({ account, region, why }: UnlistedAws['places'][number]): Cell[] => [
  account,
  region ?? '',
  why ?? 'not listed to the end',
];

/** A place that this run was to see whole, and did not; the others were left out of it. */
const isIncomplete = ({ state }: UnlistedAws['places'][number]): boolean => state === 'incomplete';

const awsParts = ({ unfiled, gone, unseen, places }: UnlistedAws): readonly Part[] => [
  ...section(
    { title: 'Not listed whole in AWS', columns: PLACE, one: 'place' },
    places.filter(isIncomplete).map(placeRow),
  ),
  ...section({ title: 'A file, and not known whether it is in AWS', columns: FILE, one: 'file' }, fileRows(unseen)),
  ...section(
    { title: 'In AWS, no file', columns: RESOURCE, one: 'resource' },
    unfiled.map(({ key, name, status }) => [
      key.kind,
      name,
      status,
      key.account,
      key.region,
      'gatewayId' in key ? `${key.gatewayId}/${key.id}` : key.id,
    ]),
  ),
  ...section({ title: 'A file, not in AWS', columns: FILE, one: 'file' }, fileRows(gone)),
];

const registryParts = ({ name, result }: AtRegistry<UnlistedRegistry>): readonly Part[] => {
  const { missing, ours, others } = result ?? NOTHING;
  const of = (title: string, rows: readonly UnlistedOne[]): readonly Part[] =>
    section({ title, columns: ONE, one: 'registration' }, rows.map(oneRow));
  return [
    ...of(`A file that registers, not in registry ${name}`, missing),
    ...of(`In registry ${name}, ours, no file registers it there`, ours),
    ...of(`In registry ${name}, not ours`, others),
  ];
};

const sum = (parts: readonly { readonly length: number }[]): number =>
  parts.reduce((total, { length }) => total + length, 0);

/** Sides that could not be read: nothing is said of them. */
const unreadFacts = ({ aws, registries }: UnlistedThings): readonly Fact[] => [
  ...(aws === undefined ? [{ text: 'AWS could not be read: the problems say why' }] : []),
  ...registries.flatMap(({ name, result }) =>
    result === undefined ? [{ text: `The registry ${name} could not be read: the problems say why` }] : [],
  ),
];

const factsOf = ({ aws, unjudged }: UnlistedThings): readonly Fact[] => {
  const out = aws?.outOfScope.length ?? 0;
  const left = aws?.places.filter((place) => !isIncomplete(place)).length ?? 0;
  const places = counted(left, 'account and Region', 'accounts and Regions');
  return [
    ...(left === 0 ? [] : [{ text: `${places} left out of this run, or in part` }]),
    ...(out === 0
      ? []
      : [{ text: `${counted(out, 'file')} of what the configuration leaves out: no scan looks there` }]),
    ...(unjudged.length === 0
      ? []
      : [{ text: `${counted(unjudged.length, 'file')} whose registrations are not known: validate says why` }]),
  ];
};

const countsOf = (things: UnlistedThings, isWhole: boolean): string => {
  const { aws, registries } = things;
  const read = registries.flatMap(({ result }) => (result === undefined ? [] : [result]));
  const differences =
    sum([aws?.unfiled ?? [], aws?.gone ?? []]) +
    sum(read.flatMap(({ missing, ours, others }) => [missing, ours, others]));
  if (differences > 0) return `${counted(differences, 'difference')} between AWS, files and registries`;
  if (!isWhole) return 'No difference in what could be read';
  if (registries.length === 0) return 'AWS and the files agree; no registry is configured';
  return `AWS, the files and ${counted(registries.length, 'registry', 'registries')} agree`;
};

/** What each side has that the others don't: a table for each, where there is something. */
export const unlistedReport = (things: UnlistedThings, problems: readonly Problem[]): Report => {
  const { aws, registries, unjudged } = things;
  const unread = unreadFacts(things);
  const isWhole = unread.length + unjudged.length + sum([aws?.places ?? [], aws?.unseen ?? []]) === 0;
  return {
    title: 'Unlisted',
    counts: countsOf(things, isWhole),
    facts: [...unread, ...factsOf(things)],
    parts: [...(aws === undefined ? [] : awsParts(aws)), ...registries.flatMap(registryParts)],
    problems,
  };
};
