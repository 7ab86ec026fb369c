/** Registry and issuers of the benchmark of refresh, in a process of their own: what they cost is not ours. */
import { type SandboxIssuer, startIssuer } from '../sandbox/issuer/server.ts';
import { startRegistry } from '../sandbox/registry/registry.ts';

/** `slow`: every call to the registry takes its time from now on; those to issuers always do. */
export type Order = { readonly type: 'slow' } | { readonly type: 'count' };

/** Where everything is, or what came in since it was last asked. */
export type Answer =
  | {
      readonly type: 'ready';
      readonly url: string;
      readonly token: string;
      readonly issuers: readonly {
        readonly issuer: string;
        readonly discoveryUrl: string;
        readonly tokenEndpoint: string;
      }[];
    }
  | {
      readonly type: 'counted';
      readonly documents: number;
      readonly tokens: number;
      readonly lists: number;
      readonly reads: number;
      readonly patches: number;
      readonly peak: number;
    };

const ISSUERS = 5;
/** Milliseconds of one call. */
const LATENCY = 50;
/** Ids of the clients that every issuer knows. */
const clients = process.argv.slice(2);

const registry = await startRegistry({ version: 'newer', scan: 'off' });
const issuers: SandboxIssuer[] = await Promise.all(
  Array.from({ length: ISSUERS }, () =>
    startIssuer({ clients: clients.map((id) => ({ id, secret: `secret-of-${id}` })), latencyMs: LATENCY }),
  ),
);
const answer = (message: Answer): void => {
  process.send?.(message);
};

const counted = (): Answer => {
  const requests = registry.requests.splice(0);
  const of = (method: string, path: RegExp): number =>
    requests.filter((one) => one.method === method && path.test(one.path)).length;
  const asked = (at: 'document' | 'token'): number => issuers.reduce((sum, issuer) => sum + issuer.count(at), 0);
  return {
    type: 'counted',
    documents: asked('document'),
    tokens: asked('token'),
    lists: of('GET', /^\/api\/servers$/),
    reads: of('GET', /^\/api\/servers\/./),
    patches: of('PATCH', /auth-credential$/),
    peak: registry.peak(),
  };
};

process.on('message', (order: Order) => {
  switch (order.type) {
    case 'slow':
      registry.setLatency(LATENCY);
      break;
    case 'count':
      answer(counted());
  }
});
process.on('disconnect', () => process.exit());
answer({
  type: 'ready',
  url: registry.url,
  token: registry.token,
  issuers: issuers.map(({ issuer, discoveryUrl, tokenEndpoint }) => ({ issuer, discoveryUrl, tokenEndpoint })),
});
