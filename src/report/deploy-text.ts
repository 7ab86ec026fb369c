import { compareTexts } from '../model/compare-texts.ts';
import type { Problem } from '../model/problem.ts';
import type { Block } from './document.ts';
import { code, lines, listing, prose } from './markup.ts';
import type { Report } from './report.ts';
import type { Line } from './text.ts';
import { visible } from './visible.ts';
import { counted, tally } from './wording.ts';

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
): readonly Line[] => [
  [`  ${sign} ${thing}${words}${properties.length === 0 ? '' : `: ${properties.join(', ')}`}`],
  ...follows.map((text): Line => [`      ${text}`]),
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
  `gateway ${gateway.name}  ${gateway.account} ${gateway.region}  ${stateText(gateway)}`;

/** Kinds of change in order, each change with how it is shown. */
const inRank = ({ changes }: GatewayChanges) =>
  KINDS.flatMap((shown) => changes.filter(({ kind }) => kind === shown.kind).map((change) => ({ change, shown })));

const changesTable = (gateway: GatewayChanges): Block => ({
  type: 'table',
  title: headline(gateway),
  columns: ['Change', 'What', 'Properties', 'What follows'],
  rows: inRank(gateway).map(({ change: { kind, thing, properties, follows }, shown }) => [
    prose(kind),
    prose(`${thing}${shown.words}`),
    lines(...properties.map(code)),
    lines(...follows.map(prose)),
  ]),
  one: 'change',
});

/** A gateway's headline, with a table of what changes where something does. */
const gatewayBlock = (gateway: GatewayChanges): Block =>
  gateway.changes.length === 0 ? { type: 'paragraph', text: prose(headline(gateway)) } : changesTable(gateway);

/** What deploys would do. */
export const deployPlanReport = (gateways: readonly GatewayChanges[], problems: readonly Problem[]): Report => {
  const of = tally(gateways, ({ state }) => state);
  const ready = of('ready') === 0 ? 'nothing to deploy' : `${counted(of('ready'), 'stack')} to deploy`;
  return {
    title: 'Gateways: plan',
    word: 'Plan',
    counts: `${ready}${of('failed') === 0 ? '' : `, ${of('failed')} failed`}`,
    parts: [
      {
        type: 'screen',
        lines: () =>
          gateways.flatMap((gateway) => [
            [headline(gateway)],
            ...inRank(gateway).flatMap(({ change, shown }) => changeLines(change, shown)),
          ]),
      },
      { type: 'page', blocks: () => gateways.map(gatewayBlock) },
    ],
    problems,
  };
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

/** A gateway after a deploy; its outputs where it was deployed. */
type Deployed = GatewayChanges & { readonly outputs?: Readonly<Record<string, string>> };

const deployedLines = (gateway: Deployed): readonly Line[] => {
  const { outputs, name } = gateway;
  if (outputs === undefined) return gateway.state === 'ready' ? [] : [[headline(gateway)]];
  return [
    [`deployed gateway ${name}`],
    ...inOrder(outputs).map(([key, value]): Line => [`  ${key}: ${value}`]),
    ...issuersBlock(gateway, outputs).map((line): Line => [line]),
  ];
};

const deployedBlocks = (gateway: Deployed): readonly Block[] => {
  const { outputs } = gateway;
  if (outputs === undefined) return gateway.state === 'ready' ? [] : [gatewayBlock({ ...gateway, changes: [] })];
  const issuers = issuersBlock(gateway, outputs);
  return [
    {
      type: 'table',
      title: `deployed gateway ${gateway.name}`,
      columns: ['Output', 'Value'],
      rows: inOrder(outputs).map(([key, value]) => [prose(key), code(value)]),
      one: 'output',
    },
    ...(issuers.length === 0 ? [] : [{ type: 'paragraph' as const, text: listing(issuers.slice(1)) }]),
  ];
};

const nextText = (results: string | undefined): string =>
  results === undefined
    ? 'Next: agentcore-sync scan brings the registration. After a deploy with --results, gateways propose brings it and the client'
    : `Next: agentcore-sync gateways propose --results ${results} brings the registration and the client, each for a pull request of its own`;

/**
 * What deploys came to: endpoints, clients and what the configuration lacks for their tokens.
 * @param results the folder that what stands was handed over in
 */
export const deployedReport = (
  gateways: readonly Deployed[],
  problems: readonly Problem[],
  results?: string,
): Report => {
  const count = gateways.filter(({ outputs }) => outputs !== undefined).length;
  return {
    title: 'Gateways: deploy',
    word: 'Deployed',
    counts: count === 0 ? 'nothing' : counted(count, 'gateway'),
    facts: count === 0 ? [] : [{ text: nextText(results) }],
    parts: [
      { type: 'screen', lines: () => gateways.flatMap(deployedLines) },
      { type: 'page', blocks: () => gateways.flatMap(deployedBlocks) },
    ],
    problems,
  };
};

/** What reading tools again came to. */
export const reloadedText = (
  gateways: readonly {
    readonly name: string;
    readonly targets: readonly { readonly name: string; readonly status: string }[];
  }[],
): string =>
  `${gateways.flatMap(({ name, targets }) => [`gateway ${visible(name)}\n`, ...targets.map((target) => `  ${visible(target.name)}  ${visible(target.status)}\n`)]).join('')}Next: agentcore-sync verify compares the tools with those that were reviewed.\n`;
