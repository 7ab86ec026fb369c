import { notAccessible, Refusal } from './answers.ts';
import { ZERO } from './git.ts';
import { type Actor, branchRef, type Item, type PermissionName, type Push, type World } from './state.ts';

const WORKFLOWS = '.github/workflows/';
const RANK = { none: 0, read: 1, write: 2 } as const;

/** True when the actor's token has one of the permissions at the level. */
export const permitted = (actor: Actor, names: readonly PermissionName[], level: 'read' | 'write'): boolean =>
  names.some((name) => RANK[actor.permissions[name] ?? 'none'] >= RANK[level]);

/** Throws GitHub's 403 unless the actor's token has one of the permissions. */
export const demand = (actor: Actor, names: readonly PermissionName[], level: 'read' | 'write'): void => {
  if (!permitted(actor, names, level))
    throw notAccessible(names.map((it) => `${it.replace('-', '_')}=${level}`).join('; '));
};

const refusesWorkflow = (path: string): Refusal =>
  new Refusal(
    422,
    `refusing to allow a GitHub App to create or update workflow \`${path}\` without \`workflows\` permission`,
  );

/** Workflow files that commits which no ref has yet would change, against any of their parents. */
const workflowTouched = (world: World, after: string): string | undefined => {
  const { git } = world;
  for (const sha of git.commitsBetween(git.refs(), after)) {
    const { tree, parents } = git.readCommit(sha);
    const before = parents.length === 0 ? [git.emptyTree()] : parents.map(git.treeOf);
    for (const parent of before) {
      const path = git.diff(parent, tree).find((it) => it.path.startsWith(WORKFLOWS))?.path;
      if (path !== undefined) return path;
    }
  }
  return undefined;
};

const rulesFor = (world: World, branch: string) =>
  world.settings.rulesets
    .filter(
      (it) => it.branches === branch || (it.branches.endsWith('*') && branch.startsWith(it.branches.slice(0, -1))),
    )
    .flatMap((it) => it.forbids);

const violation = (text: string): Refusal => new Refusal(422, `Repository rule violations found\n\n${text}\n\n`);

/** What follows for the requests that have the branch as head or base. */
const settlePulls = (world: World, push: Push): void => {
  const { git } = world;
  for (const item of world.items.values()) {
    const { pull } = item;
    if (!pull) continue;
    if (branchRef(pull.head) === push.ref) settleHead(item, push);
    const base = git.resolve(branchRef(pull.base));
    if (item.state !== 'open' || base === undefined || !git.isAncestor(pull.headSha, base)) continue;
    // A head that the base's own push reached was merged; a head that was moved back onto the base has nothing left.
    pull.merged = branchRef(pull.base) === push.ref;
    if (pull.merged) {
      pull.mergeCommit = base;
      pull.mergedOnto = push.before;
      pull.brought = git.commitsBetween([push.before], pull.headSha);
    }
    item.state = 'closed';
    item.closedBy = push.by;
    pull.queued = false;
  }
};

const settleHead = (item: Item, push: Push): void => {
  const { pull } = item;
  if (!pull) return;
  if (item.state === 'closed') {
    pull.stranded ||= push.forced || push.before === ZERO || push.after === ZERO;
    return;
  }
  pull.queued = false;
  if (push.after === ZERO) {
    item.state = 'closed';
    item.closedBy = push.by;
    pull.stranded = true;
    return;
  }
  pull.headSha = push.after;
};

/** The head that GitHub answers with when it refuses to move a ref. */
export type Moved = 'moved' | 'not-a-fast-forward' | 'unknown-object';

/**
 * Moves a ref as GitHub does: permissions, rulesets, workflow files, fast-forwards, then compare and swap.
 * Answers what stood in the way, or nothing; throws what a rule refuses.
 */
export const moveRef = (
  world: World,
  actor: Actor,
  move: { readonly ref: string; readonly before: string; readonly after: string; readonly force: boolean },
): Moved | undefined => {
  const { git } = world;
  demand(actor, ['contents'], 'write');
  const current = git.resolve(move.ref) ?? ZERO;
  if (current !== move.before) return 'moved';
  if (current === move.after) return undefined;
  if (move.after !== ZERO && git.typeOf(move.after) !== 'commit') return 'unknown-object';
  const forced = current !== ZERO && move.after !== ZERO && !git.isAncestor(current, move.after);
  if (forced && !move.force) return 'not-a-fast-forward';
  const forbidden = rulesFor(world, move.ref.replace(/^refs\/heads\//, ''));
  if (forced && forbidden.includes('force')) throw violation('Cannot force-push to this branch');
  if (move.after === ZERO && forbidden.includes('delete')) throw violation('Cannot delete this branch');
  if (forbidden.includes('update')) throw violation('Cannot update this protected ref.');
  if (move.after !== ZERO && !permitted(actor, ['workflows'], 'write')) {
    const path = workflowTouched(world, move.after);
    if (path !== undefined) throw refusesWorkflow(path);
  }
  if (!git.updateRef(move.ref, move.before, move.after)) return 'moved';
  const push = { ref: move.ref, before: move.before, after: move.after, forced, by: actor.login };
  world.pushes.push(push);
  settlePulls(world, push);
  return undefined;
};
