import { expect, test } from 'vitest';
import { clientScopeProblems } from '../../src/config/client-scope.ts';

const issuer = 'https://login.example.com';
const problems = (client: object, accounts?: readonly string[]) =>
  clientScopeProblems({
    ...(accounts ? { aws: { accounts: [...accounts] } } : {}),
    issuers: [{ issuer, clients: [{ id: 'a', ...client }] }],
  }).map(({ severity, subject, text, hint }) => `${severity} ${subject}: ${text} ${hint}`);

test('a path without its account ends the run, and the replacement is given where there is one', () => {
  expect(problems({ for: ['/pricing-tools/'] }, ['111111111111'])).toEqual([
    `error client a of ${issuer}: for: "/pricing-tools/" names no account, and whoever gets that path would get the token. Write "111111111111/pricing-tools/".`,
  ]);
  expect(problems({ for: ['/pricing-tools/', '111111111111/*'] }, ['111111111111', '222222222222'])).toEqual([
    expect.stringContaining('Write the account before it'),
  ]);
  expect(problems({ for: ['111111111111/pricing-tools/', 'arn:aws:bedrock-agentcore:*:111111111111:*'] })).toEqual([]);
});

test.each([
  'https://pricing-tools-a1b2c3d4e5.gateway.bedrock-agentcore.us-east-1.amazonaws.com',
  'https://bedrock-agentcore.eu-west-1.amazonaws.com/runtimes/',
  'https://x.gateway.bedrock-agentcore.cn-north-1.amazonaws.com.cn/',
])('a host of AgentCore is none of the urls: %s', (url) => {
  expect(problems({ urls: ['https://tools.example.com/', url] })).toEqual([
    expect.stringContaining('is a host of AgentCore'),
  ]);
});
