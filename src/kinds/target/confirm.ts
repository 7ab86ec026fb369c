import { GetGatewayTargetCommand, type GetGatewayTargetResponse } from '@aws-sdk/client-bedrock-agentcore-control';
import type { Claim, Confirmation } from '../../model/confirmation.ts';
import type { ClaimOf } from '../calls.ts';
import { type Asked, confirmEach, unknown } from '../confirm/asked.ts';
import { absent, comparePlace, elsewhere, resourceText, unreadable } from '../confirm/compare.ts';

/** Compares a target's gateway and its endpoint. */
const compareTarget = (claim: Claim, answer: Partial<GetGatewayTargetResponse>): Confirmation => {
  const { gatewayArn: arn, targetConfiguration } = answer;
  if (typeof arn !== 'string') return unreadable('GetGatewayTarget', 'gatewayArn');
  if (targetConfiguration === undefined) return unreadable('GetGatewayTarget', 'targetConfiguration');
  const passed = targetConfiguration.http?.passthrough;
  const isPassed = passed?.protocolType === 'MCP' || passed?.protocolType === 'A2A';
  const url = targetConfiguration.mcp?.mcpServer?.endpoint ?? (isPassed ? passed.endpoint : undefined);
  if (url === undefined) return elsewhere(`AWS says that ${resourceText(claim)} is no MCP server and no agent`);
  return comparePlace(claim, { arn, url });
};

const askTarget = async (claim: ClaimOf<'target'>, asked: Asked): Promise<Confirmation> => {
  const command = new GetGatewayTargetCommand({ gatewayIdentifier: claim.key.gatewayId, targetId: claim.key.id });
  const answer = await asked.caller.call('GetGatewayTarget', () => asked.client.send(command));
  if (answer.ok) return compareTarget(claim, answer.value);
  return answer.failure.kind === 'not-found' ? absent(claim) : unknown(answer.failure, 'GetGatewayTarget', asked);
};

export const confirmTargets = confirmEach(askTarget);
