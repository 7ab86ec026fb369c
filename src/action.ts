/** The action: inputs in, outputs, annotations and job summary out. */
import { randomUUID } from 'node:crypto';
import { debug, endGroup, error, notice, setOutput, setSecret, startGroup, summary, warning } from '@actions/core';
import { runCommand } from './commands/run.ts';
import { COMMANDS, type Command, isCommand } from './config/options/commands.ts';
import { type OptionKey, optionName, optionSpecs } from './config/options/options.ts';
import { commandMeant } from './config/options/words.ts';
import type { Given } from './config/read-options.ts';
import { EXIT } from './model/errors.ts';
import type { Problem } from './model/problem.ts';
import { annotationsOf } from './report/annotations.ts';
import { envelopeText } from './report/envelope.ts';
import { aroundText } from './report/problems-text.ts';
import type { LogItem } from './report/progress.ts';
import type { CommandResult } from './running/context.ts';
import { every } from './running/ticks.ts';

/** Longest text that an output may carry. */
const LONGEST_OUTPUT = 1_000_000;
const OWN_INPUTS = ['command', 'arguments'] as const;

const variable = (name: string): string => `INPUT_${name.toUpperCase()}`;

/** Every INPUT_ variable that is set and not empty; an empty input is one that was not given. */
const givenInputs = (environment: NodeJS.ProcessEnv): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(environment).flatMap(([name, value]) =>
      name.startsWith('INPUT_') && value !== undefined && value.trim() !== '' ? [[name, value.trim()] as const] : [],
    ),
  );

const readInputs = (inputs: ReadonlyMap<string, string>) => {
  const given: Partial<Record<OptionKey, string>> = {};
  const known = new Set<string>(OWN_INPUTS.map(variable));
  for (const [key, spec] of optionSpecs) {
    if (spec.door === 'cli') continue;
    const names = [optionName(key), ...(spec.alias === undefined ? [] : [spec.alias])].map(variable);
    for (const name of names) known.add(name);
    const texts = names.flatMap((name) => inputs.get(name) ?? []);
    if (texts.length > 0) given[key] = texts.join(',');
  }
  const unknown = [...inputs.keys()].filter((name) => !known.has(name));
  return { given: given as Given, unknown };
};

const unknownInput = (name: string): Problem => {
  const input = name.slice('INPUT_'.length).toLowerCase();
  return {
    rule: 'option-value',
    severity: 'error',
    subject: input,
    text: `There is no input ${input}.`,
    hint: 'action.yml lists the inputs.',
  };
};

/** Prints text that may hold strangers' words: nothing in it is taken for a workflow command. */
const print = (text: string): void => {
  if (text === '') return;
  const token = randomUUID();
  process.stdout.write(`::stop-commands::${token}\n${text}${text.endsWith('\n') ? '' : '\n'}::${token}::\n`);
};

/** The log of a scan: its lines are already harmless. */
const log = (item: LogItem): void => {
  switch (item.type) {
    case 'group':
      startGroup(item.title);
      return;
    case 'line':
      process.stdout.write(`${item.text}\n`);
      return;
    case 'end-group':
      endGroup();
      return;
  }
};

const ANNOTATE = { error, warning, notice } as const;

const report = async (command: Command, given: Given, finished: CommandResult): Promise<void> => {
  const envelope = envelopeText({ command, result: finished.result, problems: finished.problems });
  const full = String(given.full) === 'true';
  const { before, after } = aroundText(finished.problems, { colour: false, width: 120, full });
  print(before);
  print(given.output === 'json' ? envelope : finished.text);
  if (after !== '') print(`\n${after}`);
  for (const { severity, message, ...properties } of annotationsOf(finished.problems).annotations) {
    ANNOTATE[severity](message, properties);
  }
  const errors = finished.problems.filter((problem) => problem.severity === 'error').length;
  const outputs = {
    changes: '0',
    ...finished.outputs,
    problems: String(errors),
    result: envelope.length > LONGEST_OUTPUT ? 'null' : envelope,
  };
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
  if (process.env['GITHUB_STEP_SUMMARY'] !== undefined) {
    await summary.addRaw(finished.markdown, true).write();
  }
};

/** Runs what the inputs in this process's environment ask for, and reports what came of it; gives the exit code. A signal that aborts ends it early. */
export const runInputs = async (signal: AbortSignal): Promise<number> => {
  const inputs = givenInputs(process.env);
  const command = inputs.get(variable('command')) ?? '';
  if (!isCommand(command)) {
    const meant = commandMeant(command);
    const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
    error(`The input command expects one of ${COMMANDS.join(', ')}; met ${JSON.stringify(command)}.${hint}`);
    return EXIT.usage;
  }
  const { given, unknown } = readInputs(inputs);
  const begin = (headline: string): boolean => {
    process.stdout.write(headline);
    return headline !== '';
  };
  const finished = await runCommand({
    command,
    given,
    spelling: (name) => `input ${name}`,
    problems: unknown.map(unknownInput),
    operands: (inputs.get(variable('arguments')) ?? '').split(/\s+/).filter((operand) => operand !== ''),
    environment: process.env,
    signal,
    terminal: { width: 120, colour: false, live: false, write: print, begin, log, every },
    mask: setSecret,
    actions: true,
  });
  await report(command, given, finished);
  debug(`exit code ${finished.exitCode}`);
  return finished.exitCode;
};
