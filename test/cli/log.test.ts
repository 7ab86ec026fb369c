/** Who changed an entry, from a real git history. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startStage } from '../main/request-stage.ts';
import { type Bench, envelopeOf, expectCode, RETAIL, type Run, startBench, temporaryFolder } from './cli.ts';
import { commandLineIn } from './in-process.ts';

interface Change {
  readonly commit: string;
  readonly action: string;
  readonly file: string;
  readonly fields: readonly string[];
  readonly subject: string;
  readonly author: { readonly name: string };
  readonly request?: { readonly number: number; readonly from: string; readonly url?: string };
  readonly movedFrom?: string;
  readonly movedTo?: string;
  readonly brought: readonly { readonly author: { readonly name: string }; readonly subject: string }[];
}

interface Entry {
  readonly file: string;
  readonly more: boolean;
  readonly shallow: boolean;
  readonly uncommitted: boolean;
  readonly changes: readonly Change[];
}

const entriesOf = (run: Run): readonly Entry[] => envelopeOf(run).result?.['entries'] as readonly Entry[];

const logOf = async (bench: Bench, words: string): Promise<Entry> => {
  const [entry, ...more] = entriesOf(expectCode(await bench.step(`log ${words} --output json`), 0));
  expect(more).toEqual([]);
  if (entry === undefined) throw new Error(`log ${words}: no entry`);
  return entry;
};

/** A catalogue in a repository of its own, with one commit. */
const committed = async () => {
  const bench = await startBench();
  await bench.seed('scan');
  const git = (...words: string[]): string =>
    execFileSync('git', ['-c', 'commit.gpgsign=false', ...words], {
      cwd: bench.folder,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: bench.folder, GIT_CONFIG_NOSYSTEM: '1' },
    });
  const commit = (author: string, subject: string): void => {
    git('config', 'user.name', author);
    git('add', '--all');
    git('commit', '--quiet', '--message', subject);
  };
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.email', 'somebody@example.com');
  const file = Object.keys(bench.files()).find((path) => path.includes(`${RETAIL}/eu-west-1/gateways/pricing-`)) ?? '';
  expect(file).not.toBe('');
  commit('scanner', 'Scan');
  return { bench, git, commit, file, name: file.slice('servers/'.length) };
};

const edit = (bench: Bench, file: string, from: string | RegExp, to: string): void => {
  const before = bench.read(file);
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  bench.write(file, after);
};

test('each change tells its commit, author, pull request and fields, the newest first', async () => {
  const { bench, git, commit, file, name } = await committed();
  edit(bench, file, /^registration:.*\n/m, '$&  tags: [prices]\n');
  commit('first', 'Tag prices (#7)');
  git('checkout', '--quiet', '-b', 'topic');
  edit(bench, file, 'tags: [prices]', 'tags: [prices, retail]');
  commit('drafter', 'A draft');
  git('checkout', '--quiet', 'main');
  git('config', 'user.name', 'merger');
  git('merge', '--quiet', '--no-ff', '--message', 'Merge pull request #12 from somebody/topic', 'topic');
  edit(bench, file, /$/, '# a remark\n');
  commit('last', 'Remark');

  for (const words of [file, '/pricing/', `./${file}`, name]) {
    const { changes, ...rest } = await logOf(bench, words);
    expect(rest).toEqual({ file: name, more: false, shallow: false, uncommitted: false });
    expect(changes.map((one) => [one.action, one.author.name, one.request, one.fields])).toEqual([
      ['changed', 'last', undefined, []],
      ['changed', 'merger', { number: 12, from: 'subject' }, ['registration.tags']],
      ['changed', 'first', { number: 7, from: 'subject' }, ['registration.tags']],
      ['added', 'scanner', undefined, []],
    ]);
    expect(changes[1]?.brought.map((one) => [one.author.name, one.subject])).toEqual([['drafter', 'A draft']]);
    expect(changes.map(({ commit: id }) => id)).toEqual(
      git('log', '--first-parent', '--format=%H', 'HEAD', '--', file).trim().split('\n'),
    );
  }
  // The door itself: no registry, no AWS.
  const { stdout } = expectCode(await bench.run('log /pricing/ --limit 2'), 0);
  expect(stdout).toContain(`${file}\n`);
  expect(stdout).toContain('merger  pull request #12 (by its subject)\n');
  expect(stdout).toContain('    changed: registration.tags\n');
  expect(stdout).toContain('drafter: A draft\n');
  expect(stdout).toContain('changed: no field: comments or layout alone\n');
  expect(stdout).toContain('There are older changes than these 2: give --limit.\n');
  expect(stdout).toContain('When apply wrote a change is not known here');
  expect(stdout).not.toContain('#7');
  const { stdout: table } = expectCode(await bench.step(`log ${file} --markdown`), 0);
  expect(table).toContain('| Commit | When | Author | Pull request | What | Subject |\n');
  expect(table).toContain('merger, drafter');
  expect(await logOf(bench, `${file} --limit 2`)).toMatchObject({ more: true, changes: { length: 2 } });
  expect(await logOf(bench, `${file} --limit 4`)).toMatchObject({ more: false, changes: { length: 4 } });
});

