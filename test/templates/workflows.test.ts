import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { workflowFiles } from '../../scripts/generate-workflows.ts';
import { COMMAND_TABLE } from '../../src/commands/table.ts';
import { isCommand } from '../../src/config/options/commands.ts';
import { optionName, optionSpecs, takes } from '../../src/config/options/options.ts';
import { verifyWithSite, withSite } from '../../src/setup/site-workflows.ts';
import { ACTION_PLACEHOLDER, workflowFor } from '../../src/setup/workflows.ts';
import { actionInputs, jobsOf, workflowFindings } from './workflow-rules.ts';

const templates = globSync('templates/workflows/*.yml').sort();
const names = templates.map((file) => basename(file));
const own = names.map((name) => `.github/workflows/${name}`);
const read = (file: string): string => readFileSync(file, 'utf8');
const template = (name: string): string => read(`templates/workflows/${name}`);

test('there is a template for each job of the product', () => {
  expect(names).toEqual([
    'apply.yml',
    'disable.yml',
    'doctor.yml',
    'drift.yml',
    'publish.yml',
    'refresh.yml',
    'review.yml',
    'scan.yml',
    'sync.yml',
    'verify.yml',
  ]);
});

const CODE_SCANNING = 'templates/optional/code-scanning.yml';

test('code scanning is told by a job of the default branch that has nothing of the repository', () => {
  const { on, jobs } = parse(read(CODE_SCANNING));
  expect(Object.keys(on).sort()).toEqual(['push', 'schedule']);
  expect(jobs.check.permissions).toEqual({ contents: 'read' });
  expect(jobs.upload.permissions['security-events']).toBe('write');
  expect(JSON.stringify(jobs.upload.steps)).not.toMatch(/checkout|agentcore-sync@/);
});

const GATEWAYS = globSync('templates/gateways/*.yml').sort();

test.each([
  CODE_SCANNING,
  ...GATEWAYS,
  ...templates,
  ...own,
  '.github/workflows/ci.yml',
  '.github/workflows/release.yml',
])('%s keeps the rules', (file) => {
  expect(workflowFindings(read(file))).toEqual([]);
});

const digest = 'a'.repeat(40);

/** A workflow with one job, which has one thing wrong. `<<…>>` is an expression. */
const broken = (job: string, head = 'on: push\npermissions: {}'): string =>
  `${head}\njobs:\n  a:\n    runs-on: ubuntu-latest\n    timeout-minutes: 5\n${job}`
    .replaceAll('DIGEST', digest)
    .replace(/<<(.+?)>>/g, (_, inner: string) => `$\{{ ${inner} }}`);

test.each([
  [
    'a secret without an environment',
    broken('    permissions: {}\n    steps:\n      - uses: a/b@DIGEST\n        env:\n          T: <<secrets.T>>\n'),
    'a: a secret outside an environment (none)',
  ],
  [
    'a secret in an environment that anybody may use',
    broken(
      '    permissions: {}\n    environment: test\n    steps:\n      - uses: a/b@DIGEST\n        env:\n          T: <<secrets.T>>\n',
    ),
    'a: a secret outside an environment (test)',
  ],
  [
    'an id token without an environment',
    broken('    permissions:\n      id-token: write\n    steps: []\n'),
    'a: a secret outside an environment (none)',
  ],
  [
    'a secret for a pull request',
    broken(
      '    permissions:\n      id-token: write\n    environment: registry\n    steps: []\n',
      'on:\n  pull_request:\npermissions: {}',
    ),
    'a: a secret in a job that a pull request starts',
  ],
  [
    'an input in a script',
    broken('    permissions: {}\n    steps:\n      - run: echo <<inputs.accounts>>\n'),
    'a: an expression in a script',
  ],
  [
    'an action by its tag',
    broken('    permissions: {}\n    steps:\n      - uses: actions/cache@v4\n'),
    'a: actions/cache@v4 is not pinned to a digest',
  ],
  [
    'credentials left in the checkout',
    broken('    permissions: {}\n    steps:\n      - uses: actions/checkout@DIGEST\n'),
    'a: the checkout keeps its credentials',
  ],
  [
    "a request's commit checked out",
    broken(
      '    permissions: {}\n    steps:\n      - uses: actions/checkout@DIGEST\n        with:\n          ref: x\n          persist-credentials: false\n',
    ),
    "a: checks out something else than the run's own commit",
  ],
  [
    'permissions for the whole workflow',
    broken('    permissions: {}\n    steps: []\n', 'on: push\npermissions:\n  contents: write'),
    'the workflow itself has permissions',
  ],
  ['no permissions of the job', broken('    steps: []\n'), 'a: no permissions of its own'],
  [
    'pull_request_target',
    broken('    permissions: {}\n    steps: []\n', 'on: [pull_request_target]\npermissions: {}'),
    'it runs on pull_request_target',
  ],
  [
    'an unknown queue',
    broken('    permissions: {}\n    concurrency:\n      group: g\n      queue: many\n    steps: []\n'),
    'a: concurrency.queue has the value many',
  ],
])('the rules refuse %s', (_, text, finding) => {
  expect(workflowFindings(text)).toEqual([finding]);
});

