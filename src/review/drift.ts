import { resolveCommit } from '../catalogue/read-history.ts';
import { repositoryPaths } from '../config/repository.ts';
import type { Settings } from '../config/settings.ts';
import type { Repository } from '../forge/github/client.ts';
import { keepIssue } from '../forge/github/issue.ts';
import { type GithubContext, withRepository } from '../forge/github/open.ts';
import { readRuns, sameAt, startWorkflow, type WorkflowRun } from '../forge/github/runs.ts';
import { readRepositoryFacts } from '../forge/github/settings.ts';
import { type AtRegistry, resultsOf } from '../model/at-registry.ts';
import { type DriftSplit, splitPlans } from '../model/drift.ts';
import type { Ownership } from '../model/owned-failure.ts';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import {
  DRIFT_GONE,
  type DriftReport,
  driftIssue,
  driftText,
  driftTitle,
  isWorthTelling,
} from '../report/request-issue.ts';
import { keepOwnerIssues, toldByDrift } from './owner-issues.ts';

/** What drift detection takes. */
interface DriftContext extends GithubContext {
  readonly settings: Settings;
}

/** What drift detection adds to a plan. */
export interface DriftResult {
  readonly problems: readonly Problem[];
  readonly text: string;
}

const APPLY = 'apply.yml';
const REFRESH = 'refresh.yml';
const SCAN = 'scan.yml';
const KEY = { label: 'agentcore-sync', name: 'drift' } as const;

const HOUR_MS = 3_600_000;
/** refresh.yml runs every 20 minutes; GitHub may drop a run or two. */
const REFRESH_OVERDUE_MS = 2 * HOUR_MS;
const DAY_MS = 24 * HOUR_MS;

const ageOf = (time: string, now: number): number => now - Date.parse(time);

/** How the workflow that applies stands to what the files say now. */
interface Applying {
  /** The last successful run had these very files. */
  readonly applied: boolean;
  readonly pending?: WorkflowRun;
  /** The last run had these very files and failed. */
  readonly failed?: WorkflowRun;
}

const readApplying = async (repository: Repository, context: DriftContext, branch: string): Promise<Applying> => {
  const { settings } = context;
  const workflow = settings.request.dispatch ?? APPLY;
  const paths = (await repositoryPaths([settings.directory, settings.config])).flatMap((path) => path ?? []);
  const here = await resolveCommit('.', 'HEAD');
  const holdsThese = async (run: WorkflowRun | undefined): Promise<boolean> =>
    run !== undefined && sameAt(repository, [run.head, here], paths);
  const runs = (await readRuns(repository, workflow, { branch })) ?? [];
  const [success] = (await readRuns(repository, workflow, { branch, status: 'success' })) ?? [];
  const pending = runs.findLast(({ status }) => status !== 'completed');
  const done = runs.find(({ status }) => status === 'completed');
  const failed = done !== undefined && done.conclusion !== 'success' && (await holdsThese(done)) ? done : undefined;
  return {
    applied: await holdsThese(success),
    ...(pending === undefined ? {} : { pending }),
    ...(failed === undefined ? {} : { failed }),
  };
};

/** When a workflow last ended well, where that is too long ago; null: never; undefined: all is well, or there is none. */
const readLate = async (
  repository: Repository,
  workflow: { readonly name: string; readonly branch: string; readonly overdueMs: number },
  now: number,
): Promise<string | null | undefined> => {
  const { name, branch, overdueMs } = workflow;
  const runs = await readRuns(repository, name, { branch, status: 'success' });
  if (runs === undefined) return undefined;
  const [last] = runs;
  if (last === undefined) return null;
  return ageOf(last.updated, now) > overdueMs ? last.updated : undefined;
};

const reportOf = (
  split: DriftSplit,
  { pending, failed }: Applying,
  given: {
    readonly refreshed: string | null | undefined;
    readonly scanned: string | null | undefined;
    readonly now: number;
    readonly problems: readonly Problem[];
  },
): DriftReport => {
  const waiting = pending?.status === 'waiting' && ageOf(pending.created, given.now) > DAY_MS ? pending : undefined;
  const unapplied = split.notApplied.length > 0;
  return {
    shadowed: given.problems
      .filter(({ rule, place }) => rule === 'path-shadowed' && place === undefined)
      .map(({ subject, text }) => ({ path: subject, text })),
    drifted: split.drifted,
    notApplied: failed !== undefined || waiting !== undefined ? split.notApplied : [],
    ...(failed && unapplied ? { failed: { url: failed.url, since: failed.updated } } : {}),
    ...(waiting ? { waiting: { url: waiting.url, since: waiting.created } } : {}),
    ...(given.refreshed === undefined ? {} : { refreshed: given.refreshed }),
    ...(given.scanned === undefined ? {} : { scanned: given.scanned }),
  };
};

