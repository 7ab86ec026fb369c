/** What the file system refuses is told with what it was, in words and by its code. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileFailure } from '../../src/model/file-failure.ts';
import { expectCode, startBench } from './cli.ts';

test.each([
  ['ENOSPC', 'no space is left on it (ENOSPC)'],
  ['EACCES', 'this user may not write there (EACCES)'],
  ['EROFS', 'it is mounted read-only (EROFS)'],
  ['EUNHEARD', 'the file system refused it (EUNHEARD)'],
])('%s', (code, text) => {
  expect(fileFailure(Object.assign(new Error('x'), { code }))).toBe(text);
});

const isRoot = process.getuid?.() === 0;

describe('at the door', () => {
  test('a plan can not be saved to a folder, nor into one that does not exist', async () => {
    const bench = await startBench();
    await bench.seed('scan');
    mkdirSync(join(bench.folder, 'there'));
    expect(expectCode(await bench.step('plan --out there'), 1).stderr).toContain(
      'Saving the plan to there: it is a folder (EISDIR).',
    );
    expect(expectCode(await bench.step('plan --out nowhere/plan.json'), 1).stderr).toContain(
      'Saving the plan to nowhere/plan.json: there is no such folder (ENOENT).',
    );
  });

  test('a file that can not be written whole leaves no part of it behind', async () => {
    const write = `
      import { writeDirectory } from ${JSON.stringify(join(import.meta.dirname, '../../src/catalogue/write-directory.ts'))};
      await writeDirectory('servers', [{ action: 'create', path: 'manual/a.yaml', text: 'x'.repeat(4096) }]).catch(
        (error) => console.log(error.message),
      );
    `;
    const { folder } = await startBench();
    // A process that may write files of a kilobyte: as where there is no space, the first part of it is written.
    const limited = spawnSync(
      'bash',
      ['-c', 'ulimit -f 1; exec "$0" --input-type=module-typescript -', process.execPath],
      {
        cwd: folder,
        input: write,
        encoding: 'utf8',
      },
    );
    expect(limited.stdout).toBe(
      'Writing servers/manual/a.yaml: the file is larger than this process may write (EFBIG).\n',
    );
    expect(readdirSync(join(folder, 'servers/manual'))).toEqual([]);
  });

  test.skipIf(isRoot)('a scan into a folder that this user may not write to', async () => {
    const bench = await startBench();
    mkdirSync(join(bench.folder, 'servers'));
    chmodSync(join(bench.folder, 'servers'), 0o500);
    const { stderr } = expectCode(await bench.step('scan'), 1);
    expect(stderr).toContain('this user may not write there (EACCES)');
  });
});
