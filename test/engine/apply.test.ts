import { afterEach, describe, expect, it } from 'vitest';
import {
  applyWorld,
  changesOf,
  endWorlds,
  failuresOf,
  gateway,
  JWT,
  KINDS,
  manual,
  planWorld,
  runtime,
  startWorld,
  TOKENS,
} from './support.ts';

afterEach(endWorlds);

const CATALOGUE = [
  gateway('open'),
  gateway('signed', { authorizer: { type: 'AWS_IAM' } }),
  gateway('guarded', { authorizer: JWT, description: 'Price lookups' }),
  runtime('mcpserver', { protocol: 'MCP', authorizer: JWT }),
  runtime('agent'),
  runtime('worker', {
    protocol: 'HTTP',
    endpoints: [{ name: 'prod' }],
    registration: { endpoints: { prod: { path: '/worker-prod' } } },
  }),
  manual('tools', {
    headers: { 'X-Env': 'dev', 'X-Key': { secret: 'api-key' } },
    transports: ['sse'],
    provider: { organization: 'ACME', url: 'https://acme.example' },
    license: 'MIT',
    sseEndpoint: 'https://tools.example.com/sse',
    tools: [{ name: 'one', description: 'first' }],
    metadata: { team: 'x', nested: { a: [1, null] } },
    description: 'Überblick, "quoted" & more',
  }),
  manual(
    'helper',
    {
      skills: [{ id: 's1', name: 'Skill', description: 'does', inputModes: ['text'] }],
      capabilities: { streaming: true },
    },
    'agent',
  ),
];

describe.each(KINDS)('apply to a registry: $name', ({ options }) => {
  it('registers everything, and a second plan is empty', async () => {
    const { double, registry } = await startWorld(options);
    const result = await applyWorld(registry, CATALOGUE, { credentialFor: TOKENS });
    expect(failuresOf(result)).toEqual([]);
    const { servers, agents } = double.records();
    expect(servers.map(({ path, enabled, credential }) => [path, enabled, credential])).toEqual([
      ['/guarded/', true, 'token-for-/guarded/'],
      ['/mcpserver/', true, 'token-for-/mcpserver/'],
      ['/open/', true, undefined],
      ['/signed/', false, undefined],
      ['/tools/', true, undefined],
    ]);
    expect(agents.map(({ path }) => path)).toEqual(['/agent', '/helper', '/worker', '/worker-prod']);
    const { plan } = await planWorld(registry, CATALOGUE, { hasCredential: () => true });
    expect(changesOf(plan)).toEqual([]);
    const deep = await planWorld(registry, CATALOGUE, { hasCredential: () => true, deep: true });
    expect(changesOf(deep.plan)).toEqual([]);
  });
});
