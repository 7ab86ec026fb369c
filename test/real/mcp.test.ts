/** MCP servers that nobody here wrote, of two SDKs: verify and lock ask them as they ask any. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readToolsLock } from '../../src/document/tools-lock.ts';
import { envelopeOf, expectCode } from '../cli/cli.ts';
import { startTokenBench } from '../cli/issuers.ts';

const START_MS = 60_000;
const EVERYTHING = '.cache/real/npm/node_modules/@modelcontextprotocol/server-everything/dist/index.js';

/** Starts a server that tells on one of its streams where it listens. */
const startServer = (program: string, words: readonly string[]): Promise<string> =>
  new Promise((done, fail) => {
    const child: ChildProcess = spawn(program, words, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'] },
      timeout: 5 * START_MS,
      killSignal: 'SIGKILL',
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    let log = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        log += chunk;
        const [, origin] = /(?:listens at|running on) (http:\/\/127\.0\.0\.1:\d+)/i.exec(log) ?? [];
        if (origin !== undefined) done(origin);
      });
    }
    child.once('error', fail);
    child.once('close', (code) => fail(new Error(`${program} ended with ${code}: ${log}`)));
  });

const SERVERS = [
  {
    name: 'everything',
    start: () =>
      startServer(process.execPath, [
        '--import',
        resolve('test/setup/network.mjs'),
        '--import',
        resolve('test/real/listen-on-loopback.mjs'),
        resolve(EVERYTHING),
        'streamableHttp',
      ]),
    era: 'legacy',
    tool: 'echo',
  },
  {
    name: 'prices',
    start: () => startServer(resolve('.cache/real/venv/bin/python'), [resolve('test/real/prices.py')]),
    era: 'modern',
    tool: 'price',
  },
] as const;

test.each(SERVERS)(
  '$name is asked, locked, and found as it was locked',
  async ({ name, start, era, tool }) => {
    const origin = await start();
    const bench = await startTokenBench();
    bench.write('agentcore-sync.yaml', '{}\n');
    bench.write(
      `servers/manual/${name}.yaml`,
      `kind: server\nregistration:\n  path: /${name}/\n  name: ${name}\n  url: ${origin}/mcp\n  authScheme: none\n`,
    );
    const locked = envelopeOf(expectCode(await bench.step(`lock /${name}/ --output json`), 0));
    expect(locked.result).toMatchObject({ locks: [{ path: `/${name}/`, state: 'created' }] });
    const text = readFileSync(join(bench.folder, `servers/manual/${name}.tools.lock.yaml`), 'utf8');
    const read = readToolsLock(`${name}.tools.lock.yaml`, text);
    const { lock } = 'lock' in read ? read : expect.fail(JSON.stringify(read.problems));
    expect(lock.tools.map((one) => one.name)).toContain(tool);
    expect(lock.prompts).not.toEqual([]);
    expect(lock.resourceTemplates).not.toEqual([]);
    const again = envelopeOf(expectCode(await bench.step(`lock /${name}/ --output json`), 0));
    expect(again.result).toMatchObject({ locks: [{ state: 'unchanged' }] });
    const { result } = envelopeOf(expectCode(await bench.step(`verify /${name}/ --output json`), 0));
    expect(result?.['verified']).toMatchObject([
      { path: `/${name}/`, state: 'ok', era, tools: lock.tools.length, lock: 'same' },
    ]);
  },
  5 * START_MS,
);
