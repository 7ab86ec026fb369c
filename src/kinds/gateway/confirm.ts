import { GetGatewayCommand, type GetGatewayResponse } from '@aws-sdk/client-bedrock-agentcore-control';
import type { Claim, Confirmation } from '../../model/confirmation.ts';
import type { ClaimOf } from '../calls.ts';
import { type Asked, confirmEach, unknown } from '../confirm/asked.ts';
import { absent, CONFIRMED, comparePlace, resourceText, shown, unreadable } from '../confirm/compare.ts';

/** Compares a gateway's ARN, URL (a custom domain too) and discovery URL. Its status and whom it lets in do not count. */
const compareGateway = (claim: Claim, answer: Partial<GetGatewayResponse>): Confirmation => {
  const { gatewayArn: arn, gatewayUrl: url, authorizerConfiguration } = answer;
  if (typeof arn !== 'string') return unreadable('GetGateway', 'gatewayArn');
  if (typeof url !== 'string') return unreadable('GetGateway', 'gatewayUrl');
  const place = comparePlace(claim, { arn, url });
  if (place.type !== 'confirmed') return place;
  const discoveryUrl = authorizerConfiguration?.customJWTAuthorizer?.discoveryUrl;
  if (discoveryUrl === claim.discoveryUrl) return CONFIRMED;
  return {
    type: 'other-issuer',
    text: `AWS says that ${resourceText(claim)} takes tokens of ${shown(discoveryUrl)}, not of ${shown(claim.discoveryUrl)}`,
    hint: 'Merge what the next scan finds: it writes source anew.',
  };
};

const askGateway = async (claim: ClaimOf<'gateway'>, asked: Asked): Promise<Confirmation> => {
  const command = new GetGatewayCommand({ gatewayIdentifier: claim.key.id });
  const answer = await asked.caller.call('GetGateway', () => asked.client.send(command));
  if (answer.ok) return compareGateway(claim, answer.value);
  return answer.failure.kind === 'not-found' ? absent(claim) : unknown(answer.failure, 'GetGateway', asked);
};

export const confirmGateways = confirmEach(askGateway);
