import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { listen, stop } from '../../sandbox/issuer/listen.ts';
import { openAwsConnection } from '../../src/aws/connection.ts';
import { partitionOf } from '../../src/aws/partitions.ts';
import { createSessions } from '../../src/aws/sessions.ts';
import { systemClock } from '../../src/net/clock.ts';

const ROLE = 'arn:aws:iam::222222222222:role/AgentCoreSync';

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAX');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 's');
  vi.stubEnv('AWS_PROFILE', undefined);
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const sessions = (signal?: AbortSignal) => {
  const connection = openAwsConnection({
    environment: {},
    clock: systemClock,
    callSeconds: 10,
    ...(signal === undefined ? {} : { signal }),
  });
  onTestFinished(() => connection.close());
  return createSessions({
    settings: { role: 'AgentCoreSync', credentials: 'default-chain', audience: 'sts.amazonaws.com' },
    partition: partitionOf('us-east-1'),
    region: 'us-east-1',
    connection,
  });
};

/** An STS that refuses everything with this code. */
const refusing = async (code: string, message: string): Promise<void> => {
  const server = createServer((_request, response) => {
    response.writeHead(403, { 'content-type': 'text/xml' });
    response.end(`<ErrorResponse><Error><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`);
  });
  vi.stubEnv('AWS_ENDPOINT_URL', await listen(server));
  onTestFinished(() => stop(server));
};

test('a refused connection is a matter of the network, not of credentials', async () => {
  const server = createServer();
  const url = await listen(server);
  await stop(server);
  vi.stubEnv('AWS_ENDPOINT_URL', url);
  await expect(sessions().caller()).rejects.toMatchObject({
    message: expect.stringContaining('ECONNREFUSED'),
    hint: expect.stringMatching(/^Check the network .*HTTPS_PROXY.*AWS_ENDPOINT_URL/),
  });
});

test.each([
  ['', 'aws sso login,'],
  ['platform', 'aws sso login --profile platform,'],
])('credentials that ended are to be renewed (AWS_PROFILE "%s")', async (profile, command) => {
  await refusing('ExpiredToken', 'The security token included in the request is expired');
  const own = sessions();
  if (profile !== '') {
    const folder = mkdtempSync(join(tmpdir(), 'agentcore-sync-test-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'credentials'), `[${profile}]\naws_access_key_id = AKIAX\naws_secret_access_key = s\n`);
    vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'credentials'));
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
    vi.stubEnv('AWS_PROFILE', profile);
  }
  const hint = expect.stringContaining(command);
  await expect(own.caller()).rejects.toMatchObject({ message: expect.stringContaining('ExpiredToken'), hint });
  await expect(own.account('222222222222')).rejects.toMatchObject({
    message: expect.stringContaining(`assume role ${ROLE}`),
    hint,
  });
});

test('a role that refuses still points to its trust policy', async () => {
  await refusing('AccessDenied', 'User is not authorized to perform: sts:AssumeRole');
  await expect(sessions().account('222222222222')).rejects.toMatchObject({
    hint: expect.stringContaining('trust policy'),
  });
});

test('a profile that does not exist is named', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', undefined);
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nowhere/credentials');
  vi.stubEnv('AWS_CONFIG_FILE', '/nowhere/config');
  vi.stubEnv('AWS_PROFILE', 'nope');
  await expect(sessions().caller()).rejects.toMatchObject({
    code: 'no-credentials',
    message: expect.stringContaining('nope'),
    hint: expect.stringContaining('aws configure list-profiles'),
  });
});

test('a run that is ended while AWS is asked for the first time is told as that', async () => {
  const server = createServer(() => undefined);
  vi.stubEnv('AWS_ENDPOINT_URL', await listen(server));
  onTestFinished(() => stop(server));
  const ended = new AbortController();
  const asked = sessions(ended.signal)
    .caller()
    .catch((error: unknown) => error);
  server.once('request', () => ended.abort());
  const error = await asked;
  expect([error, ended.signal.aborted]).toEqual([ended.signal.reason, true]);
});
