/** What a gateway's target may be, as far as its authorization at the other end depends on it. */
export type TargetType =
  | 'lambda'
  | 'openApi'
  | 'smithy'
  | 'apiGateway'
  | 'mcpServer'
  | 'runtime'
  | 'passthrough'
  | 'connector';

/** How a gateway authorizes itself at a target. */
export type OutboundType =
  | 'none'
  | 'gateway-role'
  | 'client-credentials'
  | 'authorization-code'
  | 'token-exchange'
  | 'api-key'
  | 'caller-iam'
  | 'jwt-passthrough';

/** What AWS's answer has none of: the gateway proves nothing to the target. */
export const NO_OUTBOUND = 'NONE';

/** What is written about a combination: `undecided`: the sources differ, or none speaks of it. */
export type OutboundVerdict = 'allowed' | 'refused' | 'undecided';

/** The date at which the sources were read. */
export const TARGET_OUTBOUND_READ = '2026-11-21';

/** Where a cell of the table comes from. */
const OUTBOUND_SOURCES = {
  guide: 'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway-outbound-auth.html',
  mcp: 'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway-target-MCPservers.html',
  api: 'https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_CreateGatewayTarget.html',
  runtime: 'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway-target-http-runtime.html',
  toolkit: 'https://github.com/aws/agent-toolkit-for-aws',
} as const;

type Source = keyof typeof OUTBOUND_SOURCES;

interface Cell {
  readonly verdict: OutboundVerdict;
  readonly sources: readonly Source[];
}

const allowed = (...sources: readonly Source[]): Cell => ({ verdict: 'allowed', sources });
const refused = (...sources: readonly Source[]): Cell => ({ verdict: 'refused', sources });
const differ = (...sources: readonly Source[]): Cell => ({ verdict: 'undecided', sources });
const SILENT: Cell = { verdict: 'undecided', sources: [] };

/**
 * Kind of target × authorization. Where the guide's table of 2025 refuses what the newer API takes and AWS's toolkit
 * describes, the newer ones count; where only one of two equals allows it, nothing is decided.
 */
const TABLE: Readonly<Record<TargetType, Readonly<Partial<Record<OutboundType, Cell>>>>> = {
  lambda: {
    none: refused('guide'),
    'gateway-role': allowed('guide', 'toolkit'),
    'client-credentials': differ('guide', 'toolkit'),
    'authorization-code': differ('guide', 'toolkit'),
    'api-key': refused('guide', 'toolkit'),
  },
  openApi: {
    none: refused('guide', 'toolkit'),
    'gateway-role': refused('guide', 'toolkit'),
    'client-credentials': allowed('guide', 'toolkit'),
    'authorization-code': allowed('guide', 'toolkit'),
    'api-key': allowed('guide', 'toolkit'),
  },
  smithy: {
    none: refused('guide', 'toolkit'),
    'gateway-role': allowed('guide', 'toolkit'),
    'client-credentials': allowed('guide', 'toolkit'),
    'authorization-code': allowed('guide', 'toolkit'),
    'api-key': refused('guide', 'toolkit'),
  },
  apiGateway: {
    none: differ('guide', 'toolkit'),
    'gateway-role': allowed('guide', 'toolkit'),
    'client-credentials': refused('guide', 'toolkit'),
    'authorization-code': refused('guide', 'toolkit'),
    'api-key': allowed('guide', 'toolkit'),
  },
  mcpServer: {
    none: allowed('guide', 'mcp', 'toolkit'),
    'gateway-role': allowed('mcp', 'api', 'toolkit'),
    'client-credentials': allowed('guide', 'mcp', 'toolkit'),
    'authorization-code': allowed('mcp', 'api', 'toolkit'),
    'api-key': refused('guide', 'mcp', 'toolkit'),
  },
  runtime: {
    'gateway-role': allowed('api', 'runtime'),
    'client-credentials': allowed('runtime'),
    'caller-iam': allowed('runtime'),
    'jwt-passthrough': allowed('runtime'),
    'api-key': refused('api', 'runtime'),
  },
  passthrough: {},
  connector: {},
};

/** What is known of a combination, with the pages that say so; no page: none speaks of it. */
export const outboundVerdict = (
  target: TargetType,
  outbound: OutboundType,
): { readonly verdict: OutboundVerdict; readonly sources: readonly string[] } => {
  const { verdict, sources } = TABLE[target][outbound] ?? SILENT;
  return { verdict, sources: sources.map((source) => OUTBOUND_SOURCES[source]) };
};

/** What the table allows for a kind of target, for a hint. */
export const allowedOutbound = (target: TargetType): readonly OutboundType[] =>
  (Object.entries(TABLE[target]) as readonly (readonly [OutboundType, Cell])[])
    .filter(([, { verdict }]) => verdict === 'allowed')
    .map(([outbound]) => outbound);
