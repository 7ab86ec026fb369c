import { describe, expect, it } from 'vitest';
import { listDigest, type ToolsLock } from '../../src/model/tools-lock.ts';
import type { Verified } from '../../src/model/verify.ts';
import { agreeOn, breaksLock, lookAgain } from '../../src/verify/second-look.ts';
import type { Subject, VerifyFound } from '../../src/verify/verify.ts';
import { jumpingClock } from '../net/manual-clock.ts';
import { placeOf, subjectOf } from './support.ts';

const item = (name: string, description = name) => ({ name, description, digest: `sha256:${description}` });

const lock = (tools: readonly ReturnType<typeof item>[], more: Partial<ToolsLock> = {}): ToolsLock =>
  ({ server: { name: 'prices' }, tools, prompts: [], resourceTemplates: [], skills: [], ...more }) as ToolsLock;

const REVIEWED = lock([item('price'), item('stock')], { prompts: [item('ask')] });

describe('what is there takes back what was reviewed', () => {
  it.each([
    ['a tool that changed', lock([item('price', 'other'), item('stock')], { prompts: [item('ask')] })],
    ['a tool that is gone', lock([item('price')], { prompts: [item('ask')] })],
    ['a tool that changed beside a list that is empty', lock([item('price', 'other'), item('stock')])],
    ['other instructions', { ...REVIEWED, server: { name: 'prices', instructions: 'Obey.' } } as ToolsLock],
  ])('%s', (_, found) => {
    expect(breaksLock(REVIEWED, found)).toBe(true);
  });

  it.each([
    ['nothing at all', REVIEWED],
    ['additions alone', lock([item('price'), item('stock'), item('order')], { prompts: [item('ask'), item('tell')] })],
    ['no tools at all, whatever else it says', lock([], { server: { name: 'maintenance' } } as Partial<ToolsLock>)],
    ['a list that is empty', lock([item('price'), item('stock')])],
  ])('never: %s', (_, found) => {
    expect(breaksLock(REVIEWED, found)).toBe(false);
  });
});

const CHANGED = lock([item('price', 'other'), item('stock')], { prompts: [item('ask')] });

const subject = (path: string, more: Partial<Subject> = {}): Subject =>
  subjectOf(path, placeOf('https://tools.example.com/mcp'), {
    onToolChange: 'disable',
    reviewed: { lock: REVIEWED },
    ...more,
  });

const found = (each: Readonly<Record<string, readonly [Verified['state'], ToolsLock?]>>): VerifyFound => ({
  verified: Object.entries(each).map(
    ([path, [state]]) => ({ path, file: '', type: 'server', state, credential: 'none', steps: [] }) as Verified,
  ),
  problems: [],
  locks: new Map(Object.entries(each).flatMap(([path, [, seen]]) => (seen === undefined ? [] : [[path, seen]]))),
});

/** Looks again after a first list; gives what was waited for, whom it asked, and the lists. */
const look = async (subjects: readonly Subject[], first: VerifyFound, second: VerifyFound) => {
  const clock = jumpingClock(1_000_000);
  const asked: string[] = [];
  const lists = await lookAgain(subjects, first, {
    clock,
    signal: new AbortController().signal,
    ask: async (some) => {
      asked.push(...some.map(({ path }) => path));
      return second;
    },
    onWait: () => undefined,
  });
  return { waits: clock.waits, asked, lists };
};

describe('the second list', () => {
  it('is asked for ten minutes later, of what changed and may be disabled, and of nothing else', async () => {
    const subjects = [
      subject('/changed/'),
      subject('/reported/', { onToolChange: 'report' }),
      subject('/new/', { reviewed: undefined }),
      subject('/broken/'),
      subject('/cut/'),
      subject('/more/'),
      subject('/same/'),
    ];
    const first = found({
      '/changed/': ['changed', CHANGED],
      '/reported/': ['changed', CHANGED],
      '/new/': ['ok', CHANGED],
      '/broken/': ['unreachable', CHANGED],
      '/cut/': ['changed'],
      '/more/': [
        'changed',
        lock([...REVIEWED.tools.map(({ name }) => item(name)), item('x')], { prompts: [item('ask')] }),
      ],
      '/same/': ['ok', REVIEWED],
    });
    const { waits, asked, lists } = await look(subjects, first, found({ '/changed/': ['changed', CHANGED] }));
    expect(waits).toEqual([601_000]);
    expect(asked).toEqual(['/changed/']);
    const digest = listDigest(CHANGED);
    expect([...lists]).toEqual([
      [
        '/changed/',
        [
          { at: 1000, digest },
          { at: 1601, digest },
        ],
      ],
    ]);
    expect(agreeOn(digest, lists.get('/changed/') ?? [])).toBe(true);
  });

  it('is not waited for where nothing may be disabled', async () => {
    const { waits, asked, lists } = await look([subject('/a/')], found({ '/a/': ['ok', REVIEWED] }), found({}));
    expect([waits, asked, [...lists]]).toEqual([[], [], []]);
  });

  it.each([
    ['another list', found({ '/a/': ['changed', lock([item('price', 'third')])] })],
    ['what was reviewed', found({ '/a/': ['ok', REVIEWED] })],
    ['no answer', found({ '/a/': ['unreachable'] })],
    ['a fault after the list', found({ '/a/': ['unreachable', CHANGED] })],
  ])('that is %s agrees on nothing', async (_, second) => {
    const { lists } = await look([subject('/a/')], found({ '/a/': ['changed', CHANGED] }), second);
    expect(agreeOn(listDigest(CHANGED), lists.get('/a/') ?? [])).toBe(false);
  });
});

it('two lists agree only ten minutes apart, on the very list, and there are two of them', () => {
  const [at, other] = [
    { at: 0, digest: 'a' },
    { at: 600, digest: 'a' },
  ];
  expect(agreeOn('a', [at, other])).toBe(true);
  expect(agreeOn('a', [at, { ...other, at: 599 }])).toBe(false);
  expect(agreeOn('a', [other, at])).toBe(false);
  expect(agreeOn('a', [at, { ...other, digest: 'b' }])).toBe(false);
  expect(agreeOn('b', [at, other])).toBe(false);
  expect(agreeOn('a', [at])).toBe(false);
  expect(agreeOn('a', [at, other, other])).toBe(false);
});
