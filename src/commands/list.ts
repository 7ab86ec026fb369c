import { knownKeys } from '../catalogue/layout.ts';
import { readDirectory } from '../catalogue/read-directory.ts';
import { lockedIn } from '../catalogue/tool-locks.ts';
import { coverageOf, overdueProblems } from '../discovery/coverage.ts';
import { staleProblems } from '../discovery/stale.ts';
import { EXIT, SyncError } from '../model/errors.ts';
import type { ScanResult } from '../model/resource.ts';
import type { Locked } from '../model/tools-lock.ts';
import { coverageReport } from '../report/coverage-report.ts';
import { listReport } from '../report/list-report.ts';
import { inBoth } from '../report/report.ts';
import { listResult } from '../report/results.ts';
import { hasErrors } from './catalogue.ts';
import type { CommandContext, CommandResult, RunCommand } from './context.ts';
import { readLastScan } from './last-scan.ts';
import { scanAws } from './scanning.ts';

/** What was reviewed, where a catalogue is at hand: one that can't be read keeps nobody from seeing what AWS holds. */
const readLocked = async ({ settings: { directory } }: CommandContext): Promise<Locked> => {
  try {
    const { tree } = await readDirectory(directory);
    return lockedIn(tree, directory);
  } catch (error) {
    if (error instanceof SyncError) return () => undefined;
    throw error;
  }
};

const coverage = async (context: CommandContext, scan: ScanResult): Promise<CommandResult> => {
  const read = await readDirectory(context.settings.directory);
  const accounts = new Set(knownKeys(read.tree.keys()).map(({ account }) => account));
  const at = await readLastScan(context);
  const rows = coverageOf(scan, { accounts, ...(at === undefined ? {} : { at }) });
  const overdue = overdueProblems(rows, context.clock.now());
  const problems = [...scan.problems, ...overdue];
  return {
    exitCode: hasErrors(problems) ? EXIT.failed : EXIT.done,
    result: { ...listResult(scan, lockedIn(read.tree, context.settings.directory)), coverage: rows },
    problems,
    ...inBoth(coverageReport(rows, problems), context.terminal),
    outputs: {},
  };
};

/** AWS to the screen; writes nothing. */
export const list: RunCommand = async (context) => {
  const scanned = await scanAws(context, []);
  const scan = { ...scanned, problems: [...scanned.problems, ...staleProblems(scanned)] };
  if (context.settings.coverage) return coverage(context, scan);
  const locked = await readLocked(context);
  return {
    exitCode: hasErrors(scan.problems) ? EXIT.failed : EXIT.done,
    result: listResult(scan, locked),
    problems: scan.problems,
    ...inBoth(listReport(scan, locked), context.terminal),
    outputs: {},
  };
};
