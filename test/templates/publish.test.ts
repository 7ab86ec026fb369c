/** The step of publish.yml that refuses a public host, run as a runner runs it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { temporaryFolder } from '../cli/cli.ts';

interface Step {
  readonly name?: string;
  readonly run?: string;
}

const steps: readonly Step[] = parse(readFileSync('templates/workflows/publish.yml', 'utf8')).jobs.publish.steps;
const script = steps.find(({ name }) => name === 'Refuse a public host for a private audience')?.run ?? '';

/** `pages`: what GitHub says of who may read the site; undefined: it doesn't answer. */
const published = (audience: string | undefined, pages: string | undefined) => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'bin'));
  mkdirSync(join(folder, 'site'));
  const about = audience === undefined ? {} : { audience };
  writeFileSync(join(folder, 'site/site.json'), JSON.stringify({ form: 1, ...about }));
  execFileSync('tar', ['--create', '--file', 'artifact.tar', '--directory', 'site', '.'], { cwd: folder });
  writeFileSync(join(folder, 'bin/gh'), `#!/bin/sh\n${pages === undefined ? 'exit 1' : `echo ${pages}`}\n`);
  chmodSync(join(folder, 'bin/gh'), 0o755);
  const env = { PATH: `${join(folder, 'bin')}:${process.env['PATH']}`, GITHUB_REPOSITORY: 'acme/catalogue' };
  const { status, stdout } = spawnSync('bash', ['-e', '-c', script], { cwd: folder, env, encoding: 'utf8' });
  return { status, said: stdout };
};

test.each([
  ['public', 'true', 0],
  ['public', undefined, 0],
  ['private', 'false', 0],
  ['private', 'true', 1],
  // What is not known to be private counts as public.
  ['private', undefined, 1],
  ['private', 'null', 1],
  [undefined, 'true', 1],
])('a site for %s where GitHub says public: %s', (audience, pages, status) => {
  const met = published(audience, pages);
  expect(met.status).toBe(status);
  expect(met.said.startsWith('::error::The site is for a private audience')).toBe(status === 1);
});

test('it refuses before anything is attested or published', () => {
  const at = (part: string): number => steps.findIndex((step) => JSON.stringify(step).includes(part));
  expect(at('Refuse a public host')).toBeGreaterThan(at('actions/download-artifact'));
  expect(at('actions/attest@')).toBeGreaterThan(at('Refuse a public host'));
  expect(at('actions/deploy-pages')).toBeGreaterThan(at('actions/attest@'));
});
