/** Faults between a client and the double, and the wire itself. */
import { afterEach, expect, test } from 'vitest';
import {
  type FaultKind,
  type Registry,
  type RegistryOptions,
  startRegistry,
} from '../../../sandbox/registry/registry.ts';
import { call, form, register } from './client.ts';

const open: Registry[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((registry) => registry.close()));
});
const start = async (options: RegistryOptions = {}): Promise<Registry> => {
  const registry = await startRegistry({ scan: 'off', ...options });
  open.push(registry);
  return registry;
};
const path = '/api/servers/register';

test.each<[string, FaultKind, number | 'fails', number]>([
  ['429 before the work', { kind: 'answer', status: 429, headers: { 'retry-after': '7' } }, 429, 0],
  ['an HTML 502 after the work', { kind: 'answer', status: 502, type: 'html', body: '<html>', when: 'after' }, 502, 1],
  ['a reset before the work', { kind: 'reset', when: 'before' }, 'fails', 0],
  ['a lost answer', { kind: 'reset', when: 'after' }, 'fails', 1],
  ['half an answer', { kind: 'truncate' }, 'fails', 1],
  ['a slow answer', { kind: 'slow', ms: 5 }, 201, 1],
])('%s', async (_, fault, outcome, written) => {
  const registry = await start();
  registry.faults.add({ method: 'POST', path, fault });
  const sent = register(registry);
  if (outcome === 'fails') await expect(sent).rejects.toThrow();
  else expect((await sent).status).toBe(outcome);
  expect(registry.records().servers).toHaveLength(written);
  expect(registry.requests[0]?.status).toBe(outcome === 'fails' ? undefined : outcome);
  expect((await register(registry)).status).toBe(201);
});

test.each(['before', 'after'] as const)('a request hangs until the client gives up, %s the work', async (when) => {
  const registry = await start();
  registry.faults.add({ path, fault: { kind: 'hang', when } });
  const giveUp = new AbortController();
  const body = form({ name: 'n', description: 'd', path: '/w', proxy_pass_url: 'http://a' });
  const headers = { authorization: `Bearer ${registry.token}` };
  const hanging = fetch(`${registry.url}${path}`, { method: 'POST', headers, body, signal: giveUp.signal });
  // Another request shows that the first has been taken up.
  while (!registry.requests.some((request) => request.path === path)) await call(registry, ['GET', '/health']);
  await call(registry, ['GET', '/api/servers']);
  giveUp.abort();
  await expect(hanging).rejects.toThrow();
  expect(registry.records().servers).toHaveLength(when === 'after' ? 1 : 0);
});

test('headers, body and type are as the fault says', async () => {
  const registry = await start();
  registry.faults.add({
    fault: { kind: 'answer', status: 503, type: 'text', body: 'busy', headers: { 'retry-after': '2' } },
  });
  const answer = await fetch(`${registry.url}/health`);
  expect([
    answer.status,
    answer.headers.get('content-type'),
    answer.headers.get('retry-after'),
    await answer.text(),
  ]).toEqual([503, 'text/plain; charset=utf-8', '2', 'busy']);
});

test('a fault hits from the nth match on, as often as it says, and can be taken away', async () => {
  const registry = await start();
  const fault: FaultKind = { kind: 'answer', status: 500 };
  const statuses = async (count: number): Promise<number[]> => {
    const found: number[] = [];
    for (let index = 0; index < count; index += 1) found.push((await call(registry, ['GET', '/api/servers'])).status);
    return found;
  };
  registry.faults.add({ method: 'GET', path: /^\/api\/servers$/, nth: 2, times: 2, fault });
  expect(await statuses(4)).toEqual([200, 500, 500, 200]);
  const remove = registry.faults.add({ times: Number.POSITIVE_INFINITY, fault });
  expect(await statuses(2)).toEqual([500, 500]);
  remove();
  expect(await statuses(1)).toEqual([200]);
  registry.faults.add({ path: '/api/agents', fault });
  expect(await statuses(1)).toEqual([200]);
  registry.faults.clear();
  expect((await call(registry, ['GET', '/api/agents'])).status).toBe(200);
});

test('down refuses connections and forgets pending work; up listens on the same port with everything stored', async () => {
  const registry = await start({ scan: 'manual' });
  await register(registry);
  await registry.down();
  await expect(call(registry, ['GET', '/health'])).rejects.toThrow();
  await registry.up();
  expect((await call(registry, ['GET', '/api/servers/weather'])).status).toBe(200);
  expect(registry.settle()).toBe(0);
});

test('what was running when the process ended is lost', async () => {
  const registry = await start();
  registry.faults.add({ path, fault: { kind: 'slow', ms: 100 } });
  const sent = expect(register(registry)).rejects.toThrow();
  while (!registry.requests.some((request) => request.method === 'POST')) await call(registry, ['GET', '/health']);
  await registry.down();
  await sent;
  await registry.up();
  // Answered later than the lost one would have been written.
  registry.faults.add({ path: '/health', fault: { kind: 'slow', ms: 150 } });
  await call(registry, ['GET', '/health']);
  expect(registry.records().servers).toEqual([]);
});

test('a restart in the middle loses the request and comes back by itself', async () => {
  const registry = await start();
  registry.faults.add({ path, fault: { kind: 'restart', downMs: 20 } });
  await expect(register(registry)).rejects.toThrow();
  let status: number | undefined;
  while (status === undefined)
    status = await register(registry).then(
      (answer) => answer.status,
      () => undefined,
    );
  expect(status).toBe(201);
});

test('tells the most requests that ran at once', async () => {
  const registry = await start({ latencyMs: 400 });
  await Promise.all(Array.from({ length: 6 }, (_, index) => register(registry, { path: `/s${index}` })));
  expect(registry.peak()).toBe(6);
  registry.setLatency(0);
  expect(registry.records().servers).toHaveLength(6);
});

test('a body beyond the bound is refused, a broken form is 400, an unknown path 404', async () => {
  const registry = await start();
  const answer = await register(registry, { description: 'x'.repeat(9 * 1024 * 1024) }).then(
    (got) => got.status,
    () => 'ended',
  );
  expect([413, 'ended']).toContain(answer);
  const headers = { authorization: `Bearer ${registry.token}`, 'content-type': 'multipart/form-data; boundary=b' };
  const broken = await fetch(`${registry.url}${path}`, { method: 'POST', headers, body: '--b\r\nnonsense' });
  expect(broken.status).toBe(400);
  expect((await call(registry, ['GET', '/api/nothing'])).json()).toEqual({ detail: 'Not Found' });
  expect(registry.records().servers).toEqual([]);
});

test('holds thousands of entries', async () => {
  const registry = await start({ version: 'newer' });
  registry.seed({ servers: Array.from({ length: 2500 }, (_, index) => ({ path: `/s${index}/` })) });
  const first = JSON.parse((await call(registry, ['GET', '/api/servers?limit=2000'])).text);
  const second = JSON.parse((await call(registry, ['GET', '/api/servers?limit=2000&offset=2000'])).text);
  expect([first.servers.length, first.has_next, second.servers.length, second.has_next]).toEqual([
    2000,
    true,
    500,
    false,
  ]);
});
