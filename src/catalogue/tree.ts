import { toProblem } from '../document/finding.ts';
import type { Tree } from '../model/catalogue.ts';
import { SyncError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';

/** A catalogue as text, and what of it was not read. */
export interface TreeRead {
  readonly tree: Tree;
  /** Paths of files and folders that are there and were not read: a scan must not take them for absent. */
  readonly refused: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/** A catalogue while it is read; `refused` has one sentence for each path. */
export interface TreeDraft {
  readonly tree: Map<string, string>;
  readonly refused: Map<string, string>;
}

/** Bounds on a whole catalogue. */
export const TREE_LIMITS = { files: 100_000, depth: 12, bytes: 512 * 1024 * 1024 } as const;

const IGNORED: ReadonlySet<string> = new Set(['README.md', '.gitkeep']);

/** True for files that belong to no catalogue: documentation, and what begins with a dot. */
export const isIgnored = (name: string): boolean => IGNORED.has(name) || name.startsWith('.');

/** Adds a file to the draft: as text when its bytes are UTF-8, as refused otherwise. A byte order mark stays. */
export const addFile = (draft: TreeDraft, path: string, bytes: Uint8Array): void => {
  try {
    draft.tree.set(path, new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    draft.refused.set(path, 'The file is no UTF-8 text.');
  }
};

/** The error for a catalogue beyond its bounds. */
export const tooLarge = (directory: string, what: string): SyncError =>
  new SyncError('catalogue', 'unreadable', `Reading the catalogue ${directory}: it has more than ${what}.`, {
    hint: 'Split the catalogue, or take out what is no entry.',
  });

/** The draft as what was read; problems name files below `directory`. */
export const finishTree = (directory: string, { tree, refused }: TreeDraft): TreeRead => ({
  tree,
  refused: new Set(refused.keys()),
  problems: [...refused].map(([path, text]) =>
    toProblem(
      {
        rule: 'file-unreadable',
        text,
        hint: 'An entry is a small UTF-8 text in a plain file: put one there, or take it out.',
      },
      `${directory}/${path}`,
    ),
  ),
});
