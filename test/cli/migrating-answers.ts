/** What the rows of variables, output and troubles claim. */
import { expect } from 'vitest';
import { expectCode, LOGISTICS, RETAIL, rulesOf } from './cli.ts';
import { heldBy, issuerLines, secretOf, startTokenBench, variableOf } from './issuers.ts';
import { ALL, askedOf, type Check, comer, ISSUER, ONE, plain, serversOf, told, unmarked } from './migrating-rows.ts';

export const VARIABLES: Readonly<Record<string, Check>> = {
  AWS_REGION: async () => {
    const bench = await comer();
    const environment = { AWS_REGION: 'eu-west-1' };
    expectCode(await bench.step(`list --accounts ${RETAIL}`, { environment }), 0);
    expect(askedOf(bench)).toEqual([`${RETAIL} eu-west-1`]);
    const before = bench.aws.requests.length;
    bench.write('agentcore-sync.yaml', 'aws: { regions: [us-east-1] }\n');
    expectCode(await bench.step(`list --accounts ${RETAIL}`, { environment }), 0);
    expect(askedOf(bench, before)).toEqual([`${RETAIL} us-east-1`]);
  },
  'REGISTRY_URL, REGISTRY_TOKEN_FILE': async () => {
    const bench = await comer();
    bench.write('keys/registry', bench.registry.token);
    await bench.seed('scan');
    const environment = { REGISTRY_URL: bench.registry.url, REGISTRY_TOKEN_FILE: 'keys/registry' };
    expectCode(await bench.step('plan', { environment }), 0);
  },
  'AGENTCORE_ACCOUNTS, AGENTCORE_ASSUME_ROLE_NAME': async () => {
    const bench = await comer();
    const environment = { AGENTCORE_ACCOUNTS: `${RETAIL}`, AGENTCORE_ASSUME_ROLE_NAME: 'Other' };
    expectCode(await bench.step('list --region us-east-1', { environment }), 0);
    expect(askedOf(bench)).toEqual([`${RETAIL} us-east-1`]);
    expect(bench.aws.requests.find(({ call }) => call === 'ListGateways')?.caller).toContain('assumed-role/Other');
  },
  'OAUTH_CLIENT_SECRET_<id>, OAUTH_CLIENT_SECRET': async () => {
    const bench = await startTokenBench();
    await bench.seed('apply');
    expect(heldBy(bench)['/orders/']).toBeDefined();
    bench.write('agentcore-sync.yaml', `owner: test-catalogue\nregistry: { url: ${bench.registry.url} }\n`);
    for (const name of [variableOf('retail'), 'OAUTH_CLIENT_SECRET']) {
      const { problems } = await told(bench, 'refresh', { [name]: secretOf('retail') });
      expect(problems).toContainEqual(
        expect.objectContaining({ rule: 'variable-unused', severity: 'notice', text: expect.stringContaining(name) }),
      );
      expect(JSON.stringify(problems)).not.toContain('canary');
    }
  },
  'AUTH0_CLIENT_SECRET, OKTA_CLIENT_SECRET, ENTRA_CLIENT_SECRET, KEYCLOAK_CLIENT_SECRET': async () => {
    const bench = await startTokenBench();
    await bench.seed('apply');
    const lines = issuerLines(bench.issuer, { retail: `${RETAIL}/*` });
    for (const vendor of ['auth0', 'okta', 'entra', 'keycloak']) {
      const name = `${vendor.toUpperCase()}_CLIENT_SECRET`;
      const environment = { [variableOf('retail')]: '', [variableOf('logistics')]: '', [name]: secretOf('retail') };
      bench.configure(lines);
      expect(rulesOf(await told(bench, 'refresh --no-scan /orders/', environment))).toContain('variable-unused');
      bench.configure(lines.replace('    clients:', `    vendor: ${vendor}\n    clients:`));
      expect(rulesOf(await told(bench, 'refresh --no-scan /orders/', environment))).not.toContain('variable-unused');
    }
    // The last one asks for nothing besides: with it there is a token.
    const environment = { [variableOf('retail')]: '', KEYCLOAK_CLIENT_SECRET: secretOf('retail') };
    expectCode(await bench.step('refresh --no-scan /orders/', { environment }), 0);
  },
  '.env in the working directory': async () => {
    const bench = await startTokenBench();
    await bench.seed('apply');
    bench.write('.env', `${variableOf('retail')}=${secretOf('retail')}\n`);
    const environment = { [variableOf('retail')]: '' };
    const { problems } = await told(bench, 'refresh --no-scan /orders/', environment);
    expect(problems).toContainEqual(
      expect.objectContaining({
        rule: 'env-file-unread',
        severity: 'notice',
        hint: expect.stringContaining('--env-file .env'),
      }),
    );
    expectCode(await bench.step('refresh --no-scan --env-file .env /orders/', { environment }), 0);
  },
  "AWS_ENDPOINT_URL and the SDK's other settings": async () => {
    const bench = await comer();
    expect(bench.environment['AWS_ENDPOINT_URL']).toBe(bench.aws.url);
    expectCode(await bench.step(`list ${ONE}`), 0);
    expect(bench.aws.requests.length).toBeGreaterThan(2);
  },
};

