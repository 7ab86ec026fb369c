/** doctor.yml as init writes it, run by act. */
import { expect, test } from 'vitest';
import { startCatalogue } from './init-stage.ts';

const LIMIT_MS = 180_000;

/** What an administrator set, as GitHub answers it. */
const ENVIRONMENTS = ['agentcore-scan', 'registry', 'registry-refresh', 'agentcore-verify'].map((name, id) => ({
  id,
  name,
  deployment_branch_policy: { protected_branches: true, custom_branch_policies: false },
  protection_rules: [{ id, type: 'branch_policy' }],
}));
const CHECKS = [{ context: 'agentcore-sync validate' }, { context: 'agentcore-sync plan' }];
const RULES = [
  { type: 'pull_request', parameters: { require_code_owner_review: true, dismiss_stale_reviews_on_push: true } },
  { type: 'required_status_checks', parameters: { required_status_checks: CHECKS } },
];

test(
  'each job of doctor.yml checks what others need with its own rights, and says what its token may not see',
  async () => {
    const { github, act } = await startCatalogue({ environment: 'agentcore-scan' });
    const { faults, violations } = github.world;
    const answer = (path: RegExp, body: unknown, status = 200): void =>
      void faults.push({ type: 'answer', status, path, body, message: '' });
    answer(/\/environments$/, { total_count: ENVIRONMENTS.length, environments: ENVIRONMENTS });
    answer(/\/rules\/branches\/main$/, RULES);
    // No token of a job may read it.
    answer(/\/actions\/permissions\/workflow$/, { message: 'Resource not accessible by integration' }, 403);

    const log = await act('workflow_dispatch', 'doctor.yml');
    const said = (job: string): string =>
      log
        .split('\n')
        .filter((line) => line.startsWith(`[doctor/${job}`))
        .join('\n');
    const scan = said('What scan.yml needs');
    expect(scan).toMatch(/✓ role AgentCoreSync in 222222222222 +assumed/);
    expect(scan).toMatch(/✓ environment registry-refresh +protected branches may use it/);
    expect(scan).toMatch(/✓ rules of main +reviewed and checked before every merge/);
    expect(scan).toMatch(/- pull requests by workflows +this token may not see it/);
    expect(scan).toContain('13 ok, 0 failed, 2 skipped.');
    const registry = said('What apply.yml and refresh.yml need');
    expect(registry).toMatch(/✓ role AgentCoreConfirm +AWS confirms places in 2 of 2 accounts/);
    expect(registry).toMatch(/✓ rights in the registry +network-user is an administrator/);
    expect(registry).toContain('6 ok, 0 failed, 1 skipped.');
    expect({ violations, faults }).toEqual({ violations: [], faults: [] });
  },
  LIMIT_MS,
);
