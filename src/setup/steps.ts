import type { SetupStep } from '../model/setup.ts';
import { GITHUB, type GithubAnswers, type InitAnswers } from './answers.ts';
import { accountCommand, gatewayCommands, hubCommand } from './deploy.ts';
import { environmentCommand, openingCommand, settingsPages } from './github-places.ts';
import {
  confirmHubOf,
  DEPLOY_ENVIRONMENTS,
  deployHubOf,
  ENVIRONMENTS,
  subjectsOf,
  TRUSTED_ENVIRONMENTS,
} from './subjects.ts';
import type { There } from './there.ts';

/** The checks that review.yml runs and scan.yml reports. */
export const REQUIRED_CHECKS = ['agentcore-sync validate', 'agentcore-sync plan'] as const;

/** Environments that some job of init's workflows names. */
const CREATED = [...new Set([...ENVIRONMENTS.scan, ...ENVIRONMENTS.clients, 'registry-approval'])];

/** What was there before this run: nothing is asked for that a file already says. */
export type Standing = Pick<There, 'configuration' | 'codeOwners'>;

/** A line for a shell: it is never broken, so that it can be copied whole. */
const command = (text: string): string => `  ${text}`;

const ORGANIZATION_ID = 'aws organizations describe-organization --query Organization.Id --output text';

const openInGithub = (github: GithubAnswers): readonly string[] =>
  github.repository.ids !== undefined
    ? []
    : [
        ...(github.unread === undefined ? [] : [`GitHub did not tell the repository's ids: ${github.unread}.`]),
        'The roles trust the subjects with names alone. GitHub may send those with ids: read them, remove iam/**/*.parameters.json and terraform.tfvars, and run init again with',
        command(`--repository-ids "$(gh api repos/${github.repository.name} --jq '"\\(.owner.id)/\\(.id)"')"`),
      ];

const unanswered = (answers: InitAnswers, there: Standing): readonly string[] => {
  const { github } = answers;
  return [
    ...(there.configuration || answers.scope.type !== 'own'
      ? []
      : [
          "agentcore-sync.yaml: aws.accounts or aws.organization. Without them only the caller's own account is scanned.",
        ]),
    ...(answers.registryUrl === undefined && answers.site === undefined
      ? ['agentcore-sync.yaml: registry. Once it is there, init writes the workflows that apply and refresh.']
      : []),
    ...(github === undefined || there.codeOwners || answers.codeOwners.length > 0
      ? []
      : ['.github/CODEOWNERS was not written: run init again with --code-owners @organization/team.']),
    ...(github === undefined ? [] : openInGithub(github)),
    ...(github === undefined || answers.hubRole === undefined || answers.organizationId !== undefined
      ? []
      : [
          'iam/: the hub needs OrganizationId, in hub.parameters.json or terraform.tfvars. It is what this prints:',
          command(ORGANIZATION_ID),
        ]),
  ];
};

const rolesStep = ({ hubRole, scope }: InitAnswers, { repository }: GithubAnswers): SetupStep => ({
  title: 'AWS: deploy the roles (iam/terraform holds the same for Terraform)',
  details: [
    ...(hubRole === undefined
      ? ['No hub: the jobs assume the roles of each account directly, which needs GitHub as an OIDC provider there.']
      : [
          `First once, in the account of ${hubRole}: that role, which the scan assumes, and ${confirmHubOf(hubRole)}, which apply and refresh assume.`,
          command(hubCommand()),
        ]),
    'In every account: AgentCoreSync, which lists and gets, and AgentCoreConfirm, which says whether a place is as an entry says.',
    command(accountCommand(scope)),
    ...(scope.type === 'organization' || (scope.type === 'accounts' && scope.accounts.length > 1)
      ? ['Run it in the management account. A StackSet leaves that account out: deploy account.yaml there by itself.']
      : []),
    'tokens.yaml: only in accounts that hold a user pool or a secret named in issuers.',
    'verify.yaml: only where aws.verify is wanted: it calls servers that take signatures of AWS.',
    'The trust policies compare the whole sub. These are written into the parameters:',
    ...subjectsOf(repository, TRUSTED_ENVIRONMENTS).map(command),
  ],
});

/** A site has no token; every registry that is called has one. */
const tokenDetails = ({ registryUrl, site }: InitAnswers, repository: string): readonly string[] =>
  registryUrl === undefined && site !== undefined
    ? [
        'agentcore-scan holds no secret. registry and registry-refresh hold one for every { env: … } of the configuration; a site needs none.',
      ]
    : [
        'agentcore-scan holds no secret. registry and registry-refresh hold REGISTRY_TOKEN, and one for every other { env: … } of the configuration:',
        ...ENVIRONMENTS.tokens.map((name) =>
          command(`gh secret set REGISTRY_TOKEN --repo ${repository} --env ${name}`),
        ),
      ];

