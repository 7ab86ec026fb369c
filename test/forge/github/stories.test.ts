import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BRANCH, entry, type Stage, stage } from './support.ts';

let it_: Stage;
const A = { 'a.yaml': 'a1' };
const AB = { ...A, 'b.yaml': 'b1' };
const pushesOf = (): number => it_.github.world.pushes.filter((push) => push.by === 'github-actions[bot]').length;

beforeEach(async () => {
  it_ = await stage();
});
afterEach(async () => {
  await it_.github.stop();
  expect(it_.github.world.violations).toEqual([]);
});

describe('stories of the request', () => {
  it('first scan: one commit on the base, one request', async () => {
    const result = await it_.scan({ sources: AB });
    expect(result).toMatchObject({ operation: 'created', number: 1, notes: [] });
    expect(it_.commits()).toEqual(['Scan of AgentCore']);
    expect(it_.servers()).toEqual({ 'a.yaml': entry('a1'), 'b.yaml': entry('b1') });
    const request = it_.github.world.items.get(1);
    expect(request).toMatchObject({
      title: 'Scan of AgentCore',
      labels: ['agentcore'],
      pull: { teams: ['platform'], reviewers: ['alice'] },
    });
    expect(request?.body).toMatch(/^What changed\n\n<!-- agentcore-sync asked=alice,platform -->$/);
    const commit = it_.github.world.git.readCommit(it_.github.people.tip(BRANCH));
    expect(commit.committer.name).toBe('GitHub');
  });

  it('nothing new: no push, no request, no write at all', async () => {
    expect(await it_.scan({ sources: A })).toMatchObject({ operation: 'none', reason: 'no-difference' });
    await it_.scan({ sources: AB });
    const before = it_.github.world.requests.length;
    const pushes = pushesOf();
    expect(await it_.scan({ sources: AB })).toMatchObject({
      operation: 'none',
      reason: 'unchanged',
      request: { number: 1 },
    });
    expect(pushesOf()).toBe(pushes);
    const writes = it_.github.world.requests
      .slice(before)
      .filter((line) => !line.startsWith('GET ') && !line.endsWith('/graphql'));
    expect(writes).toEqual([]);
  });

  it('base moved elsewhere: no push', async () => {
    await it_.scan({ sources: AB });
    it_.github.people.commit('main', { 'README.md': 'Another\n', 'servers/c.yaml': entry('c1', 'by hand') });
    const pushes = pushesOf();
    const result = await it_.scan({ sources: { ...AB, 'c.yaml': 'c1' } });
    expect(result).toMatchObject({ operation: 'none', reason: 'unchanged' });
    expect(pushesOf()).toBe(pushes);
  });

  it('base moved with an edit to the same entry: one commit on the new base, with both', async () => {
    await it_.scan({ sources: { 'a.yaml': 'a2' } });
    it_.github.people.commit('main', { 'servers/a.yaml': entry('a1', 'edited on main') });
    expect(await it_.scan({ sources: { 'a.yaml': 'a2' } })).toMatchObject({ operation: 'updated', number: 1 });
    expect(it_.servers()).toEqual({ 'a.yaml': entry('a2', 'edited on main') });
    expect(it_.commits()).toEqual(['Scan of AgentCore']);
    it_.github.people.merge(1);
  });

  it('a person edits in the request: the commit and the bytes stay, scan goes on beside them', async () => {
    await it_.scan({ sources: AB });
    const edit = it_.github.people.commit(
      BRANCH,
      { 'servers/b.yaml': entry('b1', 'edited in the request') },
      'Name it',
    );
    expect(await it_.scan({ sources: AB })).toMatchObject({ operation: 'none', reason: 'unchanged' });
    expect(it_.github.people.tip(BRANCH)).toBe(edit);
    expect(await it_.scan({ sources: { ...AB, 'b.yaml': 'b2' } })).toMatchObject({ operation: 'updated' });
    expect(it_.servers()['b.yaml']).toBe(entry('b2', 'edited in the request'));
    expect(it_.commits()).toEqual(['Scan of AgentCore', 'Name it', 'Scan of AgentCore']);
  });

  it('a person edits in the request, and the base moves in the same entry: merged, nothing lost', async () => {
    await it_.scan({ sources: { 'a.yaml': 'a2' } });
    it_.github.people.commit(
      BRANCH,
      { 'servers/a.yaml': entry('a2', 'edited in the request'), 'NOTES.md': 'mine\n' },
      'Name it',
    );
    it_.github.people.commit('main', { 'servers/a.yaml': entry('a1', 'edited on main'), 'README.md': 'Another\n' });
    expect(await it_.scan({ sources: { 'a.yaml': 'a2' } })).toMatchObject({ operation: 'updated', notes: [] });
    it_.github.people.merge(1);
    const files = it_.github.people.files('main');
    expect(files).toMatchObject({
      'servers/a.yaml': entry('a2', 'edited in the request'),
      'README.md': 'Another\n',
      'NOTES.md': 'mine\n',
    });
  });

  it('a person deletes a scanned file in the request: it is registered no more, and not proposed again', async () => {
    await it_.scan({ sources: AB });
    it_.github.people.commit(BRANCH, { 'servers/b.yaml': null, 'servers/a.yaml': null }, 'Not these');
    await it_.scan({ sources: AB });
    expect(it_.servers()).toEqual({ 'a.yaml': entry('a1', 'register false'), 'b.yaml': entry('b1', 'register false') });
    expect(await it_.scan({ sources: AB })).toMatchObject({ operation: 'none', reason: 'unchanged' });
    it_.github.people.merge(1);
    expect(await it_.scan({ sources: AB })).toMatchObject({ operation: 'none', reason: 'no-difference' });
  });

  it('an account is denied this hour while its changes are pending: they stay', async () => {
    await it_.scan({ sources: { ...AB, 'c.yaml': 'c1' } });
    const pushes = pushesOf();
    const denied = { sources: A, listed: (path: string) => path === 'a.yaml' };
    expect(await it_.scan(denied)).toMatchObject({ operation: 'none', reason: 'unchanged' });
    expect(pushesOf()).toBe(pushes);
    it_.github.people.commit('main', { 'servers/a.yaml': entry('a1', 'edited on main') });
    await it_.scan({ sources: { 'a.yaml': 'a2' }, listed: denied.listed });
    expect(it_.servers()).toEqual({
      'a.yaml': entry('a2', 'edited on main'),
      'b.yaml': entry('b1'),
      'c.yaml': entry('c1'),
    });
  });

  it('a dispatch for one account changes only what it lists', async () => {
    await it_.scan({ sources: { ...AB, 'c.yaml': 'c1' } });
    await it_.scan({ sources: { 'b.yaml': 'b2' }, listed: (path) => path === 'b.yaml' });
    expect(it_.servers()).toEqual({ 'a.yaml': entry('a1'), 'b.yaml': entry('b2'), 'c.yaml': entry('c1') });
    expect(it_.commits()).toEqual(['Scan of AgentCore']);
  });

  it('the difference goes: the request is closed and the branch removed; when it comes back a new one is opened', async () => {
    await it_.scan({ sources: AB });
    expect(await it_.scan({ sources: A })).toMatchObject({ operation: 'closed', number: 1 });
    expect(it_.github.world.items.get(1)).toMatchObject({ state: 'closed', closedBy: 'github-actions[bot]' });
    expect(it_.github.world.git.resolve(`refs/heads/${BRANCH}`)).toBeUndefined();
    expect(await it_.scan({ sources: AB })).toMatchObject({ operation: 'created', number: 2 });
  });

  it('the difference goes, but a person left something else in the request: it stays open', async () => {
    await it_.scan({ sources: AB });
    it_.github.people.commit(BRANCH, { 'NOTES.md': 'mine\n' }, 'A note');
    expect(await it_.scan({ sources: A })).toMatchObject({ operation: 'updated', number: 1 });
    expect(it_.servers()).toEqual({ 'a.yaml': entry('a1') });
    expect(it_.github.people.files(BRANCH)).toHaveProperty('NOTES.md');
  });

  it('a person closes the request: it stays closed until the content differs', async () => {
    await it_.scan({ sources: AB });
    it_.github.people.close(1);
    const pushes = pushesOf();
    expect(await it_.scan({ sources: AB })).toMatchObject({
      operation: 'none',
      reason: 'declined',
      request: { number: 1 },
    });
    it_.github.people.commit('main', { 'README.md': 'Another\n' });
    expect(await it_.scan({ sources: AB })).toMatchObject({ operation: 'none', reason: 'declined' });
    expect(pushesOf()).toBe(pushes);
    expect(await it_.scan({ sources: { ...AB, 'c.yaml': 'c1' } })).toMatchObject({ operation: 'created', number: 2 });
    expect(it_.github.world.items.get(1)?.state).toBe('closed');
  });

  it('a person deletes the branch, which closes the request: as if they had closed it', async () => {
    await it_.scan({ sources: AB });
    it_.github.people.deleteBranch(BRANCH);
    expect(await it_.scan({ sources: AB })).toMatchObject({ operation: 'none', reason: 'declined' });
    expect(await it_.scan({ sources: { ...AB, 'c.yaml': 'c1' } })).toMatchObject({ operation: 'created', number: 2 });
    expect(it_.commits()).toEqual(['Scan of AgentCore']);
  });

  it.each(['merge', 'squash', 'rebase'] as const)(
    'merged by %s: the next request holds only what is new',
    async (method) => {
      await it_.scan({ sources: AB });
      it_.github.people.merge(1, method);
      expect(await it_.scan({ sources: AB })).toMatchObject({ operation: 'none', reason: 'no-difference' });
      it_.github.people.commit('main', { 'servers/b.yaml': entry('b1', 'edited after the merge') });
      expect(await it_.scan({ sources: { ...AB, 'c.yaml': 'c1' } })).toMatchObject({ operation: 'created', number: 2 });
      expect(it_.servers()).toEqual({
        'a.yaml': entry('a1'),
        'b.yaml': entry('b1', 'edited after the merge'),
        'c.yaml': entry('c1'),
      });
      expect(it_.commits()).toEqual(['Scan of AgentCore']);
    },
  );

  it.each(['squash', 'rebase'] as const)(
    'merged by %s, then reverted by a narrower view: nothing that was merged comes back',
    async (method) => {
      await it_.scan({ sources: AB });
      it_.github.people.merge(1, method);
      it_.github.people.commit('main', { 'servers/b.yaml': null });
      await it_.scan({ sources: { 'a.yaml': 'a2' }, listed: (path) => path === 'a.yaml' });
      expect(it_.servers()).toEqual({ 'a.yaml': entry('a2') });
    },
  );

  it('the base is rewritten: what it dropped does not come back through the branch', async () => {
    it_.github.people.commit('main', { 'servers/x.yaml': entry('x1') });
    await it_.scan({ sources: { ...AB, 'x.yaml': 'x1' } });
    it_.github.people.amend('main', { 'servers/x.yaml': null, 'README.md': 'Rewritten\n' });
    const narrow = { sources: AB, listed: (path: string) => path !== 'x.yaml' };
    expect(await it_.scan(narrow)).toMatchObject({ operation: 'updated' });
    expect(it_.servers()).toEqual({ 'a.yaml': entry('a1'), 'b.yaml': entry('b1') });
    expect(it_.commits()).toEqual(['Scan of AgentCore']);
  });

  it('two scans at once: the second builds on what the first pushed', async () => {
    it_.github.world.faults.push({
      type: 'meanwhile',
      path: /^\/graphql .*updateRefs/,
      run: async () => {
        await it_.scan({ sources: { 'c.yaml': 'c1' }, listed: (path) => path === 'c.yaml' });
      },
    });
    const result = await it_.scan({ sources: AB, listed: (path) => path !== 'c.yaml' });
    expect(result).toMatchObject({ operation: 'updated', number: 1 });
    expect(it_.servers()).toEqual({ 'a.yaml': entry('a1'), 'b.yaml': entry('b1'), 'c.yaml': entry('c1') });
    expect([...it_.github.world.items.keys()]).toEqual([1]);
  });

  it('a person pushes while scan is about to replace its commit: their commit stays', async () => {
    await it_.scan({ sources: AB });
    it_.github.world.faults.push({
      type: 'meanwhile',
      path: /^\/graphql .*updateRefs/,
      run: () => void it_.github.people.commit(BRANCH, { 'servers/b.yaml': entry('b1', 'just now') }, 'Just now'),
    });
    expect(await it_.scan({ sources: { ...AB, 'b.yaml': 'b2' } })).toMatchObject({ operation: 'updated' });
    expect(it_.servers()['b.yaml']).toBe(entry('b2', 'just now'));
    expect(it_.commits()).toEqual(['Scan of AgentCore', 'Just now', 'Scan of AgentCore']);
  });

  it('the base changed a workflow file: our one commit moves onto it; with people on the branch it is not merged', async () => {
    await it_.scan({ sources: { 'a.yaml': 'a2' } });
    it_.github.people.commit('main', {
      '.github/workflows/ci.yml': 'on: pull_request\n',
      'servers/a.yaml': entry('a1', 'on main'),
    });
    expect(await it_.scan({ sources: { 'a.yaml': 'a2' } })).toMatchObject({ operation: 'updated', notes: [] });
    it_.github.people.commit(BRANCH, { 'servers/a.yaml': entry('a2', 'in the request') }, 'Name it');
    it_.github.people.commit('main', {
      '.github/workflows/ci.yml': 'on: merge_group\n',
      'servers/a.yaml': entry('a1', 'again on main'),
    });
    const result = await it_.scan({ sources: { 'a.yaml': 'a3' } });
    expect(result).toMatchObject({
      operation: 'updated',
      notes: [expect.stringContaining('a person must merge them')],
    });
    expect(it_.servers()).toEqual({ 'a.yaml': entry('a3', 'in the request') });
    expect(it_.github.people.files(BRANCH)['.github/workflows/ci.yml']).toBe('on: pull_request\n');
  });

  it('a ruleset forbids force pushes: a commit is added instead', async () => {
    it_.github.world.settings.rulesets.push({ branches: '*', forbids: ['force'] });
    await it_.scan({ sources: AB });
    expect(await it_.scan({ sources: { ...AB, 'b.yaml': 'b2' } })).toMatchObject({ operation: 'updated', number: 1 });
    expect(it_.commits()).toEqual(['Scan of AgentCore', 'Scan of AgentCore']);
    expect(it_.servers()['b.yaml']).toBe(entry('b2'));
    it_.github.world.settings.rulesets.length = 0;
    await it_.scan({ sources: { ...AB, 'b.yaml': 'b3' } });
    expect(it_.commits()).toEqual(['Scan of AgentCore']);
  });

  it('a resource gets a new id while the base edits its entry: the edit moves along', async () => {
    await it_.scan({ sources: { 'a-new.yaml': 'a1@2' } });
    it_.github.people.commit('main', { 'servers/a.yaml': entry('a1', 'edited on main') });
    await it_.scan({ sources: {}, listed: () => false });
    expect(it_.servers()).toEqual({ 'a-new.yaml': entry('a1@2', 'edited on main') });
  });
});
