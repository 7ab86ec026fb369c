import type { Finding } from '../document/finding.ts';
import type { OutboundDefinition, TargetDefinition } from '../model/generated/gateway.ts';
import { allowedOutbound, type OutboundType, outboundVerdict } from '../model/target-outbound.ts';

/** The column of the table that an authorization belongs to. */
const outboundType = (outbound: OutboundDefinition | undefined): OutboundType => {
  if (outbound === undefined) return 'none';
  return outbound.type === 'oauth' ? (outbound.grant ?? 'client-credentials') : outbound.type;
};

/** A Lambda function is called with the gateway's role, and nothing else needs to be said. */
export const outboundOf = (target: TargetDefinition): OutboundDefinition | undefined =>
  target.outbound ?? (target.type === 'lambda' ? { type: 'gateway-role' } : undefined);

const refusedText = (kind: TargetDefinition['type'], outbound: OutboundType): string =>
  outbound === 'none'
    ? `A target of type ${kind} wants an authorization, and this one has none.`
    : `A target of type ${kind} takes no ${outbound}.`;

/** Whether AWS takes the authorization for this kind of target, as far as its pages say. */
export const combinationFindings = (target: TargetDefinition, at: number): readonly Finding[] => {
  const outbound = outboundType(outboundOf(target));
  const { verdict, sources } = outboundVerdict(target.type, outbound);
  if (verdict === 'allowed') return [];
  const pointer = ['targets', at, ...(target.outbound === undefined ? [] : ['outbound'])];
  const others = allowedOutbound(target.type);
  const hint = `${others.length === 0 ? 'No page lists what is allowed for it.' : `Allowed: ${others.join(', ')}.`}${sources.length === 0 ? '' : ` ${sources.join(' ')}`}`;
  return verdict === 'refused'
    ? [{ rule: 'definition-outbound', pointer, text: refusedText(target.type, outbound), hint }]
    : [
        {
          rule: 'definition-outbound',
          severity: 'warning',
          pointer,
          text:
            sources.length === 0
              ? `No page says whether a target of type ${target.type} takes ${outbound}.`
              : `AWS's pages differ about ${outbound} for a target of type ${target.type}.`,
          hint,
        },
      ];
};

/** Hosts that check SigV4 themselves, by the service that they are signed for. https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway-target-MCPservers.html */
const SIGNED_HOSTS = {
  'bedrock-agentcore':
    /^(?:bedrock-agentcore\.[a-z0-9-]+|[a-z0-9-]+\.gateway\.bedrock-agentcore\.[a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|on\.aws)$/,
  'execute-api': /^[a-z0-9]+\.execute-api\.[a-z0-9-]+\.(?:amazonaws\.com(?:\.cn)?|on\.aws)$/,
  lambda: /^[a-z0-9]+\.lambda-url\.[a-z0-9-]+\.(?:amazonaws\.com(?:\.cn)?|on\.aws)$/,
} as const;

/** The service that checks signatures at a host; undefined: none does. */
export const signedService = (host: string): keyof typeof SIGNED_HOSTS | undefined =>
  (['bedrock-agentcore', 'execute-api', 'lambda'] as const).find((service) => SIGNED_HOSTS[service].test(host));

/** SigV4 to an MCP server needs the service's name, and a host that checks it. */
export const signingFindings = (target: TargetDefinition, at: number): readonly Finding[] => {
  if (target.type !== 'mcpServer' || target.outbound?.type !== 'gateway-role') return [];
  const pointer = ['targets', at, 'outbound'];
  const host = target.endpoint === undefined ? undefined : URL.parse(target.endpoint)?.hostname;
  const checked = host === undefined ? 'bedrock-agentcore' : signedService(host);
  if (checked === undefined) {
    return [
      {
        rule: 'definition-outbound',
        pointer: ['targets', at, 'endpoint'],
        text: `${host} is none of the hosts that check SigV4: AgentCore, API Gateway, Lambda function URLs.`,
        hint: 'Use OAuth client credentials there.',
      },
    ];
  }
  const { service } = target.outbound;
  if (service === checked) return [];
  return [
    {
      rule: 'definition-outbound',
      pointer: service === undefined ? pointer : [...pointer, 'service'],
      text: `SigV4 to an MCP server: expected the name of the service that checks it, ${checked}, met ${service ?? 'none'}.`,
      hint: `Write service: ${checked}.`,
    },
  ];
};
