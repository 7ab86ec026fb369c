/** What somebody could do with the roles of deploys who got hold of one: policies are judged as IAM judges them. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse, type ScalarTag } from 'yaml';

const ACCOUNT = '111111111111';
const PARAMETERS: Readonly<Record<string, string | readonly string[]>> = {
  'AWS::AccountId': ACCOUNT,
  'AWS::Partition': 'aws',
  DeployHubRoleArn: 'arn:aws:iam::999999999999:role/AgentCoreDeployHub',
  TemplateBucket: 'templates',
  SchemaBucket: '',
  GivenRoleArns: [`arn:aws:iam::${ACCOUNT}:role/Given`],
  SecretArns: [`arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:crm-AbCdEf`],
  TargetActions: ['dynamodb:GetItem', 'iam:CreateUser'],
  GatewayBoundary: `arn:aws:iam::${ACCOUNT}:policy/AgentCoreGatewayBoundary`,
  'DeployServiceRole.Arn': `arn:aws:iam::${ACCOUNT}:role/AgentCoreDeployService`,
};
const NO_VALUE = Symbol('AWS::NoValue');
const CONDITIONS: Readonly<Record<string, boolean>> = {
  HasGivenRoles: true,
  HasSecrets: true,
  HasTargetActions: true,
  HasTemplateBucket: true,
  HasSchemaBucket: false,
};

const named = (name: string): unknown => (name === 'AWS::NoValue' ? NO_VALUE : (PARAMETERS[name] ?? name));
const filled = (text: string): string => text.replaceAll(/\$\{([^}]+)\}/g, (_, name: string) => String(named(name)));

const tag = (name: string, resolve: (value: never) => unknown, collection?: 'seq'): ScalarTag =>
  ({ tag: `!${name}`, ...(collection ? { collection } : {}), resolve }) as never;
const listed = (resolve: (items: readonly { toJSON: () => unknown }[]) => unknown) => (node: never) =>
  resolve((node as { readonly items: readonly { toJSON: () => unknown }[] }).items);
const TAGS = [
  tag('Ref', (name: string) => named(name)),
  tag('GetAtt', (name: string) => named(name)),
  tag('Sub', (text: string) => filled(text)),
  ...['Equals', 'Not', 'Join'].map((name) => tag(name, () => '', 'seq')),
  tag(
    'If',
    listed(([condition, yes, no]) => (CONDITIONS[String(condition?.toJSON())] === true ? yes : no)?.toJSON()),
    'seq',
  ),
];

interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const { Resources } = parse(readFileSync('templates/gateways/account.yaml', 'utf8'), { customTags: TAGS });
const policy = (name: string): readonly Statement[] =>
  Resources[name].Properties.PolicyDocument.Statement.filter((one: unknown) => one !== NO_VALUE);

interface Asked {
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Record<string, string>>;
}

const list = (value: string | readonly string[]): readonly string[] => (typeof value === 'string' ? [value] : value);

const fits = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  ).test(text);

const holds = ({ Condition = {} }: Statement, { context = {} }: Asked): boolean =>
  Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, value]) => {
      switch (operator) {
        case 'StringEquals':
          return context[key] === value;
        case 'StringNotEqualsIfExists':
          return context[key] !== value;
        default:
          throw new Error(`this test knows no ${operator}`);
      }
    }),
  );

const concerns = (statement: Statement, asked: Asked): boolean =>
  list(statement.Action).some((pattern) => fits(pattern, asked.action)) &&
  list(statement.Resource).some((pattern) => fits(pattern, asked.resource)) &&
  holds(statement, asked);

const allowed = (statements: readonly Statement[], asked: Asked): boolean => {
  const concerned = statements.filter((statement) => concerns(statement, asked));
  return concerned.some(({ Effect }) => Effect === 'Allow') && concerned.every(({ Effect }) => Effect !== 'Deny');
};

const stack = (name: string): string => `arn:aws:cloudformation:us-east-1:${ACCOUNT}:stack/${name}/0a1b`;
const role = (name: string): string => `arn:aws:iam::${ACCOUNT}:role/${name}`;
const SERVICE = { 'cloudformation:RoleArn': role('AgentCoreDeployService') };
const BOUNDARY = { 'iam:PermissionsBoundary': `arn:aws:iam::${ACCOUNT}:policy/AgentCoreGatewayBoundary` };
const to = (service: string): Readonly<Record<string, string>> => ({
  'iam:PassedToService': `${service}.amazonaws.com`,
});
const secret = (name: string): string => `arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:${name}`;

const deploy = [...policy('DeployPolicy'), ...policy('TemplatePolicy')];
const service = policy('DeployServicePolicy');
const boundary: readonly Statement[] = policy('GatewayBoundary');

const row = (
  may: boolean,
  who: readonly Statement[],
  [action, resource, context = {}]: readonly [string, string, Readonly<Record<string, string>>?],
) => [may ? 'may' : 'may not', action, resource, { who, context, may }] as const;

const OURS = stack('agentcore-sync-orders');
const CREATE = 'cloudformation:CreateChangeSet';

test.each([
  row(true, deploy, [CREATE, OURS, SERVICE]),
  row(false, deploy, [CREATE, OURS]),
  row(false, deploy, [CREATE, OURS, { 'cloudformation:RoleArn': role('Administrator') }]),
  row(false, deploy, [CREATE, stack('network'), SERVICE]),
  row(true, deploy, ['cloudformation:ExecuteChangeSet', OURS]),
  row(false, deploy, ['cloudformation:ExecuteChangeSet', stack('network')]),
  ...['CreateStack', 'UpdateStack', 'DeleteStack', 'SetStackPolicy', 'ContinueUpdateRollback', 'CreateStackSet'].map(
    (call) => row(false, deploy, [`cloudformation:${call}`, OURS, SERVICE]),
  ),
  row(true, deploy, ['iam:PassRole', role('AgentCoreDeployService'), to('cloudformation')]),
  row(false, deploy, ['iam:PassRole', role('AgentCoreDeployService'), to('lambda')]),
  row(false, deploy, ['iam:PassRole', role('Administrator'), to('cloudformation')]),
  row(true, deploy, ['s3:PutObject', `arn:aws:s3:::templates/agentcore-sync/${ACCOUNT}/us-east-1/a/0.template.yaml`]),
  row(false, deploy, [
    's3:PutObject',
    'arn:aws:s3:::templates/agentcore-sync/222222222222/us-east-1/a/0.template.yaml',
  ]),
  row(false, deploy, ['s3:DeleteObject', `arn:aws:s3:::templates/agentcore-sync/${ACCOUNT}/us-east-1/a/0`]),
  row(false, deploy, ['bedrock-agentcore:UpdateGateway', `arn:aws:bedrock-agentcore:us-east-1:${ACCOUNT}:gateway/a`]),
  row(false, deploy, ['secretsmanager:GetSecretValue', secret('crm-AbCdEf')]),
  row(false, deploy, ['sts:AssumeRole', role('agentcore-sync/orders')]),
])('the deploy role %s %s on %s', (_, action, resource, { who, context, may }) => {
  expect(allowed(who, { action, resource, context })).toBe(may);
});

test.each([
  row(true, service, ['iam:CreateRole', role('agentcore-sync/orders'), BOUNDARY]),
  row(false, service, ['iam:CreateRole', role('agentcore-sync/orders')]),
  row(false, service, [
    'iam:CreateRole',
    role('agentcore-sync/orders'),
    { 'iam:PermissionsBoundary': 'arn:aws:iam::aws:policy/AdministratorAccess' },
  ]),
  row(false, service, ['iam:CreateRole', role('orders'), BOUNDARY]),
  row(true, service, ['iam:PutRolePolicy', role('agentcore-sync/orders'), BOUNDARY]),
  row(false, service, ['iam:PutRolePolicy', role('Administrator'), BOUNDARY]),
  row(false, service, ['iam:PutRolePolicy', role('AgentCoreDeployService'), BOUNDARY]),
  row(false, service, ['iam:PutRolePolicy', role('agentcore-sync/unbounded')]),
  row(false, service, ['iam:UpdateAssumeRolePolicy', role('Administrator')]),
  row(false, service, ['iam:UpdateAssumeRolePolicy', role('AgentCoreDeploy')]),
  ...['DeleteRolePermissionsBoundary', 'AttachRolePolicy', 'CreatePolicyVersion', 'CreateUser', 'CreateAccessKey'].map(
    (call) => row(false, service, [`iam:${call}`, role('agentcore-sync/orders'), BOUNDARY]),
  ),
  row(false, service, ['iam:CreatePolicyVersion', `arn:aws:iam::${ACCOUNT}:policy/AgentCoreGatewayBoundary`]),
  row(true, service, ['iam:PassRole', role('agentcore-sync/orders'), to('bedrock-agentcore')]),
  row(true, service, ['iam:PassRole', role('Given'), to('bedrock-agentcore')]),
  row(false, service, ['iam:PassRole', role('Administrator'), to('bedrock-agentcore')]),
  row(false, service, ['iam:PassRole', role('agentcore-sync/orders'), to('lambda')]),
  row(false, service, ['iam:PassRole', role('Given'), to('ec2')]),
  row(true, service, ['secretsmanager:DeleteSecret', secret('SecretM2m-a1B2c3-AbCdEf')]),
  row(false, service, ['secretsmanager:DeleteSecret', secret('DatabaseSecret-AbCdEf')]),
  row(false, service, ['secretsmanager:UpdateSecret', secret('crm-AbCdEf')]),
  row(false, service, ['secretsmanager:GetSecretValue', secret('crm-AbCdEf')]),
  row(false, service, [
    'bedrock-agentcore:CreateAgentRuntime',
    `arn:aws:bedrock-agentcore:us-east-1:${ACCOUNT}:runtime/a`,
  ]),
  row(false, service, [
    'bedrock-agentcore:GetResourceOauth2Token',
    `arn:aws:bedrock-agentcore:us-east-1:${ACCOUNT}:token-vault/default`,
  ]),
  row(false, service, ['lambda:CreateFunction', `arn:aws:lambda:us-east-1:${ACCOUNT}:function:a`]),
  row(false, service, ['cloudformation:CreateStack', OURS]),
  row(false, service, ['s3:GetObject', 'arn:aws:s3:::templates/a']),
])('the service role of a stack %s %s on %s', (_, action, resource, { who, context, may }) => {
  expect(allowed(who, { action, resource, context })).toBe(may);
});

test.each([
  row(true, boundary, ['lambda:InvokeFunction', `arn:aws:lambda:us-east-1:${ACCOUNT}:function:orders`]),
  row(true, boundary, ['secretsmanager:GetSecretValue', secret('crm-AbCdEf')]),
  row(true, boundary, ['secretsmanager:GetSecretValue', secret('SecretM2m-a1B2c3-AbCdEf')]),
  row(false, boundary, ['secretsmanager:GetSecretValue', secret('database-AbCdEf')]),
  row(true, boundary, ['dynamodb:GetItem', `arn:aws:dynamodb:us-east-1:${ACCOUNT}:table/prices`]),
  row(false, boundary, ['dynamodb:DeleteTable', `arn:aws:dynamodb:us-east-1:${ACCOUNT}:table/prices`]),
  ...['iam:CreateUser', 'sts:AssumeRole', 'cognito-idp:DescribeUserPoolClient', 'kms:Decrypt', 's3:PutObject'].map(
    (action) => row(false, boundary, [action, '*']),
  ),
])('a made role %s %s on %s, whatever its policy says', (_, action, resource, { who, context, may }) => {
  expect(allowed(who, { action, resource, context })).toBe(may);
});

test('nobody but the hub takes the roles of deploys, and nobody but two environments the hub', () => {
  const trusted = (name: string) => Resources[name].Properties.AssumeRolePolicyDocument.Statement;
  expect(trusted('DeployRole')[0].Principal).toEqual({ AWS: PARAMETERS['DeployHubRoleArn'] });
  expect(trusted('ReloadRole')[0].Principal).toEqual({ AWS: PARAMETERS['DeployHubRoleArn'] });
  expect(trusted('DeployServiceRole')[0].Principal).toEqual({ Service: 'cloudformation.amazonaws.com' });
  const hub = parse(readFileSync('templates/gateways/hub.yaml', 'utf8'), { customTags: TAGS });
  const subject = new RegExp(hub.Parameters.Subjects.AllowedPattern);
  for (const form of ['org/repo', 'org@12/repo@34']) {
    expect(`repo:${form}:environment:agentcore-deploy`).toMatch(subject);
    expect(`repo:${form}:environment:agentcore-deploy-plan`).toMatch(subject);
    for (const other of [
      'pull_request',
      'ref:refs/heads/main',
      'environment:agentcore-scan',
      'environment:agentcore-*',
      '*',
    ]) {
      expect(`repo:${form}:${other}`).not.toMatch(subject);
    }
  }
  expect('repo:org/*:environment:agentcore-deploy').not.toMatch(subject);
});

test('who has tools read again may do that, and change nothing else', () => {
  const actions = policy('ReloadPolicy').flatMap(({ Action }) => list(Action));
  expect(actions.filter((action) => !/:(?:List|Get)/.test(action))).toEqual([
    'bedrock-agentcore:SynchronizeGatewayTargets',
  ]);
});
