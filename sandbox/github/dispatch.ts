import { actionRoutes } from './action-routes.ts';
import { type Answer, Refusal } from './answers.ts';
import { createComplete } from './complete.ts';
import type { Contract } from './contract.ts';
import { gitRoutes } from './git-routes.ts';
import { createGraphql } from './graphql.ts';
import { issueRoutes } from './issue-routes.ts';
import { pullRoutes } from './pull-routes.ts';
import type { Routes } from './routes.ts';
import { demand } from './rules.ts';
import { createShapes } from './shapes.ts';
import type { Actor, Fault, PermissionName, World } from './state.ts';

export interface Incoming {
  readonly method: string;
  /** Below the API's root. */
  readonly path: string;
  readonly graphql: boolean;
  readonly query: Readonly<Record<string, string>>;
  readonly authorization: string | undefined;
  readonly body: string;
  readonly url: URL;
}

const MAX_PAGE = 100;

/** Which permission an operation needs; items decide for themselves what a write needs. */
const permissionsFor = (id: string): readonly PermissionName[] => {
  if (/\/actions\//.test(id)) return ['actions'];
  if (/check-runs/.test(id)) return ['checks'];
  if (/\/pulls/.test(id)) return ['pull-requests'];
  if (/\/(issues|labels)/.test(id)) return ['issues', 'pull-requests'];
  return ['contents'];
};

/** The page that was asked for, and the Link header that leads to its neighbours. */
const pageOf = (
  items: readonly unknown[],
  incoming: Incoming,
): { page: unknown[]; headers: Record<string, string> } => {
  const size = Math.min(Number(incoming.query['per_page'] ?? 30), MAX_PAGE);
  const number = Number(incoming.query['page'] ?? 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const link = (to: number, rel: string): string => {
    const url = new URL(incoming.url);
    url.searchParams.set('page', String(to));
    return `<${url.href}>; rel="${rel}"`;
  };
  const links = [
    ...(number > 1 ? [link(number - 1, 'prev'), link(1, 'first')] : []),
    ...(number < last ? [link(number + 1, 'next'), link(last, 'last')] : []),
  ];
  const page = items.slice((number - 1) * size, number * size);
  return { page, headers: links.length === 0 ? {} : { link: links.join(', ') } };
};

const parseBody = (text: string): unknown => {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'Problems parsing JSON');
  }
};

/** Takes one request apart, judges it, lets its route answer, and judges the answer. */
export const createDispatcher = (world: World, contract: Contract) => {
  const shapes = createShapes(world, createComplete(contract));
  const routes: Routes = { ...gitRoutes, ...pullRoutes, ...issueRoutes, ...actionRoutes };
  const graphql = createGraphql(world);

  const takeFault = (incoming: Incoming): Fault | undefined => {
    const fault = world.faults.find(
      (it) =>
        (it.method === undefined || it.method === incoming.method) &&
        it.path.test(incoming.graphql ? `/graphql ${incoming.body}` : incoming.path),
    );
    if (!fault) return undefined;
    fault.times = (fault.times ?? 1) - 1;
    if (fault.times <= 0) world.faults.splice(world.faults.indexOf(fault), 1);
    return fault;
  };

  const runGraphql = async (incoming: Incoming, actor: Actor): Promise<Answer> => {
    const body = parseBody(incoming.body);
    const { query, variables } = { query: '', variables: {}, ...(body as object) };
    return { status: 200, body: await graphql(actor, query, variables) };
  };

  const runRest = (incoming: Incoming, actor: Actor): Answer => {
    const operation = contract.find(incoming.method, incoming.path);
    const route = operation ? routes[operation.id] : undefined;
    if (!operation || !route) {
      world.violations.push(`${incoming.method} ${incoming.path}: the double has no such operation`);
      throw new Refusal(404, 'Not Found');
    }
    const body = parseBody(incoming.body);
    const wrong = contract.checkRequest(operation.id, incoming.query, body);
    if (wrong !== undefined) {
      world.violations.push(`${operation.id}: ${wrong}`);
      return { status: 500, body: { message: wrong } };
    }
    const { owner, repo } = operation.params;
    if (owner !== undefined && (owner !== world.owner || repo !== world.name)) throw new Refusal(404, 'Not Found');
    demand(actor, permissionsFor(operation.id), incoming.method === 'GET' ? 'read' : 'write');
    const answer = route({
      world,
      shapes,
      actor,
      params: operation.params,
      query: incoming.query,
      body: <T>() => (body ?? {}) as T,
    });
    const paged = answer.items ? pageOf(answer.items, incoming) : undefined;
    const whole =
      typeof answer.body === 'object' && answer.body !== null ? { ...answer.body, commits: paged?.page } : paged?.page;
    return paged ? { status: answer.status, body: whole, headers: paged.headers } : answer;
  };

  const judge = (incoming: Incoming, answer: Answer): Answer => {
    const operation = contract.find(incoming.method, incoming.path);
    if (!operation || answer.status === 500) return answer;
    const wrong = contract.checkAnswer(operation.id, answer.status, answer.body);
    if (wrong !== undefined) world.violations.push(`answer of ${operation.id}: ${wrong}`);
    return answer;
  };

  const run = async (incoming: Incoming): Promise<Answer> => {
    const token = /^(?:token|bearer) (.+)$/i.exec(incoming.authorization ?? '')?.[1];
    if (token === undefined) throw new Refusal(401, 'Requires authentication');
    const actor = world.actors.get(token);
    if (!actor) throw new Refusal(401, 'Bad credentials');
    return incoming.graphql ? runGraphql(incoming, actor) : judge(incoming, runRest(incoming, actor));
  };

  return async (incoming: Incoming): Promise<Answer | 'lost'> => {
    world.requests.push(`${incoming.method} ${incoming.graphql ? '/graphql' : incoming.path}`);
    const fault = takeFault(incoming);
    if (fault?.type === 'answer') {
      const body = fault.body ?? { message: fault.message, documentation_url: 'https://docs.github.com/rest' };
      return { status: fault.status, body, headers: fault.headers ?? {} };
    }
    if (fault?.type === 'meanwhile') await fault.run();
    try {
      const answer = await run(incoming);
      return fault?.type === 'lost-answer' ? 'lost' : answer;
    } catch (error) {
      if (error instanceof Refusal) return incoming.graphql ? error.answer : judge(incoming, error.answer);
      throw error;
    }
  };
};
