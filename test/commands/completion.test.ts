/** The scripts that complete words in a shell: bash runs its own, the others are read. */
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/config/options/commands.ts';
import { optionSpecs } from '../../src/config/options/options.ts';
import { temporaryFolder } from '../cli/cli.ts';
import { commandIn } from '../cli/in-process.ts';
import { outputFaults } from '../setup/world.ts';

const scriptFor = async (shell: string): Promise<string> => {
  const place = { folder: temporaryFolder(), environment: {} };
  const { exitCode, text, result } = await commandIn(place, { command: 'completion', operands: [shell] });
  expect(exitCode).toBe(0);
  expect(outputFaults('completion', result as object)).toEqual([]);
  return text;
};

/** What bash offers for the last of some words. */
const offered = (script: string, ...words: readonly string[]): readonly string[] => {
  const program = `${script}\nCOMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _agentcore_sync; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const printed = execFileSync('bash', ['--norc', '-c', program, 'bash', ...words], { encoding: 'utf8' });
  return printed.split('\n').filter((line) => line !== '');
};

test('bash is offered commands, their own flags, and the choices of a flag', async () => {
  const script = await scriptFor('bash');
  expect(offered(script, 'agentcore-sync', '')).toEqual([...COMMANDS, '--help', '--version']);
  expect(offered(script, 'agentcore-sync', 'va')).toEqual(['validate']);
  expect(offered(script, 'agentcore-sync', 'plan', '--exi')).toEqual(['--exit-code']);
  expect(offered(script, 'agentcore-sync', 'scan', '--exi')).toEqual([]);
  expect(offered(script, 'agentcore-sync', 'scan', '--no-')).toEqual([]);
  expect(offered(script, 'agentcore-sync', 'apply', '--no-')).toContain('--no-refresh');
  expect(offered(script, 'agentcore-sync', 'plan', '--output', '')).toEqual(['text', 'json']);
  expect(offered(script, 'agentcore-sync', 'completion', 'f')).toEqual(['fish']);
  expect(offered(script, 'agentcore-sync', 'gateways', 're')).toEqual(['render', 'reload-tools']);
  // An input of the action is no flag.
  const inputs = optionSpecs.filter(([, { door }]) => door === 'action');
  expect(inputs.length).toBeGreaterThan(5);
  expect(script).not.toMatch(/--(pull-request|github-token)\b/);
});

test('zsh takes the same through its own door for bash', async () => {
  expect(await scriptFor('zsh')).toMatch(/bashcompinit && bashcompinit\n_agentcore_sync\(\) \{/);
});

test('fish is told what each flag does, in quotes that hold', async () => {
  const script = await scriptFor('fish');
  for (const line of script.trimEnd().split('\n')) {
    expect(line).toMatch(/^complete -c agentcore-sync -n '[a-z_ -]+' /);
    expect(line.replaceAll("\\'", '').split("'").length % 2).toBe(1);
  }
  expect(script).toContain("-n '__fish_seen_subcommand_from plan' -l output -x -a 'text json' -d ");
});

test('another shell is refused, with those that there are', async () => {
  const place = { folder: temporaryFolder(), environment: {} };
  const { exitCode, problems } = await commandIn(place, { command: 'completion', operands: ['tcsh'] });
  expect(exitCode).toBe(64);
  expect(problems[0]?.text).toBe('completion expects one of bash, zsh, fish, met "tcsh".');
});
