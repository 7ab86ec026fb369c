import { expect, test } from 'vitest';
import { envelopeOf, startBench } from '../cli/cli.ts';

test('what names no entry is told with what was meant; a path may be named without its slashes', async () => {
  const bench = await startBench();
  const hintOf = async (words: string): Promise<string | undefined> =>
    envelopeOf(await bench.step(`show ${words} --output json`)).problems[0]?.hint;
  expect(await hintOf('a')).toBe(
    'There are no files below servers here: run scan, or name another place with --directory.',
  );
  await bench.seed('scan');
  expect(await hintOf('/prising/')).toBe('Did you mean /pricing/?');
  expect(await hintOf('something-else-altogether')).toBe('Name a file below servers, or a path that one registers.');
  bench.write('servers/manual/broken.yaml', 'kind: server\n\tx\n');
  expect(await hintOf('something-else-altogether')).toBe('agentcore-sync validate says which files can not be read.');
  for (const words of ['/pricing/', '/pricing', 'pricing']) {
    expect((await bench.step(`show ${words}`)).stdout).toMatch(/^\/pricing\/ {2}server {2}servers\/.*\.yaml$/m);
  }
});
