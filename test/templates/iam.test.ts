import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse, type ScalarTag } from 'yaml';
import { CONFIRM_CALLS, KINDS, SCAN_CALLS } from '../../src/kinds/table.ts';

const tag = (name: string, collection?: 'seq'): ScalarTag =>
  ({ tag: `!${name}`, ...(collection ? { collection } : {}), resolve: (value: unknown) => value }) as never;
const TAGS = [
  ...['Ref', 'Sub', 'GetAtt', 'Condition'].map((name) => tag(name)),
  ...['If', 'Equals', 'Not', 'And', 'Or', 'Join'].map((name) => tag(name, 'seq')),
];

const cloudformation = globSync('templates/iam/cloudformation/*.yaml').sort();
const terraform = globSync('templates/iam/terraform/*/main.tf').sort();

/** IAM actions that a text names. */
const actionsOf = (text: string): string[] =>
  [
    ...new Set(
      [
        ...text.matchAll(/\b(bedrock-agentcore|ec2|organizations|sts|cognito-idp|secretsmanager):([A-Z][A-Za-z]+)\b/g),
      ].map(([action]) => action),
    ),
  ]
    .filter((action) => action !== 'sts:ExternalId')
    .sort();

const SERVICES: Readonly<Record<string, string>> = {
  'client-bedrock-agentcore-control': 'bedrock-agentcore',
  'client-cloudformation': 'cloudformation',
  'client-organizations': 'organizations',
  'client-sts': 'sts',
  'client-cognito-identity-provider': 'cognito-idp',
  'client-secrets-manager': 'secretsmanager',
};

/** What works with gateways as code: roles of its own, with templates of their own. */
const isDeploying = (file: string): boolean => /src\/gateways\/|src\/commands\/gateways/.test(file);

