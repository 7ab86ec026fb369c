/** Reads the recorded exchanges with the real registry: the request as curl was told it, and what came back. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
const ROOT = join(FIXTURES, 'registry-exchanges');

export interface Exchange {
  readonly name: string;
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: FormData | string | undefined;
  readonly status: number;
  readonly type: string;
  readonly answer: string;
  /** The recorded ETag, where headers were recorded: undefined says nothing, null that there was none. */
  readonly etag?: string | null;
  /** Whose token went with it, where it was not the administrator's. */
  readonly token?: string;
}

/** Bodies that curl read from a file; a52's is echoed in its answer, the other is told by the card it made. */
const FILES: Readonly<Record<string, string>> = {
  '@full-agent.json': JSON.stringify({
    name: 'Full Agent',
    description: 'Everything',
    url: 'http://127.0.0.1:9921/a2a',
    version: '1.2.3',
    supported_protocol: 'A2A',
    provider: { organization: 'ACME', url: 'https://acme.example' },
    security_schemes: { sigv4: { type: 'http', scheme: 'AWS4-HMAC-SHA256', description: 'dropped' } },
    security: [{ sigv4: [] }],
    skills: [{ id: 's1', name: 'Skill 1', description: 'does', tags: ['t'], examples: ['x'], input_modes: ['text'] }],
    capabilities: { push_notifications: false },
    streaming: true,
    preferred_transport: 'GRPC',
    tags: 'a, b',
    external_tags: ['x', 'y'],
    license: 'MIT',
    visibility: 'internal',
    trust_level: 'verified',
    status: 'beta',
    default_input_modes: ['text'],
    default_output_modes: ['text', 'application/json'],
    source_created_at: '2026-01-02T03:04:05Z',
    source_updated_at: '2026-01-03T03:04:05Z',
    metadata: { owner: 'team', n: 1, nil: null, nested: { l: [1, { k: 'v' }] }, 'a.b': 'dot' },
    is_enabled: true,
  }),
};

const peerAgent = (): Record<string, unknown> => {
  const text = readFileSync(join(ROOT, 'mongo/a52-peer-shape.txt'), 'utf8').split('\n').slice(3).join('\n');
  return JSON.parse(text).detail[0].input;
};

const fileBody = (name: string): string => {
  if (name === '@peer-agent.json') return JSON.stringify(peerAgent());
  if (name === '@peer-agent2.json') return JSON.stringify({ ...peerAgent(), supported_protocol: 'a2a' });
  const body = FILES[name];
  if (body === undefined) throw new Error(`no body known for ${name}`);
  return body;
};

/** Splits a line of shell words: `\ ` is a blank, `'…'` is as it stands, `''` an empty word. */
const words = (line: string): string[] =>
  [...line.matchAll(/(?:'[^']*'|\\.|[^\s\\'])+/g)].map(([word]) =>
    word.replaceAll(/'([^']*)'|\\(.)/g, (_, quoted?: string, escaped?: string) => quoted ?? escaped ?? ''),
  );

interface Arguments {
  method: string | undefined;
  url: string | undefined;
  readonly headers: Record<string, string>;
  readonly form: [string, string][];
  data: string | undefined;
}

const argumentsOf = (line: string): Arguments => {
  const result: Arguments = { method: undefined, url: undefined, headers: {}, form: [], data: undefined };
  const rest = words(line);
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '-X') result.method = rest.shift();
    else if (word === '-F' || word === '--form-string') {
      const [name = '', ...value] = (rest.shift() ?? '').split('=');
      result.form.push([name, value.join('=')]);
    } else if (word === '-d') result.data = rest.shift() ?? '';
    else if (word === '-H') {
      const [name = '', ...value] = (rest.shift() ?? '').split(':');
      result.headers[name.toLowerCase()] = value.join(':').trim();
    } else if (word.startsWith('http')) result.url = word;
  }
  return result;
};

const bodyOf = (given: Arguments): FormData | string | undefined => {
  if (given.data !== undefined) return given.data.startsWith('@') ? fileBody(given.data) : given.data;
  if (given.form.length === 0) return undefined;
  const form = new FormData();
  for (const [name, value] of given.form) form.append(name, value);
  return form;
};

const headersOf = (given: Arguments): Record<string, string> => ({
  ...(given.data === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
  ...given.headers,
});

/** Through the real proxy: the request line holds the whole command, the answer its headers. */
const proxied = (name: string, text: string): Exchange => {
  const [command = '', ...rest] = text.split('\n');
  const given = argumentsOf(command.slice(2));
  const end = rest.findIndex((line) => line.trim() === '');
  const head = rest.slice(0, end);
  const type = head.map((line) => /^content-type: (.*?)\r?$/i.exec(line)?.[1]).find((found) => found !== undefined);
  const target = new URL(given.url ?? '', 'http://127.0.0.1');
  return {
    name,
    method: given.method ?? (given.data === undefined && given.form.length === 0 ? 'GET' : 'POST'),
    url: `${target.pathname}${target.search}`,
    headers: Object.fromEntries(Object.entries(headersOf(given)).filter(([, value]) => value !== 'Bearer JWT')),
    body: bodyOf(given),
    status: Number(/^HTTP\/1\.1 (\d+)/.exec(head[0] ?? '')?.[1]),
    type: type ?? '',
    answer: rest
      .slice(end + 1)
      .join('\n')
      .trim(),
  };
};

/** Of the newest version: lines with `>` tell the request, lines with `<` the answer's head. */
const newest = (name: string): Exchange => {
  const lines = readFileSync(join(FIXTURES, `registry-exchanges-${name}`), 'utf8').split('\n');
  const start = lines.findIndex((line) => !/^[<>] /.test(line));
  const head = lines.slice(0, start);
  const told = (prefix: string): string | undefined =>
    head.find((line) => line.startsWith(prefix))?.slice(prefix.length);
  const [, method = '', ...url] = (head[0] ?? '').split(' ');
  const [, code = '', ...type] = (head.find((line) => /^< \d/.test(line)) ?? '').split(' ');
  const given = argumentsOf(told('> args:') ?? '');
  const token = told('> token: ');
  return {
    name,
    method,
    url: url.join(' '),
    headers: headersOf(given),
    body: bodyOf(given),
    status: Number(code),
    type: type.join(' '),
    answer: lines.slice(start).join('\n').trim(),
    etag: told('< etag: ') ?? null,
    ...(token === undefined ? {} : { token }),
  };
};

export const readExchange = (name: string): Exchange => {
  if (name.startsWith('newest/')) return newest(name);
  const text = readFileSync(join(ROOT, name), 'utf8');
  if (name.startsWith('nginx/')) return proxied(name, text);
  const [request = '', command = '', status = '', ...answer] = text.split('\n');
  const [, method = '', ...url] = request.split(' ');
  const [, code = '', ...type] = status.split(' ');
  const given = argumentsOf(command.replace('> args:', ''));
  return {
    name,
    method,
    url: url.join(' '),
    headers: headersOf(given),
    body: bodyOf(given),
    status: Number(code),
    type: type.join(' '),
    answer: answer.join('\n').trim(),
  };
};

/** Every recorded exchange by name, `<folder>/<file>`. */
export const exchangeNames = (): string[] => [
  ...['file', 'mongo', 'gw', 'nginx'].flatMap((folder) =>
    readdirSync(join(ROOT, folder)).map((file) => `${folder}/${file}`),
  ),
  ...readdirSync(join(FIXTURES, 'registry-exchanges-newest'))
    .filter((file) => file.endsWith('.txt'))
    .map((file) => `newest/${file}`),
];
