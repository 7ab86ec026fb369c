/** Loaded into a server that others wrote: it listens on a free port of 127.0.0.1 alone, whatever it asks for, and tells where. */
import net from 'node:net';

const listen = net.Server.prototype.listen;

net.Server.prototype.listen = function onLoopback(...args) {
  this.once('listening', () => process.stdout.write(`listens at http://127.0.0.1:${this.address().port}\n`));
  const done = args.filter((one) => typeof one === 'function');
  return Reflect.apply(listen, this, [{ port: 0, host: '127.0.0.1' }, ...done]);
};
