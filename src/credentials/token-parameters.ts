import { SyncError } from '../model/errors.ts';
import type { Client, Issuer } from '../model/generated/configuration.ts';
import { vendorOf } from '../model/vendors/table.ts';
import type { TokenParameters } from '../model/vendors/vendor.ts';
import { cleaned } from '../net/masks.ts';

/**
 * Scope, audience and resource of a request, by configuration alone. Throws SyncError configuration/invalid where the
 * issuer's vendor needs one that is not configured.
 */
export const tokenParameters = (issuer: Issuer, client: Client, scope: string | undefined): TokenParameters => {
  const vendor = vendorOf(issuer);
  const lack = vendor.lacks({ client, scope });
  if (lack === undefined) return vendor.parameters({ client, scope });
  throw new SyncError(
    'configuration',
    'invalid',
    `request a token for client ${cleaned(client.id, 100)} of ${cleaned(issuer.issuer, 200)}: ${lack.text}`,
    { hint: lack.hint },
  );
};
