import type { KindFacts } from '../kind.ts';

/** https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_GetAgentRuntime.html */
export const runtime: KindFacts<'runtime'> = {
  id: /^[a-zA-Z][a-zA-Z0-9_]{0,99}-[a-zA-Z0-9]{10}$/,
  flag: 'runtimes',
  calls: {
    scan: ['ListAgentRuntimes', 'GetAgentRuntime', 'ListAgentRuntimeEndpoints', 'ListTagsForResource'],
    confirm: ['ListAgentRuntimes'],
  },
  // A listing shows no authorizer, and a Get shows environment variables.
  confirmedIssuer: () => undefined,
  load: async () => (await import('./calls.ts')).runtimeCalls,
};
