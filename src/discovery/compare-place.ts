import type {
  AgentRuntime,
  GetGatewayResponse,
  GetGatewayTargetResponse,
} from '@aws-sdk/client-bedrock-agentcore-control';
import { runtimeUrl } from '../kinds/runtime/describe.ts';
import type { Claim, Confirmation } from '../model/confirmation.ts';

/** A text of AWS, as long as a reader needs it. */
const shown = (text: string | undefined): string => (text === undefined ? 'nothing' : text.slice(0, 300));

const CONFIRMED: Confirmation = { type: 'confirmed' };

const elsewhere = (text: string): Confirmation => ({ type: 'elsewhere', text });

const unreadable = (call: string, field: string): Confirmation => ({
  type: 'unknown',
  text: `${call} answered without ${field}`,
  hint: 'Look for a newer version.',
});

/** `gateway orders-a1b2c3d4e5 of account 111111111111 in us-east-1` */
const resourceText = ({ key }: Claim): string => {
  const id = key.kind === 'target' ? `${key.id} of gateway ${key.gatewayId}` : key.id;
  return `${key.kind} ${id} in account ${key.account}, ${key.region}`;
};

/** What it means that AWS, asked in the account itself, does not know the resource. */
export const absent = (claim: Claim): Confirmation => elsewhere(`AWS has no ${resourceText(claim)}`);

const comparePlace = (claim: Claim, met: { readonly arn: string; readonly url: string }): Confirmation => {
  if (met.arn !== claim.arn) {
    return elsewhere(`AWS says that ${resourceText(claim)} has the ARN ${shown(met.arn)}, not ${claim.arn}`);
  }
  if (met.url !== claim.url) {
    return elsewhere(`AWS says that ${resourceText(claim)} is at ${shown(met.url)}, not ${claim.url}`);
  }
  return CONFIRMED;
};

/** Compares a gateway's ARN, URL (a custom domain too) and discovery URL. Its status and whom it lets in do not count. */
export const compareGateway = (claim: Claim, answer: Partial<GetGatewayResponse>): Confirmation => {
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

/** Compares a target's gateway and its endpoint. */
export const compareTarget = (claim: Claim, answer: Partial<GetGatewayTargetResponse>): Confirmation => {
  const { gatewayArn: arn, targetConfiguration } = answer;
  if (typeof arn !== 'string') return unreadable('GetGatewayTarget', 'gatewayArn');
  if (targetConfiguration === undefined) return unreadable('GetGatewayTarget', 'targetConfiguration');
  const url = targetConfiguration.mcp?.mcpServer?.endpoint;
  if (url === undefined) return elsewhere(`AWS says that ${resourceText(claim)} is no MCP server`);
  return comparePlace(claim, { arn, url });
};

/** Looks for a runtime among those of its account and Region. Its URL, and those of its endpoints, follow from the ARN. */
export const compareRuntime = (
  claim: Claim,
  runtimes: readonly Pick<AgentRuntime, 'agentRuntimeArn'>[],
  dnsSuffix: string,
): Confirmation =>
  runtimes.some(({ agentRuntimeArn }) => agentRuntimeArn === claim.arn)
    ? comparePlace(claim, { arn: claim.arn, url: runtimeUrl(claim.arn, claim.key.region, dnsSuffix) })
    : absent(claim);
