import type { Client, Issuer } from '../model/generated/configuration.ts';
import type { SecretPlace } from '../model/reported-clients.ts';
import { userPoolOf } from '../model/vendors/cognito.ts';
import { VENDORS } from '../model/vendors/table.ts';
import { secretNames } from './secret-names.ts';

/** Where a client without `secret:` is looked up: as `createSecrets` does. */
const byName = (issuer: Issuer, client: Client): readonly SecretPlace[] => {
  const variable = (name: string): SecretPlace => ({ in: 'environment', name });
  const own = secretNames(client.id).map(variable);
  if (userPoolOf(issuer) !== undefined) return [...own, { in: 'cognito' }];
  const vendors = issuer.vendor === undefined ? undefined : VENDORS[issuer.vendor].secretName;
  return vendors === undefined ? own : [...own, variable(vendors)];
};

/** Where the secret of a client is looked for, in this order. No secret is read, and no place is asked. */
export const secretPlaces = (issuer: Issuer, client: Client): readonly SecretPlace[] => {
  const { secret } = client;
  if (secret === undefined) return byName(issuer, client);
  if (typeof secret === 'string') return [{ in: secret }];
  if ('env' in secret) return [{ in: 'environment', name: secret.env }];
  if ('github-oidc' in secret) return [{ in: 'github-oidc' }];
  const { secretsmanager: arn, key } = secret;
  return [{ in: 'secretsmanager', arn, ...(key === undefined ? {} : { key }) }];
};
