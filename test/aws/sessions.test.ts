import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Aws, AwsOptions } from '../../sandbox/aws/server.ts';
import { startAws } from '../../sandbox/aws/server.ts';
import { roleFor, roleForJob } from '../../sandbox/resources.ts';
import { world } from '../../sandbox/world.ts';
import type { AwsConnection } from '../../src/aws/connection.ts';
import { openAwsConnection } from '../../src/aws/connection.ts';
import { partitionOf } from '../../src/aws/partitions.ts';
import type { SessionOptions, Sessions } from '../../src/aws/sessions.ts';
import { createSessions } from '../../src/aws/sessions.ts';
import { SyncError } from '../../src/model/errors.ts';
import { hastyClock } from '../discovery/scanning.ts';
import { listen } from '../net/servers.ts';

const HUB = '111111111111';
const MEMBER = '222222222222';
const PEOPLE_HUB = `arn:aws:iam::${HUB}:role/PeopleHub`;
const HUB_ARN = `arn:aws:iam::${HUB}:role/Hub`;
const SUB = 'repo:example/catalogue:environment:agentcore-scan';
const RUN = { repository: 'example/catalogue', id: '987654321' };

const started: { stop(): Promise<void> }[] = [];
const connections: AwsConnection[] = [];

afterEach(async () => {
  vi.unstubAllEnvs();
  for (const connection of connections.splice(0)) connection.close();
  await Promise.all(started.splice(0).map(({ stop }) => stop()));
});

const start = async (options: AwsOptions = {}): Promise<Aws> => {
  const aws = await startAws(
    world({
      accounts: {
        [HUB]: {
          roles: { Hub: roleForJob(SUB), PeopleHub: roleFor(MEMBER), AgentCoreSync: roleFor(HUB_ARN) },
        },
        [MEMBER]: {
          roles: {
            AgentCoreSync: roleFor(HUB_ARN),
            Guarded: roleFor(HUB_ARN, { externalId: 'shared-secret' }),
            Untagged: roleFor(HUB_ARN, { tags: false }),
            Direct: roleForJob(SUB, { maxSession: 7200 }),
            Ambient: roleFor(HUB, { tags: false }),
            ByPeople: roleFor(PEOPLE_HUB),
          },
        },
      },
    }),
    { singleUseTokens: true, job: { sub: SUB }, ...options },
  );
  started.push({ stop: () => aws.close() });
  for (const [name, value] of Object.entries(aws.environment)) vi.stubEnv(name, value);
  return aws;
};

const open = (
  aws: Aws | undefined,
  settings: Partial<SessionOptions['settings']>,
  more: Partial<SessionOptions> = {},
): { sessions: Sessions; audiences: string[] } => {
  const audiences: string[] = [];
  const connection = openAwsConnection({ environment: {}, clock: hastyClock(), callSeconds: 10_000 });
  connections.push(connection);
  const sessions = createSessions({
    settings: { role: 'AgentCoreSync', credentials: 'github-oidc', audience: 'sts.amazonaws.com', ...settings },
    partition: partitionOf('us-east-1'),
    region: 'us-east-1',
    connection,
    run: RUN,
    ...(aws && {
      idToken: (audience: string) => {
        audiences.push(audience);
        return aws.idTokens.issue(audience, Date.now());
      },
    }),
    ...more,
  });
  return { sessions, audiences };
};

const asked = (aws: Aws, call: string) => aws.requests.filter((request) => request.call === call);

