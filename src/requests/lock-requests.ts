import { factsOf } from '../catalogue/entry-facts.ts';
import { lockPath } from '../catalogue/tool-locks.ts';
import { showInvisible } from '../document/characters.ts';
import { readToolsLock } from '../document/tools-lock.ts';
import type { Tree } from '../model/catalogue.ts';
import type { LockedItemChange, ReachedState } from '../model/lock-request.ts';
import type { Problem } from '../model/problem.ts';
import type { Registration } from '../model/registration.ts';
import type { ToolsLock } from '../model/tools-lock.ts';
import type { WhyChanged } from '../model/why-changed.ts';
import { renderEntries } from '../registration/render.ts';
import { judgeCatalogue } from '../running/catalogue.ts';
import type { CommandContext, CommandResult } from '../running/context.ts';
import { fails, judged } from '../running/judging.ts';
import { renderSettings } from '../running/rendering.ts';
import { ownersBy } from '../running/selecting.ts';
import { type ComparedItem, compareLocks } from '../verify/compare.ts';
import { type Found, openFound, readFound } from '../verify/found-results.ts';
import { notesOn } from '../verify/schema-changes.ts';
import { locksToRequests, type WantedLock } from './locks-to-requests.ts';
import { openedRequest, requestOf } from './opened.ts';
import { reachedState, toldStates } from './reached-state.ts';

const NOTHING: Omit<ToolsLock, 'server' | 'agent'> = { tools: [], prompts: [], resourceTemplates: [], skills: [] };

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
    state,
    why,
  }: {
    readonly base: Tree;
    readonly directory: string;
    readonly owners: readonly string[];
    readonly state: ReachedState;
    readonly why: WhyChanged | undefined;
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
        state,
        isFirst: before === undefined,
        items: changes.map(shownChange),
        ...(before === undefined || why === undefined ? {} : { why }),
      },
    },
  ];
};

/** What another job found that differs from a base. Names come from the base's entries: nothing else of the folder is looked at. */
const wantedIn =
  (context: CommandContext, opened: Found) =>
  (base: Tree): readonly WantedLock[] => {
    const { settings } = context;
    const told = toldStates(settings.verify.disabled);
    const catalogue = judgeCatalogue({ tree: base, refused: new Set(), problems: [] }, context);
    const rendering = renderSettings(settings, catalogue.accounts);
    const { registrations } = renderEntries(catalogue, rendering, catalogue.guard);
    const byFile = new Map(catalogue.entries.map((entry) => [entry.path, entry]));
    const ownersOf = ownersBy(settings);
    return registrations.flatMap((registration) => {
      const found = readFound(opened, lockPath(registration.origin));
      const entry = byFile.get(registration.origin.file);
      if (found === undefined || entry === undefined) return [];
      const owners = ownersOf(factsOf(entry.value, catalogue.accounts));
      const { onToolChange } = rendering.defaultsOf(entry.value);
      const state = reachedState(registration, { disables: onToolChange.value === 'disable', told });
      return wantedLock(registration, found, {
        base,
        directory: settings.directory,
        owners,
        state,
        why: opened.reasons.get(registration.path),
      });
    });
  };

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
    return { branch, title, state, ...request };
  });
  const changed = proposed.flatMap(({ branch, result }) => openedRequest(branch, result));
  return {
    exitCode: fails(problems, context) ? 1 : 0,
    result: { locks: [], requests },
    problems,
    text: requests.map(({ state, title, branch }) => `${state}  ${branch}  ${title}\n`).join(''),
    markdown: '',
    outputs: { changes: String(changed.length), 'pull-requests': JSON.stringify(changed) },
  };
};