/** IAM actions of every SDK command that the code imports, and of every call that it signs itself. */
const callsOf = (isAsked = (file: string): boolean => !isDeploying(file)): string[] => {
  const actions = new Set<string>();
  for (const file of globSync('src/**/*.ts').filter(isAsked)) {
    const text = readFileSync(file, 'utf8');
    for (const [, service, call] of text.matchAll(/service: '([a-z0-9-]+)',\s+action: '(\w+)'/g)) {
      actions.add(`${service}:${call}`);
    }
    for (const [, service = ''] of text.matchAll(/@aws-sdk\/(client-[a-z0-9-]+)/g)) {
      for (const [, call] of text.matchAll(/new (?:\w+\.)?([A-Z]\w+)Command\(/g)) {
        const sdk = readFileSync(`node_modules/@aws-sdk/${service}/dist-types/commands/index.d.ts`, 'utf8');
        if (sdk.includes(`./${call}Command`)) actions.add(`${SERVICES[service]}:${call}`);
      }
    }
  }
  // GetCallerIdentity needs no permission; session tags need one without a call of its own.
  actions.delete('sts:GetCallerIdentity');
  return [...actions, 'sts:TagSession'].sort();
};

test.each(cloudformation)('%s is a template whose trust compares the whole sub and aud', (file) => {
  const text = readFileSync(file, 'utf8');
  const template = parse(text, { customTags: TAGS });
  expect(template.AWSTemplateFormatVersion).toBe('2010-09-09');
  expect(text).toContain('token.actions.githubusercontent.com:aud: !Ref Audience');
  expect(text).toContain('token.actions.githubusercontent.com:sub: !Ref Subjects');
});

test.each([...cloudformation, ...terraform])('%s has no wildcard in a trust, and none for pull requests', (file) => {
  const text = readFileSync(file, 'utf8');
  expect(text).not.toMatch(/StringLike|ForAnyValue|ForAllValues/);
  expect(text).toContain('StringEquals');
  expect(text.match(/sub"?\s*[:=].*[*]/g)).toBeNull();
  expect(text.match(/sub"?\s*[:=].*:pull_request/g)).toBeNull();
  expect(text).not.toMatch(/Action"?\s*[:=]\s*"?\*/);
});

/** What verify signs itself: requests of MCP and A2A, no calls of an SDK. */
const SIGNED = ['bedrock-agentcore:InvokeAgentRuntime', 'bedrock-agentcore:InvokeGateway'];

test('the templates allow exactly the calls that the code makes, and what verify signs', () => {
  const calls = [...callsOf(), ...SIGNED].sort();
  expect(actionsOf(cloudformation.map((file) => readFileSync(file, 'utf8')).join('\n'))).toEqual(calls);
  expect(actionsOf(terraform.map((file) => readFileSync(file, 'utf8')).join('\n'))).toEqual(calls);
});

const agentCoreActions = (calls: readonly string[]): readonly string[] =>
  calls.map((call) => `bedrock-agentcore:${call}`);

test('who deploys gateways, and has tools read again, is allowed exactly the calls that are made for it', () => {
  const { Resources } = parse(readFileSync('templates/gateways/account.yaml', 'utf8'), { customTags: TAGS });
  const allowed = ['DeployPolicy', 'TemplatePolicy', 'ReloadPolicy'].flatMap((name): string[] =>
    Resources[name].Properties.PolicyDocument.Statement.filter(
      ({ Effect }: { readonly Effect: string }) => Effect === 'Allow',
    ).flatMap(({ Action }: { readonly Action: string | readonly string[] }) => Action),
  );
  // A deploy sees what it made as a scan does.
  const seen = agentCoreActions(KINDS.gateway.calls.scan);
  const made = [...new Set([...callsOf(isDeploying).filter((action) => !action.startsWith('sts:')), ...seen])].sort();
  // CloudFormation needs these two of whoever calls it: to be passed its role, and to read a template.
  const passedOn = ['iam:PassRole', 's3:GetObject'];
  expect([...new Set(allowed)].filter((action) => !passedOn.includes(action)).sort()).toEqual(made);
  const { Statement } = Resources.TemplatePolicy.Properties.PolicyDocument;
  expect(JSON.stringify(Statement)).toMatch(/TemplateBucket\}\/agentcore-sync\/\$\{AWS::AccountId\}\/\*"/);
});

test('the page of actions names those that the templates allow', () => {
  const allowed = actionsOf(cloudformation.map((file) => readFileSync(file, 'utf8')).join('\n'));
  expect(actionsOf(readFileSync('docs/iam.md', 'utf8'))).toEqual(allowed);
});

test('the table of kinds names exactly the calls to AgentCore that the code makes', () => {
  const made = callsOf().filter((action) => action.startsWith('bedrock-agentcore:'));
  expect([...new Set(agentCoreActions([...SCAN_CALLS, ...CONFIRM_CALLS]))].sort()).toEqual(made);
});

test('the role of scan and the role that confirms are allowed the calls that the kinds name', () => {
  const account = readFileSync('templates/iam/cloudformation/account.yaml', 'utf8');
  const { Resources } = parse(account, { customTags: TAGS });
  const actions = (policy: string): readonly string[] =>
    Resources[policy].Properties.PolicyDocument.Statement[0].Action;
  expect(actions('ConfirmPlaces')).toEqual(agentCoreActions(CONFIRM_CALLS));
  expect(actionsOf(account.slice(0, account.indexOf('ConfirmPlaces')))).toEqual(
    expect.arrayContaining([...agentCoreActions(SCAN_CALLS)]),
  );
});

test('the two kinds of template allow the same, role by role', () => {
  for (const role of ['hub', 'account', 'tokens', 'verify']) {
    const [one, other] = [`templates/iam/cloudformation/${role}.yaml`, `templates/iam/terraform/${role}/main.tf`].map(
      (file) => actionsOf(readFileSync(file, 'utf8')),
    );
    expect(one).toEqual(other);
  }
});

test('the hub that confirms trusts its own jobs alone, and its role reads no environment variables', () => {
  const template = (role: string) =>
    parse(readFileSync(`templates/iam/cloudformation/${role}.yaml`, 'utf8'), { customTags: TAGS }).Resources;
  const hub = template('hub');
  const trusted = (role: string): string =>
    hub[role].Properties.AssumeRolePolicyDocument.Statement[0].Condition.StringEquals[
      'token.actions.githubusercontent.com:sub'
    ];
  expect([trusted('HubRole'), trusted('ConfirmHubRole')]).toEqual(['Subjects', 'ConfirmSubjects']);
});

test('what verifies stands alone: its role calls servers and nothing else, no other may, and by default it is not there', () => {
  for (const file of [...cloudformation, ...terraform]) {
    const actions = actionsOf(readFileSync(file, 'utf8')).filter((action) => action.startsWith('bedrock-agentcore:'));
    if (/verify/.test(file)) expect(actions).toEqual(SIGNED);
    else expect(actions.filter((action) => SIGNED.includes(action))).toEqual([]);
  }
  const { Parameters, Resources } = parse(readFileSync('templates/iam/cloudformation/hub.yaml', 'utf8'), {
    customTags: TAGS,
  });
  expect(Parameters.VerifySubjects.Default).toBe('');
  expect([Resources.VerifyHubRole.Condition, Resources.AssumeVerifyRoles.Condition]).toEqual(['Verifies', 'Verifies']);
});

test('the role of scan can only list and get', () => {
  expect(
    actionsOf(readFileSync('templates/iam/cloudformation/account.yaml', 'utf8')).filter(
      (action) => !/:(List|Get|Describe)/.test(action),
    ),
  ).toEqual(['sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity', 'sts:TagSession']);
});

/** Where `=` stands in lines of single attributes, by groups of neighbours: `terraform fmt` puts it in one column. */
const columnsOf = (text: string): readonly (readonly number[])[] => {
  const groups: number[][] = [[]];
  let indent = '';
  for (const line of text.split('\n')) {
    const [, space = '', name = '', value = ''] = /^( *)([\w".:/-]+ +)=(?!=) (.+)$/.exec(line) ?? [];
    const depth = (value.match(/[[({]/g) ?? []).length - (value.match(/[\])}]/g) ?? []).length;
    // A value that goes on in the next line stands alone, and so does what follows it.
    if (name === '' || depth > 0) groups.push([]);
    else if (space === indent) groups.at(-1)?.push(space.length + name.length);
    else groups.push([space.length + name.length]);
    indent = space;
  }
  return groups.filter((group) => group.length > 1);
};

const isAligned = (text: string): boolean => columnsOf(text).every((group) => new Set(group).size === 1);

test.each(terraform)('%s is written as terraform fmt writes it', (file) => {
  const text = readFileSync(file, 'utf8');
  expect(columnsOf(text).length).toBeGreaterThan(2);
  expect(columnsOf(text).filter((group) => new Set(group).size > 1)).toEqual([]);
  expect(text).not.toMatch(/[ \t]+$|\t|\n\n\n/m);
});

test('attributes whose signs of equality stand in different columns are found', () => {
  expect(isAligned('resource "a" "b" {\n  name = 1\n  longer = 2\n}\n')).toBe(false);
  expect(isAligned('resource "a" "b" {\n  name   = 1\n  longer = 2\n\n  x = [\n    1,\n  ]\n  y = 1\n}\n')).toBe(true);
});
