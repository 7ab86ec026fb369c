import { askedPaths } from '../catalogue/asked-paths.ts';
import { accountFacts, factsOf } from '../catalogue/entry-facts.ts';
import { locationOf } from '../catalogue/layout.ts';
import { createDefaults } from '../config/defaults.ts';
import { type Only, type OnlyFacts, onlyTest } from '../config/only.ts';
import type { EntryFacts } from '../config/placeholders.ts';
import { plainPath } from '../config/repository.ts';
import type { Settings } from '../config/settings.ts';
import { narrowPlan } from '../engine/narrow-plan.ts';
import type { Entry } from '../model/catalogue.ts';
import { globMatcher } from '../model/glob.ts';
import type { Change, Plan } from '../model/plan.ts';
import { changePath } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import type { Catalogue } from './catalogue.ts';
import type { CommandContext } from './context.ts';

/** What of a run is kept: of entries, of their registrations, of changes, and of problems. */
export interface Selecting {
  readonly entry: (entry: Entry) => boolean;
  /** A registration of an entry at a path. */
  readonly at: (entry: Entry, path: string) => boolean;
  readonly change: (change: Change) => boolean;
  /** What is about a file that is left out is left out; what is about no file of the catalogue stays. */
  readonly problem: (problem: Problem) => boolean;
}

type Ground = Pick<Settings, 'directory' | 'defaults' | 'owners'>;

const listOf = (text: string | undefined): readonly string[] => (text === undefined ? [] : [text]);

/** Who owns a thing: by the rows of the defaults, and by account or name. */
const ownersBy = ({ defaults, owners }: Ground): ((facts: EntryFacts) => readonly string[]) => {
  const resolve = createDefaults(defaults);
  const named = Object.entries(owners).map(([glob, names]) => ({ matches: globMatcher(glob), names }));
  return (facts) => [
    ...resolve(facts).owners.value,
    ...named.flatMap(({ matches, names }) => (matches(facts.account ?? '') || matches(facts.name) ? names : [])),
  ];
};

const spelledFile = (file: string, directory: string): readonly string[] => [file, `${directory}/${file}`];

/** What a run keeps by `--only` and by the files that are named; undefined: all of it. */
export const selecting = (
  only: Only | undefined,
  files: readonly string[],
  { ground, catalogue }: { readonly ground: Ground; readonly catalogue: Pick<Catalogue, 'entries' | 'accounts'> },
): Selecting | undefined => {
  if (only === undefined && files.length === 0) return undefined;
  const { directory } = ground;
  const test = onlyTest(only ?? {});
  const named = new Set(files.map(plainPath));
  const ownersOf = ownersBy(ground);
  const byFile = new Map(catalogue.entries.map((entry) => [entry.path, entry]));
  const keeps = (file: string | undefined, paths: readonly string[], facts: EntryFacts): boolean => {
    const spelled = file === undefined ? [] : spelledFile(file, directory);
    if (named.size > 0 && !spelled.some((one) => named.has(one))) return false;
    const known: OnlyFacts = {
      path: paths,
      file: spelled,
      account: listOf(facts.account),
      owner: ownersOf(facts),
      kind: [facts.kind],
      name: [facts.name],
      region: listOf(facts.region),
    };
    return test(known);
  };
  const factsIn = (entry: Entry): EntryFacts => factsOf(entry.value, catalogue.accounts);
  const pathsOf = ({ value }: Entry): readonly string[] => [
    ...new Set([value.registration.path, ...askedPaths(value).map(({ path }) => path)]),
  ];
  /** What is known of a registration whose entry is gone: the mark's file says where it was. */
  const factsOfGone = (file: string | undefined, name: string): EntryFacts => {
    const location = file === undefined ? undefined : locationOf(file);
    if (location?.type !== 'scanned') return { kind: 'manual', name };
    const { kind, region, account } = location.key;
    return { kind, region, name, ...accountFacts(account, catalogue.accounts) };
  };
  const at = (entry: Entry, path: string): boolean => keeps(entry.path, [path], factsIn(entry));
  const ofFile = (file: string): boolean => {
    const entry = byFile.get(file);
    return entry === undefined ? keeps(file, [], factsOfGone(file, '')) : keeps(file, pathsOf(entry), factsIn(entry));
  };
  return {
    at,
    entry: (entry) => keeps(entry.path, pathsOf(entry), factsIn(entry)),
    change: (change) => {
      const file = 'registration' in change ? change.registration.origin.file : change.registered.file;
      const entry = file === undefined ? undefined : byFile.get(file);
      if (entry !== undefined) return at(entry, changePath(change));
      const { name } = 'registration' in change ? change.registration : change.registered;
      return keeps(file, [changePath(change)], factsOfGone(file, name));
    },
    problem: ({ place, about }) => {
      const below = [...(place === undefined ? [] : [place.file]), ...(about?.files ?? [])]
        .filter((file) => file.startsWith(`${directory}/`))
        .map((file) => file.slice(directory.length + 1));
      return below.length === 0 || below.some(ofFile);
    },
  };
};

/** What the run of a command keeps of a catalogue; undefined: all of it. */
export const selectingOf = (
  { settings }: Pick<CommandContext, 'settings'>,
  catalogue: Pick<Catalogue, 'entries' | 'accounts'>,
  files: readonly string[] = [],
): Selecting | undefined => selecting(settings.only, files, { ground: settings, catalogue });

/** Of problems those that a run keeps. */
export const keptProblems = (kept: Selecting | undefined, problems: readonly Problem[]): readonly Problem[] =>
  kept === undefined ? problems : problems.filter(kept.problem);

/** A plan of which a run keeps a part; a misspelt `--only`, which keeps nothing of entries and changes, is told. */
export const keptPlan = (context: Pick<CommandContext, 'settings'>, catalogue: Catalogue, plan: Plan): Plan => {
  const kept = selectingOf(context, catalogue);
  if (kept === undefined) return plan;
  const narrowed = narrowPlan(plan, kept);
  const isEmpty = narrowed.changes.length === 0 && !catalogue.entries.some(kept.entry);
  const { only } = context.settings;
  return isEmpty && only !== undefined
    ? { ...narrowed, problems: [...narrowed.problems, nothingKept(only)] }
    : narrowed;
};

/** What `--only` kept nothing of: a misspelt glob would be green for ever. */
export const nothingKept = (only: Only): Problem => ({
  rule: 'entry-unknown',
  severity: 'error',
  subject: 'only',
  text: `--only ${Object.entries(only)
    .flatMap(([key, globs]) => globs.map((glob) => `${key}=${glob}`))
    .join(',')}: expected something that matches, met nothing.`,
  hint: 'Keys go together, several globs of one key are alternatives: see --help.',
});
