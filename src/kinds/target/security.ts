import type {
  CredentialProviderConfiguration,
  GetGatewayTargetResponse,
} from '@aws-sdk/client-bedrock-agentcore-control';
import { compareTexts } from '../../model/compare-texts.ts';
import type { Outbound, TargetSecurity } from '../../model/generated/entry.ts';
import { BOUNDS, noteUnknown, type Unknown, unionMember } from '../scan/describe.ts';
import type { FieldReader } from '../scan/fields.ts';

const TYPES = ['GATEWAY_IAM_ROLE', 'CALLER_IAM_CREDENTIALS', 'OAUTH', 'API_KEY', 'JWT_PASSTHROUGH'];
/** Tools are listed once, when a target is synchronized. */
const LISTED_ONCE = 'DEFAULT';

interface Notes {
  readonly reader: FieldReader;
  readonly unknown: Unknown[];
}

const outboundOf = (met: Partial<CredentialProviderConfiguration>, { reader, unknown }: Notes): Outbound => {
  const type = reader.required('credentialProviderType', met.credentialProviderType, BOUNDS.type);
  noteUnknown(unknown, 'credentialProviderType', type, TYPES);
  const union = reader.structure('credentialProvider', met.credentialProvider);
  const member = union === undefined ? undefined : unionMember(union);
  if (member?.known === false) unknown.push({ field: 'credentialProvider', value: member.name });
  const { oauthCredentialProvider: oauth, apiKeyCredentialProvider: key, iamCredentialProvider: iam } = union ?? {};
  const provider = reader.optional('providerArn', oauth?.providerArn ?? key?.providerArn, BOUNDS.arn);
  const grant = reader.optional('grantType', oauth?.grantType, BOUNDS.type);
  const scopes = reader.texts('scopes', oauth?.scopes, BOUNDS.texts);
  const service = reader.optional('service', iam?.service, BOUNDS.type);
  const location = reader.optional('credentialLocation', key?.credentialLocation, BOUNDS.type);
  return {
    type,
    ...(provider === undefined ? {} : { provider }),
    ...(grant === undefined ? {} : { grant }),
    ...(scopes ? { scopes } : {}),
    ...(service === undefined ? {} : { service }),
    ...(location === undefined ? {} : { location }),
  };
};

/**
 * How a gateway proves itself to a target, and whether the target's tools are asked for at each call. No value of a
 * credential is in AWS's answer, and names of parameters are not read.
 * https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_GetGatewayTarget.html
 */
export const describeTargetSecurity = (target: Partial<GetGatewayTargetResponse>, notes: Notes): TargetSecurity => {
  const { reader } = notes;
  const { credentialProviderConfigurations: met = [] } = target;
  const list: readonly CredentialProviderConfiguration[] = Array.isArray(met) ? met : [];
  if (!Array.isArray(met)) reader.fault('credentialProviderConfigurations: expected a list');
  if (list.length > BOUNDS.outbound) {
    reader.fault(`credentialProviderConfigurations: expected at most ${BOUNDS.outbound}, met ${list.length}`);
  }
  const outbound = list
    .map((one) => outboundOf(reader.structure('credentialProviderConfigurations', one) ?? {}, notes))
    .toSorted((left, right) => compareTexts(JSON.stringify(left), JSON.stringify(right)));
  const { listingMode } = target.targetConfiguration?.mcp?.mcpServer ?? {};
  const listing = reader.optional('listingMode', listingMode, BOUNDS.type);
  return {
    ...(outbound.length === 0 ? {} : { outbound }),
    ...(listing === undefined || listing === LISTED_ONCE ? {} : { listing }),
  };
};
