import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsOf } from '../catalogue/entry-facts.ts';
import { lockPath } from '../catalogue/tool-locks.ts';
import { showInvisible } from '../document/characters.ts';
import { LOCK_LIMITS } from '../document/syntax.ts';
import { readToolsLock, writeToolsLock } from '../document/tools-lock.ts';
import type { Tree } from '../model/catalogue.ts';
import { SyncError } from '../model/errors.ts';
import { isObject, parseJson } from '../model/json.ts';
import type { LockedItemChange } from '../model/lock-request.ts';
import type { Problem } from '../model/problem.ts';
import type { Registration } from '../model/registration.ts';
import type { ToolsLock } from '../model/tools-lock.ts';
import { renderEntries } from '../registration/render.ts';
import { locksToRequests, type WantedLock } from '../requests/locks-to-requests.ts';
import { type ComparedItem, compareLocks } from '../verify/compare.ts';
import { notesOn } from '../verify/schema-changes.ts';
import { judgeCatalogue, renderSettings } from './catalogue.ts';
import type { CommandContext, CommandResult } from './context.ts';
import { fails, judged } from './judging.ts';
import { ownersBy } from './only.ts';
import { LOCKS_FOLDER, RESULTS_FILE, textDigest } from './verify-results.ts';

const NOTHING: Omit<ToolsLock, 'server' | 'agent'> = { tools: [], prompts: [], resourceTemplates: [], skills: [] };

