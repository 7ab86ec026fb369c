import { generateKeyPairSync } from 'node:crypto';
import { Provider } from 'oidc-provider';
import { createAdapter, type IssuerClient } from './clients.ts';

export interface ProviderOptions {
  readonly issuer: string;
  readonly clients: readonly IssuerClient[];
  /** Seconds that a token lives; read at each request. */
  readonly lifeSeconds: () => number;
  readonly methods: readonly string[];
  /** Audience of a token when no resource was asked for. */
  readonly audience: string;
}

const NOT_USED = { enabled: false } as const;

/** A certified OpenID provider that knows client_credentials and resource indicators, and gives JWT access tokens. */
export const createProvider = (options: ProviderOptions): Provider => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const scopes = [...new Set(options.clients.flatMap(({ scope }) => scope?.split(' ') ?? []))];
  return new Provider(options.issuer, {
    adapter: createAdapter(options.clients),
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256' }] },
    cookies: { keys: ['sandbox'] },
    clientAuthMethods: options.methods,
    scopes,
    ttl: { ClientCredentials: () => options.lifeSeconds() },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: NOT_USED,
      userinfo: NOT_USED,
      rpInitiatedLogout: NOT_USED,
      resourceIndicators: {
        enabled: true,
        defaultResource: () => options.audience,
        getResourceServerInfo: (_context: unknown, resource: string) => ({
          scope: scopes.join(' '),
          audience: resource,
          accessTokenTTL: options.lifeSeconds(),
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
  });
};
