/** login: a person gets a token of the registry, and it goes nowhere else. */
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startIssuer } from '../../sandbox/issuer/server.ts';
import type { Given } from '../../src/config/read-options.ts';
import { systemClock } from '../../src/net/clock.ts';
import type { CommandContext } from '../../src/running/context.ts';
import { type Bench, configuration, expectCode, startBench } from './cli.ts';
import { commandIn } from './in-process.ts';

const git = (folder: string, ...words: readonly string[]): string =>
  execFileSync('git', words, { cwd: folder, encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: folder } });

const start = async () => {
  const issuer = await startIssuer({
    clients: [
      { id: 'people', device: true, scope: 'registry' },
      { id: 'machine', secret: 'the secret of the machine', scope: 'registry' },
    ],
  });
  onTestFinished(() => issuer.close());
  const bench = await startBench();
  rmSync(join(bench.folder, '.token'));
  return { issuer, bench };
};

/** login in this process, by somebody who types the shown code at once. */
const loginIn = async (
  bench: Bench,
  issuer: Awaited<ReturnType<typeof startIssuer>>,
  given: Given,
  environment: Record<string, string> = {},
) => {
  let shown = '';
  const terminal: CommandContext['terminal'] = {
    width: 120,
    colour: false,
    live: false,
    write: (text) => {
      shown += text;
    },
    log: () => undefined,
  };
  const all = { ...bench.environment, HOME: bench.folder, ...environment };
  const clock = {
    now: systemClock.now,
    sleep: async (ms: number, signal?: AbortSignal) => {
      // Time limits of exchanges stay; the wait for a person is over once the person is done.
      if (ms > 10_000) return systemClock.sleep(ms, signal);
      const code = /the code (\S+)\. It holds/.exec(shown)?.[1];
      if (code !== undefined) await issuer.answerDevice(code);
    },
  };
  const result = await commandIn(
    { folder: bench.folder, environment: all },
    { command: 'login', given, environment: all, terminal, clock },
  );
  return { ...result, shown };
};

const tokenIn = (bench: Bench, file = '.token'): Record<string, string> =>
  JSON.parse(readFileSync(join(bench.folder, file), 'utf8'));

test('by device code: shows where to go, writes a token for this registry alone, says when it ends', async () => {
  const { bench, issuer } = await start();
  const done = await loginIn(bench, issuer, { issuer: issuer.issuer, client: 'people', scope: 'registry' });
  expect([done.exitCode, done.problems]).toEqual([0, []]);
  expect(done.shown).toMatch(
    /^Open http:\/\/127\.0\.0\.1:\d+\/device\?user_code=\S+\nand check that it shows the code \S+\. It holds for 10 min\.\n$/,
  );
  const { access_token: token = '', ...rest } = tokenIn(bench);
  expect(token.split('.')).toHaveLength(3);
  expect(rest).toEqual({ registry: bench.registry.url, expires_at: expect.stringMatching(/^\d{4}-.*Z$/) });
  expect(statSync(join(bench.folder, '.token')).mode & 0o777).toBe(0o600);
  expect(done.text).toMatch(/is in \.token, which only you can read\.\nIt ends at .* UTC, in 60 min\.\n$/);
  expect(`${done.text}${done.shown}${JSON.stringify(done.result)}`).not.toContain(token);
  bench.registry.setToken(token, { admin: true });
  expect((await bench.step('plan')).stderr).not.toContain('registry/');
  expect(bench.registry.requests.at(-1)?.headers['authorization']).toBe(`Bearer ${token}`);
});

