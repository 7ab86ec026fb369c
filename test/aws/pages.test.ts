import { expect, test } from 'vitest';
import { allPages } from '../../src/aws/pages.ts';

test('a page of hundreds of thousands is taken as any other', async () => {
  const items = Array.from({ length: 300_000 }, (_, at) => at);
  const { items: read, failure } = await allPages(async (token) => ({
    ok: true,
    value: { items, nextToken: token === undefined ? 'second' : undefined },
  }));
  expect([read.length, failure]).toEqual([600_000, undefined]);
});

test('a listing whose pages never end is given up, with what came until then', async () => {
  const items = Array.from({ length: 90_000 }, () => 'x');
  let pages = 0;
  const { items: read, failure } = await allPages(async () => {
    pages += 1;
    return { ok: true, value: { items, nextToken: `token-${pages}` } };
  });
  expect(failure).toMatchObject({ kind: 'malformed', code: 'TooMany' });
  expect(read.length).toBe(pages * items.length);
});
