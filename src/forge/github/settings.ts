import { SyncError } from '../../model/errors.ts';
import type { BranchRules, EnvironmentFacts, GithubSettings, Readable, RepositoryFacts } from '../../model/setup.ts';
import type { Repository } from './client.ts';

/** What GitHub says of the repository itself. Throws SyncError github/*. */
export const readRepositoryFacts = async (repository: Repository): Promise<RepositoryFacts> => {
  const { data } = await repository.call('reading the repository', (api, at) =>
    api.request('GET /repos/{owner}/{repo}', at),
  );
  return {
    name: data.full_name,
    ids: { owner: String(data.owner.id), repository: String(data.id) },
    defaultBranch: data.default_branch,
    visibility: data.visibility ?? (data.private ? 'private' : 'public'),
  };
};

/** What a token may not see is no failure: GitHub says so with 401, 403 or 404. */
const readable = async <Value>(read: () => Promise<Value>): Promise<Readable<Value>> => {
  try {
    return { value: await read() };
  } catch (error) {
    const hidden = error instanceof SyncError && [401, 403, 404].includes(error.status ?? 0);
    if (!hidden) throw error;
    return { unreadable: error.message };
  }
};

const branchesOf = async (
  repository: Repository,
  name: string,
  policy: { readonly protected_branches: boolean } | null | undefined,
): Promise<EnvironmentFacts['branches']> => {
  if (!policy) return 'all';
  if (policy.protected_branches) return 'protected';
  const { data } = await repository.call(`reading the branches of environment ${name}`, (api, at) =>
    api.request('GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies', {
      ...at,
      environment_name: name,
      per_page: 100,
    }),
  );
  return data.branch_policies.flatMap((it) => it.name ?? []);
};

const readEnvironments = async (repository: Repository): Promise<readonly EnvironmentFacts[]> => {
  const { data } = await repository.call('listing the environments', (api, at) =>
    api.request('GET /repos/{owner}/{repo}/environments', { ...at, per_page: 100 }),
  );
  const found: EnvironmentFacts[] = [];
  for (const { name, deployment_branch_policy: policy, protection_rules: rules } of data.environments ?? []) {
    found.push({
      name,
      branches: await branchesOf(repository, name, policy),
      reviewed: (rules ?? []).some(({ type }) => type === 'required_reviewers'),
    });
  }
  return found;
};

const readRules = async (repository: Repository, branch: string): Promise<BranchRules> => {
  const rules = await repository.call(`reading the rules of ${branch}`, (api, at) =>
    api.paginate('GET /repos/{owner}/{repo}/rules/branches/{branch}', { ...at, branch, per_page: 100 }),
  );
  const reviews = rules.flatMap((rule) => (rule.type === 'pull_request' ? [rule.parameters] : []));
  return {
    pullRequest: reviews.length > 0,
    codeOwners: reviews.some((it) => it?.require_code_owner_review === true),
    dismissesStale: reviews.some((it) => it?.dismiss_stale_reviews_on_push === true),
    checks: rules.flatMap((rule) =>
      rule.type === 'required_status_checks'
        ? (rule.parameters?.required_status_checks ?? []).map(({ context }) => context)
        : [],
    ),
  };
};

const readOpening = async (repository: Repository): Promise<boolean> => {
  const { data } = await repository.call('reading what workflows may do', (api, at) =>
    api.request('GET /repos/{owner}/{repo}/actions/permissions/workflow', at),
  );
  return data.can_approve_pull_request_reviews;
};

/**
 * Settings of the repository that this tool leans on, as far as the token may see them. Throws SyncError github/* and
 * network/* where GitHub does not answer.
 */
export const readGithubSettings = async (repository: Repository): Promise<GithubSettings> => {
  const facts = await readRepositoryFacts(repository);
  return {
    repository: facts,
    environments: await readable(() => readEnvironments(repository)),
    rules: await readable(() => readRules(repository, facts.defaultBranch)),
    actionsOpenRequests: await readable(() => readOpening(repository)),
  };
};
