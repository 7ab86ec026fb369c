import { compareTexts } from '../../model/compare-texts.ts';
import { type KindFacts, lastPart } from '../kind.ts';
import { runtimeSecurityData } from '../security-data.ts';
import { authorizerData, commonFields, compact } from '../source-data.ts';

/** Every runtime has it, and its URL names none. */
export const DEFAULT_ENDPOINT = 'DEFAULT';

/**
 * The URL under which a runtime is invoked.
 * https://docs.aws.amazon.com/bedrock-agentcore/latest/APIReference/API_InvokeAgentRuntime.html
 */
export const runtimeUrl = (arn: string, region: string, dnsSuffix: string): string =>
  `https://bedrock-agentcore.${region}.${dnsSuffix}/runtimes/${encodeURIComponent(arn.toWellFormed())}/invocations`;

export const runtime: KindFacts<'runtime'> = {
  // https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_GetAgentRuntime.html
  id: /^[a-zA-Z][a-zA-Z0-9_]{0,99}-[a-zA-Z0-9]{10}$/,
  flag: 'runtimes',
  roleCall: 'GetAgentRuntime',
  calls: {
    scan: ['ListAgentRuntimes', 'GetAgentRuntime', 'ListAgentRuntimeEndpoints', 'ListTagsForResource'],
    confirm: ['ListAgentRuntimes'],
  },
  // A listing shows no authorizer, and a Get shows environment variables.
  confirmedIssuer: () => undefined,
  folder: 'runtimes',
  keyOf: ({ account, region }, [id, ...more]) =>
    id === undefined || more.length > 0 ? undefined : { kind: 'runtime', account, region, id },
  idsOf: ({ id }) => [id],
  endpoints: true,
  data: (source) => {
    const { name, description, url, protocol, authorizer, security, endpoints } = source;
    const summaries = endpoints
      ?.toSorted((left, right) => compareTexts(left.name, right.name))
      .map((endpoint) => compact({ name: endpoint.name, description: endpoint.description }));
    const tail = {
      authorizer: authorizerData(authorizer),
      endpoints: summaries,
      security: security && runtimeSecurityData(security),
    };
    return compact({ ...commonFields(source), name, description, url, protocol, ...tail });
  },
  sometimes: ['endpoints', 'security'],
  arn: { type: 'runtime', id: ({ id }) => id },
  url: ({ arn }, { region }, dnsSuffix) => ({ url: runtimeUrl(arn, region, dnsSuffix) }),
  names: ({ name }) => [name],
  defaults: ({ name, arn, protocol }) => {
    const server = protocol === 'MCP';
    const agentTags = ['agent', 'auto-registered', ...(protocol === 'A2A' ? ['a2a'] : [])];
    return {
      type: server ? 'server' : 'agent',
      protocol: protocol === 'A2A' ? 'a2a' : 'other',
      description: `AgentCore ${server ? 'MCP Server' : 'Agent'}: ${name}`,
      tags: ['agentcore', 'runtime', ...(server ? ['mcp-server', 'auto-registered'] : agentTags)],
      metadata: { runtime_arn: arn, runtime_id: lastPart(arn), server_protocol: protocol },
    };
  },
  metadata: { arn: 'runtime_arn' },
  load: async () => (await import('./calls.ts')).runtimeCalls,
};
