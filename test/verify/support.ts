import { afterEach } from 'vitest';
import { type McpOptions, type SandboxMcp, startMcp } from '../../sandbox/mcp/server.ts';
import { systemClock } from '../../src/net/clock.ts';
import { createFetch, type FetchPolicy } from '../../src/net/fetch.ts';
import { maskForms } from '../../src/net/masks.ts';
import type { Subject } from '../../src/verify/verify.ts';
import type { ProbePlace, ProbeWorld } from '../../src/verify/world.ts';

export const TOKEN = 'canary-token-of-the-probe';

const ended: (() => unknown)[] = [];
afterEach(() => Promise.all(ended.splice(0).map((end) => end())));

/** Ends what a test opened, after it. */
export const keep = <Thing extends { close(): unknown }>(thing: Thing): Thing => {
  ended.push(() => thing.close());
  return thing;
};

export const start = async (options: McpOptions = {}): Promise<SandboxMcp> => keep(await startMcp(options));

/** A server that takes the token of the tests alone. */
export const guarded = (options: McpOptions = {}): Promise<SandboxMcp> =>
  start({ accepts: (token) => token === TOKEN, ...options });

export const worldOf = (policy: Partial<FetchPolicy> = {}): ProbeWorld => ({
  fetch: keep(
    createFetch({ environment: {}, clock: systemClock, timeoutMs: 5000, maxBodyBytes: 1_000_000, ...policy }),
  ),
  clock: systemClock,
  signal: policy.signal ?? new AbortController().signal,
});

export const placeOf = (url: string, token: string | null = TOKEN): ProbePlace => ({
  url,
  transport: 'streamable-http',
  sign: async () => (token === null ? {} : { authorization: `Bearer ${token}` }),
  secrets: token === null ? [] : maskForms(token),
});

export const subjectOf = (path: string, place: ProbePlace, more: Partial<Subject> = {}): Subject => ({
  path,
  file: `servers/manual${path.replace(/\/$/, '')}.yaml`,
  lockFile: `servers/manual${path.replace(/\/$/, '')}.tools.lock.yaml`,
  requireLock: false,
  onToolChange: 'report',
  type: 'server',
  credential: 'client',
  reviewed: undefined,
  open: async () => ({ type: 'place', place, problems: [] }),
  ...more,
});
