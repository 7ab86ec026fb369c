import { expect, onTestFinished, test } from 'vitest';
import { startMcp } from '../../sandbox/mcp/server.ts';
import { selfSigned } from '../net/certificate.ts';
import { listenProxy } from '../net/servers.ts';
import { type Envelope, envelopeOf, expectCode, LOGISTICS, RETAIL } from './cli.ts';
import { gatewayUrl, heldBy, issuerLines, shownSecrets, startTokenBench } from './issuers.ts';

const mcpFor = async (options: Parameters<typeof startMcp>[0]) => {
  const server = await startMcp(options);
  onTestFinished(() => server.close());
  return server;
};

const rowsOf = ({ result }: Envelope): unknown => result?.['verified'];

const manual = (path: string, url: string): string =>
  `kind: server\nregistration:\n  path: ${path}\n  name: ${path.replaceAll('/', '')}\n  url: ${url}\n  authScheme: bearer\n`;

test('tries a fresh token on each server, and nowhere but at the URL of the registration', async () => {
  const bench = await startTokenBench();
  const seen = new Set<string>();
  const open = await mcpFor({ accepts: (token) => seen.add(token).size > 0, tools: ['one', 'two'] });
  const closed = await mcpFor({ accepts: () => false });
  bench.configure(
    [
      issuerLines(bench.issuer, { logistics: `${LOGISTICS}/*` }),
      `      - { id: retail, urls: ["${open.origin}", "${closed.origin}"] }`,
    ].join('\n'),
  );
  bench.write('servers/manual/open.yaml', manual('/open/', `${open.origin}/mcp`));
  bench.write('servers/manual/closed.yaml', manual('/closed/', `${closed.origin}/mcp`));
  bench.write('servers/manual/moved.yaml', manual('/moved/', `${open.origin}/moved`));
  await bench.seed('apply', { refresh: 'false' });
  bench.write('servers/manual/new.yaml', manual('/new/', `${open.origin}/new`));
  bench.registry.edit('/moved/', { proxy_pass_url: `${closed.origin}/mcp` });
  bench.registry.requests.splice(0);
  const run = expectCode(await bench.run('verify /open/ /closed/ /moved/ /new/ /pricing/ --output json'), 1);
  expect(rowsOf(envelopeOf(run))).toMatchObject([
    { path: '/closed/', state: 'refused', client: 'retail', note: expect.stringContaining('invalid_token') },
    { path: '/moved/', state: 'withheld' },
    { path: '/new/', state: 'absent' },
    { path: '/open/', state: 'ok', tools: 2 },
    { path: '/pricing/', state: 'uncovered' },
  ]);
  expect(new Set(open.requests.map(({ path }) => path))).toEqual(new Set(['/mcp']));
  expect(bench.registry.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  expect(Object.values(heldBy(bench)).filter((one) => one !== undefined)).toEqual([]);
  expect([...seen].filter((token) => `${run.stdout}${run.stderr}`.includes(token))).toEqual([]);
  const text = expectCode(await bench.run('verify /open/ /closed/'), 1);
  expect(text.stdout).toMatch(/ok +\/open\/ .* 2 tools, sandbox 1\.0\.0/);
  expect(text.stdout).toContain('Verified: 1 ok, 1 refused.');
  expect(text.stderr).toMatch(/server-refused[\s\S]*Let the server's authorizer accept the client/);
  expect(shownSecrets(bench, run, text)).toEqual([]);
});

test('a gateway is reached at its own host, through the proxy of the company', async () => {
  const bench = await startTokenBench();
  const { host } = new URL(gatewayUrl('pricing'));
  const tls = selfSigned(host);
  const gateway = await mcpFor({ accepts: (token) => token.split('.').length === 3, tls });
  const proxy = await listenProxy(gateway.port);
  onTestFinished(() => proxy.stop());
  bench.write('authority.pem', tls.certificate);
  bench.configure(issuerLines(bench.issuer, { retail: `${RETAIL}/*` }));
  await bench.seed('apply', { refresh: 'false' });
  const environment = {
    HTTPS_PROXY: `http://localhost:${proxy.port}`,
    NODE_EXTRA_CA_CERTS: `${bench.folder}/authority.pem`,
  };
  const run = expectCode(await bench.run('verify /pricing/', { environment }), 0);
  expect(run.stdout).toMatch(/ok +\/pricing\/ .* 1 tool,/);
  expect(new Set(proxy.asked)).toEqual(new Set([`CONNECT ${host}:443`]));
  expect(new Set(gateway.requests.map(({ host: met, path }) => `${met}${path}`))).toEqual(new Set([`${host}/mcp`]));
});
