import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { expectCode } from '../cli/cli.ts';
import { startTokenBench } from '../cli/issuers.ts';
import { startStage } from './request-stage.ts';

/** A real forward proxy on loopback that goes where it is asked to; `ports`: what it was asked for. */
const startProxy = async (): Promise<{
  readonly environment: Readonly<Record<string, string>>;
  readonly ports: ReadonlySet<string>;
}> => {
  const ports = new Set<string>();
  const server = createServer((incoming, response) => {
    const { port, pathname, search } = new URL(incoming.url ?? '');
    ports.add(port);
    const { method, headers } = incoming;
    const outgoing = request({ host: '127.0.0.1', port, method, headers, path: `${pathname}${search}` }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    outgoing.on('error', () => response.destroy());
    incoming.pipe(outgoing);
  });
  server.on('connect', (incoming, client, head) => {
    const port = (incoming.url ?? '').split(':').at(-1) ?? '';
    ports.add(port);
    const upstream = connect(Number(port), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client);
      client.pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { environment: { HTTP_PROXY: `http://127.0.0.1:${port}` }, ports };
};

const portOf = (url: string): string => new URL(url).port;

test('the registry and the issuers are reached through the proxy of the environment', async () => {
  const proxy = await startProxy();
  const bench = await startTokenBench();
  expectCode(await bench.run('apply', { environment: proxy.environment }), 0);
  expect([...proxy.ports].sort()).toEqual([portOf(bench.registry.url), portOf(bench.issuer.issuer)].sort());
});

test('GitHub and AWS are reached through the proxy of the environment, and NO_PROXY leaves hosts out', async () => {
  const proxy = await startProxy();
  const { action, bench, github } = await startStage();
  expectCode(await action({ command: 'scan' }, proxy.environment), 0);
  expect([...proxy.ports].sort()).toEqual(
    [portOf(bench.aws.url), portOf(github.environment['GITHUB_API_URL'] ?? '')].sort(),
  );
  const direct = await startProxy();
  expectCode(await action({ command: 'scan' }, { ...direct.environment, NO_PROXY: '127.0.0.1' }), 0);
  expect([...direct.ports]).toEqual([]);
});
