/** The command line: flags in, exit code and text out. */
import { CommanderError, Option, Command as Program } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { type Invocation, runCommand } from './commands/run.ts';
import { COMMAND_TABLE } from './commands/table.ts';
import { COMMANDS, type Command, isCommand } from './config/options/commands.ts';
import { withoutColourFlags } from './config/options/habits.ts';
import { isFormer, type OptionKey, optionName, optionSpecs, takes } from './config/options/options.ts';
import type { OptionSpec } from './config/options/spec.ts';
import { readRest, unknownCommand } from './config/options/words.ts';
import type { Given } from './config/read-options.ts';
import { EXIT } from './model/errors.ts';
import { envelopeHead, envelopeText } from './report/envelope.ts';
import { aroundText } from './report/problems-text.ts';
import { terminalQuestions } from './running/asking.ts';
import { every } from './running/ticks.ts';

/** Columns where the terminal does not say. */
const UNKNOWN_WIDTH = 120;

/** Columns below which commander does not wrap texts beside the names of options. */
const NARROWEST_TEXT = 10;

/** How help shows an option. The values of a choice stand in its text: beside the name they would leave it no room. */
const flag = (key: string, spec: OptionSpec): string => {
  const name = `--${optionName(key)}`;
  switch (spec.type) {
    case 'boolean':
      return name;
    case 'integer':
      return `${name} <number>`;
    case 'choice':
      return `${name} <which>`;
    case 'list':
      return spec.whole === true ? `${name} [${spec.value}]` : `${name} <${spec.value}>`;
    case 'text':
      return `${name} <${spec.value}>`;
  }
};

const help = (spec: OptionSpec): string => {
  const notes = [
    ...(spec.type === 'choice' ? [spec.choices.join(', ')] : []),
    ...('default' in spec && spec.default !== undefined ? [`default: ${spec.default}`] : []),
    ...(spec.environment === undefined ? [] : [`environment: ${spec.environment}`]),
  ];
  return notes.length === 0 ? spec.text : `${spec.text} (${notes.join('; ')})`;
};

/** A list may be given in parts: each time its flag is met, something is added. */
const addItem = (value: string, before: unknown): string => (typeof before === 'string' ? `${before},${value}` : value);

/** An option whose value may be left out for commander: what is missing is told as every other wrong value is. */
const optionOf = (key: string, spec: OptionSpec): Option => {
  const option = new Option(flag(key, spec), help(spec));
  if (option.required) Object.assign(option, { required: false, optional: true });
  return option;
};

const withOptions = (program: Program, command: Command): Program => {
  for (const [key, spec] of optionSpecs) {
    if (isFormer(command, spec)) program.addOption(optionOf(key, spec).hideHelp());
    if (!takes(command, spec) || spec.door === 'action') continue;
    const option = optionOf(key, spec);
    program.addOption(spec.type === 'list' ? option.argParser(addItem) : option);
    if (spec.type === 'boolean' && spec.default === true) program.addOption(new Option(`--no-${optionName(key)}`));
    if (spec.alias !== undefined) program.addOption(optionOf(spec.alias, spec).hideHelp());
  }
  return program;
};

/** What commander read, by key of the option; an alias adds to the list of its own. */
const givenOf = (values: Readonly<Record<string, unknown>>): Given => {
  const given: Partial<Record<OptionKey, string | true>> = {};
  for (const [key, spec] of optionSpecs) {
    const texts = [values[key], spec.alias === undefined ? undefined : values[spec.alias]].filter(
      (value) => value !== undefined,
    );
    if (texts.length > 0) given[key] = texts[0] === true ? true : texts.join(',');
  }
  return given;
};

const isColour = (environment: NodeJS.ProcessEnv, plain: boolean): boolean => {
  if (plain) return false;
  return environment['FORCE_COLOR'] !== undefined
    ? environment['FORCE_COLOR'] !== '0'
    : process.stdout.isTTY && environment['NO_COLOR'] === undefined && environment['TERM'] !== 'dumb';
};

