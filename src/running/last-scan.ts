import { locationOf } from '../catalogue/layout.ts';
import type { LastScan } from '../discovery/coverage.ts';
import { outsideOf } from '../discovery/outside.ts';
import { createScope } from '../discovery/scope.ts';
import { unseenPlaces } from '../discovery/unseen.ts';
import type { Entry } from '../model/catalogue.ts';
import { SyncError } from '../model/errors.ts';
import type { Unseen } from '../model/plan.ts';
import type { Catalogue } from './catalogue.ts';
import type { CommandContext } from './context.ts';

const SCAN = 'scan.yml';

/** When the scan's workflow last ended well: files hold no times, so only GitHub knows. Undefined: there is no such workflow, or no token to ask with. */
export const readLastScan = async (context: CommandContext): Promise<LastScan['at']> => {
  const { token, repository } = context.run;
  if (token === undefined || repository === undefined) return undefined;
  const { withRepository } = await import('../forge/github/open.ts');
  const { readRuns } = await import('../forge/github/runs.ts');
  const { readRepositoryFacts } = await import('../forge/github/settings.ts');
  return withRepository(context, async (open) => {
    const { defaultBranch } = await readRepositoryFacts(open);
    const runs = await readRuns(open, SCAN, { branch: defaultBranch, status: 'success' });
    return runs === undefined ? undefined : (runs[0]?.updated ?? null);
  });
};

/** In a job alone: a person's plan asks nobody for this. A job that may not read runs, or can't, just doesn't know. */
const lastScanOfJob = async (context: CommandContext): Promise<LastScan['at']> => {
  if (!context.actions) return undefined;
  try {
    return await readLastScan(context);
  } catch (error) {
    if (error instanceof SyncError) return undefined;
    throw error;
  }
};

/** Which entries no scan sees: those that the configuration leaves out, and, where the job's forge tells, all whose last whole scan is long ago. */
export const unseenOf = async (
  context: CommandContext,
  catalogue: Catalogue,
  keeps: (entry: Entry) => boolean,
): Promise<Unseen> => {
  const { aws, scan } = context.settings;
  const keys = catalogue.entries.filter(keeps).flatMap(({ path }) => {
    const location = locationOf(path);
    return location.type === 'scanned' ? [location.key] : [];
  });
  const last = keys.length === 0 ? undefined : await lastScanOfJob(context);
  const { accounts = new Set(keys.map(({ account }) => account)) } = catalogue.guard;
  return {
    places: unseenPlaces(keys, {
      isOutside: outsideOf(aws, createScope(scan), accounts),
      ...(last === undefined ? {} : { last }),
      now: context.clock.now(),
    }),
    runsRead: keys.length === 0 || last !== undefined,
  };
};
