import { isDeepStrictEqual } from 'node:util';
import { parseFile } from '../document/read.ts';
import type { EntryLog, LoggedChange, LoggedCommit } from '../model/entry-log.ts';
import { SyncError } from '../model/errors.ts';
import { isObject } from '../model/json.ts';
import { isEntryPath } from './layout.ts';
import { git, gitFolder } from './read-git.ts';
import { readFilesAt, resolveCommit } from './read-history.ts';
import { registeredPaths } from './registered-paths.ts';
import { renamedEntries } from './replaced.ts';

/** Commits of one merge that are shown. */
const MOST_BROUGHT = 10;
/** Files that one commit removed or added, in which a moved entry is looked for. */
const MOST_MOVED = 2000;

/** Which history is read. */
interface LogSettings {
  /** The catalogue's directory from the working directory. */
  readonly directory: string;
  /** Changes of one entry at most. */
  readonly limit: number;
}

interface Commit extends LoggedCommit {
  readonly parents: readonly string[];
}

/** Fields of a commit, each ended by NUL, which no commit holds. https://git-scm.com/docs/pretty-formats */
const FORM = ['%H', '%P', '%an', '%ae', '%cI', '%s'];
/** What a person's own git configuration could change of the answer. */
const PLAIN = ['--no-show-signature', '--no-color', '--no-follow', '--no-notes', '--encoding=UTF-8', '--no-patch'];

/** Commits that touch one of some paths, as git lists them for `words`. Throws SyncError catalogue/unreadable. */
export const readCommits = async (words: readonly string[], paths: readonly string[]): Promise<readonly Commit[]> => {
  const answer = await git('.', [
    'log',
    ...PLAIN,
    `--format=tformat:${FORM.join('%x00')}`,
    '-z',
    ...words,
    '--',
    ...paths,
  ]);
  const parts = answer.toString('utf8').split('\0');
  return Array.from({ length: Math.floor(parts.length / FORM.length) }, (_, at): Commit => {
    const from = at * FORM.length;
    const [commit = '', parents = '', name = '', email = '', date = '', subject = ''] = parts.slice(from, from + 6);
    return { commit, parents: parents.split(' ').filter(Boolean), author: { name, email }, date, subject };
  });
};

/** Values by their place in the file, down to what is no object. */
const leaves = (value: unknown, at: string): readonly (readonly [string, unknown])[] =>
  isObject(value) && (at === '' || Object.keys(value).length > 0)
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, at === '' ? key : `${at}.${key}`))
    : [[at, value]];

/** Names of the fields in which two versions of an entry differ; undefined where one of them can't be read. */
export const changedFields = (file: string, before: string, after: string): readonly string[] | undefined => {
  const [old, now] = [parseFile(file, before), parseFile(file, after)];
  if (!('value' in old) || !('value' in now)) return undefined;
  const [had, has] = [new Map(leaves(old.value, '')), new Map(leaves(now.value, ''))];
  return [...new Set([...has.keys(), ...had.keys()])]
    .filter((field) => has.has(field) !== had.has(field) || !isDeepStrictEqual(has.get(field), had.get(field)))
    .sort();
};

/** Files of a commit that its first parent lacks, and the other way round, with their texts. */
const comings = async (commit: string, parent: string, directory: string) => {
  const folder = gitFolder('.', directory);
  const listing = await git('.', [
    'diff-tree',
    '-r',
    '-z',
    '--name-status',
    '--no-renames',
    '--relative',
    parent,
    commit,
    '--',
    `${folder}/`,
  ]);
  const parts = listing.toString('utf8').split('\0');
  const of = (status: string): readonly string[] =>
    parts.flatMap((part, at) => {
      const path = parts[at + 1]?.slice(folder.length + 1) ?? '';
      return at % 2 === 0 && part === status && isEntryPath(path) ? [path] : [];
    });
  const [removed, added] = [of('D'), of('A')];
  if (removed.length === 0 || added.length === 0 || removed.length + added.length > MOST_MOVED) {
    return { removed: new Map<string, string>(), added: new Map<string, string>() };
  }
  return {
    removed: await readFilesAt('.', parent, { directory, paths: removed }),
    added: await readFilesAt('.', commit, { directory, paths: added }),
  };
};

/** The one file of `files` that registers a path of `text`. */
const samePath = (file: string, text: string, files: ReadonlyMap<string, string>): string | undefined => {
  const paths = new Set(registeredPaths(file, text));
  const found = [...files].filter(([other, its]) => registeredPaths(other, its).some((path) => paths.has(path)));
  return found.length === 1 ? found[0]?.[0] : undefined;
};

/**
 * Where an entry came from in a commit, or went to: a resource with a new id has a file of a new name, and so has an entry
 * written by hand that keeps its path in the registry.
 */
const movedWith = async (
  { commit, parents }: Commit,
  file: string,
  directory: string,
): Promise<{ readonly from?: string; readonly to?: string }> => {
  const [parent] = parents;
  if (parent === undefined) return {};
  const { removed, added } = await comings(commit, parent, directory);
  const pairs = renamedEntries(removed, added);
  const now = added.get(file);
  const old = removed.get(file);
  const from = [...pairs].find(([, to]) => to === file)?.[0] ?? (now && samePath(file, now, removed));
  const to = pairs.get(file) ?? (old && samePath(file, old, added));
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
};

