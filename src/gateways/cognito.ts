import { createHash } from 'node:crypto';
import type { GatewayPlace } from './definition.ts';
import { attribute, joined, logicalId, type Resource, ref, type TemplateValue } from './template.ts';

/** A user pool that is made for a gateway or for one of its providers. */
export interface Pool {
  readonly resources: Readonly<Record<string, Resource>>;
  readonly discoveryUrl: TemplateValue;
  /** The machine's client. */
  readonly clientId: TemplateValue;
  readonly clientSecret: TemplateValue;
  /** Scopes as a token request names them. */
  readonly scopes: readonly string[];
  /** The public client for people, where one is made. */
  readonly userClientId?: TemplateValue;
  readonly tokenEndpoint: TemplateValue;
  readonly poolArn: TemplateValue;
}

/** What is asked of a pool. */
interface PoolWish {
  readonly place: GatewayPlace;
  readonly dnsSuffix: string;
  /** Of the provider; empty for the gateway's own. */
  readonly of: string;
  readonly scopes?: readonly string[];
  readonly domain?: string;
  readonly users?: boolean;
  readonly tags?: Readonly<Record<string, string>>;
}

const DEFAULT_SCOPES = ['invoke'];

/** Words that no prefix may hold. https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html */
const RESERVED = /aws|amazon|cognito/;

/** Whether Cognito takes this prefix of a domain. */
export const takesDomain = (domain: string): boolean => !RESERVED.test(domain);

/** Characters of a prefix. */
const LONGEST_PREFIX = 63;

/**
 * The prefix of a pool's domain is one for all accounts of a Region: the account's number makes it ours. A name that Cognito
 * would not take, or that is too long, gives way to a digest of it.
 */
export const domainOf = ({ place, of, domain }: Pick<PoolWish, 'place' | 'of' | 'domain'>): string => {
  if (domain !== undefined) return domain;
  const name = `${place.name}${of === '' ? '' : `-${of}`}`.toLowerCase().replaceAll(/[^a-z0-9-]/g, '-');
  const plain = `${name}-${place.account}`;
  if (plain.length <= LONGEST_PREFIX && !RESERVED.test(plain)) return plain;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 16);
  return `gateway-${digest}-${place.account}`;
};

/** The identifier of a resource server, which begins the names of its scopes. */
const serverOf = ({ place, of }: PoolWish): string => (of === '' ? place.name : `${place.name}-${of}`);

/** Scopes of the pool that is made for a provider, as a token request names them. */
export const providerScopes = (
  place: GatewayPlace,
  of: string,
  { scopes = DEFAULT_SCOPES }: { readonly scopes?: readonly string[] },
): readonly string[] => scopes.map((name) => `${place.name}-${of}/${name}`);

/**
 * A user pool with a domain, a resource server and a machine's client; with `users` a public client for people too.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html
 */
export const poolFor = (wish: PoolWish): Pool => {
  const { place, dnsSuffix, of } = wish;
  const id = (kind: string): string => logicalId(kind, of);
  const names = wish.scopes ?? DEFAULT_SCOPES;
  const server = serverOf(wish);
  const scopes = names.map((name) => `${server}/${name}`);
  const [pool, machine, users] = [id('UserPool'), id('MachineClient'), id('UserClient')];
  const domain = domainOf(wish);
  const client = (Properties: Readonly<Record<string, TemplateValue>>): Resource => ({
    Type: 'AWS::Cognito::UserPoolClient',
    DependsOn: [id('ResourceServer')],
    Properties: { UserPoolId: ref(pool), AllowedOAuthFlowsUserPoolClient: true, ...Properties },
  });
  return {
    resources: {
      [pool]: {
        Type: 'AWS::Cognito::UserPool',
        Properties: {
          UserPoolName: server,
          AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
          ...(wish.tags === undefined ? {} : { UserPoolTags: wish.tags }),
        },
      },
      [id('PoolDomain')]: {
        Type: 'AWS::Cognito::UserPoolDomain',
        Properties: { Domain: domain, UserPoolId: ref(pool) },
      },
      [id('ResourceServer')]: {
        Type: 'AWS::Cognito::UserPoolResourceServer',
        Properties: {
          Identifier: server,
          Name: server,
          UserPoolId: ref(pool),
          Scopes: names.map((name) => ({ ScopeName: name, ScopeDescription: `${name} of ${place.name}` })),
        },
      },
      [machine]: client({
        ClientName: `${server}-machine`,
        GenerateSecret: true,
        AllowedOAuthFlows: ['client_credentials'],
        AllowedOAuthScopes: scopes,
        SupportedIdentityProviders: ['COGNITO'],
      }),
      ...(wish.users === true
        ? {
            [users]: {
              Type: 'AWS::Cognito::UserPoolClient',
              Properties: {
                UserPoolId: ref(pool),
                ClientName: `${server}-users`,
                GenerateSecret: false,
                ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
                PreventUserExistenceErrors: 'ENABLED',
              },
            },
          }
        : {}),
    },
    discoveryUrl: joined([
      `https://cognito-idp.${place.region}.${dnsSuffix}/`,
      ref(pool),
      '/.well-known/openid-configuration',
    ]),
    tokenEndpoint: `https://${domain}.auth.${place.region}.amazoncognito.com/oauth2/token`,
    clientId: ref(machine),
    clientSecret: attribute(machine, 'ClientSecret'),
    scopes,
    poolArn: attribute(pool, 'Arn'),
    ...(wish.users === true ? { userClientId: ref(users) } : {}),
  };
};
