import type { RequestListener, Server } from 'node:http';
import { createServer, request } from 'node:http';
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

export interface ForwardProxy extends Listening {
  /** `CONNECT host:port` and `GET http://…` lines, in order. */
  readonly asked: string[];
}

/**
 * A real forward proxy: tunnels (CONNECT) and plain requests go to the loopback port `upstreamPort`, whatever host is asked
 * for; without it, to the port that is asked for.
 */
export const listenProxy = async (upstreamPort?: number): Promise<ForwardProxy> => {
  const asked: string[] = [];
  const server = createServer((incoming, response) => {
    asked.push(`${incoming.method} ${incoming.url}`);
    const { port, pathname, search } = new URL(incoming.url ?? '');
    const { method, headers } = incoming;
    const to = { host: '127.0.0.1', port: upstreamPort ?? port, method, headers, path: `${pathname}${search}` };
    const outgoing = request(to, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    outgoing.on('error', () => response.destroy());
    incoming.pipe(outgoing);
  });
  server.on('connect', (incoming, client, head) => {
    asked.push(`CONNECT ${incoming.url}`);
    const port = upstreamPort ?? Number(incoming.url?.split(':').at(-1));
    const upstream = connect(port, '127.0.0.1', () => {
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
