import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Bench, envelopeOf, expectCode, type Run, startBench } from './cli.ts';
import { type Size, worldEntries } from './worlds.ts';

const SMALL: Size = { accounts: 3, regions: 2, entries: 7 };
const LARGE: Size = { accounts: 100, regions: 1, entries: 10 };

const linesOf = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

const worldBench = async (size: Size): Promise<Bench> => {
  const bench = await startBench({ registry: { version: 'newer' } });
  bench.write(
    'agentcore-sync.yaml',
    `owner: test-catalogue\nconfirmBy: review\nregistry:\n  url: ${bench.registry.url}\n`,
  );
  for (const { file, text } of worldEntries(size)) bench.write(file, text);
  return bench;
};

/** refresh tells once what all entries lack: pasted as it is printed, it serves them. */
const tellsWhatIsLacking = async (bench: Bench): Promise<void> => {
  const refresh = await bench.step('refresh');
  expect(linesOf(refresh.stdout) + linesOf(refresh.stderr)).toBeLessThanOrEqual(35);
  expect(refresh.stderr.match(/^issuers:$/gm)).toHaveLength(1);
  const block = /^issuers:\n(?: .*\n)+/m.exec(refresh.stderr)?.[0] ?? '';
  const [issuer] = parse(block).issuers;
  expect(issuer.clients.map(({ id }: { id: string }) => id)).toEqual(['client-0', 'client-1']);
  bench.write('agentcore-sync.yaml', `${bench.read('agentcore-sync.yaml')}${block}`);
  const plan = await bench.step('plan');
  expect(plan.stdout).not.toContain('no client covers them');
};

/** Standard error without the lines that say what a run of more than ten seconds is at: how many there are is the machine's. */
const told = ({ stderr }: Run): string => stderr.replaceAll(/^(reading|applying to|\w+ has begun).*, \d+ s\n/gm, '');

/** One change among many registrations is what a plan shows, with what is to be said of this one. */
const tellsOneChange = async (bench: Bench, size: Size): Promise<void> => {
  const entry = worldEntries(size).find(({ text }) => text.includes('AWS_IAM'));
  if (entry === undefined) throw new Error('no such entry');
  bench.write(entry.file, `${entry.text.trimEnd()}\n  description: Prices\n`);
  const plan = expectCode(await bench.step('plan'), 0);
  expect(plan.stdout).toContain(`~ ${entry.path}  server  ${entry.file}\n`);
  expect(plan.stderr).toContain(`${entry.file}  ${entry.path} expects AWS_IAM`);
  expect(plan.stderr).toContain('warning auth-iam\n');
};

test.each([
  ['42 entries on 3 accounts', SMALL],
  ['1,000 entries on 100 accounts', LARGE],
])('%s: the first plan is cut by account, and the plan after apply is a few lines', async (_name, size) => {
  const bench = await worldBench(size);
  const entries = worldEntries(size);
  const [count, third] = [entries.length, Math.round(entries.length * 0.3)].map((one) => one.toLocaleString('en-US'));

  const first = expectCode(await bench.step('plan'), 0);
  expect(linesOf(first.stdout)).toBeLessThanOrEqual(80);
  expect(linesOf(first.stderr)).toBeLessThanOrEqual(50);
  expect(first.stdout).toMatch(/^ {2}and [\d,]+ more to create in (\d{12}|\d+ other accounts)$/m);
  expect(first.stdout).toMatch(new RegExp(`^Plan: ${count} to create\\.$`, 'm'));
  expect(first.stdout).toMatch(/ servers\/1\d{11}\/us-east-1\/gateways\/gw-0000-0000000000\.yaml$/m);
  // What is not enforced stands first, whatever else there is to warn about.
  expect(told(first).split('\n').slice(0, 2).join(' ')).toMatch(
    new RegExp(`^warning visibility-unenforced {3}This registry .* ${count} servers that should not be public`),
  );

  const applied = expectCode(await bench.step('apply'), 0);
  expect(linesOf(applied.stdout)).toBeLessThanOrEqual(25);
  expect(applied.stdout).toContain(`Applied: ${count} created.`);

  const second = expectCode(await bench.step('plan --exit-code'), 0);
  expect(told(second)).toBe('');
  expect(linesOf(second.stdout)).toBeLessThanOrEqual(10);
  expect(second.stdout.split('\n').slice(0, 2)).toEqual([
    `Comparing servers/ with ${bench.registry.url}`,
    `Plan: no changes. ${count} registrations are as in git.`,
  ]);
  expect(second.stdout).toMatch(/^ {2}This registry stores the visibility of servers, and does not enforce it/m);
  if (size === LARGE) {
    expect(second.stdout).toContain(`  ${third} waiting for a token: no client covers them`);
    expect(second.stdout).toContain(`  ${third} of AWS_IAM: registered, not enabled`);
  }
  await tellsWhatIsLacking(bench);
  await tellsOneChange(bench, size);
});

test('--full shows every change, and JSON has every problem and tells what is known from what is news', async () => {
  const bench = await worldBench(SMALL);
  const full = expectCode(await bench.step('plan --full'), 0);
  for (const { path } of worldEntries(SMALL)) expect(full.stdout).toContain(`+ ${path} `);
  await bench.seed('apply');
  // A machine still gets all of them, and knows them from news.
  const { problems } = envelopeOf(expectCode(await bench.step('plan --output json'), 0));
  expect(problems.filter(({ rule }) => rule === 'auth-iam').length).toBeGreaterThan(10);
  expect(problems.filter((problem) => !('standing' in problem))).toEqual([]);
});
