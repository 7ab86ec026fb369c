import {
  closeSync,
  constants,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pathKind } from '../../catalogue/path-kind.ts';
import { writeAside } from '../../catalogue/write-aside.ts';
import { SyncError } from '../../model/errors.ts';
import { fileFailure } from '../../model/file-failure.ts';
import type { SiteFile } from './documents.ts';
import { STATE_FILE } from './state.ts';
import { createWalk, createWatch, isAsLeft, keepLeft, lookAndKeep, OURS, TURN } from './watch.ts';

/** Bytes up to which a file is compared without being allocated. */
const ROOM = 256 * 1024;
/** A link in a file's place is not followed; where the system knows no such flag, it was looked at before. */
const NO_LINK = constants.O_NOFOLLOW ?? 0;

const unsafe = (path: string, met: string): SyncError =>
  new SyncError('registry', 'refused', `write ${path}: expected a plain file in plain folders, met ${met}`, {
    hint: 'A site is written below its own folder, and nowhere else. Take away what stands there.',
  });

/** Makes a folder below a site's; none may be a link that leads elsewhere. Its parents were made before. */
const enterFolder = (directory: string, folder: string): void => {
  const path = join(directory, folder);
  const kind = pathKind(path);
  if (kind === 'nothing') mkdirSync(path, { recursive: folder === '.' });
  else if (kind !== 'folder') throw unsafe(path, 'no folder');
};

/** Room for a file's bytes and for those that it should have: lent to one file after the other. */
const createRoom = () => ({ there: Buffer.allocUnsafe(ROOM), wanted: Buffer.allocUnsafe(ROOM) });

const holds = (file: string, text: string, room: ReturnType<typeof createRoom>): boolean => {
  const size = room.wanted.write(text);
  const opened = openSync(file, constants.O_RDONLY | NO_LINK);
  try {
    return readSync(opened, room.there, 0, size, 0) === size && room.there.compare(room.wanted, 0, size, 0, size) === 0;
  } finally {
    closeSync(opened);
  }
};

/** Whether a file holds a text. Nothing is allocated for the many small ones. */
const sameAs = (): ((file: string, text: string) => boolean) => {
  const room = createRoom();
  return (file, text) => {
    const found = lstatSync(file, { throwIfNoEntry: false });
    if (found === undefined) return false;
    if (!found.isFile()) throw unsafe(file, 'no file');
    if (found.size !== Buffer.byteLength(text)) return false;
    return found.size <= ROOM ? holds(file, text, room) : readFileSync(file).equals(Buffer.from(text));
  };
};

/**
 * Stands for a path in a set of a hundred thousand, where the paths themselves would take more room than all that is
 * written: two hashes of 32 and 21 bits (FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/). Where two paths had one number,
 * a stray file would stay.
 */
const numberOf = (path: string): number => {
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < path.length; at += 1) {
    const unit = path.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ (unit + at), 0x01000193);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
};

/** Takes away what stands in our folders and was not made; folders that become empty go too. */
const sweep = (
  directory: string,
  folder: string,
  made: ReadonlySet<number>,
): { readonly swept: number; readonly empty: boolean } => {
  const path = join(directory, folder);
  let [swept, left] = [0, 0];
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const below = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      const inside = sweep(directory, below, made);
      swept += inside.swept;
      if (!inside.empty) left += 1;
    } else if (made.has(numberOf(below))) left += 1;
    else {
      unlinkSync(join(directory, below));
      swept += 1;
    }
  }
  if (left === 0) rmdirSync(path);
  return { swept, empty: left === 0 };
};

const isEmpty = (directory: string): boolean => {
  const kind = pathKind(directory);
  return kind === 'nothing' || (kind === 'folder' && readdirSync(directory).length === 0);
};

/** Where a first site is made: processes of several machines may share the folder. */
const asideOf = (directory: string, pid: number): string =>
  `${directory}.agentcore-sync-${hostname().replaceAll(/[^A-Za-z0-9-]/g, '-')}-${pid}.tmp`;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is there as well.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** Takes away what processes of this machine left when they were killed over a first site. */
