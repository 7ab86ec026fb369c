import type { Tree } from '../../model/catalogue.ts';
import { SyncError } from '../../model/errors.ts';
import type { OtherChange } from '../../model/other-change.ts';
import { type KnownBlobs, readBlobs } from './blobs.ts';
import type { PeopleEdits } from './branch.ts';
import type { Repository } from './client.ts';
import {
  type BlobListing,
  type DirectoryListing,
  type Folders,
  type ListedPlace,
  readListing,
  type TreeItem,
  toTree,
} from './listing.ts';
import { changesOutside, strangeChanges } from './outside-catalogue.ts';
import { type BranchRequests, readRequests } from './requests.ts';
import { type BranchCommit, isOurs, ownCommits } from './signature.ts';

/** The catalogue at one commit. */
export interface TreeSnapshot {
  readonly commit: string;
  /** Git's id of the commit's whole tree. */
  readonly tree: string;
  readonly listing: BlobListing;
  readonly files: Tree;
  /** What lies in the catalogue's directory and is no file. */
  readonly strange: ReadonlyMap<string, TreeItem>;
}

/** Everything about the branch that a run decides by, read at one moment. */
export interface BranchReading {
  readonly branch: string;
  readonly baseBranch: string;
  readonly directory: string;
  readonly file?: boolean;
  /** GitHub's node id of the repository, for GraphQL. */
  readonly repositoryId: string;
  readonly base: TreeSnapshot;
  /** Absent: the branch does not exist. */
  readonly head?: TreeSnapshot;
  /** Git's merge base of both; the base itself without a branch. */
  readonly mergeBase: TreeSnapshot;
  /** Where the branch's own difference begins: later than the merge base after a squashed merge or a rewritten base. */
  readonly ancestor: TreeSnapshot;
  readonly people: PeopleEdits;
  /** What the branch changes besides the catalogue's files, whoever committed it. */
  readonly outside: readonly OtherChange[];
  /** True when commits that don't say they are ours are on the branch: they stay. Decides about nothing else. */
  readonly foreign: boolean;
  readonly requests: BranchRequests;
}

/** What does not change while a run reads several branches: the repository's id, commits and listings by theirs. */
export interface ReadingCache {
  readonly commits: Map<string, BranchCommit>;
  readonly listings: Map<string, DirectoryListing>;
  readonly folders: Folders;
  repository?: { readonly id: string; readonly defaultBranch: string };
}

export const emptyCache = (): ReadingCache => ({ commits: new Map(), listings: new Map(), folders: new Map() });

export interface ReadingOptions {
  readonly branch: string;
  /** The repository's default branch when absent. */
  readonly base?: string;
  /** The catalogue's directory from the repository's root, forward slashes. */
  readonly directory: string;
  /** The directory is the path of one file: trees have it at the path '', and nothing else. */
  readonly file?: boolean;
  /** Contents at hand, by git's id; what is read is added. */
  readonly known: KnownBlobs;
  /** Shared by readings of one directory; what is read is added. */
  readonly cache?: ReadingCache;
}

const PAGE = 100;
const MAX_COMMITS = 1000;

interface Comparison {
  readonly mergeBase: BranchCommit;
  /** Commits of the branch that the base does not have, oldest first. */
  readonly commits: readonly BranchCommit[];
}

interface CommitAnswer {
  readonly sha: string;
  readonly commit: { readonly message: string; readonly tree: { readonly sha: string } };
  readonly parents: readonly { readonly sha: string }[];
}

const toCommit = (it: CommitAnswer): BranchCommit => ({
  sha: it.sha,
  tree: it.commit.tree.sha,
  parents: it.parents.map((parent) => parent.sha),
  message: it.commit.message,
});

