import { isSyncError } from '../model/errors.ts';
import type { WhyChanged } from '../model/why-changed.ts';
import { changedFields, readCommits, requestIn } from './entry-log.ts';
import { git, gitFolder } from './read-git.ts';
import { readFilesAt } from './read-history.ts';

/** Commits of one entry that are looked at. */
const MOST_COMMITS = 10;

/** Where an entry leads, and who asks there: what else is registered does not change what a server offers. */
const PLACE =
  /^(?:source(?:\.|$)|registration\.(?:url|mcpEndpoint|sseEndpoint|transports|endpoints)\b|credential(?:\.|$))/;

const BRANCH = ['--first-parent', '--diff-merges=first-parent'] as const;

/** What git says of an entry since its lock was last written. */
export interface SinceLock {
  /** When the lock was last written: ISO 8601. */
  readonly locked: string;
  readonly entry?: NonNullable<WhyChanged['entry']>;
}

const sinceLock = async (file: string, lock: string, directory: string): Promise<SinceLock | undefined> => {
  const shallow = (await git('.', ['rev-parse', '--is-shallow-repository'])).toString('utf8').trim();
  if (shallow === 'true') return undefined;
  const folder = gitFolder('.', directory);
  const [written] = await readCommits([...BRANCH, '--max-count=1', 'HEAD'], [`${folder}/${lock}`]);
  if (written === undefined) return undefined;
  const range = [...BRANCH, `--max-count=${MOST_COMMITS}`, `${written.commit}..HEAD`];
  for (const { commit, parents, date, subject } of await readCommits(range, [`${folder}/${file}`])) {
    const [parent] = parents;
    const textAt = async (at: string) => (await readFilesAt('.', at, { directory, paths: [file] })).get(file) ?? '';
    const fields = parent === undefined ? [] : (changedFields(file, await textAt(parent), await textAt(commit)) ?? []);
    const led = fields.filter((field) => PLACE.test(field));
    if (led.length === 0) continue;
    const { request } = requestIn(subject);
    const number = request === undefined ? {} : { request: request.number };
    return { locked: written.date, entry: { commit, date, fields: led, ...number } };
  }
  return { locked: written.date };
};

/**
 * The newest commit of the branch that is checked out that changed where an entry leads after its lock was last written.
 * Paths are below the catalogue's directory. Undefined where git does not tell: no repository, a clone that was cut, no
 * commit of the lock.
 */
export const readSinceLock = async (file: string, lock: string, directory: string): Promise<SinceLock | undefined> => {
  try {
    return await sinceLock(file, lock, directory);
  } catch (error) {
    if (isSyncError(error, 'catalogue')) return undefined;
    throw error;
  }
};
