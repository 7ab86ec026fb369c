import { EXIT } from '../model/errors.ts';
import { SUMMARY_LIMIT } from '../report/document.ts';
import { listText } from '../report/list-text.ts';
import { listResult } from '../report/results.ts';
import { scanMarkdown } from '../report/scan-markdown.ts';
import { hasErrors } from './catalogue.ts';
import type { RunCommand } from './context.ts';
import { scanAws } from './scanning.ts';

/** AWS to the screen; writes nothing. */
export const list: RunCommand = async (context) => {
  const start = context.clock.now();
  const scan = await scanAws(context, []);
  const seconds = (context.clock.now() - start) / 1000;
  return {
    exitCode: hasErrors(scan.problems) ? EXIT.failed : EXIT.done,
    result: listResult(scan),
    problems: scan.problems,
    text: listText(scan, context.terminal),
    markdown: scanMarkdown(
      { scan, changes: [], files: [], held: 0, problems: scan.problems, seconds, dryRun: true },
      { limit: SUMMARY_LIMIT },
    ),
    outputs: {},
  };
};
