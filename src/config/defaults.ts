import type { Pointer } from '../document/finding.ts';
import type { Configuration, DefaultsMatch, DefaultsRow } from '../model/generated/configuration.ts';
import { globMatcher } from '../model/glob.ts';
import type { Place, Problem } from '../model/problem.ts';
import type { ConfigurationPlace } from './load.ts';
import type { OptionValues } from './options/options.ts';
import { OPTIONS } from './options/options.ts';
import { type EntryFacts, fillText, PLACEHOLDERS, placeholdersIn } from './placeholders.ts';

type Values = Omit<DefaultsRow, 'match'>;
type Key = keyof Values;

/** One row of `defaults`, in the order in which rows are merged. */
export interface DefaultRow {
  readonly match?: DefaultsMatch;
  readonly values: Values;
  /** Where the row stands in the configuration; absent for what a flag says. */
  readonly place?: Place;
}

/** What a registration takes where its entry says nothing: rows, flags last. */
export interface DefaultSettings {
  readonly rows: readonly DefaultRow[];
}

/** A default, and who decided: rows of the configuration, a flag (no place), or the tool itself (`own`). */
export interface Decided<Value> {
  readonly value: Value;
  readonly by: readonly Place[];
  readonly own?: true;
}

/** What the rows come to for one entry. */
export interface EntryDefaults {
  readonly visibility: Decided<'public' | 'internal' | 'group-restricted'>;
  readonly groups: Decided<readonly string[]>;
  readonly tags: Decided<readonly string[]>;
  readonly owners: Decided<readonly string[]>;
  readonly enabled: Decided<boolean>;
  readonly register: Decided<boolean>;
  readonly description?: Decided<string>;
  readonly license?: Decided<string>;
  readonly provider?: Decided<{ readonly organization: string; readonly url: string }>;
  readonly credential?: Decided<{ readonly from: 'caller' }>;
  /** A tool lock must be there. */
  readonly requireLock: Decided<boolean>;
  /** What happens in the registry where tools are not those of the lock. */
  readonly onToolChange: Decided<'report' | 'disable'>;
  /** True where a row goes by unit, and the unit of the entry's account is not known: what it may be seen by isn't, either. */
  readonly unitUnknown?: true;
}

/** What decides about trust: never by a name, which whoever owns an account chooses. */
const NEVER_BY_NAME = [
  'visibility',
  'groups',
  'owners',
  'register',
  'credential',
  'requireLock',
  'onToolChange',
] as const satisfies readonly Key[];

const TAG_LENGTH = 64;
const TEXT_LENGTHS = { description: 500, license: 100, organization: 256 } as const;

/** The rows of a configuration: an object is one row. */
const rowsOf = ({ defaults }: Configuration): readonly DefaultsRow[] =>
  defaults === undefined ? [] : Array.isArray(defaults) ? defaults : [defaults];

const pointerOf = ({ defaults }: Configuration, at: number): Pointer =>
  Array.isArray(defaults) ? ['defaults', at] : ['defaults'];

/** The rows of `defaults` as they are merged; a flag is the last of them. */
export const defaultSettings = (
  configuration: Configuration,
  { visibility }: Pick<OptionValues, 'visibility'>,
  placeOf: ConfigurationPlace,
): DefaultSettings => ({
  rows: [
    ...rowsOf(configuration).map(({ match, ...values }, at): DefaultRow => {
      const place = placeOf(pointerOf(configuration, at));
      return { ...(match === undefined ? {} : { match }), values, place };
    }),
    ...(visibility === undefined ? [] : [{ values: { visibility } }]),
  ],
});

const unknownPlaceholders = (values: Values): [Pointer, string][] => {
  const texts: [Pointer, string | undefined][] = [
    ...(values.tags ?? []).map((tag, at): [Pointer, string] => [['tags', at], tag]),
    [['description'], values.description],
    [['license'], values.license],
    [['provider', 'organization'], values.provider?.organization],
  ];
  return texts.flatMap(([pointer, text = '']) =>
    placeholdersIn(text)
      .filter((name) => !PLACEHOLDERS.some((known) => known === name))
      .map((name): [Pointer, string] => [pointer, name]),
  );
};

/** What is wrong with the rows: placeholders that stand for nothing, and trust that would go by a name. */
export const defaultsProblems = (configuration: Configuration, placeOf: ConfigurationPlace): readonly Problem[] =>
  rowsOf(configuration).flatMap(({ match, ...values }, at): Problem[] => {
    const row = pointerOf(configuration, at);
    const byName = match?.name === undefined ? [] : NEVER_BY_NAME.filter((key) => values[key] !== undefined);
    return [
      ...byName.map(
        (key): Problem => ({
          rule: 'defaults-by-name',
          severity: 'error',
          place: placeOf([...row, key]),
          subject: 'defaults',
          text: `A row of defaults with match.name gives ${key}: whoever owns an account chooses names there, and would choose ${key} with them.`,
          hint: 'Match by account, ou, region or kind, or write it into the entries.',
        }),
      ),
      ...unknownPlaceholders(values).map(
        ([pointer, name]): Problem => ({
          rule: 'placeholder-unknown',
          severity: 'error',
          place: placeOf([...row, ...pointer]),
          subject: 'defaults',
          text: `A text of defaults has the placeholder {${name}}, which stands for nothing.`,
          hint: `Known: ${PLACEHOLDERS.map((known) => `{${known}}`).join(', ')}.`,
        }),
      ),
    ];
  });

