import type { GetGatewayTargetResponse } from '@aws-sdk/client-bedrock-agentcore-control';
import type { TargetSource } from '../../model/generated/entry.ts';
import type { Described, ResourcePlace, Unknown } from '../scan/describe.ts';
import { BOUNDS, checkArn, checkId, unionMember } from '../scan/describe.ts';
import { createFieldReader } from '../scan/fields.ts';
import { describeTargetSecurity } from './security.ts';

/** Types that a target's summary may name. */
export const TARGET_TYPES: readonly string[] = [
  'MCP_SERVER',
  'LAMBDA',
  'OPEN_API_SCHEMA',
  'SMITHY_MODEL',
  'API_GATEWAY',
  'CONNECTOR',
  'AGENTCORE_RUNTIME',
  'PASSTHROUGH',
  'HTTP_CONNECTOR',
  'PROVIDER',
];

/** Whether a target may be an MCP server, as far as its summary tells. */
export const mayBeMcpServer = (targetType: string | undefined): boolean =>
  targetType === undefined || targetType === 'MCP_SERVER';

/**
 * A target's answer reduced to the fields we use; `undefined` as value: it is none of kind mcpServer. `gateway` is the
 * gateway's name.
 */
export const describeTarget = (
  target: Partial<GetGatewayTargetResponse>,
  place: ResourcePlace & { readonly gatewayId?: string },
  gateway: string,
): Described<TargetSource | undefined> => {
  const reader = createFieldReader();
  const unknown: Unknown[] = [];
  const configuration = reader.structure('targetConfiguration', target.targetConfiguration);
  if (configuration === undefined && reader.faults.length === 0) {
    reader.fault('targetConfiguration: expected a union, met nothing');
  }
  const mcp = reader.structure('targetConfiguration.mcp', configuration?.mcp);
  const server = reader.structure('targetConfiguration.mcp.mcpServer', mcp?.mcpServer);
  if (reader.faults.length > 0) return { ok: false, faults: reader.faults };
  for (const union of [configuration, mcp]) {
    const member = union === undefined ? undefined : unionMember(union);
    if (member?.known === false) unknown.push({ field: 'targetConfiguration', value: member.name });
  }
  if (server === undefined) return { ok: true, value: undefined, unknown };
  const arn = reader.required('gatewayArn', target.gatewayArn, BOUNDS.arn);
  if (arn !== '') checkArn(arn, { ...place, id: place.gatewayId }, { reader, type: 'gateway' });
  const description = reader.optional('description', target.description, BOUNDS.description);
  const id = reader.required('targetId', target.targetId, BOUNDS.id);
  checkId('targetId', id, place.id, reader);
  const value: TargetSource = {
    account: place.account,
    region: place.region,
    arn,
    id,
    name: reader.required('name', target.name, BOUNDS.name),
    gateway: reader.required("the gateway's name", gateway, BOUNDS.name),
    ...(description === undefined ? {} : { description }),
    url: reader.required('endpoint', server.endpoint, BOUNDS.url),
    security: describeTargetSecurity(target, { reader, unknown }),
  };
  return reader.faults.length > 0 ? { ok: false, faults: reader.faults } : { ok: true, value, unknown };
};
