/** The registry's token of a person: where it may come from, and where it may go. */
import { chmodSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startRegistry } from '../../sandbox/registry/registry.ts';
import type { CommandContext } from '../../src/running/context.ts';
import { type Bench, configuration, expectCode, startBench } from './cli.ts';
import { commandIn } from './in-process.ts';

const TOKEN = 'canary-token-of-a-person';
const STATE = '.local/state/agentcore-sync/token-origins.json';

const start = async (tokenLine = ''): Promise<Bench> => {
  const bench = await startBench({ registry: { tokens: { [TOKEN]: { admin: true } } } });
  rmSync(join(bench.folder, '.token'));
  bench.write('agentcore-sync.yaml', configuration(bench.registry.url, tokenLine));
  bench.write(
    'servers/manual/rates.yaml',
    'kind: server\nregistration:\n  path: /rates/\n  name: rates\n  url: https://rates.example.com/mcp\n',
  );
  return bench;
};

const sent = ({ registry }: Bench): readonly string[] => [
  ...new Set(registry.requests.map(({ headers }) => String(headers['authorization']))),
];

/** plan at a terminal where somebody types this answer; gives the questions beside the result. */
const planAt = async (bench: Bench, answer: string, environment: Record<string, string> = {}) => {
  const questions: string[] = [];
  const terminal: CommandContext['terminal'] = {
    width: 120,
    colour: false,
    live: false,
    write: () => undefined,
    log: () => undefined,
    ask: async (question) => {
      questions.push(question);
      return answer;
    },
  };
  const all = { ...bench.environment, HOME: bench.folder, ...environment };
  const place = { folder: bench.folder, environment: all };
  const result = await commandIn(place, { command: 'plan', environment: all, terminal });
  return { ...result, questions };
};

test.each([
  ['--token-file', '', { file: 'keys/registry', words: ' --token-file keys/registry', variable: undefined }],
  [
    'REGISTRY_TOKEN',
    '  token: { github-oidc: { audience: registry } }',
    { file: undefined, words: '', variable: TOKEN },
  ],
  [
    '.token, where the configured variable is not set',
    '  token: { env: REGISTRY_PLATFORM }',
    { file: '.token', words: '', variable: undefined },
  ],
])('it may come from %s beside the committed URL', async (_, line, { file, words, variable }) => {
  const bench = await start(line);
  const text = JSON.stringify({ access_token: TOKEN, registry: bench.registry.url });
  if (file !== undefined) bench.write(file, text);
  const run = await bench.step(`plan${words}`, {
    environment: { REGISTRY_TOKEN: variable === undefined ? undefined : text },
  });
  expectCode(run, 0);
  expect(sent(bench)).toEqual([`Bearer ${TOKEN}`]);
});

test('where there is none, the error says where one may stand and how to get it', async () => {
  const bench = await start('  token: { env: REGISTRY_PLATFORM }');
  const { stderr } = expectCode(await bench.step('plan'), 1);
  expect(stderr.replaceAll(/\s+/g, ' ')).toContain(
    "read the registry's token: expected it in REGISTRY_PLATFORM, REGISTRY_TOKEN or the file .token, met none of them",
  );
  expect(stderr).toContain('Run agentcore-sync login');
  expect(stderr).not.toContain('id-token');
});

test('without a terminal a token that names no registry goes nowhere that only the configuration names', async () => {
  const bench = await start();
  bench.write('.token', TOKEN);
  for (const environment of [{}, { REGISTRY_TOKEN: TOKEN }]) {
    const { stderr } = expectCode(await bench.step('plan', { environment }), 1);
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain('the token was not used there before');
    expect(stderr).toContain('REGISTRY_URL');
    expect(stderr).not.toContain(TOKEN);
  }
  expect(bench.registry.requests).toEqual([]);
  expectCode(await bench.step('plan', { environment: { REGISTRY_URL: bench.registry.url } }), 0);
  expect(sent(bench)).toEqual([`Bearer ${TOKEN}`]);
});

test('on a terminal it is asked once, and kept for this person alone', async () => {
  const bench = await start();
  bench.write('.token', TOKEN);
  const no = await planAt(bench, '');
  expect([no.exitCode, bench.registry.requests]).toEqual([1, []]);
  const yes = await planAt(bench, 'y');
  expect([yes.exitCode, yes.questions]).toEqual([
    0,
    [
      `${new URL(bench.registry.url).origin} is named by the configuration, and the token in .token was not used there before. Send it? [y/N] `,
    ],
  ]);
  expect(statSync(join(bench.folder, STATE)).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(bench.folder, STATE), 'utf8')).not.toContain(TOKEN);
  expect((await planAt(bench, '')).questions).toEqual([]);
  expectCode(await bench.step('plan'), 0);

  // As a file of a checkout would be: others may read it, and it counts for nothing.
  chmodSync(join(bench.folder, STATE), 0o644);
  expect((await planAt(bench, '')).questions).toHaveLength(1);
});

test('a branch that changes registry.url gets no token: not by the file, not by the variable, not by a link', async () => {
  const bench = await start();
  const thief = await startRegistry({ scan: 'off' });
  try {
    bench.write('.token', TOKEN);
    expect((await planAt(bench, 'yes')).exitCode).toBe(0);
    bench.write('agentcore-sync.yaml', configuration(thief.url));
    expectCode(await bench.step('plan'), 1);
    expect((await planAt(bench, 'n')).questions[0]).toContain(new URL(thief.url).origin);
    expectCode(await bench.step('plan', { environment: { REGISTRY_TOKEN: TOKEN } }), 1);
    symlinkSync('.token', join(bench.folder, 'link'));
    bench.write('agentcore-sync.yaml', configuration(thief.url, '  token: { file: link }'));
    expectCode(await bench.step('plan'), 1);
    // One that names its registry is not even asked about.
    bench.write('.token', JSON.stringify({ token: TOKEN, registry: bench.registry.url }));
    const named = await planAt(bench, 'yes');
    expect([named.exitCode, named.questions]).toEqual([1, []]);
    expect(named.problems.at(-1)?.text).toContain(`it says that it is for ${bench.registry.url}`);
    expect(thief.requests).toEqual([]);
  } finally {
    await thief.close();
  }
});

test('in a job URL and token still come from one source', async () => {
  const bench = await start();
  bench.write('keys/registry', TOKEN);
  const run = await bench.step('plan --token-file keys/registry', { environment: { GITHUB_ACTIONS: 'true' } });
  expect(expectCode(run, 64).stderr).toContain('configuration-contradiction');
  expect(bench.registry.requests).toEqual([]);
});
