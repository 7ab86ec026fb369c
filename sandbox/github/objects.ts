/**
 * git's loose objects read and written without a process for each: a story asks for thousands. The repository stays a real
 * one, and what is not a loose object is left to git. https://git-scm.com/book/en/v2/Git-Internals-Git-Objects
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';

export interface GitObject {
  readonly type: string;
  readonly body: Buffer;
}

/** One line of a tree; `mode` as git stores it: without leading zeros. */
export interface TreeLine {
  readonly mode: string;
  readonly name: string;
  readonly sha: string;
}

export const TREE_MODE = '40000';
const ID = /^[0-9a-f]{40}$/;
const ID_BYTES = 20;

const pathOf = (dir: string, sha: string): string => join(dir, 'objects', sha.slice(0, 2), sha.slice(2));

/** A loose object; undefined where there is none of that id, or it lies in a pack. */
export const readLoose = (dir: string, sha: string): GitObject | undefined => {
  if (!ID.test(sha)) return undefined;
  const path = pathOf(dir, sha);
  if (!existsSync(path)) return undefined;
  const bytes = inflateSync(readFileSync(path));
  const end = bytes.indexOf(0);
  const [type = ''] = bytes.subarray(0, end).toString('latin1').split(' ');
  return { type, body: bytes.subarray(end + 1) };
};

/** Stores an object; gives its id. */
export const writeLoose = (dir: string, type: 'blob' | 'tree' | 'commit', body: Buffer): string => {
  const bytes = Buffer.concat([Buffer.from(`${type} ${body.length}\0`), body]);
  const sha = createHash('sha1').update(bytes).digest('hex');
  const path = pathOf(dir, sha);
  if (existsSync(path)) return sha;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, deflateSync(bytes));
  return sha;
};

/** Lines of a tree's body, in its order. */
export const treeLines = (body: Buffer): readonly TreeLine[] => {
  const lines: TreeLine[] = [];
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf(0, at);
    const head = body.subarray(at, end).toString();
    const space = head.indexOf(' ');
    const sha = body.subarray(end + 1, end + 1 + ID_BYTES).toString('hex');
    lines.push({ mode: head.slice(0, space), name: head.slice(space + 1), sha });
    at = end + 1 + ID_BYTES;
  }
  return lines;
};

/** git sorts by bytes, and a folder as if its name ended with a slash. */
const sortKey = ({ mode, name }: TreeLine): Buffer => Buffer.from(mode === TREE_MODE ? `${name}/` : name);

/** A tree's body. */
const treeBody = (lines: readonly TreeLine[]): Buffer =>
  Buffer.concat(
    lines
      .toSorted((a, b) => Buffer.compare(sortKey(a), sortKey(b)))
      .flatMap(({ mode, name, sha }) => [Buffer.from(`${mode} ${name}\0`), Buffer.from(sha, 'hex')]),
  );

interface Named {
  readonly mode: string;
  readonly sha: string;
  readonly path: string;
}

/** Stores the tree that holds these files, and all trees below it. Paths must be ones that one tree can hold. */
export const writeFiles = (dir: string, files: readonly Named[]): string => {
  const folders = new Map<string, Named[]>();
  const lines: TreeLine[] = [];
  for (const { mode, sha, path } of files) {
    const slash = path.indexOf('/');
    if (slash < 0) lines.push({ mode, name: path, sha });
    else {
      const folder = path.slice(0, slash);
      const inside = folders.get(folder) ?? [];
      inside.push({ mode, sha, path: path.slice(slash + 1) });
      folders.set(folder, inside);
    }
  }
  for (const [name, inside] of folders) lines.push({ mode: TREE_MODE, name, sha: writeFiles(dir, inside) });
  return writeLoose(dir, 'tree', treeBody(lines));
};

export interface Person {
  readonly name: string;
  readonly email: string;
}

export interface CommitParts {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Person & { readonly date: string };
  readonly committer: Person & { readonly date: string };
  readonly message: string;
}

const personOf = (line = ''): CommitParts['author'] => {
  const [, name = '', email = '', seconds = '0'] = /^(.*) <([^>]*)> (\d+) [+-]\d{4}$/.exec(line) ?? [];
  return { name, email, date: new Date(Number(seconds) * 1000).toISOString() };
};

/** A commit's body; of its headers those that the double shows. */
export const parseCommit = (body: Buffer): CommitParts => {
  const text = body.toString();
  const end = text.indexOf('\n\n');
  const headers = text.slice(0, end < 0 ? text.length : end).split('\n');
  const all = (name: string): string[] =>
    headers.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
  return {
    tree: all('tree')[0] ?? '',
    parents: all('parent'),
    author: personOf(all('author')[0]),
    committer: personOf(all('committer')[0]),
    message: end < 0 ? '' : text.slice(end + 2).trimEnd(),
  };
};

export interface NewCommit {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: Person;
  readonly committer: Person;
  /** Seconds since the epoch. */
  readonly seconds: number;
}

/** Whether git writes a commit with every byte as given: it takes some off the ends of names, and each parent once. */
export const isPlainCommit = ({ message, author, committer, parents }: NewCommit): boolean =>
  !message.includes('\0') &&
  new Set(parents).size === parents.length &&
  [author, committer].every(
    ({ name, email }) => /^[A-Za-z0-9](?:[^<>\n\0]*[A-Za-z0-9\])])?$/.test(name) && /^[\w+@.[\]-]*\w$/.test(email),
  );

/** A commit's body, as git writes it. */
export const commitBody = ({ tree, parents, message, author, committer, seconds }: NewCommit): Buffer =>
  Buffer.from(
    [
      `tree ${tree}`,
      ...parents.map((parent) => `parent ${parent}`),
      `author ${author.name} <${author.email}> ${seconds} +0000`,
      `committer ${committer.name} <${committer.email}> ${seconds} +0000`,
      '',
      message,
    ].join('\n'),
  );
