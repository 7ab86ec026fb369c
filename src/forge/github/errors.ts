import { type ErrorCode, SyncError } from '../../model/errors.ts';
import { cleaned } from '../../net/masks.ts';

/** Characters of what GitHub says of one refusal. */
const LONGEST = 1000;

interface Refused {
  readonly status: number;
  readonly message: string;
  /** `contents=write`, as GitHub says which permission would do. */
  readonly permissions: string | undefined;
  /** Nothing is wrong with the token: it asked too often. With the second since the epoch at which it may again, where GitHub says it. */
  readonly limited?: { readonly until: number | undefined };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const propertyOf = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((it, key) => (typeof it === 'object' && it !== null ? Reflect.get(it, key) : undefined), value);

/** Types of GraphQL's errors, as the statuses that REST has for them. */
const GRAPHQL_STATUS: Readonly<Record<string, number>> = { FORBIDDEN: 403, NOT_FOUND: 404, RATE_LIMITED: 429 };

/** https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api: 403 or 429, and no right is missing. */
const limitOf = (error: unknown, status: number, message: string): Refused['limited'] => {
  if (status !== 403 && status !== 429) return undefined;
  const header = (name: string): string | undefined => textOf(propertyOf(error, 'response', 'headers', name));
  if (status !== 429 && header('x-ratelimit-remaining') !== '0' && !/rate limit/i.test(message)) return undefined;
  const until = Number(header('x-ratelimit-reset'));
  return { until: Number.isSafeInteger(until) ? until : undefined };
};

/** What GitHub said: of REST by status, of GraphQL by the type of its first error. */
const refusalOf = (error: unknown, clean: (text: string) => string): Refused | undefined => {
  const first = propertyOf(error, 'errors', '0');
  if (first !== undefined) {
    const type = textOf(propertyOf(first, 'type')) ?? '';
    return {
      status: GRAPHQL_STATUS[type] ?? 422,
      message: clean(textOf(propertyOf(first, 'message')) ?? 'no message'),
      permissions: undefined,
      ...(type === 'RATE_LIMITED' ? { limited: { until: undefined } } : {}),
    };
  }
  // Without an answer octokit makes up status 500.
  const status = propertyOf(error, 'response', 'status');
  if (typeof status !== 'number') return undefined;
  const details = propertyOf(error, 'response', 'data', 'errors');
  const messages = (Array.isArray(details) ? details : []).flatMap(
    (it) => textOf(propertyOf(it, 'message')) ?? textOf(propertyOf(it, 'field')) ?? [],
  );
  const message = textOf(propertyOf(error, 'response', 'data', 'message')) ?? 'no message';
  const permissions = textOf(propertyOf(error, 'response', 'headers', 'x-accepted-github-permissions'));
  const limited = limitOf(error, status, message);
  return {
    status,
    ...(limited === undefined ? {} : { limited }),
    message: clean(messages.length === 0 ? message : `${message}: ${messages.join('; ')}`),
    permissions: permissions === undefined ? undefined : clean(permissions),
  };
};

const codeOf = (status: number): ErrorCode<'github'> => {
  if (status === 401 || status === 403) return 'forbidden';
  if (status === 409) return 'conflict';
  if (status === 429 || status >= 500) return 'unavailable';
  return 'refused';
};

const hintOf = (refused: Refused): string | undefined => {
  if (refused.limited !== undefined) {
    const { until } = refused.limited;
    const end =
      until === undefined ? 'some minutes' : `until ${new Date(until * 1000).toISOString().slice(11, 16)} UTC`;
    return `The token asked GitHub too often, which has nothing to do with its rights: wait ${end}, then run the same again.`;
  }
  if (refused.status === 401)
    return 'Give it a token that is still valid: github-token in a job, GITHUB_TOKEN elsewhere.';
  if (refused.status === 403 && refused.permissions !== undefined) {
    return `Give the token the permission ${refused.permissions.replaceAll('=', ': ')}`;
  }
  if (refused.status === 403) {
    return "Compare the job's `permissions:` with those of the workflow templates; elsewhere, what the token may do.";
  }
  if (refused.status === 404) return 'Check the repository, and that the token may see it.';
  return refused.status >= 500
    ? 'GitHub failed by itself: run the same again; githubstatus.com tells of more.'
    : undefined;
};

/**
 * An error of octokit as one of ours. Octokit's own errors carry the request and the whole answer: they end here.
 * @param doing what was being done to which thing
 * @param secrets every form of the token: a server, or a proxy before it, may repeat what it was sent
 */
export const githubError = (error: unknown, doing: string, secrets: readonly string[] = []): SyncError => {
  if (error instanceof SyncError) return error;
  const below = propertyOf(error, 'cause');
  if (below instanceof SyncError) return below;
  const refused = refusalOf(error, (text) => cleaned(text, LONGEST, secrets));
  if (!refused) return new SyncError('github', 'unavailable', `${doing}: no answer from GitHub`);
  const hint = hintOf(refused);
  return new SyncError(
    'github',
    refused.limited === undefined ? codeOf(refused.status) : 'unavailable',
    `${doing}: GitHub refused with status ${refused.status}: ${refused.message}`,
    {
      status: refused.status,
      ...(hint === undefined ? {} : { hint }),
    },
  );
};
