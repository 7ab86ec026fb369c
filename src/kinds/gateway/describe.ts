import type { GetGatewayResponse, TargetSummary as SdkTargetSummary } from '@aws-sdk/client-bedrock-agentcore-control';
import { compareTexts } from '../../model/compare-texts.ts';
import { isInDomains } from '../../model/domains.ts';
import type { GatewaySource, TargetSummary } from '../../model/generated/entry.ts';
import type { Described, ResourcePlace, Unknown } from '../scan/describe.ts';
import { BOUNDS, checkArn, describeAuthorizer, noteUnknown } from '../scan/describe.ts';
import type { FieldReader } from '../scan/fields.ts';
import { createFieldReader } from '../scan/fields.ts';
import { TARGET_TYPES } from '../target/describe.ts';
import { describeGatewaySecurity } from './security.ts';

const PROTOCOLS = ['MCP'];

const describeSummary = (target: SdkTargetSummary, reader: FieldReader, unknown: Unknown[]): TargetSummary => {
  const description = reader.optional('target description', target.description, BOUNDS.description);
  const type = reader.optional('targetType', target.targetType, BOUNDS.type);
  noteUnknown(unknown, 'targetType', type, TARGET_TYPES);
  return {
    id: reader.required('targetId', target.targetId, BOUNDS.id),
    name: reader.required('target name', target.name, BOUNDS.name),
    ...(description === undefined ? {} : { description }),
    ...(type === undefined ? {} : { type }),
  };
};

/** A gateway's URL is one that can be registered, and its host follows from the id. */
const checkUrl = (
  url: string,
  { host, domains }: { readonly host: string | undefined; readonly domains: readonly string[] },
  reader: FieldReader,
): void => {
  const parsed = URL.parse(url);
  const plain = parsed !== null && (parsed.href === url || parsed.href === `${url}/`);
  const isOwn = (parsed?.host === host || isInDomains(parsed?.hostname, domains)) && parsed?.protocol === 'https:';
  if (plain && (host === undefined || isOwn)) return;
  const expected = host === undefined ? 'a plain URL' : `a URL of https://${host}, or of a host in aws.domains`;
  reader.fault(`gatewayUrl: expected ${expected}, met ${JSON.stringify(url.slice(0, 100))}`);
};

/**
 * A gateway's answer and the summaries of its targets, reduced to the fields we use: lists sorted, nothing that changes by
 * itself. Faults: what an entry could not hold, or an ARN of another account or Region.
 */
export const describeGateway = (
  gateway: Partial<GetGatewayResponse>,
  targets: readonly SdkTargetSummary[],
  place: ResourcePlace & { readonly host?: string; readonly domains?: readonly string[] },
): Described<GatewaySource> => {
  const reader = createFieldReader();
  const unknown: Unknown[] = [];
  const arn = reader.required('gatewayArn', gateway.gatewayArn, BOUNDS.arn);
  if (arn !== '') checkArn(arn, place, { reader, type: 'gateway' });
  const description = reader.optional('description', gateway.description, BOUNDS.description);
  const protocol = reader.optional('protocolType', gateway.protocolType, BOUNDS.type);
  noteUnknown(unknown, 'protocolType', protocol, PROTOCOLS);
  if (targets.length > BOUNDS.summaries) {
    reader.fault(`targets: expected at most ${BOUNDS.summaries}, met ${targets.length}`);
  }
  const summaries = targets
    .map((target) => describeSummary(target, reader, unknown))
    .sort((left, right) => compareTexts(left.id, right.id));
  const type = reader.required('authorizerType', gateway.authorizerType, BOUNDS.type);
  const url = reader.required('gatewayUrl', gateway.gatewayUrl, BOUNDS.url);
  if (url !== '') checkUrl(url, { host: place.host, domains: place.domains ?? [] }, reader);
  const value: GatewaySource = {
    account: place.account,
    region: place.region,
    arn,
    name: reader.required('name', gateway.name, BOUNDS.name),
    ...(description === undefined ? {} : { description }),
    url,
    ...(protocol === undefined ? {} : { protocol }),
    authorizer: describeAuthorizer(type, gateway.authorizerConfiguration, { reader, unknown }),
    security: describeGatewaySecurity(gateway, { reader, unknown }),
    ...(summaries.length === 0 ? {} : { targets: summaries }),
  };
  return reader.faults.length > 0 ? { ok: false, faults: reader.faults } : { ok: true, value, unknown };
};
