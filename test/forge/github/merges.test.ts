import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blobId } from '../../../src/forge/github/blobs.ts';
import { propose } from '../../../src/forge/github/propose.ts';
import type { Tree } from '../../../src/model/catalogue.ts';
import { BRANCH, content, entry, rules, type Stage, scanOver, stage } from './support.ts';

const NAMES = ['a.yaml', 'b.yaml', 'c.yaml', 'd.yaml'];
const name = fc.constantFrom(...NAMES);

/** What may happen between two scans. */
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('cloud' as const), name, version: fc.integer({ min: 0, max: 3 }) }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('edit-branch' as const), name }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('delete-on-branch' as const), name }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('edit-main' as const), name }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('delete-on-main' as const), name }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('merge' as const),
      method: fc.constantFrom('merge' as const, 'squash' as const, 'rebase' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { type: 'update-branch' as const },
      { type: 'outside' as const },
      { type: 'delete-branch' as const },
      { type: 'close' as const },
      { type: 'rewrite-main' as const },
      { type: 'amend-branch' as const },
      { type: 'forbid-force' as const },
    ),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const round = fc.record({ steps: fc.array(step, { maxLength: 4 }), listed: fc.subarray(NAMES, { minLength: 1 }) });

const openNumber = (it_: Stage): number | undefined =>
  [...it_.github.world.items.values()].find((item) => item.state === 'open')?.number;

const hasBranch = (it_: Stage): boolean => it_.github.world.git.resolve(`refs/heads/${BRANCH}`) !== undefined;

let serial = 0;

const takeStep = (it_: Stage, cloud: Map<string, string>, step: Step): void => {
  const { people } = it_.github;
  const number = openNumber(it_);
  const editOn = (branch: string, path: string): void => {
    const before = people.files(branch)[`servers/${path}`];
    serial += 1;
    if (before !== undefined)
      people.commit(branch, {
        [`servers/${path}`]: before.replace(/^registration: .*$/m, `registration: edit ${serial}`),
      });
  };
  const deleteOn = (branch: string, path: string): void => {
    if (people.files(branch)[`servers/${path}`] !== undefined) people.commit(branch, { [`servers/${path}`]: null });
  };
  switch (step.type) {
    case 'cloud':
      if (step.version === 0) cloud.delete(step.name);
      else cloud.set(step.name, `${step.name}${step.version}`);
      return;
    case 'edit-branch':
      if (number !== undefined) editOn(BRANCH, step.name);
      return;
    case 'delete-on-branch':
      if (number !== undefined) deleteOn(BRANCH, step.name);
      return;
    case 'edit-main':
      editOn('main', step.name);
      return;
    case 'delete-on-main':
      deleteOn('main', step.name);
      return;
    case 'outside':
      serial += 1;
      people.commit(number === undefined ? 'main' : BRANCH, { [`docs/${serial}.md`]: 'x\n' });
      return;
    case 'merge':
      if (number !== undefined && mergeable(it_))
        people.merge(number, step.method === 'rebase' ? 'squash' : step.method);
      return;
    case 'update-branch':
      if (number !== undefined && mergeable(it_)) people.updateBranch(number);
      return;
    case 'delete-branch':
      if (hasBranch(it_)) people.deleteBranch(BRANCH);
      return;
    case 'rewrite-main':
      serial += 1;
      people.amend('main', { 'README.md': `rewritten ${serial}\n` });
      return;
    case 'amend-branch':
      serial += 1;
      if (number !== undefined) people.amend(BRANCH, { 'servers/a.yaml': entry('a1', `amended ${serial}`) });
      return;
    case 'forbid-force': {
      const { rulesets } = it_.github.world.settings;
      if (rulesets.pop() === undefined) rulesets.push({ branches: BRANCH, forbids: ['force'] });
      return;
    }
    case 'close':
      if (number !== undefined) people.close(number);
  }
};

const mergeable = (it_: Stage): boolean =>
  it_.github.world.git.mergeTree('refs/heads/main', `refs/heads/${BRANCH}`) !== undefined;

/** The catalogue that GitHub's own merge of the branch would give. */
const mergedCatalogue = (it_: Stage): Record<string, string> => {
  const { git } = it_.github.world;
  const tree = git.mergeTree('refs/heads/main', `refs/heads/${BRANCH}`);
  if (tree === undefined) return { conflict: '' };
  const files = git.listTree(tree, true).filter((item) => item.type === 'blob' && item.path.startsWith('servers/'));
  return Object.fromEntries(files.map((item) => [item.path.slice('servers/'.length), item.sha]));
};

const idsOf = (tree: Tree): Record<string, string> =>
  Object.fromEntries([...tree].map(([path, text]) => [path, blobId(text)]));

const scan = async (it_: Stage, cloud: Map<string, string>, listed: readonly string[]) => {
  const seen: { wanted: Tree; base: Tree } = { wanted: new Map(), base: new Map() };
  const result = await propose(it_.repository, {
    branch: BRANCH,
    directory: 'servers',
    known: new Map(),
    rules: { ...rules, renames: () => new Map() },
    build: ({ carried, base }) => {
      seen.wanted = scanOver(carried, { sources: Object.fromEntries(cloud), listed: (path) => listed.includes(path) });
      seen.base = base;
      return { wanted: seen.wanted, content };
    },
  });
  return { result, ...seen };
};

it("whatever happens between scans, GitHub's merge of the request gives exactly the wanted catalogue", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(round, { minLength: 2, maxLength: 5 }), async (rounds) => {
      const it_ = await stage({ 'servers/b.yaml': entry('b.yaml1') });
      const cloud = new Map([
        ['a.yaml', 'a1'],
        ['b.yaml', 'b.yaml1'],
      ]);
      try {
        for (const { steps, listed } of rounds) {
          for (const one of steps) takeStep(it_, cloud, one);
          const before = it_.github.people.tip('main');
          const { result, wanted, base } = await scan(it_, cloud, listed);
          expect(it_.github.people.tip('main')).toBe(before);
          expect(it_.github.world.violations).toEqual([]);
          if (
            result.operation === 'created' ||
            result.operation === 'updated' ||
            (result.operation === 'none' && result.reason === 'unchanged')
          ) {
            expect(result.notes).toEqual([]);
            expect(mergedCatalogue(it_)).toEqual(idsOf(wanted));
            expect(openNumber(it_)).toBe('number' in result ? result.number : result.request?.number);
            const pushes = it_.github.world.pushes.length;
            expect(await scan(it_, cloud, listed)).toMatchObject({ result: { operation: 'none' } });
            expect(it_.github.world.pushes.length).toBe(pushes);
          } else if (
            result.operation === 'closed' ||
            (result.operation === 'none' && result.reason === 'no-difference')
          ) {
            expect(idsOf(wanted)).toEqual(idsOf(base));
            expect(openNumber(it_)).toBeUndefined();
          }
        }
      } finally {
        await it_.github.stop();
      }
    }),
    { numRuns: Number(process.env['MERGE_RUNS'] ?? 5), seed: Number(process.env['MERGE_SEED'] ?? 42) },
  );
}, 180_000);
