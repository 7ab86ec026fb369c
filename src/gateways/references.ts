import type { Finding, Pointer } from '../document/finding.ts';
import type { GatewayDefinition, ProviderDefinition, TargetDefinition } from '../model/generated/gateway.ts';

const reference = (pointer: Pointer, text: string, hint: string): Finding => ({
  rule: 'definition-reference',
  pointer,
  text,
  hint,
});

/** Properties of CloudFormation that the schema has a key for, by type of resource. */
const KNOWN = {
  gateway: [
    'Name',
    'Description',
    'RoleArn',
    'ProtocolType',
    'ProtocolConfiguration',
    'AuthorizerType',
    'AuthorizerConfiguration',
    'InterceptorConfigurations',
    'PolicyEngineConfiguration',
    'KmsKeyArn',
    'ExceptionLevel',
    'WafConfiguration',
    'WebAclArn',
    'Tags',
  ],
  target: [
    'Name',
    'Description',
    'GatewayIdentifier',
    'TargetConfiguration',
    'CredentialProviderConfigurations',
    'MetadataConfiguration',
  ],
} as const;

/** What AWS's API takes and CloudFormation has no property for. */
const UNRENDERED: ReadonlySet<string> = new Set(['DomainOverride', 'CertificateConfigurations']);

const extraFindings = (
  extra: Readonly<Record<string, unknown>> | undefined,
  { kind, pointer }: { readonly kind: keyof typeof KNOWN; readonly pointer: Pointer },
): readonly Finding[] =>
  Object.keys(extra ?? {}).flatMap((key): readonly Finding[] => {
    const at = [...pointer, 'extra', key];
    if (UNRENDERED.has(key)) {
      return [
        {
          rule: 'definition-unrendered',
          pointer: at,
          text: `CloudFormation has no ${key} yet: it can't be deployed from a definition.`,
          hint: 'Set it in the console or by the API after a deploy, and take it out here.',
        },
      ];
    }
    const known: readonly string[] = KNOWN[kind];
    if (known.some((name) => name.toLowerCase() === key.toLowerCase())) {
      return [
        {
          rule: 'definition-extra',
          pointer: at,
          text: `${key} is written by the definition's own keys, which the rules judge.`,
          hint: 'Use those keys.',
        },
      ];
    }
    if (/^[A-Z][A-Za-z0-9]*$/.test(key)) return [];
    return [
      {
        rule: 'definition-extra',
        pointer: at,
        text: `${JSON.stringify(key)} is no name of a property: expected one as CloudFormation writes it.`,
        hint: 'Write it like PrivateEndpoint.',
      },
    ];
  });

const twice = (names: readonly string[]): ReadonlySet<number> => {
  const met = new Map<string, number>();
  return new Set(
    names.flatMap((name, at) => {
      const first = met.get(name.toLowerCase());
      if (first === undefined) met.set(name.toLowerCase(), at);
      return first === undefined ? [] : [at];
    }),
  );
};

const providerFindings = ([name, provider]: readonly [string, ProviderDefinition]): readonly Finding[] => {
  if (provider.type !== 'oauth') return [];
  if ((provider.discoveryUrl === undefined) !== (provider.server === undefined)) return [];
  return [
    reference(
      ['providers', name],
      `The provider ${name}: expected either discoveryUrl or server, met ${provider.server === undefined ? 'neither' : 'both'}.`,
      "Write the issuer's discoveryUrl, or its endpoints where it publishes no document.",
    ),
  ];
};

const EXPECTED = { oauth: ['oauth', 'cognito'], 'api-key': ['api-key'] } as const;

const outboundFindings = (target: TargetDefinition, at: number, value: GatewayDefinition): readonly Finding[] => {
  const { outbound } = target;
  if (outbound?.type !== 'oauth' && outbound?.type !== 'api-key') return [];
  const pointer = ['targets', at, 'outbound'];
  const found: Finding[] = [];
  const provider = Object.hasOwn(value.providers ?? {}, outbound.provider)
    ? value.providers?.[outbound.provider]
    : undefined;
  const types: readonly string[] = EXPECTED[outbound.type];
  if (provider === undefined && !outbound.provider.startsWith('arn:')) {
    const names = Object.keys(value.providers ?? {});
    found.push(
      reference(
        [...pointer, 'provider'],
        `There is no provider ${outbound.provider}: expected ${names.length === 0 ? 'an ARN, for providers is empty' : `one of ${names.join(', ')}, or an ARN`}.`,
        'Add it to providers, or write the ARN of one that exists.',
      ),
    );
  } else if (provider !== undefined && !types.includes(provider.type)) {
    found.push(
      reference(
        [...pointer, 'provider'],
        `The provider ${outbound.provider} is of type ${provider.type}, and the target wants ${types.join(' or ')}.`,
        'Name another provider, or change the type of one of them.',
      ),
    );
  }
  if (outbound.type === 'oauth' && outbound.grant === 'authorization-code' && outbound.returnUrl === undefined) {
    found.push(
      reference(
        pointer,
        'An authorization code needs returnUrl: where the browser of the person who consents goes.',
        'Add returnUrl: https://…',
      ),
    );
  }
  return found;
};

const addressFindings = (target: TargetDefinition, at: number): readonly Finding[] => {
  if (target.type !== 'mcpServer' || (target.endpoint === undefined) !== (target.runtime === undefined)) return [];
  return [
    reference(
      ['targets', at],
      `An MCP server: expected either endpoint or runtime, met ${target.endpoint === undefined ? 'neither' : 'both'}.`,
      'Write the URL, or the name or ARN of the runtime behind the target.',
    ),
  ];
};

/** What a definition names and does not define, defines twice, or passes by its own keys. */
export const referenceFindings = (value: GatewayDefinition): readonly Finding[] => {
  const targets = value.targets ?? [];
  const repeated = twice(targets.map(({ name }) => name));
  return [
    ...extraFindings(value.extra, { kind: 'gateway', pointer: [] }),
    ...Object.entries(value.providers ?? {}).flatMap(providerFindings),
    ...(value.policies !== undefined && (value.policies.engine === undefined) === (value.policies.files === undefined)
      ? [
          reference(
            ['policies'],
            `policies: expected either engine or files, met ${value.policies.files === undefined ? 'neither' : 'both'}.`,
            'Name an engine that exists, or the Cedar files that one is made of.',
          ),
        ]
      : []),
    ...targets.flatMap((target, at) => [
      ...(repeated.has(at)
        ? [
            reference(
              ['targets', at, 'name'],
              `Two targets are called ${target.name}, ignoring case.`,
              'Give each a name of its own: tools are called <target>___<tool>.',
            ),
          ]
        : []),
      ...extraFindings(target.extra, { kind: 'target', pointer: ['targets', at] }),
      ...outboundFindings(target, at, value),
      ...addressFindings(target, at),
    ]),
  ];
};