/** The text of a plain file of a bounded size; undefined where there is none. */
const readPlain = (file: string, most: number): string | undefined => {
  const found = lstatSync(file, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size <= most ? readFileSync(file, 'utf8') : undefined;
};

/** Bytes of the file that says what is in the folder. */
const MOST_RESULTS = 256 * 1024 * 1024;

/** What another job found: the digest of each lock, by its path. */
interface Found {
  readonly folder: string;
  readonly digests: Readonly<Record<string, unknown>>;
}

const refused = (folder: string, met: string): SyncError =>
  new SyncError('usage', 'bad-option', `results: expected a folder that verify wrote, met ${met} at ${folder}.`, {
    hint: 'Give the folder of --results, or the artifact of the same run that holds it, with results-digest.',
  });

/** Opens the folder. Throws SyncError usage/bad-option where it is none, or not the one that the other job told of. */
const openFound = (folder: string, digest: string | undefined): Found => {
  const text = readPlain(join(folder, RESULTS_FILE), MOST_RESULTS);
  if (text === undefined) throw refused(folder, 'none');
  if (digest !== undefined && textDigest(text) !== digest) throw refused(folder, 'another digest');
  const value = parseJson(text);
  const digests = isObject(value) && value['form'] === 1 ? value['locks'] : undefined;
  if (!isObject(digests)) throw refused(folder, 'another form');
  return { folder, digests };
};

/** A lock that another job found: read as a stranger's file, and rendered anew. */
const readFound = (
  { folder, digests }: Found,
  path: string,
): { readonly lock: ToolsLock; readonly text: string } | undefined => {
  const file = join(folder, LOCKS_FOLDER, path);
  const text = Object.hasOwn(digests, path) ? readPlain(file, LOCK_LIMITS.bytes) : undefined;
  if (text === undefined || textDigest(text) !== digests[path]) return undefined;
  const read = readToolsLock(file, text);
  if (!('lock' in read)) return undefined;
  const written = writeToolsLock(read.lock);
  return 'text' in written ? { lock: read.lock, text: written.text } : undefined;
};

const shownOf = (item: ComparedItem['before']): string | undefined =>
  item?.description === undefined ? undefined : showInvisible(item.description);

const shownChange = (change: ComparedItem): LockedItemChange => {
  const { list, name, change: how, parts } = change;
  const [before, after] = [shownOf(change.before), shownOf(change.after)];
  return {
    list,
    name: showInvisible(name),
    change: how,
    parts,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    notes: notesOn(change).map(showInvisible),
  };
};

/** A lock with nothing in it, under the name of what is there. */
const emptyLock = (lock: ToolsLock): ToolsLock =>
  lock.server === undefined ? { agent: lock.agent, ...NOTHING } : { server: lock.server, ...NOTHING };

const wantedLock = (
  registration: Registration,
  found: { readonly lock: ToolsLock; readonly text: string },
  {
    base,
    directory,
    owners,
  }: {
    readonly base: Tree;
    readonly directory: string;
    readonly owners: readonly string[];
  },
): readonly WantedLock[] => {
  const path = lockPath(registration.origin);
  const standing = base.get(path);
  if (standing === found.text) return [];
  const read = standing === undefined ? undefined : readToolsLock(path, standing);
  const before = read !== undefined && 'lock' in read ? read.lock : undefined;
  const changes = compareLocks(before ?? emptyLock(found.lock), found.lock);
  if (before !== undefined && changes.length === 0) return [];
  return [
    {
      lockPath: path,
      text: found.text,
      owners,
      change: {
        path: registration.path,
        file: `${directory}/${path}`,
        enabled: registration.enabled,
        isFirst: before === undefined,
        items: changes.map(shownChange),
      },
    },
  ];
};

/** What another job found that differs from a base. Names come from the base's entries: nothing else of the folder is looked at. */
const wantedIn =
  (context: CommandContext, opened: Found) =>
  (base: Tree): readonly WantedLock[] => {
    const { settings } = context;
    const catalogue = judgeCatalogue({ tree: base, refused: new Set(), problems: [] }, context);
    const { registrations } = renderEntries(catalogue, renderSettings(settings, catalogue.accounts), catalogue.guard);
    const byFile = new Map(catalogue.entries.map((entry) => [entry.path, entry]));
    const ownersOf = ownersBy(settings);
    return registrations.flatMap((registration) => {
      const found = readFound(opened, lockPath(registration.origin));
      const entry = byFile.get(registration.origin.file);
      if (found === undefined || entry === undefined) return [];
      const owners = ownersOf(factsOf(entry.value, catalogue.accounts));
      return wantedLock(registration, found, { base, directory: settings.directory, owners });
    });
  };

const requestOf = (result: Awaited<ReturnType<typeof locksToRequests>>[number]['result']) =>
  result === undefined ? undefined : result.operation === 'none' ? result.request : result;

/**
 * Brings the locks that another job found to pull requests, one for each owner. It has no credential but GitHub's, and
 * believes nothing of what it reads: texts are parsed, rendered anew and shown inert.
 */
export const lockToRequests = async (context: CommandContext, folder: string): Promise<CommandResult> => {
  const opened = openFound(folder, context.settings.verify.resultsDigest);
  const { withRepository } = await import('../forge/github/open.ts');
  const { settings } = context;
  const proposed = await withRepository(context, (repository) =>
    locksToRequests({ settings, repository, wantedOf: wantedIn(context, opened) }),
  );
  const met: readonly Problem[] = proposed.flatMap(({ problems }) => problems);
  const problems = judged(met, context);
  const requests = proposed.map(({ branch, title, result }) => {
    const request = requestOf(result);
    const state = result === undefined ? 'refused' : result.operation === 'none' ? result.reason : result.operation;
    return { branch, title, state, ...(request === undefined ? {} : { number: request.number, url: request.url }) };
  });
  const changed = proposed.flatMap(({ branch, result }) =>
    result?.operation === 'created' || result?.operation === 'updated'
      ? [
          {
            number: result.number,
            url: result.url,
            operation: result.operation,
            head: result.head,
            base: result.base,
            branch,
          },
        ]
      : [],
  );
  return {
    exitCode: fails(problems, context) ? 1 : 0,
    result: { locks: [], requests },
    problems,
    text: requests.map(({ state, title, branch }) => `${state}  ${branch}  ${title}\n`).join(''),
    markdown: '',
    outputs: { changes: String(changed.length), 'pull-requests': JSON.stringify(changed) },
  };
};
