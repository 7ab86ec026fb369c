/** Verifies as many servers as it is told, so many side by side, and says how long it took. */
import { systemClock } from '../src/net/clock.ts';
import { createFetch } from '../src/net/fetch.ts';
import { type Subject, verifyAll } from '../src/verify/verify.ts';

const [origin = '', count = '1', concurrency = '1'] = process.argv.slice(2);

const subject = (at: number): Subject => ({
  path: `/server-${at}/`,
  file: `servers/manual/server-${at}.yaml`,
  lockFile: `servers/manual/server-${at}.tools.lock.yaml`,
  requireLock: false,
  onToolChange: 'report',
  type: 'server',
  credential: 'none',
  reviewed: undefined,
  open: async () => ({
    type: 'place',
    place: { url: `${origin}/${at}/mcp`, transport: 'streamable-http', sign: async () => ({}), secrets: [] },
    problems: [],
  }),
});

const fetch = createFetch({ environment: {}, clock: systemClock, timeoutMs: 30_000, maxBodyBytes: 1_000_000 });
const subjects = Array.from({ length: Number(count) }, (_, at) => subject(at));
const start = performance.now();
const { verified } = await verifyAll(subjects, {
  fetch,
  clock: systemClock,
  signal: new AbortController().signal,
  concurrency: Number(concurrency),
});
const seconds = (performance.now() - start) / 1000;
await fetch.close();
const ok = verified.filter(({ state, tools }) => state === 'ok' && tools === 20).length;
process.send?.({ seconds, ok });
process.disconnect?.();
