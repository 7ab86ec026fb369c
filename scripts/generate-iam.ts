import { CONFIRM_CALLS, SCAN_CALLS } from '../src/kinds/table.ts';
import type { GeneratedFile } from './generated-files.ts';

/** Who makes a call, why, and what it is needed for. */
interface CallReason {
  readonly why: string;
  /** The option without which nobody makes it; absent: every run does. */
  readonly option?: string;
}

/** AgentCore's calls, by name: each is one action of IAM, `bedrock-agentcore:<name>`. */
const CALL_REASONS: Readonly<Record<string, CallReason>> = {
  GetAgentRuntime: {
    why: 'Protocol, authorizer, network and headers of a runtime. Its environment variables are in the answer, and never read.',
  },
  GetGateway: { why: 'URL, authorizer and security of a gateway; confirms its place.' },
  GetGatewayTarget: {
    why: 'Where the MCP server, agent or runtime behind a target is, and how the gateway proves itself to it; confirms its place.',
    option: 'scan.targets: mcp or all',
  },
  GetHarness: {
    why: 'Authorizer of a harness. Its prompt and environment variables are in the answer, and never read.',
    option: 'scan.harnesses',
  },
  ListAgentRuntimeEndpoints: { why: 'Named endpoints of runtimes.', option: 'scan.endpoints' },
  ListAgentRuntimes: {
    why: 'Which runtimes there are; confirms their places, for a listing shows no environment variables.',
  },
  ListGatewayTargets: { why: 'Names and types of the targets of a gateway.' },
  ListGateways: { why: 'Which gateways there are.' },
  ListHarnessEndpoints: { why: 'Named endpoints of harnesses.', option: 'scan.harnesses with scan.endpoints' },
  ListHarnesses: { why: 'Which harnesses there are; confirms their places.', option: 'scan.harnesses' },
  ListTagsForResource: { why: 'Tags that scope goes by.', option: 'a filter by tag in scan.include or scan.exclude' },
};

interface Row {
  readonly action: string;
  readonly role: string;
  readonly why: string;
  readonly option: string;
}

const agentCoreRows = (): readonly Row[] =>
  [...new Set([...SCAN_CALLS, ...CONFIRM_CALLS])].sort().map((call) => {
    const reason = CALL_REASONS[call];
    if (reason === undefined) throw new Error(`scripts/generate-iam.ts: expected a reason for ${call}, met none`);
    const roles = [
      ...(SCAN_CALLS.some((one) => one === call) ? ['scan'] : []),
      ...(CONFIRM_CALLS.some((one) => one === call) ? ['confirm'] : []),
    ];
    return {
      action: `bedrock-agentcore:${call}`,
      role: roles.join(', '),
      why: reason.why,
      option: reason.option ?? '',
    };
  });

/** The calls to other services. */
const OTHERS: readonly Row[] = [
  ...[
    [
      'InvokeAgentRuntime',
      'What a server or agent on a runtime offers. verify calls no tool; call does, on a command line.',
    ],
    ['InvokeGateway', 'What a gateway offers. verify calls no tool; call does, on a command line.'],
  ].map(([call, why = '']) => ({ action: `bedrock-agentcore:${call}`, role: 'verify', why, option: 'aws.verify' })),
  {
    action: 'ec2:DescribeRegions',
    role: 'scan',
    why: 'Regions that an account has enabled.',
    option: 'aws.regions: all',
  },
  ...[
    ['DescribeOrganization', 'The management account, which is left out unless it is named.'],
    ['ListAccounts', 'The accounts of the organization.'],
    ['ListAccountsForParent', 'The accounts of a unit.'],
    ['ListOrganizationalUnitsForParent', 'Units below a unit.'],
  ].map(([call, why = '']) => ({
    action: `organizations:${call}`,
    role: 'the hubs, or aws.organization.role',
    why,
    option: 'aws.organization',
  })),
  { action: 'sts:AssumeRole', role: 'the hubs', why: 'The role in each account.', option: 'aws.hubRole' },
  {
    action: 'sts:AssumeRoleWithWebIdentity',
    role: 'the job',
    why: "The hub's role, with the job's own token.",
    option: 'aws.credentials: github-oidc',
  },
  { action: 'sts:TagSession', role: 'the hubs, the job', why: 'Names the run in CloudTrail.', option: '' },
  {
    action: 'cognito-idp:DescribeUserPoolClient',
    role: 'tokens',
    why: 'The secret of a client of a user pool.',
    option: 'a client with secret: cognito',
  },
  {
    action: 'secretsmanager:GetSecretValue',
    role: 'tokens',
    why: 'The secret of a client.',
    option: 'a client with secret: { secretsmanager }',
  },
];

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** The page of IAM's actions: each call, who makes it, why, and which option needs it. */
export const iamPage = (): GeneratedFile => ({
  path: 'docs/iam.md',
  text: [
    '# What AWS is asked',
    '',
    'Every call that the tool makes, and no other: the templates in `iam/` allow these actions. An action whose option you do not use may',
    'be taken out of the role. Nothing here changes anything in AWS. Generated from the code by `npm run generate`.',
    '',
    '| action | role | why | needed only with |',
    '| --- | --- | --- | --- |',
    ...[...agentCoreRows(), ...OTHERS].map(
      ({ action, role, why, option }) =>
        `| \`${action}\` | ${role} | ${cell(why)} | ${option === '' ? '' : `\`${cell(option)}\``} |`,
    ),
    '',
    'Quotas belong to an account, a Region and a call. A scan begins at the documented rates (`Get*` 10, `List*` 5 a second) and goes as fast',
    'as AWS lets it; confirming begins at half of them. `aws.quotas` says what AWS raised.',
    '',
  ].join('\n'),
});
