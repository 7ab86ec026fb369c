import type { Repository } from '../forge/github/client.ts';
import { listOpenRequests } from '../forge/github/requests.ts';
import { readRuns, startWorkflow, type WorkflowRun } from '../forge/github/runs.ts';
import { readRepositoryFacts } from '../forge/github/settings.ts';
import { SyncError } from '../model/errors.ts';
import type { StartedOne, StartResult } from '../model/workflow-start.ts';
import type { Clock } from '../net/clock.ts';

const SCAN = 'scan.yml';
const APPLY = 'apply.yml';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const POLL_MS = 10 * SECOND_MS;
/** GitHub lists a run some seconds after it was started. */
const LISTED_MS = 2 * MINUTE_MS;
/** scan.yml may take an hour, and wait for one that is under way. */
const LONGEST_MS = 2 * 60 * MINUTE_MS;

/**
 * Starts one workflow of the default branch, and waits for nothing. One that people took out is not missed.
 * Throws SyncError github/*: without `actions: write`.
 */
export const startOne = async (repository: Repository, workflow: string): Promise<StartedOne> => {
  const { defaultBranch } = await readRepositoryFacts(repository);
  if ((await readRuns(repository, workflow, { branch: defaultBranch })) === undefined) {
    return { workflow, started: false };
  }
  await startWorkflow(repository, workflow, defaultBranch);
  return { workflow, started: true };
};

/** What starting takes besides the repository. */
export interface StartWorld {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Told whenever something new is known. */
  readonly tell: (text: string) => void;
}

const newest = async (repository: Repository, branch: string): Promise<readonly WorkflowRun[]> => {
  const runs = await readRuns(repository, SCAN, { branch });
  if (runs !== undefined) return runs;
  throw new SyncError('github', 'refused', `start ${SCAN}: expected that workflow on ${branch}, met none`, {
    hint: 'agentcore-sync init writes it.',
  });
};

/** Waits until `read` gives something. Throws SyncError github/unavailable after `limitMs`. */
const waitFor = async <Value>(
  { clock, signal }: StartWorld,
  { limitMs, what }: { readonly limitMs: number; readonly what: string },
  read: () => Promise<Value | undefined>,
): Promise<Value> => {
  const end = clock.now() + limitMs;
  for (;;) {
    const value = await read();
    if (value !== undefined) return value;
    if (clock.now() >= end) {
      throw new SyncError('github', 'unavailable', `${what} within ${limitMs / MINUTE_MS} min`, {
        hint: 'Look at the runs under Actions. To start the workflow again does no harm.',
      });
    }
    await clock.sleep(POLL_MS, signal);
  }
};

/** Starts the scan, and waits for its end. */
const scanned = async (repository: Repository, branch: string, world: StartWorld): Promise<WorkflowRun> => {
  const before = new Set((await newest(repository, branch)).map(({ url }) => url));
  await startWorkflow(repository, SCAN, branch);
  const started = (run: WorkflowRun): boolean => run.event === 'workflow_dispatch' && !before.has(run.url);
  const { url } = await waitFor(world, { limitMs: LISTED_MS, what: `start ${SCAN}: expected a run` }, async () =>
    (await newest(repository, branch)).find(started),
  );
  world.tell(`${SCAN}: ${url}`);
  let status = '';
  return waitFor(world, { limitMs: LONGEST_MS, what: `${SCAN}: expected the end of ${url}` }, async () => {
    const run = (await newest(repository, branch)).find((it) => it.url === url);
    if (run !== undefined && run.status !== status) world.tell(`${SCAN}: ${run.status}`);
    status = run?.status ?? status;
    return run?.status === 'completed' ? run : undefined;
  });
};

/**
 * Starts the workflow that scans and waits for its end; then the one that applies, unless pull requests of the scan wait for
 * review: what they hold would not be applied, and they say so. A scan that failed starts nothing.
 * @param prefix how the branches of the scan's pull requests begin
 * Throws SyncError github/*: without `actions: write`, where a workflow is absent, and where GitHub does not come to an end.
 */
export const startWorkflows = async (
  repository: Repository,
  prefix: string,
  world: StartWorld,
): Promise<StartResult> => {
  const { defaultBranch } = await readRepositoryFacts(repository);
  const { url, conclusion } = await scanned(repository, defaultBranch, world);
  const requests = conclusion === 'success' ? await listOpenRequests(repository, defaultBranch, prefix) : [];
  const waiting = requests.map(({ number, url, title }) => ({ number, url, title }));
  const applied = conclusion === 'success' && waiting.length === 0;
  if (applied) await startWorkflow(repository, APPLY, defaultBranch);
  return { scan: { url, conclusion }, waiting, applied };
};
