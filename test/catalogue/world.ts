import { changedTree } from '../../src/catalogue/changed-tree.ts';
import { type MergeContext, type MergeResult, mergeScan } from '../../src/catalogue/merge.ts';
import type { Tree } from '../../src/model/catalogue.ts';
import type { GatewaySource, RuntimeSource, TargetSource } from '../../src/model/generated/entry.ts';
import type { Listing, ResourceKey, ScanResult, Sighting } from '../../src/model/resource.ts';
import { hostRule } from '../../src/net/host-rules.ts';
import { registryRules } from '../../src/registries/table.ts';

const ACCOUNT = '111111111111';
const REGION = 'us-east-1';

/** Public hosts, and loopback as where nothing but loopback is configured. */
export const anyPublicHost = hostRule({ privateHosts: [], httpHosts: [], loopback: true });

interface Where {
  readonly account?: string;
  readonly region?: string;
  readonly suffix?: string;
}

export const gateway = (name: string, where: Where = {}, changes: Partial<GatewaySource> = {}): Sighting => {
  const { account = ACCOUNT, region = REGION, suffix = 'a1b2c3d4e5' } = where;
  const id = `${name.toLowerCase()}-${suffix}`;
  return {
    key: { kind: 'gateway', account, region, id },
    name,
    status: 'READY',
    source: {
      kind: 'gateway',
      value: {
        account,
        region,
        arn: `arn:aws:bedrock-agentcore:${region}:${account}:gateway/${id}`,
        name,
        description: 'Price lookups',
        url: `https://${id}.gateway.bedrock-agentcore.${region}.amazonaws.com/mcp`,
        authorizer: {
          type: 'CUSTOM_JWT',
          discoveryUrl: 'https://issuer.example/.well-known/openid-configuration',
          allowedClients: ['xyz', 'abc'],
        },
        targets: [
          { id: '7XK2P0QJ4M', name: 'orders', type: 'LAMBDA' },
          { id: '1XK2P0QJ4M', name: 'prices' },
        ],
        ...changes,
      },
    },
  };
};

export const runtime = (name: string, where: Where = {}, changes: Partial<RuntimeSource> = {}): Sighting => {
  const { account = ACCOUNT, region = REGION, suffix = 'A1B2C3D4E5' } = where;
  const id = `${name}-${suffix}`;
  const arn = `arn:aws:bedrock-agentcore:${region}:${account}:runtime/${id}`;
  return {
    key: { kind: 'runtime', account, region, id },
    name,
    status: 'READY',
    source: {
      kind: 'runtime',
      value: {
        account,
        region,
        arn,
        name,
        url: `https://bedrock-agentcore.${region}.amazonaws.com/runtimes/${encodeURIComponent(arn)}/invocations`,
        protocol: 'A2A',
        authorizer: { type: 'AWS_IAM' },
        ...changes,
      },
    },
  };
};

export const target = (name: string, of: Sighting, changes: Partial<TargetSource> = {}): Sighting => {
  const { account, region, id } = of.key;
  const targetId = changes.id ?? 'T000000001';
  return {
    key: { kind: 'target', account, region, gatewayId: id, id: targetId },
    name,
    status: 'READY',
    source: {
      kind: 'target',
      value: {
        account,
        region,
        arn: `arn:aws:bedrock-agentcore:${region}:${account}:gateway/${id}`,
        id: targetId,
        name,
        gateway: of.name,
        url: 'https://mcp.example.com/mcp',
        ...changes,
      },
    },
  };
};

/** The same resource before it is READY. */
export const pending = ({ key, name }: Sighting): Sighting => ({ key, name, status: 'CREATING' });

const listingsOf = (keys: readonly ResourceKey[], state: Listing['state']): Listing[] => {
  const places = new Map(
    keys.map(({ account, region, kind }) => [`${account}/${region}/${kind}`, { account, region, kind }]),
  );
  return [...places.values()].map((place) => ({ ...place, state }));
};

export const scanOf = (
  sightings: readonly Sighting[],
  gone: readonly ResourceKey[] = [],
  changes: Partial<ScanResult> = {},
): ScanResult => ({
  sightings,
  listings: listingsOf([...sightings.map(({ key }) => key), ...gone], 'complete'),
  gone,
  outOfScope: [],
  accounts: [...new Set(sightings.map(({ key }) => key.account))],
  figures: [],
  problems: [],
  ...changes,
});

/** What the kinds of registry say where none is configured. */
export const REGISTRIES = registryRules({ registries: [] });

const CONTEXT: MergeContext = {
  directory: 'servers',
  paths: { template: '/{name}/', aliases: {} },
  registries: REGISTRIES,
};

/** One scan, merged and applied. */
export const scanInto = (
  tree: Tree,
  scan: ScanResult,
  context: Partial<MergeContext> = {},
): MergeResult & { readonly tree: Tree } => {
  const result = mergeScan(tree, scan, { ...CONTEXT, ...context });
  return { ...result, tree: changedTree(tree, result.changes) };
};

/** The text of a file that must be there. */
export const textOf = (tree: Tree, path: string): string => {
  const text = tree.get(path);
  if (text === undefined) throw new Error(`no ${path} among ${[...tree.keys()].join(', ')}`);
  return text;
};
