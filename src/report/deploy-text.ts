import { compareTexts } from '../model/compare-texts.ts';
import { visible } from './visible.ts';

/** What a change set does to one gateway's stack, in our words. */
export interface GatewayChanges {
  readonly account: string;
  readonly region: string;
  readonly name: string;
  readonly stack: 'create' | 'import' | 'update';
  readonly changes: readonly {
    readonly kind: 'add' | 'import' | 'modify' | 'replace' | 'may-replace' | 'remove' | 'release';
    readonly thing: string;
    readonly properties: readonly string[];
    readonly follows: readonly string[];
  }[];
  /** Ready to be executed, nothing would come of it, or why there is none stands among the problems. */
  readonly state: 'ready' | 'empty' | 'failed';
}

type Kind = GatewayChanges['changes'][number]['kind'];

/** How a kind of change is shown; what takes something away stands first. */
const KINDS: readonly { readonly kind: Kind; readonly sign: string; readonly words: string }[] = [
  { kind: 'replace', sign: '±', words: ' is replaced' },
  { kind: 'may-replace', sign: '±', words: ' may be replaced' },
  { kind: 'remove', sign: '-', words: '' },
  { kind: 'release', sign: '-', words: ' leaves the stack, and stays in AWS: it was imported' },
  { kind: 'modify', sign: '~', words: '' },
  { kind: 'import', sign: '=', words: ' is taken over as it is' },
  { kind: 'add', sign: '+', words: '' },
];

const changeLines = (
  { thing, properties, follows }: GatewayChanges['changes'][number],
  { sign, words }: (typeof KINDS)[number],
): readonly string[] => [
  `  ${sign} ${visible(thing)}${words}${properties.length === 0 ? '' : `: ${visible(properties.join(', '))}`}`,
  ...follows.map((text) => `      ${visible(text)}`),
];

const STACKS = { create: 'new stack', import: 'new stack that takes it over', update: 'change of its stack' } as const;

const stateText = ({ state, stack }: GatewayChanges): string => {
  switch (state) {
    case 'ready':
      return STACKS[stack];
    case 'empty':
      return 'nothing to do';
    case 'failed':
      return 'failed, see below';
  }
};

const headline = (gateway: GatewayChanges): string =>
  `gateway ${visible(gateway.name)}  ${visible(gateway.account)} ${visible(gateway.region)}  ${stateText(gateway)}`;

/** A text of a terminal in a job's summary: as it is, for nothing in it becomes markup. */
export const asSummary = (text: string): string => `\`\`\`text\n${text.replaceAll('`', "'")}\`\`\`\n`;

/** What deploys would do. */
export const deployPlanText = (gateways: readonly GatewayChanges[]): string => {
  const lines = gateways.flatMap((gateway) => [
    headline(gateway),
    ...KINDS.flatMap((shown) =>
      gateway.changes.filter(({ kind }) => kind === shown.kind).flatMap((change) => changeLines(change, shown)),
    ),
  ]);
  const count = gateways.filter(({ state }) => state === 'ready').length;
  const failed = gateways.filter(({ state }) => state === 'failed').length;
  return `${[...lines, `Plan: ${count === 0 ? 'nothing to deploy' : `${count} ${count === 1 ? 'stack' : 'stacks'} to deploy`}${failed === 0 ? '' : `, ${failed} failed`}.`].join('\n')}\n`;
};

/** One step of a stack, as it is told while it goes on. */
export const stepText = (
  name: string,
  {
    logicalId,
    status,
    reason,
  }: { readonly logicalId: string; readonly status: string; readonly reason: string | undefined },
): string =>
  `${visible(name)}  ${visible(logicalId)}  ${visible(status)}${reason === undefined ? '' : `  ${visible(reason)}`}`;

const issuersBlock = (
  { account, name }: Pick<GatewayChanges, 'account' | 'name'>,
  outputs: Readonly<Record<string, string>>,
): readonly string[] => {
  const { DiscoveryUrl, ClientId } = outputs;
  if (DiscoveryUrl === undefined || ClientId === undefined) return [];
  return [
    '',
    'For tokens, in a pull request of its own, add to agentcore-sync.yaml:',
    '',
    'issuers:',
    `  - issuer: ${JSON.stringify(DiscoveryUrl.replace('/.well-known/openid-configuration', ''))}`,
    `    account: ${JSON.stringify(account)}`,
    '    clients:',
    `      - { id: ${JSON.stringify(ClientId)}, secret: cognito, for: [${JSON.stringify(`${account}/${name}/`)}] }`,
  ];
};

/** What callers need first; CloudFormation gives outputs in no order. */
const FIRST = ['Endpoint', 'ClientId', 'Scopes', 'TokenEndpoint', 'DiscoveryUrl', 'UserClientId', 'UserPoolArn'];

const inOrder = (outputs: Readonly<Record<string, string>>): readonly (readonly [string, string])[] => {
  const rank = (key: string): number => (FIRST.includes(key) ? FIRST.indexOf(key) : FIRST.length);
  return Object.entries(outputs).sort(([left], [right]) => rank(left) - rank(right) || compareTexts(left, right));
};

const deployedLines = (
  gateway: GatewayChanges & { readonly outputs?: Readonly<Record<string, string>> },
): readonly string[] => {
  const { outputs, name } = gateway;
  if (outputs === undefined) return gateway.state === 'ready' ? [] : [headline(gateway)];
  return [
    `deployed gateway ${visible(name)}`,
    ...inOrder(outputs).map(([key, value]) => `  ${visible(key)}: ${visible(value)}`),
    ...issuersBlock(gateway, outputs).map(visible),
  ];
};

/** What deploys came to: endpoints, clients and what the configuration lacks for their tokens. */
export const deployedText = (
  gateways: readonly (GatewayChanges & { readonly outputs?: Readonly<Record<string, string>> })[],
): string => {
  const lines = gateways.flatMap(deployedLines);
  const count = gateways.filter(({ outputs }) => outputs !== undefined).length;
  const next = count === 0 ? '' : 'Next: agentcore-sync scan opens the pull request with the registration.\n';
  return `${lines.map((line) => `${line}\n`).join('')}Deployed: ${count === 0 ? 'nothing' : `${count} ${count === 1 ? 'gateway' : 'gateways'}`}.\n${next}`;
};

/** What reading tools again came to. */
export const reloadedText = (
  gateways: readonly {
    readonly name: string;
    readonly targets: readonly { readonly name: string; readonly status: string }[];
  }[],
): string =>
  `${gateways.flatMap(({ name, targets }) => [`gateway ${visible(name)}\n`, ...targets.map((target) => `  ${visible(target.name)}  ${visible(target.status)}\n`)]).join('')}Next: agentcore-sync verify compares the tools with those that were reviewed.\n`;
