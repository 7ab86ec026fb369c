import { afterEach, describe, expect, test } from 'vitest';
import { gateway, roleFor, runtime, target } from '../../sandbox/resources.ts';
import type { World } from '../../sandbox/world.ts';
import { contentsOf, world } from '../../sandbox/world.ts';
import type { ProgressEvent } from '../../src/model/progress.ts';
import type { ResourceKey } from '../../src/model/resource.ts';
import { keyText } from '../../src/model/resource.ts';
import {
  ALL_NAMES,
  keysOf,
  names,
  ONE,
  ROLE,
  rules,
  scan,
  start,
  stopAll,
  TWO,
  texts,
  twoAccounts,
  unlisted,
} from './scanning.ts';

afterEach(stopAll);

const PLACE = { account: ONE, region: 'us-east-1' };
const GONE: ResourceKey = { kind: 'runtime', ...PLACE, id: 'gone-0123456789' };

describe('a scan', () => {
  test('reads everything in all accounts and Regions, sorted', async () => {
    const aws = await start(twoAccounts());
    const result = await scan();
    expect(names(result)).toEqual(ALL_NAMES);
    const sorted = texts(keysOf(result));
    expect(sorted).toEqual(sorted.toSorted());
    expect(result.problems).toEqual([]);
    expect(unlisted(result)).toEqual([]);
    expect(result.listings).toHaveLength(8);
    expect(result.figures.map(({ account, region, found, calls }) => `${account} ${region} ${found} ${calls}`)).toEqual(
      [`${ONE} eu-west-1 1 3`, `${ONE} us-east-1 4 8`, `${TWO} eu-west-1 0 2`, `${TWO} us-east-1 1 4`],
    );
    // What is not asked for is not fetched.
    expect(Object.keys(aws.figures.byCall).sort()).toEqual([
      'bedrock-agentcore:GetAgentRuntime',
      'bedrock-agentcore:GetGateway',
      'bedrock-agentcore:ListAgentRuntimes',
      'bedrock-agentcore:ListGatewayTargets',
      'bedrock-agentcore:ListGateways',
      'sts:AssumeRole',
      'sts:GetCallerIdentity',
    ]);
  });

  test('gives equal results for an unchanged world, whatever the page size', async () => {
    const of = twoAccounts();
    await start(of);
    const [{ figures: _, ...first }, { figures: __, ...second }] = [await scan(), await scan()];
    expect(second).toEqual(first);
    await start(of, { pageLimit: 1 });
    const { figures: ___, ...paged } = await scan();
    expect(paged).toEqual(first);
  });

  test('environment variables of runtimes reach nothing', async () => {
    await start(twoAccounts());
    const events: ProgressEvent[] = [];
    const result = await scan({
      scan: { targets: 'mcp', endpoints: true },
      deps: { onProgress: (event) => events.push(event) },
    });
    expect(JSON.stringify([result, events])).not.toContain('canary-secret');
  });

  test('of the caller alone assumes no role, and judges no other account', async () => {
    const aws = await start(twoAccounts());
    const other: ResourceKey = { kind: 'gateway', account: '333333333333', region: 'us-east-1', id: 'x-0123456789' };
    const result = await scan({
      aws: { accounts: { type: 'own' }, regions: { type: 'default' } },
      known: [other, GONE],
    });
    expect(names(result)).toEqual(ALL_NAMES.filter((name) => name.startsWith('111/us-east-1')));
    expect(result.accounts).toEqual([ONE]);
    expect(texts(result.gone)).toEqual(texts([GONE]));
    expect(result.outOfScope).toEqual([]);
    expect(aws.figures.byCall['sts:AssumeRole']).toBeUndefined();
  });

  test('tells its progress', async () => {
    await start(twoAccounts());
    const events: ProgressEvent[] = [];
    const result = await scan({ deps: { onProgress: (event) => events.push(event) } });
    const of = (type: ProgressEvent['type']): number => events.filter((event) => event.type === type).length;
    expect(events.findLast((event) => event.type === 'planned')).toEqual({ type: 'planned', total: 4 });
    expect([of('started'), of('finished'), of('ended')]).toEqual([4, 4, 1]);
    expect(of('call')).toBe(result.figures.reduce((sum, { calls }) => sum + calls, 0));
    const found = events.reduce((sum, event) => sum + (event.type === 'found' ? event.count : 0), 0);
    expect(found).toBe(6);
  });
});

