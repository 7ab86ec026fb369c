/** What init writes, as it writes it, run by act: the circle of a new catalogue, in jobs with the id token that GitHub would give. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startAws } from '../../sandbox/aws/server.ts';
import { startGithub } from '../../sandbox/github/server.ts';
import { startRegistry } from '../../sandbox/registry/registry.ts';
import { confirmRoleFor, roleFor, roleForJob } from '../../sandbox/resources.ts';
import { CALLER, expectCode, LOGISTICS, RETAIL, runDoor, temporaryFolder, twoAccounts } from '../cli/cli.ts';
import { copyAction, filesIn, openRepository, withoutQueues } from './act.ts';

const LIMIT_MS = 180_000;
const ACTION = `acme/agentcore-sync@${'c0ffee'.repeat(7).slice(0, 40)}`;
const SUB = 'repo:acme/catalogue:environment:registry';
const HUB = `arn:aws:iam::${CALLER}:role/Hub`;
const CONFIRM_HUB = `arn:aws:iam::${CALLER}:role/AgentCoreConfirmHub`;

/** Two accounts whose roles trust the two hubs alone, and hubs that trust jobs alone: nobody's own credentials open anything. */
const behindHubs = () => {
  const world = twoAccounts();
  const { accounts } = world;
  Object.assign(accounts[CALLER] ?? {}, { roles: { Hub: roleForJob(SUB), AgentCoreConfirmHub: roleForJob(SUB) } });
  for (const account of [RETAIL, LOGISTICS]) {
    const roles = { AgentCoreSync: roleFor(HUB), AgentCoreConfirm: confirmRoleFor(CONFIRM_HUB) };
    Object.assign(accounts[account] ?? {}, { roles });
  }
  return world;
};

/** The files of a new catalogue. */
const initialized = async (registryUrl: string): Promise<Readonly<Record<string, string>>> => {
  const folder = temporaryFolder();
  const words = [
    ...['init', '--action', ACTION, '--repository', 'acme/catalogue', '--accounts', `${RETAIL},${LOGISTICS}`],
    ...['--regions', 'us-east-1,eu-west-1', '--hub-role', HUB, '--registry-url', registryUrl],
    ...['--code-owners', '@acme/platform'],
  ];
  expectCode(await runDoor('cli', words, { folder }), 0);
  withoutQueues(folder);
  return filesIn(folder);
};

test(
  "the workflows that init writes scan, review, apply, refresh, look for drift and disable, in a stranger's repository",
  async () => {
    const aws = await startAws(behindHubs(), { caller: { account: CALLER }, job: { sub: SUB } });
    const registry = await startRegistry({ scan: 'off' });
    const github = await startGithub({ repository: 'acme/catalogue', files: await initialized(registry.url) });
    onTestFinished(() => Promise.all([aws.close(), registry.close(), github.stop()]).then(() => undefined));
    const action = join(temporaryFolder(), 'action');
    mkdirSync(action);
    copyAction(action);
    const services = Object.entries(aws.environment).filter(([name]) => !/REGION|KEY|TOKEN/.test(name));
    const repository = openRepository({
      github,
      environment: { ...Object.fromEntries(services), ...aws.jobEnvironment },
      registryToken: registry.token,
      actions: { [ACTION]: action },
    });
    const enabled = () => registry.records().servers.find(({ path }) => path === '/routing/')?.enabled;
    const atMain = (number: number): void =>
      void repository.git('reset', '--quiet', '--hard', github.people.merge(number));

    expect(await repository.act('workflow_dispatch', 'scan.yml', { inputs: {} })).toContain(
      'Pull request 1 opened: 5 new',
    );
    const head = github.people.tip('agentcore-sync/scan');
    expect(github.world.checks.map(({ name, sha, conclusion }) => [name, sha, conclusion])).toEqual([
      ['agentcore-sync validate', head, 'success'],
      ['agentcore-sync plan', head, 'success'],
    ]);

    repository.git('update-ref', 'refs/remotes/origin/agentcore-sync/scan', head);
    repository.git('merge', '--quiet', '--no-ff', '-m', 'Merge', head);
    const review = await repository.act('pull_request', 'review.yml', { pull_request: { number: 1 } });
    expect(review).toContain('Plan: 5 to create.');
    expect(registry.requests).toEqual([]);

    atMain(1);
    expect(await repository.act('push', 'apply.yml', { ref: 'refs/heads/main' })).toContain('Applied: 5 created.');
    // It runs, and says what nobody gave it: the one server behind JWT has no client yet.
    await expect(repository.act('schedule', 'refresh.yml')).rejects.toThrow('tokens-none');
    expect(await repository.act('schedule', 'drift.yml')).toContain('0 registrations changed in the registry');
    expect(enabled()).toBe(true);

    // Two jobs: the artifact of the first is what the second records.
    const inputs = { path: '/routing/', reason: 'SEC-12' };
    const off = await repository.act('workflow_dispatch', 'disable.yml', { inputs });
    const recorded = Number(/Recorded in pull request #(\d+)/.exec(off)?.[1]);
    expect(github.world.checks.slice(2).map(({ conclusion }) => conclusion)).toEqual(['success', 'success']);
    expect(enabled()).toBe(false);
    expect(github.people.files('agentcore-sync/disable-routing', 'servers/')).not.toEqual(
      github.people.files('main', 'servers/'),
    );
    atMain(recorded);
    expect(await repository.act('push', 'apply.yml', { ref: 'refs/heads/main' })).toMatch(/Job succeeded/);
    expect(enabled()).toBe(false);
    expect(github.world.violations).toEqual([]);
  },
  LIMIT_MS,
);
