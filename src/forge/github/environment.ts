type Environment = Readonly<Record<string, string | undefined>>;

/** The token for GitHub: the input, else GITHUB_TOKEN. Undefined where neither is set. */
export const githubTokenOf = (environment: Environment): string | undefined =>
  environment['INPUT_GITHUB-TOKEN']?.trim() || environment['GITHUB_TOKEN']?.trim() || undefined;

/** Address of the run that this is, where there is one. */
export const runAddress = (environment: Environment): string | undefined => {
  const [server, repository, run] = ['GITHUB_SERVER_URL', 'GITHUB_REPOSITORY', 'GITHUB_RUN_ID'].map(
    (name) => environment[name],
  );
  return server && repository && run ? `${server.replace(/\/+$/, '')}/${repository}/actions/runs/${run}` : undefined;
};
