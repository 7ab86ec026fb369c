import type { BringingRequest, FileHistory, HistoryCommit } from './file-history.ts';

/** Name of a setting to its value. */
export type Values = ReadonlyMap<string, unknown>;

/** Whose settings are asked for. */
export interface SettleQuestion {
  /** The settings' file, from the repository's root. */
  readonly file: string;
  /** The folders that no change of settings may come along with, from the repository's root. */
  readonly folders: readonly string[];
  /** Commit whose settings are asked for, on the default branch. */
  readonly tip: string;
  readonly defaultBranch: string;
  /** The settings of a version of the file; undefined where it can't be read. */
  readonly read: (text: string) => Values | undefined;
  /** Names of settings that differ. */
  readonly changed: (before: Values, after: Values) => readonly string[];
}

/** What brought a value: a pull request, or a commit that none brought. */
export type Bringer = Pick<BringingRequest, 'number' | 'url'> | { readonly commit: string };

/** A value of the tip that does not count. */
export interface Pending {
  readonly name: string;
  readonly by: Bringer;
}

export interface Settled {
  readonly values: Values;
  readonly pending: readonly Pending[];
  /** False: the history is longer than what is read; what was not settled by then is as the oldest version has it. */
  readonly whole: boolean;
}

/** Commits of the file's history that are read at most. */
const MOST = 1000;
const NOTHING: Values = new Map();

interface Judged {
  readonly alone: boolean;
  readonly by: Bringer;
  /** Where the default branch was before, where it was merged as a branch of its own. */
  readonly onto?: string;
}

/** The commits that changed the file as one commit knows them, page by page, each with its values. */
const lineFrom = (history: FileHistory, { file, read }: SettleQuestion, from: string) => {
  const commits: HistoryCommit[] = [];
  const values = new Map<string, Values | undefined>();
  let pages = 0;
  let ended = false;
  const learn = async (shas: readonly string[]): Promise<void> => {
    const texts = await history.textsAt(shas.map((commit) => ({ commit, path: file })));
    for (const [index, sha] of shas.entries()) {
      const text = texts[index];
      values.set(sha, text === undefined ? undefined : read(text));
    }
  };
  return {
    at: async (index: number): Promise<HistoryCommit | undefined> => {
      while (index >= commits.length && !ended) {
        pages += 1;
        const page = await history.commitsOf(file, from, pages);
        ended = page.length < 100;
        commits.push(...page);
        await learn([...new Set(page.flatMap((it) => [it.sha, ...it.parents.slice(0, 1)]))]);
      }
      return commits[index];
    },
    /** The settings at a commit; undefined where the file is not there or can't be read. */
    valuesAt: async (sha: string): Promise<Values | undefined> => {
      if (!values.has(sha)) await learn([sha]);
      return values.get(sha);
    },
  };
};

type Line = ReturnType<typeof lineFrom>;

/** What lies at the folders of a commit, one after another. */
const objectsAt = (history: FileHistory, { folders }: SettleQuestion, commit: string) =>
  Promise.all(folders.map((path) => history.objectAt({ commit, path })));

/** What brought a commit, and whether that changed nothing below the folders. */
const judge = async (history: FileHistory, question: SettleQuestion, commit: HistoryCommit): Promise<Judged> => {
  const { folders, defaultBranch } = question;
  const requests = await history.requestsOf(commit.sha);
  const [first] = requests;
  if (first === undefined) {
    const [parent] = commit.parents;
    const after = await objectsAt(history, question, commit.sha);
    const before = parent === undefined ? [] : await objectsAt(history, question, parent);
    return {
      alone: after.every((object, at) => object === before[at]),
      by: { commit: commit.sha },
      ...ontoOf(commit.parents),
    };
  }
  const touching: BringingRequest[] = [];
  for (const request of requests) if (await history.touches(request.number, folders)) touching.push(request);
  const { number, url } = touching[0] ?? first;
  const by = { number, url };
  const merged = requests.find(({ base }) => base === defaultBranch);
  return {
    alone: touching.length === 0,
    by,
    ...(merged === undefined ? {} : ontoOf(await history.parentsOf(merged.merge))),
  };
};

