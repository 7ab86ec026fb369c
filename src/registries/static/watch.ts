import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, rmSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { writeAside } from '../../catalogue/write-aside.ts';
import type { SiteFile } from './documents.ts';

/** Folders that hold nothing but what is made here: what is no longer made goes. */
export const OURS = ['agents', 'allow', 'assets', 'servers', 'v0', 'v0.1'] as const;

/** After so many files somebody else may have a turn: a stop, for one. */
export const TURN = 500;

/** Where a large site keeps how a run left it: one digest that names nothing, and may go at any time. */
const LEFT_FILE = '.agentcore-sync.left';

/** From so many files on, reading all of them takes longer than looking at them. */
const MANY = 2000;

/** Milliseconds after which a change has another time than the one before: the coarsest tick of common kernels is 10. */
const TICK = 20;

/** Folders so far below the site's are shared, or hold pages that are written at two times: they are looked at last. */
const SHARED = 3;
/** Folders further down belong to one server: after so many others nothing is put into them any more. */
const AFTER = 64;

const depthOf = (folder: string): number => folder.split('/').length;

/** Everything of a file or folder that a change of it changes. */
const lineOf = (found: Stats | undefined): string =>
  found === undefined ? '-\n' : `${found.ino} ${found.size} ${found.mtimeMs} ${found.ctimeMs}\n`;

/** What is done with each folder on the way to files: when it is new, and when nothing more is put into it. */
interface Turns {
  readonly enter?: (folder: string) => void;
  readonly leave?: (folder: string) => void;
}

/** Walks through the folders of files, parents first. What it keeps does not grow with the files of each server. */
export const createWalk = ({ enter, leave }: Turns) => {
  const shared = new Set<string>();
  const recent = new Set<string>();
  const visit = (folder: string): void => {
    if (folder === '.' || shared.has(folder) || recent.has(folder)) return;
    visit(dirname(folder));
    enter?.(folder);
    if (depthOf(folder) <= SHARED) {
      shared.add(folder);
      return;
    }
    recent.add(folder);
    const [oldest] = recent;
    if (recent.size <= AFTER || oldest === undefined) return;
    recent.delete(oldest);
    leave?.(oldest);
  };
  return {
    /** Enters the folders of a file and its twins, each once. */
    visit: ([path, , twins = []]: SiteFile): void => {
      visit(dirname(path));
      for (const twin of twins) visit(dirname(twin));
    },
    /** Leaves every folder that was entered and not left. */
    end: (): void => {
      for (const folder of [...recent, ...shared]) leave?.(folder);
    },
  };
};

/** Files and folders of a site, as they are passed one after the other. */
interface Watch {
  /** Enters the folders of a file, each once: `enter` is told of those that are new. */
  readonly visit: (file: SiteFile) => void;
  /** Notes a file as it stands. `linked`: its twins are the same file, and are not asked for themselves. */
  readonly note: (file: SiteFile, linked: boolean) => void;
  /** One digest for what was to be there and for what is there; undefined where it would prove nothing. */
  readonly digest: () => string | undefined;
}

/**
 * Watches a site being made, or looked at: equal digests mean that the same files were wanted and that nothing was touched
 * in between, because whatever touches a file or a folder changes its times, and one of them nobody can set back (ctime).
 * The same files in the same order give the same digest.
 */
export const createWatch = (directory: string, enter?: (folder: string) => void): Watch => {
  const hash = createHash('sha256');
  const seen = { files: 0, exact: false };
  const look = (path: string): string => {
    const found = lstatSync(join(directory, path), { throwIfNoEntry: false });
    // A file system that counts whole seconds does not tell two changes of one second apart.
    if (found !== undefined && found.ctimeMs % 1000 !== 0) seen.exact = true;
    return lineOf(found);
  };
  const leave = (folder: string): void => void hash.update(look(folder));
  const walk = createWalk({ leave, ...(enter === undefined ? {} : { enter }) });
  return {
    visit: walk.visit,
    note: ([path, text, twins = []], linked) => {
      const line = look(path);
      hash.update(`${[path, ...twins].join('\n')}\n${text.length}\n`).update(text);
      hash.update(line + twins.map((twin) => (linked ? line : look(twin))).join(''));
      seen.files += 1 + twins.length;
    },
    digest: () => {
      walk.end();
      // Those that hold nothing of this site are empty, or not there.
      OURS.forEach(leave);
      return seen.files >= MANY && seen.exact ? hash.digest('hex') : undefined;
    },
  };
};

/** Looks at every file and folder of a site without reading one. */
const digestOf = async (directory: string, files: Iterable<SiteFile>): Promise<string | undefined> => {
  const watch = createWatch(directory);
  let count = 0;
  for (const file of files) {
    watch.visit(file);
    watch.note(file, false);
    count += 1;
    if (count % TURN === 0) await setImmediate();
  }
  return watch.digest();
};

const keptDigest = (directory: string): string | undefined => {
  const file = join(directory, LEFT_FILE);
  return lstatSync(file, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(file, 'utf8').trim() : undefined;
};

/** Whether a site stands as a run left it that wanted the same files. */
export const isAsLeft = async (directory: string, files: () => Iterable<SiteFile>): Promise<boolean> => {
  const kept = keptDigest(directory);
  return kept !== undefined && kept === (await digestOf(directory, files()));
};

/** Keeps how a run left a site. What is changed after it returned has another time than all that was seen. */
export const keepLeft = async (directory: string, digest: string | undefined): Promise<void> => {
  const file = join(directory, LEFT_FILE);
  if (digest === undefined) {
    rmSync(file, { force: true });
    return;
  }
  await setTimeout(TICK);
  if (keptDigest(directory) !== digest) writeAside(file, `${digest}\n`);
};

/** Looks at a site of so many files as it was just put right, and keeps that. */
export const lookAndKeep = async (directory: string, files: () => Iterable<SiteFile>, count: number): Promise<void> => {
  if (count < MANY) return keepLeft(directory, undefined);
  // What was written last has another time than what somebody writes while it is looked at.
  await setTimeout(TICK);
  return keepLeft(directory, await digestOf(directory, files()));
};
