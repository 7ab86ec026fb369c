import { type Only, onlyTest } from '../config/only.ts';
import type { ScanSettings } from '../config/settings.ts';
import type { Answer, Facts, Scope } from '../kinds/scan/facts.ts';
import { KINDS } from '../kinds/table.ts';
import type { Filter } from '../model/generated/configuration.ts';
import { globMatcher } from '../model/glob.ts';
import type { ResourceKey, ResourceKind } from '../model/resource.ts';

type Condition = (facts: Facts) => Answer;

const all = (answers: readonly Answer[]): Answer =>
  answers.includes('no') ? 'no' : answers.includes('maybe') ? 'maybe' : 'yes';
const any = (answers: readonly Answer[]): Answer =>
  answers.includes('yes') ? 'yes' : answers.includes('maybe') ? 'maybe' : 'no';
const not = (answer: Answer): Answer => (answer === 'yes' ? 'no' : answer === 'no' ? 'yes' : 'maybe');

const tagCondition = (glob: string): Condition => {
  const split = glob.indexOf('=');
  const key = globMatcher(split < 0 ? glob : glob.slice(0, split));
  const value = globMatcher(split < 0 ? '*' : glob.slice(split + 1));
  return ({ tags }) => {
    if (tags === undefined) return 'maybe';
    return Object.entries(tags).some(([met, text]) => key(met) && value(text)) ? 'yes' : 'no';
  };
};

const textCondition = (field: 'account' | 'region' | 'kind' | 'id' | 'name', glob: string): Condition => {
  const matches = globMatcher(glob);
  return (facts) => {
    const text = facts[field];
    if (text === undefined) return 'maybe';
    return matches(text) ? 'yes' : 'no';
  };
};

const filterCondition = (filter: Filter): Condition => {
  const conditions: Condition[] = (['account', 'region', 'kind', 'id', 'name'] as const).flatMap((field) => {
    const glob = filter[field];
    return glob === undefined ? [] : [textCondition(field, glob)];
  });
  if (filter.tag !== undefined) conditions.push(tagCondition(filter.tag));
  const own: Condition = (facts) => all(conditions.map((condition) => condition(facts)));
  if (filter.kind !== undefined) return own;
  return (facts) => any([own(facts), ...(facts.gateway ? [own(facts.gateway)] : [])]);
};

const filtersCondition = (include: readonly Filter[], exclude: readonly Filter[]): Condition => {
  const included = include.map(filterCondition);
  const excluded = exclude.map(filterCondition);
  return (facts) =>
    all([
      included.length === 0 ? 'yes' : any(included.map((condition) => condition(facts))),
      not(any(excluded.map((condition) => condition(facts)))),
    ]);
};

/** The file that an entry of the resource has; undefined where what is known names none yet. */
const fileOf = ({ account, region, kind, id, gateway }: Facts): string | undefined => {
  if (region === undefined || kind === undefined || id === undefined) return undefined;
  const above = gateway?.id === undefined ? [] : [gateway.id];
  const { folder } = KINDS[kind];
  return `${[account, region, folder, ...above, id].join('/')}.yaml`;
};

const texts = (text: string | undefined): readonly string[] => (text === undefined ? [] : [text]);

/** What `--only` keeps: a key that is not known yet decides nothing. */
const onlyCondition = (only: Only): Condition => {
  const known = (
    facts: Facts,
  ): Readonly<Record<'account' | 'region' | 'kind' | 'name' | 'file', readonly string[]>> => {
    const file = fileOf(facts);
    return {
      account: [facts.account],
      region: texts(facts.region),
      kind: texts(facts.kind),
      name: texts(facts.name),
      file: texts(file),
    };
  };
  const tests = (['account', 'region', 'kind', 'name', 'file'] as const).flatMap((key) => {
    const globs = only[key];
    return globs === undefined ? [] : [{ key, test: onlyTest({ [key]: globs }) }];
  });
  return (facts) => {
    const at = known(facts);
    return all(tests.map(({ key, test }) => (at[key].length === 0 ? 'maybe' : test(at) ? 'yes' : 'no')));
  };
};

/** A key, or what is known of one, from the account down. */
const partsOf = (
  { account, region, kind, id }: Facts,
  gatewayId: string | undefined,
): readonly (string | undefined)[] => [account, region, kind, ...(kind === 'target' ? [gatewayId] : []), id];

/** What the entries at hand keep: a resource that has none is not among them. Absent: all. */
const entriesCondition = (kept: readonly ResourceKey[] | undefined): Condition => {
  if (kept === undefined) return () => 'yes';
  const whole = new Set<string>();
  const beginnings = new Set<string>();
  for (const key of kept) {
    const parts = partsOf(key, key.kind === 'target' ? key.gatewayId : undefined);
    whole.add(parts.join('/'));
    for (const at of parts.keys()) beginnings.add(parts.slice(0, at).join('/'));
  }
  return (facts) => {
    const parts = partsOf(facts, facts.gateway?.id);
    const known = parts.includes(undefined) ? parts.slice(0, parts.indexOf(undefined)) : parts;
    if (known.length === parts.length) return whole.has(known.join('/')) ? 'yes' : 'no';
    return beginnings.has(known.join('/')) ? 'maybe' : 'no';
  };
};

const listed = (text: string | undefined, list: readonly string[] | undefined): Answer => {
  if (list === undefined) return 'yes';
  if (text === undefined) return 'maybe';
  return list.includes(text) ? 'yes' : 'no';
};

const kindAsked = (kind: ResourceKind | undefined, narrow: ScanSettings['narrow']): Answer => {
  if (narrow.gateways && narrow.runtimes) return 'yes';
  if (kind === undefined) return 'maybe';
  const { flag } = KINDS[kind];
  return flag !== undefined && narrow[flag] ? 'yes' : 'no';
};

/** Some kinds are looked for only where a setting says so. */
const isLookedFor = (kind: ResourceKind | undefined, settings: ScanSettings): boolean => {
  const setting = kind === undefined ? undefined : KINDS[kind].setting;
  return setting === undefined || settings[setting] !== false;
};

/**
 * The scope of a scan: filters of the configuration say what the catalogue holds, flags which part of it this run looks
 * at. A resource is in scope when an include filter matches it (or there is none) and no exclude filter does.
 * @param kept the resources that `--only` keeps by what their entries say; absent: it goes by nothing of the kind
 */
export const createScope = (settings: ScanSettings, kept?: readonly ResourceKey[]): Scope => {
  const { narrow, include, exclude } = settings;
  const configured = filtersCondition(include, exclude);
  const narrowed = filtersCondition(narrow.include, narrow.exclude);
  const only = onlyCondition(narrow.only ?? {});
  const byEntry = entriesCondition(kept);
  const filters = [...include, ...exclude, ...narrow.include, ...narrow.exclude];
  return {
    configured: (facts) => all([configured(facts), isLookedFor(facts.kind, settings) ? 'yes' : 'no']),
    asked: (facts) =>
      all([
        listed(facts.account, narrow.accounts),
        listed(facts.region, narrow.regions),
        kindAsked(facts.kind, narrow),
        narrowed(facts),
        only(facts),
        byEntry(facts),
      ]),
    needsTags: filters.some(({ tag }) => tag !== undefined),
  };
};
