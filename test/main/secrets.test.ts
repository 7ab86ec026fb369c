/**
 * A whole story with every kind of secret there is, told with --debug: afterwards no output, file, log, summary or annotation
 * holds one of them, or a token, in any form; and a runner was told to mask each form.
 */
import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { secretArn } from '../../sandbox/aws/secrets.ts';
import { contentsOf, GITHUB_ISSUER } from '../../sandbox/world.ts';
import { maskForms } from '../../src/net/masks.ts';
import { RETAIL, type Run } from '../cli/cli.ts';
import { gatewayPath, gatewayText, heldBy, issuerFor, startTokenBench, variableOf } from '../cli/issuers.ts';
import { POOL_HOST, startPool } from '../cli/user-pool.ts';
import { type ActionRun, runAction, stepAction } from './action.ts';

const POOL = `https://${POOL_HOST}/us-east-1_abc`;
const AUDIENCE = 'urn:federated-issuer';
const REGISTRY_TOKEN = 'canary-registry-token';

const key = generateKeyPairSync('rsa', { modulusLength: 2048 });
const SECRETS = {
  retail: 'canary env/+%"\\secret',
  file: 'canary file secret',
  stored: 'canary-stored-secret',
  pool: 'canary+pool/secret=',
  signing: key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  refused: 'canary-refused-secret',
} as const;

const NAMES = ['retail', 'file', 'stored', 'pool', 'signing', 'job', 'refused'] as const;

