import { writeDirectory } from '../catalogue/write-directory.ts';
import { EXIT } from '../model/errors.ts';
import { SUMMARY_LIMIT } from '../report/document.ts';
import { scanResult } from '../report/results.ts';
import { scanMarkdown } from '../report/scan-markdown.ts';
import { scanText } from '../report/scan-text.ts';
import { hasErrors } from './catalogue.ts';
import type { RunCommand } from './context.ts';
import { scanCatalogue } from './scanning.ts';

/** AWS to files: in Actions through a request, else in the directory. Nothing is written by a dry run. */
export const scan: RunCommand = async (context) => {
  const { settings, terminal } = context;
  if (context.actions && settings.request.pullRequest) {
    return (await import('../requests/scan-to-requests.ts')).scanToRequest(context);
  }
  const { merge, report } = await scanCatalogue(context);
  if (!settings.dryRun) await writeDirectory(settings.directory, merge.changes);
  const { problems } = report;
  return {
    exitCode: hasErrors(problems) ? EXIT.failed : EXIT.done,
    result: scanResult(report),
    problems,
    text: scanText(report, { ...terminal, diff: settings.dryRun }),
    markdown: scanMarkdown(report, { limit: SUMMARY_LIMIT }),
    outputs: { changes: String(merge.changes.length) },
  };
};
