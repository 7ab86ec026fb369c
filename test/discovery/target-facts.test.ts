/** What a gateway's entry says of its targets, by what the configuration has read of them. */
import { afterEach, describe, expect, test } from 'vitest';
import { gateway, roleFor, runtime, target } from '../../sandbox/resources.ts';
import { contentsOf, world } from '../../sandbox/world.ts';
import type { GatewaySource } from '../../src/model/generated/entry.ts';
import type { ScanResult } from '../../src/model/resource.ts';
import { ONE, ROLE, type ScanOptions, scan, start, stopAll } from './scanning.ts';

afterEach(stopAll);

const PLACE = { account: ONE, region: 'us-east-1' };
const ARN = `arn:aws:bedrock-agentcore:us-east-1:${ONE}`;
const PLANNER = `${ARN}:runtime/planner-A1b2C3d4E5`;
const OAUTH = {
  credentialProviderType: 'OAUTH',
  credentialProvider: {
    oauthCredentialProvider: {
      providerArn: `${ARN}:token-vault/default/oauth2credentialprovider/idp`,
      scopes: ['b', 'a'],
      customParameters: { audience: 'canary-secret' },
    },
  },
};

const aWorld = () =>
  world({
    accounts: {
      [ONE]: {
        roles: { [ROLE]: roleFor(ONE) },
        regions: {
          'us-east-1': {
            gateways: [
              gateway({
                name: 'front',
                protocolType: null,
                targets: [
                  target({ name: 'orders', outbound: [] }),
                  target({ name: 'remote', endpoint: 'https://mcp.example.com/', outbound: [OAUTH] }),
                  target({
                    name: 'planner',
                    type: 'AGENTCORE_RUNTIME',
                    configuration: { http: { agentcoreRuntime: { arn: PLANNER, qualifier: 'prod' } } },
                  }),
                  target({ name: 'slow', status: 'CREATING' }),
                ],
              }),
            ],
            runtimes: [runtime({ name: 'planner' })],
          },
        },
      },
    },
  });

const only: ScanOptions['aws'] = {
  accounts: { type: 'list', accounts: [ONE] },
  regions: { type: 'list', regions: ['us-east-1'] },
};
const scanFor = (targets: 'mcp' | 'all' | false) => scan({ aws: only, scan: { targets } });
const frontOf = ({ sightings }: ScanResult): GatewaySource => {
  const found = sightings.find(({ source }) => source?.kind === 'gateway')?.source;
  if (found?.kind !== 'gateway') throw new Error('no gateway was read');
  return found.value;
};
const leadsOf = (result: ScanResult) =>
  Object.fromEntries(
    (frontOf(result).targets ?? []).map(({ name, runtime: arn, qualifier }) => [name, [arn, qualifier]]),
  );
const NOTHING = [undefined, undefined];
const REMOTE = {
  target: 'remote',
  type: 'OAUTH',
  provider: `${ARN}:token-vault/default/oauth2credentialprovider/idp`,
  scopes: ['a', 'b'],
};

describe('a gateway says of its targets', () => {
  test('nothing but the listing, unless a scan is told to read them', async () => {
    const aws = await start(aWorld());
    const result = await scanFor(false);
    expect(leadsOf(result)).toEqual({ orders: NOTHING, remote: NOTHING, planner: NOTHING, slow: NOTHING });
    expect(frontOf(result).security).not.toHaveProperty('outbound');
    expect(aws.figures.byCall['bedrock-agentcore:GetGatewayTarget']).toBeUndefined();
  });

  test('with mcp, what was read for entries of their own, and the runtimes behind the others', async () => {
    const aws = await start(aWorld());
    const result = await scanFor('mcp');
    expect(leadsOf(result)).toEqual({ orders: NOTHING, remote: NOTHING, planner: [PLANNER, 'prod'], slow: NOTHING });
    expect(frontOf(result).security?.outbound).toEqual([{ target: 'planner', type: 'GATEWAY_IAM_ROLE' }, REMOTE]);
    expect(aws.figures.byCall['bedrock-agentcore:GetGatewayTarget']).toBe(2);
    expect(JSON.stringify(result)).not.toContain('canary-secret');
  });

  test('with all, how it proves itself to each that is READY, by one call for each', async () => {
    const aws = await start(aWorld());
    const result = await scanFor('all');
    expect(frontOf(result).security?.outbound).toEqual([
      { target: 'orders', type: 'NONE' },
      { target: 'planner', type: 'GATEWAY_IAM_ROLE' },
      REMOTE,
    ]);
    expect(aws.figures.byCall['bedrock-agentcore:GetGatewayTarget']).toBe(3);
    expect(result.sightings.map(({ name }) => name).toSorted()).toEqual(['front', 'planner', 'remote']);
    // Nobody is told of a target that gets no file.
    expect(result.problems.map(({ rule }) => rule)).toEqual(['left-out']);
  });

  test('what one target refuses is told, and costs nothing else', async () => {
    const of = aWorld();
    const { gateways } = contentsOf(of, PLACE);
    const orders = gateways[0]?.targets.find(({ name }) => name === 'orders');
    if (orders) orders.configuration = { http: { agentcoreRuntime: { arn: 7 } } };
    await start(of);
    const result = await scanFor('all');
    expect(frontOf(result).security?.outbound?.map((one) => one.target)).toEqual(['planner', 'remote']);
    expect(result.problems.map(({ rule }) => rule)).toContain('answer-malformed');
  });
});
