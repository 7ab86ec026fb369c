/** Applies the story's end to a registry, one change after another: `node apply-process.ts <url> <token>`. */
import { createFetch } from '../../src/net/fetch.ts';
import { createMcpGatewayRegistry } from '../../src/registries/mcp-gateway-registry/registry.ts';
import { AFTER } from './story.ts';
import { applyWorld, impatient, TOKENS } from './support.ts';

const [url = '', token = ''] = process.argv.slice(2);
const registry = createMcpGatewayRegistry({
  url,
  fetch: createFetch({ environment: {}, clock: impatient, timeoutMs: 60_000, maxBodyBytes: 1_000_000 }),
  clock: impatient,
  token: async () => token,
});
await applyWorld(registry, AFTER, { credentialFor: TOKENS, apply: { concurrency: 1 } });
