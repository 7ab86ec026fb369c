import type { LookupAddress, LookupOptions } from 'node:dns';
import { addressKind, bareHost, isLoopbackHost } from '../model/addresses.ts';
import { SyncError } from '../model/errors.ts';
import { hostMatches } from './hosts.ts';

/** Resolves a name to all its addresses. */
export type Lookup = (
  hostname: string,
  options: LookupOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** What `net.connect` takes for `lookup`. */
type SocketLookup = (
  hostname: string,
  options: LookupOptions,
  callback: (error: Error | null, address: string | LookupAddress[], family?: number) => void,
) => void;

/** SyncError network/unsafe-address for a host. */
export const unsafeAddress = (host: string, met: string, hint?: string): SyncError =>
  new SyncError('network', 'unsafe-address', `connect to ${host}: ${met}`, hint === undefined ? {} : { hint });

/** Refuses an address that the URL's host may not have. Throws SyncError network/unsafe-address. */
export const checkAddress = (host: string, address: string, privateHosts: readonly string[]): void => {
  const kind = addressKind(address);
  if (kind === 'refused') {
    throw unsafeAddress(
      host,
      `${address} is a link-local, metadata, multicast or unspecified address, which is never used`,
    );
  }
  if (kind === 'loopback' && !isLoopbackHost(host)) {
    throw unsafeAddress(host, `${address} is this machine, which only a loopback host may be`);
  }
  if (kind === 'private' && !hostMatches(host, privateHosts)) {
    throw unsafeAddress(
      host,
      `${address} is a private address`,
      'Name the host under network.privateHosts in the configuration when it is meant.',
    );
  }
};

/** A resolver that refuses names by what they resolve to, at the moment of connecting: nothing can change in between. */
export const checkedLookup =
  (resolve: Lookup, privateHosts: readonly string[]): SocketLookup =>
  (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      try {
        for (const { address } of addresses) checkAddress(bareHost(hostname), address, privateHosts);
      } catch (refusal) {
        return callback(refusal instanceof Error ? refusal : new Error('address refused'), []);
      }
      const first = addresses[0];
      if (options.all) return callback(null, addresses);
      if (!first) return callback(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), []);
      return callback(null, first.address, first.family);
    });
  };
