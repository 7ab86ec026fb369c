import { inBatches } from './blobs.ts';
import type { Repository } from './client.ts';

/** Commits of one query, and of all of them. */
const BATCH = { count: 50, bytes: 50 } as const;
const MOST_COMMITS = 500;
/** Pull requests of one commit that are looked at. */
const MOST_REQUESTS = 5;

/** The pull request that brought a commit to its branch. */
export interface CommitRequest {
  readonly number: number;
  /** Where people see it. */
  readonly url: string;
}

interface RequestNode extends CommitRequest {
  readonly merged: boolean;
  readonly mergeCommit: { readonly oid: string } | null;
}

type CommitAnswer = Readonly<
  Record<
    string,
    Readonly<
      Record<string, { readonly associatedPullRequests?: { readonly nodes: readonly (RequestNode | null)[] } } | null>
    > | null
  >
>;

const FIELDS = `... on Commit { associatedPullRequests(first: ${MOST_REQUESTS}) { nodes { number url merged mergeCommit { oid } } } }`;

const readBatch = async (repository: Repository, shas: readonly string[]): Promise<(CommitRequest | undefined)[]> => {
  const fields = shas.map((sha, index) => `c${index}: object(oid: ${JSON.stringify(sha)}) { ${FIELDS} }`).join('\n');
  const query = `query ($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { ${fields} } }`;
  const answer = await repository.call(`reading the pull requests of ${shas.length} commits`, (api, at) =>
    api.graphql<CommitAnswer>(query, { owner: at.owner, name: at.repo }),
  );
  return shas.map((sha, index) => {
    const nodes = answer['repository']?.[`c${index}`]?.associatedPullRequests?.nodes ?? [];
    const merged = nodes.filter((node) => node !== null).filter((node) => node.merged);
    const found = merged.find(({ mergeCommit }) => mergeCommit?.oid === sha) ?? merged[0];
    return found === undefined ? undefined : { number: found.number, url: found.url };
  });
};

/**
 * The merged pull requests that brought commits, as GitHub knows them: of the first 500, fifty with one request. What a commit
 * says of itself counts for nothing.
 */
export const readCommitRequests = async (
  repository: Repository,
  commits: readonly string[],
): Promise<ReadonlyMap<string, CommitRequest>> => {
  const asked = [...new Set(commits)].slice(0, MOST_COMMITS);
  const found = new Map<string, CommitRequest>();
  for (const batch of inBatches(asked, () => 1, BATCH)) {
    const requests = await readBatch(repository, batch);
    for (const [index, request] of requests.entries()) {
      const sha = batch[index];
      if (request !== undefined && sha !== undefined) found.set(sha, request);
    }
  }
  return found;
};
