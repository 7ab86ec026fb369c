import { isDeepStrictEqual } from 'node:util';
import type { PathSettings } from '../config/settings.ts';
import { toProblem } from '../document/finding.ts';
import { tooManyBytes } from '../document/read.ts';
import { FILE_LIMITS } from '../document/syntax.ts';
import type { SourceData } from '../kinds/source-data.ts';
import { KINDS, sourceData, withUnread } from '../kinds/table.ts';
import { ACCOUNTS_FILE, type FileChange, type Tree } from '../model/catalogue.ts';
import { type About, about, type Problem } from '../model/problem.ts';
import { keyText, type ResourceKey, type ScanResult, type Source } from '../model/resource.ts';
import { renderAccounts } from './accounts-file.ts';
import type { FormerPath } from './former-paths.ts';
import { fieldsOf, type KnownFile, readKnownFiles } from './known-files.ts';
import { caseKey, fileStem, isEntryPath, knownKeys, locationOf, pathOf } from './layout.ts';
import { lockChanges } from './locks.ts';
import { newEntryText } from './new-entry.ts';
import { handOutPaths } from './paths.ts';
import type { RegistryRules } from './registry-rules.ts';
import { type FoundSource, isFound, matchReplacements } from './replaced.ts';
import { spliceSource } from './splice.ts';

export interface MergeContext {
  /** The catalogue's directory as a user would write it: problems name files below it. */
  readonly directory: string;
  readonly paths: PathSettings;
  /** What their kinds say about paths. */
  readonly registries: RegistryRules;
  /** Paths that the catalogue's history knows, newest first: a new resource gets none that something else had. */
  readonly former?: readonly FormerPath[];
  /** Remove the files of what is out of scope, and of nothing else. */
  readonly prune?: boolean;
  /** Files and folders that are there and were not read (`TreeRead.refused`): nothing is written there. */
  readonly refused?: ReadonlySet<string>;
  /** Accounts that are merged already; new resources of others wait. Absent: all are taken. */
  readonly accounts?: ReadonlySet<string>;
  /** Paths that open branches hold. */
  readonly reserved?: Iterable<string>;
  /** Most new resources that an account may bring after its first scan. */
  readonly newLimit?: number;
  /** What is merged already, where `tree` holds more: an open request's new files count against the limit. */
  readonly merged?: Tree;
}

/** What became of the entries: four states, then what was done. */
interface MergeCounts {
  readonly seen: number;
  readonly gone: number;
  readonly unknown: number;
  readonly 'out-of-scope': number;
  readonly created: number;
  readonly updated: number;
  readonly replaced: number;
  readonly removed: number;
  readonly unchanged: number;
  /** Left alone although the world changed: files that can't be read or spliced, new ones above the limit or without a path. */
  readonly held: number;
}

export interface MergeResult {
  /** Sorted by path. */
  readonly changes: readonly FileChange[];
  readonly counts: MergeCounts;
  readonly problems: readonly Problem[];
}

interface Draft {
  readonly changes: FileChange[];
  readonly problems: Problem[];
  readonly counts: { -readonly [Count in keyof MergeCounts]: number };
}

const emptyDraft = (): Draft => ({
  changes: [],
  problems: [],
  counts: {
    seen: 0,
    gone: 0,
    unknown: 0,
    'out-of-scope': 0,
    created: 0,
    updated: 0,
    replaced: 0,
    removed: 0,
    unchanged: 0,
    held: 0,
  },
});

/** What the file's source should be: a scan that didn't ask for some fields, such as endpoints, keeps those that are there. */
const wantedData = (file: KnownFile, source: Source): SourceData => {
  const data = sourceData(file.source === undefined ? source : withUnread(source, file.source));
  const unasked = KINDS[source.kind].sometimes?.filter((field) => !Object.hasOwn(source.value, field)) ?? [];
  return { ...data, ...fieldsOf(file, unasked) };
};

/** Where a resource is: what its problems belong to. */
const belongs = ({ account, region, kind }: ResourceKey): About => ({ account, region, kind });

