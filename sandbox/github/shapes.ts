import type { Complete } from './complete.ts';
import type { Json } from './contract.ts';
import type { CommitData, TreeItem } from './git.ts';
import { branchRef, type CheckRun, type Comment, type Item, type World } from './state.ts';

const numberOf = (text: string): number => [...text].reduce((sum, it) => (sum * 31 + it.charCodeAt(0)) % 1_000_003, 7);

const user = (login: string): Json => ({ login, id: numberOf(login), type: login.endsWith('[bot]') ? 'Bot' : 'User' });

/** GitHub's answers about the double's state. */
export const createShapes = (world: World, complete: Complete) => {
  const { git } = world;
  const api = (path: string): string => `${world.apiUrl}/repos/${world.owner}/${world.name}${path}`;
  const web = (path: string): string => `${world.serverUrl}/${world.owner}/${world.name}${path}`;
  const repository: Json = {
    id: world.repositoryId,
    name: world.name,
    full_name: `${world.owner}/${world.name}`,
    default_branch: world.defaultBranch,
    owner: user(world.owner),
  };
  const parents = (data: CommitData): Json[] =>
    data.parents.map((sha) => ({ sha, url: api(`/git/commits/${sha}`), html_url: web(`/commit/${sha}`) }));
  const label = (name: string): Json => ({ name, color: 'ededed', default: false });
  const pullCommon = (item: Item): Json => {
    const { pull } = item;
    if (!pull) throw new Error(`${item.number} is no pull request`);
    const side = (branch: string, sha: string): Json => ({
      label: `${world.owner}:${branch}`,
      ref: branch,
      sha,
      user: user(world.owner),
      repo: repository,
    });
    return {
      id: item.number,
      node_id: `PR_${item.number}`,
      number: item.number,
      title: item.title,
      body: item.body,
      state: item.state,
      draft: pull.draft,
      html_url: web(`/pull/${item.number}`),
      user: user(item.author),
      labels: item.labels.map(label),
      assignees: item.assignees.map(user),
      requested_reviewers: pull.reviewers.map(user),
      requested_teams: pull.teams.map((slug) => ({ name: slug, slug })),
      merged_at: pull.merged ? '2026-01-05T09:00:00Z' : null,
      closed_at: item.state === 'closed' ? '2026-01-05T09:00:00Z' : null,
      merge_commit_sha: pull.mergeCommit ?? null,
      head: side(pull.head, pull.headSha),
      base: side(pull.base, git.resolve(branchRef(pull.base)) ?? pull.headSha),
      author_association: 'CONTRIBUTOR',
    };
  };
  const commit = (data: CommitData): Json =>
    complete('commit', {
      sha: data.sha,
      html_url: web(`/commit/${data.sha}`),
      commit: {
        message: data.message,
        tree: { sha: data.tree },
        author: data.author,
        committer: data.committer,
      },
      parents: parents(data),
    });

  return {
    user,
    web,
    commit,
    repository: (): Json => complete('full-repository', { ...repository, node_id: `R_${world.repositoryId}` }),
    ref: (ref: string, sha: string): Json =>
      complete('git-ref', { ref, url: api(`/git/${ref}`), object: { type: 'commit', sha } }),
    gitCommit: (data: CommitData): Json =>
      complete('git-commit', {
        sha: data.sha,
        html_url: web(`/commit/${data.sha}`),
        message: data.message,
        tree: { sha: data.tree },
        author: data.author,
        committer: data.committer,
        parents: parents(data),
        verification: { verified: data.committer.email === 'noreply@github.com', reason: 'valid' },
      }),
    tree: (sha: string, items: readonly TreeItem[], truncated: boolean): Json =>
      complete('git-tree', { sha, tree: items.map((item) => ({ ...item })), truncated }),
    pullSimple: (item: Item): Json => complete('pull-request-simple', pullCommon(item)),
    pull: (item: Item): Json =>
      complete('pull-request', {
        ...pullCommon(item),
        merged: item.pull?.merged ?? false,
        mergeable: null,
        mergeable_state: 'unknown',
        comments: item.comments.length,
      }),
    issue: (item: Item): Json =>
      complete('issue', {
        id: item.number,
        number: item.number,
        title: item.title,
        body: item.body,
        state: item.state,
        html_url: web(`/${item.pull ? 'pull' : 'issues'}/${item.number}`),
        user: user(item.author),
        labels: item.labels.map(label),
        assignees: item.assignees.map(user),
        comments: item.comments.length,
        closed_by: item.closedBy === undefined ? null : user(item.closedBy),
        ...(item.pull ? { pull_request: {} } : {}),
      }),
    comment: (item: Item, comment: Comment): Json =>
      complete('issue-comment', {
        id: comment.id,
        body: comment.body,
        user: user(comment.author),
        html_url: web(`/issues/${item.number}#issuecomment-${comment.id}`),
        issue_url: api(`/issues/${item.number}`),
      }),
    label: (name: string): Json => complete('label', label(name)),
    check: (run: CheckRun): Json =>
      complete('check-run', {
        id: run.id,
        name: run.name,
        head_sha: run.sha,
        status: run.status,
        conclusion: run.conclusion ?? null,
        html_url: web(`/runs/${run.id}`),
        details_url: run.detailsUrl ?? null,
        external_id: run.externalId ?? null,
        output: {
          title: run.title ?? null,
          summary: run.summary ?? null,
          text: run.text ?? null,
          annotations_count: run.annotations.length,
        },
      }),
    complete,
  };
};

export type Shapes = ReturnType<typeof createShapes>;
