import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Github, startGithub } from '../../../sandbox/github/server.ts';
import { blobId, inBatches, knownBlobs, readBlobs } from '../../../src/forge/github/blobs.ts';
import { openRepository, type Repository } from '../../../src/forge/github/client.ts';
import { readRun } from '../../../src/forge/github/environment.ts';
import { readTip } from '../../../src/forge/github/history.ts';
import { listDirectory, toTree } from '../../../src/forge/github/listing.ts';
import { differenceOutside } from '../../../src/forge/github/outside-catalogue.ts';
import { moveBranch, writeTree } from '../../../src/forge/github/write.ts';
import { SyncError } from '../../../src/model/errors.ts';
import { contract, openOn } from './support.ts';

let github: Github;
let repository: Repository;
const LARGE = `${'long line\n'.repeat(60_000)}`;

beforeEach(async () => {
  github = await startGithub({
    repository: 'acme/catalogue',
    contract,
    files: {
      'README.md': 'x\n',
      'registry/servers/111111111111/us-east-1/gateways/a.yaml': 'a: ü\r\n',
      'registry/servers/111111111111/eu-west-1/gateways/b.yaml': 'b\n',
      'registry/servers/222222222222/us-east-1/runtimes/c.yaml': '\uFEFFc\n',
      'registry/servers/manual/large.yaml': LARGE,
    },
  });
  repository = openOn(github);
});
afterEach(async () => {
  await github.stop();
  expect(github.world.violations).toEqual([]);
});

const expected = {
  '111111111111/eu-west-1/gateways/b.yaml': 'b\n',
  '111111111111/us-east-1/gateways/a.yaml': 'a: ü\r\n',
  '222222222222/us-east-1/runtimes/c.yaml': '\uFEFFc\n',
  'manual/large.yaml': LARGE,
};
/** The catalogue of a tree, as a branch's is read. */
const readTree = async (tree: string, directory: string, known: Map<string, string>) => {
  const listing = await listDirectory(repository, tree, { directory });
  await readBlobs(repository, listing.values(), known);
  return Object.fromEntries(toTree(listing, known));
};
const read = (known = new Map<string, string>()) => readTree(github.people.tip('main'), 'registry/servers', known);

describe('a catalogue that is read', () => {
  it('gives every byte, long texts too', async () => {
    expect(await read()).toEqual(expected);
  });

  it('lists each folder by itself where GitHub cuts the whole short', async () => {
    github.world.settings.treeLimit = 5;
    expect(await read()).toEqual(expected);
    expect(github.world.requests.filter((line) => line.includes('/git/trees/')).length).toBeGreaterThan(5);
  });

  it('fetches nothing that is at hand', async () => {
    await read(knownBlobs(Object.values(expected)));
    expect(github.world.requests.filter((line) => line.includes('graphql') || line.includes('blobs'))).toEqual([]);
  });

  it('is empty where the directory is not there', async () => {
    const tree = github.people.tip('main');
    expect(await listDirectory(repository, tree, { directory: 'registry/other' })).toEqual(new Map());
    expect(await listDirectory(repository, tree, { directory: 'README.md' })).toEqual(new Map());
  });

  it('leaves out symbolic links and keeps invalid bytes from spreading', async () => {
    const { git } = github.world;
    const [link = '', broken = ''] = git.writeBlobs(['../../etc/passwd', Buffer.from([0x61, 0xff, 0x0a])]);
    const tree = git.writeTree(undefined, [
      { path: 'servers/link.yaml', mode: '120000', sha: link },
      { path: 'servers/broken.yaml', mode: '100644', sha: broken },
    ]);
    expect(await readTree(tree, 'servers', new Map())).toEqual({ 'broken.yaml': 'a\uFFFD\n' });
  });
});

describe('batches', () => {
  it('keep count and bytes, and lose nothing', () => {
    const sizes = [5, 5, 5, 20, 1, 1, 1, 1];
    const batches = inBatches(sizes, (it) => it, { count: 3, bytes: 10 });
    expect(batches).toEqual([[5, 5], [5], [20], [1, 1, 1], [1]]);
    expect(inBatches([], () => 1, { count: 3, bytes: 10 })).toEqual([]);
  });

  it('write a thousand files in a few requests', async () => {
    const base = github.world.git.treeOf(github.people.tip('main'));
    const edits = Array.from({ length: 1000 }, (_, index) => ({
      path: `servers/${index}.yaml`,
      mode: '100644',
      content: `${index}\n`,
    }));
    const tree = await writeTree(repository, base, [...edits, { path: 'README.md', removed: true }]);
    expect(github.world.requests.filter((line) => line.startsWith('POST'))).toHaveLength(3);
    expect((await listDirectory(repository, tree, { directory: 'servers' })).size).toBe(1000);
    expect(blobId('0\n')).toBe((await listDirectory(repository, tree, { directory: 'servers' })).get('0.yaml')?.sha);
  });
});

