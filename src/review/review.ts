import { classifyChanges, treeChanges } from '../catalogue/change-risk.ts';
import { locationOf } from '../catalogue/layout.ts';
import { locateProblems } from '../catalogue/locate.ts';
import { placeChanges } from '../catalogue/places.ts';
import { readGitRef } from '../catalogue/read-git.ts';
import { changedPaths, mergedTree } from '../catalogue/read-history.ts';
import type { RegistryRules } from '../catalogue/registry-rules.ts';
import { pathsInHistory } from '../catalogue/repository-path.ts';
import { sourceChanges } from '../catalogue/source-changes.ts';
import { loadConfiguration, loadConfigurationAt } from '../config/load.ts';
import { repositoryPath } from '../config/repository.ts';
import type { Settings } from '../config/settings.ts';
import { foldersText, judgedFolders } from '../config/widening.ts';
import { createMatcher } from '../credentials/match.ts';
import { ACCOUNTS_FILE, type Tree } from '../model/catalogue.ts';
import type { EntryChange, PlaceChange } from '../model/entry-change.ts';
import type { Configuration } from '../model/generated/configuration.ts';
import type { EntryFile } from '../model/generated/entry.ts';
import type { OtherChange } from '../model/other-change.ts';
import type { Problem } from '../model/problem.ts';
import type { Review } from '../model/review.ts';
import { acceptanceProblems } from './acceptance-problems.ts';
import { accountsProblems, coveredProblems, settingsProblems, sourceProblems, wideningProblems } from './problems.ts';
import { vouch, vouchAccounts } from './vouching.ts';

/** What a review is made with: no network, no secret. */
interface ReviewContext {
  readonly settings: Settings;
}

/** A catalogue that is reviewed, and what the kinds of registry say about its documents. */
interface Reviewed {
  readonly tree: Tree;
  readonly registries: RegistryRules;
  /** What stands on the base, where it was read already. */
  readonly base?: { readonly tree: Tree };
}

/** The client that would be asked for a token for a path of an entry, in words; undefined: none. */
export const clientNamer = ({
  issuers,
}: Pick<Settings, 'issuers'>): ((value: EntryFile, path: string) => string | undefined) => {
  const matcher = createMatcher(issuers);
  return (value, path) => {
    const match = matcher(value, path);
    return match.type === 'client' ? `${match.choice.client.id} of ${match.choice.issuer.issuer}` : undefined;
  };
};

/** Every new or changed place, where the configuration leaves it to the review to confirm them. */
export const reviewedPlaces = (
  settings: Pick<Settings, 'confirmBy'>,
  changes: readonly EntryChange[],
): readonly PlaceChange[] => (settings.confirmBy === 'review' ? placeChanges(changes) : []);

/** What would be merged: a commit, or the tree of a merge that nobody made yet. */
const mergedSide = async ({ settings }: ReviewContext, against: string): Promise<string> =>
  settings.head === undefined ? 'HEAD' : mergedTree('.', against, settings.head);

/** A path of the settings as git lists it; one that lies elsewhere is listed nowhere. */
const listed = async (path: string): Promise<string> => (await repositoryPath(path)) ?? path;

/** True for a plain file at the place of an entry or its lock: what it changes is told entry by entry. */
const isEntry = ({ path, before, after }: OtherChange, directory: string): boolean =>
  path.startsWith(`${directory}/`) &&
  !['nowhere', 'accounts'].includes(locationOf(path.slice(directory.length + 1)).type) &&
  [before, after].every((kind) => kind === undefined || kind === 'file');

/** What changes and is no entry, from the repository's root. */
const outsideOf = async (context: ReviewContext, against: string): Promise<readonly OtherChange[]> => {
  const directory = await listed(context.settings.directory);
  const all = await changedPaths('.', against, await mergedSide(context, against));
  return all.filter((change) => !isEntry(change, directory));
};

