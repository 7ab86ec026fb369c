import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterEach, expect, it } from 'vitest';
import { parse } from 'yaml';
import { startMcp } from '../../../sandbox/mcp/server.ts';
import { startRegistryProxy } from '../../../sandbox/registry/proxy.ts';
import { checkSchema } from '../../../src/catalogue/schema.ts';
import { importDocuments } from '../../../src/importing/import-documents.ts';
import type { Entry } from '../../../src/model/catalogue.ts';
import { hostRule } from '../../../src/net/host-rules.ts';
import { REGISTRIES } from '../../catalogue/world.ts';
import { applyWorld, endWorlds, failuresOf, KINDS, manual, startWired, TOKENS } from '../../engine/support.ts';

const open: { readonly close: () => Promise<void> }[] = [];
const kept = <Thing extends { readonly close: () => Promise<void> }>(thing: Thing): Thing => {
  open.push(thing);
  return thing;
};

afterEach(async () => {
  await Promise.all(open.splice(0).map(({ close }) => close()));
  await endWorlds();
});

/** The tools that a client is told of, or the refusal. */
const toolsOf = async (url: string, headers: Record<string, string>): Promise<string> => {
  const client = new Client({ name: 'agent', version: '1.0.0' });
  const transport = new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } });
  try {
    await client.connect(transport);
    const { tools } = await client.listTools();
    return tools.map(({ name }) => name).join();
  } catch (error) {
    return error instanceof Error ? `refused: ${error.message}` : 'refused';
  } finally {
    await client.close().catch(() => undefined);
  }
};

const HOST = 'https://support-a1b2c3d4e5.gateway.bedrock-agentcore.us-east-1.amazonaws.com';

/** The guide's document, imported. */
const imported = (): Entry => {
  const value = {
    server_name: 'customer-support',
    description: 'Customer support',
    path: '/customer-support',
    proxy_pass_url: `${HOST}/mcp/`,
    auth_provider: 'bedrock-agentcore',
    auth_type: 'oauth',
    headers: [{ Authorization: 'Bearer $SUPPORT_AUTH_TOKEN' }],
  };
  const hosts = hostRule({ privateHosts: [], httpHosts: [], loopback: false });
  const [change] = importDocuments([{ file: 'gateway-config.json', value }], {
    entries: [],
    hosts,
    registries: REGISTRIES,
  }).changes;
  if (change?.action !== 'create') throw new Error('no entry');
  const checked = checkSchema(parse(change.text));
  if (!('entry' in checked)) throw new Error('no entry');
  return { path: change.path, text: change.text, value: checked.entry };
};

it.each(KINDS)("a client calls with both tokens what its callers' token opens: $name", async ({ options }) => {
  const server = kept(await startMcp({ accepts: (token) => token === 'from-the-pool', tools: ['check_warranty'] }));
  const world = await startWired(options);
  expect(failuresOf(await applyWorld(world.registry, [imported()]))).toEqual([]);
  const proxy = kept(
    await startRegistryProxy({
      records: world.double.records,
      admits: (token) => token === 'from-keycloak',
      reach: () => server.origin,
    }),
  );
  const call = (headers: Record<string, string>) => toolsOf(`${proxy.url}/customer-support/mcp`, headers);
  const ingress = { 'X-Authorization': 'Bearer from-keycloak' };
  expect(await call({ ...ingress, Authorization: 'Bearer from-the-pool' })).toBe('check_warranty');
  expect(server.requests.every(({ token }) => token === 'from-the-pool')).toBe(true);
  const before = server.requests.length;
  expect(await call({ Authorization: 'Bearer from-the-pool' })).toMatch(/^refused: .*own token/);
  expect(await call({ 'X-Authorization': 'Bearer wrong', Authorization: 'Bearer from-the-pool' })).toMatch(/^refused/);
  expect(server.requests.length).toBe(before);
  expect(await call(ingress)).toMatch(/^refused/);
  expect(await call({ ...ingress, Authorization: 'Bearer wrong' })).toMatch(/^refused/);
});

it("the registry's own credential reaches what is not left to callers", async () => {
  const server = kept(await startMcp({ accepts: (token) => token === 'token-for-/tools/' }));
  const world = await startWired({});
  const entry = manual('tools', { authScheme: 'bearer' });
  expect(failuresOf(await applyWorld(world.registry, [entry], { credentialFor: TOKENS }))).toEqual([]);
  const proxy = kept(
    await startRegistryProxy({ records: world.double.records, admits: () => true, reach: () => server.origin }),
  );
  expect(await toolsOf(`${proxy.url}/tools/`, { 'X-Authorization': 'Bearer any' })).toBe('lookup');
});
