import type { TargetSummary } from '../model/generated/entry.ts';

/**
 * Types of targets behind which a gateway speaks no MCP: HTTP as it comes, runtimes, inference. Of a type that AWS does not
 * say, or that this version does not know, it may.
 * https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_TargetSummary.html
 */
const NOT_MCP: ReadonlySet<string> = new Set(['AGENTCORE_RUNTIME', 'PASSTHROUGH', 'PROVIDER', 'HTTP_CONNECTOR']);

/** Whether a target of this type may be reached by MCP through its gateway. */
export const mayBeMcp = ({ type }: Pick<TargetSummary, 'type'>): boolean => type === undefined || !NOT_MCP.has(type);

/** Whether a gateway is a server: its protocol is MCP, or it says none and a target of it speaks MCP. */
export const isMcpGateway = (gateway: {
  readonly protocol?: string;
  readonly targets?: readonly Pick<TargetSummary, 'type'>[];
}): boolean => gateway.protocol === 'MCP' || (gateway.protocol === undefined && (gateway.targets ?? []).some(mayBeMcp));
