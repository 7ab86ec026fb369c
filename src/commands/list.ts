import { knownKeys } from '../catalogue/layout.ts';
import { readDirectory } from '../catalogue/read-directory.ts';
import { lockedIn } from '../catalogue/tool-locks.ts';
import { coverageOf, overdueProblems } from '../discovery/coverage.ts';
import { staleTargets } from '../discovery/stale.ts';
import type { Tree } from '../model/catalogue.ts';
import { EXIT, SyncError } from '../model/errors.ts';
import { hasErrors } from '../model/problem.ts';
import type { ScanResult } from '../model/resource.ts';
import { coverageReport } from '../report/coverage-report.ts';
import { listReport } from '../report/list-report.ts';
import { inBoth } from '../report/report.ts';
import { listResult } from '../report/results.ts';
import type { CommandContext, CommandResult, RunCommand } from '../running/context.ts';
import { judged } from '../running/judging.ts';
import { readLastScan } from '../running/last-scan.ts';
import { scanAws } from '../running/scanning.ts';

/** The entries, where they are at hand: what can't be read keeps nobody from seeing what AWS holds. */
const readTree = async ({ settings: { directory } }: CommandContext): Promise<Tree> => {
  try {
    return (await readDirectory(directory)).tree;
  } catch (error) {
    if (error instanceof SyncError) return new Map();
    throw error;
  }
};

const coverage = async (context: CommandContext, scan: ScanResult, tree: Tree): Promise<CommandResult> => {
  const accounts = new Set(knownKeys(tree.keys()).map(({ account }) => account));
  const at = await readLastScan(context);
  const rows = coverageOf(scan, { accounts, ...(at === undefined ? {} : { at }) });
  const overdue = overdueProblems(rows, context.clock.now());
  const problems = [...scan.problems, ...overdue];
  return {
    exitCode: hasErrors(problems) ? EXIT.failed : EXIT.done,
    result: { ...listResult(scan, lockedIn(tree, context.settings.directory)), coverage: rows },
    problems,
    ...inBoth(coverageReport(rows, problems), context.terminal),
    outputs: {},
  };
};

/** AWS to the screen; writes nothing. */
export const list: RunCommand = async (context) => {
  const tree = await readTree(context);
  const scanned = await scanAws(context, { known: [], tree });
  const stale = staleTargets(scanned).map(({ problem }) => problem);
  const scan = { ...scanned, problems: [...scanned.problems, ...judged(stale, context)] };
  if (context.settings.coverage) return coverage(context, scan, tree);
  const locked = lockedIn(tree, context.settings.directory);
  return {
    exitCode: hasErrors(scan.problems) ? EXIT.failed : EXIT.done,
    result: listResult(scan, locked),
    problems: scan.problems,
    ...inBoth(listReport(scan, locked), context.terminal),
    outputs: {},
  };
};