// What publishes a site runs nothing of this action.
test.each(names.filter((name) => name !== 'publish.yml'))('%s gives the action only what its command takes', (name) => {
  const given = actionInputs(template(name), ACTION_PLACEHOLDER);
  expect(given.length).toBeGreaterThan(0);
  for (const { command: asked, ...inputs } of given) {
    const command = String(asked);
    if (!isCommand(command)) throw new Error(`there is no command ${command}`);
    const known = optionSpecs.flatMap(([key, spec]) =>
      spec.door !== 'cli' && takes(command, spec) ? [optionName(key)] : [],
    );
    const words = COMMAND_TABLE[command].operands === undefined ? [] : ['arguments'];
    expect(Object.keys(inputs).filter((input) => ![...known, ...words].includes(input))).toEqual([]);
  }
});

test("scan's second job reports under the names of review's jobs, so that one required check serves both", () => {
  const reviewed = Object.values(jobsOf(template('review.yml'))).map(({ name }) => name);
  const reported = actionInputs(template('scan.yml'), ACTION_PLACEHOLDER).flatMap(({ check }) => check ?? []);
  expect(reported).toEqual(reviewed);
});

test('apply and refresh wait for each other in one queue, and the approval holds nobody up', () => {
  const group = { group: 'agentcore-sync-registry', 'cancel-in-progress': false, queue: 'max' };
  const apply = jobsOf(template('apply.yml'));
  expect(apply['apply']?.['concurrency']).toEqual(group);
  expect(apply['approve']?.['concurrency']).toBeUndefined();
  expect(apply['plan']?.['environment']).toBe('registry-refresh');
  expect(apply['apply']?.['environment']).toBe('registry');
  expect(jobsOf(template('refresh.yml'))['refresh']?.['concurrency']).toEqual(group);
});

test('the plan that was approved is the plan that is applied', () => {
  const { plan, approve, apply } = jobsOf(template('apply.yml'));
  expect(plan?.['outputs']).toMatchObject({ plan: expect.stringContaining('steps.plan.outputs.plan') });
  expect(approve?.['needs']).toBe('plan');
  expect(apply?.['needs']).toEqual(['plan', 'approve']);
  expect(apply?.['if']).toContain("needs.approve.result == 'success'");
  expect(apply?.['steps']).toContainEqual(
    expect.objectContaining({
      with: expect.objectContaining({
        command: 'apply',
        expect: expect.stringContaining('needs.plan.outputs.plan'),
      }),
    }),
  );
});

