import { type CommitData, type TreeEdit, ZERO } from './git.ts';
import { moveRef } from './rules.ts';
import { type Actor, branchRef, type PullItem, personOf, pullOf, type World } from './state.ts';

export type MergeMethod = 'merge' | 'squash' | 'rebase';

/** Path to new text, or null for a file that goes. */
export type Edits = Readonly<Record<string, string | null>>;

const WRITE = 'write' as const;
const PERSON: Actor = {
  login: 'alice',
  kind: 'person',
  permissions: { contents: WRITE, 'pull-requests': WRITE, issues: WRITE, workflows: WRITE },
};

/** What people do in a repository, on its real git: the steps of a story. They have every right. */
export const createPeople = (world: World, login = 'alice') => {
  const { git } = world;
  const actor: Actor = { ...PERSON, login };
  const author = personOf(login);
  const tip = (branch: string): string => {
    const sha = git.resolve(branchRef(branch));
    if (sha === undefined) throw new Error(`no branch ${branch}`);
    return sha;
  };
  const move = (branch: string, after: string, force = false): void => {
    const ref = branchRef(branch);
    const refused = moveRef(world, actor, { ref, before: git.resolve(ref) ?? ZERO, after, force });
    if (refused) throw new Error(`${branch}: ${refused}`);
  };
  const treeWith = (base: string | undefined, edits: Edits): string => {
    const texts = Object.entries(edits).flatMap(([path, text]) => (text === null ? [] : [{ path, text }]));
    const ids = git.writeBlobs(texts.map((it) => it.text));
    const placed = texts.map((it, index): TreeEdit => ({ path: it.path, mode: '100644', sha: ids[index] ?? '' }));
    const gone = Object.keys(edits).filter((path) => edits[path] === null);
    return git.writeTree(base, [...gone.map((path): TreeEdit => ({ path, sha: null })), ...placed]);
  };
  const commitTree = (tree: string, parents: readonly string[], message: string): string =>
    git.commit({ tree, parents, message, author, committer: author, seconds: world.seconds() });

  /** Commits edits on top of a branch; the first commit makes it. */
  const commit = (branch: string, edits: Edits, message = 'Edit'): string => {
    const head = git.resolve(branchRef(branch));
    const tree = treeWith(head === undefined ? undefined : git.treeOf(head), edits);
    const sha = commitTree(tree, head === undefined ? [] : [head], message);
    move(branch, sha);
    return sha;
  };

  const replay = (commits: readonly CommitData[], onto: string): string =>
    commits.reduce((head, it) => {
      const parent = it.parents[0];
      const edits = git.diff(parent === undefined ? git.emptyTree() : git.treeOf(parent), it.tree);
      const changes = edits.map(
        (edit): TreeEdit =>
          edit.status === 'D' ? { path: edit.path, sha: null } : { path: edit.path, mode: '100644', sha: edit.sha },
      );
      return commitTree(git.writeTree(git.treeOf(head), changes), [head], it.message);
    }, onto);

  const merged = (item: PullItem, method: MergeMethod): string => {
    const [base, head] = [tip(item.pull.base), item.pull.headSha];
    if (method === 'rebase') return replay(git.commitsBetween([base], head).map(git.readCommit), base);
    const tree = git.mergeTree(base, head);
    if (tree === undefined) throw new Error(`request ${item.number} has conflicts with ${item.pull.base}`);
    const parents = method === 'merge' ? [base, head] : [base];
    return commitTree(tree, parents, `${item.title} (#${item.number})`);
  };

  return {
    tip,
    commit,
    /** A branch's files below a directory, as people see them. */
    files: (branch: string, directory = ''): Record<string, string> =>
      Object.fromEntries(
        git
          .listTree(git.treeOf(tip(branch)), true)
          .filter((it) => it.type === 'blob' && it.path.startsWith(directory))
          .map((it) => [it.path, git.readBlob(it.sha).toString('utf8')]),
      ),
    /** Rewrites a branch's history: its tip becomes one new commit with the edits on the parent of its tip. */
    amend: (branch: string, edits: Edits, message = 'Amend'): string => {
      const data = git.readCommit(tip(branch));
      const sha = commitTree(treeWith(data.tree, edits), data.parents, message);
      move(branch, sha, true);
      return sha;
    },
    /** "Update branch": merges the base into the head. */
    updateBranch: (number: number): string => {
      const { pull } = pullOf(world, number);
      const [head, base] = [tip(pull.head), tip(pull.base)];
      const tree = git.mergeTree(head, base);
      if (tree === undefined) throw new Error(`request ${number} has conflicts`);
      const sha = commitTree(tree, [head, base], `Merge branch '${pull.base}' into ${pull.head}`);
      move(pull.head, sha);
      return sha;
    },
    deleteBranch: (branch: string): void => move(branch, ZERO),
    merge: (number: number, method: MergeMethod = 'merge'): string => {
      const item = pullOf(world, number);
      if (item.state !== 'open') throw new Error(`request ${number} is closed`);
      const sha = merged(item, method);
      item.state = 'closed';
      item.closedBy = login;
      item.pull.merged = true;
      item.pull.mergeCommit = sha;
      item.pull.mergedOnto = tip(item.pull.base);
      item.pull.brought = git.commitsBetween([item.pull.mergedOnto], sha);
      item.pull.queued = false;
      move(item.pull.base, sha);
      if (world.settings.deleteBranchOnMerge) move(item.pull.head, ZERO);
      return sha;
    },
    close: (number: number): void => {
      const item = pullOf(world, number);
      item.state = 'closed';
      item.closedBy = login;
      item.pull.queued = false;
    },
    review: (number: number, state: 'APPROVED' | 'CHANGES_REQUESTED' = 'APPROVED'): void => {
      const { pull } = pullOf(world, number);
      pull.reviews.push({ author: login, state, commit: pull.headSha });
      pull.reviewers = pull.reviewers.filter((it) => it !== login);
    },
    enqueue: (number: number): void => {
      pullOf(world, number).pull.queued = true;
    },
    comment: (number: number, body: string): void => {
      pullOf(world, number).comments.push({ id: world.nextId(), author: login, body, updates: 0 });
    },
  };
};
