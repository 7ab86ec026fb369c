import { expect, test } from 'vitest';
import { areBelow, urlPrefix } from '../../src/model/url-prefix.ts';

test.each([
  ['https://tools.example', 'https://tools.example/', true],
  ['https://tools.example', 'https://tools.example/any/path?q=1', true],
  ['https://tools.example/team/', 'https://tools.example/team', true],
  ['https://tools.example/team', 'https://tools.example/team/mcp', true],
  ['https://tools.example/team/', 'https://tools.example/team?x=1', true],
  ['https://tools.example/team/', 'https://tools.example/team-b/mcp', false],
  ['https://tools.example/team/', 'https://tools.example/', false],
  ['https://tools.example/team/', 'https://tools.example/team/../other', false],
  ['https://tools.example/team/', 'https://tools.example/team/%2e%2e/other', false],
  ['https://tools.example/team/', 'https://tools.example/team/..%2fother', false],
  ['https://tools.example/team/', 'https://tools.example/team%5c..%5cother', false],
  ['https://tools.example', 'https://tools.example.evil.net/', false],
  ['https://tools.example', 'https://tools.example:8443/', false],
  ['https://tools.example', 'http://tools.example/', false],
  ['https://tools.example', 'https://user@tools.example/', false],
  ['https://tools.example/?q=1', 'https://tools.example/?q=1', false],
  ['https://user:pw@tools.example/', 'https://tools.example/', false],
])('%s holds %s: %s', (prefix, url, held) => {
  expect(areBelow([url], [prefix])).toBe(held);
});

test('every URL must lie below one of them', () => {
  expect(areBelow(['https://a.example/x', 'https://b.example/y'], ['https://a.example', 'https://b.example/y/'])).toBe(
    true,
  );
  expect(areBelow(['https://a.example/x', 'https://c.example/y'], ['https://a.example', 'https://b.example'])).toBe(
    false,
  );
});

test('a prefix names an origin and a path, and nothing else', () => {
  expect(urlPrefix('https://tools.example')).toEqual({ origin: 'https://tools.example', path: '/' });
  expect(urlPrefix('https://tools.example/a/b')).toEqual({ origin: 'https://tools.example', path: '/a/b/' });
  expect(urlPrefix('HTTPS://Tools.Example:443')).toEqual({ origin: 'https://tools.example', path: '/' });
  for (const text of [
    'tools.example',
    'https://tools.example/?x',
    'https://u@tools.example',
    'https://tools.example/a%2fb',
  ]) {
    expect(urlPrefix(text)).toBeUndefined();
  }
});
