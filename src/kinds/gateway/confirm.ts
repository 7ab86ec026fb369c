import {
  GetGatewayCommand,
  type GetGatewayResponse,
  GetGatewayTargetCommand,
  type GetGatewayTargetResponse,
} from '@aws-sdk/client-bedrock-agentcore-control';
import type { Claim, Confirmation } from '../../model/confirmation.ts';
import type { Lead } from '../../model/through.ts';
import type { ClaimOf } from '../calls.ts';
import { type Asked, confirmEach, unknown } from '../confirm/asked.ts';
import {
  absent,
  CONFIRMED,
  comparePlace,
  elsewhere,
  resourceText,
  shown,
  unreadable,
  withChange,
} from '../confirm/compare.ts';
import { DEFAULT_ENDPOINT } from '../runtime/facts.ts';

/** Compares a gateway's ARN, URL (a custom domain too) and discovery URL. Its status and whom it lets in do not count. */
const compareGateway = (claim: Claim, answer: Partial<GetGatewayResponse>): Confirmation => {
  const { gatewayArn: arn, gatewayUrl: url, authorizerConfiguration } = answer;
  if (typeof arn !== 'string') return unreadable('GetGateway', 'gatewayArn');
  if (typeof url !== 'string') return unreadable('GetGateway', 'gatewayUrl');
  const place = comparePlace(claim, { arn, url });
  if (place.type !== 'confirmed') return place;
  const discoveryUrl = authorizerConfiguration?.customJWTAuthorizer?.discoveryUrl;
  if (discoveryUrl === claim.discoveryUrl) return withChange(CONFIRMED, answer.updatedAt);
  return {
    type: 'other-issuer',
    text: `AWS says that ${resourceText(claim)} takes tokens of ${shown(discoveryUrl)}, not of ${shown(claim.discoveryUrl)}`,
    hint: 'Merge what the next scan finds: it writes source anew.',
  };
};

/** Compares where a target leads: its name is in the address, its runtime is what is registered. */
const compareLead = (claim: Claim, lead: Lead, answer: Partial<GetGatewayTargetResponse>): Confirmation => {
  const { name, targetConfiguration } = answer;
  const behind = targetConfiguration?.http?.agentcoreRuntime;
  const qualifier = behind?.qualifier === DEFAULT_ENDPOINT ? undefined : behind?.qualifier;
  if (name === lead.name && behind?.arn === lead.runtime && qualifier === lead.qualifier) return CONFIRMED;
  const met =
    behind === undefined ? 'leads to no runtime' : `leads to ${shown(behind.arn)} (${qualifier ?? DEFAULT_ENDPOINT})`;
  return elsewhere(
    `AWS says that target ${lead.id} of ${resourceText(claim)}, called ${shown(name)}, ${met}, not ${lead.name} to ${lead.runtime} (${lead.qualifier ?? DEFAULT_ENDPOINT})`,
  );
};

const askLead = async (claim: ClaimOf<'gateway'>, lead: Lead, asked: Asked): Promise<Confirmation> => {
  const command = new GetGatewayTargetCommand({ gatewayIdentifier: claim.key.id, targetId: lead.id });
  const answer = await asked.caller.call('GetGatewayTarget', () => asked.client.send(command));
  if (answer.ok) return compareLead(claim, lead, answer.value);
  return answer.failure.kind === 'not-found'
    ? elsewhere(`AWS has no target ${lead.id} of ${resourceText(claim)}`)
    : unknown(answer.failure, 'GetGatewayTarget', asked);
};

const askGateway = async (claim: ClaimOf<'gateway'>, asked: Asked): Promise<Confirmation> => {
  const command = new GetGatewayCommand({ gatewayIdentifier: claim.key.id });
  const answer = await asked.caller.call('GetGateway', () => asked.client.send(command));
  if (answer.ok) return compareGateway(claim, answer.value);
  return answer.failure.kind === 'not-found' ? absent(claim) : unknown(answer.failure, 'GetGateway', asked);
};

/** A gateway first, then each of its targets that something is reached through. */
const askAll = async (claim: ClaimOf<'gateway'>, asked: Asked): Promise<Confirmation> => {
  const own = await askGateway(claim, asked);
  if (own.type !== 'confirmed') return own;
  for (const lead of claim.leads ?? []) {
    const answer = await askLead(claim, lead, asked);
    if (answer.type !== 'confirmed') return answer;
  }
  return own;
};

export const confirmGateways = confirmEach(askAll);