describe('targets and endpoints', () => {
  test('only MCP servers become entries, and only what may be one is read', async () => {
    const of = twoAccounts();
    contentsOf(of, PLACE).gateways[0]?.targets.push(
      target({ name: 'hidden', endpoint: 'https://mcp.example/hidden', typeInSummary: false }),
      target({ name: 'secret-table', typeInSummary: false }),
      target({ name: 'slow', endpoint: 'https://mcp.example/slow', status: 'SYNCHRONIZING' }),
    );
    const aws = await start(of);
    const result = await scan({ scan: { targets: 'mcp' } });
    expect(names(result).filter((name) => name.includes('targets'))).toEqual([
      '-111/us-east-1/targets/slow',
      '111/us-east-1/targets/hidden',
      '111/us-east-1/targets/remote',
    ]);
    expect(aws.figures.byCall['bedrock-agentcore:GetGatewayTarget']).toBe(3);
    expect(rules(result.problems)).toEqual([`resource-not-ready notice ${ONE} us-east-1`]);
  });

  test('targets of a gateway that is not READY are read all the same', async () => {
    const of = twoAccounts();
    const [first] = contentsOf(of, PLACE).gateways;
    if (first) first.status = 'UPDATING';
    await start(of);
    const result = await scan({ scan: { targets: 'mcp' } });
    expect(names(result)).toContain('111/us-east-1/targets/remote');
    expect(names(result)).toContain('-111/us-east-1/gateways/orders');
    expect(unlisted(result)).toEqual([]);
  });

  test('a known target is gone with its gateway, or alone', async () => {
    const of = twoAccounts();
    await start(of);
    const before = await scan({ scan: { targets: 'mcp' } });
    const known = keysOf(before);
    const { gateways } = contentsOf(of, PLACE);
    const orders = gateways[0];
    const all = orders?.targets.splice(1) ?? [];
    expect(texts((await scan({ scan: { targets: 'mcp' }, known })).gone)).toEqual([
      expect.stringContaining(`targets/${orders?.id}/`),
    ]);
    orders?.targets.push(...all);
    gateways.shift();
    const { gone } = await scan({ scan: { targets: 'mcp' }, known });
    expect(gone.map(({ kind }) => kind)).toEqual(['gateway', 'target']);
  });

  test('named endpoints are listed only when asked for', async () => {
    const of = twoAccounts();
    contentsOf(of, PLACE).runtimes[0]?.endpoints.push({ name: 'prod', status: 'READY', liveVersion: '1' });
    const aws = await start(of);
    const sources = (await scan({ scan: { endpoints: true } })).sightings.map(({ source }) => source);
    expect(sources.flatMap((source) => (source?.kind === 'runtime' ? (source.value.endpoints ?? []) : []))).toEqual([
      { name: 'prod' },
    ]);
    expect(aws.figures.byCall['bedrock-agentcore:ListAgentRuntimeEndpoints']).toBe(3);
  });
});

describe('what is known', () => {
  test('is out of scope where the configuration leaves it out, by account, Region, filter or kind', async () => {
    await start(twoAccounts());
    const known: ResourceKey[] = [
      ...keysOf(await scan({ scan: { targets: 'mcp' } })),
      { kind: 'gateway', account: '999999999999', region: 'us-east-1', id: 'closed-0123456789' },
    ];
    const result = await scan({
      aws: { regions: { type: 'list', regions: ['us-east-1'] } },
      scan: { exclude: [{ name: 'pricing' }] },
      known,
    });
    const outside = texts(result.outOfScope).map((text) => text.replace(/-\w{10}/, '').replace(/\/\w{10}$/, ''));
    expect(outside).toEqual([
      `${ONE}/eu-west-1/runtimes/writer`,
      `${ONE}/us-east-1/gateways/pricing`,
      `${ONE}/us-east-1/targets/orders`,
      '999999999999/us-east-1/gateways/closed',
    ]);
    expect(result.gone).toEqual([]);
    expect(result.figures.reduce((sum, { filtered }) => sum + filtered, 0)).toBe(1);
  });

  test('stays unknown where a run was narrowed away from it', async () => {
    await start(twoAccounts());
    const known = [...keysOf(await scan()), GONE];
    const byName = await scan({ scan: { narrow: { include: [{ name: 'orders' }] } }, known });
    expect(names(byName)).toEqual(['111/us-east-1/gateways/orders']);
    expect(byName.gone).toEqual([]);
    expect(byName.outOfScope).toEqual([]);
    expect(unlisted(byName)).toContain(`narrowed ${ONE} us-east-1 gateway`);

    const byKind = await scan({ scan: { narrow: { runtimes: false } }, known });
    expect(byKind.gone).toEqual([]);
    expect(unlisted(byKind).filter((line) => line.startsWith('not-asked'))).toHaveLength(4);

    const byAccount = await scan({ scan: { narrow: { accounts: [TWO] } }, known });
    expect(names(byAccount)).toEqual(['222/us-east-1/gateways/billing']);
    expect(byAccount.gone).toEqual([]);
    expect(byAccount.accounts).toEqual([ONE, TWO]);
    expect(unlisted(byAccount)).toHaveLength(4);

    const byRegion = await scan({ scan: { narrow: { regions: ['us-east-1'] } }, known });
    expect(texts(byRegion.gone)).toEqual([keyText(GONE)]);
    const byId = await scan({ scan: { narrow: { include: [{ id: 'gone-*' }] } }, known });
    expect(texts(byId.gone)).toEqual([keyText(GONE)]);
  });
});

