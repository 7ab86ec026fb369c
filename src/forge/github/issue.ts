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

/** An open issue of ours: its name, and its body below the marker. */
export interface OpenIssue {
  readonly name: string;
  readonly title: string;
  readonly body: string;
}

const nameIn = (body: string | null | undefined, prefix: string): string | undefined => {
  const name = /^<!-- agentcore-sync:([a-z0-9-]+) -->\r?\n/.exec(body ?? '')?.[1];
  return name?.startsWith(prefix) === true ? name : undefined;
};

/** Issues whose names begin alike, the oldest first. */
const namedIssues = async (repository: Repository, { label, prefix }: IssueGroup) =>
  (await openIssues(repository, label))
    .flatMap((issue) => {
      const name = nameIn(issue.body, prefix);
      return name === undefined ? [] : [{ name, issue }];
    })
    .toSorted((one, other) => one.issue.number - other.issue.number);

const asOpen = ({ name, issue }: Awaited<ReturnType<typeof namedIssues>>[number]): OpenIssue => ({
  name,
  title: issue.title,
  body: (issue.body ?? '').replace(/^.*\r?\n/, ''),
});

/** Issues of which there may be several. */
export interface IssueGroup {
  /** Label by which our issues are found. */
  readonly label: string;
  /** What their names begin with. */
  readonly prefix: string;
}

/** The open issues whose names begin alike. */
export const readIssues = async (repository: Repository, group: IssueGroup): Promise<readonly OpenIssue[]> =>
  (await namedIssues(repository, group)).map(asOpen);

/**
 * The same for several issues whose names begin alike: one for each content, by its name, and every other one of that
 * beginning closed, a second one of the same name too. They are listed once.
 * @param state.contentsOf what shall stand, given what stands now
 */
export const keepIssues = async (
  repository: Repository,
  group: IssueGroup,
  state: {
    readonly contentsOf: (open: readonly OpenIssue[]) => ReadonlyMap<string, IssueContent>;
    readonly closing: string;
  },
): Promise<readonly IssueResult[]> => {
  const open = await namedIssues(repository, group);
  const kept = new Set<number>();
  const results: IssueResult[] = [];
  for (const [name, content] of state.contentsOf(open.map(asOpen))) {
    const found = open.find((one) => one.name === name)?.issue;
    if (found !== undefined) kept.add(found.number);
    results.push(await keep(repository, { label: group.label, name }, { found, content }));
  }
  for (const { issue } of open.filter((one) => !kept.has(one.issue.number))) {
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
