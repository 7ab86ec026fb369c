import { isLoopbackHost } from './addresses.ts';
import type { Issuer } from './generated/configuration.ts';

/**
 * A URL in the form in which two are compared: parsed (so that letter case of the host, default ports and dot segments
 * do not count), without one last slash. Undefined for what can be no issuer, discovery URL or token endpoint: another scheme,
 * user information, a query or a fragment.
 */
export const comparableUrl = (text: string): string | undefined => {
  const url = URL.parse(text);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined;
  if (url.username !== '' || url.password !== '' || /[?#]/.test(url.href)) return undefined;
  return url.href.replace(/\/$/, '');
};

export const sameUrl = (a: string, b: string): boolean => {
  const comparable = comparableUrl(a);
  return comparable !== undefined && comparable === comparableUrl(b);
};

/** True when secrets may be sent there: https, or http where both it and the issuer are on this machine. */
export const isProtected = (text: string, issuer: string): boolean => {
  const url = URL.parse(text);
  const home = URL.parse(issuer);
  if (!url || !home || comparableUrl(text) === undefined) return false;
  if (isLoopbackHost(url.hostname)) return isLoopbackHost(home.hostname);
  return url.protocol === 'https:';
};

/** Where an issuer's OpenID Connect document is, by OpenID Connect Discovery 1.0, section 4. */
export const openidDocument = (issuer: string): string =>
  `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;

/** Where an issuer's OAuth document is, by RFC 8414, section 3.1: the well-known part goes between host and path. */
export const oauthDocument = (issuer: string): string => {
  const url = new URL(issuer);
  const path = url.pathname.replace(/\/$/, '');
  return `${url.origin}/.well-known/oauth-authorization-server${path}`;
};

/**
 * Every discovery URL that means this issuer: the configured one, else the forms of OpenID Connect and RFC 8414, and
 * RFC 8414's name appended to the issuer, as some vendors serve it.
 */
export const discoveryUrls = (issuer: Issuer): readonly string[] => {
  if (issuer.discoveryUrl !== undefined) return [issuer.discoveryUrl];
  if (comparableUrl(issuer.issuer) === undefined) return [];
  const appended = `${issuer.issuer.replace(/\/$/, '')}/.well-known/oauth-authorization-server`;
  return [openidDocument(issuer.issuer), oauthDocument(issuer.issuer), appended];
};

/** Hosts that the configuration names for token requests: they may have private addresses, others may not. */
export const issuerHosts = (issuers: readonly Issuer[]): readonly string[] => {
  const texts = issuers.flatMap(({ issuer, discoveryUrl, tokenEndpoint }) => [issuer, discoveryUrl, tokenEndpoint]);
  const hosts = texts.flatMap((text) => (text === undefined ? [] : [URL.parse(text)?.hostname ?? '']));
  return [...new Set(hosts)].filter((host) => host !== '').sort();
};
