import { organizationAccounts } from '../catalogue/accounts-file.ts';
import { askedPaths } from '../catalogue/asked-paths.ts';
import { loadEntries } from '../catalogue/entries.ts';
import { type AccountFacts, accountFacts, factsOf } from '../catalogue/entry-facts.ts';
import { locationOf } from '../catalogue/layout.ts';
import { createDefaults } from '../config/defaults.ts';
import { type Only, type OnlyFacts, onlyTest } from '../config/only.ts';
import type { EntryFacts } from '../config/placeholders.ts';
import { plainPath } from '../config/repository.ts';
import type { Settings } from '../config/settings.ts';
import { narrowPlan } from '../engine/narrow-plan.ts';
import type { Entry, Tree } from '../model/catalogue.ts';
import { globMatcher } from '../model/glob.ts';
import type { Ownership } from '../model/owned-failure.ts';
import type { Change, Plan, Registered } from '../model/plan.ts';
import { changePath } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import type { ResourceKey } from '../model/resource.ts';
import { registryRules } from '../registries/table.ts';
import type { Catalogue } from './catalogue.ts';
import type { CommandContext } from './context.ts';

/** What of a run is kept: of entries, of their registrations, of changes, and of problems. */
export interface Selecting {
  readonly entry: (entry: Entry) => boolean;
  /** A registration of an entry at a path. */
  readonly at: (entry: Entry, path: string) => boolean;
  readonly change: (change: Change) => boolean;
  /** A registration that is of no entry. */
  readonly stranger: (registered: Pick<Registered, 'path' | 'name'>) => boolean;
  /** What is about a file that is left out is left out; what is about no file of the catalogue stays. */
  readonly problem: (problem: Problem) => boolean;
}

type Ground = Pick<Settings, 'directory' | 'defaults' | 'owners'>;

const listOf = (text: string | undefined): readonly string[] => (text === undefined ? [] : [text]);

/** Who owns a thing: by the rows of the defaults, and by account or name. */
export const ownersBy = ({ defaults, owners }: Ground): ((facts: EntryFacts) => readonly string[]) => {
  const resolve = createDefaults(defaults);
  const named = Object.entries(owners).map(([glob, names]) => ({ matches: globMatcher(glob), names }));
  return (facts) => [
    ...resolve(facts).owners.value,
    ...named.flatMap(({ matches, names }) => (matches(facts.account ?? '') || matches(facts.name) ? names : [])),
  ];
};

interface Known {
  readonly entryAt: (file: string) => Entry | undefined;
  /** Of the entry at a file; where it is gone, of what the file's name says. `name`: where nothing else tells one. */
  readonly ofFile: (file: string | undefined, name: string) => EntryFacts;
  readonly ofChange: (change: Change) => EntryFacts;
}

const fileOf = (change: Change): string | undefined =>
  'registration' in change ? change.registration.origin.file : change.registered.file;

/** What is known of the entries of a catalogue, and of registrations whose entry is gone: their mark's file says where it was. */
const knownOf = ({ entries, accounts }: Pick<Catalogue, 'entries' | 'accounts'>): Known => {
  const byFile = new Map(entries.map((entry) => [entry.path, entry]));
  const ofFile = (file: string | undefined, name: string): EntryFacts => {
    const entry = file === undefined ? undefined : byFile.get(file);
    if (entry !== undefined) return factsOf(entry.value, accounts);
    const location = file === undefined ? undefined : locationOf(file);
    if (location?.type !== 'scanned') return { kind: 'manual', name };
    const { kind, region, account } = location.key;
    return { kind, region, name, ...accountFacts(account, accounts) };
  };
  return {
    entryAt: (file) => byFile.get(file),
    ofFile,
    ofChange: (change) =>
      ofFile(fileOf(change), ('registration' in change ? change.registration : change.registered).name),
  };
};

const pathsOf = ({ value }: Entry): readonly string[] => [
  ...new Set([value.registration.path, ...askedPaths(value).map(({ path }) => path)]),
];

