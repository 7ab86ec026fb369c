import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sarifRun } from '../report/sarif-schema.ts';
import { expectCode, startBench } from './cli.ts';
import { commandLineIn } from './in-process.ts';

test('--sarif writes what a run found, also where it fails, by paths from the root of the repository', async () => {
  const bench = await startBench();
  execFileSync('git', ['init', '--quiet'], { cwd: bench.folder });
  bench.write('team/agentcore-sync.yaml', bench.read('agentcore-sync.yaml'));
  bench.write('team/servers/manual/bad.yaml', 'kind: server\nregistration:\n  nonsense: 1\n');
  const here = { folder: join(bench.folder, 'team'), environment: bench.environment };
  const read = () => sarifRun(readFileSync(join(here.folder, 'found.sarif'), 'utf8'));

  expectCode(await commandLineIn(here, ['validate', '--sarif', 'found.sarif']), 1);
  const found = read();
  expect(found.results.length).toBeGreaterThan(0);
  for (const { ruleId, locations } of found.results) {
    expect(ruleId).toBe('schema');
    expect(locations[0].physicalLocation.artifactLocation.uri).toBe('team/servers/manual/bad.yaml');
  }
  expect(found.invocations[0].executionSuccessful).toBe(true);

  bench.write('team/servers/manual/bad.yaml', `# moved\n\n${bench.read('team/servers/manual/bad.yaml')}`);
  await commandLineIn(here, ['validate', '--sarif', 'found.sarif']);
  expect(read().results.map((one) => one.partialFingerprints)).toEqual(
    found.results.map((one) => one.partialFingerprints),
  );

  expectCode(await commandLineIn(here, ['validate', '--sarif', 'found.sarif', '--frobnicate']), 64);
  expect(read().invocations[0].executionSuccessful).toBe(false);
});

test('a plan has what is news and what is known, and a catalogue without problems no result', async () => {
  const bench = await startBench();
  await bench.seed('scan');
  await bench.seed('apply');
  expectCode(await bench.step('plan --sarif found.sarif'), 0);
  const { results } = sarifRun(bench.read('found.sarif'));
  expect(results.map(({ ruleId }) => ruleId)).toEqual(expect.arrayContaining(['auth-iam', 'credential-missing']));
  for (const file of Object.keys(bench.files()).filter((name) => /servers\/.*(stock|pricing)/.test(name)))
    bench.write(file, bench.read(file).replace(/^( {2}path: .*)$/m, '$1\n  enabled: false'));
  await bench.step('plan --sarif found.sarif');
  const iam = sarifRun(bench.read('found.sarif')).results.find(({ ruleId }) => ruleId === 'auth-iam');
  expect(iam).toMatchObject({ level: 'note', suppressions: [{ justification: 'enabled is false' }] });
});

test('a file that cannot be written is told, and the run fails', async () => {
  const bench = await startBench();
  const run = expectCode(await bench.step('validate --sarif nowhere/found.sarif'), 1);
  expect(run.stderr).toContain('nowhere/found.sarif');
  expect(run.stderr).toContain('ENOENT');
});