test('the client of registry.token: with its secret where that is at hand, by device code where it is not', async () => {
  const { bench, issuer } = await start();
  const clients = '[{ id: people, scope: registry }, { id: machine, secret: { env: OAUTH_MACHINE } }]';
  const configured = (id: string): string =>
    configuration(
      bench.registry.url,
      [
        `  token: { issuer: "${issuer.issuer}", client: ${id} }`,
        'issuers:',
        `  - issuer: ${issuer.issuer}`,
        `    clients: ${clients}`,
      ].join('\n'),
    );
  bench.write('agentcore-sync.yaml', configured('machine'));
  const machine = await loginIn(bench, issuer, {}, { OAUTH_MACHINE: 'the secret of the machine' });
  expect([machine.exitCode, machine.shown]).toEqual([0, '']);
  expect(issuer.requests.at(-1)).toMatchObject({ at: 'token', client: 'machine', status: 200 });
  bench.write('agentcore-sync.yaml', configured('people'));
  const person = await loginIn(bench, issuer, {});
  expect([person.exitCode, person.shown.startsWith('Open ')]).toEqual([0, true]);
  expect(tokenIn(bench)['registry']).toBe(bench.registry.url);
});

test('git never takes the token along: ignored already, added to the own list, or refused', async () => {
  const { bench, issuer } = await start();
  const given: Given = { issuer: issuer.issuer, client: 'people', scope: 'registry' };
  git(bench.folder, 'init', '-q');
  const added = await loginIn(bench, issuer, given);
  expect(added.text).toContain('what git ignores in this repository (info/exclude)');
  expect(git(bench.folder, 'status', '--porcelain', '--', '.token')).toBe('');
  expect((await loginIn(bench, issuer, given)).text).not.toContain('info/exclude');

  const asked = issuer.requests.length;
  bench.write('keys/.gitignore', '!mine\n');
  const taken = await loginIn(bench, issuer, { ...given, tokenFile: 'keys/mine' });
  expect(taken.problems[0]?.text).toContain('an ignore file takes it in again');
  bench.write('tracked', '');
  git(bench.folder, 'add', 'tracked');
  const tracked = await loginIn(bench, issuer, { ...given, tokenFile: 'tracked' });
  expect(tracked.problems[0]).toMatchObject({ text: expect.stringContaining('git tracks this file') });
  expect([tracked.exitCode, issuer.requests.length]).toEqual([1, asked]);
});

test('of several registries the one of --to, in a file of its own', async () => {
  const { bench, issuer } = await start();
  const registries = `registries:\n  staging: { type: mcp-gateway-registry, url: "${bench.registry.url}" }\n  live: { type: mcp-gateway-registry, url: "https://registry.example.com" }\n`;
  bench.write('agentcore-sync.yaml', `owner: test-catalogue\n${registries}`);
  const given: Given = { issuer: issuer.issuer, client: 'people', scope: 'registry' };
  const none = await loginIn(bench, issuer, given);
  expect(none.problems[0]).toMatchObject({
    text: expect.stringContaining('staging, live'),
    hint: expect.stringContaining('--to'),
  });
  const one = await loginIn(bench, issuer, { ...given, to: 'staging' });
  expect(one.exitCode).toBe(0);
  expect(tokenIn(bench, '.token-staging')['registry']).toBe(bench.registry.url);
});

test('in a job, and without anybody to ask, it says what to do', async () => {
  const { bench } = await start();
  const { stderr } = expectCode(await bench.step('login'), 1);
  expect(stderr).toContain('--issuer');
  expect(stderr).toContain('registry.token');
});

test('who ends the wait is told that the run was ended, and not that the issuer failed', async () => {
  const { issuer, bench } = await start();
  const stop = new AbortController();
  const { exitCode, problems } = await commandIn(bench, {
    command: 'login',
    given: { registryUrl: bench.registry.url, issuer: issuer.issuer, client: 'people' },
    signal: stop.signal,
    clock: {
      now: systemClock.now,
      sleep: async (ms, signal) => {
        // The limits of calls, and of what is under way once it is to end.
        if (ms > 10_000 || stop.signal.aborted) return systemClock.sleep(ms, signal);
        stop.abort();
        signal?.throwIfAborted();
      },
    },
  });
  expect(exitCode).toBe(1);
  expect(problems.filter(({ severity }) => severity === 'error')).toMatchObject([
    { text: 'The run was ended by a signal. Nothing was written.' },
  ]);
});
