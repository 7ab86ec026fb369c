import { matchesGlob } from 'node:path';
import { createDefaults, type DefaultSettings } from '../config/defaults.ts';
import { KINDS } from '../kinds/table.ts';
import { compareTexts } from '../model/compare-texts.ts';
import { RESOURCE_KINDS } from '../model/generated/resource-kinds.ts';
import { globMatcher } from '../model/glob.ts';
import type { Problem } from '../model/problem.ts';
import { type AccountFacts, accountFacts } from './entry-facts.ts';
import { locationOf } from './layout.ts';

/** Places where GitHub looks for code owners, in its order. */
export const CODE_OWNERS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'] as const;

/** A folder of the catalogue, and who owns what lies in it: `@login`, `@organization/team`. */
export interface OwnedFolder {
  /** Below the catalogue's directory, with a last slash: `111111111111/`, `111111111111/us-east-1/gateways/`. */
  readonly folder: string;
  readonly owners: readonly string[];
}

interface Owning {
  readonly defaults: DefaultSettings;
  readonly owners: Readonly<Record<string, readonly string[]>>;
}

const spelled = (owner: string): string => `@${owner.replace(/^@/, '')}`;

const same = (one: readonly string[], other: readonly string[]): boolean => one.join(' ') === other.join(' ');

/**
 * Owners of the accounts' folders, by `owners` and the rows of `defaults`, and of folders of a Region and kind where those
 * are others. What goes by names makes no line: code owners go by folders.
 * @param accounts accounts in scope, those of the catalogue's files besides
 */
export const ownedFolders = (
  { defaults, owners }: Owning,
  known: { readonly accounts: Iterable<string>; readonly paths: Iterable<string>; readonly facts: AccountFacts },
): readonly OwnedFolder[] => {
  const resolve = createDefaults(defaults);
  const named = Object.entries(owners).map(([glob, names]) => ({ matches: globMatcher(glob), names }));
  const ownersOf = (
    account: string,
    place: { readonly region?: string; readonly kind?: string },
  ): readonly string[] => {
    const by = resolve({ kind: place.kind ?? '', name: '', ...place, ...accountFacts(account, known.facts) }).owners;
    const listed = named.flatMap(({ matches, names }) => (matches(account) ? names : []));
    return [...new Set([...listed, ...by.value].map(spelled))];
  };
  const folders = new Map<string, { readonly account: string; readonly region: string; readonly kind: string }>();
  const accounts = new Set(known.accounts);
  for (const path of known.paths) {
    const location = locationOf(path);
    if (location.type !== 'scanned') continue;
    const { account, region, kind } = location.key;
    accounts.add(account);
    folders.set(`${account}/${region}/${KINDS[kind].folder}/`, { account, region, kind });
  }
  const whole = [...accounts].map((account) => ({ folder: `${account}/`, owners: ownersOf(account, {}) }));
  const byAccount = new Map(whole.map(({ folder, owners: names }) => [folder, names]));
  const parts = [...folders]
    .map(([folder, { account, ...place }]) => ({ folder, account, owners: ownersOf(account, place) }))
    .filter((one) => !same(one.owners, byAccount.get(`${one.account}/`) ?? []))
    .map(({ folder, owners: names }) => ({ folder, owners: names }));
  return [...whole, ...parts]
    .filter((one) => one.owners.length > 0)
    .toSorted((left, right) => compareTexts(left.folder, right.folder));
};

/** The lines that CODEOWNERS needs. `directory`: from the repository's root. */
export const ownerLines = (folders: readonly OwnedFolder[], directory: string): readonly string[] =>
  folders.map(({ folder, owners }) => `/${directory}/${folder} ${owners.join(' ')}`);

interface Line {
  readonly globs: readonly string[];
  readonly owners: readonly string[];
}

/** The globs of a pattern, as GitHub reads it: anchored by a slash that is not its last character, and all below a folder. */
const globsOf = (pattern: string): readonly string[] => {
  const bare = pattern.replace(/^\//, '').replace(/\/$/, '');
  const anchored = pattern.replace(/\/$/, '').includes('/') ? bare : `**/${bare}`;
  const below = `${anchored}/**`;
  if (pattern.endsWith('/')) return [below];
  // The last `*` of a pattern with folders is what lies in that folder alone.
  return anchored.includes('/') && bare.endsWith('/*') ? [anchored] : [anchored, below];
};

const readLines = (text: string): readonly Line[] =>
  text.split(/\r?\n/).flatMap((line): Line[] => {
    const [pattern = '', ...owners] = line
      .replace(/(^|\s)#.*$/, '')
      .trim()
      .split(/\s+/);
    return pattern === '' ? [] : [{ globs: globsOf(pattern), owners }];
  });

/**
 * Who reviews files at a path by a text of CODEOWNERS: of several lines that match the last one counts.
 * https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
 */
export const codeOwnersOf = (text: string): ((path: string) => readonly string[]) => {
  const lines = readLines(text);
  return (path) => lines.findLast(({ globs }) => globs.some((glob) => matchesGlob(path, glob)))?.owners ?? [];
};

/** Folders whose owners CODEOWNERS does not ask: the lines to add. */
export const codeOwnersProblems = (
  folders: readonly OwnedFolder[],
  file: { readonly path: string; readonly text: string; readonly directory: string },
): readonly Problem[] => {
  const ownersAt = codeOwnersOf(file.text);
  const depth = (folder: string): string =>
    folder.split('/').length > 2 ? '' : `us-east-1/${KINDS[RESOURCE_KINDS[0]].folder}/`;
  const lacking = folders.filter(({ folder, owners }) => {
    const asked = new Set(
      ownersAt(`${file.directory}/${folder}${depth(folder)}x.yaml`).map((name) => name.toLowerCase()),
    );
    return owners.some((name) => !asked.has(name.toLowerCase()));
  });
  if (lacking.length === 0) return [];
  return [
    {
      rule: 'code-owners',
      severity: 'warning',
      place: { file: file.path },
      subject: file.path,
      text: `${lacking.length === 1 ? 'One folder has' : `${lacking.length} folders have`} owners in the configuration whom ${file.path} does not ask for review: ${lacking
        .slice(0, 5)
        .map(({ folder }) => `${file.directory}/${folder}`)
        .join(', ')}${lacking.length > 5 ? ', …' : ''}.`,
      hint: `Add these lines at the end of ${file.path}:`,
      lines: ownerLines(lacking, file.directory),
    },
  ];
};
