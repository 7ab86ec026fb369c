import type { Client } from '@modelcontextprotocol/client';
import { isObject } from '../model/json.ts';
import type { Session } from './mcp.ts';
import { isWithinDepth } from './nested.ts';
import { PROBE_LIMITS, StepError } from './world.ts';

/** Takes every result as it is: what a lock holds is what the server said, not what a library made of it. */
export const AS_IT_IS = {
  '~standard': { version: 1, vendor: 'agentcore-sync', validate: (value: unknown) => ({ value }) },
} as const;

/** One list of a server: the method that gives it, and the member that holds its items. */
export interface ListKind {
  readonly method: 'tools/list' | 'prompts/list' | 'resources/list' | 'resources/templates/list';
  readonly member: string;
}

export type Item = Readonly<Record<string, unknown>>;

const METHOD_NOT_FOUND = -32601;

const isUnknownMethod = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === METHOD_NOT_FOUND;

const itemsOf = (answer: unknown, { method, member }: ListKind): readonly Item[] => {
  const items = isObject(answer) ? answer[member] : undefined;
  if (!Array.isArray(items) || !items.every(isObject) || !items.every(({ name }) => typeof name === 'string')) {
    throw new StepError('json-rpc', `${method}: expected a list of things that have names, met another answer`);
  }
  if (!items.every((item) => isWithinDepth(item, PROBE_LIMITS.depth))) {
    throw new StepError('size', `${method}: expected at most ${PROBE_LIMITS.depth} levels in one item, met more`);
  }
  return items;
};

/**
 * All pages of a list. Throws StepError pages: it has more pages or items than are read, or a page leads to itself; what
 * the client throws otherwise. `offered`: the server announced it; where it did not, a method that it lacks is an empty list.
 */
export const readList = async (
  client: Client,
  kind: ListKind,
  { offered, options }: { readonly offered: boolean; readonly options: Session['options'] },
): Promise<readonly Item[]> => {
  const all: Item[] = [];
  const seen = new Set<string>();
  let cursor: string | undefined;
  for (let page = 0; page < PROBE_LIMITS.pages; page += 1) {
    const params = cursor === undefined ? {} : { cursor };
    const asked = client.request({ method: kind.method, params }, AS_IT_IS, options());
    const answer: unknown = await asked.catch((error: unknown) => {
      if (!offered && isUnknownMethod(error)) return { [kind.member]: [] };
      throw error;
    });
    const items = itemsOf(answer, kind);
    if (all.length + items.length > PROBE_LIMITS.items) {
      throw new StepError('pages', `${kind.method}: expected at most ${PROBE_LIMITS.items} items, met more`);
    }
    all.push(...items);
    const next = isObject(answer) ? answer['nextCursor'] : undefined;
    if (next === undefined || next === null || next === '') return all;
    if (typeof next !== 'string' || seen.has(next)) {
      throw new StepError('pages', `${kind.method}: a page leads to one that was read before`);
    }
    seen.add(next);
    cursor = next;
  }
  throw new StepError('pages', `${kind.method}: expected at most ${PROBE_LIMITS.pages} pages, met more`);
};
