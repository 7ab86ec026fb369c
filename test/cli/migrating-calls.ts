/** What the rows of commands and flags claim. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { expectCode, LOGISTICS, RETAIL, rulesOf } from './cli.ts';
import { commandIn } from './in-process.ts';
import { startTokenBench } from './issuers.ts';
import { ALL, askedOf, type Check, clockWith, comer, ONE, plain, serversOf, told, unmarked } from './migrating-rows.ts';

export const COMMANDS: Readonly<Record<string, Check>> = {
  'cli.agentcore sync': async () => {
    const bench = await comer();
    expectCode(await bench.step(`sync ${ONE} --registry-url ${bench.registry.url}`), 0);
    expect(serversOf(bench)).toEqual(['/pricing/', '/stock/']);
    expectCode(await bench.step(`scan ${ONE}`), 0);
    const apply = expectCode(await bench.step(`apply --registry-url ${bench.registry.url}`), 0);
    expect(apply.stdout).toContain('Applied: no changes. 2 registrations are as in git.');

    // All flags of the old tool together.
    const other = await comer();
    other.write('keys/registry.json', JSON.stringify({ tokens: { access_token: other.registry.token } }));
    const words = `sync --region us-east-1 --accounts ${RETAIL} --assume-role-name Other --registry-url ${other.registry.url}`;
    const more =
      '--token-file keys/registry.json --timeout 60 --overwrite --visibility public --include-mcp-targets --debug';
    expect((await told(other, `${words} ${more}`)).result).toMatchObject({
      scan: { counts: { created: 3 } },
      apply: { registries: [{ counts: { done: 3, failed: 0 } }] },
    });
    expect(serversOf(other)).toEqual(['/pricing-catalog/', '/pricing/', '/stock/']);
  },
  'cli.agentcore sync --dry-run': async () => {
    const bench = await comer();
    const run = expectCode(await bench.step(`sync --dry-run ${ONE} --registry-url ${bench.registry.url}`), 0);
    expect(run.stdout).toMatch(/2 to create[\s\S]*Nothing was written: this was a dry run\.\n$/);
    await bench.seed('scan');
    expectCode(await bench.step(`plan --registry-url ${bench.registry.url}`), 0);
    expect(bench.registry.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  },
  'cli.agentcore list': async () => {
    const bench = await comer();
    const { stdout } = expectCode(await bench.step(`list ${ONE}`), 0);
    expect(stdout).toContain('pricing');
    expect(Object.keys(bench.files()).filter((file) => file.startsWith('servers/'))).toEqual([]);
  },
  'cli.agentcore.token_refresher': async () => {
    const bench = await startTokenBench();
    await bench.seed('apply');
    expectCode(await bench.step('refresh --no-scan'), 0);
    expect(bench.issuer.count('token')).toBeGreaterThan(2);
  },
  nothing: async () => {
    const bench = await comer();
    bench.write('agentcore-sync.yaml', '');
    const run = await bench.step(`sync --dry-run ${ONE} --registry-url ${bench.registry.url}`);
    expect(plain(expectCode(run, 64).stderr)).toContain('owner: platform-catalogue');
  },
  'service_mgmt.sh add gateway-config.json': async () => {
    const bench = await comer();
    const { headers: _, ...config } = JSON.parse(readFileSync('test/fixtures/manual/gateway-config.json', 'utf8'));
    const filled = { ...config, proxy_pass_url: 'https://support.example.com/mcp' };
    bench.write('servers/manual/gateway-config.json', JSON.stringify(filled));
    const url = `--registry-url ${bench.registry.url}`;
    expect(expectCode(await bench.step(`plan ${url}`), 0).stdout).toContain('1 to create');
    expectCode(await bench.step(`apply ${url}`), 0);
    expect(serversOf(bench)).toEqual(['/customer-support-assistant/']);
  },
};

export const FLAGS: Readonly<Record<string, Check>> = {
  '--region us-west-2': async () => {
    const bench = await comer();
    for (const [flag, regions] of [
      ['--region us-east-1', ['us-east-1']],
      ['--regions us-east-1,eu-west-1', ['eu-west-1', 'us-east-1']],
    ] as const) {
      const before = bench.aws.requests.length;
      expectCode(await bench.step(`list --accounts ${RETAIL} ${flag}`), 0);
      expect(askedOf(bench, before).sort()).toEqual(regions.map((region) => `${RETAIL} ${region}`));
    }
    expect((await told(bench, `list --accounts ${RETAIL} --regions all`)).result).not.toBeNull();
  },
  '--registry-url': async () => {
    const bench = await comer();
    for (const command of ['plan', 'apply', 'sync']) {
      const { stderr } = expectCode(await bench.step(command), 64);
      expect(plain(stderr)).toContain("needs the registry's URL; none is assumed.");
    }
    const list = await bench.step(`list ${ONE} --registry-url ${bench.registry.url} --token-file .token`);
    expect(expectCode(list, 0).stderr).toMatch(
      /notice +option-unneeded[\s\S]*--registry-url[\s\S]*list asks no registry/,
    );
    expect(list.stderr).toContain('--token-file');
    expect(bench.registry.requests).toEqual([]);
  },
  '--token-file .token': async () => {
    const bench = await comer();
    await bench.seed('scan');
    const { token, url } = bench.registry;
    for (const text of [token, `{"access_token":"${token}"}`, `{"tokens":{"access_token":"${token}"}}`]) {
      bench.write('keys/token', text);
      expectCode(await bench.step(`plan --registry-url ${url} --token-file keys/token`), 0);
    }
    bench.write('.token', token);
    expectCode(await bench.step(`plan --registry-url ${url}`), 0);
    bench.write('agentcore-sync.yaml', `owner: test-catalogue\nregistry: { url: ${url} }\n`);
    expect(plain(expectCode(await bench.step('plan'), 1).stderr)).toContain('was not used there before');
  },
  '--timeout 30': async () => {
    const bench = await comer(ALL);
    await bench.seed('scan');
    bench.registry.faults.add({ times: Infinity, fault: { kind: 'hang', when: 'before' } });
    const { problems } = await commandIn(bench, {
      command: 'plan',
      given: { registryUrl: bench.registry.url, timeout: '7' },
      clock: clockWith((ms) => ms === 7000),
    });
    const failed = problems.filter(({ severity }) => severity === 'error').map(({ text }) => text);
    expect(failed.join()).toContain(`${bench.registry.url}/`);
    expect(failed.join()).toMatch(/ 7 s/);
  },
  '--gateways-only, --runtimes-only': async () => {
    const bench = await comer();
    const gateways = expectCode(await bench.step(`list ${ONE} --gateways-only`), 0).stdout;
    expect([gateways.includes('pricing'), gateways.includes('stock')]).toEqual([true, false]);
    const runtimes = expectCode(await bench.step(`list ${ONE} --runtimes-only`), 0).stdout;
    expect([runtimes.includes('pricing'), runtimes.includes('stock')]).toEqual([false, true]);
  },
  '--output text or json': async () => {
    const bench = await comer();
    expect(expectCode(await bench.step(`list ${ONE} --output text`), 0).stdout).toMatch(/^\S+.*\n/);
    const envelope = await told(bench, `list ${ONE}`);
    expect(Object.keys(envelope).sort()).toEqual(['command', 'form', 'problems', 'result']);
  },
  '--accounts': async () => {
    const bench = await comer(`aws: { accounts: ["${RETAIL}", "${LOGISTICS}"], regions: [us-east-1] }\n`);
    expectCode(await bench.step('list'), 0);
    expect(askedOf(bench).sort()).toEqual([`${RETAIL} us-east-1`, `${LOGISTICS} us-east-1`]);
    const before = bench.aws.requests.length;
    expectCode(await bench.step(`list --accounts ${LOGISTICS}`), 0);
    expect(askedOf(bench, before)).toEqual([`${LOGISTICS} us-east-1`]);
  },
  '--assume-role-name': async () => {
    const bench = await comer();
    for (const [flag, role] of [
      ['', 'AgentCoreSync'],
      [' --assume-role-name Other', 'Other'],
    ] as const) {
      const before = bench.aws.requests.length;
      expectCode(await bench.step(`list ${ONE}${flag}`), 0);
      const callers = bench.aws.requests
        .slice(before)
        .filter(({ call }) => call === 'ListGateways')
        .map(({ caller }) => caller);
      expect(callers.join()).toContain(`assumed-role/${role}`);
    }
  },
  '--debug': async () => {
    const bench = await comer();
    const { stderr } = expectCode(await bench.step(`list ${ONE} --debug`), 0);
    expect(stderr).toMatch(/aws.* POST .*200 .*ms/);
    await bench.seed('scan');
    const plan = await bench.step(`plan --registry-url ${bench.registry.url}/wrong --debug`);
    expect(plan.stderr).toMatch(/registry.* GET .*404/);
    expect(plan.stderr).toMatch(/^ +at .*\.(ts|js)/m);
  },
  '--dry-run': async () => {
    const bench = await comer();
    const url = `--registry-url ${bench.registry.url}`;
    expect(expectCode(await bench.step(`scan ${ONE} --dry-run`), 0).stdout).toContain('Nothing was written');
    expect(expectCode(await bench.step(`sync ${ONE} ${url} --dry-run`), 0).stdout).toContain('Nothing was written');
    await bench.seed('scan');
    expect(expectCode(await bench.step(`apply ${url} --dry-run`), 0).stdout).toContain('Nothing was written');
    expect(bench.registry.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  },
  '--overwrite': async () => {
    const bench = await comer(`aws: { accounts: ["${RETAIL}"], regions: [us-east-1] }\n`);
    bench.registry.seed({ servers: [{ path: '/pricing', fields: unmarked }] });
    await bench.seed('scan');
    const url = `--registry-url ${bench.registry.url}`;
    expect(rulesOf(await told(bench, `plan ${url}`))).toContain('path-conflict');
    expectCode(await bench.step(`plan --adopt /pricing/ ${url}`), 0);
    expectCode(await bench.step(`plan --adopt ${url}`), 0);
    const run = expectCode(await bench.step(`apply --overwrite ${url}`), 0);
    expect(run.stderr).toContain('overwrite is called adopt here');
    const pricing = bench.registry.records().servers.filter(({ path }) => path.startsWith('/pricing'));
    expect(pricing).toHaveLength(1);
    expect(JSON.stringify(pricing[0]?.fields['metadata'])).toContain('test-catalogue');
    const entry = Object.keys(bench.files()).find((file) => file.includes('gateways/pricing')) ?? '';
    bench.write(entry, `${bench.read(entry)}  description: ours\n`);
    expectCode(await bench.step(`apply ${url}`), 0);
    expectCode(await bench.step(`plan --exit-code ${url}`), 0);
  },
  '--visibility': async () => {
    const bench = await comer();
    const words = `sync --accounts ${LOGISTICS} --region eu-west-1 --registry-url ${bench.registry.url}`;
    expectCode(await bench.step(`${words} --visibility internal`), 0);
    // What the registry calls private is its word for internal.
    expect(bench.registry.records().agents).toMatchObject([{ fields: { visibility: 'private' } }]);
    expect(expectCode(await bench.step('show /customs --visibility internal'), 0).stdout).toMatch(
      /visibility +\S+ +internal/,
    );
    expectCode(await bench.step(`apply --visibility public --registry-url ${bench.registry.url}`), 0);
    expect(bench.registry.records().agents).toMatchObject([{ fields: { visibility: 'public' } }]);
  },
  '--include-mcp-targets': async () => {
    const bench = await comer();
    const targets = async (words: string) =>
      JSON.stringify((await told(bench, `list ${ONE}${words}`)).result).includes('https://catalog.example.com/mcp');
    expect([await targets(''), await targets(' --include-mcp-targets')]).toEqual([false, true]);
    bench.write('agentcore-sync.yaml', 'scan: { targets: mcp }\n');
    expect(await targets('')).toBe(true);
  },
  '--manifest': async () => {
    const bench = await startTokenBench();
    await bench.seed('apply');
    expectCode(await bench.step('export-manifest --manifest old.json'), 0);
    expect(JSON.parse(bench.read('old.json'))).toHaveLength(3);
    const before = bench.issuer.count('token');
    expectCode(await bench.step('refresh --no-scan --manifest old.json'), 0);
    expect(bench.issuer.count('token')).toBeGreaterThan(before);
    const sync = expectCode(await bench.step('sync --dry-run --manifest old.json --gateways-only'), 0);
    expect(plain(sync.stderr)).toContain('export-manifest writes the file');
  },
  '--scan, --no-scan (token refresher)': async () => {
    const bench = await startTokenBench();
    await bench.seed('apply');
    const rescans = () => bench.registry.requests.filter(({ path }) => /scan/.test(path)).length;
    expectCode(await bench.step('refresh --no-scan'), 0);
    expect(rescans()).toBe(0);
    expectCode(await bench.step('refresh --scan'), 0);
    expect(rescans()).toBeGreaterThan(0);
  },
  '--loop, --interval 2700 (token refresher)': async () => {
    const bench = await startTokenBench();
    await bench.seed('apply');
    bench.issuer.setLife(3600);
    const stop = new AbortController();
    let written = '';
    await commandIn(bench, {
      command: 'refresh',
      given: { loop: true, interval: '2700', scan: 'false' },
      signal: stop.signal,
      clock: clockWith(
        () => written.includes('Next round'),
        () => stop.abort(new Error('SIGTERM')),
      ),
      terminal: {
        ...{ width: 120, colour: false, live: false, log: () => undefined },
        write: (text) => {
          written += text;
        },
      },
    });
    expect(written).toMatch(/renewed +\/orders\//);
    // Three quarters of an hour at most: of the token's life, and of what was asked.
    expect(written).toMatch(/Next round in (3[0-9]|4[0-5]) min/);
  },
};
