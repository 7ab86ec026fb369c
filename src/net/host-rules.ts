import { isIP } from 'node:net';
import { addressKind, bareHost, isLoopbackHost } from '../model/addresses.ts';
import { hostMatches } from './hosts.ts';

/** Which hosts a registration may name, beside public ones. Names may begin with `*.`. */
export interface HostPolicy {
  readonly privateHosts: readonly string[];
  /** Hosts that may be called without TLS. */
  readonly httpHosts: readonly string[];
  /** True where every registry that is configured runs on this machine, or none is: elsewhere loopback is its own. */
  readonly loopback: boolean;
}

/** Names under which clouds serve an instance's credentials. */
const METADATA_NAMES: ReadonlySet<string> = new Set([
  ...['metadata', 'metadata.google.internal', 'metadata.goog', 'instance-data', 'instance-data.ec2.internal'],
]);

/** Endings that no public name has. https://www.iana.org/assignments/special-use-domain-names */
const PRIVATE_NAME = /(?:^|\.)(?:internal|local|localdomain|home\.arpa)$/;

const kindOf = (host: string): 'public' | 'private' | 'refused' => {
  if (METADATA_NAMES.has(host)) return 'refused';
  if (isIP(host) === 0) return !host.includes('.') || PRIVATE_NAME.test(host) ? 'private' : 'public';
  const kind = addressKind(host);
  return kind === 'loopback' ? 'private' : kind;
};

/**
 * One sentence on why a registration may not name a URL's host, or undefined. Names are judged by what they say, not by
 * what they resolve to: that is the registry's to see. Link-local, metadata and unspecified addresses are never taken.
 */
export const hostRule =
  ({ privateHosts, httpHosts, loopback }: HostPolicy) =>
  (url: URL): string | undefined => {
    const host = bareHost(url.hostname);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'expected https';
    // Resolvers differ in what they make of it, and no list of names has it: `metadata.google.internal..`.
    if (host.split('.').includes(''))
      return 'the host is no whole name: a part of it is empty, which is never registered';
    if (isLoopbackHost(host)) {
      return loopback
        ? undefined
        : 'a loopback host is the registry itself: it is taken only where the registry runs on loopback too';
    }
    const kind = kindOf(host);
    if (kind === 'refused')
      return 'the host is a link-local, metadata or unspecified address, which is never registered';
    if (kind === 'private' && !hostMatches(host, privateHosts)) {
      return 'the host is private: name it under network.privateHosts in the configuration when it is meant';
    }
    if (url.protocol === 'http:' && !hostMatches(host, httpHosts)) {
      return 'expected https (http goes to loopback, and to hosts that network.privateHosts lists with http: true)';
    }
    return undefined;
  };
