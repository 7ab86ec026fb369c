/** Answers of services as texts to try: a line that says which call is answered how, and the body. The other calls go well. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { isObject } from '../../src/model/json.ts';
import type { Clock } from '../../src/net/clock.ts';
import { mutated, PIECES } from './texts.ts';

/** Stands for each secret that is sent, and comes back in some answers. */
export const SECRET = 'canary-secret-of-the-fuzzer';

export interface Answer {
  /** `*` where the first line says nothing: every call is answered so. */
  readonly call: string;
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** What a text of the corpus, or made of it, says. */
const answerIn = (text: string): Answer => {
  const [, call = '*', status = '200', type = 'application/json', body = text] =
    /^(\S+) ([2-5]\d\d)(?: ([\w/+-]+))?\n([\s\S]*)$/.exec(text) ?? [];
  return { call, status: Number(status), type, body };
};

const textOf = ({ call, status, type, body }: Answer): string => `${call} ${status} ${type}\n${body}`;

/** Answers of a call that go well, by its name: the first of the corpus. */
export const goodAnswers = (corpus: readonly string[]): ReadonlyMap<string, Answer> =>
  new Map(
    corpus
      .map(answerIn)
      .filter(({ status }) => status === 200)
      .map((answer) => [answer.call, answer]),
  );

/** What one of the calls is answered when `text` is tried. */
export const answering = (text: string, good: ReadonlyMap<string, Answer>) => {
  const tried = answerIn(text);
  return (call: string): Answer | undefined => (tried.call === call || tried.call === '*' ? tried : good.get(call));
};

/** Recorded exchanges with a registry: the answers to its reading calls, under the names of these. */
export const recordedAnswers = (folder: string, nameOf: (path: string) => string | undefined): readonly string[] =>
  globSync('**/*.txt', { cwd: join(import.meta.dirname, '../fixtures', folder) })
    .toSorted()
    .flatMap((file) => {
      const text = readFileSync(join(import.meta.dirname, '../fixtures', folder, file), 'utf8');
      const [, path = '', status = '', type = '', body = ''] =
        /^> GET (\S+)[\s\S]*?^< (\d{3}) ?([\w/+-]*)[^\n]*\n([\s\S]*?)(?=^> |(?![\s\S]))/m.exec(text) ?? [];
      const call = nameOf(path);
      return call === undefined ? [] : [textOf({ call, status: Number(status), type, body: body.trim() })];
    });

/** Values that are not what a service's description promises. */
const ODD: readonly unknown[] = [
  ...[null, true, -1, 0.5, 1e308, 2 ** 60, '', ' ', [], {}, [[]], [null], { a: { a: {} } }],
  ...['constructor', '__proto__', 'toString', SECRET, 'x'.repeat(5000), '\ud800', '\u0000', '../../x', 'a/b?c#d', '%'],
  ...['https://evil.example/mcp', 'http://127.0.0.1/', 'READY', 'NONE', '2026-11-21', '1', 'null'],
];

type Key = string | number;

const isHolder = (value: unknown): value is Record<string, unknown> | unknown[] =>
  Array.isArray(value) || isObject(value);

/** Every place in a value, the whole first. */
const placesIn = (value: unknown, at: readonly Key[] = []): readonly (readonly Key[])[] => [
  at,
  ...(isHolder(value)
    ? Object.entries(value).flatMap(([key, inner]) =>
        placesIn(inner, [...at, Array.isArray(value) ? Number(key) : key]),
      )
    : []),
];

type Change = { readonly type: 'put'; readonly value: unknown } | { readonly type: 'drop' | 'twice' | 'wrap' };

/** The value with a change at a place. */
const changed = (value: unknown, [key, ...rest]: readonly Key[], change: Change): unknown => {
  if (key === undefined) {
    if (change.type === 'put') return change.value;
    return change.type === 'wrap' ? [value] : value;
  }
  if (Array.isArray(value)) {
    const index = Number(key);
    if (rest.length > 0 || change.type === 'put' || change.type === 'wrap') {
      return value.map((item, at) => (at === index ? changed(item, rest, change) : item));
    }
    return change.type === 'drop' ? value.toSpliced(index, 1) : value.toSpliced(index, 0, value[index]);
  }
  if (!isObject(value)) return value;
  if (rest.length === 0 && change.type === 'drop') {
    return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) =>
      name === key
        ? [
            [name, changed(inner, rest, change)],
            ...(rest.length === 0 && change.type === 'twice' ? [[`${name}2`, inner]] : []),
          ]
        : [[name, inner]],
    ),
  );
};

const changes: fc.Arbitrary<Change> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...ODD).map((value): Change => ({ type: 'put', value })) },
  { weight: 2, arbitrary: fc.constantFrom(...PIECES).map((value): Change => ({ type: 'put', value })) },
  { weight: 3, arbitrary: fc.constantFrom('drop', 'twice', 'wrap').map((type): Change => ({ type })) },
);

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

/** Answers whose JSON is JSON still, with values that nobody promised. */
const otherValues = (corpus: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...corpus.map(answerIn).filter(({ body }) => parsed(body) !== undefined)),
      fc.array(fc.tuple(fc.nat(), changes), { minLength: 1, maxLength: 4 }),
    )
    .map(([answer, all]) => {
      const value = all.reduce((before, [at, change]) => {
        const places = placesIn(before);
        return changed(before, places[at % places.length] ?? [], change);
      }, parsed(answer.body));
      return textOf({ ...answer, body: JSON.stringify(value) ?? 'null' });
    });

const STATUSES = [201, 204, 301, 400, 401, 403, 404, 409, 422, 429, 500, 503];

/** Answers of a corpus: other values, other texts, other statuses. */
export const answers = (corpus: readonly string[], statuses: readonly number[] = STATUSES): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: otherValues(corpus) },
    { weight: 3, arbitrary: mutated(corpus) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(otherValues(corpus), fc.constantFrom(...statuses))
        .map(([text, status]) => textOf({ ...answerIn(text), status })),
    },
  );

/** Waits of a day or more are limits, which never pass here. */
const LIMIT_MS = 86_400_000;

/** A clock whose waits are over at once, and move the time on. */
export const quickClock = (): Clock => {
  let now = Date.UTC(2026, 10, 21);
  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) return reject(signal.reason);
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
        if (ms >= LIMIT_MS) return;
        now += ms;
        setImmediate(resolve);
      }),
  };
};

/** The answer as `fetch` gives it. */
export const responseOf = ({ status, type, body }: Answer): Response =>
  new Response([204, 205, 304].includes(status) ? null : body, { status, headers: { 'content-type': type } });
