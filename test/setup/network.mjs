/**
 * Blocks every connection that does not go to this machine, for the SDK, undici, fetch and octokit alike. Plain
 * JavaScript: also loaded with `node --import` by every process that a test starts, and stripping types takes longer than
 * a whole command.
 */
import net from 'node:net';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/;
const connect = net.Socket.prototype.connect;

/** Where a call of connect goes; undefined for a socket of the file system. */
const hostOf = (first, second) => {
  const options = Array.isArray(first) ? first[0] : first;
  if (typeof options === 'object' && options !== null) {
    if (typeof options.path === 'string') return undefined;
    return typeof options.host === 'string' ? options.host : 'localhost';
  }
  if (typeof options === 'string') return undefined;
  return typeof second === 'string' ? second : 'localhost';
};

net.Socket.prototype.connect = function blocked(...args) {
  const host = hostOf(args[0], args[1]);
  if (host !== undefined && !LOOPBACK.test(host)) throw new Error(`network blocked: ${host}`);
  return Reflect.apply(connect, this, args);
};