test.each([
  ['apply.yml', 'plan'],
  ['apply.yml', 'apply'],
  ['drift.yml', 'drift'],
  ['refresh.yml', 'refresh'],
])(
  "%s, %s: one commit is checked out, and the history of the settings is read with the job's own token",
  (name, job) => {
    const { permissions, steps } = jobsOf(template(name))[job] ?? {};
    expect(permissions).toMatchObject({ contents: 'read', 'pull-requests': 'read' });
    expect(Array.isArray(steps) ? steps.slice(0, 2) : []).toMatchObject([
      { uses: expect.stringContaining('actions/checkout@'), with: { 'persist-credentials': false } },
      { with: { 'github-token': expect.stringMatching(/^\$\{\{ github\.token \}\}$/) } },
    ]);
    expect(JSON.stringify(steps)).not.toMatch(/"(ref|fetch-depth|repository)"/);
  },
);

test('scan has the whole history, from which it knows which paths something else had before', () => {
  const { scan, check } = jobsOf(template('scan.yml'));
  for (const job of [scan, check]) {
    expect(job?.['steps']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          uses: expect.stringContaining('actions/checkout@'),
          with: { 'fetch-depth': 0, 'persist-credentials': false },
        }),
      ]),
    );
  }
});

test.each(['scan.yml', 'refresh.yml', 'drift.yml'])('%s starts at odd minutes, off the hour', (name) => {
  const minutes = parse(template(name)).on.schedule.flatMap(({ cron }: { readonly cron: string }) =>
    cron.split(' ')[0]?.split(',').map(Number),
  );
  expect(minutes.length).toBeGreaterThan(0);
  for (const minute of minutes) expect(minute % 2).toBe(1);
});

test.each([
  ['scan.yml', 'scan'],
  ['apply.yml', 'apply'],
  ['refresh.yml', 'refresh'],
  ['verify.yml', 'verify'],
])('%s tells owners in a job that holds no secret, by the artifact of the job that met what fails', (name, id) => {
  const { [id]: met, owners } = jobsOf(template(name));
  expect(met?.['permissions']).toMatchObject({ issues: 'read' });
  expect(met?.['outputs']).toMatchObject({
    artifact: expect.stringContaining('steps.artifact.outputs.artifact-id'),
    failures: expect.stringContaining(`steps.${id}.outputs.failures-digest`),
  });
  expect(owners?.['permissions']).toEqual({ contents: 'read', issues: 'write' });
  expect(owners).not.toHaveProperty('environment');
  expect(JSON.stringify(owners)).not.toMatch(/secrets\.|id-token/);
  expect(owners?.['if']).toContain(`needs.${id}.outputs.failures != ''`);
  expect(actionInputs(template(name), ACTION_PLACEHOLDER).at(-1)).toMatchObject({
    command: 'issues',
    results: 'found',
    'results-digest': expect.stringContaining(`needs.${id}.outputs.failures`),
  });
});

test('what disables takes the artifact of its run, holds no token of a server, and writes one registry at a time', () => {
  const { verify, disable, locks } = jobsOf(template('verify.yml'));
  expect(verify?.['outputs']).toMatchObject({ disables: expect.stringContaining('steps.verify.outputs.disables') });
  expect(disable).toMatchObject({
    needs: 'verify',
    if: expect.stringContaining('needs.verify.outputs.disables > 0'),
    environment: 'registry',
    concurrency: jobsOf(template('apply.yml'))['apply']?.['concurrency'],
  });
  expect(disable?.['permissions']).toEqual({ contents: 'read', 'pull-requests': 'read', issues: 'write' });
  const text = JSON.stringify(disable?.['steps']);
  expect(text.match(/secrets\.\w+/g)).toEqual(['secrets.REGISTRY_TOKEN']);
  expect(text).toMatch(/"artifact-ids":"\$\{\{ needs\.verify\.outputs\.artifact \}\}"/);
  expect(text).toMatch(/"results-digest":"\$\{\{ needs\.verify\.outputs\.digest \}\}"/);
  expect(locks).toMatchObject({ needs: ['verify', 'disable'], if: expect.stringContaining('!cancelled()') });
  expect(locks).not.toHaveProperty('environment');
  expect(JSON.stringify(locks)).toMatch(
    /"disabled":"\$\{\{ needs\.disable\.result != 'skipped' && needs\.disable\.outputs\.disabled \|\| '' \}\}"/,
  );
});

