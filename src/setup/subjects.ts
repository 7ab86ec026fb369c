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
  /** Who reads the secrets of clients: also what asks servers with their tokens, and holds none of a registry. */
  clients: ['registry', 'registry-refresh', 'agentcore-verify'],
  confirm: ['registry', 'registry-refresh', 'agentcore-verify'],
} as const;

/** Every environment that some role trusts, each once. */
export const TRUSTED_ENVIRONMENTS: readonly string[] = [...new Set(Object.values(ENVIRONMENTS).flat())];

/** The hub for confirming that hub.yaml makes beside the hub of the scan. */
export const confirmHubOf = (hubRole: string): string => hubRole.replace(/:role\/.*$/, ':role/AgentCoreConfirmHub');

/** Environments of the jobs that make change sets and execute them; their hub trusts no other. */
export const DEPLOY_ENVIRONMENTS = ['agentcore-deploy-plan', 'agentcore-deploy'] as const;

/** The hub of deploys as iam/gateways/hub.yaml names it, in the account of the scan's hub. */
export const deployHubOf = (hubRole: string): string => hubRole.replace(/:role\/.*$/, ':role/AgentCoreDeployHub');

/** The provider of GitHub's tokens that the scan's hub has in its account. */
export const providerOf = (hubRole: string): string =>
  hubRole.replace(/:role\/.*$/, ':oidc-provider/token.actions.githubusercontent.com');

/**
 * The whole `sub` claims of jobs in an environment, in both forms that GitHub sends: names alone, and names with the ids
 * that stay when a name is given to somebody else. Where the ids are not known the second form is left out: a role trusts
 * nothing that stands for something else.
 * https://docs.github.com/actions/concepts/security/openid-connect
 */
export const subjectsOf = (
  { name: whole, ids }: RepositoryIdentity,
  environments: readonly string[],
): readonly string[] => {
  const [owner, name] = whole.split('/');
  return environments.flatMap((environment) => [
    `repo:${owner}/${name}:environment:${environment}`,
    ...(ids === undefined ? [] : [`repo:${owner}@${ids.owner}/${name}@${ids.repository}:environment:${environment}`]),
  ]);
};
