import { isSyncError } from '../model/errors.ts';
import type { Fetch } from '../net/fetch.ts';
import { cleaned, maskForms } from '../net/masks.ts';

/** What a server said to a token. */
export type ProbeAnswer =
  | { readonly state: 'ok'; readonly tools: number; readonly note: string }
  | { readonly state: 'refused' | 'unreachable'; readonly note: string };

/** Pages of tools that are counted: a server that never ends its list is told with what was met. */
const MOST_PAGES = 100;
const LONGEST = 200;
/** Milliseconds for one request over MCP. */
const TIMEOUT_MS = 30_000;

interface Met {
  status: number | undefined;
  challenge: string;
}

/** Lets requests through to one URL only, and keeps what the last answer said about the token. */
const guarded =
  (url: string, fetch: Fetch, met: Met): Fetch =>
  async (input, init) => {
    const asked = new Request(input, init).url;
    if (asked !== url) throw new Error('the client asked for another URL');
    const response = await fetch(input, init);
    // A stream of events that the server does not offer is no answer to the token.
    if (init?.method === 'POST' || response.status === 401 || response.status === 403) {
      met.status = response.status;
      met.challenge = response.headers.get('www-authenticate') ?? '';
    }
    return response;
  };

/** `error` and `error_description` of a Bearer challenge (RFC 6750, section 3). */
const challengeText = (challenge: string, secrets: readonly string[]): string => {
  const part = (name: string): string => new RegExp(`\\b${name}="([^"]{1,400})"`).exec(challenge)?.[1] ?? '';
  const said = [part('error'), part('error_description')].filter((text) => text !== '').join(': ');
  return said === '' ? '' : `: ${cleaned(said, LONGEST, secrets)}`;
};

const failure = (error: unknown, met: Met, secrets: readonly string[]): ProbeAnswer => {
  if (met.status === 401 || met.status === 403) {
    const said = challengeText(met.challenge, secrets);
    return { state: 'refused', note: `the server answered ${met.status}${said}` };
  }
  if (isSyncError(error, 'network')) return { state: 'unreachable', note: cleaned(error.message, LONGEST, secrets) };
  if (met.status !== undefined && met.status >= 300) {
    return { state: 'unreachable', note: `the server answered ${met.status}` };
  }
  return { state: 'unreachable', note: 'what answers there is no MCP server over Streamable HTTP' };
};

/**
 * Connects to an MCP server with a token (initialize, then tools/list, over Streamable HTTP) and ends the session. The token is sent
 * to `url` and nowhere else; `signal` ends it. Never rejects; what a server says is shown without secrets, printable and cut.
 */
export const probeMcp = async (
  url: string,
  token: string,
  { fetch, signal }: { readonly fetch: Fetch; readonly signal?: AbortSignal },
): Promise<ProbeAnswer> => {
  const { Client } = await import('@modelcontextprotocol/sdk/client/index.js');
  const { StreamableHTTPClientTransport } = await import('@modelcontextprotocol/sdk/client/streamableHttp.js');
  const secrets = maskForms(token);
  const met: Met = { status: undefined, challenge: '' };
  const place = new URL(url);
  const transport = new StreamableHTTPClientTransport(place, {
    fetch: guarded(place.href, fetch, met),
    requestInit: { headers: { authorization: `Bearer ${token}` } },
    reconnectionOptions: {
      maxRetries: 0,
      initialReconnectionDelay: 1000,
      maxReconnectionDelay: 1000,
      reconnectionDelayGrowFactor: 1,
    },
  });
  const options = { timeout: TIMEOUT_MS, ...(signal === undefined ? {} : { signal }) };
  const client = new Client({ name: 'agentcore-sync', version: '1' });
  try {
    await client.connect(transport, options);
    let tools = 0;
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const answer = await client.listTools(cursor === undefined ? {} : { cursor }, options);
      tools += answer.tools.length;
      cursor = answer.nextCursor;
      if (cursor === undefined) break;
    }
    await transport.terminateSession().catch(() => undefined);
    const { name = '', version = '' } = client.getServerVersion() ?? {};
    return { state: 'ok', tools, note: cleaned(`${name} ${version}`, LONGEST, secrets) };
  } catch (error) {
    return failure(error, met, secrets);
  } finally {
    await client.close().catch(() => undefined);
  }
};
