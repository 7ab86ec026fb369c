import { SyncError } from '../../model/errors.ts';
import type { Problem } from '../../model/problem.ts';
import type { Refreshed } from '../../model/refresh.ts';
import type { Registry, ScanVerdict } from '../../model/registry.ts';
import { listedScheme } from '../../model/registry.ts';
import type { OnWork } from '../../model/work.ts';
import { mapLimit } from '../../net/concurrency.ts';

/** What became of one registration. */
export interface Done {
  readonly refreshed: Refreshed;
  readonly problems: readonly Problem[];
}

interface AfterContext {
  readonly registry: Registry;
  readonly scan: boolean;
  readonly concurrency: number;
  readonly signal: AbortSignal;
  /** Is told of each scan. */
  readonly onWork?: OnWork;
}

const noted = (done: Done, note: string, ...problems: readonly Problem[]): Done => ({
  refreshed: { ...done.refreshed, note },
  problems: [...done.problems, ...problems],
});

const scanProblem = (path: string, why: string, hint?: string): Problem => ({
  rule: 'registry-scan',
  severity: 'warning',
  subject: path,
  text: `Its credential was renewed, and then ${why}.`,
  ...(hint === undefined ? {} : { hint }),
});

const withVerdict = (done: Done, verdict: ScanVerdict): Done => {
  const { path } = done.refreshed;
  switch (verdict.state) {
    case 'safe':
      return done;
    case 'forbidden':
      return noted(done, 'not scanned: the token may not ask for it');
    case 'failed':
      return noted(
        done,
        `the scan failed: ${verdict.note}`,
        scanProblem(path, `the registry's scan failed: ${verdict.note}`),
      );
    case 'unsafe':
      return noted(
        done,
        'the scan found something',
        scanProblem(path, "the registry's scan found something", 'Look at the scan in the registry.'),
      );
  }
};

/** Has the registry scan what has a new credential. A scan that fails changes nothing about the credential. */
export const scanAll = async (all: readonly Done[], context: AfterContext): Promise<readonly Done[]> => {
  const { scanner } = context.registry;
  if (!context.scan || scanner === undefined) return all;
  const renewed = all.filter(({ refreshed }) => refreshed.state === 'renewed').length;
  context.onWork?.({ type: 'begun', text: "the registry's scans", total: renewed });
  return mapLimit(all, context.concurrency, async (done) => {
    const { path, state } = done.refreshed;
    if (state !== 'renewed') return done;
    if (context.signal.aborted) return noted(done, 'not scanned: the run was ended');
    try {
      const verdict = await scanner.rescan(path);
      context.onWork?.({ type: 'step', failed: verdict.state === 'failed' });
      return withVerdict(done, verdict);
    } catch (error) {
      if (!(error instanceof SyncError)) throw error;
      context.onWork?.({ type: 'step', failed: true });
      return noted(done, 'not scanned', scanProblem(path, `no scan was made: ${error.message}`, error.hint));
    }
  });
};

const lost = (one: Done): Done => ({
  refreshed: { ...one.refreshed, state: 'failed', note: 'lost after it was set' },
  problems: [
    ...one.problems,
    {
      rule: 'token-lost',
      severity: 'error',
      subject: one.refreshed.path,
      text: 'The registry no longer shows the credential that was just set.',
      hint: "The registry's own scan wrote the old record back: run refresh again.",
    },
  ],
});

const notSeen = (error: unknown): Problem => {
  if (!(error instanceof SyncError)) throw error;
  return {
    rule: 'registry-failed',
    severity: 'error',
    subject: 'refresh',
    text: `The registry was not read again after the credentials were set: ${error.message}.`,
    ...(error.hint === undefined ? {} : { hint: error.hint }),
  };
};

/** The registry's scan after a registration may have written back what stood there before: it is listed once more. */
export const lookAgain = async (
  all: readonly Done[],
  { registry, signal }: AfterContext,
): Promise<{ readonly all: readonly Done[]; readonly problems: readonly Problem[] }> => {
  if (signal.aborted || !all.some(({ refreshed }) => refreshed.state === 'renewed')) return { all, problems: [] };
  try {
    const { listed } = await registry.snapshot();
    const held = new Set(
      listed.filter((one) => listedScheme(one) !== 'none').map(({ type, path }) => `${type} ${path}`),
    );
    const isLost = ({ refreshed }: Done): boolean =>
      refreshed.state === 'renewed' && !held.has(`server ${refreshed.path}`);
    return { all: all.map((one) => (isLost(one) ? lost(one) : one)), problems: [] };
  } catch (error) {
    return { all, problems: [notSeen(error)] };
  }
};
