import { AssumeRoleCommand, AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { afterEach, describe, expect, test } from 'vitest';
import { type Aws, type AwsOptions, startAws } from '../../../sandbox/aws/server.ts';
import { roleFor, roleForJob } from '../../../sandbox/resources.ts';
import { type WorldInput, world } from '../../../sandbox/world.ts';
import { credentialsOf, stsClient } from './clients.ts';

const HUB = '111111111111';
const MEMBER = '222222222222';
const HUB_ARN = `arn:aws:iam::${HUB}:role/Hub`;
const MEMBER_ARN = `arn:aws:iam::${MEMBER}:role/AgentCoreSync`;
const SUB = 'repo:example/catalogue:ref:refs/heads/main';
const started: Aws[] = [];

const ACCOUNTS: WorldInput['accounts'] = {
  [HUB]: { roles: { Hub: { ...roleForJob(SUB), trusts: [...roleForJob(SUB).trusts, ...roleFor(HUB).trusts] } } },
  [MEMBER]: { roles: { AgentCoreSync: roleFor(HUB_ARN, { externalId: 'x-1', maxSession: 7200 }) } },
};

const start = async (options: AwsOptions = {}, accounts = ACCOUNTS): Promise<Aws> => {
  const aws = await startAws(world({ accounts }), options);
  started.push(aws);
  return aws;
};

afterEach(async () => {
  await Promise.all(started.splice(0).map((aws) => aws.close()));
});

const assume = (aws: Aws, RoleArn: string, more: Partial<AssumeRoleCommand['input']> = {}) =>
  stsClient(aws).send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'session', ...more }));

const hubSession = async (aws: Aws) => stsClient(aws, credentialsOf(await assume(aws, HUB_ARN)));

const memberSession = async (aws: Aws, more: Partial<AssumeRoleCommand['input']>) =>
  (await hubSession(aws)).send(
    new AssumeRoleCommand({ RoleArn: MEMBER_ARN, RoleSessionName: 'session', ExternalId: 'x-1', ...more }),
  );

