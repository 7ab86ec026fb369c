/** Started as a process of its own: certificate authorities and proxies come from the environment when Node starts. */
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { createAwsConnections } from '../../src/net/agents.ts';
import { systemClock } from '../../src/net/clock.ts';
import { createFetch } from '../../src/net/fetch.ts';

const url = process.argv[2] ?? '';
const connections = createAwsConnections(process.env, 10_000);
const fetch = createFetch({ environment: process.env, clock: systemClock, timeoutMs: 10_000, maxBodyBytes: 10_000 });
const codeOf = (error: unknown): string =>
  error instanceof Error ? String(Reflect.get(error, 'code') ?? error.message) : 'unknown';

const client = new STSClient({
  region: 'us-east-1',
  endpoint: url,
  requestHandler: connections.handler,
  maxAttempts: 1,
  credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
});
const account = await client.send(new GetCallerIdentityCommand({})).then(({ Account }) => Account, codeOf);
const body = await fetch(url).then((answer) => answer.text(), codeOf);
connections.close();
await fetch.close();
process.stdout.write(JSON.stringify({ account, body }));
