import { expect, test } from 'vitest';
import { githubError } from '../../../src/forge/github/errors.ts';
import { maskForms } from '../../../src/net/masks.ts';

const TOKEN = 'ghs_16C7e42F292c6912E7710c838347Ae178B4a';

const said = (text: string) => [
  { response: { status: 403, data: { message: text }, headers: {} } },
  { response: { status: 422, data: { message: 'no', errors: [{ message: text }, { field: text }] }, headers: {} } },
  { response: { status: 403, data: {}, headers: { 'x-accepted-github-permissions': text } } },
  { errors: [{ type: 'FORBIDDEN', message: text }] },
];

const encodings: Readonly<Record<string, (text: string) => string>> = {
  raw: (text) => text,
  base64: (text) => Buffer.from(`x-access-token:${text}`).toString('base64'),
  hex: (text) => Buffer.from(text).toString('hex'),
  spaced: (text) => [...text].join(' '),
  halved: (text) => `${text.slice(0, 20)} … ${text.slice(20)}`,
};

test.each(Object.entries(encodings))('a refusal that repeats the token tells nothing of it: %s', (_name, encode) => {
  const spelled = encode(TOKEN);
  for (const error of said(`it was ${spelled}, sent to /repos`)) {
    const { message, hint = '' } = githubError(error, 'reading', maskForms(TOKEN));
    const told = `${message} ${hint}`;
    expect([spelled, spelled.slice(0, 24), spelled.slice(-24)].filter((part) => told.includes(part))).toEqual([]);
    expect(told).toContain('***');
    expect(told).toContain('to /repos');
  }
});

test('what else is said is said, in one line', () => {
  const [error] = said('Not allowed\n::error::to you');
  expect(githubError(error, 'reading', maskForms(TOKEN)).message).toBe(
    'reading: GitHub refused with status 403: Not allowed ::error::to you',
  );
});

/** An error as octokit throws it. */
const refused = (status: number, message: string, headers: Readonly<Record<string, string>> = {}): Error =>
  Object.assign(new Error(message), { status, response: { status, headers, data: { message } } });

const RESET = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Date.UTC(2026, 10, 22, 14, 5) / 1000) };

test.each([
  ['the primary limit', refused(403, 'API rate limit exceeded for installation ID 1.', RESET), 'until 14:05 UTC'],
  ['a secondary limit', refused(403, 'You have exceeded a secondary rate limit.'), 'some minutes'],
  ['429', refused(429, 'Too many requests'), 'some minutes'],
  [
    'GraphQL',
    Object.assign(new Error('x'), { errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }] }),
    'some minutes',
  ],
])('%s is told as a limit, with its end, and not as a right that is missing', (_, error, end) => {
  const told = githubError(error, 'reading the repository');
  expect(told).toMatchObject({ area: 'github', code: 'unavailable' });
  expect(told.hint).toContain('asked GitHub too often');
  expect(told.hint).toContain(`wait ${end}, then`);
});

test.each([
  [refused(401, 'Bad credentials'), 'forbidden', /^Give it a token that is still valid/],
  [refused(403, 'Resource not accessible by integration'), 'forbidden', /^Compare the job's `permissions:`/],
  [
    refused(403, 'Resource not accessible', { 'x-accepted-github-permissions': 'contents=write' }),
    'forbidden',
    /^Give the token the permission contents: write$/,
  ],
  [refused(404, 'Not Found'), 'refused', /^Check the repository/],
  [refused(502, 'Bad Gateway'), 'unavailable', /^GitHub failed by itself/],
  [refused(422, 'Validation Failed'), 'refused', undefined],
])('each refusal has its remedy: %s', (error, code, hint) => {
  const told = githubError(error, 'reading the repository');
  expect(told).toMatchObject({ code, message: expect.stringContaining(`reading the repository: GitHub refused with`) });
  expect(told.hint ?? '').toMatch(hint ?? /^$/);
});
