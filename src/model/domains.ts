/** Whether a host is one of some domains: the same, or, of `*.domain`, below it. */
export const isInDomains = (host: string | undefined, domains: readonly string[]): boolean =>
  host !== undefined &&
  domains.some((domain) => (domain.startsWith('*.') ? host.endsWith(domain.slice(1)) : host === domain));