const sweepAside = (directory: string): void => {
  const [before = '', after = ''] = basename(asideOf(directory, 0)).split(/0(?=\.tmp$)/);
  const parent = dirname(directory);
  if (pathKind(parent) !== 'folder') return;
  for (const { name } of readdirSync(parent, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    if (!name.startsWith(before) || !name.endsWith(after)) continue;
    const pid = name.slice(before.length, -after.length);
    if (/^[1-9][0-9]{0,9}$/.test(pid) && !isAlive(Number(pid)))
      rmSync(join(parent, name), { recursive: true, force: true });
  }
};

/**
 * A text under one more name: the same file once more, which takes no room and a third of the time. Where a file system
 * knows no second name, a file of its own. Returns whether it is the same file.
 */
const linked = (file: string, twin: string, text: string): boolean => {
  try {
    linkSync(file, twin);
    return true;
  } catch {
    // What is wrong besides is told by the writing.
    writeFileSync(twin, text);
    return false;
  }
};

/** Moves a first site to its place, which is empty unless somebody else made one meanwhile. */
const putInPlace = (aside: string, directory: string): void => {
  try {
    if (pathKind(directory) === 'folder') rmdirSync(directory);
    renameSync(aside, directory);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
    throw new SyncError('registry', 'conflict', `write the site ${directory}: another run made it meanwhile`, {
      hint: 'Run again: the plan is made anew.',
      cause: error,
    });
  }
};

/** The whole site beside its place, then there in one step: nobody sees half of the first one. */
const writeFirst = async (directory: string, { files, keepsLeft }: Making): Promise<number> => {
  const aside = asideOf(directory, process.pid);
  rmSync(aside, { recursive: true, force: true });
  let count = 0;
  try {
    enterFolder(aside, '.');
    const watch = createWatch(aside, (folder) => mkdirSync(join(aside, folder)));
    for (const file of files()) {
      const [path, text, twins = []] = file;
      watch.visit(file);
      writeFileSync(join(aside, path), text);
      const all = twins.map((twin) => linked(join(aside, path), join(aside, twin), text)).every(Boolean);
      watch.note(file, all);
      count += 1 + twins.length;
      if (count % TURN === 0) await setImmediate();
    }
    if (keepsLeft) await keepLeft(aside, watch.digest());
    putInPlace(aside, directory);
    return count;
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    throw error;
  }
};

/** Gives a file one more name, in place of what stood there. */
const linkAside = (file: string, twin: string, text: string): void => {
  const aside = join(dirname(twin), `.agentcore-sync-${process.pid}.tmp`);
  rmSync(aside, { force: true });
  try {
    linked(file, aside, text);
    renameSync(aside, twin);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
};

const isOneFile = (file: string, twin: string): boolean => {
  const [one, other] = [file, twin].map((path) => lstatSync(path, { throwIfNoEntry: false }));
  return one !== undefined && one.ino !== 0 && one.ino === other?.ino && one.dev === other.dev;
};

const writeChanged = async (directory: string, { files, keepsLeft }: Making): Promise<number> => {
  if (keepsLeft && (await isAsLeft(directory, files))) return 0;
  const walk = createWalk({ enter: (folder) => enterFolder(directory, folder) });
  const isSame = sameAs();
  const made = new Set<number>();
  let changed = 0;
  for (const one of files()) {
    const [path, text, twins = []] = one;
    walk.visit(one);
    for (const each of [path, ...twins]) made.add(numberOf(each));
    const file = join(directory, path);
    if (!isSame(file, text)) {
      writeAside(file, text);
      changed += 1;
    }
    for (const twin of twins.map((other) => join(directory, other))) {
      if (isOneFile(file, twin) || isSame(twin, text)) continue;
      linkAside(file, twin, text);
      changed += 1;
    }
    if (made.size % TURN === 0) await setImmediate();
  }
  const ours = OURS.filter((folder) => pathKind(join(directory, folder)) === 'folder');
  const swept = ours.reduce((sum, folder) => sum + sweep(directory, folder, made).swept, 0);
  if (keepsLeft) await lookAndKeep(directory, files, made.size);
  return changed + swept;
};

/** What a folder is to hold. */
export interface Making {
  /** The files, from the first to the last, as often as they are asked for. */
  readonly files: () => Iterable<SiteFile>;
  /** Whether the folder is looked at again later, and not made anew each time. */
  readonly keepsLeft: boolean;
}

/**
 * Makes a folder hold these files. Equal ones are not written again; what stands in the site's own folders and is not
 * among them goes, after the lists that named it. The calls are Node's synchronous ones: for thousands of small files,
 * handing each step to another thread takes longer than the step.
 * @returns how many files were written or taken away
 * @throws SyncError registry/refused
 */
export const writeSite = async (directory: string, making: Making): Promise<number> => {
  try {
    sweepAside(directory);
    return await (isEmpty(directory) ? writeFirst(directory, making) : writeChanged(directory, making));
  } catch (error) {
    if (error instanceof SyncError) throw error;
    throw new SyncError('registry', 'refused', `write the site ${directory}: ${fileFailure(error)}`, {
      hint: 'Check rights and space; then run apply again: it goes on where it stopped.',
      cause: error,
    });
  }
};

/** The text of the state file; undefined where there is none. */
export const readStateText = (directory: string): string | undefined => {
  const file = join(directory, STATE_FILE);
  const kind = pathKind(file);
  if (kind === 'nothing') return undefined;
  if (kind !== 'file') throw unsafe(file, 'no file');
  return readFileSync(file, 'utf8');
};

/** Keeps the state, unless it stands there already. Returns whether it was written. */
export const writeStateText = (directory: string, text: string): boolean => {
  const file = join(directory, STATE_FILE);
  enterFolder(directory, '.');
  if (sameAs()(file, text)) return false;
  writeAside(file, text);
  return true;
};