describe('github-oidc through a hub', () => {
  test('assumes the hub once with a token, then each account with tags and a session name', async () => {
    const aws = await start();
    const { sessions, audiences } = open(aws, { hubRole: HUB_ARN, sessionSeconds: 1800 });
    const [hub, member] = await Promise.all([sessions.account(HUB), sessions.account(MEMBER)]);
    expect([hub.account, member.account]).toEqual([HUB, MEMBER]);
    expect(audiences).toEqual(['sts.amazonaws.com']);
    const [web] = asked(aws, 'AssumeRoleWithWebIdentity');
    expect(web?.parameters).toEqual({
      Action: 'AssumeRoleWithWebIdentity',
      Version: '2011-06-15',
      RoleArn: HUB_ARN,
      RoleSessionName: 'agentcore-sync-987654321',
    });
    const chained = asked(aws, 'AssumeRole').find(({ account }) => account === MEMBER);
    expect(chained?.parameters).toMatchObject({
      RoleArn: `arn:aws:iam::${MEMBER}:role/AgentCoreSync`,
      RoleSessionName: 'agentcore-sync-987654321',
      DurationSeconds: '1800',
      'Tags.member.1.Key': 'repository',
      'Tags.member.1.Value': 'example/catalogue',
      'Tags.member.2.Key': 'run',
      'Tags.member.2.Value': '987654321',
    });
    expect(chained?.caller).toContain('assumed-role/Hub/');
  });

  test('sends the external id on the step into the account only', async () => {
    const aws = await start();
    const { sessions } = open(aws, { hubRole: HUB_ARN, role: 'Guarded', externalId: 'shared-secret' });
    await sessions.account(MEMBER);
    expect(asked(aws, 'AssumeRole')[0]?.parameters).toMatchObject({ ExternalId: 'shared-secret' });
    await expect(open(aws, { hubRole: HUB_ARN, role: 'Guarded' }).sessions.account(MEMBER)).rejects.toMatchObject({
      area: 'cloud',
      code: 'assume-role',
      status: 403,
    });
  });

  test('says which permission tags need', async () => {
    const aws = await start();
    const { sessions } = open(aws, { hubRole: HUB_ARN, role: 'Untagged' });
    await expect(sessions.account(MEMBER)).rejects.toMatchObject({ hint: /Allow sts:TagSession/ });
  });

  test('renews with a fresh token', async () => {
    const aws = await start();
    let now = Date.now();
    const clock = { ...hastyClock(), now: () => now };
    const connection = openAwsConnection({ environment: {}, clock, callSeconds: 10_000 });
    connections.push(connection);
    const { sessions, audiences } = open(aws, { hubRole: HUB_ARN }, { connection });
    const { credentials } = await sessions.caller();
    const first = await credentials();
    now += 56 * 60_000;
    const second = await credentials();
    expect(second.accessKeyId).not.toBe(first.accessKeyId);
    expect(audiences).toHaveLength(2);
  });

  test('a session longer than an hour is a contradiction', () => {
    expect(() => open(undefined, { hubRole: HUB_ARN, sessionSeconds: 3601 })).toThrow(
      'aws.sessionSeconds: expected at most 3600 with a hub role, met 3601',
    );
  });
});

describe('github-oidc without a hub', () => {
  test('takes a token of its own to each account, without tags or external id', async () => {
    const aws = await start();
    const { sessions, audiences } = open(aws, { role: 'Direct', sessionSeconds: 7200, externalId: 'x' });
    await sessions.account(MEMBER);
    await sessions.account(MEMBER);
    expect(audiences).toHaveLength(2);
    expect(asked(aws, 'AssumeRoleWithWebIdentity')[0]?.parameters['DurationSeconds']).toBe('7200');
    expect(asked(aws, 'AssumeRole')).toEqual([]);
  });

  test('has no account of its own', async () => {
    const aws = await start();
    await expect(open(aws, {}).sessions.caller()).rejects.toMatchObject({
      area: 'configuration',
      code: 'contradiction',
    });
  });
});

