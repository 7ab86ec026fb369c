import { afterEach, beforeEach, expect, it } from 'vitest';
import { readListing } from '../../../src/forge/github/listing.ts';
import { changesOutside, strangeChanges } from '../../../src/forge/github/outside-catalogue.ts';
import { readStart } from '../../../src/forge/github/propose.ts';
import { signMessage } from '../../../src/forge/github/signature.ts';
import { BRANCH, entry, rules, type Stage, stage } from './support.ts';

let it_: Stage;
const AB = { 'a.yaml': 'a1', 'b.yaml': 'b1' };

beforeEach(async () => {
  it_ = await stage();
});
afterEach(async () => {
  await it_.github.stop();
  expect(it_.github.world.violations).toEqual([]);
});

const startNow = () => readStart(it_.repository, { branch: BRANCH, directory: 'servers', known: new Map(), rules });

const EVIL = { '.github/workflows/evil.yml': 'on: push\n', 'iam/hub.yaml': 'x\n', 'README.md': null };

it('a commit that says it is ours hides nothing of what the branch changes outside of the catalogue', async () => {
  await it_.scan({ sources: AB });
  expect((await startNow()).outside).toEqual([]);
  const { people, world } = it_.github;
  people.commit(BRANCH, EVIL);
  const expected = [
    { path: '.github/workflows/evil.yml', after: 'file' },
    { path: 'README.md', before: 'file' },
    { path: 'iam/hub.yaml', after: 'file' },
  ];
  expect((await startNow()).outside).toEqual(expected);

  const tree = world.git.treeOf(people.tip(BRANCH));
  people.amend(BRANCH, {}, signMessage('Scan of AgentCore', tree));
  expect((await startNow()).outside).toEqual(expected);
  // Nor does one that claims to begin anew on top of them.
  people.commit(BRANCH, {}, signMessage('Scan of AgentCore', tree, people.tip(BRANCH)));
  expect((await startNow()).outside).toEqual(expected);

  // The request stays open for it, also when no entry is left of it.
  await it_.scan({ sources: { 'a.yaml': 'a1' } });
  expect(it_.github.world.items.get(1)?.state).toBe('open');
});

it('what was merged is no difference any more, whatever the base did with it since', async () => {
  await it_.scan({ sources: AB });
  it_.github.people.commit(BRANCH, { 'README.md': 'From the request\n' });
  it_.github.people.merge(1, 'squash');
  it_.github.people.commit('main', { 'README.md': 'Later\n' });
  expect((await startNow()).outside).toEqual([]);
});

const MODES = { file: '100644', program: '100755', link: '120000' } as const;

/** A tree on the double: path to text, and what git keeps there. */
const treeOf = (files: Readonly<Record<string, readonly [string, keyof typeof MODES]>>): string => {
  const { git } = it_.github.world;
  const ids = git.writeBlobs(Object.values(files).map(([text]) => text));
  const items = Object.entries(files).map(([path, [, kind]], at) => ({ path, mode: MODES[kind], sha: ids[at] ?? '' }));
  return git.writeTree(undefined, items);
};

const outsideOf = (before: string, after: string) =>
  changesOutside(
    it_.repository,
    { ancestor: before, base: before, head: after },
    { directory: 'servers', folders: new Map() },
  );

it('says what git keeps at a path, before and after', async () => {
  const base = treeOf({
    'agentcore-sync.yaml': ['a', 'file'],
    'docs/a': ['a', 'file'],
    'run.sh': ['a', 'file'],
    'servers/a.yaml': ['a', 'file'],
  });
  const head = treeOf({
    'agentcore-sync.yaml': ['other.yaml', 'link'],
    docs: ['elsewhere', 'link'],
    'run.sh': ['a', 'program'],
    servers: ['elsewhere', 'link'],
  });
  expect(await outsideOf(base, head)).toEqual([
    { path: 'agentcore-sync.yaml', before: 'file', after: 'link' },
    { path: 'docs', before: 'folder', after: 'link' },
    { path: 'docs/a', before: 'file' },
    { path: 'run.sh', before: 'file', after: 'program' },
    { path: 'servers', before: 'folder', after: 'link' },
  ]);
  expect(await outsideOf(base, base)).toEqual([]);
});

it('names a folder where there are too many to open', async () => {
  const base = treeOf({ z: ['z', 'file'] });
  const many = Object.fromEntries(Array.from({ length: 205 }, (_, at) => [`many/${at}/f`, ['x', 'file'] as const]));
  const found = await outsideOf(base, treeOf({ z: ['z', 'file'], ...many }));
  expect(found).toHaveLength(205);
  expect(found.filter(({ after }) => after === 'folder').length).toBeGreaterThan(0);
});

it("a link inside the catalogue's directory is told, for a file as for nothing before", async () => {
  const at = { directory: 'servers', folders: new Map() };
  const sideOf = async (tree: string) => {
    const { files, strange } = await readListing(it_.repository, tree, at);
    return {
      strange,
      itemAt: (path: string) => {
        const file = files.get(path);
        return file === undefined ? strange.get(path) : { ...file, path, type: 'blob' };
      },
    };
  };
  const base = await sideOf(treeOf({ 'servers/a.yaml': [entry('a'), 'file'], 'servers/c.yaml': ['x', 'link'] }));
  const head = await sideOf(treeOf({ 'servers/a.yaml': ['/etc/passwd', 'link'], 'servers/b.yaml': ['x', 'link'] }));
  expect(strangeChanges({ ancestor: base, base, head }, 'servers')).toEqual([
    { path: 'servers/a.yaml', before: 'file', after: 'link' },
    { path: 'servers/b.yaml', after: 'link' },
    { path: 'servers/c.yaml', before: 'link' },
  ]);
});
