import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { selfSigned } from './certificate.ts';
import type { ForwardProxy } from './servers.ts';
import { listenProxy } from './servers.ts';

const HOST = 'service.corp.example';
const { certificate, key } = selfSigned(HOST);
const IDENTITY =
  '<GetCallerIdentityResponse><GetCallerIdentityResult><Account>111111111111</Account></GetCallerIdentityResult></GetCallerIdentityResponse>';

const server = createServer({ cert: certificate, key }, (request, response) => {
  request.resume();
  response.setHeader('content-type', 'text/xml').end(request.method === 'POST' ? IDENTITY : 'hello');
});
let proxy: ForwardProxy;
let folder = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  proxy = await listenProxy(port);
  folder = await mkdtemp(path.join(tmpdir(), 'agentcore-sync-tls-'));
  await writeFile(path.join(folder, 'authority.pem'), certificate);
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await proxy.stop();
  await rm(folder, { recursive: true });
});

const run = async (environment: Record<string, string>): Promise<unknown> => {
  const script = fileURLToPath(import.meta.resolve('./tls-client.ts'));
  const { stdout } = await promisify(execFile)(process.execPath, [script, `https://${HOST}/`], {
    env: { HTTPS_PROXY: `http://localhost:${proxy.port}`, ...environment },
  });
  return JSON.parse(stdout);
};

describe('behind a proxy, with a certificate authority of the company', () => {
  test('NODE_EXTRA_CA_CERTS holds for the AWS SDK and for fetch', async () => {
    expect(await run({ NODE_EXTRA_CA_CERTS: path.join(folder, 'authority.pem') })).toEqual({
      account: '111111111111',
      body: 'hello',
    });
    expect(new Set(proxy.asked)).toEqual(new Set([`CONNECT ${HOST}:443`]));
  });

  test('an authority that nobody named is not trusted', async () => {
    expect(await run({})).toEqual({ account: 'DEPTH_ZERO_SELF_SIGNED_CERT', body: 'refused' });
  });
});
