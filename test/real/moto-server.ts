import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** Milliseconds that moto takes to start at most. */
export const START_MS = 60_000;

export interface Moto {
  readonly endpoint: string;
  stop(): void;
}

/** Moto on a port of its own choice; it tells which one. */
export const startMoto = (): Promise<Moto> =>
  new Promise((done, fail) => {
    const child = spawn(resolve('.cache/real/venv/bin/moto_server'), ['-H', '127.0.0.1', '-p', '0'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'] },
      timeout: 5 * START_MS,
      killSignal: 'SIGKILL',
    });
    let log = '';
    const read = (chunk: string): void => {
      log += chunk;
      const [, endpoint] = /Running on (http:\/\/127\.0\.0\.1:\d+)/.exec(log) ?? [];
      if (endpoint !== undefined) done({ endpoint, stop: () => void child.kill('SIGKILL') });
    };
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', read);
    child.once('error', fail);
    child.once('close', (code) => fail(new Error(`moto ended with ${code}: ${log}`)));
  });
