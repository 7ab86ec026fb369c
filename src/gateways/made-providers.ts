import type { Finding } from '../document/finding.ts';
import type { Definition } from './definition.ts';
import { runtimeFinding, runtimeOf } from './runtime-facts.ts';
import { logicalId } from './template.ts';
import type { GatewayWorld, RuntimeFacts } from './world.ts';

/** A provider whose pool the stack makes, and what its target asks of it. */
interface MadeProvider {
  readonly at: number;
  readonly name: string;
  /** Scopes of its pool, and those that the target asks for, both as a token request names them. */
  readonly scopes: readonly string[];
  readonly asked: readonly string[];
}

const outputsOf = (name: string): { readonly discoveryUrl: string; readonly clientId: string } => ({
  discoveryUrl: logicalId('DiscoveryUrl', name),
  clientId: logicalId('ClientId', name),
});

/** Whether a discovery URL may be that of a pool that a stack makes in the Region. */
const mayBePool = (url: string | undefined, region: string, dnsSuffix: string): boolean => {
  if (url === undefined) return false;
  const { hostname = '', pathname = '' } = URL.parse(url) ?? {};
  return (
    [`cognito-idp.${region}.${dnsSuffix}`, `issuer-cognito-idp.${region}.${dnsSuffix}`].includes(hostname) &&
    pathname.startsWith(`/${region}_`)
  );
};

/** The scopes of a request that its pool does not know, and those that the runtime does not take. */
const scopeFindings = (
  { at, name, scopes, asked }: MadeProvider,
  { name: runtime, authorizer }: RuntimeFacts,
): readonly Finding[] => {
  const unknown = asked.filter((one) => !scopes.includes(one));
  if (unknown.length > 0) {
    const text = `The target asks for ${unknown.join(', ')}; the pool of the provider ${name} has ${scopes.join(', ')}.`;
    return [runtimeFinding(at, text, "Change the target's outbound.scopes, or add the scope to the provider's.")];
  }
  const taken = authorizer.scopes ?? [];
  if (taken.length === 0 || asked.some((one) => taken.includes(one))) return [];
  const common = scopes.filter((one) => taken.includes(one));
  const text = `The runtime ${runtime} wants one of the scopes ${taken.join(', ')}; the target asks for ${asked.join(', ') || 'none'}.`;
  const hint =
    common.length > 0
      ? `Add ${common.join(' or ')} to the target's outbound.scopes.`
      : `The runtime must change: its allowed scopes name none of the provider's, which are ${scopes.join(', ')}.`;
  return [runtimeFinding(at, text, hint)];
};

/**
 * Whether a runtime may accept the tokens of a pool that the stack makes: as far as it can be told before a deploy, which
 * gives the pool its id.
 */
export const madeFindings = (
  provider: MadeProvider,
  runtime: RuntimeFacts,
  { region, dnsSuffix }: { readonly region: string; readonly dnsSuffix: string },
): readonly Finding[] => {
  const { at, name } = provider;
  const { authorizer } = runtime;
  const { discoveryUrl, clientId } = outputsOf(name);
  const issuer = mayBePool(authorizer.discoveryUrl, region, dnsSuffix)
    ? []
    : [
        runtimeFinding(
          at,
          `The provider ${name} gets tokens of a pool that the stack makes in ${region}; the runtime ${runtime.name} accepts those of ${authorizer.discoveryUrl ?? 'nobody'}.`,
          `The runtime must change. Deploy without this target first: that prints ${discoveryUrl} and ${clientId}. Set the runtime's authorizer to them, run scan, and add the target.`,
        ),
      ];
  return [...issuer, ...scopeFindings(provider, runtime)];
};

/**
 * The same once the stack stands: its pools and clients against the runtimes' authorizers, exactly.
 * @param outputs what the stack says of itself
 */
export const standingFindings = (
  definition: Definition,
  { runtimes }: Pick<GatewayWorld, 'runtimes'>,
  outputs: ReadonlyMap<string, string>,
): readonly Finding[] =>
  (definition.value.targets ?? []).flatMap((target, at): readonly Finding[] => {
    const { outbound } = target;
    if (!('runtime' in target) || target.runtime === undefined || outbound?.type !== 'oauth') return [];
    if (definition.value.providers?.[outbound.provider]?.type !== 'cognito') return [];
    const names = outputsOf(outbound.provider);
    const [discoveryUrl, clientId] = [outputs.get(names.discoveryUrl), outputs.get(names.clientId)];
    const runtime = runtimeOf(target.runtime, definition, runtimes);
    if (discoveryUrl === undefined || clientId === undefined || runtime?.authorizer.type !== 'CUSTOM_JWT') return [];
    const { clients = [] } = runtime.authorizer;
    const isClient = clients.length === 0 || clients.includes(clientId);
    if (runtime.authorizer.discoveryUrl === discoveryUrl && isClient) return [];
    return [
      runtimeFinding(
        at,
        `The provider ${outbound.provider} gets tokens of ${discoveryUrl} as ${clientId}; the runtime ${runtime.name} accepts those of ${runtime.authorizer.discoveryUrl ?? 'nobody'}${clients.length === 0 ? '' : ` for ${clients.join(', ')}`}.`,
        "The runtime must change: set its authorizer to the stack's pool and client, and run scan.",
      ),
    ];
  });
