import { globMatcher } from '../model/glob.ts';

/** What `--only` may go by, in the order of the documentation. */
export const ONLY_KEYS = ['path', 'file', 'account', 'owner', 'kind', 'name', 'region'] as const;

export type OnlyKey = (typeof ONLY_KEYS)[number];

/** Globs by what they are compared with: every key must match, each with one of its globs. */
export type Only = Readonly<Partial<Record<OnlyKey, readonly string[]>>>;

/** What a thing has to be compared with: any of the texts may match. */
export type OnlyFacts = Readonly<Partial<Record<OnlyKey, readonly string[]>>>;

/** `key=glob`, as every option that narrows a run is written; undefined where it is none. */
export const parseTerm = (item: string): { readonly key: string; readonly glob: string } | undefined => {
  const split = item.indexOf('=');
  const glob = item.slice(split + 1);
  return split < 1 || glob === '' ? undefined : { key: item.slice(0, split), glob };
};

/** Reads the items of `--only`; what is none of them comes back as it was met. */
export const parseOnly = (items: readonly string[]): { readonly only: Only; readonly unknown: readonly string[] } => {
  const only: Partial<Record<OnlyKey, readonly string[]>> = {};
  const unknown: string[] = [];
  for (const item of items) {
    const term = parseTerm(item);
    const key = ONLY_KEYS.find((known) => known === term?.key);
    if (term === undefined || key === undefined) unknown.push(item);
    else only[key] = [...(only[key] ?? []), term.glob];
  }
  return { only, unknown };
};

/** Spellings that are compared as one: a path with its last slash or without, an owner with its @ or without. */
const spelled = (key: OnlyKey, text: string): string => {
  if (key === 'path') return text.length > 1 ? text.replace(/\/$/, '') : text;
  return key === 'owner' ? text.replace(/^@/, '') : text;
};

/** A test for what `--only` keeps: each glob is read once. */
export const onlyTest = (only: Only): ((facts: OnlyFacts) => boolean) => {
  const tests = ONLY_KEYS.flatMap((key) => {
    const globs = only[key];
    if (globs === undefined) return [];
    const matchers = globs.map((glob) => globMatcher(spelled(key, glob)));
    return [
      (facts: OnlyFacts): boolean =>
        (facts[key] ?? []).some((text) => matchers.some((matches) => matches(spelled(key, text)))),
    ];
  });
  return (facts) => tests.every((test) => test(facts));
};
