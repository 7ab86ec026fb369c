import { expect, test } from 'vitest';
import { textsIn } from '../../src/verify/nested.ts';

test('texts of a value with hundreds of thousands of keys are all read', () => {
  const wide = Object.fromEntries(Array.from({ length: 150_000 }, (_, at) => [`key-${at}`, at]));
  expect(textsIn({ inputSchema: wide, name: 'a' })).toHaveLength(150_003);
});
