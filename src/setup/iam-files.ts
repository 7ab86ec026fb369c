import type { GithubAnswers, InitAnswers } from './answers.ts';
import type { InitFile } from './files.ts';
import { confirmHubOf, DEPLOY_ENVIRONMENTS, deployHubOf, ENVIRONMENTS, providerOf, subjectsOf } from './subjects.ts';

/** Whom a role trusts: jobs by their subjects, or a hub role. Or what else a template is told. */
type Value = readonly string[] | string | boolean;

interface Parameter {
  /** Names in CloudFormation and in Terraform. */
  readonly names: readonly [string, string];
  readonly value: Value;
}

const SCANS = { subjects: ['Subjects', 'subjects'], hub: ['HubRoleArn', 'hub_role_arn'] } as const;
const CONFIRMS = {
  subjects: ['ConfirmSubjects', 'confirm_subjects'],
  hub: ['ConfirmHubRoleArn', 'confirm_hub_role_arn'],
} as const;

const parameterOf = (names: typeof SCANS | typeof CONFIRMS, value: readonly string[] | string): Parameter => ({
  names: typeof value === 'string' ? names.hub : names.subjects,
  value,
});

const terraformText = (value: Value): string =>
  typeof value === 'object'
    ? `[\n${value.map((one) => `  ${JSON.stringify(one)},\n`).join('')}]`
    : JSON.stringify(value);

const parametersText = (parameters: readonly Parameter[]): string =>
  `${JSON.stringify(
    parameters.map(({ names: [name], value }) => ({
      ParameterKey: name,
      ParameterValue: [value].flat().join(','),
    })),
    null,
    2,
  )}\n`;

/** The parameters of a template's roles for CloudFormation, and the same for Terraform: apart, so that no `=` is aligned. */
const roleFiles = (role: string, parameters: readonly Parameter[]): InitFile[] => [
  { path: `iam/cloudformation/${role}.parameters.json`, text: parametersText(parameters) },
  {
    path: `iam/terraform/${role}/terraform.tfvars`,
    text: parameters.map(({ names: [, name], value }) => `${name} = ${terraformText(value)}\n`).join('\n'),
  },
];

/** What the hub's roles are told besides whom they trust. */
const organizationParameters = ({ organizationId, scope }: InitAnswers): readonly Parameter[] => [
  ...(organizationId === undefined
    ? []
    : [{ names: ['OrganizationId', 'organization_id'], value: organizationId } as const]),
  ...(scope.type === 'organization'
    ? [{ names: ['ReadOrganization', 'read_organization'], value: true } as const]
    : []),
];

/** The roles of jobs that deploy gateways; what isn't known yet, the file leaves to whoever deploys it. */
const deployFiles = (
  { gateways, hubRole, organizationId }: InitAnswers,
  { repository }: GithubAnswers,
  templates: ReadonlyMap<string, string>,
): readonly InitFile[] => {
  if (!gateways) return [];
  const copies = [...templates].flatMap(([path, text]) =>
    /^gateways\/.+\.yaml$/.test(path) ? [{ path: `iam/${path}`, text }] : [],
  );
  const parameters = {
    account: hubRole === undefined ? {} : { DeployHubRoleArn: deployHubOf(hubRole) },
    hub: {
      Subjects: subjectsOf(repository, DEPLOY_ENVIRONMENTS).join(','),
      // One account has one provider of GitHub's tokens: the scan's hub made it.
      ...(hubRole === undefined ? {} : { ExistingOidcProviderArn: providerOf(hubRole) }),
      ...(organizationId === undefined ? {} : { OrganizationId: organizationId }),
    },
  };
  const told = Object.entries(parameters).map(([role, values]) => ({
    path: `iam/gateways/${role}.parameters.json`,
    text: `${JSON.stringify(
      Object.entries(values).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue })),
      null,
      2,
    )}\n`,
  }));
  return [...copies, ...told];
};

/** The roles' templates, and their parameters for this repository. */
export const iamFiles = (
  answers: InitAnswers,
  github: GithubAnswers,
  templates: ReadonlyMap<string, string>,
): readonly InitFile[] => {
  const { hubRole } = answers;
  const { repository } = github;
  const copies = [...templates].flatMap(([path, text]) => (path.startsWith('iam/') ? [{ path, text }] : []));
  const subjects = (role: keyof typeof ENVIRONMENTS): readonly string[] => subjectsOf(repository, ENVIRONMENTS[role]);
  return [
    ...copies,
    ...deployFiles(answers, github, templates),
    ...roleFiles('hub', [
      parameterOf(SCANS, subjects('scan')),
      parameterOf(CONFIRMS, subjects('confirm')),
      ...organizationParameters(answers),
    ]),
    ...roleFiles('account', [
      parameterOf(SCANS, hubRole ?? subjects('scan')),
      parameterOf(CONFIRMS, hubRole === undefined ? subjects('confirm') : confirmHubOf(hubRole)),
    ]),
    ...roleFiles('tokens', [parameterOf(SCANS, subjects('clients'))]),
  ];
};