test('verify.yml starts on a schedule, by hand and once something was applied, and never for a pull request', () => {
  expect(Object.keys(parse(template('verify.yml')).on)).toEqual(['schedule', 'workflow_dispatch']);
  const { verify } = jobsOf(template('apply.yml'));
  expect(verify).toMatchObject({ needs: 'apply', if: expect.stringContaining("needs.apply.result == 'success'") });
  expect(verify?.['permissions']).toEqual({ contents: 'read', actions: 'write' });
  expect(JSON.stringify(verify)).not.toMatch(/secrets\.|id-token|environment/);
  expect(verify?.['steps']).toContainEqual(
    expect.objectContaining({ with: expect.objectContaining({ command: 'start', dispatch: 'verify.yml' }) }),
  );
});

test('disable.yml: what holds the token of the registry writes nothing here, and what writes holds none', () => {
  const { disable, record, check } = jobsOf(template('disable.yml'));
  expect(disable?.['permissions']).toEqual({ contents: 'read', 'pull-requests': 'read', 'id-token': 'write' });
  expect(record?.['permissions']).toEqual({ contents: 'write', 'pull-requests': 'write' });
  for (const job of [record, check]) {
    expect(job).not.toHaveProperty('environment');
    expect(JSON.stringify(job)).not.toMatch(/secrets\.|id-token/);
  }
  expect(actionInputs(template('disable.yml'), ACTION_PLACEHOLDER).slice(0, 2)).toMatchObject([
    { command: 'disable', 'record-to': 'disabled' },
    { 'record-from': 'disabled', 'results-digest': expect.stringContaining('needs.disable.outputs.digest') },
  ]);
  expect(JSON.stringify(record?.['steps'])).toContain('needs.disable.outputs.artifact');
});

test('sync.yml has no secret, no role and no environment: what it starts keeps its own', () => {
  const text = template('sync.yml');
  expect(text).not.toMatch(/secrets\.|id-token|environment:/);
  expect(jobsOf(text)['sync']?.['permissions']).toEqual({
    contents: 'read',
    actions: 'write',
    'pull-requests': 'read',
  });
  for (const started of ['scan.yml', 'apply.yml'])
    expect(parse(template(started)).on).toHaveProperty('workflow_dispatch');
});

test("this repository's workflows are the templates with its own action, and are off unless switched on", async () => {
  for (const file of await workflowFiles()) {
    expect(read(file.path)).toBe(file.text);
    expect(file.text).not.toContain(ACTION_PLACEHOLDER);
    const jobs = Object.values(jobsOf(file.text));
    expect(jobs.length).toBeGreaterThan(0);
    for (const job of jobs) expect(job['if']).toMatch(/^(\$\{\{ )?vars\.AGENTCORE_SYNC == 'on'( && \(.*\) \}\})?$/);
  }
});

test('a workflow for a user has the action, branch and queue that were asked for, and nothing else changed', () => {
  const uses = `acme/agentcore-sync@${digest}`;
  const text = workflowFor(template('apply.yml'), { uses, branch: 'release/$1', queue: false });
  expect(text).not.toContain(ACTION_PLACEHOLDER);
  const jobs = jobsOf(text);
  expect(jobs['apply']?.['if']).toBe(jobsOf(template('apply.yml'))['apply']?.['if']);
  expect(jobs['apply']?.['concurrency']).toEqual({ group: 'agentcore-sync-registry', 'cancel-in-progress': false });
  expect(parse(text).on.push.branches).toEqual(['release/$1']);
  expect(text.split('\n').length).toBe(template('apply.yml').split('\n').length - 2);
  expect(workflowFindings(text)).toEqual([]);
});

