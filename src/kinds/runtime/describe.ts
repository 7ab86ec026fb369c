import type { AgentRuntimeEndpoint, GetAgentRuntimeResponse } from '@aws-sdk/client-bedrock-agentcore-control';
import { compareTexts } from '../../model/compare-texts.ts';
import type { EndpointSummary, RuntimeSecurity, RuntimeSource } from '../../model/generated/entry.ts';
import type { Described, ResourcePlace, Unknown } from '../scan/describe.ts';
import { BOUNDS, checkArn, describeAuthorizer, noteUnknown, unionMember } from '../scan/describe.ts';
import type { FieldReader } from '../scan/fields.ts';
import { createFieldReader } from '../scan/fields.ts';
import { DEFAULT_ENDPOINT, runtimeUrl } from './facts.ts';

const PROTOCOLS = ['MCP', 'HTTP', 'A2A', 'AGUI'];
/** What a runtime speaks that was made before runtimes had protocols. */
const FIRST_PROTOCOL = 'HTTP';
/** The fields of a runtime's answer that are used: its environment variables, which may hold secrets, are not among them. */
export type RuntimeAnswer = Partial<
  Pick<
    GetAgentRuntimeResponse,
    | 'agentRuntimeArn'
    | 'agentRuntimeName'
    | 'description'
    | 'protocolConfiguration'
    | 'authorizerConfiguration'
    | 'requestHeaderConfiguration'
    | 'networkConfiguration'
  >
>;

/** Where a runtime is that says nothing else. */
const OPEN_NETWORK = 'PUBLIC';
const NETWORKS = [OPEN_NETWORK, 'VPC'];

/** Which headers of callers reach the code, and where it runs. Environment variables are never read. */
const describeSecurity = (
  runtime: RuntimeAnswer,
  { reader, unknown }: { readonly reader: FieldReader; readonly unknown: Unknown[] },
): RuntimeSecurity => {
  const union = reader.structure('requestHeaderConfiguration', runtime.requestHeaderConfiguration);
  const member = union === undefined ? undefined : unionMember(union);
  if (member?.known === false) unknown.push({ field: 'requestHeaderConfiguration', value: member.name });
  const headersAllowed = reader.texts('requestHeaderAllowlist', union?.requestHeaderAllowlist, BOUNDS.texts);
  const { networkMode } = reader.structure('networkConfiguration', runtime.networkConfiguration) ?? {};
  const network = reader.optional('networkMode', networkMode, BOUNDS.type);
  noteUnknown(unknown, 'networkMode', network, NETWORKS);
  return {
    ...(headersAllowed ? { headersAllowed } : {}),
    ...(network === undefined || network === OPEN_NETWORK ? {} : { network }),
  };
};

const describeEndpoints = (endpoints: readonly AgentRuntimeEndpoint[], reader: FieldReader): EndpointSummary[] => {
  if (endpoints.length > BOUNDS.summaries) {
    reader.fault(`endpoints: expected at most ${BOUNDS.summaries}, met ${endpoints.length}`);
  }
  return endpoints
    .filter(({ name }) => name !== DEFAULT_ENDPOINT)
    .map((endpoint): EndpointSummary => {
      const description = reader.optional('endpoint description', endpoint.description, BOUNDS.description);
      return {
        name: reader.required('endpoint name', endpoint.name, BOUNDS.name),
        ...(description === undefined ? {} : { description }),
      };
    })
    .sort((left, right) => compareTexts(left.name, right.name));
};

/** A runtime's answer, and its endpoints where they were asked for, reduced to the fields we use. */
export const describeRuntime = (
  runtime: RuntimeAnswer,
  endpoints: readonly AgentRuntimeEndpoint[] | undefined,
  place: ResourcePlace & { readonly dnsSuffix: string },
): Described<RuntimeSource> => {
  const reader = createFieldReader();
  const unknown: Unknown[] = [];
  const arn = reader.required('agentRuntimeArn', runtime.agentRuntimeArn, BOUNDS.arn);
  if (arn !== '') checkArn(arn, place, { reader, type: 'runtime' });
  const description = reader.optional('description', runtime.description, BOUNDS.description);
  const spoken = reader.structure('protocolConfiguration', runtime.protocolConfiguration);
  const protocol = reader.optional('serverProtocol', spoken?.serverProtocol, BOUNDS.type) ?? FIRST_PROTOCOL;
  noteUnknown(unknown, 'serverProtocol', protocol, PROTOCOLS);
  const named = endpoints === undefined ? [] : describeEndpoints(endpoints, reader);
  const value: RuntimeSource = {
    account: place.account,
    region: place.region,
    arn,
    name: reader.required('agentRuntimeName', runtime.agentRuntimeName, BOUNDS.name),
    ...(description === undefined ? {} : { description }),
    url: runtimeUrl(arn, place.region, place.dnsSuffix),
    protocol,
    authorizer: describeAuthorizer(undefined, runtime.authorizerConfiguration, { reader, unknown }),
    security: describeSecurity(runtime, { reader, unknown }),
    ...(named.length === 0 ? {} : { endpoints: named }),
  };
  return reader.faults.length > 0 ? { ok: false, faults: reader.faults } : { ok: true, value, unknown };
};