export const OUTPUT: Readonly<Record<string, Check>> = {
  'list of gateways and runtimes on the screen': async () => {
    const bench = await comer();
    const { stdout } = expectCode(await bench.step(`list ${ONE}`), 0);
    for (const word of ['READY', 'CUSTOM_JWT', RETAIL, 'us-east-1', 'orders', 'MCP']) expect(stdout).toContain(word);
  },
  '"Registered", "skipped" lines of sync': async () => {
    const bench = await comer(ALL);
    await bench.seed('scan');
    const url = `--registry-url ${bench.registry.url}`;
    const plan = expectCode(await bench.step(`plan ${url}`), 0).stdout;
    const apply = expectCode(await bench.step(`apply ${url}`), 0).stdout;
    for (const path of ['/pricing', '/stock/', '/routing/', '/customs']) {
      expect(plan).toContain(path);
      expect(apply).toMatch(new RegExp(`^done +create .*${path}`, 'm'));
    }
    expect(apply).toMatch(/Applied: 5 created/);
  },
  'JSON of --output json': async () => {
    const bench = await comer();
    const { command, result } = await told(bench, `list ${ONE}`);
    expect([command, Object.keys(result ?? {})]).toEqual(['list', ['listings', 'resources']]);
  },
  'exit code 0 although something failed': async () => {
    const bench = await comer(`aws: { accounts: ["${RETAIL}", "333333333333"], regions: [us-east-1] }\n`);
    await bench.seed('scan', { accounts: RETAIL });
    const url = `--registry-url ${bench.registry.url}`;
    expectCode(await bench.step(`plan --exit-code ${url}`), 2);
    bench.registry.faults.add({ method: 'POST', times: Infinity, fault: { kind: 'answer', status: 400 } });
    expectCode(await bench.step(`apply ${url}`), 1);
    expectCode(await bench.step('list --acounts 1'), 64);
  },
  'token_refresh_manifest.json': async () => {
    const bench = await startTokenBench();
    await bench.seed('apply');
    expectCode(await bench.step('refresh --no-scan'), 0);
    expect(Object.keys(bench.files())).not.toContain('token_refresh_manifest.json');
    expectCode(await bench.step('export-manifest'), 0);
    expect(bench.read('token_refresh_manifest.json')).toContain('/orders/');
  },
};

