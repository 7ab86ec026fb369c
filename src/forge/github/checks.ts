import type { Repository } from './client.ts';

/** A problem at a line of a file, as GitHub shows it beside the code. */
interface CheckAnnotation {
  /** From the repository's root. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column?: number;
  readonly level: 'notice' | 'warning' | 'failure';
  readonly title?: string;
  readonly message: string;
}

/** The outcome of one job, under the name that the required check has. */
export interface CheckReport {
  readonly name: string;
  readonly conclusion: 'success' | 'failure' | 'neutral' | 'skipped' | 'cancelled';
  readonly title: string;
  /** Markdown. */
  readonly summary: string;
  /** The most important first. */
  readonly annotations: readonly CheckAnnotation[];
  /** Where the run can be seen. */
  readonly detailsUrl?: string;
}

/** GitHub takes 65,535 characters of summary, and 50 annotations with one request. */
const MAX_SUMMARY = 65_000;
const MAX_ANNOTATIONS = 50;

const summaryOf = (report: CheckReport): string => {
  const left = report.annotations.length - MAX_ANNOTATIONS;
  const note = left > 0 ? `\n\n${left} more problems are in the job's summary.` : '';
  return `${report.summary.slice(0, MAX_SUMMARY)}${note}`;
};

const toAnnotation = (it: CheckAnnotation) => ({
  path: it.path,
  start_line: it.line,
  end_line: it.line,
  ...(it.column === undefined ? {} : { start_column: it.column, end_column: it.column }),
  annotation_level: it.level,
  message: it.message,
  ...(it.title === undefined ? {} : { title: it.title }),
});

/**
 * Reports completed check runs on a commit: how the head of a request that the job's own token opened, and for which
 * GitHub starts no workflow by itself, gets the checks that a branch rule requires.
 * Throws SyncError github/forbidden without `checks: write`.
 */
export const reportChecks = async (
  repository: Repository,
  head: string,
  reports: readonly CheckReport[],
): Promise<void> => {
  for (const report of reports) {
    await repository.call(`reporting check "${report.name}" on ${head}`, (api, at) =>
      api.request('POST /repos/{owner}/{repo}/check-runs', {
        ...at,
        name: report.name,
        head_sha: head,
        status: 'completed',
        conclusion: report.conclusion,
        output: {
          title: report.title,
          summary: summaryOf(report),
          annotations: report.annotations.slice(0, MAX_ANNOTATIONS).map(toAnnotation),
        },
        ...(report.detailsUrl === undefined ? {} : { details_url: report.detailsUrl }),
      }),
    );
  }
};
