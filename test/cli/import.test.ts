import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startBench } from './cli.ts';

const read = (folder: string, pattern: string): string =>
  readFileSync(join(folder, globSync(pattern, { cwd: folder })[0] ?? 'none'), 'utf8');

test('import keeps the path of what the old tool registered, and writes the rest by hand; the plan after it explains each line', async () => {
  const bench = await startBench();
  await bench.seed('scan');
  const entry = read(bench.folder, 'servers/222222222222/us-east-1/gateways/routing-*.yaml');
  const arn = /arn: (\S+)/.exec(entry)?.[1] ?? '';
  const url = /url: (\S+)/.exec(entry)?.[1] ?? '';
  bench.registry.seed({
    servers: [
      {
        path: '/old-routing',
        enabled: true,
        fields: {
          server_name: 'Routing',
          description: 'Routes',
          proxy_pass_url: url,
          tags: ['agentcore'],
          metadata: { source: 'agentcore-sync', gateway_arn: arn },
        },
      },
      {
        path: '/by-hand',
        enabled: true,
        fields: {
          server_name: 'By hand',
          description: 'Somebody',
          proxy_pass_url: 'https://hand.example.com/mcp',
          headers: [{ 'X-Key': 'very-secret' }],
        },
      },
    ],
  });
  const dry = await bench.step('import --dry-run');
  expect(dry.stdout).toContain('Would import');
  expect(globSync('servers/manual/**', { cwd: bench.folder })).toEqual([]);
  const done = await bench.run('import');
  expect(done.code).toBe(0);
  expect(done.stdout).toContain('Imported: ');
  expect(done.stdout).toContain('X-Key');
  expect(`${done.stdout}${done.stderr}`).not.toContain('very-secret');
  expect(read(bench.folder, 'servers/222222222222/us-east-1/gateways/routing-*.yaml')).toContain('path: /old-routing/');
  expect(read(bench.folder, 'servers/manual/*by-hand*')).not.toContain('very-secret');
  const plan = await bench.step('plan --adopt --output json');
  const { result } = JSON.parse(plan.stdout);
  const paths = result.registries[0].changes
    .filter(({ action }: { action: string }) => action !== 'create')
    .map(({ path, action }: { path: string; action: string }) => [path, action]);
  expect(paths).toContainEqual(['/old-routing', 'update']);
});

test('apply --expect writes nothing when the plan is another one than the saved', async () => {
  const bench = await startBench();
  await bench.seed('scan');
  expect((await bench.step('plan --out plan.json')).code).toBe(0);
  const file = join(
    bench.folder,
    globSync('servers/222222222222/us-east-1/gateways/routing-*.yaml', { cwd: bench.folder })[0] ?? '',
  );
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, `${before.trimEnd()}\n  description: Changed since\n`);
  const writes = () => bench.registry.requests.filter(({ method }) => method !== 'GET').length;
  const refused = await bench.step('apply --expect plan.json');
  expect(refused.code).toBe(1);
  expect(refused.stderr.replaceAll(/\s+/g, ' ')).toContain('/routing/: create with other values than expected');
  expect(writes()).toBe(0);
  writeFileSync(file, before);
  expect((await bench.step('apply --expect plan.json')).code).toBe(0);
  expect(writes()).toBeGreaterThan(0);
  expect((await bench.step('apply --expect nothing.json')).stderr).toContain('Reading the saved plan nothing.json');
});
