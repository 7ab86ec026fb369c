import type { Finding, Pointer } from '../document/finding.ts';
import type { GatewayCredential, GatewaysConfiguration } from '../model/generated/configuration.ts';
import type { ProviderDefinition, TargetDefinition } from '../model/generated/gateway.ts';
import type { Definition } from './definition.ts';
import { type Destination, destinationOf } from './destinations.ts';
import { namedBy } from './named.ts';
import { secretCommand } from './secret-command.ts';
import type { GatewayWorld } from './world.ts';

/** Where a credential goes: to targets, and a client's secret to its issuer. */
interface Whereto {
  readonly origins: readonly string[];
  readonly documents: readonly string[];
  readonly issuers: readonly string[];
}

/** Something that a definition names and the configuration has to list: its place there (empty: no list would do), and what would stand in it. */
export interface Unlisted {
  readonly key: string;
  readonly value: string;
  /** Where it may go, for a secret or provider. */
  readonly credential?: Whereto;
  readonly finding: Finding;
}

const unlisted = (key: string, value: string, pointer: Pointer, what: string): Unlisted => ({
  key,
  value,
  finding: {
    rule: 'definition-unlisted',
    pointer,
    text: `${what} ${value} is not listed in the configuration's gateways.${key}.`,
    hint: `Have gateways.${key} name it, in a pull request of its own.`,
  },
});

const wanted = (
  { key, list }: { readonly key: string; readonly list: readonly string[] | undefined },
  value: string | undefined,
  { pointer, what }: { readonly pointer: Pointer; readonly what: string },
): readonly Unlisted[] =>
  value === undefined || (list ?? []).includes(value) ? [] : [unlisted(key, value, pointer, what)];

/** `*` stands for one part of a host name, or several. */
const matchesOrigin = (pattern: string, origin: string): boolean => {
  if (!pattern.includes('*')) return pattern === origin;
  const source = pattern
    .split('*')
    .map((part) => part.replaceAll(/[.:/-]/g, '\\$&'))
    .join('[A-Za-z0-9.-]+');
  return new RegExp(`^${source}$`).test(origin);
};

/** What of a destination a credential may not go to. */
const beyond = (
  { origins, documents, runtimes, unclear }: Destination,
  listed: Omit<GatewayCredential, 'arn'>,
  { accounts = [], targetAccounts = [] }: GatewaysConfiguration,
): readonly string[] => [
  ...origins.filter((origin) => !(listed.origins ?? []).some((pattern) => matchesOrigin(pattern, origin))),
  ...documents.filter((document) => !(listed.documents ?? []).includes(document)),
  ...runtimes.filter((arn) => ![...accounts, ...targetAccounts].includes(arn.split(':')[4] ?? '')),
  ...unclear,
];

/** Whom a provider's secret itself is sent to for tokens, and whom people are sent to for their consent. */
const issuersOf = (provider: ProviderDefinition | undefined): readonly string[] => {
  if (provider?.type !== 'oauth') return [];
  const { server, discoveryUrl } = provider;
  if (server === undefined) return discoveryUrl === undefined ? [] : [discoveryUrl];
  const { tokenEndpoint, authorizationEndpoint } = server;
  // People are sent there to consent: a page elsewhere could ask them for anything.
  const isElsewhere = URL.parse(authorizationEndpoint)?.origin !== URL.parse(tokenEndpoint)?.origin;
  return [tokenEndpoint, ...(isElsewhere ? [authorizationEndpoint] : [])];
};

const credentialOf = (
  definition: Definition,
  target: TargetDefinition,
): { readonly key: 'secrets' | 'providers'; readonly arn: string; readonly made?: ProviderDefinition } | undefined => {
  const { outbound } = target;
  if (outbound?.type !== 'oauth' && outbound?.type !== 'api-key') return undefined;
  const made = definition.value.providers?.[outbound.provider];
  // The secret of a pool that is made here is known to nobody but AWS.
  if (made?.type === 'cognito') return undefined;
  if (made !== undefined) return { key: 'secrets', arn: made.secret, made };
  return outbound.provider.startsWith('arn:') ? { key: 'providers', arn: outbound.provider } : undefined;
};

