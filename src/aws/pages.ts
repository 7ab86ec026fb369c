import type { AwsFailure } from './failure.ts';

/** A call that went well, or what went wrong. */
export type AwsResult<Value, Failure = AwsFailure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

export interface Page<Item> {
  readonly items: readonly Item[] | undefined;
  readonly nextToken: string | undefined;
}

/** What a listing gave: with `failure`, what came before it. */
export interface PagesRead<Item, Failure = AwsFailure> {
  readonly items: readonly Item[];
  readonly failure?: Failure | AwsFailure;
}

const notAdvancing: AwsFailure = {
  kind: 'page-token',
  code: 'PageToken',
  message: 'a page token came twice: the listing does not advance',
};

/** Far beyond any quota: a listing whose pages never end must not fill the memory. */
const MOST_ITEMS = 1_000_000;

const tooMany: AwsFailure = {
  kind: 'malformed',
  code: 'TooMany',
  message: `the listing has more than ${MOST_ITEMS} items and pages`,
};

const noList: AwsFailure = { kind: 'malformed', code: 'Malformed', message: 'the answer has no list' };

/** All pages of a listing. A page token that comes twice ends it with a failure, as does an answer without a list. */
export const allPages = async <Item, Failure = AwsFailure>(
  fetchPage: (token: string | undefined) => Promise<AwsResult<Page<Item>, Failure>>,
): Promise<PagesRead<Item, Failure>> => {
  const items: Item[] = [];
  const seen = new Set<string>();
  let token: string | undefined;
  for (;;) {
    const page = await fetchPage(token);
    if (!page.ok) return { items, failure: page.failure };
    if (!Array.isArray(page.value.items)) return { items, failure: noList };
    // One by one: as arguments of a call, a hundred thousand are too many.
    for (const item of page.value.items) items.push(item);
    if (items.length + seen.size > MOST_ITEMS) return { items, failure: tooMany };
    token = page.value.nextToken;
    if (!token) return { items };
    if (seen.has(token)) return { items, failure: notAdvancing };
    seen.add(token);
  }
};
