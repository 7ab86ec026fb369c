import type { Finding } from '../document/finding.ts';
import type { TargetDefinition } from '../model/generated/gateway.ts';
import { providerScopes } from './cognito.ts';
import type { Definition } from './definition.ts';
import { madeFindings } from './made-providers.ts';
import { runtimeFinding, runtimeOf } from './runtime-facts.ts';
import type { GatewayWorld, RuntimeFacts } from './world.ts';

/** The ARN that a target's `runtime` says: itself, or that of the runtime which it names. */
export const runtimeArn = (named: string, definition: Definition, world: GatewayWorld): string | undefined =>
  named.startsWith('arn:') ? named : runtimeOf(named, definition, world.runtimes)?.arn;

/** Where a runtime takes MCP requests. https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/runtime-mcp.html */
export const invocationsUrl = (arn: string, region: string, dnsSuffix: string): string =>
  `https://bedrock-agentcore.${region}.${dnsSuffix}/runtimes/${encodeURIComponent(arn)}/invocations`;

interface At {
  readonly target: TargetDefinition;
  readonly at: number;
  readonly definition: Definition;
  readonly dnsSuffix: string;
}

const oauthFindings = ({ target, at, definition, dnsSuffix }: At, runtime: RuntimeFacts): readonly Finding[] => {
  const { outbound } = target;
  const { name, authorizer } = runtime;
  if (outbound?.type !== 'oauth') {
    return [
      runtimeFinding(
        at,
        `The runtime ${name} accepts JWTs of ${authorizer.discoveryUrl}, and the target sends none.`,
        "Give the target OAuth client credentials of that issuer, or set the runtime's authorizer to IAM.",
      ),
    ];
  }
  const provider = definition.value.providers?.[outbound.provider];
  if (provider?.type === 'cognito') {
    const scopes = providerScopes(definition.place, outbound.provider, provider);
    const { region } = definition.place;
    const made = { at, name: outbound.provider, scopes, asked: outbound.scopes ?? [] };
    return madeFindings(made, runtime, { region, dnsSuffix });
  }
  if (provider?.type !== 'oauth') return [];
  const { discoveryUrl, clients, scopes } = authorizer;
  const issuer =
    discoveryUrl === undefined || provider.discoveryUrl === discoveryUrl
      ? []
      : [
          runtimeFinding(
            at,
            `The provider ${outbound.provider} gets tokens of ${provider.discoveryUrl}; the runtime ${name} accepts those of ${discoveryUrl}.`,
            "Change the provider's discoveryUrl, unless the runtime should accept another issuer.",
          ),
        ];
  const client =
    clients === undefined || clients.length === 0 || clients.includes(provider.clientId)
      ? []
      : [
          runtimeFinding(
            at,
            `The runtime ${name} accepts the clients ${clients.join(', ')}; the provider ${outbound.provider} is ${provider.clientId}.`,
            `Add ${provider.clientId} to the runtime's allowed clients, or use one of them.`,
          ),
        ];
  const asked = outbound.scopes ?? [];
  const scope =
    scopes === undefined || scopes.length === 0 || asked.some((one) => scopes.includes(one))
      ? []
      : [
          runtimeFinding(
            at,
            `The runtime ${name} wants one of the scopes ${scopes.join(', ')}; the target asks for ${asked.join(', ') || 'none'}.`,
            "Add one of them to the target's outbound.scopes.",
          ),
        ];
  return [...issuer, ...client, ...scope];
};

/** Whether a target and the runtime behind it agree on who calls: IAM or JWT, never both. */
export const runtimeFindings = (definition: Definition, at: number, world: GatewayWorld): readonly Finding[] => {
  const target = definition.value.targets?.[at];
  if (target === undefined || (target.type !== 'mcpServer' && target.type !== 'runtime')) return [];
  if (target.runtime === undefined) return [];
  const runtime = runtimeOf(target.runtime, definition, world.runtimes);
  if (runtime === undefined) {
    if (target.runtime.startsWith('arn:')) return [];
    return [
      {
        rule: 'definition-reference',
        pointer: ['targets', at, 'runtime'],
        text: `The catalogue has no runtime ${target.runtime} of ${definition.place.account} in ${definition.place.region}.`,
        hint: "Run scan, or write the runtime's ARN.",
      },
    ];
  }
  if (runtime.authorizer.type === 'CUSTOM_JWT') {
    return oauthFindings({ target, at, definition, dnsSuffix: world.dnsSuffix(definition.place.region) }, runtime);
  }
  if (runtime.authorizer.type !== 'AWS_IAM' || target.outbound?.type === 'gateway-role') return [];
  if (target.outbound?.type === 'caller-iam') return [];
  return [
    runtimeFinding(
      at,
      `The runtime ${runtime.name} accepts AWS_IAM, and the target sends ${target.outbound?.type ?? 'nothing'}.`,
      'Write outbound: { type: gateway-role, service: bedrock-agentcore }, or set a CUSTOM_JWT authorizer at the runtime.',
    ),
  ];
};