const environmentsStep = (answers: InitAnswers, { branch, repository, server }: GithubAnswers): SetupStep => ({
  title: `GitHub: environments, each limited to ${branch}: ${settingsPages(server, repository.name).environments}`,
  details: [
    command(environmentCommand(repository.name, CREATED, branch)),
    ...tokenDetails(answers, repository.name),
    'registry-approval holds no secret. Required reviewers there approve every apply; without them a merge is enough. Put none on the others: a scan or a refresh would wait for a person.',
    'agentcore-verify holds the secrets of the configuration’s issuers alone, never the registry’s: verify.yml sends tokens to servers.',
  ],
});

const rulesetStep = ({ branch, repository, server }: GithubAnswers): SetupStep => ({
  title: `GitHub: a ruleset for ${branch}: ${settingsPages(server, repository.name).rules}`,
  details: [
    'Require a pull request, with review from Code Owners, and dismiss stale approvals when new commits are pushed.',
    `Require the status checks "${REQUIRED_CHECKS.join('" and "')}".`,
    'Give no workflow and no app a bypass; block force pushes.',
  ],
});

const actionsStep = ({ repository, server }: GithubAnswers): SetupStep => ({
  title: `GitHub: tick "Allow GitHub Actions to create and approve pull requests": ${settingsPages(server, repository.name).actions}`,
  details: [
    command(openingCommand(repository.name)),
    'Without it scan.yml pushes its branch and shows a link, and a person opens the pull request.',
  ],
});

/** What was there already was kept: the list of what definitions may name is the people's to add. */
const gatewaysBlock = ({ configuration }: Standing, { hubRole }: InitAnswers): readonly string[] =>
  configuration
    ? [
        'agentcore-sync.yaml was kept. Add to it, in a pull request of its own:',
        command('gateways:'),
        command('  permissionsBoundary: AgentCoreGatewayBoundary'),
        command('  deploy:'),
        command(
          `    hubRole: ${hubRole === undefined ? 'the HubRoleArn that the hub’s stack puts out' : deployHubOf(hubRole)}`,
        ),
      ]
    : [];

/** Gateways from files need roles, a hub and environments of their own: nothing that scans or applies may change AWS. */
const gatewaysStep = (
  answers: InitAnswers,
  { branch, repository, server }: GithubAnswers,
  there: Standing,
): SetupStep => {
  const { hub, account } = gatewayCommands();
  const [plan, deploy] = DEPLOY_ENVIRONMENTS;
  return {
    title: 'Gateways as code: environments and roles of their own',
    details: [
      command(environmentCommand(repository.name, DEPLOY_ENVIRONMENTS, branch)),
      `${deploy} needs required reviewers: they approve the change sets that ${plan} made. Neither holds a secret: ${settingsPages(server, repository.name).environments}`,
      'First once, the hub that deploys alone assume; then the roles, in every account of gateways:',
      command(hub),
      command(account),
      ...(answers.hubRole === undefined
        ? ['iam/gateways/account.parameters.json: DeployHubRoleArn, which the hub’s stack puts out as HubRoleArn.']
        : []),
      ...(answers.organizationId === undefined
        ? ['iam/gateways/hub.parameters.json: OrganizationId. It is what this prints:', command(ORGANIZATION_ID)]
        : []),
      ...gatewaysBlock(there, answers),
    ],
  };
};

const startStep = ({ branch }: GithubAnswers): SetupStep => ({
  title: `Commit these files to ${branch}, then start doctor.yml and, when it is content, scan.yml`,
  details: [
    command('gh workflow run doctor.yml'),
    command('gh workflow run scan.yml'),
    'The scan opens the first pull request. agentcore-sync doctor says here and now what can be seen from this machine.',
  ],
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

const localSteps: readonly SetupStep[] = [
  {
    title: 'See what runs on AWS, with the credentials that you have',
    details: [command('agentcore-sync doctor'), command('agentcore-sync list'), command('agentcore-sync scan')],
  },
  {
    title: 'For pull requests and schedules: the workflows and roles',
    details: [
      'They run this action, pinned to the commit of a release: OWNER is the account on GitHub that holds it, DIGEST the commit.',
      command('agentcore-sync init --action OWNER/agentcore-sync@DIGEST'),
    ],
  },
];

/** What only a person can do after init, in the order in which it is done. */
export const setupSteps = (answers: InitAnswers, there: Standing): readonly SetupStep[] => {
  const open = unanswered(answers, there);
  const { github } = answers;
  return [
    ...(open.length === 0 ? [] : [{ title: 'Fill in what is not known yet', details: open }]),
    ...(github === undefined
      ? localSteps
      : [
          ...(github.server === GITHUB ? [] : [olderServer]),
          environmentsStep(answers, github),
          rulesetStep(github),
          actionsStep(github),
          withoutEnvironments,
          rolesStep(answers, github),
          ...(answers.gateways ? [gatewaysStep(answers, github, there)] : []),
          startStep(github),
        ]),
  ];
};
