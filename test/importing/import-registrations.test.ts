import { afterEach, describe, expect, it } from 'vitest';
import type { Fields } from '../../sandbox/registry/registry.ts';
import { loadEntries } from '../../src/catalogue/entries.ts';
import { newEntryText } from '../../src/catalogue/new-entry.ts';
import { importRegistrations, readForImport } from '../../src/importing/import-registrations.ts';
import type { Entry } from '../../src/model/catalogue.ts';
import { reasonText } from '../../src/model/plan.ts';
import type { Source } from '../../src/model/resource.ts';
import { hostRule } from '../../src/net/host-rules.ts';
import { anyPublicHost, REGISTRIES } from '../catalogue/world.ts';
import {
  applyWorld,
  changesOf,
  endWorlds,
  failuresOf,
  gateway,
  gatewayArn,
  JWT,
  KINDS,
  planWorld,
  runtime,
  startWorld,
  type World,
} from '../engine/support.ts';

afterEach(endWorlds);

/** What the old tool sends for a gateway. */
const oldGateway = (name: string, path = `/${name}`): { path: string; fields: Fields } => {
  const url = `https://${name}-a1b2c3d4e5.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp`;
  return {
    path,
    fields: {
      server_name: name,
      description: `AgentCore Gateway: ${name}`,
      proxy_pass_url: url,
      mcp_endpoint: url,
      auth_provider: 'bedrock-agentcore',
      auth_scheme: 'bearer',
      supported_transports: ['streamable-http'],
      tags: ['agentcore', 'gateway', 'auto-registered'],
      metadata: {
        source: 'agentcore-sync',
        gateway_arn: gatewayArn(name),
        gateway_id: `${name}-a1b2c3d4e5`,
        authorizer_type: 'CUSTOM_JWT',
        region: 'us-east-1',
        account_id: '111111111111',
      },
    },
  };
};

const oldAgent = (name: string): { path: string; fields: Fields } => ({
  path: `/${name}`,
  fields: {
    name,
    description: `AgentCore Agent: ${name}`,
    url: 'https://bedrock-agentcore.us-east-1.amazonaws.com/runtimes/x/invocations',
    version: '1.0.0',
    supported_protocol: 'a2a',
    visibility: 'public',
    trust_level: 'unverified',
    tags: ['agentcore', 'runtime', 'agent', 'auto-registered', 'a2a'],
    metadata: {
      source: 'agentcore-sync',
      runtime_arn: gatewayArn(name).replace('gateway', 'runtime'),
      runtime_id: `${name}-a1b2c3d4e5`,
    },
  },
});

/** An entry with its text, as a scan wrote it. */
const scanned = (entry: Entry): Entry => {
  const { value } = entry;
  if (value.kind !== 'gateway' && value.kind !== 'runtime') throw new Error('not scanned');
  const source: Source =
    value.kind === 'gateway' ? { kind: 'gateway', value: value.source } : { kind: 'runtime', value: value.source };
  return { ...entry, text: newEntryText(source, { path: value.registration.path }) };
};

const importInto = async (world: World, entries: readonly Entry[], hosts = anyPublicHost) => {
  const snapshot = await readForImport(world.registry, await world.registry.snapshot(), { concurrency: 4 });
  return importRegistrations(snapshot.listed, { entries, hosts, routeFault: REGISTRIES.routeFault });
};

/** The catalogue after an import. */
const catalogueAfter = (
  entries: readonly Entry[],
  imported: Awaited<ReturnType<typeof importInto>>,
): readonly Entry[] => {
  const tree = new Map(entries.map(({ path, text }) => [path, text]));
  for (const change of imported.changes) if ('text' in change) tree.set(change.path, change.text);
  const loaded = loadEntries(tree, { directory: 'servers', registries: REGISTRIES });
  expect(loaded.problems).toEqual([]);
  return loaded.entries;
};

const jwtGateway = (name: string, path = `/${name}/`) =>
  scanned(gateway(name, { authorizer: JWT, registration: { path } }));

