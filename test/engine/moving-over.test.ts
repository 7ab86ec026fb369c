/** A registry that others filled becomes ours: nothing is lost on the way, and a second time changes nothing. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Seed } from '../../sandbox/registry/registry.ts';
import { loadEntries } from '../../src/catalogue/entries.ts';
import { importRegistrations, readForImport } from '../../src/importing/import-registrations.ts';
import type { Entry } from '../../src/model/catalogue.ts';
import { anyPublicHost, REGISTRIES } from '../catalogue/world.ts';
import { call } from '../sandbox/registry/client.ts';
import {
  applyWorld,
  changesOf,
  endWorlds,
  failuresOf,
  gatewayArn,
  KINDS,
  manual,
  planWorld,
  startWired,
  startWorld,
  type World,
} from './support.ts';

afterEach(endWorlds);

const url = 'https://tools.example.com/mcp';
const server = (path: string, fields: NonNullable<Seed['servers']>[number]['fields'] = {}) => ({
  path,
  fields: { server_name: path, description: 'd', proxy_pass_url: url, ...fields },
});
const agent = (path: string, fields: NonNullable<Seed['agents']>[number]['fields'] = {}) => ({
  path,
  fields: { name: path, description: 'd', url, ...fields },
});

const importInto = async (world: World, entries: readonly Entry[] = []) => {
  const snapshot = await readForImport(world.registry, await world.registry.snapshot(), { concurrency: 4 });
  return importRegistrations(snapshot.listed, {
    entries,
    hosts: anyPublicHost,
    routeFault: REGISTRIES.routeFault,
  });
};

const catalogue = (imported: Awaited<ReturnType<typeof importInto>>): readonly Entry[] => {
  const tree = new Map(imported.changes.flatMap((one) => ('text' in one ? [[one.path, one.text] as const] : [])));
  const loaded = loadEntries(tree, { directory: 'servers', registries: REGISTRIES });
  expect(loaded.problems).toEqual([]);
  return loaded.entries;
};

describe.each(KINDS)('import: $name', ({ options }) => {
  it('gives each registration a file of its own, and asks about paths that can’t stand side by side', async () => {
    const world = await startWorld(options);
    world.double.seed({
      servers: [server('/a/b'), server('/a-b'), server('/a_b'), server('/h1'), server('/H1'), server('/x-y')],
      agents: [agent('/h1'), agent('/a-b-2'), agent('/x/y')],
    });
    const imported = await importInto(world);
    expect(imported.changes.map(({ path }) => path)).toEqual(
      ['a-b', 'a-b-2', 'a-b-3', 'a-b-4', 'h1', 'x-y', 'x-y-agent'].map((name) => `manual/${name}.yaml`).sort(),
    );
    expect(imported.problems.map(({ rule, subject }) => `${rule} ${subject}`)).toEqual([
      'import-question /h1',
      'import-question /h1',
    ]);
    expect(imported.problems[0]?.text).toContain('such paths are one name');
    const entries = catalogue(imported);
    const again = await importInto(world, entries);
    expect(again.changes).toEqual([]);
  });

  it('asks about a path that is one of the registry’s own routes', async () => {
    const world = await startWorld(options);
    world.double.seed({ servers: [server('/h6/rating'), server('/validate')] });
    const { changes, problems } = await importInto(world);
    expect(changes).toEqual([]);
    expect(problems.map(({ text }) => text)).toEqual([
      expect.stringContaining('/h6/rating gets no entry: a path that ends in /rating'),
      expect.stringContaining('/validate gets no entry: the registry answers /validate itself'),
    ]);
  });

  it('takes agents with skills, and tells what an entry can’t hold', async () => {
    const world = await startWired(options);
    const skill = { id: 's', name: 'S', description: 'd', tags: ['t'] };
    const body = {
      ...{ name: 'Skilled', description: 'd', url, version: '1.0.0', supported_protocol: 'a2a', path: '/skilled' },
      skills: [skill],
      security_schemes: { b: { type: 'http', scheme: 'bearer' } },
      external_tags: ['x'],
    };
    expect((await call(world.double, ['POST', '/api/agents/register'], { body })).status).toBe(201);
    world.double.requests.splice(0);
    const imported = await importInto(world);
    const [entry] = catalogue(imported);
    expect(entry?.value.registration).toMatchObject({ path: '/skilled', skills: [skill] });
    expect(imported.problems).toMatchObject([
      {
        rule: 'import-question',
        subject: '/skilled',
        text: expect.stringContaining('external_tags, security_schemes'),
      },
    ]);
  });

  it('tells how targets of another tool are scanned', async () => {
    const world = await startWorld(options);
    const metadata = { gateway_arn: gatewayArn('one'), target_id: '7XK2P0QJ4M' };
    world.double.seed({
      servers: [server('/one-orders', { metadata }), server('/two', { metadata: { gateway_arn: gatewayArn('two') } })],
    });
    const { problems } = await importInto(world);
    expect(problems.map(({ subject, hint }) => `${subject} ${hint}`)).toEqual([
      expect.stringMatching(/^\/one-orders .*scan\.targets: mcp/),
      expect.stringMatching(/^\/two Scan its account and Region first/),
    ]);
  });
});

describe.each(KINDS)('a plan is empty after apply: $name', ({ options }) => {
  it.each([
    ['the registry’s defaults of a server', manual('one', { license: 'N/A', transports: ['streamable-http'] })],
    [
      'the registry’s defaults of an agent',
      manual(
        'one',
        {
          ...{ license: 'N/A', trustLevel: 'community', protocolVersion: '1.0', version: '1.0.0' },
          ...{ inputModes: ['text/plain'], outputModes: ['text/plain'], protocol: 'a2a' },
        } as object,
        'agent',
      ),
    ],
    ['tags with blanks around them', manual('one', { tags: [' pad ', 'plain'] })],
    [
      'an agent’s tags and skills with blanks around them',
      manual(
        'one',
        { tags: [' pad '], skills: [{ id: 's', name: '  pad 25 ', description: ' d ' }] } as object,
        'agent',
      ),
    ],
  ])('%s', async (_, entry) => {
    const world = await startWorld(options);
    expect(failuresOf(await applyWorld(world.registry, [entry]))).toEqual([]);
    for (const deep of [false, true]) {
      const { plan } = await planWorld(world.registry, [entry], { deep });
      expect(changesOf(plan)).toEqual([]);
      expect(plan.problems.filter(({ rule }) => rule === 'drift')).toEqual([]);
    }
  });
});

const CREDENTIAL = {
  auth_scheme: 'bearer',
  sse_endpoint: 'https://tools.example.com/sse',
  headers: [{ 'X-Env': 'dev' }],
  supported_transports: ['sse'],
  auth_provider: 'keycloak',
};

const credentialed = (world: World): void =>
  world.double.seed({ servers: [{ ...server('/cred/', CREDENTIAL), enabled: true, credential: 'theirs' }] });

const isFile = (options: (typeof KINDS)[number]['options']): boolean =>
  options.version === 'older' && options.backend === 'file';

describe.each(KINDS)('adopting: $name', ({ options }) => {
  const entry = manual('cred', {
    description: 'd',
    name: '/cred/',
    url,
    authScheme: 'bearer',
    sseEndpoint: CREDENTIAL.sse_endpoint,
    transports: ['sse'],
    authProvider: 'keycloak',
    headers: { 'X-Env': 'dev' },
    visibility: 'public',
  });

  it('keeps what a registration holds, its credential first', async () => {
    const world = await startWorld(options);
    credentialed(world);
    const { plan } = await planWorld(world.registry, [entry], { adopt: 'all' });
    if (isFile(options)) {
      expect(plan.changes).toMatchObject([
        { action: 'conflict', why: { type: 'held', adopting: 'unread', path: '/cred/' } },
      ]);
      return;
    }
    expect(changesOf(plan)).toEqual(['update /cred/ mark.owner']);
    expect(failuresOf(await applyWorld(world.registry, [entry], { adopt: 'all' }))).toEqual([]);
    expect(world.double.records().servers[0]).toMatchObject({
      enabled: true,
      credential: 'theirs',
      fields: CREDENTIAL,
    });
    expect(changesOf((await planWorld(world.registry, [entry], { deep: true })).plan)).toEqual([]);
  });

  it('shows every field that would change, not only what lists show', async () => {
    if (isFile(options)) return;
    const world = await startWorld(options);
    credentialed(world);
    const { plan } = await planWorld(world.registry, [manual('cred', { name: '/cred/', description: 'd', url })], {
      adopt: ['/cred'],
    });
    const [change] = plan.changes;
    const fields = change && 'fields' in change ? change.fields.map(({ field }) => field) : [];
    expect(fields).toEqual(expect.arrayContaining(['sseEndpoint', 'transports', 'authProvider', 'headers']));
  });

  it('withdraws nothing by name for a field that was not seen', async () => {
    const world = await startWorld(options);
    credentialed(world);
    const { plan } = await planWorld(world.registry, [entry], { adopt: ['/cred'] });
    expect(plan.changes).toMatchObject([{ action: 'update', adopts: true, credential: 'keep' }]);
  });

  it('takes what is named, and leaves the rest', async () => {
    const world = await startWorld(options);
    world.double.seed({ servers: [server('/one/'), server('/two')] });
    const entries = [manual('one'), manual('two')];
    const { plan } = await planWorld(world.registry, entries, { adopt: ['/two/'] });
    expect(plan.changes.map(({ action }) => action)).toEqual(['conflict', 'update']);
    expect(plan.problems.find(({ rule }) => rule === 'path-conflict')?.text).toContain('--adopt /one/ adopts it');
  });

  it('names what an agent loses', async () => {
    const world = await startWorld(options);
    const fields = { status: 'beta', external_tags: ['x'], source_created_at: '2026-01-02T03:04:05+00:00' };
    world.double.seed({
      agents: [agent('/agent', { ...fields, security_schemes: { b: { type: 'http', scheme: 'bearer' } } })],
    });
    const { plan } = await planWorld(world.registry, [manual('agent', {}, 'agent')], { adopt: 'all' });
    const lost = plan.problems.find(({ rule, subject }) => rule === 'field-lost' && subject === '/agent')?.text;
    expect(lost).toContain(
      options.version === 'older' ? 'external_tags, source_created_at, status' : 'hold: source_created_at.',
    );
    expect(changesOf(plan)[0]).toContain('securitySchemes');
  });

  it('says whose a registration is that another tool wrote over', async () => {
    const world = await startWorld(options);
    const metadata = { gateway_arn: gatewayArn('one') };
    world.double.seed({
      servers: [server('/one/', { metadata }), server('/two/', { metadata: { gateway_arn: 'arn:x <b>' } })],
    });
    const { plan } = await planWorld(world.registry, [manual('one'), manual('two')]);
    const [one, two] = plan.problems.filter(({ rule }) => rule === 'path-conflict').map(({ text }) => text);
    expect(one).toContain(`names ${gatewayArn('one')} (another tool made it, or wrote over ours)`);
    expect(two).toContain('something that this tool did not register');
  });
});

it('asks about what can’t be read without losing its credential', async () => {
  const world = await startWorld({ version: 'older', backend: 'file' });
  credentialed(world);
  const { changes, problems } = await importInto(world);
  expect(changes).toHaveLength(1);
  expect(problems).toMatchObject([
    { rule: 'import-question', subject: '/cred/', hint: expect.stringContaining('--adopt /cred/') },
  ]);
  expect(world.double.records().servers[0]?.credential).toBe('theirs');
});