const MERGED = /^Merge pull request #([1-9]\d{0,8}) /;
const SQUASHED = /\(#([1-9]\d{0,8})\)$/;

/** The pull request that a commit's subject names. */
export const requestIn = (subject: string): Pick<LoggedChange, 'request'> => {
  const number = MERGED.exec(subject)?.[1] ?? SQUASHED.exec(subject)?.[1];
  return number === undefined ? {} : { request: { number: Number(number), from: 'subject' } };
};

const plainCommit = ({ parents: _, ...commit }: Commit): LoggedCommit => commit;

/** What a merge brought to a file. */
const broughtBy = async ({ commit, parents }: Commit, path: string): Promise<readonly LoggedCommit[]> => {
  const [first, ...others] = parents;
  if (first === undefined || others.length === 0) return [];
  const range = [`--max-count=${MOST_BROUGHT}`, '--no-merges', commit, `^${first}`];
  return (await readCommits(range, [path])).map(plainCommit);
};

interface Step {
  readonly change: LoggedChange;
  /** Where the history goes on under another name. */
  readonly onward?: { readonly file: string; readonly at: string };
}

interface Sides {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

const stepOf = async (
  commit: Commit,
  file: string,
  { before, after, directory }: Sides & Pick<LogSettings, 'directory'>,
): Promise<Step> => {
  const common = {
    ...plainCommit(commit),
    ...requestIn(commit.subject),
    file,
    brought: await broughtBy(commit, `${gitFolder('.', directory)}/${file}`),
  };
  if (after === undefined) {
    const { to } = await movedWith(commit, file, directory);
    return { change: { ...common, action: 'removed', fields: [], ...(to ? { movedTo: to } : {}) } };
  }
  const moved = before === undefined ? await movedWith(commit, file, directory) : {};
  const [parent] = commit.parents;
  if (before === undefined && (moved.from === undefined || parent === undefined)) {
    return { change: { ...common, action: 'added', fields: [] } };
  }
  const { from } = moved;
  const old =
    from === undefined || parent === undefined
      ? before
      : (await readFilesAt('.', parent, { directory, paths: [from] })).get(from);
  const fields = changedFields(file, old ?? '', after);
  return {
    change: {
      ...common,
      action: from === undefined ? 'changed' : 'moved',
      ...(from === undefined ? {} : { movedFrom: from }),
      fields: fields ?? [],
      ...(fields === undefined ? { unread: true } : {}),
    },
    ...(from === undefined || parent === undefined ? {} : { onward: { file: from, at: parent } }),
  };
};

/** Throws where there is no history to read. */
export const requireHistory = async (directory: string): Promise<void> => {
  try {
    await resolveCommit('.', 'HEAD');
  } catch (cause) {
    throw new SyncError(
      'catalogue',
      'unreadable',
      `Reading the history of ${directory}: expected a git repository with a commit, met none.`,
      { hint: 'Run it in a clone of the catalogue, with the whole history (fetch-depth: 0).', cause },
    );
  }
};

/**
 * Who changed an entry, in which commits of the branch that is checked out: its first parents, so that a merge is one change
 * and drafts of pull requests are none. `now`: the entry's text in the working directory. Undefined where neither has it.
 * @throws SyncError catalogue/unreadable when git fails
 */
export const readEntryLog = async (
  file: string,
  now: string | undefined,
  { directory, limit }: LogSettings,
): Promise<EntryLog | undefined> => {
  await requireHistory(directory);
  const folder = gitFolder('.', directory);
  const isShallow = (await git('.', ['rev-parse', '--is-shallow-repository'])).toString('utf8').trim() === 'true';
  const committed = (await readFilesAt('.', 'HEAD', { directory, paths: [file] })).get(file);
  const changes: LoggedChange[] = [];
  let next: { readonly file: string; readonly at: string } | undefined = { file, at: 'HEAD' };
  let more = false;
  let shallow = false;
  while (next !== undefined && !more) {
    const { file: name, at } = next;
    next = undefined;
    const left = limit - changes.length;
    const words = ['--first-parent', '--diff-merges=first-parent', `--max-count=${left + 1}`, at];
    const found = await readCommits(words, [`${folder}/${name}`]);
    // Where a clone was cut, the last commit seems to bring everything: it is nobody's change.
    const commits = found.filter(({ parents }) => !isShallow || parents.length > 0);
    shallow ||= commits.length < found.length;
    const texts: (string | undefined)[] = [];
    for (const { commit } of found) {
      texts.push((await readFilesAt('.', commit, { directory, paths: [name] })).get(name));
    }
    for (const [index, commit] of commits.entries()) {
      more = changes.length === limit;
      if (more) break;
      const sides = { before: texts[index + 1], after: texts[index], directory };
      const { change, onward } = await stepOf(commit, name, sides);
      changes.push(change);
      next = onward;
      if (onward !== undefined) break;
    }
  }
  if (changes.length === 0 && now === undefined && !shallow) return undefined;
  const uncommitted = now?.replaceAll('\r\n', '\n') !== committed?.replaceAll('\r\n', '\n');
  return { file, changes, more, shallow, uncommitted };
};
