import { type Finding, toProblem } from '../document/finding.ts';
import { kindDefaults, sourceOf } from '../kinds/table.ts';
import type { Entry, Tree } from '../model/catalogue.ts';
import type { EntryFile } from '../model/generated/entry.ts';
import { about, type Problem } from '../model/problem.ts';
import { pathKey } from '../model/registry.ts';
import { askedPaths, registeredAs } from './asked-paths.ts';
import { type LoadOptions, loadEntries } from './entries.ts';
import { placeEntries } from './gateway-address.ts';
import { locateProblems } from './locate.ts';
import { confusableNames, urlsTwice } from './look-alikes.ts';
import { ENTRY_RULES, placeOfPath, type RuleContext } from './rules.ts';
import { type Standing, shadowedPaths } from './shadows.ts';

export interface ValidateContext extends RuleContext, Omit<LoadOptions, 'registries'> {
  /** What the catalogue is compared with: what stood there so is no error. */
  readonly standing?: Standing;
}

interface Validated {
  /** Entries that fit their schema, sorted by path; the rules may still have something against them. */
  readonly entries: readonly Entry[];
  /** Everything that is wrong, sorted by file and place, with line and column. */
  readonly problems: readonly Problem[];
}

const fileOf = (entry: Entry, { directory }: ValidateContext): string => `${directory}/${entry.path}`;

/** Paths that two registrations ask for, ignoring case and the last slash: each later one names the first. */
const takenPaths = (entries: readonly Entry[], context: ValidateContext): readonly Problem[] => {
  const first = new Map<string, string>();
  return entries.flatMap((entry) =>
    askedPaths(entry.value).flatMap(({ path, endpoint }): Problem[] => {
      const file = fileOf(entry, context);
      const other = first.get(pathKey(path));
      if (other === undefined) {
        first.set(pathKey(path), file);
        return [];
      }
      const pointer = placeOfPath(endpoint);
      const text = `${pointer.join('.')}: ${path} is taken by ${other === file ? 'the same file' : other}.`;
      const hint = 'Give one of the two another path; case and the last slash make no difference.';
      const problem = toProblem({ rule: 'path-taken', pointer, text, hint }, file, path);
      return [{ ...problem, about: { files: [other] } }];
    }),
  );
};

const subjectOf = (entry: Entry, file: string): string => ('source' in entry.value ? entry.value.source.arn : file);

/** A finding as a problem of its entry, which is also known by its path in the registry. */
const problemOf = (entry: Entry, finding: Finding, context: ValidateContext): Problem => {
  const file = fileOf(entry, context);
  return { ...toProblem(finding, file, subjectOf(entry, file)), about: { path: entry.value.registration.path } };
};

/** What the rules have against entries that fit their schema; problems carry pointers, not lines. */
const checkEntries = (entries: readonly Entry[], context: ValidateContext): readonly Problem[] => {
  const own = entries.flatMap((entry) => {
    return ENTRY_RULES.flatMap((rule) => rule(entry, context)).map((finding) => problemOf(entry, finding, context));
  });
  const alike = [...confusableNames(entries), ...urlsTwice(entries)].map(({ entry, finding, others }) =>
    about({ files: others.map((path) => `${context.directory}/${path}`) }, [problemOf(entry, finding, context)]),
  );
  return [...own, ...alike.flat(), ...takenPaths(entries, context), ...shadowedPaths(entries, context)];
};

const byPlace = (left: Problem, right: Problem): number => {
  const [one, two] = [left.place?.file ?? '', right.place?.file ?? ''];
  if (one !== two) return one < two ? -1 : 1;
  const lines = (left.place?.line ?? 0) - (right.place?.line ?? 0);
  return lines === 0 ? (left.place?.column ?? 0) - (right.place?.column ?? 0) : lines;
};

/** An entry with what the configuration says of it as a whole: whether it is registered, and who brings its token. */
const withDefaults = (entry: Entry, { defaultsOf }: ValidateContext): Entry => {
  const { value } = entry;
  const defaults = defaultsOf?.(value);
  if (defaults === undefined) return entry;
  const isNothing = 'source' in value && kindDefaults(sourceOf(value)).leftOut === true;
  const isLeftOut = (isNothing || !defaults.register.value) && value.registration.register === undefined;
  const isCallers =
    defaults.credential !== undefined &&
    value.credential === undefined &&
    'source' in value &&
    registeredAs(value) === 'server';
  if (!isLeftOut && !isCallers) return entry;
  const registration = { ...value.registration, ...(isLeftOut ? { register: false } : {}) };
  const credential = isCallers ? { credential: { from: 'caller' } } : {};
  return {
    ...entry,
    value: { ...value, registration, ...credential } as EntryFile,
    byDefault: [...(isLeftOut ? (['register'] as const) : []), ...(isCallers ? (['credential'] as const) : [])],
  };
};

/** Reads and judges a whole catalogue: schema, then every rule; all problems at once. */
export const validateCatalogue = (tree: Tree, context: ValidateContext): Validated => {
  const loaded = loadEntries(tree, context);
  const { problems } = loaded;
  const entries = placeEntries(loaded.entries.map((entry) => withDefaults(entry, context)));
  const all = [...problems, ...checkEntries(entries, context)];
  return { entries, problems: locateProblems(tree, context, all).toSorted(byPlace) };
};