const listOf = (globs: string | readonly string[]): readonly string[] => (typeof globs === 'string' ? [globs] : globs);

type Test = (facts: EntryFacts) => boolean;

const anyOf = (globs: string | readonly string[]): ((text: string) => boolean) => {
  const matchers = listOf(globs).map(globMatcher);
  return (text) => matchers.some((matches) => matches(text));
};

/** The ids on an account's path in the organization, and the path itself. */
const unitsOf = (path: string): readonly string[] => [path, ...path.split('/').filter(Boolean)];

const rowTest = (match: DefaultsMatch = {}): Test => {
  const { ou, ...plain } = match;
  const tests = (['account', 'region', 'kind', 'name'] as const).flatMap((key): Test[] => {
    const globs = plain[key];
    if (globs === undefined) return [];
    const matches = anyOf(globs);
    return [
      (facts) => {
        const text = facts[key];
        return text !== undefined && matches(text);
      },
    ];
  });
  if (ou === undefined) return (facts) => tests.every((test) => test(facts));
  const inUnit = anyOf(ou);
  return (facts) => tests.every((test) => test(facts)) && unitsOf(facts.ou ?? '').some(inUnit);
};

const last = <One extends Key>(
  rows: readonly DefaultRow[],
  key: One,
): Decided<NonNullable<Values[One]>> | undefined => {
  const row = rows.findLast(({ values }) => values[key] !== undefined);
  const value = row?.values[key];
  if (value === undefined || value === null) return undefined;
  return { value, by: row?.place === undefined ? [] : [row.place] };
};

const joined = (
  rows: readonly DefaultRow[],
  key: 'tags' | 'groups' | 'owners',
  fill: (text: string) => string | undefined = (text) => text,
): Decided<readonly string[]> => {
  const giving = rows.map(({ values, place }) => ({
    items: (values[key] ?? []).flatMap((it) => fill(it) ?? []),
    place,
  }));
  const found = giving.filter(({ items }) => items.length > 0);
  return {
    value: [...new Set(found.flatMap(({ items }) => items))],
    by: found.flatMap(({ place }) => (place === undefined ? [] : [place])),
    ...(found.length === 0 ? { own: true as const } : {}),
  };
};

const filled = (
  rows: readonly DefaultRow[],
  key: 'description' | 'license',
  facts: EntryFacts,
): Decided<string> | undefined => {
  const decided = last(rows, key);
  const text = decided && fillText(decided.value, facts, TEXT_LENGTHS[key]);
  return decided === undefined || text === undefined ? undefined : { ...decided, value: text };
};

const filledProvider = (rows: readonly DefaultRow[], facts: EntryFacts): EntryDefaults['provider'] => {
  const decided = last(rows, 'provider');
  if (decided === undefined) return undefined;
  const organization = fillText(decided.value.organization, facts, TEXT_LENGTHS.organization);
  return organization === undefined ? undefined : { ...decided, value: { ...decided.value, organization } };
};

const merge = (rows: readonly DefaultRow[], facts: EntryFacts): EntryDefaults => {
  const own = <Value>(value: Value): Decided<Value> => ({ value, by: [], own: true });
  const [description, license] = [filled(rows, 'description', facts), filled(rows, 'license', facts)];
  const [provider, credential] = [filledProvider(rows, facts), last(rows, 'credential')];
  return {
    visibility: last(rows, 'visibility') ?? own(OPTIONS.visibility.default),
    groups: joined(rows, 'groups'),
    tags: joined(rows, 'tags', (tag) => fillText(tag, facts, TAG_LENGTH)),
    owners: joined(rows, 'owners'),
    enabled: last(rows, 'enabled') ?? own(true),
    register: last(rows, 'register') ?? own(true),
    requireLock: last(rows, 'requireLock') ?? own(false),
    onToolChange: last(rows, 'onToolChange') ?? own('report'),
    ...(description === undefined ? {} : { description }),
    ...(license === undefined ? {} : { license }),
    ...(provider === undefined ? {} : { provider }),
    ...(credential === undefined ? {} : { credential }),
  };
};

/** What the rows come to, for any entry: their globs are read once. */
export const createDefaults = ({ rows }: DefaultSettings): ((facts: EntryFacts) => EntryDefaults) => {
  const tests = rows.map((row) => ({ row, test: rowTest(row.match) }));
  const byUnit = rows.filter(({ match }) => match?.ou !== undefined).map(({ match }) => rowTest({ ...match, ou: '*' }));
  return (facts) => {
    const merged = merge(
      tests.filter(({ test }) => test(facts)).map(({ row }) => row),
      facts,
    );
    const unknown = facts.account !== undefined && facts.ou === undefined && byUnit.some((test) => test(facts));
    return unknown ? { ...merged, unitUnknown: true } : merged;
  };
};
