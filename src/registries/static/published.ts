import type { StaticRegistrySettings } from '../../config/registry-kinds/static.ts';
import { isSyncError } from '../../model/errors.ts';
import { isObject, parseJson } from '../../model/json.ts';
import type { CheckRow } from '../../model/setup.ts';
import type { Fetch } from '../../net/fetch.ts';
import { serversIn } from './serve/query.ts';
import { STATE_FILE } from './state.ts';

interface Met {
  readonly status: number;
  readonly body: unknown;
  readonly shared: boolean;
}

/** Asks as a client does, without a login. Clients follow a host that leads to the folder's address; we ask there. */
const asker =
  (base: string, fetch: Fetch) =>
  async (path: string, query = ''): Promise<Met> => {
    const ask = async (address: string): Promise<Met> => {
      const response = await fetch(address, { headers: { accept: 'application/json' } });
      const text = await response.text();
      const shared = response.headers.get('access-control-allow-origin') === '*';
      return { status: response.status, body: parseJson(text), shared };
    };
    try {
      return await ask(`${base}${path}${query}`);
    } catch (error) {
      if (!isSyncError(error, 'network') || error.code !== 'redirect' || path.endsWith('/')) throw error;
      return ask(`${base}${path}/${query}`);
    }
  };

const SERVE = 'docs/publish.md says what a host has to do.';

const row = (check: string, fault: string | undefined, fine: string): CheckRow =>
  fault === undefined ? { check, state: 'ok', met: fine } : { check, state: 'failed', met: fault, todo: SERVE };

const loginRow = async (ask: ReturnType<typeof asker>): Promise<CheckRow> => {
  const check = 'login of the site';
  try {
    const { status } = await ask('/v0.1/servers');
    if (status === 401 || status === 403) return { check, state: 'ok', met: `${status} without a login` };
    const todo = 'Let the host ask for a login, or say audience: public.';
    return {
      check,
      state: 'failed',
      met: `${status} without a login: everybody can read a site for a private audience`,
      todo,
    };
  } catch (error) {
    if (!isSyncError(error, 'network') || error.code !== 'redirect') throw error;
    const todo = 'Let the host answer 401 or 403 to programs: a redirect to a sign-in page is no answer to them.';
    return {
      check,
      state: 'failed',
      met: 'a redirect without a login: whether it keeps anybody out is not known',
      todo,
    };
  }
};

/**
 * Asks a published site what each client asks, without a login, and says what would break. `url`: without a last slash.
 * Throws SyncError network/* where the host can't be reached.
 */
export const publishedRows = async (
  { audience }: Pick<StaticRegistrySettings, 'audience'>,
  url: string,
  fetch: Fetch,
): Promise<readonly CheckRow[]> => {
  const ask = asker(url, fetch);
  if (audience === 'private') return [await loginRow(ask)];
  const list = await ask('/v0.1/servers', '?limit=50&version=latest');
  const servers = serversIn(list.body);
  const whole =
    isObject(list.body) && Array.isArray(list.body['servers']) && servers.length === list.body['servers'].length;
  const [first] = servers;
  const detail =
    first === undefined
      ? undefined
      : await ask(`/v0.1/servers/${encodeURIComponent(first.server.name)}/versions/latest`);
  const [taken] = detail === undefined ? [undefined] : serversIn({ servers: [detail.body] });
  const catalog = await ask('/.well-known/ai-catalog.json');
  const state = await ask(`/${STATE_FILE}`);
  return [
    row(
      'VS Code: list',
      list.status === 200 && whole ? undefined : `${list.status}, ${whole ? 'a list' : 'no list that it takes'}`,
      `${servers.length} servers`,
    ),
    row(
      'VS Code: server',
      detail === undefined || taken?.server.name === first?.server.name
        ? undefined
        : `${detail.status} for ${first?.server.name} with %2F in its address: it counts as absent`,
      first === undefined ? 'no server to ask for' : first.server.name,
    ),
    row(
      'Copilot: other sites may read',
      list.shared ? undefined : 'no Access-Control-Allow-Origin: *',
      'Access-Control-Allow-Origin: *',
    ),
    row(
      'AI Catalog',
      isObject(catalog.body) && Array.isArray(catalog.body['entries']) ? undefined : `${catalog.status}, no catalogue`,
      'there',
    ),
    row(
      'state',
      state.status === 200 ? `${STATE_FILE} is published: its marks are nobody's business` : undefined,
      'not published',
    ),
  ];
};
