import type { CommandContext } from '../../commands/context.ts';

/** Address of the run that this is, where there is one. */
export const runAddress = ({ environment }: CommandContext): string | undefined => {
  const [server, repository, run] = ['GITHUB_SERVER_URL', 'GITHUB_REPOSITORY', 'GITHUB_RUN_ID'].map(
    (name) => environment[name],
  );
  return server && repository && run ? `${server.replace(/\/+$/, '')}/${repository}/actions/runs/${run}` : undefined;
};