const hold = (
  draft: Draft,
  { known, file }: { known: KnownFile; file: string },
  found: { text: string; subject: string },
): void => {
  draft.counts.held += 1;
  const hint =
    'Write a valid entry with a "source:" of its own line, or delete the file: the next scan writes it anew.';
  const text = `The scan left the file as it is: ${found.text}`;
  const problem = toProblem({ rule: 'file-syntax', text, hint }, file, found.subject);
  draft.problems.push(...about(belongs(known.key), [problem]));
};

/** True where something lies that could not be read, whatever its extension; its problem was told when the tree was read. */
const isRefused = (path: string, { refused }: MergeContext): boolean => {
  if (refused === undefined || refused.size === 0) return false;
  const parts = path.split('/');
  const above = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  const stem = fileStem(path);
  return [...above, `${stem}.yml`, `${stem}.json`].some((candidate) => refused.has(candidate));
};

const update = (draft: Draft, file: KnownFile, source: Source, context: MergeContext): void => {
  const wanted = wantedData(file, source);
  const current = file.source ? sourceData(file.source) : file.raw;
  if (isDeepStrictEqual(current, wanted)) {
    draft.counts.unchanged += 1;
    return;
  }
  const spliced = spliceSource(file.path, file.text, wanted);
  if ('refused' in spliced) {
    const place = { known: file, file: `${context.directory}/${file.path}` };
    hold(draft, place, { text: spliced.refused, subject: source.value.arn });
    return;
  }
  draft.counts.updated += 1;
  draft.changes.push({ action: 'update', path: file.path, before: file.text, text: spliced.text });
};

/** A merge's settings, and the files that are there, or get there in this run, by their names without case. */
interface Merging extends MergeContext {
  readonly names: Map<string, string>;
}

/** True where another file has this name in another case. */
const differsByCase = (path: string, names: Merging['names']): boolean => (names.get(caseKey(path)) ?? path) !== path;

const ONLY_CASE = "differs from another one's by case alone";

const replace = (draft: Draft, file: KnownFile, found: FoundSource, context: Merging): void => {
  const path = pathOf(found.key).replace(/\.yaml$/, file.path.slice(file.path.lastIndexOf('.')));
  const spliced = !isEntryPath(path)
    ? { refused: 'its new id can be no file name of an entry.' }
    : differsByCase(path, context.names)
      ? { refused: `its new id ${ONLY_CASE}.` }
      : isRefused(path, context)
        ? { refused: 'something that cannot be read lies where it belongs now.' }
        : spliceSource(file.path, file.text, wantedData(file, found.source));
  if ('refused' in spliced) {
    const place = { known: file, file: `${context.directory}/${file.path}` };
    hold(draft, place, { text: spliced.refused, subject: found.source.value.arn });
    return;
  }
  context.names.set(caseKey(path), path);
  draft.counts.replaced += 1;
  draft.changes.push({ action: 'replace', from: file.path, path, before: file.text, text: spliced.text });
};

const remove = (draft: Draft, file: KnownFile): void => {
  draft.counts.removed += 1;
  draft.changes.push({ action: 'delete', path: file.path, before: file.text });
};

/** What is left to decide when every file has been looked at once. */
interface Settled {
  /** Files whose resource is gone. */
  readonly lost: KnownFile[];
  readonly keys: Set<string>;
  readonly paths: string[];
}

