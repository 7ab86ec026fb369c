import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterEach, expect, test, vi } from 'vitest';
import { startAws } from '../../sandbox/aws/server.ts';
import { awsFailure } from '../../src/aws/failure.ts';
import { createAwsConnections } from '../../src/net/agents.ts';
import { scan, stopAll, twoAccounts } from '../discovery/scanning.ts';
import { listen, listenProxy } from '../net/servers.ts';

const stops: (() => unknown)[] = [];
afterEach(async () => {
  await stopAll();
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

test('every AWS client of a scan goes through the proxy of the environment', async () => {
  const aws = await startAws(twoAccounts());
  const proxy = await listenProxy(Number(new URL(aws.url).port));
  stops.push(() => aws.close(), proxy.stop);
  for (const [name, value] of Object.entries(aws.environment)) vi.stubEnv(name, value);
  // A name that nobody can resolve: only the proxy knows the way.
  vi.stubEnv('AWS_ENDPOINT_URL', 'http://aws.example');
  const environment = { HTTP_PROXY: `http://localhost:${proxy.port}` };
  const result = await scan({ aws: { regions: { type: 'all' } }, deps: { environment } });
  expect(result.sightings).toHaveLength(6);
  expect(proxy.asked.length).toBe(aws.figures.calls);
  expect(aws.figures.byCall['ec2:DescribeRegions']).toBe(2);
});

test('https goes through a tunnel, and NO_PROXY leaves a host out', async () => {
  const proxy = await listenProxy(1);
  stops.push(proxy.stop);
  const identify = async (environment: Record<string, string>, endpoint: string): Promise<unknown> => {
    const connections = createAwsConnections(environment, 5000);
    stops.push(() => connections.close());
    const client = new STSClient({
      region: 'us-east-1',
      endpoint,
      requestHandler: connections.handler,
      maxAttempts: 1,
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    });
    return client.send(new GetCallerIdentityCommand({})).catch((error: unknown) => error);
  };
  const environment = { https_proxy: `http://localhost:${proxy.port}`, no_proxy: 'localhost' };
  await identify(environment, 'https://sts.example');
  expect(proxy.asked).toEqual(['CONNECT sts.example:443']);
  await identify(environment, 'https://localhost:1');
  expect(proxy.asked).toHaveLength(1);
});

test('a tunnel that the proxy can not make has a code of its own', async () => {
  const proxy = await listen(() => undefined);
  proxy.server.on('connect', (_request, socket) => socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'));
  stops.push(proxy.stop);
  const connections = createAwsConnections({ https_proxy: `http://localhost:${proxy.port}` }, 5000);
  stops.push(() => connections.close());
  const client = new STSClient({
    region: 'us-east-1',
    endpoint: 'https://nowhere.example',
    requestHandler: connections.handler,
    maxAttempts: 1,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  const error = await client.send(new GetCallerIdentityCommand({})).catch((caught: unknown) => caught);
  expect(awsFailure(error)).toMatchObject({ kind: 'unavailable', code: 'ERR_PROXY_TUNNEL' });
});
