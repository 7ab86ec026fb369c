import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startBench } from '../cli/cli.ts';
import { runAction } from './action.ts';

const commit = (folder: string, message: string): void => {
  const git = (...words: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false', ...words],
      { cwd: folder },
    );
  git('init', '--quiet');
  git('add', 'servers', 'agentcore-sync.yaml');
  git('commit', '--quiet', '--allow-empty', '--message', message);
};

test('a change that removes a protected entry, and lifts its own limit, is judged by what held before it', async () => {
  const bench = await startBench();
  await bench.run('scan');
  const file = join(
    bench.folder,
    globSync('servers/222222222222/us-east-1/gateways/routing-*.yaml', { cwd: bench.folder })[0] ?? '',
  );
  writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\n  protect: true\n`);
  commit(bench.folder, 'Protect routing');
  expect((await runAction(bench, { command: 'apply' })).code).toBe(0);
  expect(bench.registry.records().servers.map(({ path }) => path)).toContain('/routing/');

  rmSync(file);
  commit(bench.folder, 'Remove routing');
  const refused = await runAction(bench, { command: 'apply', 'allow-deletes': 'true' });
  expect(refused.code).toBe(1);
  expect(
    refused.commands.filter(({ name }) => name === 'error').map(({ properties }) => properties['title']),
  ).toContain('protected');
  expect(bench.registry.records().servers.map(({ path }) => path)).toContain('/routing/');
});

test('limits are those of the first parent', async () => {
  const bench = await startBench();
  const configuration = bench.read('agentcore-sync.yaml');
  await bench.run('scan');
  bench.write('agentcore-sync.yaml', `${configuration}\nlimits: { deletes: 0 }\n`);
  commit(bench.folder, 'Allow no deletes');
  expect((await runAction(bench, { command: 'apply' })).code).toBe(0);
  rmSync(
    join(
      bench.folder,
      globSync('servers/222222222222/us-east-1/gateways/routing-*.yaml', { cwd: bench.folder })[0] ?? '',
    ),
  );
  bench.write('agentcore-sync.yaml', `${configuration}\nlimits: { deletes: 100% }\n`);
  commit(bench.folder, 'Remove routing and the limit');
  const refused = await runAction(bench, { command: 'apply', 'allow-deletes': 'true' });
  expect(refused.code).toBe(1);
  expect(refused.commands.map(({ properties }) => properties['title'])).toContain('limit-deletes');
});
