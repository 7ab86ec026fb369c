import { type ErrorCode, SyncError } from '../../model/errors.ts';
import { cleaned } from '../../net/masks.ts';

/** Characters of what GitHub says of one refusal. */
const LONGEST = 1000;

interface Refused {
  readonly status: number;
  readonly message: string;
  /** `contents=write`, as GitHub says which permission would do. */
  readonly permissions: string | undefined;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const propertyOf = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((it, key) => (typeof it === 'object' && it !== null ? Reflect.get(it, key) : undefined), value);

/** What GitHub said: of REST by status, of GraphQL by the type of its first error. */
const refusalOf = (error: unknown, clean: (text: string) => string): Refused | undefined => {
  const first = propertyOf(error, 'errors', '0');
  if (first !== undefined) {
    const status =
      propertyOf(first, 'type') === 'FORBIDDEN' ? 403 : propertyOf(first, 'type') === 'NOT_FOUND' ? 404 : 422;
    return { status, message: clean(textOf(propertyOf(first, 'message')) ?? 'no message'), permissions: undefined };
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
  return {
    status,
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
  if (refused.status === 401) return 'give the job a token that is still valid';
  if (refused.status === 403 && refused.permissions !== undefined) {
    return `give the job's token the permission ${refused.permissions.replaceAll('=', ': ')}`;
  }
  if (refused.status === 403) return "compare the job's `permissions:` with those of the workflow templates";
  return refused.status === 404 ? 'check the repository, and that the token may see it' : undefined;
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
    codeOf(refused.status),
    `${doing}: GitHub refused with status ${refused.status}: ${refused.message}`,
    {
      status: refused.status,
      ...(hint === undefined ? {} : { hint }),
    },
  );
};
