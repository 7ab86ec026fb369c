import { expect, test } from 'vitest';
import { type Covered, coversResource, coversUrls, spansAccounts } from '../../src/credentials/coverage.ts';

const resource: Covered = {
  account: '111111111111',
  arn: 'arn:aws:bedrock-agentcore:us-east-1:111111111111:gateway/pricing-tools-a1b2c3d4e5',
  path: '/pricing-tools/',
};

test.each([
  ['111111111111/*', true],
  ['111111111111/pricing-tools', true],
  ['111111111111/pricing-tools/', true],
  ['111111111111/pricing-*', true],
  ['/pricing-tools/', false],
  ['/pricing-tools', false],
  ['/pricing-*', false],
  ['*', true],
  ['arn:aws:bedrock-agentcore:*:111111111111:gateway/pricing-tools-??????????', true],
  ['arn:aws:bedrock-agentcore:us-east-1:*:gateway/*', true],
  ['222222222222/*', false],
  ['111111111111/pricing', false],
  ['/pricing', false],
  ['/PRICING-TOOLS/', false],
  ['111111111111', false],
  ['arn:aws:bedrock-agentcore:us-east-1:222222222222:gateway/*', false],
  ['arn:*', false],
])('for: %s covers: %s', (pattern, covered) => {
  expect(coversResource({ id: 'a', for: [pattern] }, resource)).toBe(covered);
});

test('a star in one field of an ARN does not reach into the next', () => {
  const odd = { ...resource, arn: 'arn:aws:bedrock-agentcore:us-east-1:222222222222:x:111111111111:gateway/y' };
  const pattern = 'arn:aws:bedrock-agentcore:*:111111111111:gateway/*';
  expect(coversResource({ id: 'a', for: [pattern] }, odd)).toBe(false);
});

test('a client without `for` covers nothing', () => {
  expect(coversResource({ id: 'a' }, resource)).toBe(false);
});

test.each([
  [['111111111111/*'], false],
  [['111111111111/a', '111111111111/b'], false],
  [['arn:aws:bedrock-agentcore:*:111111111111:*', '111111111111/*'], false],
  [['111111111111/one-path/'], false],
  [['111111111111/*', '222222222222/*'], true],
  [['*'], true],
  [['1111*/x'], true],
  [['arn:aws:bedrock-agentcore:us-east-1:*:gateway/x'], true],
])('globs %j can reach several accounts: %s', (patterns, spans) => {
  expect(spansAccounts({ id: 'a', for: patterns })).toBe(spans);
});

test.each([
  [['https://tools.example/mcp'], true],
  [['https://tools.example/mcp', 'https://tools.example/sse'], true],
  [['https://tools.example/mcp', 'https://elsewhere.example/sse'], false],
  [['https://tools.example:8443/mcp'], false],
  [['http://tools.example/mcp'], false],
  [['https://tools.example.evil.example/mcp'], false],
  [['https://tools.example@evil.example/mcp'], false],
  [['https://user:pw@tools.example/mcp'], false],
  [['not a url'], false],
])('urls cover %j: %s', (urls, covered) => {
  expect(coversUrls({ id: 'a', urls: ['https://tools.example'] }, urls)).toBe(covered);
  expect(coversUrls({ id: 'a', urls: ['https://tools.example/other'] }, urls)).toBe(false);
  expect(coversUrls({ id: 'a' }, urls)).toBe(false);
});
