import { createHash } from 'node:crypto';
import { SyncError } from '../../model/errors.ts';
import type { Repository } from './client.ts';

/** One file of a listing: git's id of its content, and its size in bytes. */
export interface BlobEntry {
  readonly sha: string;
  readonly mode: string;
  readonly size: number;
}

/** Contents that are known already, by git's id: what a checkout or an earlier read gave. */
export type KnownBlobs = Map<string, string>;

/** Git's id of a content. https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
export const blobId = (content: string | Buffer): string => {
  const bytes = Buffer.from(content);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
};

/** Texts at hand as contents that need not be fetched. */
export const knownBlobs = (texts: Iterable<string>): KnownBlobs =>
  new Map([...texts].map((text) => [blobId(text), text]));

const MAX_BATCH = 100;
const MAX_BATCH_BYTES = 1_000_000;

/** Cuts a list into parts of at most `count` items and about `bytes` bytes; an item larger than that stands alone. */
export const inBatches = <Item>(
  items: readonly Item[],
  sizeOf: (item: Item) => number,
  bounds: { readonly count: number; readonly bytes: number },
): Item[][] => {
  const batches: Item[][] = [];
  let room = 0;
  for (const item of items) {
    const size = sizeOf(item);
    const last = batches.at(-1);
    if (last && last.length < bounds.count && size <= room) {
      last.push(item);
      room -= size;
    } else {
      batches.push([item]);
      room = bounds.bytes - size;
    }
  }
  return batches;
};

type BlobAnswer = Readonly<Record<string, Readonly<Record<string, { readonly text?: string | null } | null>> | null>>;

const readBatch = async (repository: Repository, shas: readonly string[]): Promise<(string | undefined)[]> => {
  const fields = shas.map((sha, index) => `b${index}: object(oid: "${sha}") { ... on Blob { text } }`).join('\n');
  const query = `query ($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { ${fields} } }`;
  const answer = await repository.call(`reading ${shas.length} files`, (api, at) =>
    api.graphql<BlobAnswer>(query, { owner: at.owner, name: at.repo }),
  );
  return shas.map((_sha, index) => answer['repository']?.[`b${index}`]?.text ?? undefined);
};

const readWhole = async (repository: Repository, sha: string): Promise<string> => {
  const blob = await repository.call(`reading blob ${sha}`, (api, at) =>
    api.request('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', { ...at, file_sha: sha }),
  );
  const bytes = Buffer.from(blob.data.content, 'base64');
  if (blobId(bytes) !== sha) {
    throw new SyncError('github', 'malformed', `reading blob ${sha}: the content has another id`);
  }
  return bytes.toString('utf8');
};

/**
 * The contents of blobs, a hundred with one request; those in `known` cost none, and what is read is added to it.
 * GraphQL cuts long texts and may change encodings, so each is checked by its id and read alone where it differs.
 */
export const readBlobs = async (
  repository: Repository,
  entries: Iterable<BlobEntry>,
  known: KnownBlobs,
): Promise<void> => {
  const wanted = new Map([...entries].filter((it) => !known.has(it.sha)).map((it) => [it.sha, it]));
  const batches = inBatches([...wanted.values()], (it) => it.size, { count: MAX_BATCH, bytes: MAX_BATCH_BYTES });
  for (const batch of batches) {
    const texts = await readBatch(
      repository,
      batch.map((it) => it.sha),
    );
    for (const [index, { sha }] of batch.entries()) {
      const text = texts[index];
      known.set(sha, text !== undefined && blobId(text) === sha ? text : await readWhole(repository, sha));
    }
  }
};
