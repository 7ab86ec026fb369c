import type { BranchRules, CheckRow, EnvironmentFacts, GithubSettings, Readable } from '../model/setup.ts';
import { isRepository } from './answers.ts';
import {
  environmentCommand,
  openingCommand,
  rulesetCommand,
  type SettingsPages,
  settingsPages,
} from './github-places.ts';
import { settingsCommand } from './mending.ts';
import { REQUIRED_CHECKS } from './steps.ts';
import { DEPLOY_ENVIRONMENTS, ENVIRONMENTS } from './subjects.ts';

const APPROVAL = 'registry-approval';
const VERIFY = 'agentcore-verify';
const WITH_TOKEN = [...ENVIRONMENTS.scan, ...ENVIRONMENTS.tokens];
const [DEPLOY_PLAN, DEPLOY] = DEPLOY_ENVIRONMENTS;

const hidden = (check: string, { unreadable }: { readonly unreadable: string }, where: string): CheckRow => ({
  check,
  state: 'skipped',
  met: `this token may not see it (${unreadable})`,
  todo: `Look yourself: ${where}`,
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

/** Which jobs there are besides those that every catalogue has. */
export interface WhatRuns {
  /** Gateways are deployed from files. */
  readonly deploys: boolean;
}

/** Where a repository's settings are made. */
interface Place extends SettingsPages {
  readonly repository: string;
  readonly branch: string;
}

const environmentRow = (name: string, found: EnvironmentFacts | undefined, place: Place): CheckRow => {
  const { repository, branch, environments } = place;
  const check = `environment ${name}`;
  const command = environmentCommand(repository, [name], branch);
  if (found === undefined) {
    const todo = `Create it, and limit its deployment branches to ${branch}: ${environments}`;
    return {
      check,
      state: 'failed',
      met: 'there is none: GitHub makes it without any limit when a job first names it',
      todo,
      command,
    };
  }
  const met = branchesText(found.branches);
  if (!limited(found, branch)) {
    const todo = `Limit its deployment branches to ${branch}: ${environments}`;
    // Made anew it would lose its reviewers: a person decides that.
    return { check, state: 'failed', met, todo, command: found.reviewed ? settingsCommand(repository) : command };
  }
  if (!found.reviewed) return { check, state: 'ok', met };
  const waits =
    name === 'registry' ? 'while an apply waits, no token is refreshed' : 'its jobs wait for a person each time';
  const todo = `Move its required reviewers to ${name === DEPLOY_PLAN ? DEPLOY : APPROVAL}: ${environments}`;
  return {
    check,
    state: name === 'registry' ? 'ok' : 'failed',
    met: `${met}; it asks for approval, so ${waits}`,
    todo,
    command: settingsCommand(repository),
  };
};

const approvalRow = (found: EnvironmentFacts | undefined): CheckRow => ({
  check: `environment ${APPROVAL}`,
  ...(found?.reviewed
    ? { state: 'ok', met: 'a person approves every apply' }
    : { state: 'skipped', met: 'nobody is asked: a merge is applied' }),
});

/** Who deploys gateways: the one environment whose jobs change AWS, so that a person approves each. */
const deployRow = (found: EnvironmentFacts | undefined, place: Place): CheckRow => {
  const row = environmentRow(DEPLOY, found === undefined ? undefined : { ...found, reviewed: false }, place);
  if (row.state !== 'ok') return found?.reviewed ? { ...row, command: settingsCommand(place.repository) } : row;
  return found?.reviewed
    ? { ...row, met: `${row.met}; a person approves every deploy` }
    : {
        ...row,
        state: 'failed',
        met: `${row.met}; nobody is asked, so a merge changes AWS`,
        todo: `Give it required reviewers: ${place.environments}`,
        command: settingsCommand(place.repository),
      };
};

const environmentRows = (
  { environments }: GithubSettings,
  place: Place,
  { deploys }: WhatRuns,
): readonly CheckRow[] => {
  if ('unreadable' in environments) return [hidden('environments', environments, place.environments)];
  const named = (name: string) => environments.value.find((it) => it.name.toLowerCase() === name);
  const verify = named(VERIFY);
  return [
    ...WITH_TOKEN.map((name) => environmentRow(name, named(name), place)),
    // A catalogue without clients has no use for it; where it is there, it is trusted with tokens.
    ...(verify === undefined ? [] : [environmentRow(VERIFY, verify, place)]),
    approvalRow(named(APPROVAL)),
    ...(deploys ? [environmentRow(DEPLOY_PLAN, named(DEPLOY_PLAN), place), deployRow(named(DEPLOY), place)] : []),
  ];
};

const ruleRows = (rules: Readable<BranchRules>, place: Place): readonly CheckRow[] => {
  const { repository, branch } = place;
  const check = `rules of ${branch}`;
  if ('unreadable' in rules) return [hidden(check, rules, place.rules)];
  const { pullRequest, codeOwners, dismissesStale, checks } = rules.value;
  const lacking = [
    ...(pullRequest ? [] : ['a pull request']),
    ...(codeOwners ? [] : ['review from Code Owners']),
    ...(dismissesStale ? [] : ['dismissal of stale approvals']),
    ...REQUIRED_CHECKS.filter((name) => !checks.includes(name)).map((name) => `the check "${name}"`),
  ];
  if (lacking.length === 0) return [{ check, state: 'ok', met: 'reviewed and checked before every merge' }];
  const todo = `Require ${lacking.join(', ')} for ${branch}: ${place.rules} (Branch protection of the old kind is not seen here.)`;
  const command = rulesetCommand(repository, branch, REQUIRED_CHECKS);
  return [{ check, state: 'failed', met: `no ruleset asks for ${lacking.join(', ')}`, todo, command }];
};

const openingRow = (opening: Readable<boolean>, { actions, repository }: Place): CheckRow => {
  const check = 'pull requests by workflows';
  const where = `"Allow GitHub Actions to create and approve pull requests": ${actions}`;
  if ('unreadable' in opening) return hidden(check, opening, where);
  return opening.value
    ? { check, state: 'ok', met: 'workflows may open pull requests' }
    : {
        check,
        state: 'failed',
        met: 'workflows may not open pull requests',
        todo: `Tick ${where}`,
        command: openingCommand(repository),
      };
};

/**
 * What GitHub's settings mean for this tool.
 * @param server address of the server without a last slash
 */
export const githubRows = (settings: GithubSettings, server: string, runs: WhatRuns): readonly CheckRow[] => {
  const { name, defaultBranch } = settings.repository;
  const place: Place = { ...settingsPages(server, name), repository: name, branch: defaultBranch };
  const rows = [
    ...environmentRows(settings, place, runs),
    ...ruleRows(settings.rules, place),
    openingRow(settings.actionsOpenRequests, place),
  ];
  // A name of another form than GitHub's stands in no command that is pasted.
  return isRepository(name)
    ? rows
    : rows.map((row) => (row.command === undefined ? row : { ...row, command: settingsCommand(name) }));
};
