import { expect, test } from 'vitest';
import { type Bench, configuration, envelopeOf, expectCode, rulesOf, startBench } from './cli.ts';

/** What this registry does not do is another story. */
const OFF = 'enable-by-hand: off, visibility-unenforced: off, gateway-open: off';

const judgedBy = async (more = `rules: { ${OFF} }\n`): Promise<Bench> => {
  const bench = await startBench();
  await bench.seed('scan');
  bench.write('agentcore-sync.yaml', configuration(bench.registry.url, more));
  return bench;
};

test('severities of the configuration decide, at every command, what is told and what fails', async () => {
  const bench = await judgedBy(`rules: { auth-iam: error, credential-missing: off, ${OFF} }\n`);
  const plan = envelopeOf(expectCode(await bench.step('plan --output json'), 1));
  expect(rulesOf(plan)).toEqual(['auth-iam']);
  expect(plan.problems[0]).toMatchObject({ severity: 'error', place: { file: expect.stringMatching(/^servers\//) } });
  expect(envelopeOf(expectCode(await bench.step('scan --output json'), 0)).problems).toEqual([]);
});

test('--fail-on warning fails for what only warns, and what is accepted fails nothing until its day is over', async () => {
  const bench = await judgedBy();
  expectCode(await bench.step('plan'), 0);
  expectCode(await bench.step('plan --fail-on warning'), 1);
  const accepting = (until: string): string =>
    configuration(
      bench.registry.url,
      [
        `rules: { ${OFF} }`,
        'accepted:',
        `  - { rule: auth-iam, path: "/stock*", reason: SEC-12, until: ${until} }`,
        '  - { rule: credential-missing, path: "/pricing*", reason: no client yet }',
        '',
      ].join('\n'),
    );
  bench.write('agentcore-sync.yaml', accepting('2099-12-31'));
  const run = expectCode(await bench.step('plan --fail-on warning'), 0);
  expect(run.stderr).toBe('');
  expect(run.stdout).toContain('  2 accepted\n');
  expect(run.stdout).toContain('newly accepted: auth-iam /stock/ (SEC-12, until 2099-12-31)');
  await bench.step('apply');
  const second = expectCode(await bench.step('plan --fail-on warning'), 0);
  expect(second.stdout).toBe(
    `Comparing servers/ with ${bench.registry.url}\nPlan: no changes. 5 registrations are as in git.\n  2 accepted\n`,
  );

  bench.write('agentcore-sync.yaml', accepting('2020-12-31'));
  const over = envelopeOf(expectCode(await bench.step('plan --fail-on warning --output json'), 1));
  expect(over.problems).toMatchObject([
    {
      rule: 'auth-iam',
      severity: 'warning',
      hint: expect.stringContaining('It was accepted until 2020-12-31 (SEC-12)'),
    },
    { rule: 'credential-missing', accepted: { reason: 'no client yet' } },
  ]);
});

test('who says that it is not to be enabled is not warned that it is not', async () => {
  const bench = await judgedBy();
  const files = Object.keys(bench.files()).filter((name) => /servers\/.*(stock|pricing).*\.yaml$/.test(name));
  for (const file of files) bench.write(file, bench.read(file).replace(/^( {2}path: .*)$/m, '$1\n  enabled: false'));
  const run = expectCode(await bench.step('plan --fail-on warning'), 0);
  expect(run.stderr).toBe('');
  expect(run.stdout).toContain('  2 accepted\n');
});

test('a guard that would be lowered is told with its line, and nothing is done', async () => {
  const bench = await judgedBy('rules:\n  entry-url: off\naccepted: [{ rule: path-shadowed, path: "*", reason: x }]\n');
  const { problems } = envelopeOf(expectCode(await bench.step('plan --output json'), 64));
  expect(problems).toMatchObject([
    { subject: 'entry-url', place: { file: 'agentcore-sync.yaml', line: expect.any(Number) } },
    { subject: 'path-shadowed', place: { file: 'agentcore-sync.yaml' } },
  ]);
  expect(bench.registry.requests).toEqual([]);
});