const credentialFindings = (definition: Definition, world: GatewayWorld): readonly Unlisted[] =>
  (definition.value.targets ?? []).flatMap((target, at): readonly Unlisted[] => {
    const credential = credentialOf(definition, target);
    if (credential === undefined) return [];
    const { key, arn } = credential;
    const { place } = definition;
    const destination = destinationOf(target, {
      place,
      files: world.files,
      dnsSuffix: world.dnsSuffix(place.region),
    });
    const listed = world.trust[key]?.find((one) => one.arn === arn);
    const refused = beyond(destination, listed ?? {}, world.trust);
    if (listed !== undefined && refused.length === 0) return [];
    const pointer = ['targets', at, 'outbound', 'provider'];
    const what = key === 'secrets' ? 'The secret' : 'The credential provider';
    const { origins, documents } = destination;
    const where = { origins, documents, issuers: issuersOf(credential.made) };
    if (listed === undefined) {
      const plain = unlisted(key, arn, pointer, what);
      const hint = `${plain.finding.hint ?? ''}${makeSecret(credential.made)}`;
      return [{ ...plain, credential: where, finding: { ...plain.finding, hint } }];
    }
    const text = `${what} ${arn} may not go to ${refused.join(', ')}: the configuration's gateways.${key} list other origins for it.`;
    return [{ ...unlisted(key, arn, pointer, what), credential: where, finding: unlistedFinding(text, key, pointer) }];
  });

/** How a key's secret is made, where it isn't yet. */
const makeSecret = (provider: ProviderDefinition | undefined): string =>
  provider?.type === 'api-key' ? ` Where it is not made yet, this prints its ARN: ${secretCommand(provider)}` : '';

const unlistedFinding = (text: string, key: string, pointer: Pointer): Finding => ({
  rule: 'definition-unlisted',
  pointer,
  text,
  hint: `Have gateways.${key} name where it may go, in a pull request of its own.`,
});

/** A provider that is made holds its secret whether a target uses it or not. */
const idleSecrets = (definition: Definition, world: GatewayWorld): readonly Unlisted[] => {
  const used = new Set(
    (definition.value.targets ?? []).flatMap((target) => credentialOf(definition, target)?.made ?? []),
  );
  return Object.entries(definition.value.providers ?? {}).flatMap(([name, provider]) =>
    provider.type === 'cognito' || used.has(provider)
      ? []
      : wanted({ key: 'secrets', list: world.trust.secrets?.map(({ arn }) => arn) }, provider.secret, {
          pointer: ['providers', name, 'secret'],
          what: 'The secret',
        }).map((one) => ({
          ...one,
          credential: { origins: [], documents: [], issuers: issuersOf(provider) },
          finding: { ...one.finding, hint: `${one.finding.hint ?? ''}${makeSecret(provider)}` },
        })),
  );
};

/** A client's secret goes to its issuer, which the definition names: only to those that are listed for the secret. */
const issuerFindings = (definition: Definition, world: GatewayWorld): readonly Unlisted[] =>
  Object.entries(definition.value.providers ?? {}).flatMap(([name, provider]): readonly Unlisted[] => {
    if (provider.type !== 'oauth') return [];
    const listed = world.trust.secrets?.find(({ arn }) => arn === provider.secret);
    const refused = issuersOf(provider).filter((url) => listed !== undefined && !listed.issuers?.includes(url));
    if (refused.length === 0) return [];
    const pointer = ['providers', name, provider.server === undefined ? 'discoveryUrl' : 'server'];
    const text = `The secret ${provider.secret} may not be sent to ${refused.join(', ')}: the configuration's gateways.secrets list other issuers for it.`;
    return [
      {
        ...unlisted('secrets', provider.secret, pointer, 'The secret'),
        credential: { origins: [], documents: [], issuers: refused },
        finding: unlistedFinding(text, 'secrets', pointer),
      },
    ];
  });

/** Headers in which callers send what is theirs: a target that gets them gets their tokens. */
const CALLERS_OWN = /^(?:authorization|proxy-authorization|cookie|x-api-key|x-amz-security-token)$/i;

/** Tokens that no listed secret or provider stands for: of a pool that is made here, and the callers' own. */
const tokenFindings = (definition: Definition, world: GatewayWorld): readonly Unlisted[] =>
  (definition.value.targets ?? []).flatMap((target, at): readonly Unlisted[] => {
    const { outbound } = target;
    const isMade = outbound?.type === 'oauth' && definition.value.providers?.[outbound.provider]?.type === 'cognito';
    const passed = (target.requestHeaders ?? []).filter((name) => CALLERS_OWN.test(name));
    if (!isMade && outbound?.type !== 'jwt-passthrough' && passed.length === 0) return [];
    const { place } = definition;
    const { dnsSuffix, files, trust } = world;
    const destination = destinationOf(target, { place, files, dnsSuffix: dnsSuffix(place.region) });
    const isRuntime = destination.runtimes.length > 0 || ('runtime' in target && target.runtime !== undefined);
    const origins = [...(trust.origins ?? []), ...(isRuntime ? destination.origins : [])];
    const pointer = ['targets', at, passed.length === 0 ? 'outbound' : 'requestHeaders'];
    const what =
      passed.length > 0 ? `What callers send in ${passed.join(', ')}` : isMade ? 'The token' : "A caller's own token";
    return beyond(destination, { origins }, trust).map((value) => {
      const isOrigin = destination.origins.includes(value);
      return {
        key: isOrigin ? 'origins' : '',
        value,
        finding: {
          rule: 'definition-unlisted',
          pointer,
          text: `${what} may not go to ${value}: ${isOrigin ? "the configuration's gateways.origins list other origins" : 'where that is, nobody has listed'}.`,
          hint: isOrigin
            ? 'Have gateways.origins name it, in a pull request of its own.'
            : 'Put a document beside the definition, where a review sees its servers; name a runtime of a listed account by its ARN.',
        },
      };
    });
  });