export const TROUBLES: Readonly<Record<string, Check>> = {
  'AccessDeniedException during discovery': async () => {
    const bench = await comer();
    bench.aws.setFaults([{ account: RETAIL, region: 'us-east-1', call: 'ListGateways', effect: 'deny' }]);
    const { problems, result } = await told(bench, `list --accounts ${RETAIL} --regions us-east-1,eu-west-1`);
    const denied = problems.find(({ rule }) => rule === 'call-denied');
    expect(denied).toMatchObject({
      subject: `${RETAIL} us-east-1`,
      text: expect.stringContaining('ListGateways'),
      hint: expect.stringContaining('bedrock-agentcore:ListGateways'),
    });
    expect(JSON.stringify(result)).toContain('stock');
  },
  'Already registered - skipping (use --overwrite)': async () => {
    const bench = await comer(`aws: { accounts: ["${RETAIL}"], regions: [us-east-1] }\n`);
    bench.registry.seed({ servers: [{ path: '/pricing', fields: unmarked }] });
    await bench.seed('scan');
    const url = `--registry-url ${bench.registry.url}`;
    const { problems } = await told(bench, `plan ${url}`);
    const conflict = problems.find(({ rule }) => rule === 'path-conflict');
    expect(JSON.stringify(conflict)).toContain('--adopt');
    expectCode(await bench.step(`apply --adopt /pricing/ ${url}`), 0);
  },
  'Token refresher returns HTTP 500': async () => {
    const bench = await startTokenBench();
    bench.registry.faults.add({
      times: Infinity,
      fault: { kind: 'answer', status: 500, type: 'html', body: '<html>Internal Server Error</html>' },
    });
    const { problems } = await told(bench, 'refresh');
    expect(JSON.stringify(problems)).toMatch(/token is expired or wrong/);
  },
  'Token file not found': async () => {
    const bench = await comer();
    await bench.seed('scan');
    const run = await bench.step(`plan --registry-url ${bench.registry.url} --token-file absent`);
    expect(run.code).not.toBe(0);
    expect(plain(run.stderr)).toMatch(/absent[\s\S]*→/);
  },
  'Dry-run shows resources but sync registers nothing': async () => {
    const bench = await comer();
    const run = expectCode(await bench.step(`sync --dry-run ${ONE} --registry-url ${bench.registry.url}`), 0);
    expect(run.stdout.trimEnd().split('\n').at(-1)).toBe('Nothing was written: this was a dry run.');
  },
  'Timeout errors on AWS API calls': async () => {
    const bench = await comer();
    bench.aws.setFaults([{ account: RETAIL, region: 'us-east-1', call: 'ListGateways', effect: 'hang' }]);
    const { problems } = await told(bench, `list ${ONE} --timeout 1 --run-timeout 10`);
    expect(problems.find(({ rule }) => rule === 'call-failed' || rule === 'run-time')).toMatchObject({
      subject: `${RETAIL} us-east-1`,
      hint: expect.stringContaining('timeout'),
    });
  },
  'AssumeRole fails for any account, the CLI stops': async () => {
    const bench = await comer();
    await bench.seed('scan', { accounts: LOGISTICS });
    delete bench.aws.world.accounts[LOGISTICS]?.roles['AgentCoreSync'];
    const run = await bench.step(`list --accounts ${RETAIL},${LOGISTICS} --region us-east-1 --strict-accounts`);
    expect(expectCode(run, 1).stdout).toContain('stock');
    expect(run.stderr).toContain(LOGISTICS);
  },
  '404 Not Found on a registered server': async () => {
    const bench = await comer();
    expectCode(await bench.step(`sync ${ONE} --registry-url ${bench.registry.url}`), 0);
    expect(serversOf(bench)).toEqual(['/pricing/', '/stock/']);
    expect(expectCode(await bench.step('show /stock'), 0).stdout).toContain('/stock/');
  },
  '401 Authentication Error': async () => {
    const bench = await comer(`${ALL}issuers: [{ issuer: ${ISSUER}, clients: [{ id: other }] }]\n`);
    await bench.seed('scan');
    expect(rulesOf(await told(bench, `apply --registry-url ${bench.registry.url}`))).toContain('credential-missing');
  },
  'Service not showing as healthy': async () => {
    const bench = await comer();
    const words = `--registry-url ${bench.registry.url}`;
    expectCode(await bench.step(`sync ${ONE} ${words}`), 0);
    bench.registry.edit('/stock', { tags: ['security-pending'] });
    bench.registry.edit('/stock', { is_enabled: false });
    const plan = await told(bench, `plan ${words}`);
    expect(JSON.stringify(plan)).toContain('/stock/');
    expectCode(await bench.step(`apply ${words}`), 0);
  },
};
