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
    clientAuthMethods: options.clients.some(({ device }) => device) ? [...options.methods, 'none'] : options.methods,
    scopes,
    ttl: {
      ClientCredentials: () => options.lifeSeconds(),
      AccessToken: () => options.lifeSeconds(),
      DeviceCode: 600,
      Grant: 600,
    },
    findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: async () => ({ sub: id }) }),
    features: {
      clientCredentials: { enabled: true },
      deviceFlow: { enabled: true },
      devInteractions: NOT_USED,
      userinfo: NOT_USED,
      rpInitiatedLogout: NOT_USED,
      resourceIndicators: {
        enabled: true,
        defaultResource: () => options.audience,
        useGrantedResource: () => true,
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

/** What a person does in a browser with a code: logs in and agrees, or refuses. */
export const answerDevice = async (
  provider: Provider,
  { code, audience, agreed }: { readonly code: string; readonly audience: string; readonly agreed: boolean },
): Promise<void> => {
  const found = await provider.DeviceCode.findByUserCode(code.replaceAll('-', ''));
  if (found === undefined) throw new Error(`the issuer gave no code ${code}`);
  if (!agreed) {
    found.error = 'access_denied';
    await found.save();
    return;
  }
  const grant = new provider.Grant({ accountId: 'person', clientId: found.clientId });
  grant.addResourceScope(audience, 'registry');
  Object.assign(found, {
    accountId: 'person',
    grantId: await grant.save(),
    scope: 'registry',
    resource: audience,
  });
  await found.save();
};
