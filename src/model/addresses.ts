import { BlockList, isIP } from 'node:net';

/** What an IP address is for; only `public` may be connected to without being named. */
export type AddressKind = 'public' | 'private' | 'loopback' | 'refused';

/**
 * IPv4 ranges are also reached through NAT64 (RFC 6052, and its local-use prefix of RFC 8215), IPv4-compatible and
 * IPv4-translated (RFC 2765) addresses: each is listed in all forms.
 */
const EMBEDDINGS = ['64:ff9b::', '64:ff9b:1::', '::', '::ffff:0:'] as const;

const blockList = (
  v4: readonly (readonly [string, number])[],
  v6: readonly (readonly [string, number])[],
): BlockList => {
  const list = new BlockList();
  for (const [net, prefix] of v4) {
    list.addSubnet(net, prefix, 'ipv4');
    for (const embedding of EMBEDDINGS) list.addSubnet(`${embedding}${net}`, 96 + prefix, 'ipv6');
  }
  for (const [net, prefix] of v6) list.addSubnet(net, prefix, 'ipv6');
  return list;
};

/** Unspecified, link-local (cloud metadata lives there), the vendors' other metadata addresses, multicast, broadcast. */
const REFUSED = blockList(
  [
    ['0.0.0.0', 8],
    ['169.254.0.0', 16],
    ['100.100.100.200', 32],
    ['168.63.129.16', 32],
    ['192.0.0.192', 32],
    ['224.0.0.0', 4],
    ['255.255.255.255', 32],
  ],
  [
    ['::', 128],
    ['fe80::', 10],
    ['fd00:ec2::', 32],
    ['fd20:ce::254', 128],
    ['ff00::', 8],
  ],
);

const LOOPBACK = blockList([['127.0.0.0', 8]], [['::1', 128]]);

/** RFC 1918, shared address space, benchmarking, reserved; unique local addresses, site-local; what leads on by tunnel or translation. */
const PRIVATE = blockList(
  [
    ['10.0.0.0', 8],
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
    ['100.64.0.0', 10],
    ['192.0.0.0', 24],
    ['198.18.0.0', 15],
    ['240.0.0.0', 4],
  ],
  [
    ['fc00::', 7],
    ['fec0::', 10],
    ['2002::', 16],
    ['2001::', 32],
    ['64:ff9b:1::', 48],
    ['::ffff:0:0:0', 96],
  ],
);

/** The kind of an IP address. Text that is none is `refused`. */
export const addressKind = (address: string): AddressKind => {
  const bare = address.split('%', 1)[0] ?? '';
  const version = isIP(bare);
  if (version === 0) return 'refused';
  const family = version === 6 ? 'ipv6' : 'ipv4';
  // ::1 lies inside ::/96, where IPv4-compatible forms of 0.0.0.0/8 are refused: loopback is asked first.
  if (LOOPBACK.check(bare, family)) return 'loopback';
  if (REFUSED.check(bare, family)) return 'refused';
  return PRIVATE.check(bare, family) ? 'private' : 'public';
};

/** A URL's host without the brackets of IPv6 literals and a last dot, in lower case. */
export const bareHost = (hostname: string): string =>
  hostname
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
    .toLowerCase();

/** True for `localhost`, its subdomains, and literal loopback addresses. */
export const isLoopbackHost = (hostname: string): boolean => {
  const host = bareHost(hostname);
  return host === 'localhost' || host.endsWith('.localhost') || (isIP(host) !== 0 && addressKind(host) === 'loopback');
};