describe.each(KINDS)('import: $name', ({ options }) => {
  it('matches what the old tool registered by ARN and keeps its path; the plan after it explains each line', async () => {
    const world = await startWorld(options);
    world.double.seed({ servers: [oldGateway('one'), oldGateway('two', '/prices')], agents: [oldAgent('helper')] });
    const entries = [
      jwtGateway('one'),
      jwtGateway('two'),
      scanned(runtime('helper', { registration: { path: '/helper-2' } })),
    ];
    const imported = await importInto(world, entries);
    expect(imported.problems).toEqual([]);
    expect(imported.changes.map(({ action, path }) => `${action} ${path}`)).toEqual([
      `update ${jwtGateway('two').path}`,
      `update ${runtime('helper').path}`,
    ]);
    const catalogue = catalogueAfter(entries, imported);
    const untouched = await planWorld(world.registry, catalogue);
    expect(untouched.plan.changes.map((change) => reasonText(change))).toEqual(
      Array(3).fill(expect.stringContaining('--adopt /')),
    );
    const { plan } = await planWorld(world.registry, catalogue, { adopt: 'all' });
    expect(plan.changes.every((change) => 'adopts' in change && change.adopts)).toBe(true);
    expect(changesOf(plan).every((change) => change.includes('mark.owner'))).toBe(true);
    expect(failuresOf(await applyWorld(world.registry, catalogue, { adopt: 'all' }))).toEqual([]);
    expect(changesOf((await planWorld(world.registry, catalogue)).plan)).toEqual([]);
    expect(world.double.records().servers.map(({ path }) => path)).toEqual(['/one', '/prices']);
  });

  it('asks where two registrations are for one resource, or none is scanned', async () => {
    const world = await startWorld(options);
    world.double.seed({ servers: [oldGateway('one'), oldGateway('one', '/uno'), oldGateway('unknown')] });
    const { changes, problems } = await importInto(world, [jwtGateway('one')]);
    expect(changes).toEqual([]);
    expect(problems.map(({ rule }) => rule)).toEqual(['import-question', 'import-unmatched']);
    expect(problems[0]?.text).toContain('/one and /uno');
  });

  it('writes entries for everything else, header values as secrets to be defined', async () => {
    const world = await startWorld(options);
    world.double.seed({
      servers: [
        {
          path: '/toolbox/',
          enabled: true,
          fields: {
            server_name: 'Tools',
            description: 'Some tools',
            proxy_pass_url: 'https://tools.example.com/mcp',
            headers: [{ 'X-Api-Key': 'header-secret' }],
            license: 'MIT',
            tags: ['x'],
            metadata: { team: 'a' },
          },
        },
        { path: '/odd/', fields: { server_name: 'Odd', description: 'd', proxy_pass_url: 'http://plain.example.com' } },
      ],
    });
    const imported = await importInto(world, []);
    expect(imported.changes.map(({ path }) => path)).toEqual(['manual/toolbox.yaml']);
    expect(imported.secrets).toEqual([{ name: 'toolbox-x-api-key', path: '/toolbox/', header: 'X-Api-Key' }]);
    expect(imported.problems.map(({ subject }) => subject)).toEqual(['/odd/']);
    expect(JSON.stringify(imported)).not.toContain('header-secret');
    const [entry] = catalogueAfter([], imported);
    expect(entry?.value).toMatchObject({
      kind: 'server',
      registration: {
        path: '/toolbox/',
        name: 'Tools',
        license: 'MIT',
        headers: { 'X-Api-Key': { secret: 'toolbox-x-api-key' } },
      },
    });
  });

  it('takes what runs inside the cluster where the configuration lists its hosts', async () => {
    const world = await startWorld(options);
    world.double.seed({
      servers: [
        {
          path: '/currenttime/',
          fields: {
            server_name: 'currenttime',
            description: 'Time',
            proxy_pass_url: 'http://currenttime-server:8000/',
          },
        },
        {
          path: '/endpoint/',
          fields: {
            server_name: 'endpoint',
            description: 'Other',
            proxy_pass_url: 'https://tools.example.com/mcp',
            mcp_endpoint: 'http://10.1.2.3:8000/mcp',
          },
        },
      ],
    });
    const refused = await importInto(world, []);
    expect(refused.changes).toEqual([]);
    expect(refused.problems.map(({ subject, text }) => `${subject} ${text}`)).toEqual([
      expect.stringMatching(/^\/currenttime\/ .*network\.privateHosts/),
      expect.stringMatching(/^\/endpoint\/ .*network\.privateHosts/),
    ]);
    const names = ['currenttime-server', '10.1.2.3'];
    const hosts = hostRule({ privateHosts: names, httpHosts: names, loopback: false });
    const imported = await importInto(world, [], hosts);
    expect(imported.problems).toEqual([]);
    expect(imported.changes.map(({ path }) => path)).toEqual(['manual/currenttime.yaml', 'manual/endpoint.yaml']);
  });

  it('leaves what is ours, another owner’s or a peer’s', async () => {
    const world = await startWorld(options);
    await applyWorld(world.registry, [gateway('one')]);
    world.double.seed({
      servers: [{ path: '/peer/', fields: { server_name: 'P', sync_metadata: { is_federated: true } } }],
    });
    expect(await importInto(world, [])).toEqual({ changes: [], secrets: [], problems: [] });
  });
});