/** One gateway for each kind of secret, each with a client of its own. */
const startStory = async () => {
  const bench = await startTokenBench({ registry: { tokens: { [REGISTRY_TOKEN]: { admin: true } } } });
  const contents = contentsOf(bench.aws.world, { account: RETAIL, region: 'us-east-1' });
  contents.userPools['us-east-1_abc'] = { pool: { secret: SECRETS.pool } };
  contents.secrets['client'] = JSON.stringify({ value: SECRETS.stored });
  const issuer = await issuerFor([
    { id: 'retail', secret: SECRETS.retail },
    { id: 'file', secret: SECRETS.file, method: 'client_secret_post' },
    { id: 'stored', secret: SECRETS.stored },
    { id: 'signing', publicJwk: { ...key.publicKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig' } },
    {
      id: 'job',
      federated: {
        issuer: GITHUB_ISSUER,
        subject: 'repo:example/catalogue:ref:refs/heads/main',
        audience: AUDIENCE,
        verify: bench.aws.idTokens.verify,
      },
    },
    { id: 'refused', secret: 'another' },
  ]);
  const pool = await startPool(bench, { issuer: POOL, client: 'pool', secret: SECRETS.pool });
  const arn = secretArn('aws', { account: RETAIL, region: 'us-east-1' }, 'client');
  const glob = (name: string): string => `for: ["${RETAIL}/${name}/"]`;
  bench.configure(
    [
      `  - issuer: ${issuer.issuer}`,
      '    clients:',
      `      - { id: retail, ${glob('retail')}, secret: { env: OAUTH_RETAIL } }`,
      `      - { id: file, ${glob('file')}, method: client_secret_post }`,
      `      - { id: stored, ${glob('stored')}, secret: { secretsmanager: "${arn}", key: value } }`,
      `      - { id: signing, ${glob('signing')}, secret: { env: OAUTH_SIGNING } }`,
      `      - { id: job, ${glob('job')}, secret: { github-oidc: { audience: "${AUDIENCE}" } } }`,
      `      - { id: refused, ${glob('refused')}, secret: { env: OAUTH_REFUSED } }`,
      `  - issuer: ${POOL}`,
      `    account: "${RETAIL}"`,
      `    clients: [{ id: pool, ${glob('pool')} }]`,
    ].join('\n'),
    `{ url: ${bench.registry.url}, token: { env: REGISTRY_TOKEN } }`,
  );
  for (const name of NAMES) {
    const discovery = name === 'pool' ? `${POOL}/.well-known/openid-configuration` : issuer.discoveryUrl;
    bench.write(gatewayPath(name), gatewayText(name, discovery, RETAIL, name));
  }
  bench.write('secrets.env', `${variableOf('file')}="${SECRETS.file}"\n`);
  const environment = {
    ...pool,
    ...bench.aws.jobEnvironment,
    [variableOf('retail')]: undefined,
    [variableOf('logistics')]: undefined,
    OAUTH_RETAIL: SECRETS.retail,
    OAUTH_SIGNING: SECRETS.signing,
    OAUTH_REFUSED: SECRETS.refused,
    REGISTRY_TOKEN,
  };
  return { bench, environment };
};

/** Everything of a run that somebody could read, but for the lines with which a runner is told what to hide. */
const readable = (run: Run & Partial<ActionRun>): string =>
  [
    run.stdout.replaceAll(/^::add-mask::.*$/gm, ''),
    run.stderr,
    run.summary ?? '',
    JSON.stringify(run.outputs ?? {}),
  ].join('\n');

/** What asks no issuer: one of them is trusted by a certificate authority that only a process can be started with. */
const OFFLINE: ReadonlySet<string> = new Set(['validate', 'plan']);

/** Files that hold secrets because somebody put them there. */
const OWN_FILES: ReadonlySet<string> = new Set(['secrets.env', '.token', 'authority.pem']);

test('no secret and no token of a whole story is told by anything', async () => {
  const { bench, environment } = await startStory();
  const runs: (Run & Partial<ActionRun>)[] = [];
  const act = async (command: string, more: Record<string, string> = {}): Promise<ActionRun> => {
    const inputs = { command, debug: 'true', ...more };
    const door = OFFLINE.has(command) ? stepAction : runAction;
    const run = await door(bench, inputs, environment);
    runs.push(run);
    return run;
  };
  const withFile = { 'env-file': 'secrets.env' };
  const tokens = new Set<string>();
  const note = (): void => {
    for (const one of Object.values(heldBy(bench))) if (one !== undefined) tokens.add(one);
  };

  await act('validate');
  await act('plan');
  const applied = await act('apply', withFile);
  note();
  expect(applied.stdout).toMatch(/registered without its credential/);
  const refreshed = await act('refresh', { ...withFile, arguments: NAMES.map((name) => `/${name}/`).join(' ') });
  note();
  expect(refreshed.stdout).toContain('Tokens: 6 renewed, 1 failed.');
  expect(refreshed.code).toBe(1);
  bench.registry.faults.add({
    path: /auth-credential$/,
    times: 2,
    fault: {
      kind: 'answer',
      status: 422,
      body: JSON.stringify({ detail: [{ msg: SECRETS.retail, input: REGISTRY_TOKEN }] }),
    },
  });
  await act('refresh', { ...withFile, output: 'json' });
  note();
  await act('verify', { ...withFile, arguments: '/pool/ /job/' });
  bench.registry.setToken(REGISTRY_TOKEN, { admin: true, expired: true });
  await act('apply', withFile);
  bench.registry.setToken(REGISTRY_TOKEN, { admin: true });
  const inActions = [...tokens];
  for (const words of [
    'refresh --debug --env-file secrets.env',
    'plan --debug --output json',
    'refresh --manifest none',
  ]) {
    runs.push(await bench.run(words, { environment }));
    note();
  }

  expect(tokens.size).toBeGreaterThanOrEqual(12);
  const secrets = [...Object.values(SECRETS), REGISTRY_TOKEN, ...tokens].flatMap((secret) => maskForms(secret));
  const pairs = NAMES.flatMap((name) => (name === 'job' ? [] : maskForms(SECRETS[name], name)));
  const jobTokens = bench.aws.jobEnvironment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? 'none';
  const all = [...new Set([...secrets, ...pairs, jobTokens, 'canary'])];
  const told = runs.map(readable).join('\n');
  expect(all.filter((form) => told.includes(form))).toEqual([]);
  // Nothing that has the form of a token or key is told at all, whoever made it.
  expect(told).not.toMatch(/eyJ[\w-]{10,}\.|PRIVATE KEY/);
  const files = Object.entries(bench.files()).filter(([file]) => !OWN_FILES.has(file));
  expect(files.filter(([, text]) => all.some((form) => text.includes(form))).map(([file]) => file)).toEqual([]);

  const masks = runs.flatMap(({ commands = [] }) => commands.filter(({ name }) => name === 'add-mask'));
  const masked = new Set(masks.map(({ data }) => data));
  const used = [...Object.values(SECRETS), REGISTRY_TOKEN, ...inActions].flatMap((secret) => maskForms(secret));
  expect([...used, ...pairs].filter((form) => !masked.has(form))).toEqual([]);
});
