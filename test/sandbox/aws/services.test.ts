import {
  CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { DescribeRegionsCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  DescribeOrganizationCommand,
  ListOrganizationalUnitsForParentCommand,
  ListParentsCommand,
  ListRootsCommand,
  OrganizationsClient,
  paginateListAccounts,
  paginateListAccountsForParent,
} from '@aws-sdk/client-organizations';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import { afterEach, describe, expect, test } from 'vitest';
import { secretArn } from '../../../sandbox/aws/secrets.ts';
import { type Aws, type AwsOptions, startAws } from '../../../sandbox/aws/server.ts';
import { generateWorld } from '../../../sandbox/generate-world.ts';
import { roleFor, unit } from '../../../sandbox/resources.ts';
import { type World, world } from '../../../sandbox/world.ts';
import { credentialsOf, settingsFor, stsClient } from './clients.ts';

const started: Aws[] = [];

const start = async (of: World, options: AwsOptions = {}): Promise<Aws> => {
  const aws = await startAws(of, options);
  started.push(aws);
  return aws;
};

afterEach(async () => {
  await Promise.all(started.splice(0).map((aws) => aws.close()));
});

const nested = (): World =>
  world({
    organization: {
      managementAccount: '111111111111',
      delegatedAdministrators: ['222222222222'],
      units: [unit('ou-exam-aaaaaaaa', 'Workloads', [unit('ou-exam-bbbbbbbb', 'Prod')])],
    },
    accounts: {
      '111111111111': { roles: {} },
      '222222222222': { unit: 'ou-exam-aaaaaaaa' },
      '333333333333': { unit: 'ou-exam-bbbbbbbb', state: 'SUSPENDED' },
    },
  });

const organizationsOf = (aws: Aws): OrganizationsClient => new OrganizationsClient(settingsFor(aws));

describe('Organizations', () => {
  test('lists a hundred accounts in pages of twenty', async () => {
    const size = { accounts: 100, regions: [], gateways: 0, targets: 0, runtimes: 0 };
    const aws = await start(generateWorld(size));
    const ids: (string | undefined)[] = [];
    for await (const page of paginateListAccounts({ client: organizationsOf(aws) }, {})) {
      for (const account of page.Accounts ?? []) ids.push(account.Id);
    }
    expect(ids).toEqual(Object.keys(aws.world.accounts));
    expect(aws.figures.byCall).toEqual({ 'organizations:ListAccounts': 5 });
  });

  test('leads from the root down nested units, with the state of accounts', async () => {
    const aws = await start(nested());
    const client = organizationsOf(aws);
    const { Roots = [] } = await client.send(new ListRootsCommand({}));
    const unitsOf = async (ParentId: string) =>
      (await client.send(new ListOrganizationalUnitsForParentCommand({ ParentId }))).OrganizationalUnits?.map(
        ({ Id }) => Id,
      );
    expect(await unitsOf(Roots[0]?.Id ?? '')).toEqual(['ou-exam-aaaaaaaa']);
    expect(await unitsOf('ou-exam-aaaaaaaa')).toEqual(['ou-exam-bbbbbbbb']);
    const { value } = await paginateListAccountsForParent({ client }, { ParentId: 'ou-exam-bbbbbbbb' }).next();
    expect(value?.Accounts).toMatchObject([{ Id: '333333333333', State: 'SUSPENDED' }]);
    expect(await client.send(new ListParentsCommand({ ChildId: '111111111111' }))).toMatchObject({
      Parents: [{ Id: Roots[0]?.Id, Type: 'ROOT' }],
    });
    await expect(unitsOf('ou-exam-none')).rejects.toMatchObject({ name: 'ParentNotFoundException' });
  });

  test('can be read by the management account and delegated administrators', async () => {
    const list = async (account: string) => {
      const aws = await start(nested(), { caller: { account } });
      return paginateListAccounts({ client: organizationsOf(aws) }, {}).next();
    };
    await expect(list('222222222222')).resolves.toMatchObject({ value: { Accounts: { length: 3 } } });
    await expect(list('333333333333')).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });

  test('is told apart from no organization', async () => {
    const lone = await start(world({ accounts: { '111111111111': {} } }));
    await expect(organizationsOf(lone).send(new DescribeOrganizationCommand({}))).rejects.toMatchObject({
      name: 'AWSOrganizationsNotInUseException',
    });
    const aws = await start(nested(), { caller: { account: '333333333333' } });
    expect(await organizationsOf(aws).send(new DescribeOrganizationCommand({}))).toMatchObject({
      Organization: { MasterAccountId: '111111111111' },
    });
  });
});

test('EC2 shows the Regions of an account with their opt-in status', async () => {
  const aws = await start(world({ accounts: { '111111111111': { optedIn: ['af-south-1'] } } }));
  const client = new EC2Client(settingsFor(aws));
  const statuses = async (AllRegions: boolean) => {
    const { Regions = [] } = await client.send(new DescribeRegionsCommand({ AllRegions }));
    return Object.fromEntries(Regions.map(({ RegionName, OptInStatus }) => [RegionName, OptInStatus]));
  };
  expect(await statuses(false)).toMatchObject({ 'us-east-1': 'opt-in-not-required', 'af-south-1': 'opted-in' });
  expect(await statuses(false)).not.toHaveProperty('ap-east-1');
  expect(await statuses(true)).toMatchObject({ 'ap-east-1': 'not-opted-in' });
  const filtered = await client.send(
    new DescribeRegionsCommand({ AllRegions: true, Filters: [{ Name: 'opt-in-status', Values: ['opted-in'] }] }),
  );
  expect(filtered.Regions).toMatchObject([{ RegionName: 'af-south-1', Endpoint: 'ec2.af-south-1.amazonaws.com' }]);
});

describe('secrets', () => {
  const of = (): World =>
    world({
      accounts: {
        '111111111111': {
          regions: {
            'us-east-1': {
              userPools: { 'us-east-1_abc': { abc: { secret: 's3cret' }, public: {} } },
              secrets: { 'team/client': 'hush' },
            },
          },
          roles: {
            Scan: roleFor('111111111111', { allow: ['bedrock-agentcore:*'] }),
            Tokens: roleFor('111111111111', { allow: ['cognito-idp:DescribeUserPoolClient'] }),
          },
        },
      },
    });

  test('lie in user pool clients', async () => {
    const aws = await start(of());
    const client = new CognitoIdentityProviderClient(settingsFor(aws));
    const describePool = (UserPoolId: string, ClientId: string) =>
      client.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }));
    expect((await describePool('us-east-1_abc', 'abc')).UserPoolClient?.ClientSecret).toBe('s3cret');
    expect((await describePool('us-east-1_abc', 'public')).UserPoolClient).not.toHaveProperty('ClientSecret');
    await expect(describePool('us-east-1_xyz', 'abc')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  test('lie in Secrets Manager, under a name and an ARN', async () => {
    const aws = await start(of());
    const client = new SecretsManagerClient(settingsFor(aws));
    const arn = secretArn('aws', { account: '111111111111', region: 'us-east-1' }, 'team/client');
    for (const SecretId of ['team/client', arn]) {
      expect((await client.send(new GetSecretValueCommand({ SecretId }))).SecretString).toBe('hush');
    }
  });

  test('are read only by roles whose policy allows it', async () => {
    const aws = await start(of());
    const read = async (role: string) => {
      const RoleArn = `arn:aws:iam::111111111111:role/${role}`;
      const given = await stsClient(aws).send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'session' }));
      const client = new CognitoIdentityProviderClient(settingsFor(aws, { credentials: credentialsOf(given) }));
      return client.send(new DescribeUserPoolClientCommand({ UserPoolId: 'us-east-1_abc', ClientId: 'abc' }));
    };
    await expect(read('Tokens')).resolves.toHaveProperty('UserPoolClient');
    await expect(read('Scan')).rejects.toThrow(/not authorized to perform: cognito-idp:DescribeUserPoolClient/);
  });
});
