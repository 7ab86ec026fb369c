import { expect, it } from 'vitest';
import { changedTree } from '../../src/catalogue/changed-tree.ts';

it('changedTree creates, updates, renames and removes', () => {
  const before = new Map(Object.entries({ a: '1', b: '1', c: '1', d: '1' }));
  const after = changedTree(before, [
    { action: 'create', path: 'e', text: '1' },
    { action: 'update', path: 'a', before: '1', text: '2' },
    { action: 'replace', from: 'b', path: 'f', before: '1', text: '2' },
    { action: 'delete', path: 'c', before: '1' },
  ]);
  expect(Object.fromEntries(after)).toEqual({ a: '2', d: '1', e: '1', f: '2' });
  expect(before.size).toBe(4);
});
