import { createHash } from 'node:crypto';

/** One resource of a change set, as CloudFormation tells it. */
export interface StackChange {
  readonly action: 'Add' | 'Modify' | 'Remove' | 'Import' | 'Dynamic' | 'SyncWithActual';
  readonly logicalId: string;
  readonly resourceType: string;
  readonly replacement: 'True' | 'False' | 'Conditional' | undefined;
  /** What is removed leaves the stack alone, and stays in AWS. */
  readonly isKept: boolean;
  /** Properties that change, by their names. */
  readonly properties: readonly string[];
}

/** What a change is in our words. */
export type ChangeKind = 'add' | 'import' | 'modify' | 'replace' | 'may-replace' | 'remove' | 'release';

/** A change as people review it. */
export interface ToldChange {
  readonly kind: ChangeKind;
  /** `gateway pricing`, `target orders`. */
  readonly thing: string;
  readonly properties: readonly string[];
  /** What follows from it for callers, tokens and registrations. */
  readonly follows: readonly string[];
}

const kindOf = ({ action, replacement, isKept }: StackChange): ChangeKind => {
  if (action === 'Remove') return isKept ? 'release' : 'remove';
  if (action === 'Import') return 'import';
  if (action === 'Add') return 'add';
  if (replacement === 'True') return 'replace';
  return replacement === 'Conditional' || action === 'Dynamic' ? 'may-replace' : 'modify';
};

const WORDS: Readonly<Record<string, string>> = {
  'AWS::BedrockAgentCore::Gateway': 'gateway',
  'AWS::BedrockAgentCore::GatewayTarget': 'target',
  'AWS::BedrockAgentCore::OAuth2CredentialProvider': 'OAuth provider',
  'AWS::BedrockAgentCore::ApiKeyCredentialProvider': 'API key provider',
  'AWS::BedrockAgentCore::PolicyEngine': 'policy engine',
  'AWS::BedrockAgentCore::Policy': 'policy',
  'AWS::Cognito::UserPool': 'user pool',
  'AWS::Cognito::UserPoolClient': 'client of the user pool',
  'AWS::Cognito::UserPoolDomain': 'domain of the user pool',
  'AWS::Cognito::UserPoolResourceServer': 'resource server of the user pool',
  'AWS::IAM::Role': 'role',
  'AWS::IAM::RolePolicy': "role's policy",
  'AWS::SecretsManager::Secret': 'secret',
  'AWS::WAFv2::WebACLAssociation': 'web ACL of the gateway',
};

/** Things whose replacement reaches beyond the stack. */
const FOLLOWS: Readonly<Record<string, readonly string[]>> = {
  'AWS::BedrockAgentCore::Gateway': [
    'its URL changes: callers and registrations that name the old one stop working until the next scan is merged and applied',
    'tokens that were sent to registries for it are withdrawn with the old URL',
  ],
  'AWS::Cognito::UserPool': [
    'the issuer changes: every token that callers hold is refused, and issuers in agentcore-sync.yaml must name the new one',
  ],
  'AWS::Cognito::UserPoolClient': ['the client and its secret change: callers need the new ones'],
  'AWS::BedrockAgentCore::OAuth2CredentialProvider': ['people who consented have to do so again'],
};

/** A change in our words. `names`: what a resource of the template is called in its definition, by its logical name. */
export const toldChange = (change: StackChange, names: ReadonlyMap<string, string>): ToldChange => {
  const kind = kindOf(change);
  const name = names.get(change.logicalId) ?? change.logicalId;
  const lost = kind === 'replace' || kind === 'may-replace' || kind === 'remove';
  return {
    kind,
    thing: `${WORDS[change.resourceType] ?? change.resourceType} ${name}`,
    properties: change.properties,
    follows: lost ? (FOLLOWS[change.resourceType] ?? []) : [],
  };
};

/** A change set that changes no resource: what the stack says of itself, once resources were imported. */
export const OUTPUTS_CHANGE: ToldChange = {
  kind: 'modify',
  thing: 'outputs of the stack',
  properties: [],
  follows: [],
};

/** SHA-256 of a text, in hexadecimal. */
export const digestOfText = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What was approved of one definition: exactly this change set, of this template, against what was live then. */
export interface ApprovedChange {
  readonly account: string;
  readonly region: string;
  readonly name: string;
  readonly changeSet: string;
  readonly template: string;
  readonly live: string;
}

/** The approved changes of a run, as plan saves them and deploy takes them. */
export interface DeployPlan {
  readonly form: 1;
  readonly changes: readonly ApprovedChange[];
}

const isText = (value: unknown): value is string => typeof value === 'string';

const isApproved = (value: unknown): value is ApprovedChange => {
  if (typeof value !== 'object' || value === null) return false;
  const { account, region, name, changeSet, template, live } = value as Readonly<Record<string, unknown>>;
  return [account, region, name, changeSet, template, live].every(isText);
};

/** Reads a saved plan; undefined: it is none. */
export const readDeployPlan = (text: string): DeployPlan | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    const { form, changes } = value as Readonly<Record<string, unknown>>;
    if (form !== 1 || !Array.isArray(changes) || !changes.every(isApproved)) return undefined;
    return { form, changes };
  } catch {
    return undefined;
  }
};
