import { invalid, notFound, Refusal } from './answers.ts';
import type { Json } from './contract.ts';
import type { Body, Call, Routes } from './routes.ts';
import { branchRef, type PullItem, pullOf, pullsHolding, pullsOf, type World } from './state.ts';

const MAX_BODY = 65_536;

/** Throws GitHub's refusal of a text that is too long. */
export const checkBody = (resource: string, body: string | null | undefined): void => {
  if ((body ?? '').length <= MAX_BODY) return;
  throw invalid([
    { resource, code: 'custom', field: 'body', message: 'body is too long (maximum is 65536 characters)' },
  ]);
};

const pullFor = ({ world, params }: Call): PullItem => {
  const number = Number(params['pull_number']);
  if (world.items.get(number)?.pull === undefined) throw notFound();
  return pullOf(world, number);
};

const custom = (message: string): Refusal => invalid([{ resource: 'PullRequest', code: 'custom', message }]);

/** Why a request can't be opened or opened again for the branches, in GitHub's words. */
const checkBranches = (world: World, base: string, head: string): void => {
  const tips = { base: world.git.resolve(branchRef(base)), head: world.git.resolve(branchRef(head)) };
  for (const field of ['base', 'head'] as const) {
    if (tips[field] === undefined) throw invalid([{ resource: 'PullRequest', field, code: 'invalid' }]);
  }
  if (pullsOf(world).some((it) => it.state === 'open' && it.pull.head === head && it.pull.base === base)) {
    throw custom(`A pull request already exists for ${world.owner}:${head}.`);
  }
  if (world.git.isAncestor(tips.head ?? '', tips.base ?? '')) throw custom(`No commits between ${base} and ${head}`);
};

const reviewersOf = (call: Call): { reviewers: string[]; teams: string[] } => {
  const it = call.body<{ reviewers?: string[]; team_reviewers?: string[] }>();
  return { reviewers: it.reviewers ?? [], teams: it.team_reviewers ?? [] };
};

