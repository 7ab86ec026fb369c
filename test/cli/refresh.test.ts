import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { type Envelope, envelopeOf, expectCode, LOGISTICS, onlyRegistry, RETAIL, type Run, rulesOf } from './cli.ts';
import {
  gatewayPath,
  gatewayText,
  heldBy,
  issuerFor,
  issuerLines,
  secretOf,
  shownSecrets,
  startTokenBench,
  variableOf,
} from './issuers.ts';

interface Row {
  readonly path: string;
  readonly state: string;
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && 'state' in value;

const statesOf = ({ result }: Envelope): Record<string, string> => {
  const rows: unknown = onlyRegistry(result)['outcomes'];
  return Object.fromEntries((Array.isArray(rows) ? rows.filter(isRow) : []).map(({ path, state }) => [path, state]));
};

const statesIn = (run: Run): Record<string, string> => statesOf(envelopeOf(run));

const registered = async (...[options]: Parameters<typeof startTokenBench>) => {
  const bench = await startTokenBench(options);
  await bench.seed('apply', { refresh: 'false' });
  bench.registry.requests.splice(0);
  return bench;
};

test('one token of each client serves all its entries; the registry is listed before and after', async () => {
  const bench = await registered();
  const run = expectCode(await bench.step('refresh'), 0);
  expect(run.stdout).toMatch(/renewed +\/orders\/ +http:\/\/127\.0\.0\.1:\d+ +retail +60 min +enabled/);
  expect(run.stdout).toContain('Tokens: 3 renewed.');
  expect(run.stderr).toBe('');
  expect(bench.issuer.requests.map(({ at, client }) => [at, client ?? '']).sort()).toEqual([
    ['document', ''],
    ['token', 'logistics'],
    ['token', 'retail'],
  ]);
  const held = heldBy(bench);
  expect(held['/orders/']).toBe(held['/pricing/']);
  expect(held['/routing/']).not.toBe(held['/pricing/']);
  const lists = bench.registry.requests.filter(({ method, path }) => method === 'GET' && path === '/api/servers');
  expect(lists).toHaveLength(2);
  expect(shownSecrets(bench, run)).toEqual([]);
});

test('the answer as JSON fits its schema, and holds no token', async () => {
  const bench = await registered();
  const run = expectCode(await bench.step('refresh --output json --debug'), 0);
  expect(onlyRegistry(envelopeOf(run).result)).toMatchObject({
    counts: { renewed: 3, failed: 0, withheld: 0, uncovered: 0, absent: 0 },
    ours: 3,
    outcomes: [
      {
        path: '/orders/',
        state: 'renewed',
        enabled: true,
        client: 'retail',
        issuer: bench.issuer.issuer,
        expiresAt: expect.stringMatching(/Z$/),
      },
      { path: '/pricing/' },
      { path: '/routing/' },
    ],
  });
  expect(shownSecrets(bench, run)).toEqual([]);
});

test('a refused client fails once for all its entries, and the rest goes on', async () => {
  const bench = await registered();
  const run = expectCode(
    await bench.step('refresh --output json', { environment: { [variableOf('retail')]: 'canary-old-secret' } }),
    1,
  );
  expect(statesIn(run)).toEqual({ '/orders/': 'failed', '/pricing/': 'failed', '/routing/': 'renewed' });
  expect(envelopeOf(run).problems).toMatchObject([
    {
      rule: 'token-failed',
      text: expect.stringMatching(/invalid_client.* Without a token: \/orders\/, \/pricing\/\./),
      hint: expect.stringContaining('rotated'),
    },
  ]);
  expect(bench.issuer.requests.filter(({ client }) => client === 'retail')).toHaveLength(1);
  expect(`${run.stdout}${run.stderr}`).not.toContain('canary-old-secret');
});

test('an uncovered entry is reported with lines that make it covered', async () => {
  const bench = await registered();
  bench.configure(issuerLines(bench.issuer, { logistics: `${LOGISTICS}/*` }));
  const run = expectCode(await bench.step('refresh --output json'), 0);
  const uncovered = envelopeOf(run).problems.filter(({ rule }) => rule === 'token-uncovered');
  expect(uncovered.map(({ subject }) => subject)).toEqual(['/orders/', '/pricing/']);
  expect(bench.issuer.requests.filter(({ client }) => client === 'retail')).toEqual([]);
  const { stderr } = await bench.step('refresh');
  const at = stderr.split('\n').findIndex((line) => line.trim() === 'issuers:');
  const block = stderr.split('\n').slice(at + 1, at + 5);
  const indent = (block[0] ?? '').indexOf('  - issuer');
  bench.configure(block.map((line) => line.slice(indent)).join('\n'));
  expect(statesIn(expectCode(await bench.step('refresh --output json'), 0))).toMatchObject({ '/orders/': 'renewed' });
});

test('a run is narrowed by path, file and account; what names nothing is told', async () => {
  const bench = await registered();
  bench.write(gatewayPath('broken'), 'kind: gateway\n');
  const states = async (words: string, code = 0) =>
    statesIn(expectCode(await bench.step(`refresh --output json ${words}`), code));
  expect(await states('/pricing')).toEqual({ '/pricing/': 'renewed' });
  expect(await states(`./${gatewayPath('orders')}`)).toEqual({ '/orders/': 'renewed' });
  expect(await states(`--accounts ${LOGISTICS}`, 1)).toEqual({ '/routing/': 'renewed' });
  const run = expectCode(await bench.step('refresh /nothing/ /orders/ --output json'), 1);
  expect(statesIn(run)).toEqual({ '/orders/': 'renewed' });
  expect(envelopeOf(run).problems).toMatchObject([{ rule: 'entry-unknown', subject: '/nothing/' }]);
});

test('scans unless told not to', async () => {
  const bench = await registered();
  const scans = () => bench.registry.requests.splice(0).filter(({ path }) => path.endsWith('/rescan')).length;
  await bench.step('refresh');
  expect(scans()).toBe(3);
  await bench.step('refresh --no-scan');
  expect(scans()).toBe(0);
});

test('a changed URL withholds the token, and apply puts it right', async () => {
  const bench = await registered();
  await bench.step('refresh --no-scan');
  const before = heldBy(bench)['/pricing/'];
  bench.registry.edit('/pricing/', { proxy_pass_url: 'https://evil.example.com/mcp' });
  const run = expectCode(await bench.step('refresh'), 1);
  expect(run.stdout).toMatch(/withheld +\/pricing\//);
  expect(run.stderr).toMatch(/token-exposed[\s\S]*Revoke the client's tokens and rotate its secret/);
  expect(heldBy(bench)['/pricing/']).toBe(before);
  await bench.step('apply');
  expect(heldBy(bench)['/pricing/']).not.toBe(before);
  expectCode(await bench.step('refresh'), 0);
});

test('--env-file gives secrets, unless git tracks it', async () => {
  const bench = await registered();
  const environment = { [variableOf('retail')]: undefined, [variableOf('logistics')]: undefined };
  bench.write(
    'secrets.env',
    `${variableOf('retail')}='${secretOf('retail')}'\n${variableOf('logistics')}='${secretOf('logistics')}'\nPATH=/nowhere\n`,
  );
  const run = expectCode(await bench.step('refresh --env-file secrets.env', { environment }), 0);
  expect(shownSecrets(bench, run)).toEqual([]);
  expect(expectCode(await bench.step('refresh', { environment }), 1).stderr).toContain(variableOf('retail'));
  const git = (...words: string[]) => execFileSync('git', words, { cwd: bench.folder, stdio: 'ignore' });
  git('init', '--quiet');
  git('add', 'secrets.env');
  const refused = expectCode(await bench.step('refresh --env-file secrets.env', { environment }), 1);
  expect(refused.stderr).toMatch(/git tracks it[\s\S]*git rm --cached/);
  expect(shownSecrets(bench, refused)).toEqual([]);
});

test("the old tool's manifest is read, and written as it was read", async () => {
  const bench = await registered();
  const exported = expectCode(await bench.step('export-manifest --output json'), 0);
  expect(envelopeOf(exported).result).toEqual({ file: 'token_refresh_manifest.json', gateways: 3 });
  const manifest: unknown = JSON.parse(bench.read('token_refresh_manifest.json'));
  expect(manifest).toMatchObject([{ server_path: '/orders/', discovery_url: bench.issuer.discoveryUrl }, {}, {}]);
  for (const path of ['/orders/', '/pricing/', '/routing/']) {
    const arn = bench.registry.records().servers.find((one) => one.path === path)?.fields['metadata'];
    const gatewayArn = typeof arn === 'object' && arn !== null && 'gateway_arn' in arn ? arn['gateway_arn'] : '';
    bench.registry.edit(path, {
      metadata: { gateway_arn: path === '/routing/' ? 'arn:of:another' : (gatewayArn ?? '') },
    });
  }
  execFileSync('rm', ['-r', 'servers'], { cwd: bench.folder });
  const words = 'refresh --manifest token_refresh_manifest.json --output json';
  const run = expectCode(await bench.step(words), 1);
  expect(statesIn(run)).toEqual({ '/orders/': 'renewed', '/pricing/': 'renewed', '/routing/': 'withheld' });
  expect(statesIn(expectCode(await bench.step(`${words} /orders/`), 0))).toEqual({ '/orders/': 'renewed' });
});

test.each([
  ['no manifest', undefined, /expected a file/],
  ['no list', '{}', /JSON list/],
  [
    'an ARN of something else',
    '[{"server_path":"/x/","gateway_arn":"arn:aws:s3:::b","discovery_url":"https://i.example"}]',
    /no ARN/,
  ],
])('a manifest with %s is told', async (_, text, met) => {
  const bench = await registered();
  if (text !== undefined) bench.write('m.json', text);
  expect(expectCode(await bench.step('refresh --manifest m.json'), 1).stderr.replaceAll(/\s+/g, ' ')).toMatch(met);
  expect(bench.issuer.requests).toEqual([]);
});

test('a flag that refresh has not, --if-expiring, is refused before any token is asked for', async () => {
  const bench = await registered();
  const run = expectCode(await bench.step('refresh --if-expiring 30m --output json'), 64);
  expect(rulesOf(envelopeOf(run))).toContain('option-unknown');
  expect([...bench.issuer.requests, ...bench.registry.requests]).toEqual([]);
});

test("issuers that can't be used are told by every command that has them", async () => {
  const bench = await registered();
  bench.configure(`  - issuer: ${bench.issuer.issuer}\n    clients: [{ id: retail, for: ["*"] }]`);
  for (const words of ['validate', 'plan', 'apply', 'refresh']) {
    const envelope = envelopeOf(expectCode(await bench.step(`${words} --output json`), 1));
    expect(rulesOf(envelope)).toContain('issuer-configuration');
  }
  expect(bench.issuer.requests).toEqual([]);
});

test("an owner names another team's client: nobody is asked for its token", async () => {
  const bench = await registered();
  const name = gatewayPath('pricing');
  bench.write(
    name,
    `${gatewayText('pricing', bench.issuer.discoveryUrl, RETAIL, 'logistics')}credential: { client: logistics }\n`,
  );
  const run = expectCode(await bench.step('refresh /pricing/ --output json'), 1);
  expect(statesIn(run)).toEqual({ '/pricing/': 'uncovered' });
  expect(
    envelopeOf(run)
      .problems.map(({ text }) => text)
      .join(),
  ).toContain('names logistics');
  expect(bench.issuer.requests).toEqual([]);
});

test('one client id under two issuers: each gets its own secret, and never by name', async () => {
  const bench = await registered();
  const other = await issuerFor([{ id: 'retail', secret: 'canary-other-secret' }]);
  bench.write(gatewayPath('orders'), gatewayText('orders', other.discoveryUrl));
  const both = (secret: string) =>
    bench.configure(
      [
        issuerLines(bench.issuer, { retail: `${RETAIL}/*`, logistics: `${LOGISTICS}/*` }),
        `  - issuer: ${other.issuer}\n    clients: [{ id: retail, for: ["${RETAIL}/*"]${secret} }]`,
      ].join('\n'),
    );
  both('');
  expect(statesIn(expectCode(await bench.step('refresh --output json'), 1))).toMatchObject({
    '/orders/': 'failed',
    '/pricing/': 'failed',
  });
  expect(other.count('token')).toBe(0);
  both(', secret: { env: OAUTH_OTHER }');
  const environment = { OAUTH_OTHER: 'canary-other-secret' };
  const states = statesIn(expectCode(await bench.step('refresh --output json', { environment }), 0));
  expect(states).toMatchObject({ '/orders/': 'renewed', '/pricing/': 'renewed' });
});

test('another client in the configuration: the credential of the old one is withdrawn before the new one comes', async () => {
  const bench = await startTokenBench();
  expectCode(await bench.step('apply'), 0);
  const old = heldBy(bench)['/pricing/'];
  bench.issuer.clients.push({ id: 'successor', secret: secretOf('successor') });
  bench.configure(issuerLines(bench.issuer, { successor: `${RETAIL}/pricing/`, retail: `${RETAIL}/orders/` }));
  bench.registry.requests.splice(0);
  const environment = { [variableOf('successor')]: secretOf('successor') };
  const plan = expectCode(await bench.step('plan', { environment }), 0);
  expect(plan.stdout).toMatch(/~ \/pricing\/[\s\S]*credential +\(withdrawn before the change, then renewed\)/);
  expectCode(await bench.step('apply', { environment }), 0);
  const sent = bench.registry.requests.flatMap(({ path, json }) =>
    path === '/api/servers/pricing//auth-credential' &&
    typeof json === 'object' &&
    json !== null &&
    'auth_scheme' in json
      ? [json['auth_scheme']]
      : [],
  );
  expect(sent[0]).toBe('none');
  expect([undefined, old]).not.toContain(heldBy(bench)['/pricing/']);
  expect(bench.issuer.requests.at(-1)?.client).toBe('successor');
});
