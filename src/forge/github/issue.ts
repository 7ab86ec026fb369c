import type { Repository } from './client.ts';

/** What became of the issue. */
export type IssueResult =
  | {
      readonly operation: 'created' | 'updated' | 'unchanged' | 'closed';
      readonly number: number;
      readonly url: string;
    }
  | { readonly operation: 'none' };

export interface IssueContent {
  readonly title: string;
  /** Markdown. */
  readonly body: string;
}

interface IssueKey {
  /** Label by which our issues are found. */
  readonly label: string;
  /** Which of them, `[a-z0-9-]+`. */
  readonly name: string;
}

/** GitHub takes 65,536 characters; the rest is room for the marker. */
const MAX_BODY = 65_000;

const markerOf = (key: IssueKey): string => `<!-- agentcore-sync:${key.name} -->`;

const openIssues = async (repository: Repository, label: string) => {
  const all = await repository.call(`listing issues labelled ${label}`, (api, at) =>
    api.paginate('GET /repos/{owner}/{repo}/issues', { ...at, labels: label, state: 'open', per_page: 100 }),
  );
  return all.filter((it) => it.pull_request === undefined);
};

type Issue = Awaited<ReturnType<typeof openIssues>>[number];

const keep = async (
  repository: Repository,
  key: IssueKey,
  { found, content }: { readonly found: Issue | undefined; readonly content: IssueContent },
): Promise<IssueResult> => {
  const body = `${markerOf(key)}\n${content.body.slice(0, MAX_BODY)}`;
  if (!found) {
    const { data } = await repository.call(`opening the issue "${content.title}"`, (api, at) =>
      api.request('POST /repos/{owner}/{repo}/issues', { ...at, title: content.title, body, labels: [key.label] }),
    );
    return { operation: 'created', number: data.number, url: data.html_url };
  }
  const shown = { number: found.number, url: found.html_url };
  if (found.title === content.title && found.body?.replaceAll('\r\n', '\n') === body) {
    return { operation: 'unchanged', ...shown };
  }
  await repository.call(`updating issue ${found.number}`, (api, at) =>
    api.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
      ...at,
      issue_number: found.number,
      title: content.title,
      body,
    }),
  );
  return { operation: 'updated', ...shown };
};

/**
 * Keeps one open issue while there is something to say: opens it, brings it up to date, or closes it with a comment
 * when `content` is absent.
 * @param closing Markdown of the comment that closes it
 */
export const keepIssue = async (
  repository: Repository,
  key: IssueKey,
  state: { readonly content?: IssueContent; readonly closing: string },
): Promise<IssueResult> => {
  const { content } = state;
  const found = (await openIssues(repository, key.label)).find((it) => it.body?.startsWith(markerOf(key)));
  if (!content) return found ? close(repository, found, state.closing) : { operation: 'none' };
  return keep(repository, key, { found, content });
};

/**
 * The same for several issues whose names begin alike: one for each content, and every other one of that beginning closed.
 * They are listed once.
 */
export const keepIssues = async (
  repository: Repository,
  { label, prefix }: { readonly label: string; readonly prefix: string },
  state: { readonly contents: ReadonlyMap<string, IssueContent>; readonly closing: string },
): Promise<readonly IssueResult[]> => {
  const begins = `<!-- agentcore-sync:${prefix}`;
  const open = (await openIssues(repository, label)).filter((it) => it.body?.startsWith(begins));
  const results: IssueResult[] = [];
  for (const [name, content] of state.contents) {
    const key = { label, name };
    const found = open.find((it) => it.body?.startsWith(markerOf(key)));
    results.push(await keep(repository, key, { found, content }));
  }
  const wanted = [...state.contents.keys()].map((name) => markerOf({ label, name }));
  for (const issue of open.filter((it) => !wanted.some((marker) => it.body?.startsWith(marker)))) {
    results.push(await close(repository, issue, state.closing));
  }
  return results;
};

const close = async (
  repository: Repository,
  issue: { readonly number: number; readonly html_url: string },
  closing: string,
): Promise<IssueResult> => {
  await repository.call(`commenting on issue ${issue.number}`, (api, at) =>
    api.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      ...at,
      issue_number: issue.number,
      body: closing,
    }),
  );
  await repository.call(`closing issue ${issue.number}`, (api, at) =>
    api.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
      ...at,
      issue_number: issue.number,
      state: 'closed',
      state_reason: 'completed',
    }),
  );
  return { operation: 'closed', number: issue.number, url: issue.html_url };
};
