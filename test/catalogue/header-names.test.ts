import { describe, expect, it } from 'vitest';
import { headerNameFindings } from '../../src/catalogue/header-names.ts';
import { manual, render } from '../engine/support.ts';

const names = (headers: Record<string, string>, authHeaderName?: string): string[] =>
  headerNameFindings(manual('tools', { headers, ...(authHeaderName ? { authHeaderName } : {}) }).value).map(
    ({ rule, pointer }) => `${rule} ${pointer?.at(-1)}`,
  );

describe('header names', () => {
  it.each([
    ['Host', 'content-length', 'Transfer-Encoding', 'TE', 'Trailer', 'Upgrade', 'Connection', 'Keep-Alive'],
    ['Proxy-Authorization', 'Proxy-Connection', 'Expect'],
    ['Forwarded', 'X-Forwarded-For', 'X-Forwarded-Host', 'X-Original-URL', 'X-Rewrite-Url', 'X-Real-IP', 'Via'],
    ['X-Authorization', 'X-Upstream-Url', 'X-User', 'X-Scopes'],
  ])('that change where a request goes or how it is read are refused: %s', (...refused) => {
    expect(names(Object.fromEntries(refused.map((name) => [name, 'x'])))).toEqual(
      refused.map((name) => `header-name ${name}`),
    );
    for (const name of refused) expect(names({}, name)).toEqual(['header-name authHeaderName']);
  });

  it('of a team are its own', () => {
    expect(
      names({ 'X-Team': 'a', Accept: 'text/plain', 'User-Agent': 'x', 'X-Api-Version': '1' }, 'X-API-Key'),
    ).toEqual([]);
  });

  it('are judged again where a registration is made', () => {
    const { registrations, withheld, problems } = render([manual('tools', { headers: { Host: 'evil.example.net' } })]);
    expect(registrations).toEqual([]);
    expect(withheld).toEqual(new Set(['manual/tools.yaml']));
    expect(problems.map(({ rule }) => rule)).toEqual(['header-name']);
  });
});

it("the tool's own mark in an entry's metadata reaches no registration", () => {
  const { registrations } = render([manual('tools', { metadata: { agentcore_sync: { owner: 'x' }, team: 'a' } })]);
  expect(registrations.map(({ metadata }) => metadata)).toEqual([{ team: 'a' }]);
});
