import type { GetGatewayTargetResponse, TargetConfiguration } from '@aws-sdk/client-bedrock-agentcore-control';
import type { TargetSource } from '../../model/generated/entry.ts';
import type { TargetFact } from '../gateway/target-facts.ts';
import { DEFAULT_ENDPOINT } from '../runtime/facts.ts';
import type { Described, ResourcePlace, Unknown } from '../scan/describe.ts';
import { BOUNDS, checkArn, checkId, noteUnknown, unionMember } from '../scan/describe.ts';
import type { FieldReader } from '../scan/fields.ts';
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

/** Whether a target may be an MCP server or an agent of its own, as far as its summary tells. */
export const mayHaveEntry = (targetType: string | undefined): boolean =>
  targetType === undefined || targetType === 'MCP_SERVER' || targetType === 'PASSTHROUGH';

/** Whether a target may lead to a runtime, as far as its summary tells. */
export const mayLeadToRuntime = (targetType: string | undefined): boolean =>
  targetType === undefined || targetType === 'AGENTCORE_RUNTIME';

/** What a target passes requests through for, where that is a server or an agent. */
const PASSED = ['MCP', 'A2A'];
const PASSTHROUGH_PROTOCOLS = [...PASSED, 'CUSTOM', 'INFERENCE'];

/** Where the MCP server or agent behind a target is; undefined: there is none. `protocol`: of what is passed through. */
const placeBehind = (
  configuration: TargetConfiguration | undefined,
  { reader, unknown }: { readonly reader: FieldReader; readonly unknown: Unknown[] },
): { readonly endpoint: unknown; readonly protocol?: string } | undefined => {
  const mcp = reader.structure('targetConfiguration.mcp', configuration?.mcp);
  const http = reader.structure('targetConfiguration.http', configuration?.http);
  const server = reader.structure('targetConfiguration.mcp.mcpServer', mcp?.mcpServer);
  const passed = reader.structure('targetConfiguration.http.passthrough', http?.passthrough);
  for (const union of [configuration, mcp, http]) {
    const member = union === undefined ? undefined : unionMember(union);
    if (member?.known === false) unknown.push({ field: 'targetConfiguration', value: member.name });
  }
  if (server !== undefined) return { endpoint: server.endpoint };
  const protocol = reader.optional('protocolType', passed?.protocolType, BOUNDS.type);
  noteUnknown(unknown, 'passthrough.protocolType', protocol, PASSTHROUGH_PROTOCOLS);
  if (passed === undefined || protocol === undefined || !PASSED.includes(protocol)) return undefined;
  return { endpoint: passed.endpoint, protocol };
};

/** The runtime that a target leads to, by its ARN; nothing where it leads elsewhere. */
const runtimeBehind = (
  configuration: TargetConfiguration | undefined,
  reader: FieldReader,
): Pick<TargetFact, 'runtime' | 'qualifier'> => {
  const name = 'targetConfiguration.http.agentcoreRuntime';
  const runtime = reader.structure(name, configuration?.http?.agentcoreRuntime);
  if (runtime === undefined) return {};
  const qualifier = reader.optional(`${name}.qualifier`, runtime.qualifier, BOUNDS.name);
  return {
    runtime: reader.required(`${name}.arn`, runtime.arn, BOUNDS.arn),
    ...(qualifier === undefined || qualifier === DEFAULT_ENDPOINT ? {} : { qualifier }),
  };
};

/** What one answer says for the target's own entry, where it has one, and for its gateway's. */
export interface DescribedTarget {
  /** Undefined: no MCP server or agent is behind it. */
  readonly entry: TargetSource | undefined;
  readonly fact: TargetFact;
}

/** A target's answer reduced to the fields we use. `gateway` is the gateway's name. */
export const describeTarget = (
  target: Partial<GetGatewayTargetResponse>,
  place: ResourcePlace & { readonly gatewayId?: string },
  gateway: string,
): Described<DescribedTarget> => {
  const reader = createFieldReader();
  const unknown: Unknown[] = [];
  const configuration = reader.structure('targetConfiguration', target.targetConfiguration);
  if (configuration === undefined && reader.faults.length === 0) {
    reader.fault('targetConfiguration: expected a union, met nothing');
  }
  const behind = placeBehind(configuration, { reader, unknown });
  const lead = runtimeBehind(configuration, reader);
  const security = describeTargetSecurity(target, { reader, unknown });
  const name = reader.required('name', target.name, BOUNDS.name);
  const fact: TargetFact = { name, ...lead, outbound: security.outbound ?? [] };
  if (reader.faults.length > 0) return { ok: false, faults: reader.faults };
  if (behind === undefined) return { ok: true, value: { entry: undefined, fact }, unknown };
  const arn = reader.required('gatewayArn', target.gatewayArn, BOUNDS.arn);
  if (arn !== '') checkArn(arn, { ...place, id: place.gatewayId }, { reader, type: 'gateway' });
  const description = reader.optional('description', target.description, BOUNDS.description);
  const id = reader.required('targetId', target.targetId, BOUNDS.id);
  checkId('targetId', id, place.id, reader);
  const entry: TargetSource = {
    account: place.account,
    region: place.region,
    arn,
    id,
    name,
    gateway: reader.required("the gateway's name", gateway, BOUNDS.name),
    ...(description === undefined ? {} : { description }),
    url: reader.required('endpoint', behind.endpoint, BOUNDS.url),
    ...(behind.protocol === undefined ? {} : { protocol: behind.protocol }),
    security,
  };
  return reader.faults.length > 0
    ? { ok: false, faults: reader.faults }
    : { ok: true, value: { entry, fact }, unknown };
};
