import { bareHost } from '../model/addresses.ts';

/** True when a host is one of the listed ones; `*.example.com` stands for every subdomain. Ignores case and a last dot. */
export const hostMatches = (hostname: string, listed: readonly string[]): boolean => {
  const host = bareHost(hostname);
  return listed.some((entry) => {
    const wanted = bareHost(entry);
    return wanted.startsWith('*.')
      ? host.endsWith(wanted.slice(1)) && host.length > wanted.length - 1
      : host === wanted;
  });
};
