/**
 * Replays the exchanges recorded with the real registry against the double: same status, content type and body.
 * Ids, times and the scanner's own words differ by nature; everything else must be equal.
 */
import { afterEach, expect, test } from 'vitest';
import { type Registry, type RegistryOptions, startRegistry } from '../../../sandbox/registry/registry.ts';
import { type Exchange, exchangeNames, readExchange } from './exchanges.ts';
import { STORIES, type Step, UNTOLD } from './stories.ts';

let registry: Registry | undefined;
afterEach(async () => {
  await registry?.close();
  registry = undefined;
});

const TIME = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|\+00:00)?$/;
/** What no double can know: the scanner's own words and findings. */
const WORDS = ['error_message', 'raw_output', 'warnings', 'worker_id'];

/** Makes a recorded and a fresh answer comparable. A time keeps its form: with offset, with Z, or without. */
const comparable = (value: unknown, key = ''): unknown => {
  if (Array.isArray(value)) return value.map((item) => comparable(item));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, comparable(item, name)]));
  }
  if (key === 'id' && typeof value === 'string' && value.length === 36) return 'an id';
  if (typeof value !== 'string') return value;
  if (TIME.test(value) && !key.startsWith('source_')) return `a time${TIME.exec(value)?.[1] ?? ''}`;
  // Boundaries of multipart bodies, and the cut-out middle of a whole card.
  return value
    .replace(/-{4,}(formdata-undici-)?[0-9a-f]+/g, 'boundary')
    .replace(/input_value=\{.*\}, /, 'input_value={…}, ');
};

const shape = (value: unknown, key = ''): unknown => {
  if (WORDS.includes(key)) return value === null ? null : typeof value;
  if (Array.isArray(value)) return value.map((item) => shape(item));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, shape(item, name)]));
  }
  return comparable(value, key);
};

const parsed = (type: string, text: string): unknown =>
  type === 'application/json' && text !== '' ? JSON.parse(text) : text.trim();

/** The rights of a user are sets: their order is not the registry's to keep. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted).sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, sorted(item)]));
};

/** nginx prints its version in its pages only when told to. */
const page = (body: unknown): unknown =>
  typeof body === 'string' ? body.replace(/nginx(\/[\d.]+)?/, 'nginx').replace(/\r/g, '') : body;

/** What the double answered in place of each recorded ETag: a later request names it. */
type Etags = Map<string, string>;

const headersOf = (exchange: Exchange, token: string | undefined, etags: Etags): Record<string, string> => {
  const { 'if-match': match, ...rest } = exchange.headers;
  return {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...rest,
    ...(match === undefined ? {} : { 'if-match': etags.get(match) ?? match }),
  };
};

const checkEtag = (exchange: Exchange, met: string | null, etags: Etags): void => {
  if (exchange.etag === undefined) return;
  expect(met?.replace(/\d+/, 'ms') ?? null, `${exchange.name}: etag`).toBe(exchange.etag?.replace(/\d+/, 'ms') ?? null);
  if (exchange.etag !== null && met !== null) etags.set(exchange.etag, met);
};

const replay = async (
  target: Registry,
  exchange: Exchange,
  { token, etags }: { readonly token: string | undefined; readonly etags: Etags },
): Promise<void> => {
  const answer = await fetch(`${target.url}${exchange.url}`, {
    method: exchange.method,
    headers: headersOf(exchange, token, etags),
    ...(exchange.body === undefined ? {} : { body: exchange.body }),
  });
  const text = await answer.text();
  const bodyOf = (told: string): unknown => {
    const body = page(shape(parsed(exchange.type, told)));
    return exchange.url === '/api/auth/me' ? sorted(body) : body;
  };
  const met = {
    status: answer.status,
    type: answer.headers.get('content-type'),
    body: bodyOf(text),
  };
  checkEtag(exchange, answer.headers.get('etag'), etags);
  expect(met, exchange.name).toEqual({ status: exchange.status, type: exchange.type, body: bodyOf(exchange.answer) });
};

/** Whose token an exchange goes with: the story's, the recorded one, or the administrator's. */
const tokenOf = (step: Exclude<Step, () => void>, exchange: Exchange, target: Registry): string | undefined => {
  if (typeof step !== 'string' && typeof step !== 'function') return step.token;
  return exchange.token === 'none' ? undefined : (exchange.token ?? target.token);
};

const perform = async (target: Registry, step: Step, etags: Etags): Promise<void> => {
  if (typeof step === 'function') return step(target);
  const exchange = readExchange(typeof step === 'string' ? step : step.exchange);
  await replay(target, exchange, { token: tokenOf(step, exchange, target), etags });
};

for (const story of STORIES) {
  test(`answers as recorded: ${story.name}`, async () => {
    const options: RegistryOptions = story.options;
    registry = await startRegistry(options);
    const etags: Etags = new Map();
    for (const step of story.steps) await perform(registry, step, etags);
  });
}

test('every recorded exchange is replayed, or left out for a reason', () => {
  const told = STORIES.flatMap((story) =>
    story.steps.flatMap((step) =>
      typeof step === 'function' ? [] : [typeof step === 'string' ? step : step.exchange],
    ),
  );
  const all = [...told, ...Object.keys(UNTOLD)].sort();
  expect(all).toEqual(exchangeNames().sort());
});