/** pulls and what hangs on them. */
export const pullRoutes: Routes = {
  'GET /repos/{owner}/{repo}/pulls': ({ world, shapes, query }) => {
    const state = query['state'] ?? 'open';
    const fits = (it: PullItem): boolean =>
      (state === 'all' || it.state === state) &&
      (query['head'] === undefined || query['head'] === `${world.owner}:${it.pull.head}`) &&
      (query['base'] === undefined || query['base'] === it.pull.base);
    const found = pullsOf(world).filter(fits);
    return { status: 200, items: (query['direction'] === 'asc' ? found.reverse() : found).map(shapes.pullSimple) };
  },
  'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls': ({ world, shapes, params }) => {
    const sha = world.git.resolve(params['commit_sha'] ?? '');
    if (sha === undefined) throw new Refusal(422, `No commit found for SHA: ${params['commit_sha'] ?? ''}`);
    return { status: 200, items: pullsHolding(world, sha).map(shapes.pullSimple) };
  },
  'GET /repos/{owner}/{repo}/pulls/{pull_number}': (call) => ({ status: 200, body: call.shapes.pull(pullFor(call)) }),
  'POST /repos/{owner}/{repo}/pulls': ({ world, shapes, actor, body }) => {
    const it = body<Body<'pulls/create'>>();
    if (actor.kind === 'actions' && !world.settings.actionsMayOpenPulls) {
      throw new Refusal(403, 'GitHub Actions is not permitted to create or approve pull requests.');
    }
    if (it.title === undefined) throw invalid([{ resource: 'PullRequest', code: 'missing_field', field: 'title' }]);
    checkBody('PullRequest', it.body);
    if (it.draft === true && !world.settings.drafts) {
      throw new Refusal(422, 'Draft pull requests are not supported in this repository.');
    }
    const head = it.head.replace(`${world.owner}:`, '');
    checkBranches(world, it.base, head);
    const number = world.nextNumber();
    world.items.set(number, {
      number,
      author: actor.login,
      title: it.title,
      body: it.body ?? '',
      state: 'open',
      closedBy: undefined,
      labels: [],
      assignees: [],
      comments: [],
      pull: {
        head,
        base: it.base,
        headSha: world.git.resolve(branchRef(head)) ?? '',
        draft: it.draft ?? false,
        merged: false,
        mergeCommit: undefined,
        brought: [],
        mergedOnto: undefined,
        reviewers: [],
        teams: [],
        reviews: [],
        queued: false,
        stranded: false,
      },
    });
    return { status: 201, body: shapes.pull(pullOf(world, number)) };
  },
  'PATCH /repos/{owner}/{repo}/pulls/{pull_number}': (call) => {
    const item = pullFor(call);
    const it = call.body<Body<'pulls/update'>>();
    checkBody('PullRequest', it.body);
    if (it.state === 'open' && item.state === 'closed') {
      const { head, base } = item.pull;
      if (item.pull.stranded || item.pull.merged) {
        throw custom(`state cannot be changed. The ${head} branch was force-pushed or recreated.`);
      }
      checkBranches(call.world, base, head);
    }
    if (it.state === 'closed' && item.state === 'open') {
      item.closedBy = call.actor.login;
      item.pull.queued = false;
    }
    item.state = it.state ?? item.state;
    item.title = it.title ?? item.title;
    item.body = it.body ?? item.body;
    item.pull.base = it.base ?? item.pull.base;
    return { status: 200, body: call.shapes.pull(item) };
  },
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/commits': (call) => {
    const { pull } = pullFor(call);
    const { git } = call.world;
    const base = git.resolve(branchRef(pull.base)) ?? pull.headSha;
    const items = git.commitsBetween([base], pull.headSha).map((sha) => call.shapes.commit(git.readCommit(sha)));
    return { status: 200, items };
  },
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files': (call) => {
    const { pull } = pullFor(call);
    const { git } = call.world;
    const base = pull.mergedOnto ?? git.resolve(branchRef(pull.base)) ?? pull.headSha;
    const words: Readonly<Record<string, string>> = { A: 'added', D: 'removed', M: 'modified', T: 'changed' };
    const changed = git.diff(git.mergeBase(base, pull.headSha) ?? base, pull.headSha);
    const items = changed.map(
      (it): Json =>
        call.shapes.complete('diff-entry', { filename: it.path, status: words[it.status] ?? 'changed', sha: it.sha }),
    );
    return { status: 200, items: items.slice(0, 3000) };
  },
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers': (call) => {
    const { pull } = pullFor(call);
    const users = pull.reviewers.map(call.shapes.user);
    return {
      status: 200,
      body: call.shapes.complete('pull-request-review-request', {
        users,
        teams: pull.teams.map((slug) => ({ name: slug, slug })),
      }),
    };
  },
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers': (call) => {
    const item = pullFor(call);
    const { reviewers, teams } = reviewersOf(call);
    const { settings, owner, name } = call.world;
    if (reviewers.includes(item.author)) {
      throw new Refusal(422, 'Review cannot be requested from pull request author.');
    }
    if (
      reviewers.some((it) => !settings.collaborators.includes(it)) ||
      teams.some((it) => !settings.teams.includes(it))
    ) {
      throw new Refusal(
        422,
        `Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the ${owner}/${name} repository.`,
      );
    }
    item.pull.reviewers = [...new Set([...item.pull.reviewers, ...reviewers])];
    item.pull.teams = [...new Set([...item.pull.teams, ...teams])];
    return { status: 201, body: call.shapes.pullSimple(item) };
  },
  'DELETE /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers': (call) => {
    const item = pullFor(call);
    const { reviewers, teams } = reviewersOf(call);
    item.pull.reviewers = item.pull.reviewers.filter((it) => !reviewers.includes(it));
    item.pull.teams = item.pull.teams.filter((it) => !teams.includes(it));
    return { status: 200, body: call.shapes.pullSimple(item) };
  },
};
