/** The double's way in: a log of what arrived, latency, faults, and HTTP on loopback, bounded. */
import { createServer, type Server as HttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readForm } from './call.ts';
import { type FaultKind, type Faults, faultType } from './faults.ts';
import { authenticate } from './identity.ts';
import { detail, type Reply } from './reply.ts';
import { openRoute, route } from './routes.ts';
import { type Json, parseJson, type State } from './state.ts';

/** One request as it arrived, and the status it was answered with: undefined while running and when the answer was lost. */
export interface LoggedRequest {
  readonly method: string;
  /** Percent-decoded, without the query. */
  readonly path: string;
  /** As on the wire. */
  readonly url: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Form fields; one that was sent more than once is a list. */
  readonly form: Readonly<Record<string, string | readonly string[]>>;
  readonly json: Json | undefined;
  status: number | undefined;
}

export interface Wire {
  readonly state: State;
  readonly faults: Faults;
  readonly requests: LoggedRequest[];
  readonly latencyMs: () => number;
  /** Notes how many requests are running. */
  readonly running: (change: 1 | -1) => void;
  readonly restart: (downMs: number) => void;
  /** Another number after each end of the process: what was running then is lost. */
  readonly life: () => number;
}

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

const readBody = async (request: IncomingMessage, limit: number): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const single = (values: readonly string[]): string | readonly string[] =>
  values.length === 1 ? (values[0] ?? '') : values;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** One request as a client sends it. */
export interface Sent {
  readonly method: string;
  /** Path and query, encoded. */
  readonly url: string;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

interface Arrived {
  readonly sent: Sent;
  readonly contentType: string;
  readonly logged: LoggedRequest;
  readonly form: ReadonlyMap<string, readonly string[]> | undefined;
}

/** What comes of a request. `cut`: half of the answer, then the connection ends. `silence`: nothing, and it stays open. */
type Outcome =
  | { readonly type: 'reply' | 'cut'; readonly reply: Reply }
  | { readonly type: 'reset' | 'silence' }
  | { readonly type: 'restart'; readonly downMs: number };

/** Logs a request. */
const arrive = async (wire: Wire, sent: Sent): Promise<Arrived> => {
  const { method, url, headers, body } = sent;
  const mark = url.indexOf('?');
  const contentType = String(headers['content-type'] ?? '');
  const form = await readForm(contentType, body);
  const logged: LoggedRequest = {
    method,
    path: decoded(mark < 0 ? url : url.slice(0, mark)),
    url,
    query: Object.fromEntries(new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1))),
    headers,
    form: Object.fromEntries([...(form ?? [])].map(([name, values]) => [name, single(values)])),
    json: /json/i.test(contentType) ? parseJson(body.toString('utf8')) : undefined,
    status: undefined,
  };
  wire.requests.push(logged);
  return { sent, contentType, logged, form };
};

/** The registry's own answer. */
const answer = (wire: Wire, { sent, contentType, logged, form }: Arrived): Reply => {
  const { state } = wire;
  const { headers, body } = sent;
  const open = openRoute(state.settings, logged.method, logged.path);
  if (open !== undefined) return open;
  const { authorization } = headers;
  const who = authenticate(state.settings, typeof authorization === 'string' ? authorization : undefined);
  if ('status' in who) return who;
  if (form === undefined) return detail(400, 'There was an error parsing the body');
  const { handler, params } = route(state.settings, logged.method, logged.path);
  const query = new URLSearchParams(logged.query);
  return handler({ state, who, query, headers, contentType, body, form, params });
};

const send = (response: ServerResponse, reply: Reply): void => {
  const body = Buffer.from(reply.body, 'utf8');
  const length = reply.status === 204 ? {} : { 'content-length': String(body.length) };
  response.writeHead(reply.status, { 'content-type': reply.type, ...length, ...reply.headers });
  response.end(body);
};

const cut = (response: ServerResponse, reply: Reply): void => {
  const body = Buffer.from(reply.body, 'utf8');
  response.writeHead(reply.status, { 'content-type': reply.type, 'content-length': String(body.length) });
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.destroy());
};

const faulty = (fault: FaultKind & { kind: 'answer' }): Reply => ({
  status: fault.status,
  type: faultType(fault.type),
  body: fault.body ?? '',
  ...(fault.headers === undefined ? {} : { headers: fault.headers }),
});

/** What comes of one request, with the fault that hits it. */
export const outcomeOf = async (wire: Wire, sent: Sent): Promise<Outcome> => {
  const arrived = await arrive(wire, sent);
  const { logged } = arrived;
  const fault = wire.faults.next(logged.method, logged.path);
  const delay = wire.latencyMs() + (fault?.kind === 'slow' ? fault.ms : 0);
  const life = wire.life();
  if (delay > 0) await pause(delay);
  if (life !== wire.life()) return { type: 'silence' };
  if (fault?.kind === 'restart') return { type: 'restart', downMs: fault.downMs };
  const works = fault === undefined || !('when' in fault) ? fault?.kind !== 'answer' : fault.when === 'after';
  const reply = works ? answer(wire, arrived) : undefined;
  const told = fault?.kind === 'answer' ? faulty(fault) : reply;
  if (fault?.kind === 'hang') return { type: 'silence' };
  if (fault?.kind === 'reset' || told === undefined) return { type: 'reset' };
  if (fault?.kind === 'truncate') return { type: 'cut', reply: told };
  logged.status = told.status;
  return { type: 'reply', reply: told };
};

/** Sends what came of a request. What stays silent is ended by close(). */
const serve = (wire: Wire, outcome: Outcome, response: ServerResponse): void => {
  switch (outcome.type) {
    case 'reply':
      send(response, outcome.reply);
      break;
    case 'cut':
      cut(response, outcome.reply);
      break;
    case 'reset':
      response.socket?.resetAndDestroy();
      break;
    case 'restart':
      wire.restart(outcome.downMs);
      break;
    case 'silence':
      break;
  }
};

const tooLarge: Reply = {
  status: 413,
  type: 'text/html',
  body: '<html>\r\n<head><title>413 Request Entity Too Large</title></head>\r\n</html>\r\n',
  headers: { connection: 'close' },
};

/** Makes the server; it does not listen yet. An exception of the double itself is a plain-text 500 with its message. */
export const createListener = (wire: Wire): HttpServer =>
  createServer({ keepAliveTimeout: 30_000 }, async (request, response) => {
    wire.running(1);
    response.once('close', () => wire.running(-1));
    try {
      const body = await readBody(request, wire.state.settings.maxBodyBytes);
      const { method = 'GET', url = '/', headers } = request;
      if (body === undefined) send(response, tooLarge);
      else serve(wire, await outcomeOf(wire, { method, url, headers, body }), response);
    } catch (error) {
      if (response.headersSent || response.destroyed) return;
      send(response, { status: 500, type: 'text/plain', body: `sandbox: ${String(error)}` });
    }
  });
