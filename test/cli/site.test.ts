import { once } from 'node:events';
import { existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { envelopeOf, expectCode, runDoor, startBench, temporaryFolder } from './cli.ts';
import { commandIn, commandLineIn } from './in-process.ts';

const CONFIGURATION = `owner: platform-catalogue
defaults: { visibility: public }
registries:
  site: { type: static, namespace: com.example, title: Our servers, expose: [owners] }
`;

const server = (path: string, description: string): string =>
  `kind: server\nregistration:\n  path: /${path}/\n  name: ${path}\n  description: ${description}\n  url: https://tools.example.com/${path}\n`;

const catalogue = (files: Readonly<Record<string, string>>) => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'servers/manual'), { recursive: true });
  writeFileSync(join(folder, 'agentcore-sync.yaml'), CONFIGURATION);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'servers/manual', name), text);
  return { folder, environment: {} };
};

const TWO = { 'orders.yaml': server('orders', 'Looks up orders'), 'stock.yaml': server('stock', 'Counts stock') };

const step = (place: ReturnType<typeof catalogue>, ...words: string[]) => commandLineIn(place, words);

test('apply makes the site of a configuration that has no other registry, and plan tells what it would do', async () => {
  const place = catalogue(TWO);
  const planned = expectCode(await step(place, 'plan'), 0);
  expect(planned.stdout).toContain('/orders/');
  expect(existsSync(join(place.folder, 'site'))).toBe(false);
  expectCode(await step(place, 'apply'), 0);
  const list = JSON.parse(readFileSync(join(place.folder, 'site/v0.1/servers/index.html'), 'utf8'));
  expect(list.servers.map((one: { server: { name: string } }) => one.server.name)).toEqual([
    'com.example/orders',
    'com.example/stock',
  ]);
  expect(readFileSync(join(place.folder, 'site/index.html'), 'utf8')).toContain('Our servers');
  expectCode(await step(place, 'plan', '--exit-code'), 0);
});

test('what may not be seen is counted, with its reasons, and is no failure', async () => {
  const hidden = server('secret', 'Nobody sees it').replace('  url:', '  visibility: internal\n  url:');
  const place = catalogue({ ...TWO, 'secret.yaml': hidden });
  const applied = expectCode(await step(place, 'apply'), 0);
  expect(`${applied.stdout}${applied.stderr}`).toContain(
    '1 left out: internal, and the audience of this site is public.',
  );
  expect(readFileSync(join(place.folder, 'site/index.html'), 'utf8')).not.toContain('secret');
});

test('serve answers what VS Code asks, says where, and ends with 0', async () => {
  const place = catalogue(TWO);
  expectCode(await step(place, 'apply'), 0);
  const answers: Promise<unknown[]>[] = [];
  const run = await runDoor('cli', ['serve', '--port', '0'], {
    folder: place.folder,
    onStart: (child) => {
      let said = '';
      child.stdout?.on('data', (chunk: string) => {
        said += chunk;
        const base = /listening on (http:\S+)\/\n/.exec(said)?.[1];
        if (base === undefined || answers.length > 0) return;
        const asked = [
          `${base}/v0.1/servers?limit=1`,
          `${base}/v0.1/servers?limit=50&version=latest&search=stock`,
          `${base}/v0.1/servers/com.example%2Forders/versions/latest`,
        ];
        answers.push(
          Promise.all(asked.map(async (url) => (await fetch(url)).json())).finally(() => void child.kill('SIGTERM')),
        );
      });
    },
  });
  expectCode(run, 0);
  expect(await answers[0]).toMatchObject([
    { servers: [{ server: { name: 'com.example/orders' } }], metadata: { count: 1, nextCursor: expect.any(String) } },
    { servers: [{ server: { name: 'com.example/stock' } }], metadata: { count: 1 } },
    { server: { name: 'com.example/orders', version: '1.0.0' } },
  ]);
});

test('serve without a site, or without a registry that is one, says what to do', async () => {
  const none = await step(catalogue(TWO), 'serve');
  expect(expectCode(none, 1).stderr).toContain('Run apply first: it makes the site.');
  const place = catalogue(TWO);
  writeFileSync(join(place.folder, 'agentcore-sync.yaml'), 'owner: platform-catalogue\n');
  const without = await commandIn(place, { command: 'serve' });
  expect(without.problems.map(({ text }) => text)).toEqual(['serve: expected a registry of type static, met none']);
});

/** A host of a site on this machine, which does one thing otherwise. */
const hostOf = async (folder: string, answer: (path: string) => number | undefined): Promise<string> => {
  const site = join(folder, 'site');
  const server = createServer((request, response) => {
    const path = decodeURI(new URL(request.url ?? '/', 'http://host').pathname);
    const file = [join(site, path), join(site, path, 'index.html')].find(
      (one) => lstatSync(one, { throwIfNoEntry: false })?.isFile() === true,
    );
    const status = answer(path) ?? (file === undefined ? 404 : 200);
    response.writeHead(status, status === 200 ? { 'Access-Control-Allow-Origin': '*' } : {});
    response.end(status === 200 && file !== undefined ? readFileSync(file) : undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
};

test('doctor asks the host of a site what its clients ask, and says what would break', async () => {
  const bench = await startBench();
  bench.write('agentcore-sync.yaml', CONFIGURATION);
  for (const [name, text] of Object.entries(TWO)) bench.write(`servers/manual/${name}`, text);
  expectCode(await bench.step('apply'), 0);
  const failed = async (host: string): Promise<readonly string[]> => {
    const { stdout } = await bench.step(`doctor --to site --url ${host} --output json`);
    const rows = envelopeOf({ stdout }).result?.['checks'] as readonly { check: string; state: string; met: string }[];
    const asked = rows.filter(({ check }) => /VS Code|Copilot|AI Catalog|^state$/.test(check));
    expect(asked).toHaveLength(5);
    return asked.filter(({ state }) => state !== 'ok').map(({ check, met }) => `${check}: ${met}`);
  };
  const withoutState = (path: string): number | undefined => (path.endsWith('.agentcore-sync.json') ? 404 : undefined);
  expect(await failed(await hostOf(bench.folder, withoutState))).toEqual([]);
  expect(await failed(await hostOf(bench.folder, (path) => (path.includes('%2F') ? 404 : undefined)))).toEqual([
    'VS Code: server: 404 for com.example/orders with %2F in its address: it counts as absent',
    "state: .agentcore-sync.json is published: its marks are nobody's business",
  ]);
});
