/** `start`, as sync.yml runs it: one workflow after the other, and what waits for a person. */
import { expect, onTestFinished, test } from 'vitest';
import { loadContract } from '../../sandbox/github/contract.ts';
import { type Github, startGithub } from '../../sandbox/github/server.ts';
import type { WorkflowRun } from '../../sandbox/github/state.ts';
import { type Clock, systemClock } from '../../src/net/clock.ts';
import { temporaryFolder } from '../cli/cli.ts';
import { commandIn } from '../cli/in-process.ts';
import { outputFaults } from '../setup/world.ts';

const WORKFLOWS = { '.github/workflows/scan.yml': 'on: push\n', '.github/workflows/apply.yml': 'on: push\n' };
const SCAN_BRANCH = 'agentcore-sync/scan';

const LOOK_MS = 10_000;

interface Story {
  readonly files?: Readonly<Record<string, string>>;
  readonly conclusion?: WorkflowRun['conclusion'];
  /** What the scan did by its end. */
  readonly found?: (github: Github) => Promise<void>;
  /** The scan goes on for ever. */
  readonly hangs?: boolean;
  /** The one workflow that is asked for. */
  readonly dispatch?: string;
}

/** A repository whose scan goes one state further whenever somebody waits. */
const play = async ({ files = WORKFLOWS, conclusion = 'success', found, hangs = false, dispatch }: Story = {}) => {
  const github = await startGithub({ repository: 'acme/catalogue', contract: loadContract(), files });
  onTestFinished(() => github.stop());
  const { runs } = github.world;
  let now = 0;
  const clock: Clock = {
    now: () => now,
    sleep: async (ms, signal) => {
      // The limits of an exchange are the machine's own; what jumps is the time between two looks at the run.
      if (ms !== LOOK_MS) return systemClock.sleep(ms, signal);
      now += hangs ? 30 * 60_000 : ms;
      const run = runs.find(({ workflow, event }) => workflow === 'scan.yml' && event === 'workflow_dispatch');
      if (run === undefined || run.status === 'completed') return;
      if (run.status === 'queued') run.status = 'in_progress';
      else if (!hangs) {
        Object.assign(run, { status: 'completed', conclusion });
        await found?.(github);
      }
    },
  };
  const environment = { ...github.environment, GITHUB_TOKEN: github.jobToken() };
  const lines: string[] = [];
  const terminal = {
    width: 100,
    colour: false,
    live: false,
    write: (text: string) => void lines.push(text),
    log: () => undefined,
  };
  const done = await commandIn(
    { folder: temporaryFolder(), environment },
    { command: 'start', clock, terminal, given: dispatch === undefined ? {} : { dispatch } },
  );
  expect(outputFaults('start', done.result as object | null)).toEqual([]);
  expect(github.world.violations).toEqual([]);
  const started = runs.filter(({ event }) => event === 'workflow_dispatch').map(({ workflow }) => workflow);
  return { ...done, started, lines, now, github };
};

/** The pull request that a scan opened, of a branch. */
const propose = async (github: Github, branch = SCAN_BRANCH): Promise<void> => {
  const send = async (path: string, body: object): Promise<void> => {
    const headers = { authorization: `Bearer ${github.jobToken()}` };
    const answer = await fetch(`${github.world.apiUrl}/repos/acme/catalogue/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(201);
  };
  await send('git/refs', { ref: `refs/heads/${branch}`, sha: github.people.tip('main') });
  github.people.commit(branch, { 'servers/a.yaml': 'kind: gateway\n' });
  await send('pulls', { head: branch, base: 'main', title: 'Scan: 1 new' });
};

test('what a scan leaves nothing to review of is applied', async () => {
  const { exitCode, started, text, problems, lines } = await play();
  expect(problems).toEqual([]);
  expect(exitCode).toBe(0);
  expect(started).toEqual(['scan.yml', 'apply.yml']);
  expect(text).toMatch(/^scan\.yml: success {2}http.*\nNothing waits for review: apply\.yml is started\.\n$/);
  expect(lines.join('')).toMatch(
    /scan\.yml: http.*\nscan\.yml: queued\nscan\.yml: in_progress\nscan\.yml: completed\n/,
  );
});

test.each([SCAN_BRANCH, `${SCAN_BRANCH}-111111111111`])(
  'a pull request of %s waits, and so does apply',
  async (branch) => {
    const { exitCode, started, text, problems } = await play({ found: (github) => propose(github, branch) });
    expect(exitCode).toBe(0);
    expect(started).toEqual(['scan.yml']);
    expect(text).toContain('Scan: 1 new');
    expect(text).toContain('1 pull request waits for review');
    expect(problems).toMatchObject([{ rule: 'review-waits', severity: 'notice' }]);
  },
);

test("a pull request of somebody's own branch holds nothing up", async () => {
  const { started } = await play({ found: (github) => propose(github, 'people/work') });
  expect(started).toEqual(['scan.yml', 'apply.yml']);
});

test('a scan that fails starts no apply, and fails the run', async () => {
  const { exitCode, started, problems } = await play({ conclusion: 'failure' });
  expect(exitCode).toBe(1);
  expect(started).toEqual(['scan.yml']);
  expect(problems).toMatchObject([
    { rule: 'workflow-failed', text: expect.stringMatching(/ended with failure: http/) },
  ]);
});

test('a scan that never ends is given up, with its address', async () => {
  const { exitCode, started, problems, now } = await play({ hangs: true });
  expect(exitCode).toBe(1);
  expect(started).toEqual(['scan.yml']);
  expect(problems[0]?.text).toMatch(/expected the end of http.* within 120 min/);
  expect(now).toBeLessThan(3 * 60 * 60 * 1000);
});

test('a repository without the workflow is told so', async () => {
  const { exitCode, problems } = await play({ files: { 'README.md': 'none\n' } });
  expect(exitCode).toBe(1);
  expect(problems[0]?.text).toContain('start scan.yml: expected that workflow on main, met none');
});

test('one workflow is started alone, and one that is not there is not missed', async () => {
  const files = { ...WORKFLOWS, '.github/workflows/verify.yml': 'on: push\n' };
  const alone = await play({ files, dispatch: 'verify.yml' });
  expect(alone).toMatchObject({ exitCode: 0, started: ['verify.yml'], text: 'verify.yml is started.\n' });
  const none = await play({ dispatch: 'verify.yml' });
  expect(none).toMatchObject({ exitCode: 0, started: [], problems: [] });
  expect(none.text).toContain('There is no verify.yml on the default branch');
});
