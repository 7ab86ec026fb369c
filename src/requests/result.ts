import type { FileChange } from '../model/catalogue.ts';
import type { CommandResult } from '../model/command-result.ts';
import type { Problem } from '../model/problem.ts';
import { SUMMARY_LIMIT } from '../report/document.ts';
import { reportMarkdown, reportText } from '../report/report.ts';
import { requestBody, requestCounts } from '../report/request-body.ts';
import { type RequestLine, requestText } from '../report/request-text.ts';
import { scanResult } from '../report/results.ts';
import { type ScanReport, scanReport } from '../report/scan-report.ts';
import type { TextOptions } from '../report/text.ts';
import type { Proposed } from './content.ts';
import { openedRequest, requestOf } from './opened.ts';
import { scannedGlobs } from './unseen.ts';

/** What became of one request, in a line. */
export const lineOf = ({ scope, result, body }: Proposed): RequestLine => {
  const request = requestOf(result);
  return {
    branch: scope.branch,
    ...(request === undefined ? {} : { request }),
    state: result === undefined ? 'refused' : result.operation === 'none' ? result.reason : result.operation,
    counts: requestCounts(body?.changes ?? []),
  };
};

/** What later jobs look at: the requests that were opened or updated. */
export const openedOf = (proposed: readonly Proposed[]) =>
  proposed.flatMap(({ scope, result, body }) =>
    openedRequest(scope.branch, result).map((opened) => ({
      ...opened,
      ...(body === undefined ? {} : { scanned: scannedGlobs(body.unseen) }),
    })),
  );

const countsOf = ({ changes, held }: ScanReport): Readonly<Record<string, number>> => {
  const of = (action: FileChange['action']): number => changes.filter((change) => change.action === action).length;
  return { created: of('create'), updated: of('update'), replaced: of('replace'), removed: of('delete'), held };
};

const outputsOf = (report: ScanReport, proposed: readonly Proposed[]): CommandResult['outputs'] => {
  const first = proposed.find(({ result }) => requestOf(result) !== undefined);
  const request = requestOf(first?.result);
  const head = first?.result !== undefined && 'head' in first.result ? first.result.head : undefined;
  return {
    changes: String(report.changes.length),
    'pull-requests': JSON.stringify(openedOf(proposed)),
    'pull-request-number': request === undefined ? '' : String(request.number),
    'pull-request-url': request?.url ?? '',
    'pull-request-operation': first?.result?.operation ?? 'none',
    'pull-request-head': head ?? '',
    counts: JSON.stringify(countsOf(report)),
  };
};

/** What there is to say of a request besides. */
export const notesOf = ({ scope, result }: Pick<Proposed, 'scope' | 'result'>): Problem[] =>
  (result?.notes ?? []).map((text) => ({ rule: 'request-note', severity: 'notice', subject: scope.branch, text }));

/** What scan leaves behind when it opened a request instead of writing files: all but the exit code. */
export const requestResult = (
  terminal: TextOptions,
  report: ScanReport,
  proposed: readonly Proposed[],
): Omit<CommandResult, 'exitCode'> => {
  const lines = proposed.map(lineOf);
  const scanned = scanReport(report, { diff: report.dryRun, directory: terminal.directory });
  const bodies = proposed.flatMap(({ body }) => body ?? []).filter(({ changes }) => changes.length > 0);
  const share = Math.floor(SUMMARY_LIMIT / (bodies.length + 1));
  const markdown = [
    reportMarkdown(scanned, { limit: share }),
    ...bodies.map((body) => requestBody({ ...body, problems: [] }, share - 1)),
  ];
  return {
    result: { ...scanResult(report), requests: lines },
    problems: [...report.problems, ...proposed.flatMap(notesOf)],
    text: `${reportText(scanned, terminal)}${requestText(lines, terminal)}`,
    markdown: markdown.join('\n'),
    outputs: outputsOf(report, proposed),
  };
};
