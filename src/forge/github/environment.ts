import { withoutEnd } from '../../model/ends.ts';
import type { RunFacts } from '../../model/run-facts.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What GitHub's runner says of the run. The token is that of the input, else GITHUB_TOKEN.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 */
export const readRun = (environment: Environment): RunFacts => {
  const text = (name: string): string | undefined => environment[name] || undefined;
  const address = (name: string): string | undefined => {
    const url = text(name);
    return url === undefined ? undefined : withoutEnd(url, '/');
  };
  return {
    job: environment['GITHUB_ACTIONS'] === 'true',
    repository: text('GITHUB_REPOSITORY'),
    repositoryId: text('GITHUB_REPOSITORY_ID'),
    server: address('GITHUB_SERVER_URL'),
    api: address('GITHUB_API_URL'),
    id: text('GITHUB_RUN_ID'),
    workflow: text('GITHUB_WORKFLOW_REF'),
    token: environment['INPUT_GITHUB-TOKEN']?.trim() || environment['GITHUB_TOKEN']?.trim() || undefined,
  };
};

/** Whether this is a job, which may be given an OIDC token: its runner says so, or the place to ask for one is there. */
export const canHaveIdToken = (environment: Environment): boolean =>
  environment['GITHUB_ACTIONS'] === 'true' || (environment['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '') !== '';

/** Address of the run that this is, where there is one. */
export const runAddress = ({ server, repository, id }: RunFacts): string | undefined =>
  server && repository && id ? `${server}/${repository}/actions/runs/${id}` : undefined;
