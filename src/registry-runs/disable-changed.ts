import { lockPath, readLockOf } from '../catalogue/tool-locks.ts';
import type { Asked } from '../engine/choose-disabled.ts';
import { isAllowedFile } from '../engine/safety.ts';
import { type AtRegistry, allProblems, resultsOf } from '../model/at-registry.ts';
import { EXIT, isSyncError, SyncError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import type { Disabling, Registration } from '../model/registration.ts';
import { barePath } from '../model/registry.ts';
import type { DisabledState } from '../model/tools-disabled.ts';
import { listDigest } from '../model/tools-lock.ts';
import type { Rendered } from '../registration/render.ts';
import { BEYOND_GONE, BEYOND_TITLE, beyondIssue, changedReport } from '../report/disable-changed-report.ts';
import { inBoth } from '../report/report.ts';
import { disableResult } from '../report/results.ts';
import { type Catalogue, entriesByFile, loadCatalogue, renderSettings } from '../running/catalogue.ts';
import type { CommandContext, CommandResult } from '../running/context.ts';
import { failsAt, judged, judgedAt } from '../running/judging.ts';
import { type Found, openFound, readFound, readSeen } from '../verify/found-results.ts';
import { agreeOn, breaksLock } from '../verify/second-look.ts';
import { type Disabled, disableCatalogue } from './disable-catalogue.ts';

/** The issue that says that more changed than may be disabled. */
const ISSUE = { label: 'agentcore-sync', name: 'disables' } as const;

const requireDigest = ({ actions, settings, operands }: CommandContext): string | undefined => {
  const { resultsDigest } = settings.verify;
  if (operands.length > 0) {
    throw new SyncError('usage', 'bad-option', 'disable: expected entries or results, met both', {
      hint: 'Name what is to be switched off, or give the folder of verify that says what changed.',
    });
  }
  if (!actions || resultsDigest !== undefined) return resultsDigest;
  throw new SyncError('usage', 'missing-option', 'disable: expected results-digest with results, met none', {
    hint: "Give verify's output results-digest: without it any folder would do.",
  });
};

/**
 * What a registration is to be disabled for, as far as it was reviewed and was listed to the end. `onlyStanding`: nothing that
 * disables it; the list that was seen last must be the one that is reviewed all the same.
 */
const disablingFor = (
  { origin }: Registration,
  {
    found,
    catalogue,
    directory,
    at,
  }: { readonly found: Found; readonly catalogue: Catalogue; readonly directory: string; readonly at: number },
): Pick<Asked, 'disabling' | 'onlyStanding'> | undefined => {
  const path = lockPath(origin);
  const reviewed = readLockOf(catalogue.tree, origin, directory);
  const there = readFound(found, path);
  if (there === undefined || reviewed === undefined || !('lock' in reviewed)) return undefined;
  const list = listDigest(there.lock);
  const disabling: Disabling = { by: 'tools', at, list, reviewed: listDigest(reviewed.lock) };
  const isSure = breaksLock(reviewed.lock, there.lock) && agreeOn(list, readSeen(found, path));
  return isSure ? { disabling } : { disabling, onlyStanding: true };
};

/**
 * What is to be disabled: names, settings and what was reviewed come from the catalogue at hand, and of the folder nothing but the
 * lists of tools of these very entries is looked at.
 */
const askedOf = (
  { registrations }: Pick<Rendered, 'registrations'>,
  {
    context,
    catalogue,
    found,
  }: { readonly context: CommandContext; readonly catalogue: Catalogue; readonly found: Found },
): readonly Asked[] => {
  const { settings, clock } = context;
  const { directory } = settings;
  const { defaultsOf } = renderSettings(settings, catalogue.accounts);
  const entryOf = entriesByFile(catalogue.entries);
  const at = Math.floor(clock.now() / 1000);
  return registrations.flatMap((registration): Asked[] => {
    if (defaultsOf(entryOf(registration).value).onToolChange.value !== 'disable') return [];
    const asked = disablingFor(registration, { found, catalogue, directory, at });
    return asked === undefined ? [] : [{ registration, ...asked }];
  });
};

/** Since when each registration is off for its tools, and the registries of which that is not known. */
const statesOf = (registries: readonly AtRegistry<Disabled>[]): readonly DisabledState[] => {
  const off = registries.flatMap(({ name, result }) => (result?.forTools ?? []).map((one) => ({ ...one, name })));
  const isOn = (path: string, { result }: AtRegistry<Disabled>): boolean =>
    result === undefined || result.enabled.some((one) => barePath(one) === path);
  return [...Map.groupBy(off, ({ path }) => barePath(path))]
    .map(([path, there]) => ({
      path,
      since: Math.min(...there.map(({ since }) => since)),
      notIn: registries.filter((one) => isOn(path, one)).map(({ name }) => name),
    }))
    .toSorted((one, other) => (one.path < other.path ? -1 : 1));
};

interface Told {
  readonly text: string;
  readonly problems: readonly Problem[];
}

const NOTHING_TOLD: Told = { text: '', problems: [] };

/** Keeps one issue while more changed than may be disabled. What is not known of a registry that failed closes none. */
const keepBeyond = async (context: CommandContext, registries: readonly AtRegistry<Disabled>[]): Promise<Told> => {
  if (!context.actions) return NOTHING_TOLD;
  const beyond = registries.flatMap(({ name, result }) =>
    result?.beyond === undefined ? [] : [{ registry: name, ...result.beyond }],
  );
  if (beyond.length === 0 && resultsOf(registries).length < registries.length) return NOTHING_TOLD;
  const { withRepository } = await import('../forge/github/open.ts');
  const { keepIssue } = await import('../forge/github/issue.ts');
  const content = beyond.length === 0 ? {} : { content: { title: BEYOND_TITLE, body: beyondIssue(beyond) } };
  try {
    const kept = await withRepository(context, (repository) =>
      keepIssue(repository, ISSUE, { ...content, closing: BEYOND_GONE }),
    );
    return {
      text: kept.operation === 'none' ? '' : `Issue ${kept.number} ${kept.operation}: ${kept.url}\n`,
      problems: [],
    };
  } catch (error) {
    // What was disabled is told to the next job whatever becomes of the issue.
    if (!isSyncError(error, 'github')) throw error;
    return {
      text: '',
      problems: [{ rule: 'request-note', severity: 'warning', subject: 'issue', text: `${error.message}.` }],
    };
  }
};

/**
 * Disables what another job found changed, where the configuration says so: the registrations of entries at hand, whose
 * two lists agree and are no more what was reviewed. It asks no server, and has no credential of one.
 */
export const disableChanged = async (context: CommandContext, folder: string): Promise<CommandResult> => {
  const { settings, terminal } = context;
  const { limits, directory } = settings;
  const found = openFound(folder, requireDigest(context));
  const catalogue = await loadCatalogue(context);
  const { registries } = await disableCatalogue(context, catalogue, (rendered) => ({
    asked: askedOf(rendered, { context, catalogue, found }),
    most: { limit: limits.disables, isAllowed: (file) => isAllowedFile(file, limits.allow, directory) },
  }));
  // What is wrong with entries is told by others: this run is about tools alone.
  const run = judgedAt({ run: { registries, problems: [] }, problems: [] }, context);
  const issue = await keepBeyond(context, run.registries);
  const problems = [...allProblems(run), ...judged(issue.problems, context)];
  const states = statesOf(run.registries);
  const { text, markdown } = inBoth(changedReport({ registries: run.registries, problems }), terminal);
  const outcomes = resultsOf(run.registries).flatMap((result) => result.outcomes);
  return {
    exitCode: failsAt(run, context) ? EXIT.failed : EXIT.done,
    result: disableResult(run.registries, {
      paths: states.map(({ path }) => path),
      recorded: { files: [] },
    }),
    problems,
    text: `${text}${issue.text}`,
    markdown,
    outputs: {
      changes: String(outcomes.filter(({ state }) => state === 'done').length),
      disabled: JSON.stringify(states),
    },
  };
};
