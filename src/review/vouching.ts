import { isDeepStrictEqual } from 'node:util';
import { git } from '../catalogue/read-git.ts';
import { readFilesAt } from '../catalogue/read-history.ts';
import { sourceIn } from '../catalogue/source-changes.ts';
import type { Settings } from '../config/settings.ts';
import { ACCOUNTS_FILE, type Tree } from '../model/catalogue.ts';
import { globMatcher } from '../model/glob.ts';
import type { Vouched } from '../model/review.ts';
import type { SourceChange } from '../model/source-change.ts';

/** Remote branches of scan's requests: the one for everything, those for one account, the one that prunes. */
const scanBranches = async (branch: string): Promise<readonly string[]> => {
  const patterns = [`refs/remotes/*/${branch}`, `refs/remotes/*/${branch}-*`];
  const listing = await git('.', ['for-each-ref', '--format=%(refname)', ...patterns]);
  const tail = (ref: string): string => ref.slice(ref.indexOf(`/${branch}`) + branch.length + 1);
  return listing
    .toString('utf8')
    .split('\n')
    .filter((ref) => ref !== '' && /^(-\d{12}|-prune|-format)?$/.test(tail(ref)));
};

/** Files whose source stands so on a branch of scan's requests. A branch is protected by GitHub's rules; a message by nothing. */
const onScanBranches = async (
  changes: readonly SourceChange[],
  head: Tree,
  { directory, request }: Pick<Settings, 'directory' | 'request'>,
): Promise<ReadonlySet<string>> => {
  const found = new Set<string>();
  if (changes.length === 0) return found;
  for (const ref of await scanBranches(request.branch)) {
    const paths = changes.map(({ file }) => file).filter((file) => !found.has(file));
    for (const [path, text] of await readFilesAt('.', ref, { directory, paths })) {
      if (isDeepStrictEqual(sourceIn(path, text), sourceIn(path, head.get(path)))) found.add(path);
    }
  }
  return found;
};

/** Folders of the catalogue by `scanned`: `*`, without those that a `!` begins. */
const seenByScan = (scanned: readonly string[]): ((file: string) => boolean) => {
  const [included, excluded] = [
    scanned.filter((one) => !one.startsWith('!')),
    scanned.filter((one) => one.startsWith('!')).map((one) => one.slice(1)),
  ].map((globs) => globs.map(globMatcher));
  const isIn = (file: string, matchers: readonly ((text: string) => boolean)[] = []): boolean =>
    matchers.some((matches) => matches(file));
  return (file) => isIn(file, included) && !isIn(file, excluded);
};

/** Says of each source that changed who answers for it. Decides how a change is told, never whether. */
export const vouch = async (
  changes: readonly SourceChange[],
  head: Tree,
  settings: Pick<Settings, 'directory' | 'request'>,
): Promise<readonly (SourceChange & { readonly vouched: Vouched })[]> => {
  const isSeen = seenByScan(settings.request.scanned);
  const unseen = changes.filter(({ file }) => !isSeen(file));
  const onBranch = await onScanBranches(unseen, head, settings);
  return changes.map((change) => ({
    ...change,
    vouched: isSeen(change.file) ? 'scan' : onBranch.has(change.file) ? 'branch' : 'nobody',
  }));
};

/** Who answers for the list of accounts as it stands in the request: scan alone writes it. */
export const vouchAccounts = async (
  head: Tree,
  { directory, request }: Pick<Settings, 'directory' | 'request'>,
): Promise<Vouched> => {
  if (seenByScan(request.scanned)(ACCOUNTS_FILE)) return 'scan';
  for (const ref of await scanBranches(request.branch)) {
    const files = await readFilesAt('.', ref, { directory, paths: [ACCOUNTS_FILE] });
    if (files.get(ACCOUNTS_FILE) === head.get(ACCOUNTS_FILE)) return 'branch';
  }
  return 'nobody';
};