/** What a run keeps by `--only` and by the files that are named; undefined: all of it. */
const selecting = (
  only: Only | undefined,
  files: readonly string[],
  { ground, catalogue }: { readonly ground: Ground; readonly catalogue: Pick<Catalogue, 'entries' | 'accounts'> },
): Selecting | undefined => {
  if (only === undefined && files.length === 0) return undefined;
  const { directory } = ground;
  const test = onlyTest(only ?? {});
  const named = new Set(files.map(plainPath));
  const ownersOf = ownersBy(ground);
  const known = knownOf(catalogue);
  const keeps = (file: string | undefined, paths: readonly string[], facts: EntryFacts): boolean => {
    const spelled = file === undefined ? [] : [file, `${directory}/${file}`];
    if (named.size > 0 && !spelled.some((one) => named.has(one))) return false;
    const met: OnlyFacts = {
      path: paths,
      file: spelled,
      account: listOf(facts.account),
      owner: ownersOf(facts),
      kind: [facts.kind],
      name: [facts.name],
      region: listOf(facts.region),
    };
    return test(met);
  };
  const ofFile = (file: string): boolean => {
    const entry = known.entryAt(file);
    return keeps(file, entry === undefined ? [] : pathsOf(entry), known.ofFile(file, ''));
  };
  return {
    at: ({ path: file }, path) => keeps(file, [path], known.ofFile(file, '')),
    entry: ({ path: file }) => ofFile(file),
    stranger: ({ path, name }) => keeps(undefined, [path], known.ofFile(undefined, name)),
    change: (change) => keeps(fileOf(change), [changePath(change)], known.ofChange(change)),
    problem: ({ place, about }) => {
      const below = [...(place === undefined ? [] : [place.file]), ...(about?.files ?? [])]
        .filter((file) => file.startsWith(`${directory}/`))
        .map((file) => file.slice(directory.length + 1));
      return below.length === 0 || below.some(ofFile);
    },
  };
};

/** Every owner that the configuration names. */
export const allOwners = ({ owners, defaults }: Pick<Ground, 'owners' | 'defaults'>): readonly string[] => [
  ...new Set([...Object.values(owners), ...defaults.rows.map(({ values }) => values.owners ?? [])].flat()),
];

/** Who owns the entries of a catalogue, and what stood in the registry of those that are gone. */
export const ownershipOf = (ground: Ground, catalogue: Pick<Catalogue, 'entries' | 'accounts'>): Ownership => {
  const ownersOf = ownersBy(ground);
  const known = knownOf(catalogue);
  return {
    all: allOwners(ground),
    ofChange: (change) => ownersOf(known.ofChange(change)),
    ofFile: (file) => {
      const { directory } = ground;
      return file.startsWith(`${directory}/`) ? ownersOf(known.ofFile(file.slice(directory.length + 1), '')) : [];
    },
    ofAccount: (account, region) =>
      ownersOf({
        kind: '',
        name: '',
        ...(region === undefined ? {} : { region }),
        ...accountFacts(account, catalogue.accounts),
      }),
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

/**
 * The resources that a scan keeps by the paths and owners of their entries; undefined where `--only` names neither. What has
 * no entry yet has no path and no owner.
 */
export const keptByEntry = (
  settings: Settings,
  tree: Tree,
): { readonly keys: readonly ResourceKey[]; readonly problems: readonly Problem[] } | undefined => {
  const { path, owner } = settings.only ?? {};
  if (path === undefined && owner === undefined) return undefined;
  const only: Only = { ...(path === undefined ? {} : { path }), ...(owner === undefined ? {} : { owner }) };
  const { directory, paths } = settings;
  const { entries } = loadEntries(tree, { directory, registries: registryRules(settings) });
  const accounts: AccountFacts = { aliases: paths.aliases, organization: organizationAccounts(tree) };
  const kept = selecting(only, [], { ground: settings, catalogue: { entries, accounts } });
  const keys = entries
    .filter((entry) => kept?.entry(entry) !== false)
    .flatMap((entry) => {
      const location = locationOf(entry.path);
      return location.type === 'scanned' ? [location.key] : [];
    });
  return { keys, problems: keys.length === 0 ? [nothingKept(only)] : [] };
};
