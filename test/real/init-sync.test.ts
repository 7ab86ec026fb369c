/** sync.yml as init writes it, run by act, beside the workflows that it starts. */
import { expect, test, vi } from 'vitest';
import { startCatalogue } from './init-stage.ts';

const LIMIT_MS = 240_000;

test(
  'sync.yml starts scan.yml and says what waits for review; once that is merged it starts apply.yml',
  async () => {
    const { github, registry, act, merge } = await startCatalogue();
    const { runs, violations } = github.world;
    /** Runs what the double only lists, as GitHub would. */
    const runNext = async (workflow: string): Promise<string> => {
      const run = await vi.waitFor(
        () => runs.find((it) => it.workflow === workflow && it.status === 'queued') ?? expect.fail('not started'),
        { timeout: LIMIT_MS, interval: 200 },
      );
      run.status = 'in_progress';
      const log = await act('workflow_dispatch', workflow, { inputs: {} });
      Object.assign(run, { status: 'completed', conclusion: 'success' });
      return log;
    };
    const sync = () => Promise.all([act('workflow_dispatch', 'sync.yml'), runNext('scan.yml')]);

    const [waits] = await sync();
    expect(waits).toMatch(/scan\.yml: success {2}http.*\/actions\/runs\/\d+/);
    expect(waits).toContain('1 pull request waits for review: apply.yml starts by itself once merged.');
    expect(waits).toMatch(/#1 Scan of Amazon Bedrock AgentCore {2}http.*\/pull\/1/);
    expect(runs.map(({ workflow }) => workflow)).toEqual(['scan.yml']);

    merge(1);
    const [goesOn] = await sync();
    expect(goesOn).toContain('Nothing waits for review: apply.yml is started.');
    expect(await runNext('apply.yml')).toContain('Applied: 5 created.');
    // What was applied is verified at once.
    expect(runs.map(({ workflow }) => workflow)).toEqual(['scan.yml', 'scan.yml', 'apply.yml', 'verify.yml']);
    expect(registry.records().servers).toHaveLength(4);
    expect(violations).toEqual([]);
  },
  LIMIT_MS,
);
