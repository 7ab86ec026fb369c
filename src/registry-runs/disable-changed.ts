import { isAllowedFile } from '../engine/safety.ts';
import { type AtRegistry, allProblems, resultsOf } from '../model/at-registry.ts';
import { EXIT, isSyncError, SyncError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import { BEYOND_GONE, BEYOND_TITLE, beyondIssue, changedReport } from '../report/disable-changed-report.ts';
import { inBoth } from '../report/report.ts';
import { disableResult } from '../report/results.ts';
import { loadCatalogue } from '../running/catalogue.ts';
import type { CommandContext, CommandResult } from '../running/context.ts';
import { failsAt, judged, judgedAt } from '../running/judging.ts';
import { openFound } from '../verify/found-results.ts';
import { type Disabled, disableCatalogue } from './disable-catalogue.ts';
import { askedOf, statesOf } from './tool-changes.ts';

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
