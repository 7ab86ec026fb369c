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
