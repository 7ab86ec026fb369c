import { expect, test } from 'vitest';
import { lockRequestBody } from '../../src/report/lock-request.ts';
import { reachedState, toldStates } from '../../src/requests/reached-state.ts';

const told = (states: unknown) => toldStates(JSON.stringify(states));
const server = { path: '/prices/', enabled: true };

test('what another job told is known by path, and what it did not tell is not guessed', () => {
  const off = told([{ path: '/prices', since: 1_763_000_000, notIn: ['staging'] }]);
  expect(reachedState(server, { disables: true, told: off })).toEqual({
    type: 'disabled',
    since: 1_763_000_000,
    notIn: ['staging'],
  });
  expect(reachedState({ ...server, path: '/other/' }, { disables: true, told: off })).toEqual({ type: 'enabled' });
  expect(reachedState(server, { disables: false, told: undefined })).toEqual({ type: 'enabled' });
  expect(reachedState(server, { disables: true, told: undefined })).toEqual({ type: 'unknown' });
  expect(reachedState({ ...server, enabled: false }, { disables: true, told: undefined })).toEqual({
    type: 'not-enabled',
  });
});

test.each([
  '{}',
  'x',
  '[1]',
  '[{"path":1,"since":1,"notIn":[]}]',
  '[{"path":"/a","since":1e30,"notIn":[]}]',
  '[{"path":"/a","since":-1,"notIn":[]}]',
  '[{"path":"/a","since":1,"notIn":["<b>"]}]',
  '[{"path":"/a","since":1}]',
])('what is not of its form is refused: %s', (text) => {
  expect(() => toldStates(text)).toThrow('expected the output disabled of disable');
});

test('a pull request says first whether clients still reach what changed', () => {
  const bodyOf = (state: ReturnType<typeof reachedState>): string =>
    lockRequestBody([{ path: '/prices/', file: 'x', state, isFirst: false, items: [] }], 10_000);
  expect(bodyOf({ type: 'enabled' })).toMatch(/^<code>\/prices\/<\/code> Still enabled&#58; who calls it/);
  expect(bodyOf({ type: 'unknown' })).toMatch(/^<code>\/prices\/<\/code> Not known whether it is still enabled/);
  expect(bodyOf({ type: 'disabled', since: 1_763_000_000, notIn: ['staging', 'site'] })).toMatch(
    /Disabled since 02&#58;13 UTC on 2025-11-13, but not in staging, site\. Merging this enables it again\./,
  );
});