describe('differenceOutside', () => {
  const git = () => github.world.git;
  const base = { 'a/x': '1', 'a/y': '1', 'servers/s': '1', z: '1' };
  const treeOf = (files: Readonly<Record<string, string>>): string => {
    const ids = git().writeBlobs(Object.values(files));
    return git().writeTree(
      undefined,
      Object.keys(files).map((path, index) => ({ path, mode: '100644', sha: ids[index] ?? '' })),
    );
  };
  const difference = async (
    theirs: Readonly<Record<string, string>>,
    ours: Readonly<Record<string, string>>,
    directory = 'servers',
  ) => differenceOutside(repository, { ancestor: treeOf(base), base: treeOf(theirs), head: treeOf(ours) }, directory);

  it("is the branch's own, applied to the base", async () => {
    const theirs = { ...base, 'a/y': '2', 'b/new': '1', 'servers/s': '2' };
    const ours = { 'a/x': '3', 'a/y': '1', 'c/new': '1', 'servers/s': '3' };
    const outside = await difference(theirs, ours);
    if (!('edits' in outside)) throw new Error(`conflict at ${outside.conflict}`);
    const tree = await writeTree(repository, treeOf(theirs), outside.edits);
    const merged = git()
      .listTree(tree, true)
      .filter((item) => item.type === 'blob');
    expect(Object.fromEntries(merged.map((item) => [item.path, git().readBlob(item.sha).toString()]))).toEqual({
      'a/x': '3',
      'a/y': '2',
      'b/new': '1',
      'c/new': '1',
      'servers/s': '2',
    });
  });

  it('names what both changed', async () => {
    expect(await difference({ ...base, 'a/x': '2' }, { ...base, 'a/x': '3' })).toEqual({ conflict: 'a/x' });
    expect(await difference({ ...base, 'a/x': '2' }, { 'servers/s': '1', z: '1' })).toEqual({ conflict: 'a/x' });
    expect(await difference({ ...base, z: '2' }, { 'a/x': '1', 'a/y': '1', 'z/in': '1' })).toEqual({ conflict: 'z' });
  });

  it('leaves the catalogue alone wherever it lies', async () => {
    expect(await difference(base, { ...base, 'a/x': '2', 'a/y': '3' }, 'a')).toEqual({ edits: [] });
    expect(await difference(base, { ...base, 'servers/s': '3' })).toEqual({ edits: [] });
  });
});

describe('errors', () => {
  it('tell a branch that moved from a rule that refuses', async () => {
    const head = github.people.tip('main');
    const other = github.people.commit('work', { x: 'y' });
    const move = { repositoryId: 'R_424242', branch: 'work', before: head, after: head, force: true };
    await expect(moveBranch(repository, move)).rejects.toMatchObject({
      area: 'github',
      code: 'conflict',
      message: expect.stringContaining(other),
    });
    github.world.settings.rulesets.push({ branches: 'work', forbids: ['update'] });
    await expect(moveBranch(repository, { ...move, before: other })).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('Repository rule violations found'),
    });
  });

  it('give 404 as nothing only where it is an answer', async () => {
    expect(await readTip(repository, 'nowhere')).toBeUndefined();
    const blobs = [{ sha: 'f'.repeat(40), mode: '100644', size: 1 }];
    await expect(readBlobs(repository, blobs, new Map())).rejects.toMatchObject({ code: 'refused', status: 404 });
  });

  it('keep token and request out of message and cause', async () => {
    const token = 'ghs_thisIsTheToken';
    const failed: unknown = await readTip(openOn(github, token), 'main').catch((error: unknown) => error);
    if (!(failed instanceof SyncError)) throw new Error('expected a SyncError');
    expect(failed).toMatchObject({
      code: 'forbidden',
      status: 401,
      hint: expect.stringMatching(/^Give it a token that is still valid/),
    });
    expect([failed.message, failed.hint, String(failed.cause), failed.stack].join('\n')).not.toContain(token);
    expect(failed.cause).toBeUndefined();
  });

  it('say so when the answer is no JSON, breaks off, or never comes', async () => {
    const answering = (fetch: () => Promise<Response>) =>
      readTip(openRepository({ run: readRun(github.environment), token: 'x', fetch, secondMs: 0 }), 'main');
    await expect(
      answering(async () => new Response('<html>', { headers: { 'content-type': 'text/html' } })),
    ).rejects.toMatchObject({
      area: 'github',
      code: 'malformed',
    });
    const reset = new SyncError('network', 'reset', 'GET https://api.github.com: the connection was reset');
    await expect(answering(() => Promise.reject(reset))).rejects.toBe(reset);
    await expect(answering(() => Promise.reject(new Error('other')))).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('give up on a wait that is too long, and on a server that stays down', async () => {
    const waits: number[] = [];
    const patient = openRepository({
      run: readRun(github.environment),
      token: github.jobToken(),
      fetch,
      secondMs: 0,
      onWait: (seconds) => waits.push(seconds),
    });
    const limit = {
      type: 'answer',
      path: /\/git\/ref\//,
      status: 429,
      message: 'You have exceeded a secondary rate limit.',
    } as const;
    github.world.faults.push({ ...limit, headers: { 'retry-after': '7' } });
    expect(await readTip(patient, 'main')).toBe(github.people.tip('main'));
    expect(waits).toEqual([7]);
    github.world.faults.push({ ...limit, headers: { 'retry-after': '3600' } });
    await expect(readTip(patient, 'main')).rejects.toMatchObject({ code: 'unavailable', status: 429 });
    expect(waits).toEqual([7]);
    github.world.faults.push({ type: 'answer', path: /\/git\/ref\//, status: 503, message: 'Unavailable', times: 9 });
    await expect(readTip(patient, 'main')).rejects.toMatchObject({ code: 'unavailable', status: 503 });
    expect(github.world.faults).toMatchObject([{ times: 5 }]);
  });

  it('ask for the repository where there is no environment', () => {
    expect(() => openRepository({ run: readRun({}), token: 'x', fetch })).toThrow(
      expect.objectContaining({
        area: 'usage',
        code: 'missing-option',
        message: expect.stringContaining('GITHUB_REPOSITORY'),
      }),
    );
  });
});
