import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { ENDLESS, endless } from '../../sandbox/mcp/hostile.ts';
import { createFetch } from '../../src/net/fetch.ts';
import { type Subject, verifyAll } from '../../src/verify/verify.ts';
import { PROBE_LIMITS } from '../../src/verify/world.ts';
import { manualClock } from '../net/manual-clock.ts';
import { guarded, keep, placeOf, start, subjectOf } from './support.ts';

const KINDS = Object.keys(ENDLESS) as readonly (keyof typeof ENDLESS)[];

/** Those that no bound of size ends. */
const WAITING = ['silent', 'dripping', 'open stream'] as const;

const pathOf = (kind: string): string => `/${kind.replaceAll(' ', '-')}/`;

/** A server of each kind and one that answers; the responses that stay open, once all were asked; a run with limits on a clock that stands still. */
const startAll = async () => {
  const clock = manualClock();
  const ending = new AbortController();
  const asked = KINDS.map(() => Promise.withResolvers<ServerResponse>());
  const servers = await Promise.all(
    KINDS.map((kind, at) => start({ answer: endless(kind, (response) => asked[at]?.resolve(response)) })),
  );
  const good = await guarded({ tools: ['one'] });
  const { requestMs: timeoutMs, answerBytes: maxBodyBytes } = PROBE_LIMITS;
  const policy = { environment: {}, clock, timeoutMs, maxBodyBytes, signal: ending.signal };
  const done: string[] = [];
  const subjects: readonly Subject[] = [
    ...KINDS.map((kind, at) => subjectOf(pathOf(kind), placeOf(`${servers[at]?.origin}/mcp`, null))),
    subjectOf('/good/', placeOf(`${good.origin}/mcp`)),
  ];
  const othersDone = Promise.withResolvers<void>();
  const run = verifyAll(subjects, {
    fetch: keep(createFetch(policy)),
    clock,
    signal: ending.signal,
    concurrency: 64,
    onDone: (path) => {
      done.push(path);
      if (done.length === KINDS.length + 1 - WAITING.length) othersDone.resolve();
    },
  });
  const responses = await Promise.all(asked.map(({ promise }) => promise));
  await othersDone.promise;
  return { run, clock, ending, done, servers, responses };
};

const closed = (responses: readonly ServerResponse[]) =>
  Promise.all(
    responses.map((response) => (response.destroyed || response.writableFinished ? true : once(response, 'close'))),
  );

test('a server that never comes to an end delays no other, and is ended at its limit, which is told', async () => {
  const { run, clock, responses, servers } = await startAll();
  clock.advance(PROBE_LIMITS.requestMs);
  const { verified, problems } = await run;
  expect(Object.fromEntries(verified.map(({ path, state, note }) => [path, `${state} ${note ?? ''}`]))).toEqual({
    '/silent/': expect.stringMatching(/^unreachable tools: POST http\S+: expected a whole answer within 30 s$/),
    '/dripping/': expect.stringMatching(/^unreachable tools: POST http\S+: expected a whole answer within 30 s$/),
    '/open-stream/': expect.stringMatching(/^unreachable tools: POST http\S+: expected a whole answer within 30 s$/),
    '/flood-of-events/': expect.stringMatching(/^unreachable tools: POST http\S+: expected at most 16777216 bytes/),
    '/flood-of-small-events/': expect.stringMatching(
      /^unreachable tools: http\S+: expected at most 10000 lines of events/,
    ),
    '/flood-of-lines/': expect.stringMatching(/^unreachable tools: http\S+: expected at most 10000 lines of events/),
    '/list-after-blanks/': 'unreachable tools: expected one message, met a list of them',
    '/asks-back/': expect.stringMatching(/^unreachable tools: http\S+: expected at most 1000 requests, met more$/),
    '/list-of-messages/': 'unreachable tools: expected one message, met a list of them',
    '/good/': 'ok ',
  });
  const layers = verified.flatMap(({ steps }) =>
    steps.filter(({ state }) => state === 'failed').map(({ layer }) => layer),
  );
  expect(layers).toEqual(['time', 'time', 'time', 'size', 'size', 'size', 'json-rpc', 'size', 'size', 'json-rpc']);
  expect(problems.filter(({ rule }) => rule === 'server-unreachable')).toHaveLength(KINDS.length);
  await closed(responses);
  expect(Math.max(...servers.map(({ requests }) => requests.length))).toBeLessThanOrEqual(PROBE_LIMITS.requests + 1);
});

test('a run that is ended waits for none of them', async () => {
  const { run, ending, responses, done } = await startAll();
  expect(done).toContain('/good/');
  ending.abort(new Error('SIGTERM'));
  const { problems } = await run;
  expect(problems.map(({ text }) => text)).toContain(
    `The run was ended: ${WAITING.length} of its servers and agents were not looked at.`,
  );
  await closed(responses);
});

test('what was found before its time was over counts, and the step under way is the one that failed', async () => {
  const clock = manualClock();
  const pages = Promise.withResolvers<void>();
  const server = await guarded({
    content: { tools: [], prompts: [{ name: 'greet' }] },
    lie: ({ method, cursor = '0' }) => {
      if (method !== 'tools/list') return undefined;
      clock.advance(10_000);
      if (cursor === '8') pages.resolve();
      return { tools: [], nextCursor: `${Number(cursor) + 1}` };
    },
  });
  const fetch = keep(createFetch({ environment: {}, clock, timeoutMs: 30_000, maxBodyBytes: 1_000_000 }));
  const signal = new AbortController().signal;
  const { verified } = await verifyAll([subjectOf('/slow/', placeOf(`${server.origin}/mcp`))], {
    fetch,
    clock,
    signal,
    concurrency: 1,
  });
  await pages.promise;
  expect(verified).toMatchObject([
    {
      state: 'unreachable',
      era: 'modern',
      note: 'tools: expected everything that is asked of one server within 90 s',
      lock: 'incomplete',
      steps: [
        { step: 'initialize', state: 'ok' },
        { step: 'tools', state: 'failed', layer: 'time' },
        { step: 'prompts', state: 'skipped', text: 'not asked: the time was over' },
        { step: 'resources', state: 'skipped' },
        { step: 'resource-templates', state: 'skipped' },
        { step: 'ping', state: 'skipped' },
      ],
    },
  ]);
});
