import type { Issuer } from '../generated/configuration.ts';
import { comparableUrl, discoveryUrls } from '../issuer-urls.ts';
import { auth0 } from './auth0.ts';
import { cognito } from './cognito.ts';
import { entra } from './entra.ts';
import { keycloak } from './keycloak.ts';
import { okta } from './okta.ts';
import { plain } from './plain.ts';
import type { Vendor } from './vendor.ts';

export type VendorName = NonNullable<Issuer['vendor']>;

/**
 * Every vendor, under its name in the configuration, in metadata and in the manifest. The schema's list of vendors and
 * of their variables is generated from it. Keycloak is last: what shows it, any host can have.
 */
export const VENDORS: Readonly<Record<VendorName, Vendor>> = { auth0, okta, entra, cognito, keycloak };

const NAMES = Object.keys(VENDORS).filter((name): name is VendorName => name in VENDORS);

const nameOfUrl = (text: string): VendorName | undefined => {
  const url = URL.parse(text);
  return url === null ? undefined : NAMES.find((name) => VENDORS[name].has(url));
};

/** Whose an issuer is: as configured, else by the configured issuer's own URL. */
export const vendorName = (issuer: Issuer): VendorName | undefined => issuer.vendor ?? nameOfUrl(issuer.issuer);

/**
 * Whose rules a token request to an issuer follows. Only for the form of a request; a vendor's secret variable needs
 * `vendor:` itself.
 */
export const vendorOf = (issuer: Issuer): Vendor => {
  const name = vendorName(issuer);
  return name === undefined ? plain : VENDORS[name];
};

/**
 * What a discovery URL's vendor is called where people and other tools read it: that of the configured issuer which it
 * belongs to, else what the URL looks like. A label, which chooses nothing.
 */
export const vendorLabel = (discoveryUrl: string, issuers: readonly Issuer[]): VendorName | 'unknown' => {
  const wanted = comparableUrl(discoveryUrl);
  const configured = issuers.find((issuer) =>
    discoveryUrls(issuer).some((url) => wanted !== undefined && comparableUrl(url) === wanted),
  );
  return (configured === undefined ? nameOfUrl(discoveryUrl) : vendorName(configured)) ?? 'unknown';
};

/** The vendor whose many tenants a URL stands for at once; undefined for a URL that means one issuer. */
export const sharedTenantOf = (text: string): Vendor | undefined => {
  const url = URL.parse(text);
  return url === null ? undefined : Object.values(VENDORS).find((vendor) => vendor.isSharedTenant(url));
};

/** The issuer that a discovery URL belongs to, where a vendor's documents name another one than their URLs show. */
export const issuerOfDocument = (discoveryUrl: string): string | undefined =>
  Object.values(VENDORS)
    .map((vendor) => vendor.issuerOf(discoveryUrl))
    .find((issuer) => issuer !== undefined);

/** Names of all variables that hold a vendor's secret. */
export const vendorSecretNames: readonly string[] = Object.values(VENDORS).flatMap(({ secretName }) =>
  secretName === undefined ? [] : [secretName],
);