/** Deals with what was seen, is unknown or out of scope, file by file. */
const settleKnown = (draft: Draft, tree: Tree, scan: ScanResult, context: MergeContext): Settled => {
  const sightings = new Map(scan.sightings.map((sighting) => [keyText(sighting.key), sighting]));
  const gone = new Set(scan.gone.map(keyText));
  const outOfScope = new Set(scan.outOfScope.map(keyText));
  const settled: Settled = { lost: [], keys: new Set(), paths: [] };
  for (const { known: file, paths } of readKnownFiles(tree, context.directory)) {
    settled.paths.push(...paths);
    if (file === undefined) continue;
    const key = keyText(file.key);
    settled.keys.add(key);
    const sighting = sightings.get(key);
    const state = sighting ? 'seen' : outOfScope.has(key) ? 'out-of-scope' : gone.has(key) ? 'gone' : 'unknown';
    draft.counts[state] += 1;
    draft.problems.push(...about(belongs(file.key), file.problems));
    if (file.problems.length > 0) {
      if (state !== 'unknown') draft.counts.held += 1;
    } else if (sighting?.source) update(draft, file, sighting.source, context);
    else if (state === 'gone') settled.lost.push(file);
    else if (state === 'out-of-scope' && context.prune === true) remove(draft, file);
  }
  return settled;
};

const filesByAccount = (tree: Tree): ReadonlyMap<string, readonly string[]> =>
  Map.groupBy(tree.keys(), (path) => {
    const location = locationOf(path);
    return location.type === 'scanned' ? location.key.account : '';
  });

/** New resources without those of accounts that bring more than the limit after their first scan. */
const withinLimit = (
  draft: Draft,
  found: readonly FoundSource[],
  { tree, newLimit: limit, merged = tree }: MergeContext & { readonly tree: Tree },
): readonly FoundSource[] => {
  if (limit === undefined || found.length === 0) return found;
  const [before, here] = [filesByAccount(merged), filesByAccount(tree)];
  return [...Map.groupBy(found, ({ key }) => key.account)].flatMap(([account, news]) => {
    const pending = (here.get(account) ?? []).filter((path) => !merged.has(path)).length;
    if (!before.has(account) || news.length + pending <= limit) return news;
    draft.counts.held += news.length;
    draft.problems.push({
      rule: 'limit-new',
      severity: 'error',
      subject: account,
      about: { account },
      text: `The account ${account} brings ${news.length} new resources${pending === 0 ? '' : ` besides ${pending} that wait in a pull request`}, more than the limit of ${limit}: none of them gets a file.`,
      hint: 'Look at what was made there; then raise limits.new in the configuration.',
    });
    return [];
  });
};

/** New resources without those of accounts that nobody has merged yet: whom a catalogue is for comes before what they run. */
const ofMergedAccounts = (
  draft: Draft,
  found: readonly FoundSource[],
  { accounts }: MergeContext,
): readonly FoundSource[] => {
  if (accounts === undefined) return found;
  const waiting = Map.groupBy(
    found.filter(({ key }) => !accounts.has(key.account)),
    ({ key }) => key.account,
  );
  for (const [account, news] of waiting) {
    draft.counts.held += news.length;
    draft.problems.push({
      rule: 'account-new',
      severity: 'notice',
      subject: account,
      about: { account },
      text: `The account ${account} is new in the organization: its ${news.length} resources get files once ${ACCOUNTS_FILE} with it is merged.`,
      hint: 'Merge this pull request; the next scan brings them.',
    });
  }
  return found.filter(({ key }) => accounts.has(key.account));
};

/** The file of the organization's accounts, where it was read to its end. */
const accountsChange = (tree: Tree, { organization }: ScanResult, { refused }: MergeContext): FileChange[] => {
  if (organization === undefined || refused?.has(ACCOUNTS_FILE)) return [];
  const [before, text] = [tree.get(ACCOUNTS_FILE), renderAccounts(organization)];
  if (before === undefined) return [{ action: 'create', path: ACCOUNTS_FILE, text }];
  return before === text ? [] : [{ action: 'update', path: ACCOUNTS_FILE, before, text }];
};

const NOT_CREATED = {
  'resource-id-unsafe': 'It can only be registered by hand.',
  'path-taken': 'Change paths.template in the configuration.',
  'file-unreadable': 'Describe its targets in fewer words, or register it by hand.',
} as const;

