import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBranch } from '../../../src/forge/github/history.ts';
import { listOpenRequests } from '../../../src/forge/github/requests.ts';
import { BRANCH, entry, openOn, type Stage, stage } from './support.ts';

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

describe('stories of people and limits', () => {
  it('creation of requests is not permitted: the branch is kept, link and setting are named', async () => {
    it_.github.world.settings.actionsMayOpenPulls = false;
    const refused = it_.scan({ sources: AB });
    await expect(refused).rejects.toMatchObject({
      area: 'github',
      code: 'forbidden',
      message: expect.stringContaining(`/acme/catalogue/compare/main...${BRANCH}?expand=1`),
      hint: expect.stringContaining('Allow GitHub Actions to create and approve pull requests'),
    });
    expect(it_.servers()).toEqual({ 'a.yaml': entry('a1'), 'b.yaml': entry('b1') });
    it_.github.world.settings.actionsMayOpenPulls = true;
    expect(await it_.scan({ sources: AB })).toMatchObject({ operation: 'created' });
  });

  it('never pushes into a merge queue', async () => {
    await it_.scan({ sources: AB });
    it_.github.people.enqueue(1);
    const pushes = pushesOf();
    expect(await it_.scan({ sources: { ...AB, 'c.yaml': 'c1' } })).toMatchObject({
      operation: 'none',
      reason: 'queued',
    });
    expect(pushesOf()).toBe(pushes);
    expect(it_.github.world.items.get(1)?.pull?.queued).toBe(true);
  });

  it('content changes after an approval: a comment says so and the reviewer is asked again', async () => {
    await it_.scan({ sources: AB });
    it_.github.people.review(1);
    it_.github.person('bob').review(1, 'CHANGES_REQUESTED');
    await it_.scan({ sources: AB });
    expect(it_.github.world.items.get(1)?.comments).toEqual([]);
    await it_.scan({ sources: { ...AB, 'b.yaml': 'b2' } });
    expect(it_.github.world.items.get(1)).toMatchObject({
      comments: [{ body: 'The content changed after an approval.' }],
      pull: { reviewers: ['alice'] },
    });
    // Who was asked again and has not looked since is not told twice.
    await it_.scan({ sources: { ...AB, 'b.yaml': 'b3' } });
    expect(it_.github.world.items.get(1)?.comments).toHaveLength(1);
    it_.github.people.review(1);
    await it_.scan({ sources: { ...AB, 'b.yaml': 'b4' } });
    expect(it_.github.world.items.get(1)?.comments).toHaveLength(2);
  });

  it('lost answers and limits change nothing about the outcome', async () => {
    const { world } = it_.github;
    const limit = { message: 'You have exceeded a secondary rate limit.', headers: { 'retry-after': '1' } };
    world.faults.push(
      { type: 'lost-answer', path: /^\/graphql .*updateRefs/ },
      { type: 'lost-answer', method: 'POST', path: /\/pulls$/ },
      { type: 'answer', method: 'POST', path: /\/git\/trees$/, status: 403, ...limit },
      { type: 'answer', method: 'GET', path: /\/git\/trees/, status: 429, ...limit },
      { type: 'answer', method: 'GET', path: /\/git\/commits/, status: 502, message: 'Server Error' },
    );
    expect(await it_.scan({ sources: AB })).toMatchObject({ number: 1 });
    expect(world.faults).toEqual([]);
    expect([...world.items.keys()]).toEqual([1]);
    expect(it_.commits()).toEqual(['Scan of AgentCore']);
    expect(await it_.scan({ sources: AB })).toMatchObject({ operation: 'none', reason: 'unchanged' });
  });

  it("an app opens requests where the setting keeps a job's token from it", async () => {
    it_.github.world.settings.actionsMayOpenPulls = false;
    const app = openOn(it_.github, it_.github.appToken());
    expect(await it_.scan({ sources: AB }, {}, app)).toMatchObject({ operation: 'created', number: 1 });
    expect(await it_.scan({ sources: { ...AB, 'b.yaml': 'b2' } })).toMatchObject({ operation: 'updated', number: 1 });
  });

  it('a token without the right to write says which permission is missing', async () => {
    const reader = openOn(it_.github, it_.github.jobToken({ contents: 'read', 'pull-requests': 'read' }));
    await expect(it_.scan({ sources: AB }, {}, reader)).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('Resource not accessible by integration'),
      hint: expect.stringContaining('contents: write'),
    });
  });

  it('reviewers that GitHub refuses, drafts and assignees: what it refuses is a note', async () => {
    const asked = { reviewers: ['alice', 'mallory'], teams: [], assignees: ['bob'], draft: true };
    const result = await it_.scan({ sources: AB }, asked);
    expect(result).toMatchObject({
      operation: 'created',
      notes: [expect.stringContaining('asking mallory to review')],
    });
    expect(it_.github.world.items.get(1)).toMatchObject({
      assignees: ['bob'],
      pull: { draft: true, reviewers: ['alice'] },
    });
    // Nobody is asked twice, whoever reviewed meanwhile; a new owner is asked.
    it_.github.people.review(1);
    expect(await it_.scan({ sources: AB }, asked)).toMatchObject({ operation: 'none', notes: [] });
    await it_.scan({ sources: AB }, { ...asked, teams: ['platform'] });
    expect(it_.github.world.items.get(1)?.pull).toMatchObject({ reviewers: [], teams: ['platform'] });
  });

  it('gives the open request a new title and body without a push', async () => {
    await it_.scan({ sources: AB });
    const pushes = pushesOf();
    expect(await it_.scan({ sources: AB }, { title: 'Other', body: 'Other body' })).toMatchObject({
      operation: 'updated',
    });
    expect(it_.github.world.items.get(1)).toMatchObject({
      title: 'Other',
      body: expect.stringMatching(/^Other body\n/),
    });
    expect(pushesOf()).toBe(pushes);
  });

  it('refuses a branch that is its own base', async () => {
    const reading = { branch: 'main', directory: 'servers', known: new Map() };
    await expect(readBranch(it_.repository, reading)).rejects.toMatchObject({ area: 'usage', code: 'bad-option' });
    await expect(readBranch(it_.repository, { ...reading, branch: 'x', base: 'nowhere' })).rejects.toMatchObject({
      area: 'github',
      message: expect.stringContaining('reading branch nowhere'),
    });
  });

  it('lists every open request of ours', async () => {
    await it_.scan({ sources: AB });
    it_.github.person('bob').comment(1, 'looks fine');
    expect(await listOpenRequests(it_.repository, 'main', 'agentcore-')).toMatchObject([
      { number: 1, branch: BRANCH, head: it_.github.people.tip(BRANCH), asked: ['alice'] },
    ]);
    expect(await listOpenRequests(it_.repository, 'main', 'other-')).toEqual([]);
  });
});
