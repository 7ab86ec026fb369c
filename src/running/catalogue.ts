import { stat } from 'node:fs/promises';
import { isEmulator } from '../aws/endpoint.ts';
import { partitionOf } from '../aws/partitions.ts';
import { organizationAccounts, organizationScope, readAccounts } from '../catalogue/accounts-file.ts';
import { loadEntries } from '../catalogue/entries.ts';
import { type AccountFacts, factsOf } from '../catalogue/entry-facts.ts';
import type { GuardContext, HostRule } from '../catalogue/guard.ts';
import { locationOf } from '../catalogue/layout.ts';
import { readDirectory } from '../catalogue/read-directory.ts';
import { readGitRef } from '../catalogue/read-git.ts';
import { mergedTree } from '../catalogue/read-history.ts';
import type { RegistryRules } from '../catalogue/registry-rules.ts';
import { renamedEntries } from '../catalogue/replaced.ts';
import type { Standing } from '../catalogue/shadows.ts';
import { readLockOf } from '../catalogue/tool-locks.ts';
import type { TreeRead } from '../catalogue/tree.ts';
import { type ValidateContext, validateCatalogue } from '../catalogue/validate.ts';
import { createDefaults, type EntryDefaults } from '../config/defaults.ts';
import { registryNames } from '../config/registry-settings.ts';
import type { Settings } from '../config/settings.ts';
import { checkIssuers } from '../credentials/check-issuers.ts';
import { createMatcher } from '../credentials/match.ts';
import { isLoopbackHost } from '../model/addresses.ts';
import { ACCOUNTS_FILE, type Entry, type Tree } from '../model/catalogue.ts';
import { SyncError } from '../model/errors.ts';
import type { EntryFile } from '../model/generated/entry.ts';
import { comparableUrl, discoveryUrls } from '../model/issuer-urls.ts';
import type { Problem } from '../model/problem.ts';
import type { Origin, Registration } from '../model/registration.ts';
import { listDigest, type ToolsLock } from '../model/tools-lock.ts';
import { hostRule } from '../net/host-rules.ts';
import { keepHeapSmall } from '../net/memory.ts';
import type { RenderSettings } from '../registration/registration-fields.ts';
import { kindOf, registryRules } from '../registries/table.ts';
import type { CommandContext } from './context.ts';
import { judged } from './judging.ts';

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

/**
 * Whether every registry that is configured runs on this machine or is files alone, or none is: nothing real can be reached
 * through it.
 */
export const hasLocalRegistry = ({ registries }: Pick<Settings, 'registries'>): boolean =>
  registries.every(
    (one) => !kindOf(one).answers || one.url === undefined || isLoopbackHost(URL.parse(one.url)?.hostname ?? ''),
  );

/** Which hosts registrations may name. */
export const hostsOf = (settings: Settings): HostRule =>
  hostRule({
    privateHosts: settings.privateHosts,
    httpHosts: settings.httpHosts,
    loopback: hasLocalRegistry(settings),
  });

/** What the guard must know about the world: partitions, the configuration's accounts, and whether AWS is an emulator. */
export const guardContext = (settings: Settings, environment: CommandContext['environment']): GuardContext => ({
  dnsSuffix: (region) => partitionOf(region).dnsSuffix,
  hosts: hostsOf(settings),
  domains: settings.aws.domains,
  ...(settings.aws.accounts.type === 'list' && settings.aws.accounts.thisRun !== true
    ? { accounts: new Set(settings.aws.accounts.accounts) }
    : {}),
  ...(isEmulator(environment) ? { emulator: true } : {}),
});

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
const lockedTools = (tree: Tree, file: string): number | undefined => {
  const read = readLockOf(tree, { file }, '');
  return read !== undefined && 'lock' in read ? read.lock.tools.length : undefined;
};

/** Nothing is known of accounts but what the configuration says. */
export const plainAccounts = ({ paths }: Pick<Settings, 'paths'>): AccountFacts => ({
  aliases: paths.aliases,
  organization: new Map(),
});

