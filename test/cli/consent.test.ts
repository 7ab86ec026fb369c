/** apply, sync and import at a terminal: what would be done is shown and asked, and nothing is written without a yes. */
import { expect, test } from 'vitest';
import type { Command } from '../../src/config/options/commands.ts';
import type { Given } from '../../src/config/read-options.ts';
import type { CommandContext } from '../../src/running/context.ts';
import { type Bench, startBench } from './cli.ts';
import { commandIn } from './in-process.ts';

/** A command at a terminal where somebody types this answer. */
const at = async (bench: Bench, command: Command, answer: string, given: Given = {}) => {
  const questions: string[] = [];
  let shown = '';
  const terminal: CommandContext['terminal'] = {
    width: 100,
    colour: false,
    live: false,
    write: (text) => {
      shown += text;
    },
    log: () => undefined,
    ask: async (question) => {
      questions.push(question);
      return answer;
    },
  };
  const { folder, environment } = bench;
  const from = bench.registry.requests.length;
  const result = await commandIn({ folder, environment }, { command, given, environment, terminal });
  const written = bench.registry.requests.slice(from).filter(({ method }) => method !== 'GET');
  return { ...result, questions, shown, writes: written.length };
};

const scanned = async (): Promise<Bench> => {
  const bench = await startBench();
  await bench.seed('scan');
  return bench;
};

test.each(['', 'n', 'no', 'yess'])('"%s" is no: exit 1, nothing written, the plan was shown', async (answer) => {
  const bench = await scanned();
  const said = await at(bench, 'apply', answer);
  expect(said.questions).toEqual([`Apply 5 creates to ${bench.registry.url}? [y/N] `]);
  expect(said.shown).toContain('+ /pricing/');
  expect(said.shown).toMatch(/Plan: 5 to create/);
  expect([said.exitCode, said.writes]).toEqual([1, 0]);
  expect(said.problems.at(-1)).toMatchObject({ text: 'apply: the answer was no, so nothing was written.' });
});

test('yes applies what was shown; then nothing is left to ask about', async () => {
  const bench = await scanned();
  const said = await at(bench, 'apply', 'y');
  expect([said.exitCode, said.result]).toMatchObject([0, expect.anything()]);
  expect(said.writes).toBeGreaterThan(4);
  const again = await at(bench, 'apply', 'y');
  expect([again.exitCode, again.questions, again.writes]).toEqual([0, [], 0]);
});

test('--yes, a saved plan, a dry run and what a limit stops are not asked about', async () => {
  const bench = await scanned();
  expect((await at(bench, 'apply', '', { dryRun: true })).questions).toEqual([]);
  await at(bench, 'plan', '', { out: 'plan.json' });
  const expected = await at(bench, 'apply', '', { expect: 'plan.json' });
  expect([expected.exitCode, expected.questions]).toEqual([0, []]);
  bench.write(
    'agentcore-sync.yaml',
    bench.read('agentcore-sync.yaml').replace('owner: test-catalogue', 'owner: other-catalogue'),
  );
  const taken = await at(bench, 'apply', '', { yes: true, takeOverFrom: 'test-catalogue' });
  expect([taken.exitCode, taken.questions]).toEqual([0, []]);
  bench.write('servers/empty', '');
  const none = await at(bench, 'apply', 'y', { directory: 'nowhere', allowDeletes: true });
  expect([none.exitCode, none.questions, none.writes]).toEqual([1, [], 0]);
});

test('sync asks for files and registry at once, and writes neither without a yes', async () => {
  const bench = await startBench();
  const before = Object.keys(bench.files());
  const no = await at(bench, 'sync', 'n');
  expect(no.questions).toEqual([`Write 5 files below servers, and apply 5 creates to ${bench.registry.url}? [y/N] `]);
  expect([no.exitCode, no.writes, Object.keys(bench.files())]).toEqual([1, 0, before]);
  const yes = await at(bench, 'sync', 'yes');
  expect(yes.exitCode).toBe(0);
  expect(Object.keys(bench.files()).filter((file) => file.startsWith('servers/'))).toHaveLength(5);
});

test('import shows what it would write, and asks', async () => {
  const bench = await startBench();
  bench.write(
    'rates.json',
    JSON.stringify({
      server_name: 'rates',
      path: '/rates/',
      proxy_pass_url: 'https://rates.example.com/mcp',
      description: 'Rates',
    }),
  );
  const run = async (answer: string) => {
    const questions: string[] = [];
    const result = await commandIn(
      { folder: bench.folder, environment: bench.environment },
      {
        command: 'import',
        operands: ['rates.json'],
        environment: bench.environment,
        terminal: {
          width: 100,
          colour: false,
          live: false,
          write: () => undefined,
          log: () => undefined,
          ask: async (question) => {
            questions.push(question);
            return answer;
          },
        },
      },
    );
    return { exitCode: result.exitCode, questions };
  };
  expect(await run('')).toEqual({ exitCode: 1, questions: ['Write 1 file below servers? [y/N] '] });
  expect(Object.keys(bench.files()).some((file) => file.startsWith('servers/'))).toBe(false);
  expect((await run('y')).exitCode).toBe(0);
  expect(Object.keys(bench.files()).some((file) => file.startsWith('servers/'))).toBe(true);
});
