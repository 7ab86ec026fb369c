import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, sep } from 'node:path';
import { SyncError } from '../../../model/errors.ts';
import type { ServeOptions } from '../../kind.ts';
import { STATE_FILE } from '../state.ts';
import { answer, type Served } from './answer.ts';

interface SiteServing extends ServeOptions {
  readonly directory: string;
  /** Other names under which it may be asked, such as that of the published site. */
  readonly names: readonly string[];
  /** Everybody may read it: pages of other sites too. */
  readonly shared: boolean;
}

const code = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

const isAddress = (name: string): boolean => /^[0-9.]+$/.test(name) || name.startsWith('[');

/** Reads below a folder, and never through a link that leads out of it. */
const reader = (directory: string): Served['read'] => {
  return (path) => {
    if (path === STATE_FILE) return undefined;
    const file = join(directory, path);
    try {
      const found = lstatSync(file);
      const root = realpathSync(directory);
      const real = realpathSync(file);
      if (real !== root && !real.startsWith(`${root}${sep}`)) return undefined;
      if (found.isDirectory()) return 'folder';
      return found.isFile() ? readFileSync(file) : undefined;
    } catch (error) {
      if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EACCES'].includes(String(code(error)))) return undefined;
      throw error;
    }
  };
};

/**
 * A Host header that can be ours: an address, which no stranger's name stands for, a name of this machine, or one of the
 * configuration. A page elsewhere whose name resolves to here sends its own.
 */
const hostRule = (names: readonly string[]): Served['isHost'] => {
  const known = new Set(['localhost', ...names.map((name) => name.toLowerCase())]);
  return (host) => {
    const name = host.replace(/:\d{1,5}$/, '').toLowerCase();
    return known.has(name) || isAddress(name);
  };
};

const urlOf = ({ address, family, port }: AddressInfo): string =>
  `http://${family === 'IPv6' ? `[${address}]` : address}:${port}/`;

/**
 * Serves a site until the signal, which ends every connection.
 * @throws SyncError registry/not-found without a site, registry/refused where the port can't be had
 */
export const serveSite = async (options: SiteServing): Promise<void> => {
  const { directory, host, port, signal } = options;
  const read = reader(directory);
  if (read('index.html') === undefined) {
    throw new SyncError('registry', 'not-found', `serve ${directory}: expected a site there, met none`, {
      hint: 'Run apply first: it makes the site.',
    });
  }
  const served: Served = { read, isHost: hostRule([host, ...options.names]), shared: options.shared };
  const server = createServer({ maxHeaderSize: 16 * 1024 }, (request, response) => {
    const { method = '', url = '/', headers } = request;
    request.resume();
    try {
      const answered = answer({ method, target: url, host: headers.host ?? '' }, served);
      response.writeHead(answered.status, answered.headers);
      response.end(method === 'HEAD' ? undefined : answered.body);
    } catch {
      // What the folder refused is nobody's business out there.
      response.writeHead(500, { 'Content-Type': 'text/plain' }).end('The site could not be read.\n');
    }
  });
  const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', (error) => {
    const hint = 'Name another one with --port; 0 takes any that is free.';
    reject(new SyncError('registry', 'refused', `listen on ${host}:${port}: ${String(code(error))}`, { hint }));
  });
  server.listen(port, host, () => {
    const address = server.address();
    if (address !== null && typeof address === 'object') options.onListening(urlOf(address));
  });
  const stop = (): void => {
    server.close(() => resolve());
    // Browsers keep connections on which they never asked anything: nobody waits for those.
    server.closeAllConnections();
  };
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  await ended;
};