/** The commits by which `head` is ahead of `base`; nothing where they share no history. */
export const compareCommits = async (
  repository: Repository,
  base: string,
  head: string,
): Promise<Comparison | undefined> => {
  const commits: BranchCommit[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await repository.find(`comparing ${base} with ${head}`, (api, at) =>
      api.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
        ...at,
        basehead: `${base}...${head}`,
        per_page: PAGE,
        page,
      }),
    );
    if (!answer) return undefined;
    commits.push(...answer.data.commits.map(toCommit));
    if (answer.data.total_commits > MAX_COMMITS) {
      throw new SyncError(
        'github',
        'refused',
        `comparing ${base} with ${head}: ${answer.data.total_commits} commits, expected at most ${MAX_COMMITS}`,
        {
          hint: 'delete the branch; the next scan makes it anew',
        },
      );
    }
    if (answer.data.commits.length < PAGE) return { mergeBase: toCommit(answer.data.merge_base_commit), commits };
  }
};

/** Commit that a branch points to. */
export const readTip = async (repository: Repository, branch: string): Promise<string | undefined> => {
  const answer = await repository.find(`reading branch ${branch}`, (api, at) =>
    api.request('GET /repos/{owner}/{repo}/git/ref/{ref}', { ...at, ref: `heads/${branch}` }),
  );
  return answer?.data.object.sha;
};

const readCommit = async (repository: Repository, sha: string): Promise<BranchCommit> => {
  const { data } = await repository.call(`reading commit ${sha}`, (api, at) =>
    api.request('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', { ...at, commit_sha: sha }),
  );
  return { sha: data.sha, tree: data.tree.sha, parents: data.parents.map((it) => it.sha), message: data.message };
};

const placeOf = ({ directory, file }: Pick<ReadingOptions, 'directory' | 'file'>) => ({
  directory,
  ...(file === undefined ? {} : { file }),
});

/** Reads listings and commits once each. */
const createReader = (repository: Repository, options: ReadingOptions, cache: ReadingCache) => {
  const { commits, listings, folders } = cache;
  const commitOf = async (sha: string): Promise<BranchCommit> => {
    const commit = commits.get(sha) ?? (await readCommit(repository, sha));
    commits.set(sha, commit);
    return commit;
  };
  const listingOf = async (tree: string): Promise<DirectoryListing> => {
    const listing = listings.get(tree) ?? (await readListing(repository, tree, { ...placeOf(options), folders }));
    listings.set(tree, listing);
    return listing;
  };
  return {
    remember: (commit: BranchCommit): void => void commits.set(commit.sha, commit),
    listingAt: async (sha: string): Promise<BlobListing> => (await listingOf((await commitOf(sha)).tree)).files,
    snapshot: async (sha: string): Promise<TreeSnapshot> => {
      const { tree } = await commitOf(sha);
      const { files: listing, strange } = await listingOf(tree);
      await readBlobs(repository, listing.values(), options.known);
      return { commit: sha, tree, listing, strange, files: toTree(listing, options.known) };
    },
  };
};

type Reader = ReturnType<typeof createReader>;

const readPeople = async (
  repository: Repository,
  reader: Reader,
  given: { readonly commits: readonly BranchCommit[]; readonly head: BlobListing; readonly known: KnownBlobs },
): Promise<PeopleEdits> => {
  const touched = new Set<string>();
  const removed = new Map<string, string>();
  for (const commit of given.commits) {
    const after = await reader.listingAt(commit.sha);
    for (const path of after.keys()) removed.delete(path);
    if (isOurs(commit)) continue;
    const before = await Promise.all(commit.parents.map((parent) => reader.listingAt(parent)));
    for (const [path, { sha }] of after) {
      if (before.every((it) => it.get(path)?.sha !== sha)) touched.add(path);
    }
    // A merge of the base brings the base's removals along: a person's own is what every parent still had.
    for (const [path, entry] of before[0] ?? []) {
      if (after.has(path) || !before.every((it) => it.has(path))) continue;
      await readBlobs(repository, [entry], given.known);
      removed.set(path, given.known.get(entry.sha) ?? '');
      touched.add(path);
    }
  }
  return { touched, removed: new Map([...removed].filter(([path]) => !given.head.has(path))) };
};

const readRepository = async (repository: Repository): Promise<{ id: string; defaultBranch: string }> => {
  const { data } = await repository.call(`reading repository ${repository.owner}/${repository.repo}`, (api, at) =>
    api.request('GET /repos/{owner}/{repo}', at),
  );
  return { id: data.node_id, defaultBranch: data.default_branch };
};

