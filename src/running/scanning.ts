import { knownKeys } from '../catalogue/layout.ts';
import { type MergeResult, mergeScan } from '../catalogue/merge.ts';
import { readDirectory } from '../catalogue/read-directory.ts';
import { formerPaths } from '../catalogue/scan-former.ts';
import type { TreeRead } from '../catalogue/tree.ts';
import { discover } from '../discovery/discover.ts';
import type { Tree } from '../model/catalogue.ts';
import type { ResourceKey, ScanResult } from '../model/resource.ts';
import { registryRules } from '../registries/table.ts';
import type { ScanReport } from '../report/scan-report.ts';
import type { CommandContext } from './context.ts';
import { judged } from './judging.ts';
import { showProgress } from './progress.ts';
import { withIdToken } from './reaching.ts';
import { keptByEntry } from './selecting.ts';

/** What a scan starts from. */
interface ScanStart {
  /** The resources of the catalogue's entries. */
  readonly known: readonly ResourceKey[];
  /** These entries. */
  readonly tree: Tree;
  /** Looks at these resources alone. Absent: what `--only` says. */
  readonly kept?: readonly ResourceKey[];
}

/** Scans AWS as the settings ask. */
export const scanAws = async (context: CommandContext, { known, tree, kept: keys }: ScanStart): Promise<ScanResult> => {
  const { settings, environment, clock, signal } = context;
  const kept = keys === undefined ? keptByEntry(settings, tree) : { keys, problems: [] };
  const onboarded = new Set([...known, ...knownKeys(tree.keys())].map(({ account }) => account));
  return withIdToken(context, async (idToken) => {
    const scan = await discover(
      { aws: settings.aws, scan: settings.scan, known, onboarded, ...(kept === undefined ? {} : { kept: kept.keys }) },
      {
        clock,
        environment,
        run: context.run,
        signal,
        idToken,
        onProgress: showProgress(context),
        ...context.requests?.('aws'),
      },
    );
    return { ...scan, problems: judged([...(kept?.problems ?? []), ...scan.problems], context) };
  });
};

/** A scan, and what it does to the catalogue. */
export interface CatalogueScan {
  readonly read: TreeRead;
  readonly scan: ScanResult;
  readonly merge: MergeResult;
  readonly report: ScanReport;
}

/**
 * Merges what a scan saw into the catalogue, without writing anything.
 * @param scanned what was seen of AWS, for the catalogue as it is; absent: AWS is scanned
 */
export const scanCatalogue = async (
  context: CommandContext,
  scanned: (start: ScanStart) => Promise<ScanResult> = (start) => scanAws(context, start),
): Promise<CatalogueScan> => {
  const { settings, clock } = context;
  const start = clock.now();
  const read = await readDirectory(settings.directory);
  const known = knownKeys([...read.tree.keys(), ...read.refused]);
  const scan = await scanned({ known, tree: read.tree });
  const { former, problems } = await formerPaths(settings.directory, [...read.tree.keys(), ...read.refused], scan);
  const merge = mergeScan(read.tree, scan, {
    directory: settings.directory,
    paths: settings.paths,
    registries: registryRules(settings),
    former,
    prune: settings.scan.prune,
    newLimit: settings.limits.new,
    refused: read.refused,
  });
  const report: ScanReport = {
    scan,
    changes: merge.changes,
    files: [...read.tree.keys()],
    held: merge.counts.held,
    problems: [...read.problems, ...scan.problems, ...problems, ...merge.problems],
    seconds: (clock.now() - start) / 1000,
    dryRun: settings.dryRun,
  };
  return { read, scan, merge, report };
};
