import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectCode, runDoor, temporaryFolder } from './cli.ts';
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
