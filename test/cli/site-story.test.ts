/** The story of a registry with no server, command by command as its page tells it. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gateway, jwt, runtime } from '../../sandbox/resources.ts';
import { world } from '../../sandbox/world.ts';
import { REQUESTS, takeList } from '../registries/static/vscode.ts';
import { CALLER, expectCode, startBench } from './cli.ts';

const DISCOVERY = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_shop/.well-known/openid-configuration';

/** The commands of the first block, without what they are said to do. */
const commands = (): readonly string[] => {
  const [, block = ''] = /```console\n(.*?)```/s.exec(readFileSync('docs/publish.md', 'utf8')) ?? [];
  return block.split('\n').flatMap((line) => /^\$ agentcore-sync (.*?)(?: +#.*)?$/.exec(line)?.[1] ?? []);
};

const ACCOUNT = world({
  accounts: {
    [CALLER]: {
      name: 'shop',
      regions: {
        'us-east-1': {
          gateways: [
            gateway({
              name: 'orders',
              description: 'Looks up orders',
              authorizer: jwt(DISCOVERY, { allowedClients: ['a'] }),
            }),
            gateway({ name: 'stock', description: 'Counts stock', authorizer: { type: 'AWS_IAM' } }),
          ],
          runtimes: [runtime({ name: 'planner', serverProtocol: 'A2A' })],
        },
      },
    },
  },
});

test('an AWS account and nothing else: each command of the page, and an editor lists the tools', async () => {
  const words = commands();
  expect(words.map((one) => one.split(' ')[0])).toEqual(['init', 'scan', 'apply', 'serve']);
  const bench = await startBench({ world: ACCOUNT });
  for (const file of Object.keys(bench.files())) rmSync(join(bench.folder, file));
  const [init = '', scan = '', apply = '', serve = ''] = words;
  for (const one of [init, scan, apply]) {
    const run = expectCode(await bench.step(one, { environment: { AWS_REGION: 'us-east-1' } }), 0);
    // A site proxies nothing: that a proxy can't sign is nobody's trouble here.
    expect(run.stdout + run.stderr).not.toContain('auth-iam');
  }
  const answers: Promise<unknown[]>[] = [];
  const served = await bench.run(`${serve} --port 0`, {
    onStart: (child) => {
      let said = '';
      child.stdout?.on('data', (chunk: string) => {
        said += chunk;
        const base = /listening on (http:\S+)\/\n/.exec(said)?.[1];
        if (base === undefined || answers.length > 0) return;
        const asked = [
          ...REQUESTS.probes(base).slice(0, 1),
          REQUESTS.list(base),
          REQUESTS.detail(base, 'com.example/stock'),
        ];
        answers.push(
          Promise.all(asked.map(async (url) => (await fetch(url)).json())).finally(() => void child.kill('SIGTERM')),
        );
      });
    },
  });
  expectCode(served, 0);
  const [, list, detail] = (await answers[0]) ?? [];
  expect(takeList(list)?.map(({ name }) => name)).toEqual(['com.example/orders', 'com.example/stock']);
  expect(detail).toMatchObject({ server: { packages: [{ identifier: 'mcp-proxy-for-aws' }] } });
  expect(bench.read('site/index.html')).toContain('2 servers');
});
