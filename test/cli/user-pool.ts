/** A Cognito user pool at its own host: behind a proxy that leads every host to this machine, with a certificate of its own. */
import type { IncomingMessage, RequestListener } from 'node:http';
import { createServer } from 'node:https';
import { onTestFinished } from 'vitest';
import { listen, stop } from '../../sandbox/issuer/listen.ts';
import { selfSigned } from '../net/certificate.ts';
import { listenProxy } from '../net/servers.ts';
import type { Bench } from './cli.ts';

export const POOL_HOST = 'cognito-idp.us-east-1.amazonaws.com';
export const POOL_TOKEN = 'canary-pool-token';

interface Pool {
  readonly issuer: string;
  readonly client: string;
  readonly secret: string;
}

const drain = async (request: IncomingMessage): Promise<void> => {
  for await (const _ of request);
};

/** Its document, and a token for the client with this secret. A refusal repeats what was sent, as careless servers do. */
const answer =
  ({ issuer, client, secret }: Pool): RequestListener =>
  async (request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url?.endsWith('/openid-configuration')) {
      response.end(JSON.stringify({ issuer, token_endpoint: `https://${POOL_HOST}/token` }));
      return;
    }
    await drain(request);
    const pair = Buffer.from((request.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString('utf8');
    const good = decodeURIComponent(pair) === `${client}:${secret}`;
    response.statusCode = good ? 200 : 401;
    response.end(
      JSON.stringify(
        good
          ? { access_token: POOL_TOKEN, token_type: 'Bearer', expires_in: 3600 }
          : { error: 'invalid_client', error_description: `not ${pair}` },
      ),
    );
  };

/** Starts the pool for the length of a test, and gives what a process needs to reach it. */
export const startPool = async (bench: Bench, pool: Pool): Promise<Readonly<Record<string, string>>> => {
  const tls = selfSigned(POOL_HOST);
  const server = createServer({ cert: tls.certificate, key: tls.key }, answer(pool));
  const proxy = await listenProxy(Number(new URL(await listen(server)).port));
  onTestFinished(() => Promise.all([stop(server), proxy.stop()]).then(() => undefined));
  bench.write('authority.pem', tls.certificate);
  return { HTTPS_PROXY: `http://localhost:${proxy.port}`, NODE_EXTRA_CA_CERTS: `${bench.folder}/authority.pem` };
};
