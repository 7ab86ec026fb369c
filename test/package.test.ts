/** What people install: the packed package and the git repository, each into an empty folder, with no network. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from './cli/cli.ts';

const ROOT = resolve(import.meta.dirname, '..');
const { version, ...packageJson } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

const ALONE = { packages: ['node_modules/agentcore-sync'], said: `${version}\n` };

const run = (folder: string, command: string, ...words: readonly string[]): string =>
  execFileSync(command, words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** npm with an empty cache and a registry that nobody answers at: what it would fetch fails. */
const npm = (folder: string, ...words: readonly string[]): string =>
  run(
    folder,
    'npm',
    ...words,
    '--offline',
    '--no-audit',
    '--no-fund',
    '--registry=http://127.0.0.1:9',
    `--cache=${temporaryFolder()}`,
  );

/** Installs into an empty folder: paths of the packages that are there then, and what the command says. */
const install = (what: string) => {
  const folder = temporaryFolder();
  npm(folder, 'install', what);
  const { packages } = JSON.parse(readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8'));
  return {
    packages: Object.keys(packages),
    said: run(folder, process.execPath, 'node_modules/.bin/agentcore-sync', '--version'),
  };
};

test('the packed package holds what it needs, installs as one, and its command runs', () => {
  const folder = temporaryFolder();
  const [packed] = Object.values<{ filename: string; files: { path: string }[] }>(
    JSON.parse(npm(ROOT, 'pack', '--json', `--pack-destination=${folder}`)),
  );
  const files = packed?.files.map(({ path }) => path) ?? [];
  const needed = ['LICENSE', 'README.md', 'action.yml', 'dist/cli.js', 'dist/main.js', 'dist/THIRD-PARTY.txt'];
  expect(files).toEqual(expect.arrayContaining(needed));
  expect(files.filter((file) => /^(?:src|test|sandbox|scripts|bench|\.)/.test(file))).toEqual([]);
  expect(install(join(folder, packed?.filename ?? ''))).toEqual(ALONE);
});

test('the package needs no other, and runs nothing when it is installed', () => {
  for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies']) {
    expect(packageJson).not.toHaveProperty(kind);
  }
  // With one of these npm installs, for a repository, all that its development needs.
  for (const script of ['preinstall', 'install', 'postinstall', 'prepare', 'prepack', 'build']) {
    expect(packageJson.scripts).not.toHaveProperty(script);
  }
});

test('the git repository installs by a commit as one package', () => {
  const repository = temporaryFolder();
  const git = (...words: readonly string[]): string =>
    run(ROOT, 'git', `--git-dir=${repository}/.git`, `--work-tree=${ROOT}`, ...words);
  run(repository, 'git', 'init', '--quiet');
  git('add', 'package.json', 'README.md', 'LICENSE', ...packageJson.files);
  git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--message=a');
  const commit = git('rev-parse', 'HEAD').trim();
  expect(install(`git+file://${repository}#${commit}`)).toEqual(ALONE);
});
