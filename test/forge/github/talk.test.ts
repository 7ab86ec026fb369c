import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Github, startGithub } from '../../../sandbox/github/server.ts';
import { reportChecks } from '../../../src/forge/github/checks.ts';
import type { Repository } from '../../../src/forge/github/client.ts';
import { keepComment } from '../../../src/forge/github/comment.ts';
import { keepIssue } from '../../../src/forge/github/issue.ts';
import { contract, openOn } from './support.ts';

let github: Github;
let repository: Repository;

beforeEach(async () => {
  github = await startGithub({ repository: 'acme/catalogue', contract, style: 'enterprise' });
  repository = openOn(github);
});
afterEach(async () => {
  await github.stop();
  expect(github.world.violations).toEqual([]);
});

const openRequest = async (): Promise<number> => {
  github.world.git.updateRef('refs/heads/work', '0'.repeat(40), github.people.tip('main'));
  github.people.commit('work', { 'servers/a.yaml': 'a\n' });
  const { data } = await repository.call('opening', (api, at) =>
    api.request('POST /repos/{owner}/{repo}/pulls', { ...at, title: 't', head: 'work', base: 'main' }),
  );
  return data.number;
};

describe('keepComment', () => {
  it('writes one comment and updates it in place, whatever else is said', async () => {
    const number = await openRequest();
    expect(await keepComment(repository, number, { name: 'review', body: 'one' })).toMatchObject({
      operation: 'created',
    });
    for (let index = 0; index < 120; index += 1) github.people.comment(number, `chatter ${index}`);
    expect(await keepComment(repository, number, { name: 'review', body: 'two' })).toMatchObject({
      operation: 'updated',
    });
    expect(await keepComment(repository, number, { name: 'review', body: 'two' })).toMatchObject({ operation: 'none' });
    expect(await keepComment(repository, number, { name: 'plan', body: 'three' })).toMatchObject({
      operation: 'created',
    });
    const ours = github.world.items.get(number)?.comments.filter((it) => it.author === 'github-actions[bot]');
    expect(ours).toMatchObject([
      { body: '<!-- agentcore-sync:review -->\ntwo', updates: 1 },
      { body: '<!-- agentcore-sync:plan -->\nthree' },
    ]);
  });

  it("does not touch a person's comment that copies the marker", async () => {
    const number = await openRequest();
    github.people.comment(number, '<!-- agentcore-sync:review -->\nmine');
    expect(await keepComment(repository, number, { name: 'review', body: 'one' })).toMatchObject({
      operation: 'created',
    });
    expect(github.world.items.get(number)?.comments[0]).toMatchObject({
      body: expect.stringContaining('mine'),
      updates: 0,
    });
  });

  it('writes its own comment also where GitHub would let it change a stranger’s', async () => {
    const number = await openRequest();
    github.person('mallory').comment(number, '<!-- agentcore-sync:plan -->\n0 to create');
    const robot = openOn(github, github.personToken('robot'));
    const keep = (body: string) => keepComment(robot, number, { name: 'plan', body });
    expect(await keep('5 to create')).toMatchObject({ operation: 'created' });
    expect(await keep('6 to create')).toMatchObject({ operation: 'updated' });
    expect(await keep('6 to create')).toMatchObject({ operation: 'none' });
    expect(github.world.items.get(number)?.comments.map(({ author, body }) => `${author}: ${body}`)).toEqual([
      'mallory: <!-- agentcore-sync:plan -->\n0 to create',
      'robot: <!-- agentcore-sync:plan -->\n6 to create',
    ]);
  });

  it('takes only an app’s comment for its own where GitHub does not tell who it is', async () => {
    const number = await openRequest();
    await keepComment(repository, number, { name: 'plan', body: 'one' });
    github.person('mallory').comment(number, '<!-- agentcore-sync:plan -->\ntwo');
    const refusal = { type: 'answer', status: 403, message: 'Resource not accessible by integration' } as const;
    github.world.faults.push({ ...refusal, path: /^\/graphql .*viewer/ });
    expect(await keepComment(repository, number, { name: 'plan', body: 'two' })).toMatchObject({
      operation: 'updated',
    });
    expect(github.world.faults).toEqual([]);
  });

  it('is a note where the job of a fork may not comment', async () => {
    const number = await openRequest();
    const result = await keepComment(openOn(github, github.forkToken()), number, { name: 'review', body: 'one' });
    expect(result).toMatchObject({ operation: 'not-permitted', note: expect.stringContaining('status 403') });
  });

  it('cuts a body that GitHub would refuse', async () => {
    const number = await openRequest();
    await keepComment(repository, number, { name: 'review', body: 'x'.repeat(70_000) });
    expect(github.world.items.get(number)?.comments[0]?.body.length).toBeLessThanOrEqual(65_536);
  });
});

