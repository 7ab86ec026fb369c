import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadContract } from '../../../sandbox/github/contract.ts';
import { type Github, startGithub } from '../../../sandbox/github/server.ts';

const contract = loadContract();
let github: Github;
let token: string;

interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Headers;
}

const send = async (method: string, path: string, body?: unknown, bearer = token): Promise<Reply> => {
  const response = await fetch(`${github.environment.GITHUB_API_URL}${path}`, {
    method,
    headers: { authorization: `bearer ${bearer}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : JSON.parse(text), headers: response.headers };
};
const repo = (path = ''): string => `/repos/acme/catalogue${path}`;
const graphql = async (query: string, variables: unknown, bearer = token): Promise<unknown> => {
  const response = await fetch(github.environment.GITHUB_GRAPHQL_URL, {
    method: 'POST',
    headers: { authorization: `bearer ${bearer}` },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
};
const UPDATE = 'mutation ($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }';
const moving = (beforeOid: string, afterOid: string, force = false) => ({
  input: {
    repositoryId: 'R_424242',
    refUpdates: [{ name: 'refs/heads/work', beforeOid, afterOid, force }],
  },
});
const ZERO = '0'.repeat(40);

/** A commit on main with one more file, made through the API. */
const commitFile = async (path: string, content: string): Promise<string> => {
  const parent = github.people.tip('main');
  const base_tree = String((await send('GET', repo(`/git/trees/${parent}`))).body['sha']);
  const tree = await send('POST', repo('/git/trees'), {
    base_tree,
    tree: [{ path, mode: '100644', type: 'blob', content }],
  });
  const commit = await send('POST', repo('/git/commits'), { tree: tree.body['sha'], parents: [parent], message: path });
  return String(commit.body['sha']);
};

beforeEach(async () => {
  github = await startGithub({
    repository: 'acme/catalogue',
    contract,
    files: { 'servers/a.yaml': 'a\n', '.github/workflows/x.yml': 'on: push\n' },
  });
  token = github.jobToken();
});
afterEach(async () => {
  await github.stop();
});

describe('git', () => {
  it('commits through trees, and signs what has no author of its own', async () => {
    const sha = await commitFile('servers/b.yaml', 'b\n');
    expect(await graphql(UPDATE, moving(ZERO, sha))).toEqual({ data: { updateRefs: { clientMutationId: null } } });
    expect(github.people.files('work', 'servers/')).toEqual({ 'servers/a.yaml': 'a\n', 'servers/b.yaml': 'b\n' });
    const commit = await send('GET', repo(`/git/commits/${sha}`));
    expect(commit.body['author']).toMatchObject({ name: 'github-actions[bot]' });
    expect(commit.body['verification']).toMatchObject({ verified: true });
    expect(github.world.violations).toEqual([]);
  });

  it('refuses to move a ref that is no longer where it was seen', async () => {
    const [one, two] = [await commitFile('one', '1'), await commitFile('two', '2')];
    await graphql(UPDATE, moving(ZERO, one));
    expect(await graphql(UPDATE, moving(ZERO, two))).toMatchObject({ errors: [{ type: 'UNPROCESSABLE' }] });
    expect(await graphql(UPDATE, moving(one, two))).toMatchObject({
      errors: [{ message: expect.stringContaining('not a fast forward') }],
    });
    expect(await graphql(UPDATE, moving(one, two, true))).toMatchObject({ data: { updateRefs: {} } });
    expect(github.people.tip('work')).toBe(two);
  });

  it('refuses workflow files of a job token, and a force where a ruleset forbids it', async () => {
    expect(
      await send('POST', repo('/git/trees'), {
        tree: [{ path: '.github/workflows/y.yml', mode: '100644', content: 'x' }],
      }),
    ).toMatchObject({ status: 403, body: { message: 'Resource not accessible by integration' } });
    const [one, two] = [await commitFile('one', '1'), await commitFile('two', '2')];
    await graphql(UPDATE, moving(ZERO, one));
    github.people.commit('main', { '.github/workflows/x.yml': 'on: pull_request\n' });
    expect(await send('POST', repo('/merges'), { base: 'work', head: 'main' })).toMatchObject({
      status: 403,
      body: { message: expect.stringContaining('without `workflows` permission') },
    });
    github.world.settings.rulesets.push({ branches: 'wo*', forbids: ['force'] });
    expect(await graphql(UPDATE, moving(one, two, true))).toMatchObject({
      errors: [{ message: expect.stringContaining('Cannot force-push to this branch') }],
    });
    expect(github.people.tip('work')).toBe(one);
    expect(github.world.violations).toEqual([]);
  });

  it('cuts a large tree short and says so', async () => {
    github.world.settings.treeLimit = 2;
    const tree = await send('GET', repo('/git/trees/main?recursive=1'));
    expect(tree.body).toMatchObject({ truncated: true, tree: [{}, {}] });
  });

  it('compares commits', async () => {
    await graphql(UPDATE, moving(ZERO, await commitFile('one', '1')));
    github.people.commit('main', { other: 'x' });
    const { body } = await send('GET', repo('/compare/main...work'));
    expect(body).toMatchObject({
      status: 'diverged',
      ahead_by: 1,
      behind_by: 1,
      commits: [{ commit: { message: 'one' } }],
    });
    expect(github.world.violations).toEqual([]);
  });
});

describe('pull requests', () => {
  const open = async (bearer = token) =>
    send('POST', repo('/pulls'), { title: 'Scan', head: 'work', base: 'main', body: 'x' }, bearer);

  it('opens one request for a head and refuses a second', async () => {
    github.world.git.updateRef('refs/heads/work', ZERO, await commitFile('one', '1'));
    expect(await open()).toMatchObject({ status: 201, body: { number: 1, user: { login: 'github-actions[bot]' } } });
    expect(await open()).toMatchObject({
      status: 422,
      body: { errors: [{ message: 'A pull request already exists for acme:work.' }] },
    });
    const listed = await send('GET', repo('/pulls?state=all&head=acme:work&per_page=100'));
    expect(listed.body).toMatchObject([{ number: 1, state: 'open' }]);
    expect(github.world.violations).toEqual([]);
  });

  it('refuses a request without commits, or where the setting does not allow a job to open one', async () => {
    github.world.git.updateRef('refs/heads/work', ZERO, github.people.tip('main'));
    expect((await open()).body).toMatchObject({ errors: [{ message: 'No commits between main and work' }] });
    github.world.settings.actionsMayOpenPulls = false;
    expect(await open()).toMatchObject({
      status: 403,
      body: { message: 'GitHub Actions is not permitted to create or approve pull requests.' },
    });
  });

  it.each(['merge', 'squash', 'rebase'] as const)('merges by %s', async (method) => {
    github.world.git.updateRef('refs/heads/work', ZERO, await commitFile('one', '1'));
    await open();
    github.people.commit('main', { two: '2' });
    github.people.merge(1, method);
    expect(Object.keys(github.people.files('main')).sort()).toEqual([
      '.github/workflows/x.yml',
      'one',
      'servers/a.yaml',
      'two',
    ]);
    expect((await send('GET', repo('/pulls/1'))).body).toMatchObject({ merged: true, state: 'closed' });
  });

  it('closes a request whose branch goes, and never opens it again', async () => {
    github.world.git.updateRef('refs/heads/work', ZERO, await commitFile('one', '1'));
    await open();
    github.people.deleteBranch('work');
    expect((await send('GET', repo('/pulls/1'))).body).toMatchObject({ state: 'closed', merged: false });
    github.world.git.updateRef('refs/heads/work', ZERO, await commitFile('one', '1'));
    expect(await send('PATCH', repo('/pulls/1'), { state: 'open' })).toMatchObject({ status: 422 });
  });

  it('shows reviews and the merge queue', async () => {
    github.world.git.updateRef('refs/heads/work', ZERO, await commitFile('one', '1'));
    await open();
    github.people.review(1);
    github.people.enqueue(1);
    const query = `query ($number: Int!) { repository(owner: "acme", name: "catalogue") { pullRequest(number: $number) {
      isInMergeQueue reviewDecision latestOpinionatedReviews(first: 10) { nodes { state author { login } commit { oid } } } } } }`;
    expect(await graphql(query, { number: 1 })).toEqual({
      data: {
        repository: {
          pullRequest: {
            isInMergeQueue: true,
            reviewDecision: 'APPROVED',
            latestOpinionatedReviews: {
              nodes: [{ state: 'APPROVED', author: { login: 'alice' }, commit: { oid: github.people.tip('work') } }],
            },
          },
        },
      },
    });
  });

  it('keeps a fork token from writing, and anybody from reviewing who is no collaborator', async () => {
    github.world.git.updateRef('refs/heads/work', ZERO, await commitFile('one', '1'));
    await open();
    const refused = { status: 403, body: { message: 'Resource not accessible by integration' } };
    expect(await send('POST', repo('/issues/1/comments'), { body: 'x' }, github.forkToken())).toMatchObject(refused);
    expect(await open(github.forkToken())).toMatchObject(refused);
    expect(await send('POST', repo('/pulls/1/requested_reviewers'), { reviewers: ['mallory'] })).toMatchObject({
      status: 422,
    });
    expect(await send('POST', repo('/pulls/1/requested_reviewers'), { team_reviewers: ['platform'] })).toMatchObject({
      status: 201,
    });
    expect(github.world.violations).toEqual([]);
  });
});

describe('issues, comments and checks', () => {
  it('pages lists with links', async () => {
    for (const title of ['a', 'b', 'c']) await send('POST', repo('/issues'), { title, labels: ['drift'] });
    const first = await send('GET', repo('/issues?labels=drift&per_page=2'));
    expect(first.body).toMatchObject([{ title: 'c' }, { title: 'b' }]);
    expect(first.headers.get('link')).toMatch(/page=2>; rel="next"/);
    const second = await send('GET', repo('/issues?labels=drift&per_page=2&page=2'));
    expect(second.body).toMatchObject([{ title: 'a' }]);
    expect(second.headers.get('link')).not.toMatch(/rel="next"/);
  });

  it('takes comments and check runs', async () => {
    const issue = await send('POST', repo('/issues'), { title: 'a' });
    expect(issue.status).toBe(201);
    const comment = await send('POST', repo('/issues/1/comments'), { body: 'one' });
    await send('PATCH', repo(`/issues/comments/${String(comment.body['id'])}`), { body: 'two' });
    expect((await send('GET', repo('/issues/1/comments'))).body).toMatchObject([{ body: 'two' }]);
    const head_sha = github.people.tip('main');
    expect(
      await send('POST', repo('/check-runs'), {
        name: 'validate',
        head_sha,
        conclusion: 'success',
        output: { title: 't', summary: 's' },
      }),
    ).toMatchObject({ status: 201, body: { status: 'completed', conclusion: 'success' } });
    const runs = await send('GET', repo(`/commits/${head_sha}/check-runs`));
    expect(runs.body).toMatchObject({ total_count: 1, check_runs: [{ name: 'validate' }] });
    expect(github.world.violations).toEqual([]);
  });
});

describe('judgement', () => {
  it('counts a field that GitHub does not have as a violation', async () => {
    expect((await send('POST', repo('/issues'), { title: 'a', lables: [] })).status).toBe(500);
    expect(await graphql('{ repository(owner: "acme", name: "catalogue") { colour } }', {})).toHaveProperty('errors');
    expect(github.world.violations).toEqual([
      expect.stringContaining('must NOT have additional properties'),
      expect.stringContaining('Cannot query field "colour"'),
    ]);
  });

  it('fails on request: limits, a lost answer, something in between', async () => {
    github.world.faults.push({
      type: 'answer',
      method: 'GET',
      path: /\/issues$/,
      status: 403,
      message: 'You have exceeded a secondary rate limit.',
      headers: { 'retry-after': '60' },
    });
    const limited = await send('GET', repo('/issues'));
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([403, '60']);
    expect((await send('GET', repo('/issues'))).status).toBe(200);
    github.world.faults.push({ type: 'lost-answer', path: /\/issues$/ });
    await expect(send('POST', repo('/issues'), { title: 'a' })).rejects.toThrow();
    github.world.faults.push({
      type: 'meanwhile',
      path: /\/issues$/,
      run: () => void github.people.commit('main', { x: 'y' }),
    });
    expect((await send('GET', repo('/issues'))).body).toMatchObject([{ title: 'a' }]);
    expect(github.people.files('main')).toHaveProperty('x');
  });

  it('refuses unknown tokens', async () => {
    expect((await send('GET', repo(), undefined, 'nobody')).body).toMatchObject({ message: 'Bad credentials' });
  });

  it('lives below /api/v3 as an enterprise server', async () => {
    const enterprise = await startGithub({ repository: 'acme/catalogue', style: 'enterprise' });
    const response = await fetch(`${enterprise.environment.GITHUB_API_URL}/repos/acme/catalogue`, {
      headers: { authorization: `token ${enterprise.jobToken()}` },
    });
    expect(enterprise.environment.GITHUB_API_URL).toMatch(/\/api\/v3$/);
    expect(enterprise.environment.GITHUB_GRAPHQL_URL).toMatch(/\/api\/graphql$/);
    expect(await response.json()).toMatchObject({ full_name: 'acme/catalogue', default_branch: 'main' });
    await enterprise.stop();
  });
});
