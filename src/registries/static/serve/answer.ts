import { parseJson } from '../../../model/json.ts';
import { API_VERSIONS, listFile, REMOVED_FILE } from '../documents.ts';
import { CONTENT_SECURITY_POLICY } from '../page/frame.ts';
import { pageOf, readAsked, serversIn } from './query.ts';

/** What was asked. */
export interface Request {
  readonly method: string;
  /** Path and query, as they were sent. */
  readonly target: string;
  /** The Host header. */
  readonly host: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** A site as it is served. */
export interface Served {
  /** Bytes of a file below the site's folder; `folder` where one stands there; undefined: nothing. */
  readonly read: (path: string) => Uint8Array | 'folder' | undefined;
  /** Whether a Host header names this server: another one is a page of a stranger that resolves its name to here. */
  readonly isHost: (host: string) => boolean;
  /** Pages of any other site may read the API: only where everybody may. */
  readonly shared: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json',
};

const SAFE = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
} as const;

const JSON_TYPE = 'application/json';

const typeOf = (path: string): string => {
  if (path === '.well-known/ai-catalog.json') return 'application/ai-catalog+json';
  if (path.endsWith('/agent-card.json')) return 'application/a2a-agent-card+json';
  if (API_VERSIONS.some((api) => path.startsWith(`${api}/`))) return JSON_TYPE;
  return TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
};

/** True for what programs read, not people: those of other sites too. */
const isApi = (path: string): boolean =>
  /^(v0|v0\.1|\.well-known)(\/|$)/.test(path) || path.endsWith('/agent-card.json');

const json = (status: number, value: unknown): Answer => ({
  status,
  headers: { 'Content-Type': JSON_TYPE },
  body: JSON.stringify(value),
});

const text = (status: number, body: string): Answer => ({
  status,
  headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  body,
});

/** The parts of a path, each decoded once; undefined for one that leads out of the site or to what is kept there. */
const partsOf = (path: string): readonly string[] | undefined => {
  try {
    const parts = path
      .split('/')
      .filter(Boolean)
      .flatMap((part) => decodeURIComponent(part).split('/'));
    const bad = parts.some(
      (part) => part === '' || /[\\\0]/.test(part) || (part.startsWith('.') && part !== '.well-known'),
    );
    return bad ? undefined : parts;
  } catch {
    return undefined;
  }
};

const jsonIn = ({ read }: Served, path: string): unknown => {
  const bytes = read(path);
  return bytes === undefined || bytes === 'folder' ? undefined : parseJson(Buffer.from(bytes).toString());
};

const listAnswer = (api: (typeof API_VERSIONS)[number], query: URLSearchParams, served: Served): Answer => {
  const asked = readAsked(query);
  if ('fault' in asked) return json(400, { error: asked.fault });
  const [active, removed] = [serversIn(jsonIn(served, listFile(api))), serversIn(jsonIn(served, REMOVED_FILE))];
  return json(200, pageOf(active, removed, asked));
};

const fileAnswer = (path: string, url: URL, served: Served): Answer => {
  const there = served.read(path === '' ? 'index.html' : path);
  const missing = isApi(path) ? json(404, { error: 'Server not found' }) : text(404, 'Not found\n');
  if (there === undefined) return missing;
  const found = there === 'folder' ? served.read(`${path}/index.html`) : there;
  if (found === undefined || found === 'folder') return missing;
  const file = there === 'folder' ? `${path}/index.html` : path === '' ? 'index.html' : path;
  // A page's links are relative to its folder: without the slash they lead elsewhere.
  if (there === 'folder' && !isApi(path) && !url.pathname.endsWith('/')) {
    return { status: 308, headers: { Location: `./${path.split('/').at(-1)}/${url.search}` }, body: '' };
  }
  const type = typeOf(file);
  const policy = type.startsWith('text/html')
    ? { 'Content-Security-Policy': `${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'` }
    : {};
  return { status: 200, headers: { 'Content-Type': type, ...policy }, body: found };
};

const route = ({ method, target }: Request, served: Served): Answer => {
  const url = URL.parse(target, 'http://site');
  const parts = url === null || target.startsWith('//') ? undefined : partsOf(url.pathname);
  if (url === null || parts === undefined) return text(400, 'Bad request\n');
  const path = parts.join('/');
  const shared = served.shared && isApi(path);
  const cors = shared ? { 'Access-Control-Allow-Origin': '*' } : {};
  if (method === 'OPTIONS') {
    const allow = shared
      ? {
          'Access-Control-Allow-Methods': 'GET, OPTIONS',
          'Access-Control-Allow-Headers': 'Authorization, Content-Type',
        }
      : {};
    return { status: 204, headers: { Allow: 'GET, HEAD, OPTIONS', ...cors, ...allow }, body: '' };
  }
  if (method !== 'GET' && method !== 'HEAD')
    return { ...text(405, 'Method not allowed\n'), headers: { Allow: 'GET, HEAD, OPTIONS' } };
  const api = API_VERSIONS.find((one) => path === `${one}/servers`);
  const answer = api === undefined ? fileAnswer(path, url, served) : listAnswer(api, url.searchParams, served);
  return { ...answer, headers: { ...answer.headers, ...cors } };
};

/** What a site answers. Pure, but for what it reads of its folder: a change is seen by the next request. */
export const answer = (request: Request, served: Served): Answer => {
  const answered = served.isHost(request.host)
    ? route(request, served)
    : text(421, 'This is not the server of that name.\n');
  return { ...answered, headers: { ...SAFE, ...answered.headers } };
};
