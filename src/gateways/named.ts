import type { Pointer } from '../document/finding.ts';
import type { TargetDefinition } from '../model/generated/gateway.ts';
import { isObject } from '../model/json.ts';
import type { Definition } from './definition.ts';
import { runtimeIn } from './destinations.ts';

/** Something that a definition names: where, in which list it has to stand, and in what words it is told. */
export interface Named {
  readonly key: 'kmsKeys' | 'returnUrls' | 'targetAccounts' | 'extra';
  readonly value: string;
  readonly pointer: Pointer;
  readonly what: string;
}

const accountIn = (arn: string | undefined): string => arn?.split(':')[4] ?? '';

/** The account of the runtime that an endpoint names; empty where it names none. */
const runtimeAccount = (endpoint: string): string => accountIn(runtimeIn(URL.parse(endpoint)?.pathname ?? ''));

/** Documents that a target may name, by the key that names them. */
const documentsOf = (target: TargetDefinition): readonly (readonly [string, unknown])[] => [
  ...('tools' in target ? [['tools', target.tools] as const] : []),
  ...('schema' in target ? [['schema', target.schema] as const] : []),
];

/** Outbound authorization whose destinations are judged for the credential's sake. */
const CREDENTIALS: ReadonlySet<string> = new Set(['oauth', 'api-key', 'jwt-passthrough']);

/** Accounts that a target names besides the gateway's own: of its function, its runtime, and its documents' buckets. */
const accountsOf = (target: TargetDefinition, pointer: Pointer): readonly Named[] => {
  const named = (value: string, key: string, what: string): readonly Named[] =>
    value === '' ? [] : [{ key: 'targetAccounts', value, pointer: [...pointer, key], what }];
  // With a credential the runtime is told as a place that the credential may not go to.
  const isToldElsewhere = CREDENTIALS.has(target.outbound?.type ?? 'none');
  const behind = 'runtime' in target && !isToldElsewhere ? accountIn(target.runtime) : '';
  const endpoint = 'endpoint' in target && !isToldElsewhere ? (target.endpoint ?? '') : '';
  return [
    ...(target.type === 'lambda' ? named(accountIn(target.lambda), 'lambda', "The function's account") : []),
    ...named(behind, 'runtime', "The runtime's account"),
    ...named(runtimeAccount(endpoint), 'endpoint', "The runtime's account"),
    ...documentsOf(target).flatMap(([key, document]) =>
      isObject(document) && typeof document['bucketOwner'] === 'string'
        ? named(document['bucketOwner'], key, "The bucket's owner")
        : [],
    ),
  ];
};

/**
 * A text that names something by which others get or give trust: an ARN, an address, a host, an account, a network. Words and
 * numbers name nothing.
 */
const NAMING = /^arn:|:\/\/|^[0-9]{12}$|^(?:vpc|subnet|sg|rcfg|rgw|eni|pl|vpce)-|^(?:[a-z0-9_*-]+\.)+[a-z]{2,}\.?$/i;

/** Everything of the kind that a value holds, however deep, keys included. */
const namedIn = (value: unknown, pointer: Pointer): readonly Named[] => {
  if (typeof value === 'string') {
    return NAMING.test(value.trim()) ? [{ key: 'extra', value, pointer, what: 'The value in extra' }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item, at) => namedIn(item, [...pointer, at]));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => [
    ...namedIn(key, [...pointer, key]),
    ...namedIn(member, [...pointer, key]),
  ]);
};

/**
 * What a definition names besides roles, issuers, functions that see requests, and credentials: keys, where browsers are sent,
 * other accounts, and whatever `extra` brings along.
 */
export const namedBy = ({ value, place }: Definition): readonly Named[] => {
  const { kmsKey, extra, targets = [] } = value;
  const others = targets.flatMap((target, at): readonly Named[] => {
    const pointer: Pointer = ['targets', at];
    const { outbound } = target;
    const returnUrl = outbound?.type === 'oauth' ? outbound.returnUrl : undefined;
    return [
      ...accountsOf(target, pointer).filter((one) => one.value !== place.account),
      ...(returnUrl === undefined
        ? []
        : [
            {
              key: 'returnUrls' as const,
              value: returnUrl,
              pointer: [...pointer, 'outbound', 'returnUrl'],
              what: 'The return URL',
            },
          ]),
      ...namedIn(target.extra, [...pointer, 'extra']),
    ];
  });
  return [
    ...(kmsKey === undefined ? [] : [{ key: 'kmsKeys' as const, value: kmsKey, pointer: ['kmsKey'], what: 'The key' }]),
    ...namedIn(extra, ['extra']),
    ...others,
  ];
};
