import { isDeepStrictEqual } from 'node:util';
import { classifyChanges, treeChanges } from '../catalogue/change-risk.ts';
import { readKnownFiles } from '../catalogue/known-files.ts';
import { locateProblems } from '../catalogue/locate.ts';
import { readGitRef } from '../catalogue/read-git.ts';
import { changedPaths, commitsBetween, mergedTree, readFilesAt } from '../catalogue/read-history.ts';
import { loadConfiguration, loadConfigurationAt } from '../config/load.ts';
import { isOurs } from '../github/signature.ts';
import type { Entry, Tree } from '../model/catalogue.ts';
import type { EntryChange } from '../model/entry-change.ts';
import type { Problem } from '../model/problem.ts';
import type { Catalogue } from './catalogue.ts';
import type { CommandContext } from './context.ts';
import { clientNamer } from './request-content.ts';

/** What a review is about: two sides of this repository. */
interface Sides {
  readonly against: string;
  /** The commit whose history leads to what is reviewed. */
  readonly head: string;
  /** What would be merged: a commit, or a tree. */
  readonly merged: string;
}

const sidesOf = async ({ settings }: CommandContext, against: string): Promise<Sides> =>
  settings.head === undefined
    ? { against, head: 'HEAD', merged: 'HEAD' }
    : { against, head: settings.head, merged: await mergedTree('.', against, settings.head) };

const sourceIn = (path: string, text: string | undefined): unknown => {
  if (text === undefined) return undefined;
  const [seen] = [...readKnownFiles(new Map([[path, text]]), '')];
  return seen?.known?.raw;
};

/** The first part of a source that differs, as a place in the file. */
const differingKey = (before: unknown, after: unknown): readonly string[] => {
  const [old, now]: [Record<string, unknown>, Record<string, unknown>] = [Object(before), Object(after)];
  const key = Object.keys(now).find((name) => !isDeepStrictEqual(old[name], now[name]));
  return key === undefined ? ['source'] : ['source', key];
};

const editedProblem = (entry: Entry, base: string | undefined, directory: string): Problem => {
  const file = `${directory}/${entry.path}`;
  const known = base !== undefined;
  const pointer = known ? differingKey(sourceIn(entry.path, base), sourceIn(entry.path, entry.text)) : ['source'];
  return {
    rule: 'source-edited',
    severity: known ? 'error' : 'warning',
    place: { file, pointer },
    subject: file,
    text: known
      ? `${pointer.join('.')} is not what scan wrote: scan owns source, and the next one puts it back.`
      : 'No commit of scan on this branch wrote this source: compare it with what AWS shows.',
    hint: known
      ? 'Take the change of source back. What people decide belongs under registration and credential.'
      : 'Let the scan in Actions propose it, or look at each field of source.',
  };
};

/**
 * Sources that no scan wrote: neither the base has them, nor any commit of scan between the base and the head. A commit
 * is taken for scan's when its message names the tree that it holds: that finds mistakes, not forgers, who meet the guard
 * in front of every registration, and the next scan.
 */
const editedSources = async (
  catalogue: Catalogue,
  base: Tree,
  given: { readonly sides: Sides; readonly directory: string },
): Promise<readonly Problem[]> => {
  const { sides, directory } = given;
  const suspects = new Map(
    catalogue.entries
      .filter(({ path, text, value }) => 'source' in value && base.get(path) !== text)
      .filter(({ path, text }) => !isDeepStrictEqual(sourceIn(path, base.get(path)), sourceIn(path, text)))
      .map((entry) => [entry.path, entry]),
  );
  if (suspects.size === 0) return [];
  for (const commit of await commitsBetween('.', sides.against, sides.head)) {
    if (!isOurs(commit) || suspects.size === 0) continue;
    const written = await readFilesAt('.', commit.sha, { directory, paths: [...suspects.keys()] });
    for (const [path, text] of written) {
      const entry = suspects.get(path);
      if (entry && isDeepStrictEqual(sourceIn(path, text), sourceIn(path, entry.text))) suspects.delete(path);
    }
  }
  const problems = [...suspects.values()].map((entry) => editedProblem(entry, base.get(entry.path), directory));
  return locateProblems(new Map([...suspects].map(([path, { text }]) => [path, text])), directory, problems);
};

const bare = (path: string): string => path.replace(/^\.\//, '');

/** Files that decide what the tool trusts, or who must approve: a request that changes one is more than its entries. */
const isSetting = (path: string, config: string): boolean =>
  path === bare(config) ||
  path.startsWith('.github/') ||
  /(^|\/)\.gitattributes$/.test(path) ||
  /^(docs\/)?CODEOWNERS$/.test(path);

const changedSettings = async (context: CommandContext, sides: Sides): Promise<readonly string[]> =>
  (await changedPaths('.', sides.against, sides.merged)).filter((path) => isSetting(path, context.settings.config));

/** The configuration that comes with the request judges nothing, but must be one that can be used after a merge. */
const configurationProblems = async ({ settings }: CommandContext, changed: readonly string[]): Promise<Problem[]> => {
  const { config, head } = settings;
  if (!changed.includes(bare(config))) return [];
  const { problems } =
    head === undefined ? await loadConfiguration(config, false) : await loadConfigurationAt(head, config);
  const notice: Problem = {
    rule: 'settings-changed',
    severity: 'warning',
    place: { file: bare(config) },
    subject: bare(config),
    text: 'This request changes settings: hosts, roles, clients or limits. It is validated and planned by the settings of its base.',
    hint: 'What the new settings do shows in the plan before apply.',
  };
  return [notice, ...problems];
};

/** What validate says about a request besides its entries: edited sources, changed settings. No network, no secret. */
export const reviewProblems = async (
  context: CommandContext,
  catalogue: Catalogue,
  against: string,
): Promise<readonly Problem[]> => {
  const { directory } = context.settings;
  const sides = await sidesOf(context, against);
  const { tree } = await readGitRef('.', against, directory);
  return [
    ...(await configurationProblems(context, await changedSettings(context, sides))),
    ...(await editedSources(catalogue, tree, { sides, directory })),
  ];
};

/** What a plan against the base shows besides registrations. */
export interface ReviewFacts {
  readonly settings: readonly string[];
  /** Entries for which a client newly would be asked for a token. */
  readonly covered: readonly EntryChange[];
  readonly problems: readonly Problem[];
}

const treeOf = ({ entries }: Catalogue): Tree => new Map(entries.map(({ path, text }) => [path, text]));

/** Settings that the request changes, and entries that a client of the base's settings newly covers. */
export const reviewFacts = async (
  context: CommandContext,
  catalogues: { readonly base: Catalogue; readonly head: Catalogue },
  against: string,
): Promise<ReviewFacts> => {
  const { settings } = context;
  const changes = treeChanges(treeOf(catalogues.base), treeOf(catalogues.head));
  const covered = classifyChanges(changes, { clientOf: clientNamer(settings) })
    .map((change) => ({ ...change, differences: change.differences.filter(({ risk }) => risk === 'client') }))
    .filter(({ differences }) => differences.length > 0);
  const problems = covered.flatMap(({ file, url, differences }) =>
    differences
      .filter(({ field }) => field.startsWith('token for '))
      .map(
        ({ field, after }): Problem => ({
          rule: 'client-covers',
          severity: 'notice',
          place: { file: `${settings.directory}/${file}` },
          subject: file,
          text: `The ${field} would come from client ${String(after)} and be sent to ${url ?? 'its URL'}.`,
        }),
      ),
  );
  return { settings: await changedSettings(context, await sidesOf(context, against)), covered, problems };
};
