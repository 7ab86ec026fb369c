import { SyncError } from '../../model/errors.ts';
import type { Fetch } from '../../net/fetch.ts';
import type { Environment } from './client.ts';
import { canHaveIdToken } from './environment.ts';

const HINT = 'add "permissions: id-token: write" to the job';

const refused = (what: string, details: { status?: number; cause?: unknown } = {}): SyncError<'cloud'> =>
  new SyncError('cloud', 'id-token', `requesting an OIDC token from GitHub: ${what}`, {
    hint: `${HINT}; a job that a fork's pull request started gets no token`,
    ...details,
  });

const noJob = (): SyncError<'cloud'> =>
  new SyncError(
    'cloud',
    'id-token',
    'requesting an OIDC token from GitHub: only a job of GitHub Actions gets one, and this is none',
    {
      hint: 'Start the workflow in GitHub Actions. On a laptop: --credentials default-chain for AWS, --token-file or REGISTRY_TOKEN for the registry.',
    },
  );

const tokenOf = (body: unknown): string | undefined => {
  if (typeof body !== 'object' || body === null || !('value' in body)) return undefined;
  return typeof body.value === 'string' && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(body.value) ? body.value : undefined;
};

/**
 * Gives a function that requests the job's OIDC token for an audience. Tokens live five minutes: one is requested for
 * each call and none is kept. `mask` is called with the token before anything else sees it.
 * Throws SyncError cloud/id-token where the job may not have one, or GitHub gives none.
 * https://docs.github.com/en/actions/reference/security/oidc
 */
export const createIdToken =
  (environment: Environment, fetch: Fetch, mask: (text: string) => void) =>
  async (audience: string): Promise<string> => {
    const url = environment['ACTIONS_ID_TOKEN_REQUEST_URL'];
    const bearer = environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
    if (!canHaveIdToken(environment)) throw noJob();
    if (!url || !bearer) {
      throw refused(
        'the job needs `permissions: id-token: write`, expected ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN, met none',
      );
    }
    mask(bearer);
    const target = URL.parse(url);
    if (!target) throw refused('expected a URL in ACTIONS_ID_TOKEN_REQUEST_URL, met something else');
    target.searchParams.set('audience', audience);
    const response = await fetch(target.href, {
      headers: { accept: 'application/json', authorization: `Bearer ${bearer}` },
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw refused(`expected status 200, met ${response.status}`, { status: response.status });
    }
    // The body holds the token: neither it nor a parser's error that quotes it may go into a cause.
    const token = tokenOf(await response.json().catch(() => undefined));
    if (token === undefined) throw refused('expected a JSON answer with a token in "value", met something else');
    mask(token);
    return token;
  };
