import { compareTexts } from '../../model/compare-texts.ts';
import { type KindFacts, lastPart } from '../kind.ts';
import { authorizerData, commonFields, compact } from '../source-data.ts';

/**
 * The URL under which a harness is invoked. A named endpoint is a further parameter.
 * https://docs.aws.amazon.com/bedrock-agentcore/latest/APIReference/API_InvokeHarness.html
 */
export const harnessUrl = (arn: string, region: string, dnsSuffix: string): string =>
  `https://bedrock-agentcore.${region}.${dnsSuffix}/harnesses/invoke?harnessArn=${encodeURIComponent(arn.toWellFormed())}`;

/** An agent that AgentCore runs by itself, from a model, a prompt and tools. Each has endpoints, as runtimes have. */
export const harness: KindFacts<'harness'> = {
  // https://docs.aws.amazon.com/bedrock-agentcore/latest/APIReference/API_InvokeHarness.html
  id: /^[a-zA-Z][a-zA-Z0-9_]{0,39}-[a-zA-Z0-9]{10}$/,
  setting: 'harnesses',
  flag: 'runtimes',
  roleCall: 'GetHarness',
  calls: { scan: ['ListHarnesses', 'GetHarness', 'ListHarnessEndpoints'], confirm: ['ListHarnesses'] },
  // A listing shows no authorizer, and a Get shows environment variables.
  confirmedIssuer: () => undefined,
  folder: 'harnesses',
  keyOf: ({ account, region }, [id, ...more]) =>
    id === undefined || more.length > 0 ? undefined : { kind: 'harness', account, region, id },
  idsOf: ({ id }) => [id],
  endpoints: true,
  data: (source) => {
    const { name, url, authorizer, endpoints } = source;
    const summaries = endpoints
      ?.toSorted((left, right) => compareTexts(left.name, right.name))
      .map((endpoint) => compact({ name: endpoint.name, description: endpoint.description }));
    return compact({
      ...commonFields(source),
      name,
      url,
      authorizer: authorizerData(authorizer),
      endpoints: summaries,
    });
  },
  sometimes: ['endpoints'],
  arn: { type: 'harness', id: ({ id }) => id },
  url: ({ arn }, { region }, dnsSuffix) => ({ url: harnessUrl(arn, region, dnsSuffix) }),
  names: ({ name }) => [name],
  defaults: ({ name, arn }) => ({
    type: 'agent',
    protocol: 'other',
    description: `AgentCore Harness: ${name}`,
    tags: ['agentcore', 'harness', 'agent', 'auto-registered'],
    metadata: { harness_arn: arn, harness_id: lastPart(arn) },
  }),
  metadata: { arn: 'harness_arn' },
  load: async () => (await import('./calls.ts')).harnessCalls,
};
