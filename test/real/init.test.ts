/** What init writes, as it writes it, run by act: the circle of a new catalogue. */
import { expect, test } from 'vitest';
import { startCatalogue } from './init-stage.ts';

const LIMIT_MS = 180_000;

test(
  "the workflows that init writes scan, review, apply, refresh, look for drift and disable, in a stranger's repository",
  async () => {
    const { registry, github, git, act, merge } = await startCatalogue();
    const enabled = () => registry.records().servers.find(({ path }) => path === '/routing/')?.enabled;

    expect(await act('workflow_dispatch', 'scan.yml', { inputs: {} })).toContain('Pull request 1 opened: 5 new');
    const head = github.people.tip('agentcore-sync/scan');
    expect(github.world.checks.map(({ name, sha, conclusion }) => [name, sha, conclusion])).toEqual([
      ['agentcore-sync validate', head, 'success'],
      ['agentcore-sync plan', head, 'success'],
    ]);

    git('update-ref', 'refs/remotes/origin/agentcore-sync/scan', head);
    git('merge', '--quiet', '--no-ff', '-m', 'Merge', head);
    const review = await act('pull_request', 'review.yml', { pull_request: { number: 1 } });
    expect(review).toContain('Plan: 5 to create.');
    expect(registry.requests).toEqual([]);

    merge(1);
    expect(await act('push', 'apply.yml', { ref: 'refs/heads/main' })).toContain('Applied: 5 created.');
    // It runs, and says what nobody gave it: the one server behind JWT has no client yet.
    await expect(act('schedule', 'refresh.yml')).rejects.toThrow('tokens-none');
    expect(await act('schedule', 'drift.yml')).toContain('0 registrations changed in the registry');
    expect(enabled()).toBe(true);

    // Two jobs: the artifact of the first is what the second records.
    const inputs = { path: '/routing/', reason: 'SEC-12' };
    const off = await act('workflow_dispatch', 'disable.yml', { inputs });
    const recorded = Number(/Recorded in pull request #(\d+)/.exec(off)?.[1]);
    expect(github.world.checks.slice(2).map(({ conclusion }) => conclusion)).toEqual(['success', 'success']);
    expect(enabled()).toBe(false);
    expect(github.people.files('agentcore-sync/disable-routing', 'servers/')).not.toEqual(
      github.people.files('main', 'servers/'),
    );
    merge(recorded);
    expect(await act('push', 'apply.yml', { ref: 'refs/heads/main' })).toMatch(/Job succeeded/);
    expect(enabled()).toBe(false);
    expect(github.world.violations).toEqual([]);
  },
  LIMIT_MS,
);