test('an entry is followed to where it lay before, and from a name that it no longer has', async () => {
  const { bench, git, commit, file, name } = await committed();
  const id = name.split('/').at(-1)?.replace('.yaml', '') ?? '';
  const moved = file.replace(id, 'pricing-zzzzzzzzzz');
  const text = bench.read(file).replaceAll(id, 'pricing-zzzzzzzzzz');
  rmSync(join(bench.folder, file));
  bench.write(moved, text);
  commit('scanner', 'A new id (#3)');
  bench.write(
    'servers/manual/one.yaml',
    'kind: server\nregistration: { path: /one/, name: One, url: "https://a.example.com/mcp" }\n',
  );
  commit('writer', 'One');
  git('mv', 'servers/manual/one.yaml', 'servers/manual/two.yaml');
  edit(bench, 'servers/manual/two.yaml', 'name: One', 'name: Two');
  commit('writer', 'Two');
  edit(bench, moved, /^registration:.*\n/m, '$&  tags: [prices]\n');

  const now = await logOf(bench, moved);
  expect(now.uncommitted).toBe(true);
  expect(now.changes.map(({ action, file: at, movedFrom }) => [action, at, movedFrom])).toEqual([
    ['moved', moved.slice('servers/'.length), name],
    ['added', name, undefined],
  ]);
  expect(now.changes[0]?.fields).toContain('source.arn');
  const [gone, born] = (await logOf(bench, file)).changes;
  expect(gone).toMatchObject({ action: 'removed', movedTo: moved.slice('servers/'.length), request: { number: 3 } });
  expect(born).toMatchObject({ action: 'added' });
  expect((await logOf(bench, '/one/')).changes.map(({ action, fields }) => [action, fields])).toEqual([
    ['moved', ['registration.name']],
    ['added', []],
  ]);
  const limited = await logOf(bench, `${moved} --limit 1`);
  expect(limited).toMatchObject({ more: true, changes: [{ action: 'moved' }] });
});

test('texts of commits and keys of files are shown as texts', async () => {
  const { bench, commit, file } = await committed();
  edit(bench, file, /^registration:.*\n/m, '$&  "::error::x\\u001b[2J": 1\n');
  commit('\u202eevil ::error::', '::error::<img src=x> @everybody \u001b[31m| (#9)');
  bench.write(file, 'a: [\n');
  commit('breaker', 'Break it');
  const { stdout } = expectCode(await bench.step(`log ${file}`), 0);
  expect(stdout).not.toMatch(/^\s*::/m);
  // What moves a cursor or turns a line round is written as its escape.
  expect([...stdout].some((character) => ['\u001b', '\u202e'].includes(character))).toBe(false);
  expect(stdout).toContain('fields not known: a version can not be read');
  expect(stdout).toContain('pull request #9 (by its subject)');
});

test('what was never there is told, and beside it what was; a shallow clone says that it is one', async () => {
  const { bench, commit, file } = await committed();
  edit(bench, file, /^registration:.*\n/m, '$&  tags: [prices]\n');
  commit('first', 'Tag');
  const run = expectCode(await bench.step(`log /pricing/ /nothing/ servers/manual/none.yaml --output json`), 1);
  expect(entriesOf(run)).toHaveLength(1);
  expect(envelopeOf(run).problems.map(({ rule, subject }) => [rule, subject])).toEqual([
    ['entry-unknown', '/nothing/'],
    ['entry-unknown', 'servers/manual/none.yaml'],
  ]);
  const folder = temporaryFolder();
  execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${bench.folder}`, folder]);
  const shallow = expectCode(await commandLineIn({ folder, environment: {} }, ['log', file, '--output', 'json']), 0);
  expect(entriesOf(shallow)).toMatchObject([{ shallow: true, changes: [] }]);
});

test('in a workflow GitHub tells the pull request, whatever a subject says', async () => {
  const stage = await startStage({ scanned: true });
  await stage.apply();
  expectCode(await stage.step({ command: 'disable', arguments: '/routing/', reason: 'SEC-12' }), 0);
  stage.github.people.merge(1, 'squash');
  stage.checkout();
  const { stdout } = expectCode(await stage.step({ command: 'log', arguments: '/routing/' }), 0);
  expect(stdout).toContain('  pull request #1\n');
  expect(stdout).toContain('changed: registration.enabled\n');
  expect(stage.github.world.violations).toEqual([]);
});

test('a folder without a history is told, with what to do', async () => {
  const folder = temporaryFolder();
  const run = await commandLineIn({ folder, environment: {} }, ['log', 'servers/manual/a.yaml', '--output', 'json']);
  expect(envelopeOf(expectCode(run, 1)).problems).toMatchObject([
    {
      text: 'Reading the history of servers: expected a git repository with a commit, met none.',
      hint: 'Run it in a clone of the catalogue, with the whole history (fetch-depth: 0).',
    },
  ]);
});
