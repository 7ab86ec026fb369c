import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gitTracks, readEnvFile } from '../../src/credentials/env-file.ts';
import { rejection } from './fakes.ts';

let directory: string;
const git = (...question: readonly string[]): void => {
  execFileSync('git', ['-C', path.join(directory, 'repository'), ...question], { stdio: 'ignore' });
};
const place = (...parts: readonly string[]): string => path.join(directory, ...parts);

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'env-file-'));
  await mkdir(place('repository', 'below'), { recursive: true });
  git('init', '--quiet');
  await writeFile(place('repository', 'below', '.env'), 'OAUTH_CLIENT_SECRET_A=canary\n');
  await writeFile(place('repository', 'below', '.env.local'), 'OAUTH_CLIENT_SECRET_A=canary\n');
  git('add', 'below/.env');
});
afterAll(() => rm(directory, { recursive: true }));

test('keeps the names that a secret may have, and leaves the environment alone', async () => {
  const file = place('plain.env');
  await writeFile(
    file,
    [
      '# a comment',
      'OAUTH_CLIENT_SECRET_49ujl="quoted # value"',
      "export REGISTRY_TOKEN='single'",
      'AUTH0_CLIENT_SECRET=plain',
      'AGENTCORE_X=1',
      'AWS_ACCESS_KEY_ID=no',
      'NODE_OPTIONS=--require=evil',
      'PATH=/evil',
    ].join('\n'),
  );
  expect(await readEnvFile(file)).toEqual({
    OAUTH_CLIENT_SECRET_49ujl: 'quoted # value',
    REGISTRY_TOKEN: 'single',
    AUTH0_CLIENT_SECRET: 'plain',
    AGENTCORE_X: '1',
  });
  expect(process.env).not.toHaveProperty('AGENTCORE_X');
});

test('refuses a file that git tracks, also through a link', async () => {
  const file = place('repository', 'below', '.env');
  const error = await rejection(readEnvFile(file));
  expect(error).toMatchObject({ area: 'configuration', code: 'unreadable' });
  expect(String(error)).toContain('git tracks it');
  expect(String(error)).not.toContain('canary');
  await symlink(file, place('link.env'));
  expect(String(await rejection(readEnvFile(place('link.env'))))).toContain('git tracks it');
});

test('takes a file beside it that git does not track', async () => {
  expect(await gitTracks(place('repository', 'below', '.env.local'))).toBe('no');
  expect(await readEnvFile(place('repository', 'below', '.env.local'))).toEqual({ OAUTH_CLIENT_SECRET_A: 'canary' });
});

test('refuses when git can’t tell', async () => {
  const error = await rejection(readEnvFile(place('repository', 'below', '.env.local'), async () => 'unknown'));
  expect(String(error)).toContain("git can't tell whether it tracks it");
  await mkdir(place('broken', '.git'), { recursive: true });
  expect(await gitTracks(place('broken', '.env'))).toBe('unknown');
});

test('a name is taken as it is written, whatever git makes of its characters', async () => {
  await writeFile(place('repository', '*'), 'OAUTH_A=1');
  expect(await gitTracks(place('repository', '*'))).toBe('no');
});

test('says what is wrong with a file that is none', async () => {
  expect(String(await rejection(readEnvFile(place('absent'))))).toContain('it does not exist');
  expect(String(await rejection(readEnvFile(directory)))).toContain('it is no file');
  await writeFile(place('large.env'), 'x'.repeat(300_000));
  expect(String(await rejection(readEnvFile(place('large.env'))))).toContain('expected at most 262144 bytes');
});