/**
 * What a request changes, compared between the base's tree and the one that would be merged. Neither a commit's message nor its
 * author has a part in it.
 */
export const reviewOf = async (context: ReviewContext, head: Reviewed, against: string): Promise<Review> => {
  const { settings } = context;
  const { tree: base } = head.base ?? (await readGitRef('.', against, settings.directory));
  const entries = classifyChanges(treeChanges(base, head.tree), {
    clientOf: clientNamer(settings),
    registries: head.registries,
    before: base,
    after: head.tree,
  });
  return {
    places: reviewedPlaces(settings, entries),
    outside: await outsideOf(context, against),
    sources: await vouch(sourceChanges(base, head.tree), head.tree, settings),
    covered: entries
      .map((change) => ({ ...change, differences: change.differences.filter(({ risk }) => risk === 'client') }))
      .filter(({ differences }) => differences.length > 0),
  };
};

/** The configuration that comes with the request judges nothing, but must be one that can be used after a merge. */
const configurationProblems = async (context: ReviewContext, review: Review): Promise<readonly Problem[]> => {
  const { config, head } = context.settings;
  const place = await listed(config);
  const changed = review.outside.find(({ path }) => path === place);
  // A link's text is no configuration.
  if (changed === undefined || changed.after === 'link' || changed.after === 'submodule') return [];
  const { problems, configuration } =
    head === undefined ? await loadConfiguration(config, false) : await loadConfigurationAt(head, config);
  if (problems.length > 0) return problems;
  return [...(await acceptances(context, configuration)), ...(await widensWithEntries(context, configuration))];
};

/** What would no longer be told, or no longer fail. */
const acceptances = async ({ settings }: ReviewContext, after: Configuration): Promise<readonly Problem[]> => {
  const { config, against } = settings;
  if (against === undefined) return [];
  const before = await loadConfigurationAt(against, config);
  return acceptanceProblems(before.configuration, after, config);
};

/** What widens trust comes alone: said before the merge, for after it the old values hold. */
const widensWithEntries = async (context: ReviewContext, after: Configuration): Promise<readonly Problem[]> => {
  const { config, directory, against } = context.settings;
  if (against === undefined) return [];
  const folders = judgedFolders(after, directory);
  const places = await pathsInHistory(folders);
  const changed = await changedPaths('.', against, await mergedSide(context, against));
  if (!changed.some(({ path }) => places.some((place) => path.startsWith(`${place}/`)))) return [];
  const before = await loadConfigurationAt(against, config);
  return wideningProblems(before.configuration, after, { config, folders: foldersText(folders) });
};

/** What there is to say of the list of accounts: told by validate, for it decides what entries are judged by. */
const accountsChanged = async ({ settings }: ReviewContext, head: Reviewed): Promise<readonly Problem[]> => {
  const { against, directory } = settings;
  if (against === undefined) return [];
  const { tree: base } = head.base ?? (await readGitRef('.', against, directory));
  if (base.get(ACCOUNTS_FILE) === head.tree.get(ACCOUNTS_FILE)) return [];
  return accountsProblems(base, head.tree, { vouched: await vouchAccounts(head.tree, settings), directory });
};

/** What validate says about a request besides its entries. No network, no secret. */
export const reviewProblems = async (
  context: ReviewContext,
  head: Reviewed,
  review: Review,
): Promise<readonly Problem[]> => {
  const { tree, registries } = head;
  const { directory, config } = context.settings;
  return [
    ...(await accountsChanged(context, head)),
    ...settingsProblems(review.outside, await listed(config)),
    ...(await configurationProblems(context, review)),
    ...locateProblems(tree, { directory, registries }, sourceProblems(review.sources, directory)),
  ];
};

/** What a plan against the base says besides the plan's own problems. */
export const coverageProblems = ({ settings }: ReviewContext, { covered }: Review): readonly Problem[] =>
  coveredProblems(covered, settings.directory);
