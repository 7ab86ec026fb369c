/** Providers whose pool the stack makes, against the runtimes behind their targets: which of the two must change. */
import { expect, test } from 'vitest';
import { checkDefinition } from '../../src/gateways/check.ts';
import { standingFindings } from '../../src/gateways/made-providers.ts';
import type { RuntimeFacts } from '../../src/gateways/world.ts';
import { ACCOUNT, definitionOf, REGION, RUNTIME, signed, worldOf } from './definitions.ts';

const POOL = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Pool1/.well-known/openid-configuration';

const runtime = (authorizer: Partial<RuntimeFacts['authorizer']>): RuntimeFacts => ({
  account: ACCOUNT,
  region: REGION,
  name: 'calc',
  arn: RUNTIME,
  authorizer: { type: 'CUSTOM_JWT', discoveryUrl: POOL, ...authorizer },
});

const text = (scopes = '[pricing-m2m/read]', named = 'calc'): string =>
  signed(
    'providers: { m2m: { type: cognito, scopes: [read, write] } }',
    'targets:',
    `  - { name: t, type: mcpServer, runtime: "${named}", outbound: { type: oauth, provider: m2m, scopes: ${scopes} } }`,
  );

const told = (authorizer: Partial<RuntimeFacts['authorizer']>, definition = text()) =>
  checkDefinition(definitionOf(definition), worldOf({ runtimes: [runtime(authorizer)] }), 'deploy').problems.map(
    (problem) => `${problem.severity} ${problem.text} ${problem.hint ?? ''}`,
  );

test('a runtime that may accept the pool is nothing to tell, by its name and by its ARN', () => {
  expect(told({})).toEqual([]);
  expect(told({ scopes: ['pricing-m2m/read'] }, text(undefined, RUNTIME))).toEqual([]);
});

test.each([
  ['another issuer', 'https://idp.example.com/.well-known/openid-configuration'],
  ['a pool of another Region', POOL.replaceAll('us-east-1', 'eu-west-1')],
  ['a host that only looks like it', POOL.replace('amazonaws.com', 'amazonaws.com.evil.example')],
])('a runtime that accepts %s can’t be right: it must change, and in which order', (_, discoveryUrl) => {
  const [one = '', ...more] = told({ discoveryUrl });
  expect(more).toEqual([]);
  expect(one).toContain(
    `error The provider m2m gets tokens of a pool that the stack makes in us-east-1; the runtime calc accepts those of ${discoveryUrl}.`,
  );
  expect(one).toContain(
    'The runtime must change. Deploy without this target first: that prints DiscoveryUrlM2m and ClientIdM2m.',
  );
});

test('scopes: what the pool does not have, what the runtime does not take, and which of the two must change', () => {
  expect(told({}, text('[read]'))).toEqual([
    expect.stringContaining(
      'The target asks for read; the pool of the provider m2m has pricing-m2m/read, pricing-m2m/write.',
    ),
  ]);
  expect(told({ scopes: ['pricing-m2m/write'] })).toEqual([
    expect.stringContaining("Add pricing-m2m/write to the target's outbound.scopes."),
  ]);
  expect(told({ scopes: ['other/read'] })).toEqual([
    expect.stringContaining('The runtime must change: its allowed scopes name none'),
  ]);
});

test('once the stack stands its pool and client are compared exactly', () => {
  const outputs = new Map([
    ['DiscoveryUrlM2m', POOL],
    ['ClientIdM2m', 'abc'],
  ]);
  const standing = (authorizer: Partial<RuntimeFacts['authorizer']>) =>
    standingFindings(definitionOf(text()), worldOf({ runtimes: [runtime(authorizer)] }), outputs).map(
      (one) => one.text,
    );
  expect(standing({ clients: ['abc'] })).toEqual([]);
  expect(standing({})).toEqual([]);
  expect(standing({ clients: ['xyz'] })).toEqual([
    `The provider m2m gets tokens of ${POOL} as abc; the runtime calc accepts those of ${POOL} for xyz.`,
  ]);
  expect(standing({ discoveryUrl: POOL.replace('Pool1', 'Pool2') })).toHaveLength(1);
  expect(
    standingFindings(definitionOf(text()), worldOf({ runtimes: [runtime({ clients: ['xyz'] })] }), new Map()),
  ).toEqual([]);
});
