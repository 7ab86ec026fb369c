import { invalid, notAccessible, notFound, Refusal } from './answers.ts';
import type { Json } from './contract.ts';
import { checkBody } from './pull-routes.ts';
import type { Body, Call, Routes } from './routes.ts';
import { permitted } from './rules.ts';
import type { Comment, Item, World } from './state.ts';

const itemFor = ({ world, params, actor }: Call, write: boolean): Item => {
  const item = world.items.get(Number(params['issue_number']));
  if (!item) throw notFound();
  if (write && !permitted(actor, item.pull ? ['issues', 'pull-requests'] : ['issues'], 'write')) throw notAccessible();
  return item;
};

const commentFor = ({ world, params }: Call): { item: Item; comment: Comment } => {
  const id = Number(params['comment_id']);
  for (const item of world.items.values()) {
    const comment = item.comments.find((it) => it.id === id);
    if (comment) return { item, comment };
  }
  throw notFound();
};

/** Names as GitHub takes them: a text or an object; unknown labels come into being. */
const labelNames = (world: World, given: unknown): string[] => {
  const names = (Array.isArray(given) ? given : []).flatMap((it): string[] => {
    if (typeof it === 'string') return [it];
    return typeof it === 'object' && it !== null && 'name' in it && typeof it.name === 'string' ? [it.name] : [];
  });
  for (const name of names) world.labels.add(name);
  return names;
};

const assignable = (world: World, given: readonly unknown[] | undefined): string[] =>
  (given ?? []).flatMap((it) => (typeof it === 'string' && world.settings.collaborators.includes(it) ? [it] : []));

const union = (one: readonly string[], two: readonly string[]): string[] => [...new Set([...one, ...two])];

