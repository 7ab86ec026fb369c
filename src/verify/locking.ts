import { writeDirectory } from '../catalogue/write-directory.ts';
import { readTokenFile } from '../credentials/token-file.ts';
import { writeToolsLock } from '../document/tools-lock.ts';
import type { FileChange, Tree } from '../model/catalogue.ts';
import { SyncError } from '../model/errors.ts';
import type { LockOutcome } from '../model/locking.ts';
import type { Problem } from '../model/problem.ts';
import { LOCK_LISTS, type ToolsLock } from '../model/tools-lock.ts';
import type { Verified } from '../model/verify.ts';
import type { CommandContext } from '../running/context.ts';
import { askAll } from './asking.ts';
import { bearer, nobody } from './places.ts';
import type { Subjects } from './subjects.ts';
import type { Subject } from './verify.ts';

/** Rules of a comparison: there is none where the lock itself is written. */
const COMPARING: ReadonlySet<Problem['rule']> = new Set(['tools-changed', 'tools-unlocked', 'tool-newly-destructive']);

/** The one subject, at another place than its own: nothing of its own credentials goes there. */
const elsewhere = async (
  context: CommandContext,
  subjects: readonly Subject[],
  from: string,
): Promise<readonly Subject[]> => {
  const [subject, ...others] = subjects;
  if (subject === undefined || others.length > 0 || context.operands.length === 0) {
    throw new SyncError(
      'usage',
      'bad-option',
      `from is the URL of one server: expected one entry to be named, met ${subjects.length}.`,
      {
        hint: 'Name the entry by its file or its path, and no other.',
      },
    );
  }
  const { serverTokenFile } = context.settings.verify;
  const credential =
    serverTokenFile === undefined ? nobody : bearer(await readTokenFile(serverTokenFile, context.mask));
  const place = { url: from, transport: 'streamable-http' as const, ...credential };
  const agent = subject.agent === undefined ? {} : { agent: { ...subject.agent, url: from } };
  return [{ ...subject, ...agent, open: async () => ({ type: 'place', place, problems: [] }) }];
};

const countOf = (lock: ToolsLock): number => LOCK_LISTS.reduce((sum, list) => sum + lock[list].length, 0);

interface Written {
  readonly outcome: LockOutcome;
  readonly change?: FileChange;
}

const changeOf = (tree: Tree, path: string, text: string): Written['change'] => {
  const before = tree.get(path);
  if (before === text) return undefined;
  return before === undefined ? { action: 'create', path, text } : { action: 'update', path, before, text };
};

const written = (
  verified: Verified,
  lock: ToolsLock | undefined,
  {
    tree,
    path,
    file,
  }: {
    readonly tree: Tree;
    readonly path: string;
    readonly file: string;
  },
): Written => {
  const outcome = { path: verified.path, file };
  const { note } = verified;
  if (lock === undefined) {
    const state = verified.state === 'skipped' ? 'skipped' : 'failed';
    return { outcome: { ...outcome, state, ...(note === undefined ? {} : { note }) } };
  }
  const made = writeToolsLock(lock);
  if ('refused' in made) return { outcome: { ...outcome, state: 'failed', note: made.refused } };
  const items = countOf(lock);
  const change = changeOf(tree, path, made.text);
  if (change === undefined) return { outcome: { ...outcome, state: 'unchanged', items } };
  const state = change.action === 'create' ? 'created' : 'updated';
  return { outcome: { ...outcome, state, items }, change };
};

/** Writes the locks of what is there now, and tells what became of each. Rejects with SyncError usage/bad-option. */
export const lockAll = async (context: CommandContext, subjects: Subjects) => {
  const { from } = context.settings.verify;
  const asked = from === undefined ? subjects.subjects : await elsewhere(context, subjects.subjects, from);
  const found = await askAll(context, { ...subjects, subjects: asked });
  const { directory } = context.settings;
  const made = found.verified.map((verified) => {
    const path = subjects.lockPathOf(verified.path);
    const place = { tree: subjects.catalogue.tree, path, file: `${directory}/${path}` };
    return written(verified, found.locks.get(verified.path), place);
  });
  await writeDirectory(
    directory,
    made.flatMap(({ change }) => change ?? []),
  );
  const problems = [...subjects.problems(), ...found.problems.filter(({ rule }) => !COMPARING.has(rule))];
  return { locks: made.map(({ outcome }) => outcome), problems };
};