describe('keepIssue', () => {
  const key = { label: 'agentcore-drift', name: 'drift' };
  const content = { title: 'The registry drifted', body: 'two registrations' };

  it('opens, updates and closes one issue', async () => {
    expect(await keepIssue(repository, key, { closing: 'gone' })).toEqual({ operation: 'none' });
    expect(await keepIssue(repository, key, { content, closing: '' })).toMatchObject({
      operation: 'created',
      number: 1,
    });
    expect(await keepIssue(repository, key, { content, closing: '' })).toMatchObject({
      operation: 'unchanged',
      number: 1,
    });
    const more = { ...content, body: 'three registrations' };
    expect(await keepIssue(repository, key, { content: more, closing: '' })).toMatchObject({
      operation: 'updated',
      number: 1,
    });
    expect(await keepIssue(repository, key, { closing: 'gone' })).toMatchObject({ operation: 'closed', number: 1 });
    expect(github.world.items.get(1)).toMatchObject({
      state: 'closed',
      labels: ['agentcore-drift'],
      body: '<!-- agentcore-sync:drift -->\nthree registrations',
      comments: [{ body: 'gone' }],
    });
    expect(await keepIssue(repository, key, { content, closing: '' })).toMatchObject({
      operation: 'created',
      number: 2,
    });
  });

  it('leaves issues alone that only share the label', async () => {
    await keepIssue(repository, { ...key, name: 'waiting' }, { content, closing: '' });
    expect(await keepIssue(repository, key, { closing: 'gone' })).toEqual({ operation: 'none' });
    expect(github.world.items.get(1)?.state).toBe('open');
  });
});

describe('reportChecks', () => {
  const report = {
    name: 'validate',
    conclusion: 'failure',
    title: 'Two problems',
    summary: 's',
    annotations: [],
  } as const;

  it('reports each job under its name, with the first fifty annotations', async () => {
    const head = github.people.tip('main');
    const annotation = {
      path: 'servers/a.yaml',
      line: 3,
      column: 2,
      level: 'failure',
      title: 'schema',
      message: 'wrong',
    } as const;
    const annotations = Array.from({ length: 53 }, () => annotation);
    await reportChecks(repository, head, [
      { ...report, annotations, summary: 'x'.repeat(70_000) },
      { ...report, name: 'plan', conclusion: 'success', detailsUrl: 'https://ci.example/run/1' },
    ]);
    expect(github.world.checks).toMatchObject([
      { name: 'validate', conclusion: 'failure', sha: head },
      { name: 'plan', conclusion: 'success', detailsUrl: 'https://ci.example/run/1' },
    ]);
    expect(github.world.checks[0]?.annotations).toHaveLength(50);
    expect(github.world.checks[0]?.annotations[0]).toEqual({
      path: 'servers/a.yaml',
      start_line: 3,
      end_line: 3,
      start_column: 2,
      end_column: 2,
      annotation_level: 'failure',
      title: 'schema',
      message: 'wrong',
    });
    expect(github.world.checks[0]?.summary).toMatch(/3 more problems are in the job's summary\.$/);
    expect(github.world.checks[0]?.summary?.length).toBeLessThan(65_536);
  });

  it('names the permission that is missing', async () => {
    const token = github.jobToken({ contents: 'read' });
    await expect(reportChecks(openOn(github, token), github.people.tip('main'), [report])).rejects.toMatchObject({
      area: 'github',
      code: 'forbidden',
      message: expect.stringContaining('reporting check "validate"'),
      hint: expect.stringContaining('checks: write'),
    });
  });
});