test('apply.yml with a site keeps its state, packs it and publishes it; without one nothing of that is there', () => {
  const plain = template('apply.yml');
  const text = withSite(plain, 'docs/site');
  expect(workflowFindings(text)).toEqual([]);
  const { apply, publish, ...others } = jobsOf(text);
  expect(apply?.['permissions']).toMatchObject({ contents: 'write' });
  expect(publish).toMatchObject({
    needs: 'apply',
    uses: './.github/workflows/publish.yml',
    permissions: { pages: 'write', 'id-token': 'write', attestations: 'write', contents: 'read' },
  });
  const { apply: before, ...rest } = jobsOf(plain);
  expect(others).toEqual(rest);
  expect(before?.['permissions']).toMatchObject({ contents: 'read' });
  expect(plain).not.toContain('agentcore-site');
  expect(text).toContain('--directory docs/site .');
  // Pages say when tools were reviewed: the history is there, and nothing else of the steps is another.
  const steps = (apply?.['steps'] ?? []) as readonly { with: object }[];
  const [checkout, ...more] = (before?.['steps'] ?? []) as readonly { with: object }[];
  expect(steps.slice(0, -2)).toEqual([{ ...checkout, with: { ...checkout?.with, 'fetch-depth': 0 } }, ...more]);
  // Its pages change where no registration does; a plan that was superseded says nothing, and makes none.
  expect(apply?.['if']).toBe(
    `\${{ !cancelled() && needs.plan.result == 'success' && (needs.approve.result == 'success' || (needs.plan.outputs.plan != '' && needs.plan.outputs.changes == 0)) }}`,
  );
  expect(publish?.['if']).toContain("needs.apply.outputs.packed == 'success'");
});

test('verify.yml with a site keeps its state, and has apply.yml publish it; nothing else changes', () => {
  const plain = template('verify.yml');
  const text = verifyWithSite(plain);
  expect(workflowFindings(text)).toEqual([]);
  const { disable, publish, ...others } = jobsOf(text);
  const { disable: before, ...rest } = jobsOf(plain);
  expect(others).toEqual(rest);
  expect(disable?.['steps']).toEqual(before?.['steps']);
  expect(disable?.['permissions']).toEqual({ contents: 'write', 'pull-requests': 'read', issues: 'write' });
  expect(disable?.['outputs']).toMatchObject({
    disabled: expect.stringContaining('steps.disable.outputs.disabled'),
    changes: expect.stringContaining('steps.disable.outputs.changes'),
  });
  expect(publish).toMatchObject({
    needs: 'disable',
    if: expect.stringContaining('needs.disable.outputs.changes > 0'),
    permissions: { contents: 'read', actions: 'write' },
  });
  expect(JSON.stringify(publish)).not.toMatch(/secrets\.|id-token|environment/);
});

test('publish.yml holds no secret and runs nothing of the repository', () => {
  const text = template('publish.yml');
  expect(text).not.toContain('secrets.');
  expect(text).not.toContain('actions/checkout');
  const { publish } = jobsOf(text);
  expect(publish).toMatchObject({ environment: 'github-pages' });
  expect(Object.keys(publish?.['permissions'] ?? {}).sort()).toEqual(['attestations', 'contents', 'id-token', 'pages']);
});

test('what proposes after a deploy has no role in AWS, writes to the repository alone, and takes the artifact of its run', () => {
  const { plan, deploy, propose, check } = parse(read('templates/gateways/gateways.yml')).jobs;
  for (const job of [plan, deploy])
    expect(job.permissions).toEqual({ contents: 'read', 'pull-requests': 'read', 'id-token': 'write' });
  expect(propose.permissions).toEqual({ contents: 'write', 'pull-requests': 'write' });
  expect(propose).not.toHaveProperty('environment');
  expect(propose.concurrency).toEqual({ group: 'agentcore-sync-scan', 'cancel-in-progress': false, queue: 'max' });
  expect(propose.needs).toEqual(['plan', 'deploy']);
  const text = JSON.stringify(propose.steps);
  expect(text).not.toContain('secrets.');
  expect(text).toMatch(
    /"results-digest":"\$\{\{ [^"]*needs\.deploy\.outputs\.digest \|\| needs\.plan\.outputs\.digest \}\}"/,
  );
  expect(check.permissions).toEqual({ contents: 'read', checks: 'write', 'pull-requests': 'write' });
});
