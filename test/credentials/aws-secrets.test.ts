import { afterAll, beforeAll, expect, test } from 'vitest';
import { secretArn } from '../../sandbox/aws/secrets.ts';
import { type Aws, startAws } from '../../sandbox/aws/server.ts';
import { world } from '../../sandbox/world.ts';
import { type AwsConnection, openAwsConnection } from '../../src/aws/connection.ts';
import { createAwsSecrets } from '../../src/credentials/aws-secrets.ts';
import { systemClock } from '../../src/net/clock.ts';
import { rejection, whole } from './fakes.ts';

const ACCOUNT = '111111111111';
const place = { account: ACCOUNT, region: 'us-east-1' };
const arn = (name: string): string => secretArn('aws', place, name);
let aws: Aws;
let connection: AwsConnection;
const roles: (string | undefined)[] = [];

beforeAll(async () => {
  const described = world({
    accounts: {
      [ACCOUNT]: {
        regions: {
          'us-east-1': {
            userPools: { 'us-east-1_abc': { abc: { secret: 'canary-secret' }, open: {} } },
            secrets: { idp: 'canary-stored' },
          },
        },
      },
    },
  });
  aws = await startAws(described);
  process.env['AWS_ENDPOINT_URL'] = aws.url;
  connection = openAwsConnection({ environment: aws.environment, clock: systemClock, callSeconds: 30 });
});
afterAll(async () => {
  delete process.env['AWS_ENDPOINT_URL'];
  connection.close();
  await aws.close();
});

const secrets = () =>
  createAwsSecrets({
    connection,
    account: async (account, role) => {
      roles.push(role);
      const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = aws.environment;
      return { account, credentials: async () => ({ accessKeyId, secretAccessKey }) };
    },
  });
const pool = { ...place, poolId: 'us-east-1_abc' };

test('reads a client’s secret from Cognito, with the role that is named', async () => {
  expect(await secrets().cognitoSecret({ ...pool, role: 'TokenReader', clientId: 'abc' })).toBe('canary-secret');
  expect(roles.at(-1)).toBe('TokenReader');
});

test('a public client has none', async () => {
  expect(await secrets().cognitoSecret({ ...pool, clientId: 'open' })).toBeUndefined();
});

test('reads a text from Secrets Manager', async () => {
  expect(await secrets().secretValue({ ...place, arn: arn('idp') })).toBe('canary-stored');
});

test('what is not there is told by its name', async () => {
  expect(await rejection(secrets().cognitoSecret({ ...pool, clientId: 'absent' }))).toMatchObject({
    area: 'cloud',
    message: 'cognito-idp:DescribeUserPoolClient for us-east-1_abc in 111111111111 us-east-1: it is not there',
    hint: expect.stringContaining('The role needs cognito-idp:DescribeUserPoolClient'),
  });
  const error = await rejection(secrets().secretValue({ ...place, arn: arn('absent') }));
  expect(error).toMatchObject({ area: 'cloud', message: expect.stringContaining(arn('absent')) });
  expect(whole(error)).not.toContain('canary');
});