/** What an entry takes where it says nothing. */
const defaultsOf = (
  { defaults }: Pick<Settings, 'defaults'>,
  accounts: AccountFacts,
): ((value: EntryFile) => EntryDefaults) => {
  const resolve = createDefaults(defaults);
  return (value) => resolve(factsOf(value, accounts));
};

/** A lock that can be read; what is wrong with one that can't is validate's to tell. */
const readableLock = (
  tree: Tree,
  origin: Origin,
  { directory }: Pick<Settings, 'directory'>,
): ToolsLock | undefined => {
  const read = readLockOf(tree, origin, directory);
  return read !== undefined && 'lock' in read ? read.lock : undefined;
};

/** The list of tools that a lock in git holds, as its digest; a lock that can't be read holds none. */
export const lockedListIn =
  (tree: Tree, settings: Pick<Settings, 'directory'>) =>
  (origin: Origin): string | undefined => {
    const lock = readableLock(tree, origin, settings);
    return lock === undefined ? undefined : listDigest(lock);
  };

/**
 * What renders registrations: the settings, and the client that each of them is bound to. `tree`: where their tool locks
 * are, for what goes to a registry.
 */
export const renderSettings = (settings: Settings, accounts: AccountFacts, tree?: Tree): RenderSettings => {
  const match = createMatcher(settings.issuers);
  return {
    ...settings,
    defaultsOf: defaultsOf(settings, accounts),
    ...(tree === undefined ? {} : { lockOf: (origin) => readableLock(tree, origin, settings) }),
    clientOf: (entry, path) => {
      const found = match(entry, path);
      if (found.type !== 'client') return undefined;
      return { issuer: found.choice.issuer.issuer, client: found.choice.client.id };
    },
  };
};

/** The entry of each registration. */
export const entriesByFile = (entries: readonly Entry[]): ((registration: Registration) => Entry) => {
  const byFile = new Map(entries.map((entry) => [entry.path, entry]));
  return ({ origin }) => {
    const entry = byFile.get(origin.file);
    if (entry === undefined) throw new SyncError('catalogue', 'invalid', `There is no entry ${origin.file}.`);
    return entry;
  };
};

/** What is wrong with the file of accounts itself, and that none can be judged without it. */
const scopeProblems = (settings: Settings, tree: Tree, scope: ReadonlySet<string> | undefined): readonly Problem[] => {
  const file = `${settings.directory}/${ACCOUNTS_FILE}`;
  const text = tree.get(ACCOUNTS_FILE);
  const read = text === undefined ? undefined : readAccounts(file, text);
  const faults = read !== undefined && 'problems' in read ? read.problems : [];
  const scanned = [...tree.keys()].some((path) => locationOf(path).type === 'scanned');
  if (settings.aws.accounts.type !== 'organization' || scope !== undefined || !scanned) return faults;
  const unknown: Problem = {
    rule: 'accounts-unknown',
    severity: 'warning',
    subject: file,
    text: `Accounts are not judged: aws.organization is configured, and there is no ${file} to tell which accounts it has.`,
    hint: 'Merge the one that the next scan writes.',
  };
  return [...faults, unknown];
};

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

/** A folder of the working directory; or of a commit, as it is once it is merged into the one that it is compared with. */
export const readFolder = async (
  { head, against }: Pick<Settings, 'head' | 'against'>,
  folder: string,
): Promise<TreeRead> => {
  if (head === undefined) return readDirectory(folder);
  return readGitRef('.', against === undefined ? head : await mergedTree('.', against, head), folder);
};

/** A directory that somebody named must be there, or a slip of the pen would be green for ever. */
const absentProblems = async ({ directory, directoryGiven, head }: Settings): Promise<readonly Problem[]> => {
  if (head !== undefined || directoryGiven !== true) return [];
  const found = await stat(directory).catch(() => undefined);
  if (found?.isDirectory() === true) return [];
  return [
    {
      rule: 'directory-missing',
      severity: 'error',
      subject: directory,
      text: `${directory}: expected the directory of the entries, met none.`,
      hint: 'Name it as it lies from the working directory, or run scan first: it writes the entries.',
    },
  ];
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

/** True where a problem keeps a command from going on. */
export const hasErrors = (problems: readonly Problem[]): boolean =>
  problems.some((problem) => problem.severity === 'error');