describe('refusals', () => {
  test("show the token's own sub and aud beside the condition that the trust policy needs, and no token", async () => {
    const aws = await start({ job: { sub: 'repo:example/catalogue:ref:refs/heads/main' } });
    let token = '';
    const idToken = async (audience: string): Promise<string> => {
      token = await aws.idTokens.issue(audience, Date.now());
      return token;
    };
    const { sessions } = open(aws, { hubRole: HUB_ARN }, { idToken });
    const error = await sessions.caller().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(SyncError);
    expect(error).toMatchObject({
      area: 'cloud',
      code: 'assume-role',
      message:
        `assume role ${HUB_ARN} with the job's OIDC token: AccessDenied: Not authorized to perform ` +
        'sts:AssumeRoleWithWebIdentity; the token\'s own sub is "repo:example/catalogue:ref:refs/heads/main" and its aud is "sts.amazonaws.com"',
      hint: expect.stringContaining(
        '"Condition": {"StringEquals":{"token.actions.githubusercontent.com:aud":"sts.amazonaws.com",' +
          '"token.actions.githubusercontent.com:sub":"repo:example/catalogue:ref:refs/heads/main"}}',
      ),
    });
    expect(JSON.stringify([error, String(error)])).not.toContain(token);
    expect(error).not.toHaveProperty('cause');
  });

  test('without id-token the permission is named exactly', async () => {
    await start();
    await expect(open(undefined, { hubRole: HUB_ARN }).sessions.caller()).rejects.toMatchObject({
      area: 'cloud',
      code: 'id-token',
      hint: expect.stringContaining('--credentials default-chain'),
    });
  });

  test('credentials that are not there are told', async () => {
    await start();
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', undefined);
    const { sessions } = open(undefined, { credentials: 'default-chain' });
    await expect(sessions.caller()).rejects.toMatchObject({ area: 'cloud', code: 'no-credentials' });
  });
});

describe('default-chain', () => {
  test('assumes each role with what the environment holds, without tags', async () => {
    const aws = await start();
    const { sessions } = open(undefined, { credentials: 'default-chain', role: 'Ambient' });
    expect(await sessions.caller()).toMatchObject({ account: HUB });
    expect(await sessions.account(MEMBER)).toMatchObject({ account: MEMBER });
    const [request] = asked(aws, 'AssumeRole');
    expect(Object.keys(request?.parameters ?? {}).filter((name) => name.startsWith('Tags'))).toEqual([]);
  });

  test('goes through the hub, which then assumes each role', async () => {
    const aws = await start({ caller: { account: MEMBER } });
    const { sessions, audiences } = open(aws, { credentials: 'default-chain', hubRole: PEOPLE_HUB, role: 'ByPeople' });
    expect(await sessions.caller()).toMatchObject({ account: HUB });
    expect(await sessions.account(MEMBER)).toMatchObject({ account: MEMBER });
    expect(asked(aws, 'AssumeRole').map(({ parameters }) => parameters['RoleArn'])).toEqual([
      PEOPLE_HUB,
      `arn:aws:iam::${MEMBER}:role/ByPeople`,
    ]);
    expect(audiences).toEqual([]);
  });

  test('a hub that does not trust the person is told by its name', async () => {
    const aws = await start({ caller: { account: MEMBER } });
    const { sessions } = open(aws, { credentials: 'default-chain', hubRole: HUB_ARN });
    await expect(sessions.caller()).rejects.toMatchObject({
      code: 'assume-role',
      message: expect.stringContaining(`assume role ${HUB_ARN}`),
      hint: expect.stringContaining('trust policy'),
    });
  });

  test('an identity of another account than the one asked for is refused', async () => {
    const answers: Record<string, string> = {
      AssumeRole:
        '<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIAX</AccessKeyId><SecretAccessKey>s</SecretAccessKey>' +
        '<SessionToken>t</SessionToken><Expiration>2036-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>',
      GetCallerIdentity:
        '<GetCallerIdentityResponse><GetCallerIdentityResult><Account>999999999999</Account></GetCallerIdentityResult></GetCallerIdentityResponse>',
    };
    const server = await listen((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const action = new URLSearchParams(Buffer.concat(chunks).toString()).get('Action') ?? '';
        response.setHeader('content-type', 'text/xml').end(answers[action]);
      });
    });
    started.push(server);
    vi.stubEnv('AWS_ENDPOINT_URL', server.url);
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAX');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 's');
    const { sessions } = open(undefined, { credentials: 'default-chain' });
    await expect(sessions.account(MEMBER)).rejects.toMatchObject({
      area: 'cloud',
      code: 'wrong-account',
      message: `assume role arn:aws:iam::${MEMBER}:role/AgentCoreSync: expected account ${MEMBER}, met 999999999999`,
    });
  });
});
