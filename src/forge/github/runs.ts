import type { Repository } from './client.ts';
import { readTree } from './listing.ts';

/** One run of a workflow. */
export interface WorkflowRun {
  readonly url: string;
  /** What started it: schedule, push, workflow_dispatch, …. */
  readonly event: string;
  /** Commit that it ran on. */
  readonly head: string;
  /** As GitHub says it: queued, in_progress, waiting, completed, …. */
  readonly status: string;
  /** Of a completed run: success, failure, cancelled, …. */
  readonly conclusion: string;
  /** RFC 3339. */
  readonly created: string;
  readonly updated: string;
}

const NEWEST = 50;

/**
 * The newest runs of a workflow on a branch, newest first; undefined where there is no such workflow.
 * @param workflow its file name
 */
export const readRuns = async (
  repository: Repository,
  workflow: string,
  filter: { readonly branch: string; readonly status?: 'success' },
): Promise<readonly WorkflowRun[] | undefined> => {
  const answer = await repository.find(`listing the runs of ${workflow}`, (api, at) =>
    api.request('GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs', {
      ...at,
      workflow_id: workflow,
      per_page: filter.status === undefined ? NEWEST : 1,
      ...filter,
    }),
  );
  return answer?.data.workflow_runs.map((run) => ({
    url: run.html_url,
    event: run.event,
    head: run.head_sha,
    status: run.status ?? '',
    conclusion: run.conclusion ?? '',
    created: run.created_at,
    updated: run.updated_at,
  }));
};

/** Pages of a hundred runs that are looked at. */
const MOST_PAGES = 10;

/** The runs of a workflow that went well, by the commit that they ran on, from a day (YYYY-MM-DD) on; not beyond the newest thousand. */
export const readGoodRuns = async (
  repository: Repository,
  workflow: string,
  since: string | undefined,
): Promise<ReadonlyMap<string, Pick<WorkflowRun, 'url' | 'updated'>>> => {
  const found = new Map<string, Pick<WorkflowRun, 'url' | 'updated'>>();
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await repository.find(`listing the runs of ${workflow}`, (api, at) =>
      api.request('GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs', {
        ...at,
        workflow_id: workflow,
        status: 'success',
        per_page: 100,
        page,
        ...(since === undefined ? {} : { created: `>=${since}` }),
      }),
    );
    const runs = answer?.data.workflow_runs ?? [];
    // Newest first: of several on one commit the first that went well is the one that applied it.
    for (const run of runs) found.set(run.head_sha, { url: run.html_url, updated: run.updated_at });
    if (runs.length < 100) break;
  }
  return found;
};

/** Starts a workflow by hand. Throws SyncError github/forbidden without `actions: write`. */
export const startWorkflow = async (repository: Repository, workflow: string, branch: string): Promise<void> => {
  await repository.call(`starting ${workflow} on ${branch}`, (api, at) =>
    api.request('POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches', {
      ...at,
      workflow_id: workflow,
      ref: branch,
    }),
  );
};

const treeOf = async (repository: Repository, commit: string): Promise<string | undefined> => {
  const answer = await repository.find(`reading commit ${commit}`, (api, at) =>
    api.request('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', { ...at, commit_sha: commit }),
  );
  return answer?.data.tree.sha;
};

/** Git's id of what lies at a path of a tree; undefined where nothing does. */
const objectAt = async (repository: Repository, tree: string, path: string): Promise<string | undefined> => {
  let sha: string | undefined = tree;
  for (const part of path.split('/').filter((it) => it !== '' && it !== '.')) {
    if (sha === undefined) return undefined;
    const { items } = await readTree(repository, sha, false);
    sha = items.find((it) => it.path === part)?.sha;
  }
  return sha;
};

/** True when two commits have the same at every path (files or folders, from the repository's root). */
export const sameAt = async (
  repository: Repository,
  commits: readonly [string, string],
  paths: readonly string[],
): Promise<boolean> => {
  const [one, other] = commits;
  if (one === other) return true;
  const trees = [await treeOf(repository, one), await treeOf(repository, other)] as const;
  if (trees[0] === undefined || trees[1] === undefined) return false;
  for (const path of paths) {
    if ((await objectAt(repository, trees[0], path)) !== (await objectAt(repository, trees[1], path))) return false;
  }
  return true;
};
