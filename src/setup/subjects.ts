/** A repository as GitHub's OIDC tokens name it. */
export interface RepositoryIdentity {
  /** `owner/name`. */
  readonly name: string;
  /** Numeric ids of owner and repository; absent where nobody could read them. */
  readonly ids?: { readonly owner: string; readonly repository: string };
}

/** Environments of the jobs that ask for an OIDC token, by the role that trusts them. */
export const ENVIRONMENTS = {
  scan: ['agentcore-scan'],
  tokens: ['registry', 'registry-refresh'],
  confirm: ['registry', 'registry-refresh', 'agentcore-verify'],
} as const;

/** Every environment that some role trusts, each once. */
export const TRUSTED_ENVIRONMENTS: readonly string[] = [...new Set(Object.values(ENVIRONMENTS).flat())];

/** The hub for confirming that hub.yaml makes beside the hub of the scan. */
export const confirmHubOf = (hubRole: string): string => hubRole.replace(/:role\/.*$/, ':role/AgentCoreConfirmHub');

/**
 * The whole `sub` claims of jobs in an environment, in both forms that GitHub sends: names alone, and names with the ids
 * that stay when a name is given to somebody else. Unknown ids stand as ORGID and REPOID, which match nothing.
 * https://docs.github.com/actions/concepts/security/openid-connect
 */
export const subjectsOf = (
  repository: RepositoryIdentity,
  environments: readonly string[],
): readonly [string, ...string[]] => {
  const [owner = 'ORG', name = 'REPO'] = repository.name.split('/');
  const { owner: ownerId, repository: repositoryId } = repository.ids ?? { owner: 'ORGID', repository: 'REPOID' };
  const [first = '', ...rest] = environments.flatMap((environment) => [
    `repo:${owner}/${name}:environment:${environment}`,
    `repo:${owner}@${ownerId}/${name}@${repositoryId}:environment:${environment}`,
  ]);
  return [first, ...rest];
};
