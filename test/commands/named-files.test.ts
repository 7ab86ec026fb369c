/** `validate FILE…`, as a hook before a commit calls it. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Bench, startBench } from '../cli/cli.ts';
import { commandIn } from '../cli/in-process.ts';
import { gatewayPath, gatewayText } from '../cli/issuers.ts';

const ISSUER = 'https://issuer.example.com/.well-known/openid-configuration';
const ORDERS = gatewayPath('orders');
const PRICING = gatewayPath('pricing');
const BROKEN = gatewayPath('broken');

/** Three entries: two with one path, one that fits no schema. */
const faulty = async (): Promise<Bench> => {
  const bench = await startBench();
  bench.write(ORDERS, gatewayText('orders', ISSUER));
  bench.write(PRICING, gatewayText('pricing', ISSUER).replace('path: /pricing/', 'path: /orders/'));
  bench.write(BROKEN, `${gatewayText('broken', ISSUER)}surplus: 1\n`);
  return bench;
};

const validate = async (bench: Bench, ...operands: readonly string[]) => {
  const { exitCode, problems } = await commandIn(bench, { command: 'validate', operands });
  return { exitCode, rules: problems.map(({ rule, place }) => `${rule} ${place?.file ?? ''}`.trim()) };
};

test('only what is wrong with the named files counts, and nothing of others', async () => {
  const bench = await faulty();
  expect((await validate(bench)).exitCode).toBe(1);
  const broken = await validate(bench, BROKEN);
  expect(broken.exitCode).toBe(1);
  expect(broken.rules).toEqual([expect.stringContaining(BROKEN)]);
});

test('what two files do to each other is told at either', async () => {
  const bench = await faulty();
  for (const file of [ORDERS, PRICING]) {
    const { exitCode, rules } = await validate(bench, file);
    expect(exitCode).toBe(1);
    expect(rules).toContain(`path-taken ${PRICING}`);
    expect(rules.join()).not.toContain(BROKEN);
  }
});

test('a good file of a catalogue with faults is good; the path may be absolute or the configuration', async () => {
  const bench = await startBench();
  bench.write(ORDERS, gatewayText('orders', ISSUER));
  bench.write(BROKEN, `${gatewayText('broken', ISSUER)}surplus: 1\n`);
  for (const file of [ORDERS, `./${ORDERS}`, join(bench.folder, ORDERS), 'agentcore-sync.yaml'])
    expect(await validate(bench, file)).toEqual({ exitCode: 0, rules: [] });
});

test('a file that the catalogue does not hold is an error, not silence', async () => {
  const bench = await faulty();
  const { exitCode, rules } = await validate(bench, 'servers/nowhere.yaml');
  expect(exitCode).toBe(1);
  expect(rules).toContain('entry-unknown');
});

test('the hook for pre-commit calls it with files of the catalogue', () => {
  const [hook] = parse(readFileSync(resolve('.pre-commit-hooks.yaml'), 'utf8'));
  const { bin } = JSON.parse(readFileSync(resolve('package.json'), 'utf8'));
  expect(Object.keys(bin)).toContain(hook.entry.split(' ')[0]);
  expect(hook.entry.split(' ')[1]).toBe('validate');
  const files = new RegExp(hook.files);
  const matching = [ORDERS, 'servers/accounts.yaml', 'servers/manual/team/tool.json', 'agentcore-sync.yaml'];
  expect(matching.filter((path) => files.test(path))).toEqual(matching);
  expect(['servers/README.md', 'docs/servers/x.yaml', 'iam/a.yaml'].filter((path) => files.test(path))).toEqual([]);
});