/** What was asked for, and whether without colours. */
interface Words {
  readonly plain: boolean;
  readonly command: Command;
  readonly given: Given;
  readonly rest: readonly string[];
}

const run = async ({ command, given, rest, plain }: Words, signal: AbortSignal): Promise<number> => {
  const { operands, problems: unknown } = readRest(command, rest);
  const colour = isColour(process.env, plain);
  // A terminal of unknown size says 0.
  const width = process.stdout.columns || UNKNOWN_WIDTH;
  const ask = terminalQuestions(process.env, signal);
  const isJson = given.output === 'json';
  let begun = '';
  const begin = (headline: string): boolean => {
    begun = isJson ? envelopeHead(command) : headline;
    process.stdout.write(begun);
    return begun !== '';
  };
  const invocation: Invocation = {
    command,
    given,
    spelling: (name) => `--${name}`,
    problems: unknown,
    operands,
    environment: process.env,
    signal,
    terminal: {
      width,
      colour,
      live: process.stderr.isTTY === true,
      write: (text) => void process.stderr.write(text),
      print: (text) => void process.stdout.write(text),
      begin,
      log: () => undefined,
      every,
      ...(ask === undefined ? {} : { ask }),
    },
    mask: () => undefined,
    actions: false,
  };
  const finished = await runCommand(invocation);
  const around = aroundText(finished.problems, { colour, width, full: given.full === true });
  process.stderr.write(around.before);
  process.stdout.write(
    isJson
      ? envelopeText({ command, result: finished.result, problems: finished.problems }).slice(begun.length)
      : finished.text,
  );
  process.stderr.write(finished.text === '' || around.after === '' ? around.after : `\n${around.after}`);
  return finished.exitCode;
};

const programOf = (act: (words: Omit<Words, 'plain'>) => Promise<void>): Program => {
  const program = new Program('agentcore-sync')
    .description('Keeps a registry of MCP servers and A2A agents true to what runs on Amazon Bedrock AgentCore.')
    .version(packageJson.version, '-v, --version')
    .configureHelp({ minWidthToWrap: NARROWEST_TEXT })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void process.stdout.write(text),
      writeErr: (text) => void process.stderr.write(text),
      // Told by us, in the words of every other wrong call.
      outputError: () => undefined,
    });
  program.command('version', { hidden: true }).action(() => void process.stdout.write(`${packageJson.version}\n`));
  for (const name of COMMANDS) {
    const { text, operands } = COMMAND_TABLE[name];
    withOptions(program.command(name), name)
      .summary(text)
      .description(text)
      .usage(operands === undefined ? '[options]' : `[options] ${operands.usage}`)
      .allowUnknownOption()
      .allowExcessArguments()
      .exitOverride()
      .action((values: Record<string, unknown>, command: Program) =>
        act({ command: name, given: givenOf(values), rest: command.args }),
      );
  }
  return program;
};

/** The word that commander knows nothing about: the first one, but for flags of ours before a command. */
const tellUnknown = (words: readonly string[], plain: boolean): void => {
  const width = process.stderr.columns || UNKNOWN_WIDTH;
  process.stderr.write(
    aroundText([unknownCommand(words[0] ?? '')], { colour: isColour(process.env, plain), width, full: false }).after,
  );
};

/** True where the words ask for something that a signal ends as it should end. */
export const isUntilSignal = (typed: readonly string[]): boolean => {
  const [word = ''] = withoutColourFlags(typed).words;
  return isCommand(word) && COMMAND_TABLE[word].untilSignal === true;
};

/** Runs what these words ask for, and prints what came of it; gives the exit code. A signal that aborts ends it early. */
export const runWords = async (typed: readonly string[], signal: AbortSignal): Promise<number> => {
  const { words, plain } = withoutColourFlags(typed);
  let code: number = EXIT.done;
  const program = programOf(async (asked) => {
    code = await run({ ...asked, plain }, signal);
  });
  try {
    await program.parseAsync(words, { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and version are no errors; help that nobody asked for says enough.
    if (error.exitCode === 0) return EXIT.done;
    if (error.code !== 'commander.help') tellUnknown(words, plain);
    return EXIT.usage;
  }
};