const notCreated = (draft: Draft, found: FoundSource, rule: keyof typeof NOT_CREATED, text: string): void => {
  draft.counts.held += 1;
  const hint = NOT_CREATED[rule];
  draft.problems.push({
    rule,
    severity: 'error',
    subject: found.source.value.arn,
    about: belongs(found.key),
    text,
    hint,
  });
};

const byKey = (left: FoundSource, right: FoundSource): number => (keyText(left.key) < keyText(right.key) ? -1 : 1);

const create = (draft: Draft, found: readonly FoundSource[], taken: Iterable<string>, context: Merging): void => {
  const names = new Map(context.names);
  const safe = found.toSorted(byKey).filter((one) => {
    const path = pathOf(one.key);
    const fault = !isEntryPath(path) ? 'can be no file name of an entry' : differsByCase(path, names) ? ONLY_CASE : '';
    if (fault !== '') notCreated(draft, one, 'resource-id-unsafe', `Its id ${fault}, so it gets no file.`);
    else if (isRefused(path, context)) draft.counts.held += 1;
    else names.set(caseKey(path), path);
    return fault === '' && !isRefused(path, context);
  });
  const given = handOutPaths(
    safe,
    {
      ...context.paths,
      registries: context.registries,
      ...(context.former === undefined ? {} : { former: context.former }),
    },
    taken,
  );
  for (const one of safe) {
    const registration = given.get(keyText(one.key));
    if (registration === undefined) {
      notCreated(draft, one, 'path-taken', 'No path is free for it, so it gets no file.');
      continue;
    }
    const text = newEntryText(one.source, registration);
    if (Buffer.byteLength(text) > FILE_LIMITS.bytes) {
      notCreated(draft, one, 'file-unreadable', `It gets no file. ${tooManyBytes()}`);
      continue;
    }
    draft.counts.created += 1;
    draft.changes.push({ action: 'create', path: pathOf(one.key), text });
  }
};

const byPath = (left: { readonly path: string }, right: { readonly path: string }): number =>
  left.path < right.path ? -1 : left.path > right.path ? 1 : 0;

/**
 * Works out what a scan does to the files: pure, and the same for any order of sightings. Only bytes of `source` change in
 * files that are there; a file goes only when its resource was seen to be gone, or is out of scope and `prune` is given; a
 * file that can't be read is never touched. Tool locks move and go with their entries.
 */
export const mergeScan = (tree: Tree, scan: ScanResult, context: MergeContext): MergeResult => {
  const draft = emptyDraft();
  const { lost, keys, paths } = settleKnown(draft, tree, scan, context);
  const strangers = scan.sightings.filter(({ key }) => !keys.has(keyText(key)));
  const matched = matchReplacements(lost, strangers, scan.listings);
  const names = new Map([...tree.keys(), ...(context.refused ?? [])].map((path) => [caseKey(path), path]));
  const merging: Merging = { ...context, names };
  const pairs = matched.pairs.toSorted((one, other) => byKey(one.found, other.found));
  for (const { file, found } of pairs) replace(draft, file, found, merging);
  for (const file of matched.removed) remove(draft, file);
  draft.counts.held += matched.held.length;
  const found = strangers.filter(isFound);
  draft.counts.seen += found.length;
  const settled = new Set([...matched.pairs.map((pair) => pair.found), ...matched.waiting]);
  const news = withinLimit(
    draft,
    ofMergedAccounts(
      draft,
      found.filter((one) => !settled.has(one)),
      context,
    ),
    { ...context, tree },
  );
  create(draft, news, [...paths, ...(context.reserved ?? [])], merging);
  draft.changes.push(...lockChanges(tree, draft.changes, context.refused), ...accountsChange(tree, scan, context));
  return { ...draft, changes: draft.changes.toSorted(byPath) };
};

/** True where a scan found something that no file is for: only then a merge hands out paths. */
export const findsNew = (files: Iterable<string>, scan: ScanResult): boolean => {
  const known = new Set(knownKeys(files).map(keyText));
  return scan.sightings.some((one) => isFound(one) && !known.has(keyText(one.key)));
};
