import { describe, expect, it } from 'vitest';
import { changedTree } from '../../src/catalogue/changed-tree.ts';
import { mergeScan } from '../../src/catalogue/merge.ts';
import { newEntryText } from '../../src/catalogue/new-entry.ts';
import type { Tree } from '../../src/model/catalogue.ts';
import type { ResourceKey, ScanResult, Source } from '../../src/model/resource.ts';
import { scannedGlobs, unseenSources } from '../../src/requests/unseen.ts';
import { reviewedPlaces } from '../../src/review/review.ts';
import { REGISTRIES } from '../catalogue/world.ts';

const keyOf = (account: string, id: string): ResourceKey => ({ kind: 'gateway', account, region: 'us-east-1', id });
const sourceOf = ({ account, id }: ResourceKey, description?: string): Source => ({
  kind: 'gateway',
  value: {
    account,
    region: 'us-east-1',
    arn: `arn:aws:bedrock-agentcore:us-east-1:${account}:gateway/${id}`,
    name: id.slice(0, id.lastIndexOf('-')),
    ...(description === undefined ? {} : { description }),
    url: `https://${id}.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp`,
    authorizer: { type: 'NONE' },
  },
});
const fileOf = ({ account, id }: ResourceKey): string => `${account}/us-east-1/gateways/${id}.yaml`;
const entry = (key: ResourceKey, description?: string): readonly [string, string] => [
  fileOf(key),
  newEntryText(sourceOf(key, description), { path: `/${key.id}/` }),
];

const [ONE, TWO] = ['111111111111', '222222222222'];
const [OLD, NEW, OTHER] = [keyOf(ONE, 'old-aaaaaaaaaa'), keyOf(ONE, 'new-aaaaaaaaaa'), keyOf(TWO, 'other-aaaaaaaaaa')];

/** A scan that saw these, and nothing of the second account. */
const scanOf = (seen: readonly (readonly [ResourceKey, string?])[]): ScanResult => ({
  sightings: seen.map(([key, description]) => {
    const source = sourceOf(key, description);
    return { key, name: source.value.name, status: 'READY', source };
  }),
  listings: [ONE, TWO].map((account) => ({
    account,
    region: 'us-east-1',
    kind: 'gateway',
    state: account === ONE ? 'complete' : 'incomplete',
  })),
  gone: [],
  outOfScope: [],
  accounts: [ONE, TWO],
  figures: [],
  problems: [],
});

const unseenOf = (base: Tree, branch: Tree, scan: ScanResult): readonly string[] => {
  const merge = mergeScan(branch, scan, {
    directory: 'servers',
    paths: { template: '/{name}/', aliases: {} },
    registries: REGISTRIES,
  });
  return unseenSources({ base, wanted: changedTree(branch, merge.changes), scan, merge });
};

describe('sources that a scan did not see', () => {
  const base: Tree = new Map([entry(OLD), entry(OTHER)]);

  it('are none of those that it writes now, or that the branch has as it sees them', () => {
    expect(unseenOf(base, base, scanOf([[OLD, 'changed'], [NEW]]))).toEqual([]);
    const branch = new Map([...base, entry(OLD, 'changed'), entry(NEW)]);
    expect(unseenOf(base, branch, scanOf([[OLD, 'changed'], [NEW]]))).toEqual([]);
  });

  it('are what the branch has of resources that it could not look at', () => {
    const forged = keyOf(TWO, 'forged-aaaaaaaaaa');
    const branch = new Map([...base, entry(forged), entry(OTHER, 'changed')]);
    expect(unseenOf(base, branch, scanOf([[OLD]]))).toEqual([fileOf(forged), fileOf(OTHER)]);
    // What people write beside a source is theirs.
    const [path, text] = entry(OTHER);
    expect(unseenOf(base, new Map([...base, [path, `${text}  tags: [mine]\n`]]), scanOf([[OLD]]))).toEqual([]);
  });

  it('are those of a resource that is not READY: its file stays as the branch has it', () => {
    const [path, text] = entry(OLD, 'changed');
    const waiting = { ...scanOf([[OLD]]), sightings: [{ key: OLD, name: 'old', status: 'UPDATING' }] };
    expect(unseenOf(base, new Map([...base, [path, text]]), waiting)).toEqual([path]);
  });
});

it('the check of a scan takes everything for seen but their folders', () => {
  expect(scannedGlobs([])).toBe('*');
  expect(scannedGlobs([fileOf(OTHER), `${TWO}/us-east-1/gateways/b.yaml`, `${ONE}/eu-west-1/targets/g/t.yaml`])).toBe(
    `*,!${TWO}/us-east-1/gateways/*,!${ONE}/eu-west-1/targets/*`,
  );
});

it('places are left to the review only where the configuration says so', () => {
  const change = {
    action: 'create',
    file: 'a.yaml',
    name: 'a',
    path: '/a/',
    url: 'https://a.example.com/',
    differences: [{ risk: 'new', field: '' }],
  } as const;
  expect(reviewedPlaces({ confirmBy: 'aws' }, [change])).toEqual([]);
  expect(reviewedPlaces({ confirmBy: 'review' }, [change])).toEqual([
    { file: 'a.yaml', path: '/a/', field: 'url', after: 'https://a.example.com/' },
  ]);
});