describe('tags', () => {
  test('are read only where they decide', async () => {
    const aws = await start(twoAccounts());
    const result = await scan({
      scan: { include: [{ tag: 'team=shop', account: ONE }, { name: 'billing' }], targets: 'mcp' },
    });
    expect(names(result)).toEqual([
      '111/us-east-1/gateways/orders',
      '111/us-east-1/runtimes/tools',
      '111/us-east-1/targets/remote',
      '222/us-east-1/gateways/billing',
    ]);
    expect(aws.figures.byCall['bedrock-agentcore:ListTagsForResource']).toBe(5);
  });

  test('that can not be read leave the resource unknown', async () => {
    const aws = await start(twoAccounts());
    const known = keysOf(await scan());
    aws.setFaults([{ ...PLACE, call: 'ListTagsForResource', effect: 'deny' }]);
    const result = await scan({ scan: { exclude: [{ tag: 'team=none' }] }, known });
    expect(names(result)).toEqual(ALL_NAMES.filter((name) => !name.startsWith('111/us-east-1')));
    expect(rules(result.problems)).toEqual([`call-denied error ${ONE} us-east-1`]);
    expect(result.gone).toEqual([]);
    expect(result.outOfScope).toEqual([]);
    expect(unlisted(result)).toEqual([`incomplete ${ONE} us-east-1 gateway`, `incomplete ${ONE} us-east-1 runtime`]);
  });
});

describe('warnings', () => {
  test('a gateway without inbound authorization is open', async () => {
    const of = twoAccounts();
    contentsOf(of, PLACE).gateways.push(gateway({ name: 'open', authorizer: { type: 'NONE' } }));
    await start(of);
    const { problems } = await scan();
    expect(problems).toMatchObject([{ rule: 'gateway-open', severity: 'warning', subject: /gateway\/open-/ }]);
  });
});

describe('partitions', () => {
  const china = (): World =>
    world({
      partition: 'aws-cn',
      accounts: {
        [ONE]: {
          roles: { [ROLE]: roleFor(ONE) },
          regions: { 'cn-north-1': { runtimes: [runtime({ name: 'agent' })], gateways: [gateway({ name: 'tools' })] } },
        },
      },
    });

  test('follow the Regions', async () => {
    await start(china(), { region: 'cn-north-1' });
    const result = await scan({
      aws: { accounts: { type: 'list', accounts: [ONE] }, regions: { type: 'list', regions: ['cn-north-1'] } },
    });
    const urls = result.sightings.map(({ source }) => source?.value.url ?? '');
    expect(urls).toEqual([
      expect.stringMatching(/\.gateway\.bedrock-agentcore\.cn-north-1\.amazonaws\.com\.cn\/mcp$/),
      expect.stringMatching(/^https:\/\/bedrock-agentcore\.cn-north-1\.amazonaws\.com\.cn\/runtimes\/arn%3Aaws-cn%3A/),
    ]);
    expect(result.problems).toEqual([]);
  });

  test('of several in one configuration are a contradiction', async () => {
    await start(twoAccounts());
    await expect(
      scan({ aws: { regions: { type: 'list', regions: ['us-east-1', 'cn-north-1'] } } }),
    ).rejects.toMatchObject({ area: 'configuration', code: 'contradiction' });
  });
});
