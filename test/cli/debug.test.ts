/** --debug: one line for each request, with what one needs to ask the other side about it, and nothing secret. */
import { expect, test } from 'vitest';
import { expectCode, LOGISTICS, RETAIL } from './cli.ts';
import { issuerLines, startTokenBench } from './issuers.ts';

const LINE = /^debug: (aws|registry|issuer) [A-Z]+ \S+ \/\S* .*(\d{3}|[a-z].*) \d+ ms try \d+( id \S+)?$/;

const linesOf = (stderr: string): readonly string[] => stderr.split('\n').filter((line) => line.startsWith('debug: '));

test('AWS, the registry and issuers are told of with method, host, path, status, time and attempt', async () => {
  const bench = await startTokenBench();
  bench.configure(issuerLines(bench.issuer, { retail: `${RETAIL}/*`, logistics: `${LOGISTICS}/*` }));
  bench.registry.faults.add({ fault: { kind: 'answer', status: 503, body: '{}' } });
  const { stderr } = expectCode(await bench.step('apply --debug'), 0);
  const lines = linesOf(stderr);
  for (const line of lines) expect(line).toMatch(LINE);
  const { host } = new URL(bench.registry.url);
  expect(lines.some((line) => line.startsWith(`debug: registry GET ${host} /api/`) && line.includes(' 503 '))).toBe(
    true,
  );
  expect(lines.some((line) => / 200 \d+ ms try 2/.test(line))).toBe(true);
  expect(lines.some((line) => /^debug: aws POST \S+ \/ AssumeRole 200 .* id \S+$/.test(line))).toBe(true);
  expect(
    lines.some((line) => line.startsWith(`debug: issuer POST ${new URL(bench.issuer.issuer).host} /token 200`)),
  ).toBe(true);
  for (const { headers } of bench.registry.requests) {
    expect(stderr).not.toContain(String(headers['authorization']).replace('Bearer ', ''));
  }
  expect(stderr).not.toMatch(/the secret of|eyJ/);
  expect(linesOf((await bench.step('plan')).stderr)).toEqual([]);
});
