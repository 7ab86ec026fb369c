/** Loaded with `node --import`: no connection of any kind may be opened, not even to this machine. */
import net from 'node:net';

net.Socket.prototype.connect = () => {
  process.stderr.write('a connection was tried\n');
  process.exit(99);
};
