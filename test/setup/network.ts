/**
 * Blocks every connection that does not go to this machine, for the SDK, undici, fetch and octokit alike.
 * Also loaded with `node --import` where a test runs the committed bundle.
 */
import net from 'node:net';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/;
const connect = net.Socket.prototype.connect;

const hostOf = (first: unknown, second: unknown): string | undefined => {
  const options = Array.isArray(first) ? first[0] : first;
  if (typeof options === 'object' && options !== null) {
    if ('path' in options && typeof options.path === 'string') return undefined;
    return 'host' in options && typeof options.host === 'string' ? options.host : 'localhost';
  }
  if (typeof options === 'string') return undefined;
  return typeof second === 'string' ? second : 'localhost';
};

net.Socket.prototype.connect = function blocked(this: net.Socket, ...args: unknown[]): net.Socket {
  const host = hostOf(args[0], args[1]);
  if (host !== undefined && !LOOPBACK.test(host)) throw new Error(`network blocked: ${host}`);
  return Reflect.apply(connect, this, args);
} as typeof connect;
