import { isRepository } from './answers.ts';
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

/** A command for GitHub's own command line that makes environments and limits each to one branch: for new ones, without reviewers. */
export const environmentCommand = (repository: string, names: readonly string[], branch: string): string => {
  const place = `repos/${repository}/environments/$name`;
  const limit =
    "-F 'deployment_branch_policy[protected_branches]=false' -F 'deployment_branch_policy[custom_branch_policies]=true'";
  return `for name in ${names.join(' ')}; do gh api -X PUT "${place}" ${limit} && gh api -X POST "${place}/deployment-branch-policies" -f name=${shellWord(branch)}; done`;
};

/** The command that lets workflows open pull requests. */
export const openingCommand = (repository: string): string =>
  `gh api -X PUT repos/${repository}/actions/permissions/workflow -f default_workflow_permissions=read -F can_approve_pull_request_reviews=true`;

/** The command that adds a ruleset with all that this tool leans on; what other rulesets ask for stays. */
export const rulesetCommand = (repository: string, branch: string, checks: readonly string[]): string => {
  const ruleset = {
    name: 'agentcore-sync',
    target: 'branch',
    enforcement: 'active',
    conditions: { ref_name: { include: [`refs/heads/${branch}`], exclude: [] } },
    rules: [
      {
        type: 'pull_request',
        parameters: {
          required_approving_review_count: 1,
          require_code_owner_review: true,
          dismiss_stale_reviews_on_push: true,
          require_last_push_approval: false,
          required_review_thread_resolution: false,
        },
      },
      {
        type: 'required_status_checks',
        parameters: {
          strict_required_status_checks_policy: false,
          required_status_checks: checks.map((context) => ({ context })),
        },
      },
      { type: 'non_fast_forward' },
    ],
  };
  return `echo ${shellWord(JSON.stringify(ruleset))} | gh api -X POST repos/${repository}/rulesets --input -`;
};

/** Commands that store a secret for the jobs that write to a registry and those that renew tokens; each asks for its value. */
export const secretCommand = (repository: string | undefined, name: string): string =>
  ['registry', 'registry-refresh']
    .map((environment) => {
      // Without --repo it is the repository of the clone that it is run in.
      const at = repository !== undefined && isRepository(repository) ? ` --repo ${repository}` : '';
      return `gh secret set ${name}${at} --env ${environment}`;
    })
    .join(' && ');
