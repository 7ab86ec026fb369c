import { isSyncError } from '../../model/errors.ts';
import type { Repository } from './client.ts';

/** What became of the comment. */
export type CommentResult =
  | { readonly operation: 'created' | 'updated' | 'none'; readonly url: string }
  /** The token may not comment, as in a job that a fork's pull request started: nothing is lost but the comment. */
  | { readonly operation: 'not-permitted'; readonly note: string };

/** GitHub takes 65,536 characters; the rest is room for the marker. */
const COMMENT_LIMIT = 65_000;

const MARKER = 'agentcore-sync';

const markerOf = (name: string): string => `<!-- ${MARKER}:${name} -->`;

/** Who the token speaks for; undefined where GitHub does not tell. https://docs.github.com/graphql/reference/queries#user */
const ownLogin = async (repository: Repository): Promise<string | undefined> => {
  try {
    const { viewer } = await repository.call('asking who the token speaks for', (api) =>
      api.graphql<{ readonly viewer: { readonly login: string } }>('query { viewer { login } }'),
    );
    return viewer.login;
  } catch (error) {
    if (isSyncError(error, 'github') && error.code !== 'unavailable') return undefined;
    throw error;
  }
};

interface Author {
  readonly login: string;
  readonly type?: string;
}

/** Whether a comment's author is who we are. GraphQL names an app without what REST adds to it; unknown, an app is taken for ours. */
const isBy = (author: Author | null | undefined, login: string | undefined): boolean =>
  login === undefined ? author?.type === 'Bot' : author?.login === login || author?.login === `${login}[bot]`;

/**
 * Keeps one comment on a pull request or an issue: updates the one that we wrote under this name, or writes it.
 * @param name which comment, `[a-z-]+`
 */
export const keepComment = async (
  repository: Repository,
  number: number,
  comment: { readonly name: string; readonly body: string },
): Promise<CommentResult> => {
  const marker = markerOf(comment.name);
  const body = `${marker}\n${comment.body.slice(0, COMMENT_LIMIT)}`;
  const all = await repository.call(`listing the comments of ${number}`, (api, at) =>
    api.paginate('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      ...at,
      issue_number: number,
      per_page: 100,
    }),
  );
  const marked = all.filter((it) => it.body?.startsWith(marker));
  // Anybody can copy the marker; whoever wrote a comment can change it after us.
  const login = marked.length === 0 ? undefined : await ownLogin(repository);
  const ours = marked.filter(({ user }) => isBy(user, login));
  try {
    for (const found of ours) {
      if (found.body?.replaceAll('\r\n', '\n') === body) return { operation: 'none', url: found.html_url };
      const updated = await update(repository, found.id, body);
      if (updated) return { operation: 'updated', url: found.html_url };
    }
    const { data } = await repository.call(`commenting on ${number}`, (api, at) =>
      api.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', { ...at, issue_number: number, body }),
    );
    return { operation: 'created', url: data.html_url };
  } catch (error) {
    if (isSyncError(error, 'github') && error.code === 'forbidden')
      return { operation: 'not-permitted', note: error.message };
    throw error;
  }
};

/** Changes a comment; false when it is somebody else's, who copied our marker. */
const update = async (repository: Repository, id: number | bigint, body: string): Promise<boolean> => {
  try {
    await repository.call(`updating comment ${id}`, (api, at) =>
      api.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...at, comment_id: id, body }),
    );
    return true;
  } catch (error) {
    if (isSyncError(error, 'github') && error.code === 'forbidden') return false;
    throw error;
  }
};
