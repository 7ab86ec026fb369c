import { expect, onTestFinished, test } from 'vitest';
import { expectCode } from '../cli/cli.ts';
import { startTokenBench } from '../cli/issuers.ts';
import { listenProxy } from '../net/servers.ts';
import { startStage } from './request-stage.ts';

/** A proxy that goes where it is asked to; `ports`: what it has been asked for. */
const startProxy = async () => {
  const proxy = await listenProxy();
  onTestFinished(proxy.stop);
  const ports = (): string[] => [
    ...new Set(proxy.asked.map((line) => portOf(line.replace(/^CONNECT /, 'http://').replace(/^[A-Z]+ /, '')))),
  ];
  return { environment: { HTTP_PROXY: proxy.url }, ports };
};

const portOf = (url: string): string => new URL(url).port;

test('the registry, the issuers and AWS are reached through the proxy of the environment', async () => {
  const proxy = await startProxy();
  const bench = await startTokenBench();
  expectCode(await bench.run('apply', { environment: proxy.environment }), 0);
  expect(proxy.ports().sort()).toEqual(
    [portOf(bench.registry.url), portOf(bench.issuer.issuer), portOf(bench.aws.url)].sort(),
  );
});

test('GitHub and AWS are reached through the proxy of the environment, and NO_PROXY leaves hosts out', async () => {
  const proxy = await startProxy();
  const { action, bench, github } = await startStage();
  expectCode(await action({ command: 'scan' }, proxy.environment), 0);
  expect(proxy.ports().sort()).toEqual(
    [portOf(bench.aws.url), portOf(github.environment['GITHUB_API_URL'] ?? '')].sort(),
  );
  const direct = await startProxy();
  expectCode(await action({ command: 'scan' }, { ...direct.environment, NO_PROXY: '127.0.0.1' }), 0);
  expect(direct.ports()).toEqual([]);
});
