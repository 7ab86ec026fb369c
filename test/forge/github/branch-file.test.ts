import { afterEach, expect, test } from 'vitest';
import { type Github, startGithub } from '../../../sandbox/github/server.ts';
import { readBranchFile, writeBranchFile } from '../../../src/forge/github/branch-file.ts';
import { isSyncError } from '../../../src/model/errors.ts';
import { openOn } from './support.ts';

const started: Github[] = [];
afterEach(async () => {
  for (const github of started.splice(0)) await github.stop();
});

const open = async () => {
  const github = await startGithub({ repository: 'acme/catalogue', files: { 'README.md': 'x' } });
  started.push(github);
  return openOn(github);
};

const FILE = { branch: 'agentcore-site', path: 'site/.agentcore-sync.json' };

test('a file alone on its branch is made, read and changed, each time on what was read', async () => {
  const repository = await open();
  const none = await readBranchFile(repository, FILE);
  expect(none).toEqual({});
  await writeBranchFile(repository, FILE, { text: 'one Ω', before: none, message: 'Keep it' });
  const one = await readBranchFile(repository, FILE);
  expect(one.text).toBe('one Ω');
  await writeBranchFile(repository, FILE, { text: 'two', before: one, message: 'Keep it' });
  expect((await readBranchFile(repository, FILE)).text).toBe('two');
  expect((await readBranchFile(repository, { ...FILE, path: 'other' })).text).toBeUndefined();
});

test('a branch that moved meanwhile is left as it is', async () => {
  const repository = await open();
  await writeBranchFile(repository, FILE, { text: 'one', before: {}, message: 'Keep it' });
  const seen = await readBranchFile(repository, FILE);
  await writeBranchFile(repository, FILE, { text: 'theirs', before: seen, message: 'Keep it' });
  for (const before of [seen, {}]) {
    const met: unknown = await writeBranchFile(repository, FILE, { text: 'ours', before, message: 'Keep it' }).catch(
      (error: unknown) => error,
    );
    expect(isSyncError(met, 'github') && met.code).toBe('conflict');
  }
  expect((await readBranchFile(repository, FILE)).text).toBe('theirs');
});
