import type { InitAnswers } from './answers.ts';
import { confirmHubOf } from './subjects.ts';

const text = (value: string): string => JSON.stringify(value);

/** `key: [a, b]` where there is something, a comment that shows the form where there is nothing. */
const listLine = (key: string, values: readonly string[], example: string): string =>
  values.length === 0 ? `  # ${key}: ${example}` : `  ${key}: [${values.map(text).join(', ')}]`;

/** The text of agentcore-sync.yaml: what was answered, and the rest as comments that show its form. */
export const configurationText = (answers: InitAnswers): string => {
  const { hubRole, registryUrl } = answers;
  return [
    '# What is scanned, where it is registered, and whom the tool trusts. In Actions it is read from the default branch only.',
    `owner: ${answers.owner} # the mark on everything that is registered from here: it stays as it is`,
    '',
    'aws:',
    '  credentials: github-oidc # in jobs; on a laptop your own AWS credentials stand in',
    '  role: AgentCoreSync # in every account (iam/)',
    hubRole === undefined
      ? '  # hubRole: arn:aws:iam::111111111111:role/AgentCoreSyncHub'
      : `  hubRole: ${text(hubRole)}`,
    '  confirm: # who asks AWS, before anything is registered or a token is sent, whether an entry is true',
    '    role: AgentCoreConfirm # in every account (iam/)',
    hubRole === undefined
      ? '    # hubRole: arn:aws:iam::111111111111:role/AgentCoreConfirmHub'
      : `    hubRole: ${text(confirmHubOf(hubRole))}`,
    listLine('accounts', answers.accounts, '["111111111111", "222222222222"] # or organization: {}'),
    answers.regions.includes('all')
      ? '  regions: all'
      : listLine('regions', answers.regions, '[us-east-1, eu-west-1] # or all'),
    '',
    'registry:',
    registryUrl === undefined ? '  # url: https://registry.example.com' : `  url: ${text(registryUrl)}`,
    '  token: { env: REGISTRY_TOKEN } # a secret of the environments registry and registry-refresh',
    '',
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
};
