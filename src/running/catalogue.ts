import { organizationAccounts, organizationScope } from '../catalogue/accounts-file.ts';
import { scopeProblems } from '../catalogue/accounts-problems.ts';
import { loadEntries } from '../catalogue/entries.ts';
import type { AccountFacts } from '../catalogue/entry-facts.ts';
import type { GuardContext } from '../catalogue/guard.ts';
import { absentProblems, readFolder } from '../catalogue/read-folder.ts';
import { readGitRef } from '../catalogue/read-git.ts';
import type { RegistryRules } from '../catalogue/registry-rules.ts';
import { renamedEntries } from '../catalogue/replaced.ts';
import type { Standing } from '../catalogue/shadows.ts';
import { readableLock } from '../catalogue/tool-locks.ts';
import type { TreeRead } from '../catalogue/tree.ts';
import { type ValidateContext, validateCatalogue } from '../catalogue/validate.ts';
import { registryNames } from '../config/registry-settings.ts';
import { checkIssuers } from '../credentials/check-issuers.ts';
import type { Entry, Tree } from '../model/catalogue.ts';
import { EXIT } from '../model/errors.ts';
import { comparableUrl, discoveryUrls } from '../model/issuer-urls.ts';
import type { Problem } from '../model/problem.ts';
import { keepHeapSmall } from '../net/memory.ts';
import { registryRules } from '../registries/table.ts';
import type { CommandContext, CommandResult } from './context.ts';
import { guardContext } from './guarding.ts';
import { judged } from './judging.ts';
import { defaultsOf } from './rendering.ts';

/** The catalogue of a run, read and judged. */
export interface Catalogue {
  /** Every file that was read, whatever is wrong with it. */
  readonly tree: Tree;
  /** Paths that are there and were not read. */
  readonly refused: TreeRead['refused'];
  readonly entries: readonly Entry[];
  readonly files: number;
  readonly guard: GuardContext;
  /** What the kinds of registry say about its paths and documents. */
  readonly registries: RegistryRules;
  /** What is known of its accounts. */
  readonly accounts: AccountFacts;
  /** What stands on the commit that it is compared with. */
  readonly base?: TreeRead;
  readonly problems: readonly Problem[];
}

/** What the rules must know besides the entries. */
const validateContext = (
  { settings, environment }: Pick<CommandContext, 'settings' | 'environment'>,
  accounts: AccountFacts,
): ValidateContext => ({
  ...guardContext(settings, environment),
  directory: settings.directory,
  registries: registryRules(settings),
  registryNames: registryNames(settings),
  ...(settings.groups === undefined ? {} : { groups: settings.groups }),
  secrets: settings.secrets,
  defaultsOf: defaultsOf(settings, accounts),
  ...(settings.issuers.length === 0
    ? {}
    : { discoveryUrls: new Set(settings.issuers.flatMap(discoveryUrls).flatMap((url) => comparableUrl(url) ?? [])) }),
});

/** How many tools the lock of an entry holds; undefined: it has none that can be read. */
const lockedTools = (tree: Tree, file: string): number | undefined => readableLock(tree, { file }, '')?.tools.length;

/** What stood on the base of a review, by the names that its files have in what is reviewed. */
const standingOn = (base: Tree, tree: Tree, registries: RegistryRules): Standing => {
  const gone = new Map([...base].filter(([path]) => !tree.has(path)));
  const come = new Map([...tree].filter(([path]) => !base.has(path)));
  return {
    entries: loadEntries(base, { directory: '', registries }).entries,
    renames: gone.size === 0 || come.size === 0 ? new Map() : renamedEntries(gone, come),
  };
};

/**
 * Judges a catalogue that has been read, wherever it came from, and the issuers that its tokens come from. `base`: what a
 * review compares it with, and whose accounts count: nobody brings the list by which he is judged.
 */
export const judgeCatalogue = (
  read: TreeRead,
  { settings, environment, clock }: CommandContext,
  base?: TreeRead,
): Catalogue => {
  const scope = organizationScope(settings, (base ?? read).tree);
  const accounts: AccountFacts = {
    aliases: settings.paths.aliases,
    organization: organizationAccounts((base ?? read).tree),
  };
  const context = {
    ...validateContext({ settings, environment }, accounts),
    ...(scope === undefined ? {} : { accounts: scope }),
  };
  const { registries } = context;
  const { entries, problems } = validateCatalogue(read.tree, {
    ...context,
    lockedTools: (file) => lockedTools(read.tree, file),
    refused: read.refused,
    ...(base === undefined ? {} : { standing: standingOn(base.tree, read.tree, registries) }),
  });
  return {
    tree: read.tree,
    refused: read.refused,
    entries,
    files: read.tree.size + read.refused.size,
    guard: context,
    registries,
    accounts,
    problems: judged(
      [...read.problems, ...scopeProblems(settings, read.tree, scope), ...problems, ...checkIssuers(settings.issuers)],
      { settings, clock },
    ),
  };
};

/**
 * What a command ends with where the directory that was named is not there: undefined where it is. What would follow from
 * it, such as deletes of everything, is no news, and what to do about that would be the wrong thing to do.
 */
export const withoutDirectory = ({ problems }: Catalogue): CommandResult | undefined => {
  const missing = problems.filter(({ rule }) => rule === 'directory-missing');
  if (missing.length === 0) return undefined;
  return { exitCode: EXIT.failed, result: null, problems: missing, text: '', markdown: '', outputs: {} };
};

/** From as many files on, garbage is worth collecting early. */
const MANY_FILES = 5000;

/** Reads the catalogue of the run and judges it; where it is compared with another commit, also by what stands there. */
export const loadCatalogue = async (context: CommandContext): Promise<Catalogue> => {
  const { against, directory } = context.settings;
  context.work?.({ type: 'phase', text: `reading ${directory}` });
  const read = await readFolder(context.settings, directory);
  if (read.tree.size >= MANY_FILES) keepHeapSmall();
  const base = against === undefined ? undefined : await readGitRef('.', against, directory);
  const catalogue = judgeCatalogue(read, context, base);
  return {
    ...catalogue,
    ...(base === undefined ? {} : { base }),
    problems: [...(await absentProblems(context.settings)), ...catalogue.problems],
  };
};

/** Errors of what could not be read as an entry; what the rules have against those that could is validate's to tell. */
export const unreadProblems = ({ entries, problems }: Catalogue, directory: string): readonly Problem[] => {
  const read = new Set(entries.map(({ path }) => `${directory}/${path}`));
  return problems.filter(({ severity, place }) => severity === 'error' && !read.has(place?.file ?? ''));
};
