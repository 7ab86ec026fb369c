/** The committed workflows with the committed bundle, run by act on this machine against the sandbox. */
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startAws } from '../../sandbox/aws/server.ts';
import { startGithub } from '../../sandbox/github/server.ts';
import { startRegistry } from '../../sandbox/registry/registry.ts';
import { CALLER, configuration, temporaryFolder, twoAccounts } from '../cli/cli.ts';
import { copyAction, filesIn, openRepository, withoutQueues } from './act.ts';

const BRANCH = 'agentcore-sync/scan';
const LIMIT_MS = 240_000;

/** The files of this repository that its workflows run: themselves, the action and its bundle. */
const filesOfCatalogue = (registryUrl: string): Readonly<Record<string, string>> => {
  const folder = temporaryFolder();
  copyAction(folder);
  cpSync('.github/workflows', join(folder, '.github/workflows'), { recursive: true });
  withoutQueues(folder);
  writeFileSync(join(folder, 'agentcore-sync.yaml'), configuration(registryUrl, '  token: { env: REGISTRY_TOKEN }\n'));
  return filesIn(folder);
};

test(
  'scan opens the request and checks it, pull_request validates and plans, push applies',
  async () => {
    const aws = await startAws(twoAccounts(), { caller: { account: CALLER } });
    const registry = await startRegistry({ scan: 'off' });
    const github = await startGithub({ repository: 'acme/catalogue', files: filesOfCatalogue(registry.url) });
    onTestFinished(() => Promise.all([aws.close(), registry.close(), github.stop()]).then(() => undefined));
    const { AWS_REGION: _, ...environment } = aws.environment;
    const repository = openRepository({ github, environment, registryToken: registry.token });

    const scan = await repository.act('workflow_dispatch', 'scan.yml', { inputs: {} });
    expect(scan).toContain('Pull request 1 opened: 5 new');
    expect(github.world.items.get(1)).toMatchObject({ state: 'open', pull: { head: BRANCH } });
    const head = github.people.tip(BRANCH);
    expect(github.world.checks.map(({ name, sha, conclusion }) => ({ name, sha, conclusion }))).toEqual([
      { name: 'agentcore-sync validate', sha: head, conclusion: 'success' },
      { name: 'agentcore-sync plan', sha: head, conclusion: 'success' },
    ]);
    expect(github.world.items.get(1)?.comments[0]?.body).toContain('5 to create');

    // A checkout with its whole history has scan's branch too, which answers for what it holds.
    repository.git('update-ref', `refs/remotes/origin/${BRANCH}`, head);
    repository.git('merge', '--quiet', '--no-ff', '-m', 'Merge', head);
    const review = await repository.act('pull_request', 'review.yml', { pull_request: { number: 1 } });
    expect(review).toContain('5 new entries stand as on the branch of scan');
    expect(review).not.toContain('seen by: nobody');
    expect(review).toContain('Plan: 5 to create.');
    expect(github.world.items.get(1)?.comments).toHaveLength(1);
    expect(registry.requests).toEqual([]);

    repository.git('reset', '--quiet', '--hard', github.people.merge(1));
    const apply = await repository.act('push', 'apply.yml', { ref: 'refs/heads/main' });
    expect(apply).toContain('The plan of this run may be applied.');
    expect(apply).toContain('Applied: 5 created.');
    const { servers, agents } = registry.records();
    expect([...servers, ...agents]).toHaveLength(5);
    expect(github.world.violations).toEqual([]);
  },
  LIMIT_MS,
);
