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
} as const;

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
