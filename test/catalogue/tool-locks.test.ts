import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readDirectory } from '../../src/catalogue/read-directory.ts';
import { lockedIn, lockPath, readLockOf, readLocks } from '../../src/catalogue/tool-locks.ts';
import { writeToolsLock } from '../../src/document/tools-lock.ts';
import type { ToolsLock } from '../../src/model/tools-lock.ts';

const lock: ToolsLock = {
  server: { name: 'prices' },
  tools: [{ name: 'lookup', description: 'Finds a price.', digest: `sha256:${'0'.repeat(64)}` }],
  prompts: [],
  resourceTemplates: [],
  skills: [],
};

const textOf = (one: ToolsLock): string => {
  const made = writeToolsLock(one);
  return 'text' in made ? made.text : '';
};

it('lies beside its entry, by the name of the endpoint where it has one', () => {
  const file = '111111111111/us-east-1/runtimes/planner-1.yaml';
  expect(lockPath({ file })).toBe('111111111111/us-east-1/runtimes/planner-1.tools.lock.yaml');
  expect(lockPath({ file, endpoint: 'prod' })).toBe('111111111111/us-east-1/runtimes/planner-1.prod.tools.lock.yaml');
  const tree = new Map([['manual/a.tools.lock.yaml', textOf(lock)]]);
  expect(readLockOf(tree, { file: 'manual/a.json' }, 'servers')).toEqual({ lock });
  expect(readLockOf(tree, { file: 'manual/b.yaml' }, 'servers')).toBeUndefined();
});

it('gives all locks, and the place of what is wrong with one', () => {
  const tree = new Map([
    ['manual/a.yaml', 'kind: server\n'],
    ['manual/a.tools.lock.yaml', textOf(lock)],
    ['manual/b.tools.lock.yaml', `${textOf(lock)}more: 1\n`],
  ]);
  const { locks, problems } = readLocks(tree, 'servers');
  expect(locks).toEqual(new Map([['manual/a.tools.lock.yaml', lock]]));
  expect(problems).toMatchObject([
    { rule: 'schema', place: { file: 'servers/manual/b.tools.lock.yaml', line: 12, column: 1 } },
  ]);
});

it('is read where it is larger than an entry may be', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'locks-'));
  try {
    const large: ToolsLock = { ...lock, server: { name: 'prices', instructions: 'x'.repeat(1024 * 1024) } };
    await writeFile(join(directory, 'a.tools.lock.yaml'), textOf(large));
    await writeFile(join(directory, 'b.tools.lock.yaml'), 'x'.repeat(4 * 1024 * 1024 + 1));
    const { tree, refused } = await readDirectory(directory);
    expect(readLocks(tree, directory).locks.get('a.tools.lock.yaml')).toEqual(large);
    expect(refused).toEqual(new Set(['b.tools.lock.yaml']));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});

it('counts what was reviewed of a resource and of its endpoints; a lock that can not be read counts as none', () => {
  const place = '111111111111/us-east-1';
  const key = { kind: 'runtime', account: '111111111111', region: 'us-east-1' } as const;
  const tree = new Map([
    [`${place}/runtimes/planner-1.tools.lock.yaml`, textOf(lock)],
    [`${place}/runtimes/planner-1.prod.tools.lock.yaml`, textOf({ ...lock, tools: [] })],
    [`${place}/runtimes/broken-1.tools.lock.yaml`, 'kind: tools-lock\n'],
  ]);
  const locked = lockedIn(tree, 'servers');
  expect(locked({ ...key, id: 'planner-1' })).toEqual({ tools: 1, prompts: 0, resourceTemplates: 0, skills: 0 });
  expect(locked({ ...key, id: 'planner-1' }, 'prod')?.tools).toBe(0);
  expect(locked({ ...key, id: 'planner-1' }, 'test')).toBeUndefined();
  expect(locked({ ...key, id: 'broken-1' })).toBeUndefined();
  expect(locked({ ...key, id: 'other-1' })).toBeUndefined();
});