describe('AssumeRole', () => {
  test("leads from the environment's key over the hub into another account", async () => {
    const aws = await start();
    expect(await stsClient(aws).send(new GetCallerIdentityCommand({}))).toMatchObject({ Account: HUB });
    const member = stsClient(aws, credentialsOf(await memberSession(aws, { Tags: [{ Key: 'run', Value: '7' }] })));
    expect(await member.send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: MEMBER,
      Arn: `arn:aws:sts::${MEMBER}:assumed-role/AgentCoreSync/session`,
    });
    expect(aws.requests.findLast(({ call }) => call === 'AssumeRole')).toMatchObject({
      account: MEMBER,
      caller: `arn:aws:sts::${HUB}:assumed-role/Hub/session`,
      parameters: { ExternalId: 'x-1', 'Tags.member.1.Key': 'run', 'Tags.member.1.Value': '7' },
    });
  });

  test.each([
    ['a principal that is not trusted', MEMBER_ARN],
    ['a role that does not exist', `arn:aws:iam::${MEMBER}:role/None`],
    ['an account that does not exist', 'arn:aws:iam::999999999999:role/AgentCoreSync'],
  ])('refuses %s', async (_, arn) => {
    const aws = await start();
    await expect(assume(aws, arn, { ExternalId: 'x-1' })).rejects.toMatchObject({
      name: 'AccessDenied',
      message: `User: arn:aws:iam::${HUB}:user/sandbox is not authorized to perform: sts:AssumeRole on resource: ${arn}`,
      $metadata: { httpStatusCode: 403 },
    });
  });

  test('refuses a wrong external id and none', async () => {
    const aws = await start();
    await expect(memberSession(aws, { ExternalId: 'x-2' })).rejects.toMatchObject({ name: 'AccessDenied' });
    await expect(memberSession(aws, { ExternalId: undefined })).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  test('refuses an account that is suspended', async () => {
    const aws = await start();
    const member = aws.world.accounts[MEMBER];
    if (member) member.state = 'SUSPENDED';
    await expect(memberSession(aws, {})).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  test("is denied by a fault of the role's account, whoever asks", async () => {
    const aws = await start({ faults: [{ account: MEMBER, effect: 'deny' }] });
    await expect(memberSession(aws, {})).rejects.toMatchObject({ name: 'AccessDenied' });
    aws.setFaults([{ account: HUB, call: 'GetCallerIdentity', effect: 'deny' }]);
    await expect(memberSession(aws, {})).resolves.toHaveProperty('Credentials');
  });

  test('refuses session tags where the trust does not grant them', async () => {
    const aws = await start(
      {},
      { ...ACCOUNTS, [MEMBER]: { roles: { AgentCoreSync: roleFor(HUB_ARN, { tags: false }) } } },
    );
    await expect(memberSession(aws, { Tags: [{ Key: 'run', Value: '7' }] })).rejects.toThrow(/perform: sts:TagSession/);
    await expect(memberSession(aws, {})).resolves.toHaveProperty('Credentials');
  });

  test('gives a chained session one hour at most', async () => {
    const aws = await start();
    await expect(memberSession(aws, { DurationSeconds: 3601 })).rejects.toMatchObject({
      name: 'ValidationError',
      message: 'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
    });
    await expect(assume(aws, HUB_ARN, { DurationSeconds: 3601 })).rejects.toThrow(
      /MaxSessionDuration set for this role/,
    );
  });

  test('gives credentials that end, and count with their own token only', async () => {
    let now = Date.parse('2026-03-01T00:00:00Z');
    const aws = await start({ now: () => now });
    const given = await assume(aws, HUB_ARN, { DurationSeconds: 900 });
    expect(given.Credentials?.Expiration).toEqual(new Date(now + 900_000));
    const credentials = credentialsOf(given);
    const identify = (client = stsClient(aws, credentials)) => client.send(new GetCallerIdentityCommand({}));
    await expect(identify(stsClient(aws, { ...credentials, sessionToken: 'other' }))).rejects.toMatchObject({
      name: 'InvalidClientTokenId',
    });
    await expect(identify()).resolves.toMatchObject({ Account: HUB });
    now += 900_000;
    await expect(identify()).rejects.toMatchObject({ name: 'ExpiredToken' });
  });
});

const requestToken = async (aws: Aws, audience: string): Promise<Response> =>
  fetch(`${aws.jobEnvironment['ACTIONS_ID_TOKEN_REQUEST_URL']}&audience=${encodeURIComponent(audience)}`, {
    headers: { authorization: `Bearer ${aws.jobEnvironment['ACTIONS_ID_TOKEN_REQUEST_TOKEN']}` },
  });

const tokenFor = async (aws: Aws, audience = 'sts.amazonaws.com'): Promise<string> => {
  const body: unknown = await (await requestToken(aws, audience)).json();
  return typeof body === 'object' && body !== null && 'value' in body ? String(body.value) : '';
};

const assumeWith = (aws: Aws, WebIdentityToken: string, RoleArn = HUB_ARN) =>
  stsClient(aws).send(new AssumeRoleWithWebIdentityCommand({ RoleArn, RoleSessionName: 'job', WebIdentityToken }));

describe('AssumeRoleWithWebIdentity', () => {
  test("takes the job's token, unsigned", async () => {
    const aws = await start();
    const given = await assumeWith(aws, await tokenFor(aws));
    expect(given).toMatchObject({ SubjectFromWebIdentityToken: SUB, Audience: 'sts.amazonaws.com' });
    expect(await stsClient(aws, credentialsOf(given)).send(new GetCallerIdentityCommand({}))).toMatchObject({
      Arn: `arn:aws:sts::${HUB}:assumed-role/Hub/job`,
    });
    expect(aws.requests[0]?.parameters).not.toHaveProperty('WebIdentityToken');
  });

  test('refuses another audience, subject, issuer and role in the words of AWS', async () => {
    const aws = await start();
    const denied = { name: 'AccessDenied', message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity' };
    await expect(assumeWith(aws, await tokenFor(aws, 'other'))).rejects.toMatchObject({
      name: 'InvalidIdentityTokenException',
      message: 'Incorrect token audience',
    });
    const signed = (claims: Record<string, string>) => aws.idTokens.issue('sts.amazonaws.com', Date.now(), claims);
    await expect(assumeWith(aws, await signed({ sub: `${SUB}x` }))).rejects.toMatchObject(denied);
    await expect(assumeWith(aws, await signed({ iss: 'https://evil.example' }))).rejects.toMatchObject({
      name: 'InvalidIdentityTokenException',
      message: 'No OpenIDConnect provider found in your account for https://evil.example',
    });
    await expect(assumeWith(aws, await signed({}), MEMBER_ARN)).rejects.toMatchObject(denied);
  });

  test('refuses a token that is over, forged, or no token', async () => {
    let now = Date.parse('2026-03-01T00:00:00Z');
    const aws = await start({ now: () => now });
    const token = await tokenFor(aws);
    const [head, , signature] = token.split('.');
    const body = Buffer.from(JSON.stringify({ sub: SUB, aud: 'sts.amazonaws.com', exp: 9e9 })).toString('base64url');
    await expect(assumeWith(aws, `${head}.${body}.${signature}`)).rejects.toMatchObject({
      name: 'InvalidIdentityTokenException',
    });
    await expect(assumeWith(aws, 'nonsense')).rejects.toMatchObject({ name: 'InvalidIdentityTokenException' });
    await expect(assumeWith(aws, token)).resolves.toHaveProperty('Credentials');
    now += 300_000;
    await expect(assumeWith(aws, token)).rejects.toMatchObject({ name: 'ExpiredTokenException' });
  });

  test('takes a token twice, as AWS does, unless told otherwise', async () => {
    const [lax, strict] = [await start(), await start({ singleUseTokens: true })];
    const again = async (aws: Aws) => {
      const token = await tokenFor(aws);
      await assumeWith(aws, token);
      return assumeWith(aws, token);
    };
    await expect(again(lax)).resolves.toHaveProperty('Credentials');
    await expect(again(strict)).rejects.toMatchObject({ name: 'IDPRejectedClaimException' });
  });

  test('takes no session tags', async () => {
    const aws = await start();
    const form = new URLSearchParams({
      Action: 'AssumeRoleWithWebIdentity',
      RoleArn: HUB_ARN,
      RoleSessionName: 'job',
      WebIdentityToken: await tokenFor(aws),
      'Tags.member.1.Key': 'run',
    });
    const response = await fetch(aws.url, { method: 'POST', body: form.toString() });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('takes no parameter Tags.member.1.Key');
  });
});

describe('the id-token endpoint', () => {
  test('asks for the request token', async () => {
    const aws = await start();
    const response = await fetch(aws.jobEnvironment['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '');
    expect(response.status).toBe(401);
  });

  test('gives each time a new token of five minutes, checked by the published key', async () => {
    const aws = await start({ job: { repository: 'octo/repo', runId: '42' } });
    const [one, two] = await Promise.all([
      aws.idTokens.verify(await tokenFor(aws)),
      aws.idTokens.verify(await tokenFor(aws)),
    ]);
    expect(one).toMatchObject({ sub: 'repo:octo/repo:ref:refs/heads/main', repository: 'octo/repo', run_id: '42' });
    expect(Number(one?.['exp']) - Number(one?.['iat'])).toBe(300);
    expect(one?.['jti']).not.toBe(two?.['jti']);
    expect(await (await fetch(`${aws.url}/.well-known/jwks`)).json()).toMatchObject({
      keys: [{ kty: 'RSA', alg: 'RS256' }],
    });
  });
});
