import { generateKeyPairSync } from 'node:crypto';
import { inspect } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOSTILE_CASES, type HostileIssuers, startHostileIssuers } from '../../sandbox/issuer/hostile.ts';
import type { ClientProof } from '../../src/credentials/grant.ts';
import { tokenProblems } from '../../src/credentials/token-problems.ts';
import { createTokens, type TokenResult } from '../../src/credentials/tokens.ts';
import type { Issuer } from '../../src/model/generated/configuration.ts';
import { maskForms } from '../../src/net/masks.ts';
import { gateway } from './entries.ts';
import { type IssuerWorld, issuerWorld, jwtOf } from './fakes.ts';

const SECRET = 'canary-secret/+ "%';
const KEY = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();
const JOB_TOKEN = jwtOf({ sub: 'canary-job' });
const PROOFS: readonly (readonly [string, ClientProof])[] = [
  ['a secret', { type: 'secret', value: SECRET }],
  ['a key', { type: 'secret', value: KEY }],
  ['a job’s token', { type: 'github-oidc', audience: 'urn:issuer' }],
];
/** These never end by themselves: the time limit has tests of its own. */
const ENDLESS: ReadonlySet<string> = new Set(['document-drip', 'token-drip']);

let hostile: HostileIssuers;
let world: IssuerWorld;
beforeAll(async () => {
  hostile = await startHostileIssuers();
  world = issuerWorld({ idToken: async () => JOB_TOKEN }, '169.254.169.254');
});
afterAll(async () => {
  await Promise.all([hostile.close(), world.close()]);
});

const shown = (result: TokenResult): string => {
  const visible = result.type === 'token' ? { ...result, token: '(kept)' } : result;
  return inspect([visible, tokenProblems(result, '/x/')], { depth: 20, showHidden: true, getters: true });
};

test.each(PROOFS)('whatever an issuer answers to %s, nothing tells it', async (_name, proof) => {
  const cases = HOSTILE_CASES.filter((name) => !ENDLESS.has(name));
  const issuers: Issuer[] = cases.map((name) => ({
    issuer: hostile.issuer(name),
    clients: [{ id: 'sync', for: ['111111111111/*'] }],
  }));
  const tokens = createTokens({ ...world.deps, issuers, proofOf: async () => proof, concurrency: 8 });
  const entries = issuers.map(({ issuer }) =>
    gateway({ authorizer: { discoveryUrl: `${issuer}/.well-known/openid-configuration` } }),
  );
  const results = await Promise.all(entries.map((entry) => tokens.tokenFor(entry)));
  const told = results.map(shown).join('\n');
  const secrets = [...maskForms(SECRET, 'sync'), ...maskForms(KEY, 'sync'), ...maskForms(JOB_TOKEN), 'canary-'];
  expect(secrets.filter((form) => told.includes(form))).toEqual([]);
  expect(told).not.toMatch(/eyJ[\w-]+\.eyJ/);
  const good = results.filter(({ type }) => type === 'token').length;
  expect(cases.filter((_, at) => results[at]?.type === 'token')).toEqual([
    'good',
    'expires-digits',
    'expires-absent',
    'expires-endless',
  ]);
  expect(results.filter(({ type }) => type === 'failed')).toHaveLength(cases.length - good);
});
