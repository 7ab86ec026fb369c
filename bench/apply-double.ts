/** The registry of the benchmark, in a process of its own: what it costs is not ours. */
import type { Fields } from '../sandbox/registry/registry.ts';
import { startRegistry } from '../sandbox/registry/registry.ts';

export type Order =
  | { readonly type: 'latency'; readonly ms: number }
  | { readonly type: 'seed'; readonly servers: readonly { readonly path: string; readonly fields: Fields }[] }
  | { readonly type: 'count' };

/** What it answers: where it is, or what came in since it was last asked. */
export type Answer =
  | { readonly type: 'ready'; readonly url: string; readonly token: string }
  | { readonly type: 'counted'; readonly calls: number; readonly writes: number; readonly peak: number };

const registry = await startRegistry({ version: 'newer', scan: 'off' });
const answer = (message: Answer): void => {
  process.send?.(message);
};

process.on('message', (order: Order) => {
  switch (order.type) {
    case 'latency':
      registry.setLatency(order.ms);
      break;
    case 'seed':
      registry.seed({ servers: order.servers.map((server) => ({ ...server, enabled: true })) });
      break;
    case 'count': {
      const requests = registry.requests.splice(0);
      const writes = requests.filter(({ method }) => method !== 'GET').length;
      answer({ type: 'counted', calls: requests.length, writes, peak: registry.peak() });
    }
  }
});
process.on('disconnect', () => process.exit());
answer({ type: 'ready', url: registry.url, token: registry.token });