/** Where the branch's own difference begins, and the commits that make it. */
const readOwn = async (repository: Repository, base: string, head: string, merged: ReadonlySet<string>) => {
  const comparison = await compareCommits(repository, base, head);
  if (!comparison) {
    throw new SyncError(
      'github',
      'refused',
      `comparing ${base} with ${head}: the branch shares no history with its base`,
      {
        hint: 'delete the branch; the next scan makes it anew',
      },
    );
  }
  const { own, after } = ownCommits(comparison.commits, merged);
  // What a commit says about itself may not shorten the difference that is shown: only a merge on GitHub does.
  const reviewed = comparison.commits.findLast(({ sha }) => merged.has(sha))?.sha;
  const { sha: mergeBase } = comparison.mergeBase;
  return { comparison, own, ancestor: after ?? mergeBase, shown: reviewed ?? mergeBase };
};

const itemIn =
  ({ listing, strange }: TreeSnapshot) =>
  (path: string): TreeItem | undefined => {
    const file = listing.get(path);
    return file === undefined ? strange.get(path) : { ...file, path, type: 'blob' };
  };

interface OutsideSides {
  readonly ancestor: TreeSnapshot;
  readonly base: TreeSnapshot;
  readonly head: TreeSnapshot;
}

/** Everything that the branch changes besides the catalogue's files. */
const readOutside = async (
  repository: Repository,
  { ancestor, base, head }: OutsideSides,
  at: ListedPlace,
): Promise<readonly OtherChange[]> => {
  const side = (snapshot: TreeSnapshot) => ({ strange: snapshot.strange, itemAt: itemIn(snapshot) });
  const trees = { ancestor: ancestor.tree, base: base.tree, head: head.tree };
  return [
    ...(await changesOutside(repository, trees, at)),
    ...strangeChanges({ ancestor: side(ancestor), base: side(base), head: side(head) }, at.directory),
  ];
};

/**
 * Reads the branch, its base and its requests. Throws SyncError usage/bad-option when they are one, github/refused when
 * there is no base, or when both share no history.
 */
export const readBranch = async (repository: Repository, given: ReadingOptions): Promise<BranchReading> => {
  const directory = given.directory
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
  const options: ReadingOptions = { ...given, directory };
  const cache = options.cache ?? emptyCache();
  cache.repository ??= await readRepository(repository);
  const { id, defaultBranch } = cache.repository;
  const baseBranch = options.base ?? defaultBranch;
  if (options.branch === baseBranch) {
    throw new SyncError('usage', 'bad-option', `proposing changes: the branch "${baseBranch}" can't be its own base`, {
      hint: 'name another branch for the pull request',
    });
  }
  const reader = createReader(repository, options, cache);
  const [baseTip, headTip] = [await readTip(repository, baseBranch), await readTip(repository, options.branch)];
  if (baseTip === undefined) {
    throw new SyncError(
      'github',
      'refused',
      `reading branch ${baseBranch}: expected it to exist as the base, met none`,
    );
  }
  const base = await reader.snapshot(baseTip);
  const requests = await readRequests(repository, options.branch, baseBranch);
  const common = {
    branch: options.branch,
    baseBranch,
    ...placeOf(options),
    repositoryId: id,
    base,
    requests,
  };
  if (headTip === undefined) {
    const people: PeopleEdits = { touched: new Set(), removed: new Map() };
    return { ...common, mergeBase: base, ancestor: base, people, outside: [], foreign: false };
  }
  const { comparison, own, ancestor, shown } = await readOwn(repository, baseTip, headTip, requests.merged);
  for (const commit of [comparison.mergeBase, ...comparison.commits]) reader.remember(commit);
  const head = await reader.snapshot(headTip);
  return {
    ...common,
    head,
    mergeBase: await reader.snapshot(comparison.mergeBase.sha),
    ancestor: await reader.snapshot(ancestor),
    people: await readPeople(repository, reader, { commits: own, head: head.listing, known: options.known }),
    outside: await readOutside(
      repository,
      { ancestor: await reader.snapshot(shown), base, head },
      { ...placeOf(options), folders: cache.folders },
    ),
    foreign: own.some((commit) => !isOurs(commit)),
  };
};
