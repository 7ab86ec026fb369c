import type { SetupStep } from '../model/setup.ts';
import { GITHUB, type InitAnswers } from './answers.ts';
import { confirmHubOf, subjectsOf, TRUSTED_ENVIRONMENTS } from './subjects.ts';

/** The checks that review.yml runs and scan.yml reports. */
export const REQUIRED_CHECKS = ['agentcore-sync validate', 'agentcore-sync plan'] as const;

const unanswered = (answers: InitAnswers): readonly string[] => [
  ...(answers.accounts.length === 0 && answers.hubRole === undefined
    ? ['agentcore-sync.yaml: aws.accounts, or aws.organization with aws.hubRole.']
    : []),
  ...(answers.registryUrl === undefined ? ['agentcore-sync.yaml: registry.url.'] : []),
  ...(answers.codeOwners.length === 0
    ? ['.github/CODEOWNERS was not written: run init again with --code-owners @organization/team.']
    : []),
  ...(answers.repository.ids === undefined
    ? [
        ...(answers.unread === undefined ? [] : [`GitHub did not tell the repository's ids: ${answers.unread}.`]),
        `iam/: replace ORGID and REPOID by owner.id and id of ${apiOf(answers)}. (With GITHUB_REPOSITORY and GITHUB_TOKEN set, init reads them itself, before these files are there.)`,
      ]
    : []),
];

const apiOf = ({ server, repository }: InitAnswers): string =>
  server === GITHUB ? `https://api.github.com/repos/${repository.name}` : `${server}/api/v3/repos/${repository.name}`;

const rolesStep = ({ hubRole, repository }: InitAnswers): SetupStep => ({
  title: 'AWS: deploy the roles in iam/ (CloudFormation or Terraform)',
  details: [
    ...(hubRole === undefined
      ? ['account: in every account, for example as a StackSet. The jobs assume its two roles directly, without a hub.']
      : [
          `hub: once, so that ${hubRole} and ${confirmHubOf(hubRole)} exist; give it OrganizationId. Then account: in every account, for example as a StackSet.`,
        ]),
    'account holds AgentCoreSync, which scans, and AgentCoreConfirm, which apply, refresh and verify ask whether a place is as an entry says.',
    'tokens: in accounts that hold a user pool or a secret named in issuers. List their ARNs in its parameters.',
    'The trust policies compare the whole sub. These are written into the parameters:',
    ...subjectsOf(repository, TRUSTED_ENVIRONMENTS).map((subject) => `  ${subject}`),
  ],
});

const environmentsStep = ({ branch }: InitAnswers): SetupStep => ({
  title: `GitHub, Settings, Environments: create these, each with "Deployment branches and tags" limited to ${branch}`,
  details: [
    'agentcore-scan: no secret.',
    'registry and registry-refresh: the secret REGISTRY_TOKEN, and one for every other { env: … } of the configuration.',
    'agentcore-verify: the same secrets, once a workflow of yours runs verify.',
    'registry-approval: no secret. Required reviewers here approve every apply; without them a merge is enough.',
    'Put no reviewers on the other three: a scan or a refresh would wait for a person.',
  ],
});

const rulesetStep = ({ branch }: InitAnswers): SetupStep => ({
  title: `GitHub, Settings, Rules: a ruleset for ${branch}`,
  details: [
    'Require a pull request, with review from Code Owners, and dismiss stale approvals when new commits are pushed.',
    `Require the status checks "${REQUIRED_CHECKS.join('" and "')}".`,
    'Give no workflow and no app a bypass; block force pushes.',
  ],
});

const actionsStep: SetupStep = {
  title: 'GitHub, Settings, Actions, General: tick "Allow GitHub Actions to create and approve pull requests"',
  details: ['Without it scan.yml pushes its branch and shows a link, and a person opens the pull request.'],
};

const startStep = ({ branch }: InitAnswers): SetupStep => ({
  title: `Commit these files to ${branch}, then start doctor.yml and, when it is content, scan.yml`,
  details: ['Both under Actions, "Run workflow". Scan opens the first pull request.'],
});

const withoutEnvironments: SetupStep = {
  title: 'On a plan without environments (private repositories of GitHub Free) you lose the following',
  details: [
    'Secrets belong to the whole repository: every branch that somebody pushes can hold a workflow that reads them.',
    'The sub names a branch or a pull request instead of an environment, so the roles here trust no job: you would have to trust repo:…:ref:refs/heads/… by hand.',
    'Nobody can be asked to approve an apply. Required reviewers in private repositories need GitHub Enterprise.',
    'Use a public repository or a plan with environments where that matters.',
  ],
};

const olderServer: SetupStep = {
  title: 'GitHub Enterprise Server',
  details: [
    'The workflows have no concurrency queue, which not every version knows: a run that waits can be replaced by a newer one.',
    "The roles trust tokens of github.com: in iam/, replace token.actions.githubusercontent.com by your server's issuer (host/_services/token).",
    'The server must find this action: mirror its repository, or use GitHub Connect.',
  ],
};

/** What only a person can do after init, in the order in which it is done. */
export const setupSteps = (answers: InitAnswers): readonly SetupStep[] => {
  const open = unanswered(answers);
  return [
    ...(open.length === 0 ? [] : [{ title: 'Fill in what nobody answered', details: open }]),
    ...(answers.server === GITHUB ? [] : [olderServer]),
    rolesStep(answers),
    environmentsStep(answers),
    rulesetStep(answers),
    actionsStep,
    startStep(answers),
    withoutEnvironments,
  ];
};