const judgeAll = async (
  history: FileHistory,
  question: SettleQuestion,
  commits: readonly HistoryCommit[],
): Promise<readonly Judged[]> => {
  const judged: Judged[] = [];
  for (const commit of commits) judged.push(await judge(history, question, commit));
  return judged;
};

/** True for the first version of the file where nothing was below the folders before it: there was nothing to be widened. */
const isFounding = async (
  history: FileHistory,
  question: SettleQuestion,
  { earlier, parent }: { readonly earlier: Earlier; readonly parent: string | undefined },
): Promise<boolean> =>
  earlier.none === true &&
  (parent === undefined || (await objectsAt(history, question, parent)).every((object) => object === undefined));

/** A merge's first parent: what it was merged onto. */
const ontoOf = (parents: readonly string[]): { readonly onto?: string } =>
  parents.length > 1 && parents[0] !== undefined ? { onto: parents[0] } : {};

interface Earlier {
  readonly values: Values;
  readonly across: readonly HistoryCommit[];
  /** There was no version before. */
  readonly none?: true;
}

/** The settings before a commit, with every commit whose file can't be read between: its words were nobody's to judge. */
const before = async (line: Line, next: number, parent: string | undefined): Promise<Earlier> => {
  const direct = parent === undefined ? undefined : await line.valuesAt(parent);
  if (direct !== undefined) return { values: direct, across: [] };
  const across: HistoryCommit[] = [];
  for (let index = next; ; index += 1) {
    const older = await line.at(index);
    if (older === undefined) return { values: NOTHING, across, none: true };
    const values = await line.valuesAt(older.sha);
    if (values !== undefined) return { values, across };
    across.push(older);
  }
};

/**
 * The settings that hold at a commit of the default branch: of each the newest value that came with nothing below the
 * folders. What came along with entries doesn't count, until it is brought alone; a commit that no pull request brought
 * is judged as one of its own. Walks the file's history from the newest change to the oldest, from each merge on along
 * the branch that it was merged onto, so that merges, squashed and rebased commits give the same answer.
 *
 * The file's first version counts where nothing was below the folders before it.
 * @throws SyncError github where something of the history can't be read
 */
export const settleSettings = async (history: FileHistory, question: SettleQuestion): Promise<Settled> => {
  const settled = new Map<string, unknown>();
  const held = new Map<string, Bringer>();
  const finish = (oldest: Values, whole: boolean): Settled => {
    for (const [name, value] of oldest) if (!settled.has(name)) settled.set(name, value);
    const values = new Map([...settled].filter(([, value]) => value !== undefined));
    return { values, pending: [...held].map(([name, by]) => ({ name, by })), whole };
  };
  let line = lineFrom(history, question, question.tip);
  let index = 0;
  let oldest = NOTHING;
  for (let count = 0; count < MOST; count += 1) {
    const commit = await line.at(index);
    if (commit === undefined) return finish(NOTHING, true);
    index += 1;
    const after = await line.valuesAt(commit.sha);
    if (after === undefined) continue;
    oldest = after;
    const direct = await before(line, index, commit.parents[0]);
    const isMerge = commit.parents.length > 1;
    const open = (names: readonly string[]): readonly string[] => names.filter((name) => !settled.has(name));
    if (open(question.changed(direct.values, after)).length === 0 && !isMerge) continue;
    const judged = await judge(history, question, commit);
    const base = judged.onto ?? (isMerge ? commit.parents[0] : undefined);
    if (base !== undefined) {
      line = lineFrom(history, question, base);
      index = 0;
    }
    const earlier = base === undefined ? direct : await before(line, 0, base);
    const mixed = (await isFounding(history, question, { earlier, parent: base ?? commit.parents[0] }))
      ? undefined
      : [judged, ...(await judgeAll(history, question, earlier.across))].find(({ alone }) => !alone);
    for (const name of open(question.changed(earlier.values, after))) {
      if (mixed === undefined) settled.set(name, after.get(name));
      else if (!held.has(name)) held.set(name, mixed.by);
    }
  }
  return finish(oldest, false);
};
