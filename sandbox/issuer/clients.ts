import type { Adapter } from 'oidc-provider';
import type { JsonObject } from '../world.ts';

/** A client of the issuer. Changed between two requests it is another client: a secret can be rotated under a run. */
export interface IssuerClient {
  id: string;
  secret?: string;
  /** Default: private_key_jwt with `publicJwk`, else client_secret_basic. */
  method?: 'client_secret_basic' | 'client_secret_post' | 'private_key_jwt';
  publicJwk?: JsonObject;
  /** A public client with which people log in by device code. */
  device?: true;
  /** What it may ask for, separated by blanks. */
  scope?: string;
  /** Takes another issuer's token as client assertion, as Entra's federated credentials do. */
  federated?: Federation;
}

interface Federation {
  issuer: string;
  subject: string;
  audience: string;
  /** The claims of a token with a good signature. */
  verify(token: string): Promise<JsonObject | undefined>;
}

/** The secret that stands behind a federated client inside the server; nobody outside knows or needs it. */
export const innerSecret = (client: IssuerClient): string => client.secret ?? `inner-${client.id}`;

const metadata = (client: IssuerClient): object => ({
  client_id: client.id,
  redirect_uris: [],
  response_types: [],
  grant_types: client.device === true ? [DEVICE_GRANT] : ['client_credentials'],
  id_token_signed_response_alg: 'ES256',
  ...(client.scope === undefined ? {} : { scope: client.scope }),
  ...(client.device === true
    ? { token_endpoint_auth_method: 'none' }
    : client.publicJwk === undefined
      ? {
          client_secret: innerSecret(client),
          token_endpoint_auth_method: client.federated
            ? 'client_secret_post'
            : (client.method ?? 'client_secret_basic'),
        }
      : { token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [client.publicJwk] } }),
});

const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';

/** Storage for one kind of thing; clients are read from the list each time. */
export const createAdapter =
  (clients: readonly IssuerClient[]) =>
  (kind: string): Adapter => {
    const stored = new Map<string, object>();
    return {
      upsert: async (id, payload) => {
        stored.set(id, payload);
      },
      find: async (id) => {
        if (kind !== 'Client') return stored.get(id);
        const client = clients.find((candidate) => candidate.id === id);
        return client && metadata(client);
      },
      findByUserCode: async (code) =>
        [...stored.values()].find((payload) => 'userCode' in payload && payload.userCode === code),
      revokeByGrantId: async () => {},
      consume: async () => {},
      destroy: async (id) => {
        stored.delete(id);
      },
    };
  };
