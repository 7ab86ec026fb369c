import type { AuditChange } from '../model/audit.ts';
import { readCommits, requestIn, requireHistory } from './entry-log.ts';
import { git, gitFolder } from './read-git.ts';

/** Which history is read. */
export interface ChangeQuestion {
  /** Files and folders, from the working directory. */
  readonly paths: readonly string[];
  /** YYYY-MM-DD, of the committer's own clock; absent: from the beginning. */
  readonly since?: string;
  /** Commits at most. */
  readonly limit: number;
}

/** Files that commits of the branch changed, newest first, and what of the history is not there. */
export interface ChangeLog {
  readonly changes: readonly AuditChange[];
  /** There are older commits than those that were looked at. */
  readonly more: boolean;
  /** The clone lacks older commits. */
  readonly shallow: boolean;
}

const ACTIONS: ReadonlyMap<string, AuditChange['action']> = new Map([
  ['A', 'added'],
  ['D', 'removed'],
]);

/** Files that a commit changes against its first parent, from the working directory. */
const filesOf = async (commit: string, parent: string | undefined, folders: readonly string[]) => {
  const words = ['diff-tree', '-r', '-z', '--name-status', '--no-renames', '--no-commit-id', '--relative'];
  const sides = parent === undefined ? ['--root', commit] : [parent, commit];
  const parts = (await git('.', [...words, ...sides, '--', ...folders])).toString('utf8').split('\0');
  return parts.flatMap((status, at) => {
    const file = parts[at + 1];
    return at % 2 === 0 && file !== undefined ? [{ file, action: ACTIONS.get(status) ?? ('changed' as const) }] : [];
  });
};

/**
 * What the branch that is checked out changed of some paths: its first parents, so that a merge is one change.
 * @throws SyncError catalogue/unreadable where there is no history, or git fails
 */
export const readChangeLog = async ({ paths, since, limit }: ChangeQuestion): Promise<ChangeLog> => {
  await requireHistory(paths.join(', '));
  const folders = paths.map((path) => gitFolder('.', path));
  const shallow = (await git('.', ['rev-parse', '--is-shallow-repository'])).toString('utf8').trim() === 'true';
  const words = ['--first-parent', '--diff-merges=first-parent', `--max-count=${limit + 1}`];
  const from = since === undefined ? [] : [`--since=${since}T00:00:00Z`];
  const commits = await readCommits([...words, ...from, 'HEAD'], folders);
  const changes: AuditChange[] = [];
  for (const { commit, parents, date, author, subject } of commits.slice(0, limit)) {
    const [parent] = parents;
    // Where a clone was cut, its last commit seems to bring everything.
    if (shallow && parent === undefined) continue;
    for (const { file, action } of await filesOf(commit, parent, folders)) {
      changes.push({ at: date, commit, file, action, author: author.name, subject, ...requestIn(subject) });
    }
  }
  return { changes, more: commits.length > limit, shallow };
};
