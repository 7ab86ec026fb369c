import { type Finding, pointerText, toProblem } from '../document/finding.ts';
import { parseFile } from '../document/read.ts';
import { KINDS } from '../kinds/table.ts';
import type { Entry, Tree } from '../model/catalogue.ts';
import type { EntryFile } from '../model/generated/entry.ts';
import { RESOURCE_KINDS } from '../model/generated/resource-kinds.ts';
import type { Problem } from '../model/problem.ts';
import { keyText } from '../model/resource.ts';
import { caseKey, type Location, locationOf } from './layout.ts';
import { orphanedLocks } from './locks.ts';
import { originalPointer, type RegistryRules, readForeign } from './registry-rules.ts';
import { checkSchema } from './schema.ts';

export interface LoadOptions {
  /** The catalogue's directory as a user would write it: problems name files below it. */
  readonly directory: string;
  /** Files that are there and could not be read (`TreeRead.refused`). */
  readonly refused?: ReadonlySet<string>;
  readonly registries: Pick<RegistryRules, 'forms'>;
}

export interface Loaded {
  /** Sorted by path. */
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
}

type Values = Readonly<Record<string, unknown>>;
type Read = { readonly entry?: EntryFile; readonly findings: readonly Finding[] };

/** Folders of scanned files, those below others last. */
const FOLDERS = RESOURCE_KINDS.toSorted(
  (one, other) => Number('below' in KINDS[one]) - Number('below' in KINDS[other]),
).map((kind) => {
  const { folder, below } = KINDS[kind];
  return below === undefined ? folder : `${folder}/<${below.kind} id>`;
});

const NOWHERE: Finding = {
  rule: 'file-place',
  text: 'No entry belongs at this place.',
  hint: `Files of scans lie in <account>/<region>/${FOLDERS.slice(0, -1).join(', ')} or ${FOLDERS.at(-1)}; those written by hand in manual/, as .yaml, .yml or .json; a tool lock beside its entry, as <entry>.tools.lock.yaml.`,
};

const MANUAL_KINDS = ['server', 'agent'];
const ALL_KINDS: readonly string[] = [...RESOURCE_KINDS, ...MANUAL_KINDS];

const misplaced = (location: Location, kind: unknown): Finding | undefined => {
  const expected = location.type === 'scanned' ? [location.key.kind] : MANUAL_KINDS;
  if (typeof kind !== 'string' || !ALL_KINDS.includes(kind) || expected.includes(kind)) return undefined;
  return {
    rule: 'file-place',
    pointer: ['kind'],
    text: `kind: expected ${expected.join(' or ')} in this folder, met ${kind}.`,
    hint: MANUAL_KINDS.includes(kind)
      ? 'Entries written by hand belong in manual/.'
      : 'Entries that a scan wrote stay where it wrote them.',
  };
};

const readManual = (value: Values, registries: LoadOptions['registries']): Read => {
  const converted = readForeign(registries, value);
  if (converted === undefined) return readOwn(value);
  const checked = checkSchema(converted.value, (pointer) => pointerText(originalPointer(registries, pointer, value)));
  return 'entry' in checked
    ? { entry: checked.entry, findings: converted.findings }
    : { findings: [...checked.findings, ...converted.findings] };
};

const readOwn = (value: Values): Read => {
  const checked = checkSchema(value);
  return 'entry' in checked ? { entry: checked.entry, findings: [] } : { findings: checked.findings };
};

const loadFile = (
  path: string,
  text: string,
  { directory, registries }: LoadOptions,
): { entry?: Entry; problems: readonly Problem[] } => {
  const file = `${directory}/${path}`;
  const location = locationOf(path);
  if (location.type === 'nowhere') return { problems: [toProblem(NOWHERE, file)] };
  if (location.type === 'lock' || location.type === 'accounts') return { problems: [] };
  const parsed = parseFile(file, text);
  if ('problems' in parsed) return { problems: parsed.problems };
  const wrongPlace = misplaced(location, parsed.value['kind']);
  if (wrongPlace) return { problems: [toProblem(wrongPlace, file)] };
  const read = location.type === 'manual' ? readManual(parsed.value, registries) : readOwn(parsed.value);
  const problems = read.findings.map((finding) => toProblem(finding, file));
  return read.entry ? { entry: { path, text, value: read.entry }, problems } : { problems };
};

/** Two files that describe one resource, told apart by their extension only. */
const twins = (entries: readonly Entry[], fileOf: (path: string) => string): readonly Problem[] => {
  const first = new Map<string, string>();
  return entries.flatMap(({ path }) => {
    const location = locationOf(path);
    if (location.type !== 'scanned') return [];
    const key = keyText(location.key);
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, path);
      return [];
    }
    const text = `${fileOf(other)} describes the same resource.`;
    return [toProblem({ rule: 'file-place', text, hint: 'Delete one of the two.' }, fileOf(path))];
  });
};

/** Files that are one where case tells none apart: a checkout there loses all but one, and a run would see the rest gone. */
const sameButCase = (paths: readonly string[], fileOf: (path: string) => string): readonly Problem[] =>
  [...Map.groupBy(paths.toSorted(), caseKey).values()].flatMap(([first = '', ...others]) =>
    others.map((path) => {
      const text = `Its name differs from ${fileOf(first)} by case alone: some file systems keep only one of the two.`;
      return toProblem({ rule: 'file-case', text, hint: 'Give one of the two another name.' }, fileOf(path));
    }),
  );

/** Reads every file of a catalogue: those that fit their schema as entries, and all problems at once. */
export const loadEntries = (tree: Tree, options: LoadOptions): Loaded => {
  const { directory, refused = new Set() } = options;
  const fileOf = (path: string) => `${directory}/${path}`;
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  for (const path of [...tree.keys()].sort()) {
    const loaded = loadFile(path, tree.get(path) ?? '', options);
    if (loaded.entry) entries.push(loaded.entry);
    problems.push(...loaded.problems);
  }
  const paths = [...tree.keys(), ...refused];
  const orphans = orphanedLocks(paths, entries).map(({ path, finding }) => toProblem(finding, fileOf(path)));
  return { entries, problems: [...problems, ...twins(entries, fileOf), ...orphans, ...sameButCase(paths, fileOf)] };
};
