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
const WORDS = ['error_message', 'raw_output', 'warnings'];

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

const replay = async (target: Registry, exchange: Exchange, token: string | undefined): Promise<void> => {
  const answer = await fetch(`${target.url}${exchange.url}`, {
    method: exchange.method,
    headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...exchange.headers },
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
  expect(met, exchange.name).toEqual({ status: exchange.status, type: exchange.type, body: bodyOf(exchange.answer) });
};

const perform = async (target: Registry, step: Step): Promise<void> => {
  if (typeof step === 'function') await step(target);
  else if (typeof step === 'string') await replay(target, readExchange(step), target.token);
  else await replay(target, readExchange(step.exchange), step.token);
};

for (const story of STORIES) {
  test(`answers as recorded: ${story.name}`, async () => {
    const options: RegistryOptions = story.options;
    registry = await startRegistry(options);
    for (const step of story.steps) await perform(registry, step);
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
