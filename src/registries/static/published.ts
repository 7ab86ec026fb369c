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

/** The command that asks what a client asks, so that a person sees the answer. The name of a server is a stranger's text. */
const lookAt = (url: string, path: string): string => `curl -sS -i -m 10 '${`${url}${path}`.replaceAll("'", '%27')}'`;

const LIST = '/v0.1/servers';
const LIST_QUERY = '?limit=50&version=latest';
const CATALOG = '/.well-known/ai-catalog.json';

/** What a client needs, whether it is there, and how to see it. */
interface Need {
  readonly check: string;
  readonly fault: string | undefined;
  readonly fine: string;
  readonly command: string;
}

const row = ({ check, fault, fine, command }: Need): CheckRow =>
  fault === undefined
    ? { check, state: 'ok', met: fine }
    : { check, state: 'failed', met: fault, todo: SERVE, command };

const loginRow = async (ask: ReturnType<typeof asker>, url: string): Promise<CheckRow> => {
  const check = 'login of the site';
  const command = lookAt(url, LIST);
  try {
    const { status } = await ask(LIST);
    if (status === 401 || status === 403) return { check, state: 'ok', met: `${status} without a login` };
    const todo = 'Let the host ask for a login, or say audience: public.';
    return {
      check,
      state: 'failed',
      met: `${status} without a login: everybody can read a site for a private audience`,
      todo,
      command,
    };
  } catch (error) {
    if (!isSyncError(error, 'network') || error.code !== 'redirect') throw error;
    const todo = 'Let the host answer 401 or 403 to programs: a redirect to a sign-in page is no answer to them.';
    return {
      check,
      state: 'failed',
      met: 'a redirect without a login: whether it keeps anybody out is not known',
      todo,
      command,
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
  if (audience === 'private') return [await loginRow(ask, url)];
  const list = await ask(LIST, LIST_QUERY);
  const servers = serversIn(list.body);
  const whole =
    isObject(list.body) && Array.isArray(list.body['servers']) && servers.length === list.body['servers'].length;
  const [first] = servers;
  const address = first === undefined ? LIST : `${LIST}/${encodeURIComponent(first.server.name)}/versions/latest`;
  const detail = first === undefined ? undefined : await ask(address);
  const [taken] = detail === undefined ? [undefined] : serversIn({ servers: [detail.body] });
  const catalog = await ask(CATALOG);
  const state = await ask(`/${STATE_FILE}`);
  return [
    row({
      check: 'VS Code: list',
      fault: list.status === 200 && whole ? undefined : `${list.status}, ${whole ? 'a list' : 'no list that it takes'}`,
      fine: `${servers.length} servers`,
      command: lookAt(url, LIST + LIST_QUERY),
    }),
    row({
      check: 'VS Code: server',
      fault:
        detail === undefined || taken?.server.name === first?.server.name
          ? undefined
          : `${detail.status} for ${first?.server.name} with %2F in its address: it counts as absent`,
      fine: first === undefined ? 'no server to ask for' : first.server.name,
      command: lookAt(url, address),
    }),
    row({
      check: 'Copilot: other sites may read',
      fault: list.shared ? undefined : 'no Access-Control-Allow-Origin: *',
      fine: 'Access-Control-Allow-Origin: *',
      command: lookAt(url, LIST + LIST_QUERY),
    }),
    row({
      check: 'AI Catalog',
      fault:
        isObject(catalog.body) && Array.isArray(catalog.body['entries'])
          ? undefined
          : `${catalog.status}, no catalogue`,
      fine: 'there',
      command: lookAt(url, CATALOG),
    }),
    row({
      check: 'state',
      fault: state.status === 200 ? `${STATE_FILE} is published: its marks are nobody's business` : undefined,
      fine: 'not published',
      command: lookAt(url, `/${STATE_FILE}`),
    }),
  ];
};
