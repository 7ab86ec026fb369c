/** Our signed DescribeRegions against moto's EC2: an answer that nobody here wrote. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { describeRegions } from '../../src/aws/describe-regions.ts';
import { createAwsConnections } from '../../src/net/agents.ts';
import { systemClock } from '../../src/net/clock.ts';
import { type Moto, START_MS, startMoto } from './moto-server.ts';

let moto: Moto;
beforeAll(async () => {
  moto = await startMoto();
}, START_MS);
afterAll(() => {
  vi.unstubAllEnvs();
  moto.stop();
});

test('the Regions of an account are read', async () => {
  vi.stubEnv('AWS_ENDPOINT_URL_EC2', moto.endpoint);
  const connections = createAwsConnections({}, 5000);
  try {
    const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'sandbox' };
    const found = await describeRegions(
      'us-east-1',
      async () => credentials,
      { handler: connections.handler, clock: systemClock },
      { abortSignal: new AbortController().signal },
    );
    expect(found).toEqual(expect.arrayContaining(['eu-west-1', 'us-east-1']));
    expect(found.length).toBeGreaterThan(10);
  } finally {
    connections.close();
  }
});
