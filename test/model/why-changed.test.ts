import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWhyChanged, whyText } from '../../src/model/why-changed.ts';

const COMMIT = 'a1b2c3d'.padEnd(40, '0');

test('known reasons are one clause, and nothing known is none', () => {
  const aws = { at: '2026-11-21T14:02:11.000Z', version: '7' };
  const entry = { commit: COMMIT, date: '2026-11-20T09:00:00+01:00', fields: ['source.url'], request: 12 };
  expect(whyText({ aws, entry })).toBe(
    'probably because AWS changed it at 14:02 UTC on 2026-11-21 (version 7 of the runtime), and commit a1b2c3d (#12) changed source.url at 08:00 UTC on 2026-11-20',
  );
  expect(whyText({ aws: { at: aws.at } })).toBe('probably because AWS changed it at 14:02 UTC on 2026-11-21');
  const fields = ['a', 'b', 'c', 'd', 'e', 'f'];
  expect(whyText({ entry: { ...entry, fields } })).toContain('changed a, b, c, d and 2 more at');
  expect(whyText({})).toBe('');
  expect(readWhyChanged(JSON.parse(JSON.stringify({ aws, entry })))).toEqual({ aws, entry });
});

test('what another job says of reasons is data of this form, or nothing', () => {
  expect(readWhyChanged({ aws: { at: 'yesterday' }, entry: { commit: 'HEAD', date: '2026-01-01', fields: [] } })).toBe(
    undefined,
  );
  const entry = {
    commit: COMMIT,
    date: '2026-01-01',
    fields: ['x](http://evil.example.com)', 'source.url', 3],
    request: '1',
  };
  expect(readWhyChanged({ aws: { at: '2026-01-01', version: '@acme/all' }, entry })).toEqual({
    aws: { at: '2026-01-01' },
    entry: { commit: COMMIT, date: '2026-01-01', fields: ['source.url'] },
  });
  expect(readWhyChanged({ entry: { ...entry, fields: ['two words'] } })).toBe(undefined);
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      const read = readWhyChanged({ aws: { at: one, version: other }, entry: one });
      expect(read === undefined || whyText(read).startsWith('probably because ')).toBe(true);
    }),
  );
});