const warning = (rule: Problem['rule'], subject: string, text: string): Problem => ({
  rule,
  severity: 'warning',
  subject,
  text,
});

const problemsOf = ({ drifted, failed, waiting, refreshed, scanned }: DriftReport): readonly Problem[] => [
  ...drifted.map(({ path, state, fields }) => {
    const what = state === 'changed' ? `${fields.join(', ')} changed there` : `it is ${state} there`;
    return warning('drift', path, `The registry differs from what was applied: ${what}.`);
  }),
  ...(waiting === undefined
    ? []
    : [warning('apply-waits', APPLY, `Apply waits for its approval since ${waiting.since}: ${waiting.url}`)]),
  ...(failed === undefined ? [] : [warning('apply-waits', APPLY, `Apply failed at ${failed.since}: ${failed.url}`)]),
  ...(scanned === undefined
    ? []
    : [
        warning(
          'scan-overdue',
          SCAN,
          scanned === null ? 'No run of scan.yml ended well.' : `The last scan that ended well was at ${scanned}.`,
        ),
      ]),
  ...(refreshed === undefined
    ? []
    : [
        warning(
          'refresh-overdue',
          REFRESH,
          refreshed === null
            ? 'No run of refresh.yml has ended well yet: registrations wait for their tokens.'
            : `The last run of refresh.yml that ended well was at ${refreshed}: tokens run out.`,
        ),
      ]),
];

/** True where something is registered, or to be, whose token a client of the configuration gives. */
const renewsTokens = ({ changes }: Plan): boolean =>
  changes.some((change) => 'registration' in change && change.registration.identity.client !== undefined);

/** Apply is started for what was never applied: not beside a run that will do it, and not again on the day it failed. */
const isStartNeeded = (split: DriftSplit, { pending, failed }: Applying, now: number): boolean =>
  split.notApplied.length > 0 && pending === undefined && (failed === undefined || ageOf(failed.updated, now) > DAY_MS);

/**
 * After a plan of the default branch: starts apply for what was never applied, keeps one issue for what somebody changed
 * in the registry, one for each owner of whose entries something fails, and notes a refresh that is overdue and an apply that waits or failed.
 */
export const lookAfterDrift = (
  context: DriftContext,
  plans: readonly AtRegistry<Plan>[],
  owning: Ownership,
): Promise<DriftResult> =>
  withRepository(context, async (repository) => {
    const { settings, clock } = context;
    const { dispatch, issue } = settings.request;
    const now = clock.now();
    const { defaultBranch } = await readRepositoryFacts(repository);
    const applying = await readApplying(repository, context, defaultBranch);
    const split = splitPlans(plans, applying.applied);
    const ours = resultsOf(plans).reduce((sum, plan) => sum + plan.ours, 0);
    const late = async (name: string, overdueMs: number) =>
      ours === 0 ? undefined : readLate(repository, { name, branch: defaultBranch, overdueMs }, now);
    // Where no client covers anything there is nothing that refresh could renew.
    const refreshed = resultsOf(plans).some(renewsTokens) ? await late(REFRESH, REFRESH_OVERDUE_MS) : undefined;
    const scanned = await late(SCAN, DAY_MS);
    const problems = plans.flatMap((one) => one.problems);
    const report = reportOf(split, applying, { refreshed, scanned, now, problems });
    const lines = [driftText(split.drifted.length, split.notApplied.length)];
    if (dispatch !== undefined && isStartNeeded(split, applying, now)) {
      await startWorkflow(repository, dispatch, defaultBranch);
      lines.push(`Started ${dispatch}.`);
    }
    // What is not known of a registry that failed closes no issue.
    if (issue && (isWorthTelling(report) || plans.every(({ result }) => result !== undefined))) {
      const content = isWorthTelling(report)
        ? { content: { title: driftTitle(report), body: driftIssue(report) } }
        : {};
      const kept = await keepIssue(repository, KEY, { ...content, closing: DRIFT_GONE });
      const told =
        owning.all.length === 0 ? [] : await keepOwnerIssues(repository, toldByDrift({ plans, split }, owning));
      for (const one of [kept, ...told]) {
        if (one.operation !== 'none') lines.push(`Issue ${one.number} ${one.operation}: ${one.url}`);
      }
    }
    return { problems: problemsOf(report), text: `${lines.join('\n')}\n` };
  });
