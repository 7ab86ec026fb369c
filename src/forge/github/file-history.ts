import { SyncError } from '../../model/errors.ts';
import { inBatches, type KnownBlobs, readBlobs } from './blobs.ts';
import type { Repository } from './client.ts';

/** A commit of a file's history. */
export interface HistoryCommit {
  readonly sha: string;
  readonly parents: readonly string[];
}

/** A merged pull request that brought a commit. */
export interface BringingRequest {
  readonly number: number;
  readonly url: string;
  /** Branch that it went to. */
  readonly base: string;
  /** The commit that it became on its base: a merge, a squashed commit, or the last of those that were rebased. */
  readonly merge: string;
}

/** One place of one commit. */
interface Place {
  readonly commit: string;
  /** File or folder from the repository's root. */
  readonly path: string;
}

const PAGE = 100;
const MOST_FILES = 3000;
const BATCH = { count: 100, bytes: 100 } as const;

const keyOf = ({ commit, path }: Place): string => `${commit}:${path}`;

type ObjectAnswer = Readonly<Record<string, Readonly<Record<string, { readonly oid?: string } | null>> | null>>;

const readObjects = async (repository: Repository, places: readonly Place[]): Promise<(string | undefined)[]> => {
  const fields = places.map((place, index) => `o${index}: object(expression: ${JSON.stringify(keyOf(place))}) { oid }`);
  const query = `query ($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { ${fields.join('\n')} } }`;
  const answer = await repository.call(`reading ${places.length} places of the history`, (api, at) =>
    api.graphql<ObjectAnswer>(query, { owner: at.owner, name: at.repo }),
  );
  const repositoryAnswer = answer['repository'];
  if (repositoryAnswer === null || repositoryAnswer === undefined) {
    throw new SyncError('github', 'malformed', 'reading the history: GitHub answered without the repository');
  }
  return places.map((_place, index) => repositoryAnswer[`o${index}`]?.oid ?? undefined);
};

const readParents = async (repository: Repository, sha: string): Promise<readonly string[]> => {
  const { data } = await repository.call(`reading commit ${sha}`, (api, at) =>
    api.request('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', { ...at, commit_sha: sha }),
  );
  return data.parents.map((it) => it.sha);
};

const readRequestsOf = async (repository: Repository, sha: string): Promise<readonly BringingRequest[]> => {
  const { data } = await repository.call(`reading the pull requests of commit ${sha}`, (api, at) =>
    api.request('GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', { ...at, commit_sha: sha, per_page: PAGE }),
  );
  return data.flatMap((it) =>
    it.merged_at !== null && it.merge_commit_sha !== null
      ? [{ number: it.number, url: it.html_url, base: it.base.ref, merge: it.merge_commit_sha }]
      : [],
  );
};

/** Whether a pull request changes something below one of the folders. One with more files than GitHub lists does. */
const readTouches = async (repository: Repository, number: number, folders: readonly string[]): Promise<boolean> => {
  // Where upper and lower case are one, Servers/ is checked out into servers/.
  const lower = folders.map((folder) => folder.toLowerCase());
  const isBelow = (path = ''): boolean =>
    lower.some((folder) => path.toLowerCase() === folder || path.toLowerCase().startsWith(`${folder}/`));
  for (let page = 1; ; page += 1) {
    const { data } = await repository.call(`listing the files of pull request ${number}`, (api, at) =>
      api.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', {
        ...at,
        pull_number: number,
        per_page: PAGE,
        page,
      }),
    );
    if (data.some((it) => isBelow(it.filename) || isBelow(it.previous_filename))) return true;
    if (data.length < PAGE) return false;
    if (page * PAGE >= MOST_FILES) return true;
  }
};

/** Reads what a key stands for once. */
const once = <Value>(read: (key: string) => Promise<Value>) => {
  const known = new Map<string, Value>();
  return {
    known,
    get: async (key: string): Promise<Value> => {
      const found = known.get(key) ?? (await read(key));
      known.set(key, found);
      return found;
    },
  };
};

/** The history of files on GitHub: commits, pull requests and contents, each read once however often they are asked for. */
export const openFileHistory = (repository: Repository) => {
  const objects = new Map<string, string | undefined>();
  const known: KnownBlobs = new Map();
  const parents = once((sha) => readParents(repository, sha));
  const requests = once((sha) => readRequestsOf(repository, sha));
  /** Learns what commits have at places: a hundred with one request. */
  const learn = async (places: readonly Place[]): Promise<void> => {
    const wanted = [...new Map(places.filter((it) => !objects.has(keyOf(it))).map((it) => [keyOf(it), it])).values()];
    for (const batch of inBatches(wanted, () => 1, BATCH)) {
      const found = await readObjects(repository, batch);
      for (const [index, place] of batch.entries()) objects.set(keyOf(place), found[index]);
    }
  };
  return {
    /** Git's id of what a commit has at a path; undefined where there is nothing. */
    objectAt: async (place: Place): Promise<string | undefined> => {
      await learn([place]);
      return objects.get(keyOf(place));
    },
    /** Texts of files at commits, in the order asked for; undefined where a commit has no such file. */
    textsAt: async (places: readonly Place[]): Promise<readonly (string | undefined)[]> => {
      await learn(places);
      const ids = places.map((place) => objects.get(keyOf(place)));
      const blobs = ids.flatMap((sha) => (sha === undefined ? [] : [{ sha, mode: '', size: 1 }]));
      await readBlobs(repository, blobs, known);
      return ids.map((sha) => (sha === undefined ? undefined : known.get(sha)));
    },
    /** One page (of a hundred) of the commits that changed a file or folder, newest first. */
    commitsOf: async (path: string, from: string, page: number): Promise<readonly HistoryCommit[]> => {
      const { data } = await repository.call(`reading the history of ${path}`, (api, at) =>
        api.request('GET /repos/{owner}/{repo}/commits', { ...at, path, sha: from, per_page: PAGE, page }),
      );
      const commits = data.map((it) => ({ sha: it.sha, parents: it.parents.map((parent) => parent.sha) }));
      for (const commit of commits) parents.known.set(commit.sha, commit.parents);
      return commits;
    },
    parentsOf: parents.get,
    /** The merged pull requests that brought a commit, to whatever branch. */
    requestsOf: requests.get,
    touches: (number: number, folders: readonly string[]): Promise<boolean> => readTouches(repository, number, folders),
  };
};

export type FileHistory = ReturnType<typeof openFileHistory>;
