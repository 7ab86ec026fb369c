import { SyncError } from '../model/errors.ts';
import type { Client, Issuer } from '../model/generated/configuration.ts';
import { cleaned } from '../net/masks.ts';

type Vendor = NonNullable<Issuer['vendor']>;

const HOSTS: readonly (readonly [RegExp, Vendor])[] = [
  [/\.auth0\.com$/, 'auth0'],
  [/\.(okta|oktapreview|okta-emea)\.com$/, 'okta'],
  [/^(login\.microsoftonline\.(com|us)|login\.partner\.microsoftonline\.cn|sts\.windows\.net)$/, 'entra'],
  [/\.(ciamlogin|b2clogin)\.com$/, 'entra'],
];

/**
 * Whose rules a token request follows: as configured, else by the host of the configured issuer. Only for the form of a
 * request; a vendor's secret variable needs `vendor:` itself.
 */
export const vendorOf = (issuer: Issuer): Vendor | undefined => {
  const host = URL.parse(issuer.issuer)?.hostname ?? '';
  return issuer.vendor ?? HOSTS.find(([form]) => form.test(host))?.[1];
};

/** What a token request says besides who asks. */
export interface TokenParameters {
  readonly scope?: string;
  readonly audience?: string;
  readonly resource?: string;
}

const incomplete = (issuer: Issuer, client: Client, lacks: string, hint: string): SyncError<'configuration'> =>
  new SyncError(
    'configuration',
    'invalid',
    `request a token for client ${cleaned(client.id, 100)} of ${cleaned(issuer.issuer, 200)}: ${lacks}`,
    { hint },
  );

/**
 * Scope, audience and resource of a request, by configuration alone. Entra takes no audience but a scope made of it,
 * `<audience>/.default` (otherwise AADSTS900144). Throws SyncError configuration/invalid where Auth0 would lack its
 * audience, Okta its scope, or Entra both.
 */
export const tokenParameters = (issuer: Issuer, client: Client, scope: string | undefined): TokenParameters => {
  const vendor = vendorOf(issuer);
  const { audience, resource } = client;
  if (vendor === 'auth0' && audience === undefined) {
    throw incomplete(
      issuer,
      client,
      'Auth0 needs an audience',
      "Add `audience:`, the API's identifier, to the client.",
    );
  }
  if (vendor === 'okta' && scope === undefined) {
    throw incomplete(issuer, client, 'Okta needs a scope', 'Add `scope:`, one that the authorization server defines.');
  }
  const rest = resource === undefined ? {} : { resource };
  if (vendor !== 'entra') {
    return { ...rest, ...(scope === undefined ? {} : { scope }), ...(audience === undefined ? {} : { audience }) };
  }
  if (scope === undefined && audience === undefined) {
    throw incomplete(issuer, client, 'Entra ID needs an audience or a scope', 'Add `audience:` to the client.');
  }
  const whole = (audience ?? '').replace(/\/\.default$/, '').replace(/\/$/, '');
  return { ...rest, scope: scope ?? `${whole}/.default` };
};

/** Okta and Entra want the token endpoint as audience of a client's assertion, the standard its issuer. */
export const assertionAudience = (
  issuer: Issuer,
  met: { readonly issuer: string; readonly tokenEndpoint: string },
): string => {
  const vendor = vendorOf(issuer);
  return vendor === 'okta' || vendor === 'entra' ? met.tokenEndpoint : met.issuer;
};

/** The audience under which Entra's federated credentials expect GitHub's tokens; elsewhere the issuer itself. */
export const federatedAudience = (issuer: Issuer): string =>
  vendorOf(issuer) === 'entra' ? 'api://AzureADTokenExchange' : issuer.issuer;
