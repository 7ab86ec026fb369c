import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';

export interface Listening {
  readonly server: Server;
  readonly port: number;
  readonly url: string;
  stop(): Promise<void>;
}

const listening = (server: Server): Promise<Listening> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        server,
        port,
        url: `http://127.0.0.1:${port}`,
        stop: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });

/** A loopback server on a free port. */
export const listen = (answer: RequestListener): Promise<Listening> => listening(createServer(answer));

export interface Proxy extends Listening {
  /** `CONNECT host:port` and `GET http://…` lines, in order. */
  readonly asked: string[];
}

/** A real forward proxy: tunnels CONNECT to `tunnelTo` whatever host is asked for, and answers plain requests itself. */
export const listenProxy = async (tunnelTo: number): Promise<Proxy> => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.end('through the proxy');
  });
  server.on('connect', (request, client, head) => {
    asked.push(`CONNECT ${request.url}`);
    const upstream = connect(tunnelTo, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client);
      client.pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
  });
  return Object.assign(await listening(server), { asked });
};
