import { isDeepStrictEqual } from 'node:util';
import type { KnownFile } from '../catalogue/known-files.ts';
import { locationOf } from '../catalogue/layout.ts';
import type { MergeResult } from '../catalogue/merge.ts';
import { knownIn, sourceChanges } from '../catalogue/source-changes.ts';
import { sourceData, withUnread } from '../kinds/table.ts';
import type { Tree } from '../model/catalogue.ts';
import { keyText, type ScanResult, type Source } from '../model/resource.ts';

/** What a run saw, and what it makes of a branch. */
interface Proposal {
  readonly base: Tree;
  readonly wanted: Tree;
  readonly scan: ScanResult;
  readonly merge: MergeResult;
}

/** True where a source stands as the scan saw it; a scan says nothing about endpoints and targets that it did not ask for. */
const isAsSeen = ({ raw, source }: Pick<KnownFile, 'raw' | 'source'>, seen: Source): boolean => {
  if (typeof raw !== 'object' || raw === null) return false;
  const { endpoints, ...rest }: { readonly endpoints?: unknown } = raw;
  const { endpoints: seenEndpoints, ...wanted } = sourceData(source === undefined ? seen : withUnread(seen, source));
  return (
    isDeepStrictEqual(rest, wanted) && (seenEndpoints === undefined || isDeepStrictEqual(endpoints, seenEndpoints))
  );
};

/**
 * Entries whose source is not that of the base although this scan did not see it so in AWS: a branch that people can push to
 * holds them for resources that this run could not look at.
 */
export const unseenSources = ({ base, wanted, scan, merge }: Proposal): readonly string[] => {
  const written = new Map(merge.changes.flatMap((it) => (it.action === 'delete' ? [] : [[it.path, it.text] as const])));
  const rest = new Map([...wanted].filter(([path, text]) => written.get(path) !== text));
  const seen = new Map(scan.sightings.flatMap(({ key, source }) => (source ? [[keyText(key), source] as const] : [])));
  return sourceChanges(base, rest)
    .map(({ file }) => file)
    .filter((file) => {
      const location = locationOf(file);
      const source = location.type === 'scanned' ? seen.get(keyText(location.key)) : undefined;
      const known = knownIn(file, wanted.get(file));
      return source === undefined || known === undefined || !isAsSeen(known, source);
    })
    .toSorted();
};

/** What a scan's own check may take for seen, as the option `scanned` has it: everything but the folders of what was not. */
export const scannedGlobs = (unseen: readonly string[]): string => {
  const folders = new Set(unseen.map((file) => file.split('/').slice(0, 3).join('/')));
  return ['*', ...[...folders].map((folder) => `!${folder}/*`)].join(',');
};
