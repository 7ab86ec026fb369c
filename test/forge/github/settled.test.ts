import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MergeMethod } from '../../../sandbox/github/people.ts';
import { type Github, startGithub } from '../../../sandbox/github/server.ts';
import { changedWidening, wideningOf } from '../../../src/config/widening.ts';
import { parseFile } from '../../../src/document/read.ts';
import { openFileHistory } from '../../../src/forge/github/file-history.ts';
import { type Settled, settleSettings } from '../../../src/forge/github/settled.ts';
import { contract, openOn } from './support.ts';

const FILE = 'agentcore-sync.yaml';
const ENTRY = 'servers/manual/a.yaml';
const LIMIT = 'limits.deletes';
const METHODS: readonly MergeMethod[] = ['merge', 'squash', 'rebase'];

let github: Github;

const start = async (files: Readonly<Record<string, string>> = {}): Promise<void> => {
  github = await startGithub({
    repository: 'acme/catalogue',
    contract,
    files: { [FILE]: 'limits: { deletes: 0 }\n', ...files },
  });
};
beforeEach(() => start());
afterEach(async () => {
  await github.stop();
  expect(github.world.violations).toEqual([]);
});

const settings = (deletes: string, more = ''): string => `limits: { deletes: ${deletes} }\n${more}`;

const settle = (tip = github.people.tip('main')): Promise<Settled> =>
  settleSettings(openFileHistory(openOn(github)), {
    file: FILE,
    folders: ['servers', 'gateways'],
    tip,
    defaultBranch: 'main',
    read: (text) => {
      const parsed = parseFile(FILE, text);
      return 'value' in parsed ? wideningOf(parsed.value) : undefined;
    },
    changed: changedWidening,
  });

const limit = async (): Promise<unknown> => (await settle()).values.get(LIMIT);

let branches = 0;

/** A pull request of some commits, on today's main; its number. */
const open = async (...commits: readonly Readonly<Record<string, string | null>>[]): Promise<number> => {
  branches += 1;
  const branch = `change-${branches}`;
  const { world, people } = github;
  world.git.updateRef(`refs/heads/${branch}`, '0'.repeat(40), people.tip('main'));
  for (const edits of commits) people.commit(branch, edits);
  const repository = openOn(github, github.appToken());
  const { data } = await repository.call('opening', (api, at) =>
    api.request('POST /repos/{owner}/{repo}/pulls', { ...at, title: branch, head: branch, base: 'main' }),
  );
  return data.number;
};

/** The same, merged. */
const bring = async (method: MergeMethod, ...commits: readonly Readonly<Record<string, string | null>>[]) => {
  const number = await open(...commits);
  github.people.merge(number, method);
  return number;
};

test.each(METHODS)(
  'by %s: a limit counts when it comes alone, not with entries, in one commit or two',
  async (method) => {
    await bring(method, { [ENTRY]: 'a' });
    await bring(method, { [FILE]: settings('100%'), [ENTRY]: null });
    await bring(method, { [FILE]: settings('90%') }, { [ENTRY]: 'again' });
    const last = await bring(method, { [ENTRY]: 'more' }, { [FILE]: settings('80%') });
    const settled = await settle();
    expect(settled.values.get(LIMIT)).toBe(0);
    expect(settled.pending).toMatchObject([{ name: LIMIT, by: { number: last } }]);
    await bring(method, { [FILE]: settings('70%') });
    await bring(method, { [ENTRY]: 'b' });
    expect(await settle()).toMatchObject({ pending: [], whole: true });
    expect(await limit()).toBe('70%');
  },
);

test('each setting is judged by itself', async () => {
  const hosts = (name: string): string => `network: { privateHosts: [${name}.internal] }\n`;
  await bring('squash', { [FILE]: settings('50%', hosts('a')), [ENTRY]: 'a' });
  await bring('squash', { [FILE]: settings('50%', hosts('b')) });
  const settled = await settle();
  expect([settled.values.get(LIMIT), settled.values.get('network.privateHosts')]).toEqual([0, ['b.internal']]);
  expect(settled.pending.map(({ name }) => name)).toEqual([LIMIT]);
});

const APART = '\n\n\n\n';
const host = (name: string): string => `${APART}network: { privateHosts: [${name}.internal] }\n`;

