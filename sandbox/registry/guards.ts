/** What the newest version refuses to register, before anything else is looked at. */
import { BlockList, isIP } from 'node:net';
import { detail, type Reply } from './reply.ts';
import { isNewest, type Json, type State } from './state.ts';

/** Addresses that no registration may name: private, loopback, link-local (metadata services too), unspecified. */
const BLOCKED = ((): BlockList => {
  const list = new BlockList();
  for (const [net, bits] of [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
  ] as const) {
    list.addSubnet(net, bits, 'ipv4');
  }
  list.addAddress('::', 'ipv6');
  list.addAddress('::1', 'ipv6');
  list.addSubnet('fc00::', 7, 'ipv6');
  list.addSubnet('fe80::', 10, 'ipv6');
  return list;
})();

/** Why a URL is refused, in the registry's words; undefined when it is taken. Names are not looked up. */
export const guardUrl = (text: string): string | undefined => {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) return 'is not an HTTP(S) URL';
  if (/[;{}\s]/.test(text)) return 'contains characters that are not allowed';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const version = isIP(host);
  const blocked = version !== 0 && BLOCKED.check(host, version === 6 ? 'ipv6' : 'ipv4');
  return blocked ? `targets blocked/private IP ${host}` : undefined;
};

/** The 400 of a URL that the newest version does not take. */
export const refuseUrl = (state: State, url: Json | undefined): Reply | undefined => {
  const reason = isNewest(state) && typeof url === 'string' ? guardUrl(url) : undefined;
  return reason === undefined ? undefined : detail(400, `URL rejected by security policy: ${reason}`);
};

/** First and only segments that the registry's own proxy configuration uses. */
const RESERVED = new Set(['all', 'health', 'healthcheck', 'metrics', 'well-known', '.well-known']);

/** Whether a path can't be written into the proxy's configuration. */
export const isPathReserved = (path: string): boolean =>
  RESERVED.has(path.replace(/^\/+|\/+$/g, '')) || !/^[\w./-]+$/.test(path) || path.split('/').includes('..');
