import { shellWord } from './shell.ts';

/** Pages of a repository's settings on GitHub, for a person to open. */
export interface SettingsPages {
  readonly environments: string;
  readonly rules: string;
  readonly actions: string;
}

/** @param server without a last slash */
export const settingsPages = (server: string, repository: string): SettingsPages => {
  const settings = `${server}/${repository}/settings`;
  return { environments: `${settings}/environments`, rules: `${settings}/rules`, actions: `${settings}/actions` };
};

/**
 * Commands for GitHub's own command line that make environments and limit each to one branch. Those that are there keep
 * their reviewers only where GitHub is asked again: so it is for new ones.
 */
export const environmentCommand = (repository: string, names: readonly string[], branch: string): string => {
  const place = `repos/${repository}/environments/$name`;
  const limit =
    "-F 'deployment_branch_policy[protected_branches]=false' -F 'deployment_branch_policy[custom_branch_policies]=true'";
  return `for name in ${names.join(' ')}; do gh api -X PUT "${place}" ${limit} && gh api -X POST "${place}/deployment-branch-policies" -f name=${shellWord(branch)}; done`;
};

/** The command that lets workflows open pull requests. */
export const openingCommand = (repository: string): string =>
  `gh api -X PUT repos/${repository}/actions/permissions/workflow -f default_workflow_permissions=read -F can_approve_pull_request_reviews=true`;
