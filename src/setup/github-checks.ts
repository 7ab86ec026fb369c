import type { BranchRules, CheckRow, EnvironmentFacts, GithubSettings, Readable } from '../model/setup.ts';
import { REQUIRED_CHECKS } from './steps.ts';
import { ENVIRONMENTS } from './subjects.ts';

const APPROVAL = 'registry-approval';
const VERIFY = 'agentcore-verify';
const WITH_TOKEN = [...ENVIRONMENTS.scan, ...ENVIRONMENTS.tokens];

const hidden = (check: string, { unreadable }: { readonly unreadable: string }, where: string): CheckRow => ({
  check,
  state: 'skipped',
  met: `this token may not see it (${unreadable})`,
  todo: `Look at ${where} yourself.`,
});

const branchesText = (branches: EnvironmentFacts['branches']): string =>
  typeof branches === 'string'
    ? branches === 'all'
      ? 'any branch may use it'
      : 'protected branches may use it'
    : `these branches may use it: ${branches.join(', ') || 'none'}`;

/** Whether nothing but the default branch, or branches that somebody protects, may use an environment. */
const limited = ({ branches }: EnvironmentFacts, branch: string): boolean =>
  branches === 'protected' || (branches !== 'all' && branches.length === 1 && branches[0] === branch);

const environmentRow = (name: string, found: EnvironmentFacts | undefined, branch: string): CheckRow => {
  const check = `environment ${name}`;
  const place = `Settings, Environments, ${name}`;
  if (found === undefined) {
    const todo = `Create it under Settings, Environments, and limit its deployment branches to ${branch}.`;
    return {
      check,
      state: 'failed',
      met: 'there is none: GitHub makes it without any limit when a job first names it',
      todo,
    };
  }
  const met = branchesText(found.branches);
  if (!limited(found, branch)) {
    return { check, state: 'failed', met, todo: `${place}: limit the deployment branches to ${branch}.` };
  }
  if (!found.reviewed) return { check, state: 'ok', met };
  const waits =
    name === 'registry' ? 'while an apply waits, no token is refreshed' : 'its jobs wait for a person each time';
  const todo = `${place}: move the required reviewers to ${APPROVAL}.`;
  return {
    check,
    state: name === 'registry' ? 'ok' : 'failed',
    met: `${met}; it asks for approval, so ${waits}`,
    todo,
  };
};

const approvalRow = (found: EnvironmentFacts | undefined): CheckRow => ({
  check: `environment ${APPROVAL}`,
  ...(found?.reviewed
    ? { state: 'ok', met: 'a person approves every apply' }
    : { state: 'skipped', met: 'nobody is asked: a merge is applied' }),
});

const environmentRows = ({ environments, repository }: GithubSettings): readonly CheckRow[] => {
  if ('unreadable' in environments) return [hidden('environments', environments, 'Settings, Environments')];
  const named = (name: string) => environments.value.find((it) => it.name.toLowerCase() === name);
  const verify = named(VERIFY);
  return [
    ...WITH_TOKEN.map((name) => environmentRow(name, named(name), repository.defaultBranch)),
    // No workflow of init needs it; where it is there, it is trusted with tokens.
    ...(verify === undefined ? [] : [environmentRow(VERIFY, verify, repository.defaultBranch)]),
    approvalRow(named(APPROVAL)),
  ];
};

const ruleRows = (rules: Readable<BranchRules>, branch: string): readonly CheckRow[] => {
  const check = `rules of ${branch}`;
  if ('unreadable' in rules) return [hidden(check, rules, 'Settings, Rules')];
  const { pullRequest, codeOwners, dismissesStale, checks } = rules.value;
  const lacking = [
    ...(pullRequest ? [] : ['a pull request']),
    ...(codeOwners ? [] : ['review from Code Owners']),
    ...(dismissesStale ? [] : ['dismissal of stale approvals']),
    ...REQUIRED_CHECKS.filter((name) => !checks.includes(name)).map((name) => `the check "${name}"`),
  ];
  if (lacking.length === 0) return [{ check, state: 'ok', met: 'reviewed and checked before every merge' }];
  const todo = `Settings, Rules: require ${lacking.join(', ')} for ${branch}. (Branch protection of the old kind is not seen here.)`;
  return [{ check, state: 'failed', met: `no ruleset asks for ${lacking.join(', ')}`, todo }];
};

const openingRow = (opening: Readable<boolean>): CheckRow => {
  const check = 'pull requests by workflows';
  const where = 'Settings, Actions, General, "Allow GitHub Actions to create and approve pull requests"';
  if ('unreadable' in opening) return hidden(check, opening, where);
  return opening.value
    ? { check, state: 'ok', met: 'workflows may open pull requests' }
    : { check, state: 'failed', met: 'workflows may not open pull requests', todo: `Tick ${where}.` };
};

/** What GitHub's settings mean for this tool. */
export const githubRows = (settings: GithubSettings): readonly CheckRow[] => [
  ...environmentRows(settings),
  ...ruleRows(settings.rules, settings.repository.defaultBranch),
  openingRow(settings.actionsOpenRequests),
];
