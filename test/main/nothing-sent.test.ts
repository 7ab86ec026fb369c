/** Runs of a job whose commit is not the default branch's tip, for every command: nothing that they know is sent anywhere. */
import { expect, test } from 'vitest';
import { COMMAND_TABLE, termsOf } from '../../src/commands/table.ts';
import { COMMANDS, type Command } from '../../src/config/options/commands.ts';
import { bring, type Stage, startStage } from './request-stage.ts';

const CONFIG = 'agentcore-sync.yaml';

/** Inputs with which a command would ask a registry, AWS with a right to change, or a server. */
const INPUTS: Readonly<Partial<Record<Command, readonly Readonly<Record<string, string>>[]>>> = {
  disable: [{ arguments: '/routing/', reason: 'a' }],
  gateways: [{ arguments: 'check' }, { arguments: 'deploy' }, { arguments: 'plan' }],
  report: [{ unlisted: 'true' }],
  doctor: [{}, { checks: 'registry' }],
};

const JUDGED = COMMANDS.filter(
  (command) => COMMAND_TABLE[command].judged === 'history' || command === 'report',
).flatMap((command) => (INPUTS[command] ?? [{}]).map((inputs) => ({ command, ...inputs })));

/** What the registry and AWS were asked. */
const heard = ({ bench }: Stage): number => bench.registry.requests.length + bench.aws.requests.length;

/** A checkout that is not the tip: of a branch, of a pull request's merge, of a fork, of an older commit. */
const checkouts: Readonly<Record<string, (stage: Stage) => Promise<Readonly<Record<string, string>>>>> = {
  'a branch, started by hand': async (stage) => {
    const { world, people } = stage.github;
    world.git.updateRef('refs/heads/feature', '0'.repeat(40), people.tip('main'));
    people.commit('feature', { 'note.md': 'a' });
    stage.checkout('origin/feature');
    return { GITHUB_REF: 'refs/heads/feature', GITHUB_EVENT_NAME: 'workflow_dispatch' };
  },
  'the merge of a pull request': async (stage) => {
    const { world, people } = stage.github;
    world.git.updateRef('refs/heads/asked', '0'.repeat(40), people.tip('main'));
    people.commit('asked', { 'note.md': 'b' });
    stage.checkout('origin/asked');
    return { GITHUB_REF: 'refs/pull/7/merge', GITHUB_EVENT_NAME: 'pull_request', GITHUB_HEAD_REF: 'asked' };
  },
  'a commit that only says it is the default branch': async (stage) => {
    stage.checkout();
    stage.git(
      '-c',
      'user.name=a',
      '-c',
      'user.email=a@a.example',
      'commit',
      '--quiet',
      '--allow-empty',
      '-m',
      'forged',
    );
    return { GITHUB_REF: 'refs/heads/main', GITHUB_EVENT_NAME: 'push' };
  },
  'an older commit, run again': async (stage) => {
    stage.checkout();
    await bring(stage.github, { 'note.md': 'c' });
    return { GITHUB_REF: 'refs/heads/main', GITHUB_EVENT_NAME: 'push', GITHUB_RUN_ATTEMPT: '2' };
  },
};

test.each(Object.entries(checkouts))('%s: no command sends anything', async (_name, prepare) => {
  const stage = await startStage({ scanned: true });
  const environment = await prepare(stage);
  const before = heard(stage);
  const ends: string[] = [];
  for (const inputs of JUDGED) {
    const { outputs, code } = await stage.step(inputs, environment);
    ends.push(`${inputs.command} ${code} ${outputs['superseded']}`);
  }
  expect(ends).toEqual(JUDGED.map(({ command }) => `${command} 0 true`));
  expect(heard(stage)).toBe(before);
});

test('a registry that came along with entries is sent nothing, by no command, until it comes alone', async () => {
  const stage = await startStage({ scanned: true });
  const base = stage.github.people.files('main')[CONFIG] ?? '';
  const url = stage.bench.registry.url;
  const moved = base.replaceAll(url, 'https://evil.example');
  expect(moved).not.toBe(base);
  await bring(stage.github, { [CONFIG]: moved, 'servers/manual/note.md': 'a' });
  stage.checkout();
  for (const inputs of JUDGED.filter(({ command }) => !['gateways', 'lock', 'verify'].includes(command))) {
    const run = await stage.step(inputs);
    expect(`${inputs.command}: ${run.stdout}`).toContain('registries.default.url: "https://evil.example" came with');
  }
});

test('what is judged by no history says why', () => {
  const settings = { unlisted: false, registries: [], operands: [] };
  const free = COMMANDS.filter((command) => typeof termsOf(command, settings).judged !== 'string');
  expect(free).toMatchInlineSnapshot(`
    [
      "list",
      "validate",
      "start",
      "issues",
      "call",
      "export-manifest",
      "show",
      "report",
      "clients",
      "impact",
      "log",
      "login",
      "init",
      "upgrade",
      "serve",
      "completion",
    ]
  `);
  expect(termsOf('doctor', { ...settings, checks: ['aws', 'github'] }).judged).toMatchObject({ freely: /./ });
  expect(termsOf('import', { ...settings, operands: ['a.json'] })).toMatchObject({ needs: [] });
});
