/** The registry's own token: from an issuer, from GitHub, renewed in the middle of a run, and told when it is refused. */
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { listen, stop } from '../../sandbox/issuer/listen.ts';
import type { FaultKind } from '../../sandbox/registry/registry.ts';
import { expectCode, LOGISTICS, RETAIL } from './cli.ts';
import { issuerFor, issuerLines, secretOf, startTokenBench, variableOf } from './issuers.ts';

const [FIRST, SECOND] = ['canary-registry-token-1', 'canary-registry-token-2'];
const SECRET = { [variableOf('registry')]: secretOf('registry') };

const issued = (token: string) => ({
  at: 'token' as const,
  status: 200,
  body: JSON.stringify({ access_token: token, token_type: 'Bearer', expires_in: 3600 }),
});

/** A registry whose token comes from an issuer that gives these tokens, one after the other. */
const benchWith = async (...tokens: readonly string[]) => {
  const bench = await startTokenBench({
    registry: { tokens: { [FIRST]: { admin: true }, [SECOND]: { admin: true } } },
  });
  bench.write('.token', JSON.stringify({ token: FIRST, registry: bench.registry.url }));
  await bench.seed('apply', { refresh: 'false' });
  bench.write('.token', '');
  const login = await issuerFor(['registry']);
  login.failNext(...tokens.map(issued));
  bench.configure(
    [
      issuerLines(bench.issuer, { retail: `${RETAIL}/*`, logistics: `${LOGISTICS}/*` }),
      `  - issuer: ${login.issuer}\n    clients: [{ id: registry }]`,
    ].join('\n'),
    `{ url: ${bench.registry.url}, token: { issuer: "${login.issuer}", client: registry } }`,
  );
  bench.registry.requests.splice(0);
  return { bench, login };
};

const used = ({ bench }: Awaited<ReturnType<typeof benchWith>>): readonly string[] => [
  ...new Set(bench.registry.requests.map(({ headers }) => String(headers['authorization']).replace('Bearer ', ''))),
];

test.each(['plan', 'refresh --no-scan', 'apply'])('%s takes it from an issuer, once', async (words) => {
  const world = await benchWith(FIRST);
  const run = expectCode(await world.bench.step(words, { environment: SECRET }), 0);
  expect(used(world)).toEqual([FIRST]);
  expect(world.login.requests.map(({ at, client }) => [at, client])).toEqual([
    ['document', undefined],
    ['token', 'registry'],
  ]);
  expect(`${run.stdout}${run.stderr}`).not.toContain('canary');
});

const REFUSALS: readonly (readonly [string, FaultKind])[] = [
  ['401', { kind: 'answer', status: 401, body: '{"detail":"Unauthorized"}' }],
  ["the proxy's 403", { kind: 'answer', status: 403, body: '{"error":"Access forbidden"}' }],
  ['a 500 page', { kind: 'answer', status: 500, body: '<html><title>500</title></html>', type: 'html' }],
  ['a redirect to a login', { kind: 'answer', status: 302, body: '', headers: { location: '/login' } }],
];

test.each(REFUSALS)('%s in the middle of a run gets a new token, and the run goes on', async (_, fault) => {
  const world = await benchWith(FIRST, SECOND);
  world.bench.registry.faults.add({ path: /auth-credential$/, nth: 2, fault });
  const run = await world.bench.step('refresh --no-scan --concurrency 1', { environment: SECRET });
  expect(expectCode(run, 0).stdout).toContain('Tokens: 3 renewed.');
  expect(used(world)).toEqual([FIRST, SECOND]);
  expect(`${run.stdout}${run.stderr}`).not.toContain('canary');
});

test.each(REFUSALS)('%s for good is told as what it is', async (_, fault) => {
  const world = await benchWith(FIRST, SECOND);
  world.bench.registry.faults.add({ times: Number.POSITIVE_INFINITY, fault });
  const run = expectCode(await world.bench.step('refresh --debug', { environment: SECRET }), 1);
  expect(run.stderr).toMatch(/the registry's token is expired or wrong/);
  expect(run.stderr).not.toMatch(/<html|canary/);
});

test('an issuer that refuses the client is told, and nothing is asked of the registry', async () => {
  const { bench } = await benchWith();
  const environment = { [variableOf('registry')]: 'canary-wrong' };
  const run = expectCode(await bench.step('refresh', { environment }), 1);
  expect(run.stderr).toMatch(/client registry of [\s\S]* 401\s+invalid_client/);
  expect(run.stderr).not.toContain('canary');
  expect(bench.registry.requests).toEqual([]);
});

const JOB_TOKEN = 'canaryheader.canarybody.canarysignature';

/** GitHub's endpoint for a job's OIDC tokens, with the audiences that it was asked for. */
const startIdTokens = async () => {
  const audiences: (string | null)[] = [];
  const server = createServer((request, response) => {
    audiences.push(new URL(request.url ?? '/', 'http://localhost').searchParams.get('audience'));
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ value: JOB_TOKEN }));
  });
  const origin = await listen(server);
  onTestFinished(() => stop(server));
  const environment = { ACTIONS_ID_TOKEN_REQUEST_URL: `${origin}/?v=1`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'canary-job' };
  return { audiences, environment };
};

test('GitHub’s token for the registry’s own audience, and never for one that AWS takes', async () => {
  const { bench } = await benchWith();
  const { audiences, environment } = await startIdTokens();
  bench.registry.setToken(JOB_TOKEN, { admin: true });
  const configure = (audience: string) =>
    bench.configure(
      issuerLines(bench.issuer, { retail: `${RETAIL}/*`, logistics: `${LOGISTICS}/*` }),
      `{ url: ${bench.registry.url}, token: { github-oidc: { audience: "${audience}" } } }`,
    );
  configure('https://registry.example.com');
  const run = expectCode(await bench.step('refresh --no-scan', { environment }), 0);
  expect(new Set(audiences)).toEqual(new Set(['https://registry.example.com']));
  expect(`${run.stdout}${run.stderr}`).not.toContain('canary');
  configure('sts.amazonaws.com');
  audiences.splice(0);
  const refused = expectCode(await bench.step('refresh --no-scan', { environment }), 1);
  expect(refused.stderr).toMatch(/also opens AWS/);
  expect(audiences).toEqual([]);
});