test('two in a queue are each judged by what they change', async () => {
  github.people.commit('main', { [FILE]: settings('10%', host('a')) });
  const widens = await open({ [FILE]: settings('60%', host('a')), [ENTRY]: 'x' });
  const alone = await open({ [FILE]: settings('10%', host('c')) });
  for (const number of [widens, alone]) github.people.enqueue(number);
  for (const number of [widens, alone]) github.people.merge(number, 'merge');
  const settled = await settle();
  expect([settled.values.get(LIMIT), settled.values.get('network.privateHosts')]).toEqual(['10%', ['c.internal']]);
});

test('a version that nobody can read lifts nothing', async () => {
  await bring('merge', { [FILE]: `${settings('70%')}limits: [`, [ENTRY]: 'b' });
  await bring('merge', { [FILE]: settings('70%') });
  expect(await limit()).toBe(0);
  await bring('merge', { [FILE]: `${settings('100%')}limits: [` });
  await bring('merge', { [FILE]: settings('100%'), [ENTRY]: null });
  expect(await limit()).toBe(0);
});

test('a file that was taken out and comes back with entries is judged by what it said before', async () => {
  github.people.commit('main', { [ENTRY]: 'a' });
  github.people.commit('main', { [FILE]: null });
  await bring('squash', { [FILE]: settings('100%'), [ENTRY]: null });
  expect(await limit()).toBe(0);
});

test('the first version counts together with the first entries, and not beside entries that were there', async () => {
  await github.stop();
  await start({ [ENTRY]: 'a' });
  expect(await limit()).toBe(0);

  await github.stop();
  github = await startGithub({ repository: 'acme/catalogue', contract, files: { [ENTRY]: 'a' } });
  await bring('squash', { [FILE]: settings('100%'), [ENTRY]: 'b' });
  expect(await settle()).toMatchObject({ values: new Map(), pending: [{ name: LIMIT }] });
});

test('a commit that no pull request brought is judged as one of its own', async () => {
  const { people } = github;
  people.commit('main', { [ENTRY]: 'a' });
  people.commit('main', { [FILE]: settings('30%') });
  expect(await limit()).toBe('30%');
  const sha = people.commit('main', { [FILE]: settings('100%'), [ENTRY]: null });
  expect(await settle()).toMatchObject({ pending: [{ name: LIMIT, by: { commit: sha } }] });
  expect(await limit()).toBe('30%');
});

test('a branch that was brought up to date brings nothing of what was merged meanwhile', async () => {
  github.people.commit('main', { [FILE]: settings('0', host('z')) });
  const late = await open({ [FILE]: settings('0', host('a')) });
  await bring('squash', { [FILE]: settings('100%', host('z')), [ENTRY]: 'a' });
  github.people.updateBranch(late);
  github.people.merge(late, 'merge');
  const settled = await settle();
  expect([settled.values.get(LIMIT), settled.values.get('network.privateHosts')]).toEqual([0, ['a.internal']]);
  expect(settled.pending.map(({ name }) => name)).toEqual([LIMIT]);
});

test('an older commit has the answer of its own time, and asking again gives the same', async () => {
  await bring('merge', { [FILE]: settings('20%') });
  const then = github.people.tip('main');
  await bring('merge', { [FILE]: settings('100%'), [ENTRY]: 'a' });
  expect((await settle(then)).values.get(LIMIT)).toBe('20%');
  expect(await settle()).toEqual(await settle());
});

test('what came with a definition of a gateway does not count, whichever way it came', async () => {
  for (const way of ['merge', 'squash', 'rebase'] as const) {
    await bring(way, { [FILE]: settings('100%', `# ${way}\n`), [`gateways/${way}.yaml`]: 'a' });
    expect(await limit()).toBe(0);
  }
});

test('nor what came with entries in a folder that a checkout takes for the same', async () => {
  await bring('squash', { [FILE]: settings('100%'), ['Servers/manual/a.yaml']: 'a' });
  expect(await limit()).toBe(0);
  await bring('squash', { [FILE]: settings('90%'), ['serversmith/a.yaml']: 'a' });
  expect(await limit()).toBe('90%');
});

test('what can’t be read is an error, never an answer', async () => {
  await bring('squash', { [FILE]: settings('100%') });
  const blind = openOn(github, github.jobToken({ contents: 'read' }));
  const ask = settleSettings(openFileHistory(blind), {
    file: FILE,
    folders: ['servers', 'gateways'],
    tip: github.people.tip('main'),
    defaultBranch: 'main',
    read: (text) => new Map([[LIMIT, text]]),
    changed: changedWidening,
  });
  await expect(ask).rejects.toMatchObject({ area: 'github', code: 'forbidden' });
});
