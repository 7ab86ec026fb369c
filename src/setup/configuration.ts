import type { InitAnswers, InitScope, SiteAnswers } from './answers.ts';
import { confirmHubOf, deployHubOf } from './subjects.ts';

const text = (value: string): string => JSON.stringify(value);
const list = (values: readonly string[]): string => `[${values.map(text).join(', ')}]`;

const scopeLine = (scope: InitScope): string => {
  switch (scope.type) {
    case 'own':
      return '  # accounts: ["111111111111", "222222222222"] # or organization: {}; without either: the caller\'s own account';
    case 'accounts':
      return `  accounts: ${list(scope.accounts)}`;
    case 'organization':
      return scope.units.length === 0
        ? '  organization: {} # every account; units, exclude and include narrow it'
        : `  organization: { units: ${list(scope.units)} }`;
  }
};

const regionLine = (regions: readonly string[]): string =>
  regions.length === 0
    ? '  # regions: [us-east-1, eu-west-1] # or all'
    : regions.includes('all')
      ? '  regions: all'
      : `  regions: ${list(regions)}`;

const hubLine = (indent: string, hub: string | undefined, name: string): string =>
  hub === undefined ? `${indent}# hubRole: arn:aws:iam::111111111111:role/${name}` : `${indent}hubRole: ${text(hub)}`;

const awsLines = ({ scope, regions, hubRole, github }: InitAnswers): readonly string[] => [
  'aws:',
  github === undefined
    ? '  # credentials: github-oidc # in workflows, whose jobs have a token of their own; without it: your own credentials'
    : '  credentials: github-oidc # in jobs; on a laptop your own AWS credentials stand in',
  '  role: AgentCoreSync # in every account',
  hubLine('  ', hubRole, 'AgentCoreSyncHub'),
  '  confirm: # who asks AWS, before anything is registered or a token is sent, whether an entry is true',
  '    role: AgentCoreConfirm # in every account',
  hubLine('    ', hubRole === undefined ? undefined : confirmHubOf(hubRole), 'AgentCoreConfirmHub'),
  scopeLine(scope),
  regionLine(regions),
];

const siteLines = ({ directory, namespace }: SiteAnswers): readonly string[] => [
  '  site: # files that any host serves: what editors read as a private MCP registry, and a page that people browse',
  '    type: static',
  `    directory: ${directory}`,
  `    namespace: ${namespace} # before the slash in servers' names: of your own, and never changed`,
  '    audience: private # only whom it may concern reads the host, so internal entries are shown; public: only those of visibility public',
  '    # expose: [owners, history] # what readers see besides; runtimeUrls: runtimes, whose URLs hold their account',
];

const registryLines = ({ registryUrl, site }: InitAnswers): readonly string[] => {
  const token = '{ env: REGISTRY_TOKEN } # a secret of the environments registry and registry-refresh';
  if (site !== undefined) {
    const gateway =
      registryUrl === undefined
        ? []
        : ['  production:', '    type: mcp-gateway-registry', `    url: ${text(registryUrl)}`, `    token: ${token}`];
    return ['registries:', ...gateway, ...siteLines(site)];
  }
  return registryUrl === undefined
    ? [
        '# No registry yet: give it here, then run init again for the workflows that apply and refresh.',
        '# registry:',
        '#   url: https://registry.example.com',
        '#   token: { env: REGISTRY_TOKEN }',
      ]
    : ['registry:', `  url: ${text(registryUrl)}`, `  token: ${token}`];
};

const gatewaysLines = ({ gateways, hubRole, scope }: InitAnswers): readonly string[] =>
  gateways
    ? [
        'gateways: # what definitions below gateways/ may name, and who deploys them; gateways check prints what else to list here',
        scope.type === 'accounts' ? `  accounts: ${list(scope.accounts)}` : '  # accounts: ["111111111111"]',
        '  permissionsBoundary: AgentCoreGatewayBoundary # of every role that is made; iam/gateways/account.yaml has it',
        '  deploy:',
        hubLine('    ', hubRole === undefined ? undefined : deployHubOf(hubRole), 'AgentCoreDeployHub'),
        '',
      ]
    : [];

/** The text of agentcore-sync.yaml: what was answered, and the rest as comments that show its form. */
export const configurationText = (answers: InitAnswers): string =>
  [
    '# yaml-language-server: $schema=.github/schemas/configuration.schema.json',
    '# What is scanned, where it is registered, and whom the tool trusts. In Actions it is read from the default branch only.',
    `owner: ${answers.owner} # the mark on everything that is registered from here: it stays as it is`,
    '',
    ...awsLines(answers),
    '',
    ...registryLines(answers),
    '',
    ...gatewaysLines(answers),
    'defaults:',
    '  visibility: internal',
    '',
    '# Who may be asked for tokens, with which client, for which entries. A secret by { env } needs its line in the workflows.',
    '# issuers:',
    '#   - issuer: https://cognito-idp.us-east-1.amazonaws.com/us-east-1_abc',
    '#     account: "111111111111"',
    '#     role: AgentCoreTokens',
    '#     clients:',
    '#       - { id: abc, secret: cognito, for: ["111111111111/*"] }',
    '',
  ].join('\n');
