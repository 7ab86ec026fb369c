import { readEntryLog } from '../catalogue/entry-log.ts';
import { isEntryPath } from '../catalogue/layout.ts';
import { plainPath } from '../config/repository.ts';
import type { BringingRequest } from '../forge/github/file-history.ts';
import type { EntryLog, LoggedChange } from '../model/entry-log.ts';
import { EXIT } from '../model/errors.ts';
import { SUMMARY_LIMIT } from '../report/document.ts';
import { logReport } from '../report/log-report.ts';
import { reportMarkdown, reportText } from '../report/report.ts';
import { loadCatalogue } from '../running/catalogue.ts';
import type { CommandContext, RunCommand } from '../running/context.ts';
import { namesEntry, unknownOperand } from '../running/naming.ts';
import { renderSettings } from '../running/rendering.ts';

type RequestsOf = (commit: string) => Promise<readonly BringingRequest[]>;

/** What GitHub says of a commit's pull request stands above what the commit says of itself. */
const withRequest = async (change: LoggedChange, requestsOf: RequestsOf): Promise<LoggedChange> => {
  const requests = await requestsOf(change.commit);
  const found = requests.find(({ merge }) => merge === change.commit) ?? requests[0];
  const { request: _, ...rest } = change;
  return found === undefined ? rest : { ...rest, request: { number: found.number, url: found.url, from: 'github' } };
};

/** In a workflow, where the step gives a token, GitHub tells of pull requests; elsewhere the subjects of commits do. */
const withRequests = async (context: CommandContext, logs: readonly EntryLog[]): Promise<readonly EntryLog[]> => {
  const { actions, run } = context;
  if (!actions || run.token === undefined || run.repository === undefined) return logs;
  const { withRepository } = await import('../forge/github/open.ts');
  const { openFileHistory } = await import('../forge/github/file-history.ts');
  return withRepository(context, async (repository) => {
    const { requestsOf } = openFileHistory(repository);
    const told: EntryLog[] = [];
    for (const log of logs) {
      const changes: LoggedChange[] = [];
      for (const change of log.changes) changes.push(await withRequest(change, requestsOf));
      told.push({ ...log, changes });
    }
    return told;
  });
};

/** Who changed entries, in which commits and pull requests, and what of them; from git, and as far as it says. */
export const log: RunCommand = async (context) => {
  const { settings, operands, terminal } = context;
  const { directory, logLimit: limit } = settings;
  const catalogue = await loadCatalogue(context);
  const rendering = renderSettings(settings, catalogue.accounts, catalogue.tree);
  const found = operands.map((operand) => {
    const plain = plainPath(operand);
    const file = plain.startsWith(`${directory}/`) ? plain.slice(directory.length + 1) : plain;
    const entries = catalogue.entries.filter((entry) => namesEntry(operand, entry, rendering));
    // A file may be gone, or be no entry that can be read now: its history is there all the same.
    const files = entries.length === 0 && isEntryPath(file) ? [file] : entries.map(({ path }) => path);
    return { operand, files };
  });
  const logs = new Map<string, EntryLog>();
  for (const file of new Set(found.flatMap(({ files }) => files))) {
    const read = await readEntryLog(file, catalogue.tree.get(file), { directory, limit });
    if (read !== undefined) logs.set(file, read);
  }
  const problems = found
    .filter(({ files }) => !files.some((file) => logs.has(file)))
    .map(({ operand }) => unknownOperand(operand, 'there is no such file, now or in the history, and no such path'));
  const told = await withRequests(context, [...logs.values()]);
  const report = logReport(told, directory, problems);
  const markdown = (limit: number): string => reportMarkdown(report, { limit });
  const shown = told.length === 0 ? '' : reportText(report, terminal);
  return {
    exitCode: problems.length > 0 ? EXIT.failed : EXIT.done,
    result: { entries: told },
    problems,
    text: settings.markdown ? markdown(Number.POSITIVE_INFINITY) : shown,
    markdown: markdown(SUMMARY_LIMIT),
    outputs: {},
  };
};