/** Keys, addresses, other accounts, and what `extra` brings along. */
const namedFindings = (definition: Definition, { trust }: GatewayWorld): readonly Unlisted[] =>
  namedBy(definition).flatMap(({ key, value, pointer, what }) => {
    const also = key === 'targetAccounts' ? (trust.accounts ?? []) : [];
    return wanted({ key, list: [...(trust[key] ?? []), ...also] }, value, { pointer, what });
  });

/**
 * Everything that a definition names and the configuration of the default branch does not list. A definition picks among
 * what is listed; it can bring none of it.
 */
export const findUnlisted = (definition: Definition, world: GatewayWorld): readonly Unlisted[] => {
  const { trust } = world;
  const { value, place } = definition;
  const { authorizer, role, policies, webAcl, interceptors = [] } = value;
  return [
    ...wanted({ key: 'accounts', list: trust.accounts }, place.account, { pointer: [], what: 'The account' }),
    ...wanted({ key: 'roles', list: trust.roles }, role.type === 'given' ? role.arn : undefined, {
      pointer: ['role', 'arn'],
      what: 'The role',
    }),
    ...wanted(
      { key: 'issuers', list: trust.issuers },
      authorizer.type === 'CUSTOM_JWT' ? authorizer.discoveryUrl : undefined,
      { pointer: ['authorizer', 'discoveryUrl'], what: 'The issuer' },
    ),
    ...interceptors.flatMap(({ lambda }, at) =>
      wanted({ key: 'interceptors', list: trust.interceptors }, lambda, {
        pointer: ['interceptors', at, 'lambda'],
        what: 'The function',
      }),
    ),
    ...wanted({ key: 'policyEngines', list: trust.policyEngines }, policies?.engine, {
      pointer: ['policies', 'engine'],
      what: 'The policy engine',
    }),
    ...wanted({ key: 'webAcls', list: trust.webAcls }, webAcl?.arn, {
      pointer: ['webAcl', 'arn'],
      what: 'The web ACL',
    }),
    ...credentialFindings(definition, world),
    ...idleSecrets(definition, world),
    ...issuerFindings(definition, world),
    ...tokenFindings(definition, world),
    ...namedFindings(definition, world),
  ];
};

const PLAIN_KEYS = [
  'accounts',
  'targetAccounts',
  'roles',
  'issuers',
  'interceptors',
  'policyEngines',
  'webAcls',
  'kmsKeys',
  'origins',
  'returnUrls',
  'extra',
] as const;

const joined = (lists: readonly (readonly string[])[]): readonly string[] => [...new Set(lists.flat())].sort();

/** The block that would list it all, line by line as it belongs into the configuration, besides what stands there. */
export const blockToAdd = (found: readonly Unlisted[]): readonly string[] => {
  const plain = PLAIN_KEYS.flatMap((key) => {
    const values = joined([found.filter((one) => one.key === key).map(({ value }) => value)]);
    return values.length === 0 ? [] : [`  ${key}:`, ...values.map((value) => `    - ${JSON.stringify(value)}`)];
  });
  const credentials = (['secrets', 'providers'] as const).flatMap((key) => {
    const arns = joined([found.filter((one) => one.key === key).map(({ value }) => value)]);
    const rows = arns.flatMap((arn) => {
      const of = found.filter((one) => one.key === key && one.value === arn);
      const origins = joined(of.map(({ credential }) => credential?.origins ?? []));
      const documents = joined(of.map(({ credential }) => credential?.documents ?? []));
      const issuers = joined(of.map(({ credential }) => credential?.issuers ?? []));
      return [
        `    - arn: ${JSON.stringify(arn)}`,
        ...(origins.length === 0 ? [] : [`      origins: ${JSON.stringify(origins)}`]),
        ...(documents.length === 0 ? [] : [`      documents: ${JSON.stringify(documents)}`]),
        ...(issuers.length === 0 ? [] : [`      issuers: ${JSON.stringify(issuers)}`]),
      ];
    });
    return rows.length === 0 ? [] : [`  ${key}:`, ...rows];
  });
  const lines = [...plain, ...credentials];
  return lines.length === 0 ? [] : ['gateways:', ...lines];
};
