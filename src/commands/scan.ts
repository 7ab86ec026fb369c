import { writeDirectory } from '../catalogue/write-directory.ts';
import { runAddress } from '../forge/github/environment.ts';
import { EXIT } from '../model/errors.ts';
import { hasErrors } from '../model/problem.ts';
import { registryRules } from '../registries/table.ts';
import { inBoth } from '../report/report.ts';
import { scanResult } from '../report/results.ts';
import { type ScanReport, scanReport } from '../report/scan-report.ts';
import { handOver, isWhole } from '../review/owner-failures.ts';
import type { CommandContext, RunCommand } from '../running/context.ts';
import { scanAws, scanCatalogue } from '../running/scanning.ts';
import { ownershipOf } from '../running/selecting.ts';

/** What could not be scanned, by whose accounts it is. */
const handOverScan = async (context: CommandContext, { scan: seen, problems }: ScanReport) => {
  const { settings } = context;
  const organization = new Map((seen.organization ?? []).map((account) => [account.id, account]));
  const owning = ownershipOf(settings, { entries: [], accounts: { aliases: settings.paths.aliases, organization } });
  return handOver(context, { command: 'scan', complete: isWhole(context), problems, owning });
};

/** Loaded only here: nothing else of a scan needs GitHub. */
const scanToPullRequests: RunCommand = async (context) => {
  const { withRepository } = await import('../forge/github/open.ts');
  const { scanToRequests } = await import('../requests/scan-to-requests.ts');
  const { requestResult } = await import('../requests/result.ts');
  const { settings, clock, terminal } = context;
  const { report, proposed } = await withRepository(context, (repository) =>
    scanToRequests({
      settings,
      clock,
      run: runAddress(context.run),
      repository,
      scan: (known, tree) => scanAws(context, { known, tree }),
      registries: registryRules(settings),
    }),
  );
  const result = requestResult(terminal, report, proposed);
  return {
    ...result,
    outputs: { ...result.outputs, ...(await handOverScan(context, report)) },
    exitCode: hasErrors(report.problems) ? EXIT.failed : EXIT.done,
  };
};

/** AWS to files: in Actions through a request, else in the directory. Nothing is written by a dry run. */
export const scan: RunCommand = async (context) => {
  const { settings } = context;
  if (context.actions && settings.request.pullRequest) {
    return scanToPullRequests(context);
  }
  const { merge, report } = await scanCatalogue(context);
  if (!settings.dryRun) await writeDirectory(settings.directory, merge.changes);
  const { problems } = report;
  return {
    exitCode: hasErrors(problems) ? EXIT.failed : EXIT.done,
    result: scanResult(report),
    problems,
    ...inBoth(scanReport(report, { diff: settings.dryRun, directory: settings.directory }), context.terminal),
    outputs: { changes: String(merge.changes.length), ...(await handOverScan(context, report)) },
  };
};