/** issues, comments and labels. */
export const issueRoutes: Routes = {
  'GET /repos/{owner}/{repo}/issues': ({ world, shapes, query }) => {
    const state = query['state'] ?? 'open';
    const wanted = (query['labels'] ?? '').split(',').filter(Boolean);
    const items = [...world.items.values()]
      .filter((it) => state === 'all' || it.state === state)
      .filter((it) => wanted.every((name) => it.labels.includes(name)))
      .filter((it) => query['creator'] === undefined || query['creator'] === it.author);
    return { status: 200, items: items.reverse().map(shapes.issue) };
  },
  'POST /repos/{owner}/{repo}/issues': ({ world, shapes, actor, body }) => {
    const it = body<Body<'issues/create'>>();
    checkBody('Issue', it.body);
    const number = world.nextNumber();
    const item: Item = {
      number,
      author: actor.login,
      title: String(it.title),
      body: it.body ?? '',
      state: 'open',
      closedBy: undefined,
      labels: labelNames(world, it.labels),
      assignees: assignable(world, it.assignees),
      comments: [],
      pull: undefined,
    };
    world.items.set(number, item);
    return { status: 201, body: shapes.issue(item) };
  },
  'GET /repos/{owner}/{repo}/issues/{issue_number}': (call) => ({
    status: 200,
    body: call.shapes.issue(itemFor(call, false)),
  }),
  'PATCH /repos/{owner}/{repo}/issues/{issue_number}': (call) => {
    const item = itemFor(call, true);
    const it = call.body<Body<'issues/update'>>();
    checkBody('Issue', it.body);
    if (it.state === 'closed' && item.state === 'open') item.closedBy = call.actor.login;
    if (it.state === 'open' || it.state === 'closed') item.state = it.state;
    item.title = it.title === undefined || it.title === null ? item.title : String(it.title);
    item.body = it.body ?? item.body;
    if (it.labels !== undefined) item.labels = labelNames(call.world, it.labels);
    if (it.assignees !== undefined) item.assignees = assignable(call.world, it.assignees);
    return { status: 200, body: call.shapes.issue(item) };
  },
  'POST /repos/{owner}/{repo}/issues/{issue_number}/assignees': (call) => {
    const item = itemFor(call, true);
    // Logins that can't be assigned are left out without a word, as GitHub does it.
    item.assignees = union(item.assignees, assignable(call.world, call.body<Body<'issues/add-assignees'>>().assignees));
    return { status: 201, body: call.shapes.issue(item) };
  },
  'DELETE /repos/{owner}/{repo}/issues/{issue_number}/assignees': (call) => {
    const item = itemFor(call, true);
    const given = call.body<{ assignees: string[] }>().assignees;
    item.assignees = item.assignees.filter((it) => !given.includes(it));
    return { status: 200, body: call.shapes.issue(item) };
  },
  'GET /repos/{owner}/{repo}/issues/{issue_number}/labels': (call) => ({
    status: 200,
    items: itemFor(call, false).labels.map(call.shapes.label),
  }),
  'POST /repos/{owner}/{repo}/issues/{issue_number}/labels': (call) => {
    const item = itemFor(call, true);
    item.labels = union(item.labels, labelNames(call.world, call.body<{ labels?: unknown }>().labels));
    return { status: 200, body: item.labels.map(call.shapes.label) };
  },
  'PUT /repos/{owner}/{repo}/issues/{issue_number}/labels': (call) => {
    const item = itemFor(call, true);
    item.labels = labelNames(call.world, call.body<{ labels?: unknown }>().labels);
    return { status: 200, body: item.labels.map(call.shapes.label) };
  },
  'GET /repos/{owner}/{repo}/labels': ({ world, shapes }) => ({
    status: 200,
    items: [...world.labels].map(shapes.label),
  }),
  'POST /repos/{owner}/{repo}/labels': ({ world, shapes, body }) => {
    const { name } = body<Body<'issues/create-label'>>();
    if (world.labels.has(name)) throw invalid([{ resource: 'Label', code: 'already_exists', field: 'name' }]);
    world.labels.add(name);
    return { status: 201, body: shapes.label(name) };
  },
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments': (call) => {
    const item = itemFor(call, false);
    return { status: 200, items: item.comments.map((comment): Json => call.shapes.comment(item, comment)) };
  },
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments': (call) => {
    const item = itemFor(call, true);
    const { body } = call.body<Body<'issues/create-comment'>>();
    checkBody('IssueComment', body);
    const comment = { id: call.world.nextId(), author: call.actor.login, body, updates: 0 };
    item.comments.push(comment);
    return { status: 201, body: call.shapes.comment(item, comment) };
  },
  'GET /repos/{owner}/{repo}/issues/comments/{comment_id}': (call) => {
    const { item, comment } = commentFor(call);
    return { status: 200, body: call.shapes.comment(item, comment) };
  },
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}': (call) => {
    const { item, comment } = commentFor(call);
    if (!permitted(call.actor, item.pull ? ['issues', 'pull-requests'] : ['issues'], 'write')) throw notAccessible();
    if (comment.author !== call.actor.login && call.actor.kind !== 'person')
      throw new Refusal(403, 'Must have admin rights to Repository.');
    const { body } = call.body<Body<'issues/update-comment'>>();
    checkBody('IssueComment', body);
    comment.body = body;
    comment.updates += 1;
    return { status: 200, body: call.shapes.comment(item, comment) };
  },
  'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}': (call) => {
    const { item, comment } = commentFor(call);
    item.comments = item.comments.filter((it) => it !== comment);
    return { status: 204 };
  },
  'POST /repos/{owner}/{repo}/check-runs': ({ world, shapes, actor, body }) => {
    const it = body<Body<'checks/create'>>();
    const sha = String(it.head_sha);
    if (actor.kind === 'person') throw new Refusal(403, 'You must authenticate via a GitHub App.');
    if (world.git.typeOf(sha) !== 'commit') throw new Refusal(422, `No commit found for SHA: ${sha}`);
    const conclusion = 'conclusion' in it && typeof it.conclusion === 'string' ? it.conclusion : undefined;
    const run = {
      id: world.nextId(),
      name: String(it.name),
      sha,
      status: conclusion === undefined ? String(it.status ?? 'queued') : 'completed',
      conclusion,
      title: it.output?.title,
      summary: it.output?.summary,
      text: it.output?.text,
      detailsUrl: it.details_url,
      externalId: it.external_id,
      annotations: it.output?.annotations ?? [],
      author: actor.login,
    };
    world.checks.push(run);
    return { status: 201, body: shapes.check(run) };
  },
  'GET /repos/{owner}/{repo}/commits/{ref}/check-runs': ({ world, shapes, params, query }) => {
    const sha = world.git.resolve(params['ref'] ?? '');
    const runs = world.checks
      .filter((it) => it.sha === sha && (query['check_name'] === undefined || it.name === query['check_name']))
      .reverse();
    return { status: 200, body: { total_count: runs.length, check_runs: runs.map(shapes.check) } };
  },
};
