/** Builders of what a world holds, with the defaults of a healthy resource. */
import { gatewayId, runtimeId, targetId } from './aws/names.ts';
import {
  type Endpoint,
  type Gateway,
  GITHUB_ISSUER,
  type Harness,
  type JsonObject,
  type JwtAuthorizer,
  type Role,
  type Runtime,
  type Target,
  type Trust,
  type Unit,
} from './world.ts';

const LONG_AGO = '2026-01-15T10:00:00.123456Z';

/** `protocolType: null` leaves the protocol out, as on gateways that front HTTP or inference targets only. */
export type GatewayInput = Partial<Omit<Gateway, 'protocolType'>> & {
  name: string;
  salt?: string;
  protocolType?: string | null;
};

/** A policy engine that refuses, and a firewall that does not fail open: what nobody has anything to say about. */
const HEALTHY: JsonObject = {
  policyEngineConfiguration: {
    arn: 'arn:aws:bedrock-agentcore:us-east-1:999999999999:policy-engine/tools-0123456789',
    mode: 'ENFORCE',
  },
  webAclArn: 'arn:aws:wafv2:us-east-1:999999999999:regional/webacl/tools/0123456789',
  wafConfiguration: { failureMode: 'FAIL_CLOSE' },
};

/**
 * A READY MCP gateway with IAM inbound unless told otherwise. Equal name and `salt` give equal ids; another salt is
 * another gateway of that name.
 */
export const gateway = ({ salt = '', protocolType = 'MCP', ...input }: GatewayInput): Gateway => ({
  id: gatewayId(input.name, salt),
  status: 'READY',
  authorizer: { type: 'AWS_IAM' },
  targets: [],
  details: { ...HEALTHY },
  tags: {},
  updatedAt: LONG_AGO,
  ...input,
  ...(protocolType !== null && { protocolType }),
});

/** A CUSTOM_JWT authorizer. */
export const jwt = (
  discoveryUrl: string,
  rest: Partial<Omit<JwtAuthorizer, 'type' | 'discoveryUrl'>> = {},
): JwtAuthorizer => ({
  type: 'CUSTOM_JWT',
  discoveryUrl,
  ...rest,
});

export interface TargetInput {
  name: string;
  salt?: string;
  id?: string;
  description?: string;
  status?: string;
  /** MCP_SERVER when an endpoint is given, else LAMBDA. */
  type?: string;
  /** Whether the summary shows the type (default true). */
  typeInSummary?: boolean;
  /** Of an MCP server. */
  endpoint?: string;
  /** Of a PASSTHROUGH: MCP unless told otherwise. */
  protocolType?: string;
  /** Instead of what follows from type and endpoint. */
  configuration?: JsonObject;
  outbound?: JsonObject[];
  synchronizedAt?: string;
}

const configurationOf = (type: string, endpoint: string, protocol: string): JsonObject => {
  const schema = { inlinePayload: '{}' };
  switch (type) {
    case 'MCP_SERVER':
      return { mcp: { mcpServer: { endpoint } } };
    case 'LAMBDA':
      return {
        mcp: {
          lambda: {
            lambdaArn: 'arn:aws:lambda:us-east-1:111111111111:function:tools',
            toolSchema: { inlinePayload: [] },
          },
        },
      };
    case 'OPEN_API_SCHEMA':
      return { mcp: { openApiSchema: schema } };
    case 'SMITHY_MODEL':
      return { mcp: { smithyModel: schema } };
    case 'AGENTCORE_RUNTIME':
      return {
        http: { agentcoreRuntime: { arn: 'arn:aws:bedrock-agentcore:us-east-1:111111111111:runtime/a-0123456789' } },
      };
    case 'PASSTHROUGH':
      return { http: { passthrough: { endpoint, protocolType: protocol } } };
    default:
      return { [type.toLowerCase()]: { endpoint } };
  }
};

/** A READY target. */
export const target = (input: TargetInput): Target => {
  const { name, salt = '', endpoint, typeInSummary = true } = input;
  const type = input.type ?? (endpoint === undefined ? 'LAMBDA' : 'MCP_SERVER');
  return {
    id: input.id ?? targetId(name, salt),
    name,
    status: input.status ?? 'READY',
    configuration:
      input.configuration ??
      configurationOf(type, endpoint ?? `https://${name.toLowerCase()}.example.com/mcp`, input.protocolType ?? 'MCP'),
    ...(input.description !== undefined && { description: input.description }),
    ...(input.outbound !== undefined && { outbound: input.outbound }),
    ...(input.synchronizedAt !== undefined && { synchronizedAt: input.synchronizedAt }),
    ...(typeInSummary && { targetType: type }),
  };
};

/** `serverProtocol: null` leaves the protocol out, as on runtimes made before there were several. */
export type RuntimeInput = Partial<Omit<Runtime, 'serverProtocol'>> & {
  name: string;
  salt?: string;
  serverProtocol?: string | null;
};

/** A READY MCP runtime with IAM inbound and its DEFAULT endpoint unless told otherwise; ids as with gateways. */
export const runtime = ({ salt = '', serverProtocol = 'MCP', ...input }: RuntimeInput): Runtime => ({
  id: runtimeId(input.name, salt),
  description: '',
  status: 'READY',
  version: '1',
  environmentVariables: {},
  endpoints: [endpoint({ name: 'DEFAULT' })],
  tags: {},
  updatedAt: LONG_AGO,
  ...input,
  ...(serverProtocol !== null && { serverProtocol }),
});

export type HarnessInput = Partial<Harness> & { name: string; salt?: string };

/** A READY harness with IAM inbound unless told otherwise; ids as with runtimes. */
export const harness = ({ salt = '', ...input }: HarnessInput): Harness => ({
  id: runtimeId(input.name, salt),
  status: 'READY',
  environmentVariables: {},
  endpoints: [endpoint({ name: 'DEFAULT' })],
  updatedAt: LONG_AGO,
  ...input,
});

/** A READY endpoint of a runtime. */
export const endpoint = (input: Partial<Endpoint> & { name: string }): Endpoint => ({
  status: 'READY',
  liveVersion: '1',
  ...input,
});

/** A role that `principal` (an account id or a role's ARN) may assume, with session tags. */
export const roleFor = (
  principal: string,
  options: { externalId?: string; tags?: boolean } & Partial<Role> = {},
): Role => {
  const { externalId, tags = true, ...rest } = options;
  const trust: Trust = { kind: 'principal', principal, tags, ...(externalId !== undefined && { externalId }) };
  return { trusts: [trust], maxSession: 3600, ...rest };
};

/** What the role that confirms places may do. */
const CONFIRM_ACTIONS = ['GetGateway', 'GetGatewayTarget', 'ListAgentRuntimes', 'ListHarnesses'].map(
  (call) => `bedrock-agentcore:${call}`,
);

/** The role that confirms places, which `principal` may assume. */
export const confirmRoleFor = (principal: string, options: Parameters<typeof roleFor>[1] = {}): Role =>
  roleFor(principal, { allow: CONFIRM_ACTIONS, ...options });

/** A role that a GitHub job with one of these whole `sub`s may assume with its token. */
export const roleForJob = (sub: string | string[], options: { aud?: string } & Partial<Role> = {}): Role => {
  const { aud = 'sts.amazonaws.com', ...rest } = options;
  return { trusts: [{ kind: 'job', issuer: GITHUB_ISSUER, sub: [sub].flat(), aud }], maxSession: 3600, ...rest };
};

/** An organizational unit. */
export const unit = (id: string, name: string, units: Unit[] = []): Unit => ({ id, name, units });
