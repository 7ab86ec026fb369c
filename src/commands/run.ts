import { buildSettings, type SettingsRead } from '../config/build-settings.ts';
import { type ConfigurationRead, loadConfiguration, loadConfigurationAt } from '../config/load.ts';
import type { Command } from '../config/options/commands.ts';
import { OPTIONS, takes } from '../config/options/options.ts';
import { type Given, readOptions, type Spelling } from '../config/read-options.ts';
import { selectedRegistries } from '../config/registry-settings.ts';
import { plainPath } from '../config/repository.ts';
import type { Settings } from '../config/settings.ts';
import { canHaveIdToken, readRun } from '../forge/github/environment.ts';
import { EXIT } from '../model/errors.ts';
import type { Configuration } from '../model/generated/configuration.ts';
import type { Problem } from '../model/problem.ts';
import { type Clock, systemClock } from '../net/clock.ts';
import { createHider } from '../net/hide.ts';
import { kindOf } from '../registries/table.ts';
import { renderDocument, SUMMARY_LIMIT } from '../report/document.ts';
import { problemsTable } from '../report/problems-markdown.ts';
import type { CommandContext, CommandResult } from '../running/context.ts';
import { endInTime } from '../running/ending.ts';
import { failureProblem } from '../running/failure.ts';
import { headline } from '../running/headline.ts';
import { oldCallProblems } from '../running/old-calls.ts';
import { createRequestLog } from '../running/request-log.ts';
import { writeSarif } from '../running/sarif-file.ts';
import { showWork } from '../running/work.ts';
import { COMMAND_TABLE, termsOf } from './table.ts';

/** What a door was asked for, and the world that it hands on. */
export interface Invocation extends Omit<CommandContext, 'settings' | 'run' | 'clock' | 'cut' | 'hide'> {
  /** The machine's own when absent. */
  readonly clock?: Clock;
  readonly command: Command;
  readonly given: Given;
  readonly spelling: Spelling;
  /** What the door itself could not take: unknown flags or inputs. */
  readonly problems: readonly Problem[];
}

/**
 * Reads options and configuration, then runs the command. Never throws: what ends a command early is a problem of the
 * result, with exit code 64 where the caller must mend the call, 1 otherwise.
 */
export const runCommand = async (invocation: Invocation): Promise<CommandResult> => {
  const result = await runJudged(invocation);
  const { command, given } = invocation;
  const { sarif, config = OPTIONS.config.default } = given;
  if (typeof sarif !== 'string' || !takes(command, OPTIONS.sarif)) return result;
  return writeSarif(result, { command, file: sarif, config: plainPath(String(config)) });
};

const runJudged = async (invocation: Invocation): Promise<CommandResult> => {
  const { command, given, spelling, environment } = invocation;
  // A report of files asks nobody: a variable that tells other commands whom to ask can't be wrong for it.
  const variables = command === 'report' && given.unlisted === undefined ? {} : environment;
  const options = readOptions({ command, given, environment: variables, spelling });
  const config = options.values.config ?? OPTIONS.config.default;
  const { against } = options.values;
  const loaded = await (against === undefined
    ? loadConfiguration(config, options.values.config !== undefined)
    : loadConfigurationAt(against, config, options.values.config !== undefined));
  const person = !canHaveIdToken(environment);
  const { placeOf } = loaded;
  const built = buildSettings({ command, ...options, configuration: loaded.configuration, placeOf, person });
  const problems = [
    ...invocation.problems,
    ...options.problems,
    ...loaded.problems,
    ...built.problems,
    // What a file that can't be used would have said is not known.
    ...(loaded.problems.length > 0 || isUnread(invocation) || against !== undefined
      ? []
      : missing(invocation, built, config)),
    ...misplaced(invocation),
    ...oldCallProblems({ command, settings: built.settings, environment }),
  ];
  if (problems.some((problem) => problem.severity === 'error')) return failure(EXIT.usage, problems);
  const { signal, clock = systemClock, terminal, actions } = invocation;
  const { debug } = built.settings;
  const begun = terminal.begin?.(headline(command, built.settings) ?? '') === true;
  const work = showWork({ terminal, actions, clock, debug, begun });
  // What works until a signal has said so itself.
  if (COMMAND_TABLE[command].untilSignal !== true) work.tell({ type: 'phase', text: `${command} has begun` });
  const build = (configuration: Configuration): SettingsRead =>
    buildSettings({ command, ...options, configuration, placeOf, person });
  try {
    const ending = await endInTime({ signal, clock }, (cut) =>
      start(
        { ...invocation, work: work.tell, clock, cut, settings: built.settings },
        { full: options.values.full === true, build, loaded },
      ),
    );
    if (ending.type === 'cut') return failure(EXIT.failed, [...problems, givenUp]);
    const result = ending.value;
    const note = built.settings.dryRun && result.text !== '' ? '\nNothing was written: this was a dry run.\n' : '';
    const told = isQuiet(command, result) ? problems.map(quieted) : problems;
    return { ...result, text: `${result.text}${note}`, problems: [...told, ...result.problems] };
  } catch (error) {
    if (signal.aborted && error === signal.reason) return failure(EXIT.failed, [...problems, ended(command)]);
    return failure(EXIT.failed, [...problems, failureProblem(error, { settings: built.settings, terminal })]);
  } finally {
    work.close();
  }
};

/** What a command is started with besides its context. */
interface Beginning {
  /** Nothing is cut in what is shown. */
  readonly full: boolean;
  readonly build: (configuration: Configuration) => SettingsRead;
  readonly loaded: ConfigurationRead;
}

/** Loads a command and runs it, by the settings that count. */
const start = async (
  invocation: Invocation & Pick<CommandContext, 'settings' | 'clock' | 'cut'>,
  { full, build, loaded }: Beginning,
): Promise<CommandResult> => {
  const { command, environment, settings, terminal } = invocation;
  const run = await COMMAND_TABLE[command].load();
  const secrets = keepSecrets(invocation);
  const context = {
    ...invocation,
    ...secrets,
    requests: createRequestLog(settings.debug, (line) => terminal.write(secrets.hide(line))),
    run: readRun(environment),
    terminal: { ...terminal, full, directory: settings.directory },
  };
  const held = await holding(context, build, loaded);
  if (held.type === 'ended') return held.result;
  try {
    const result = await run({ ...context, settings: held.settings });
    return { ...result, problems: [...held.problems, ...result.problems] };
  } catch (error) {
    // What does not count may be why: it is told with what failed.
    if (held.problems.length === 0 || invocation.signal.aborted) throw error;
    return failure(EXIT.failed, [...held.problems, failureProblem(error, { settings, terminal })]);
  }
};

type Held =
  | { readonly type: 'ended'; readonly result: CommandResult }
  | { readonly type: 'settings'; readonly settings: Settings; readonly problems: readonly Problem[] };

/**
 * The settings of the run. In a workflow, for what sends something to a registry: those that the history of the default
 * branch lets count, and none where the commit is no longer its tip. A scan, too, is of the tip.
 */
const holding = async (
  context: CommandContext & { readonly command: Command },
  build: (configuration: Configuration) => SettingsRead,
  { configuration }: ConfigurationRead,
): Promise<Held> => {
  const { settings, command } = context;
  const { standingOf } = await import('../review/standing.ts');
  const { judged } = termsOf(command, { ...settings, operands: context.operands });
  // A scan that goes to another branch than the default one is started there by hand; without a pull request it stays here.
  const { base, pullRequest } = settings.request;
  // What only records in git asks no registry, and was judged by the job before it.
  const isRecord = settings.apply.recordFrom !== undefined;
  const isAsked =
    settings.against === undefined && !isRecord && (judged === 'history' || (pullRequest && base === undefined));
  const standing = typeof judged === 'string' && isAsked ? await standingOf(context) : { type: 'trusted' as const };
  if (standing.type === 'superseded') return { type: 'ended', result: standing.result };
  if (standing.type === 'trusted' || judged === 'tip') return { type: 'settings', settings, problems: [] };
  const { settledConfiguration } = await import('../review/settled-configuration.ts');
  const { config, directory } = settings;
  const settled = await settledConfiguration(context, { configuration, config, directory });
  const built = build(settled.configuration);
  // What is left may be too little, or not go together: then nothing is done.
  const problems = [...settled.problems, ...built.problems, ...missing(context, built, config)];
  if (problems.some(({ severity }) => severity === 'error'))
    return { type: 'ended', result: failure(EXIT.failed, problems) };
  return { type: 'settings', settings: built.settings, problems: settled.problems };
};

/** Each secret is masked once, and known to whatever shows a text from outside. */
const keepSecrets = ({ mask }: Invocation): Pick<CommandContext, 'mask' | 'hide'> => {
  const { add, hide } = createHider();
  return {
    mask: (secret) => {
      if (add(secret)) mask(secret);
    },
    hide,
  };
};

/** A plan without changes asks AWS about nothing. */
const isQuiet = (command: Command, { exitCode, outputs }: CommandResult): boolean =>
  (command === 'plan' || command === 'apply') && exitCode === EXIT.done && outputs['changes'] === '0';

/** Credentials that nobody asked for stand in for nothing: that they would is no news. */
const quieted = (problem: Problem): Problem =>
  problem.rule === 'credentials-stand-in' ? { ...problem, standing: true } : problem;

const failure = (exitCode: number, problems: readonly Problem[]): CommandResult => ({
  exitCode,
  result: null,
  problems,
  text: '',
  markdown: renderDocument([problemsTable(problems, { limit: SUMMARY_LIMIT })], SUMMARY_LIMIT),
  outputs: {},
});

/** A flag that was not understood may have said what would be missing. */
const isUnread = ({ problems }: Invocation): boolean => problems.some(({ rule }) => rule === 'option-unknown');

const missing = (
  { command, operands }: Pick<Invocation, 'command' | 'operands'>,
  { settings, problems }: SettingsRead,
  config: string,
): Problem[] => {
  return termsOf(command, { ...settings, operands }).needs.flatMap((need): Problem[] => {
    if (need === 'owner' && settings.owner === undefined) {
      return [
        {
          rule: 'option-missing',
          severity: 'error',
          subject: 'owner',
          text: `${command} needs owner: the mark on everything that this configuration registers, so that it touches nothing else.`,
          hint: `Add this line to ${config}, once, with a name of your own:`,
          lines: ['owner: platform-catalogue'],
        },
      ];
    }
    // A URL that can't be used is told on its own, at its place.
    const isTold = problems.some(({ subject, severity }) => subject === 'registry-url' && severity === 'error');
    return need === 'registry' && !isTold ? missingUrls(command, settings, config) : [];
  });
};

/** Registries of the run that have no URL, though their kind needs one. */
const missingUrls = (command: Command, settings: Settings, config: string): Problem[] => {
  const problem = (text: string, hint: string): Problem => ({
    rule: 'option-missing',
    severity: 'error',
    subject: 'registry-url',
    text,
    hint,
  });
  if (settings.registries.length === 0)
    return [problem(`${command} needs the registry's URL; none is assumed.`, hintOf(config))];
  const several = settings.registries.length > 1;
  return selectedRegistries(settings).flatMap((one) => {
    const { name, url } = one;
    if (!kindOf(one).answers || url !== undefined) return [];
    return several
      ? [problem(`${command} needs the URL of the registry ${name}.`, `Add registries.${name}.url to ${config}.`)]
      : [problem(`${command} needs the registry's URL; none is assumed.`, hintOf(config))];
  });
};

const hintOf = (config: string): string => `Give --registry-url, REGISTRY_URL, or registry.url in ${config}.`;

/** What gateways does with files alone: by the settings of another commit nothing is asked of AWS. */
const READING: readonly unknown[] = ['check', 'render'];

const misplaced = ({ command, operands, given }: Invocation): Problem[] => {
  const usage = (text: string): Problem => ({ rule: 'option-value', severity: 'error', subject: command, text });
  if (command === 'gateways' && given.against !== undefined && !READING.includes(operands[0])) {
    return [usage(`gateways takes --against with ${READING.join(' and ')} alone: they ask nobody.`)];
  }
  const taken = COMMAND_TABLE[command].operands;
  if (taken === undefined) {
    return operands.map((operand) => usage(`${command} takes no argument, met ${JSON.stringify(operand)}.`));
  }
  if (command === 'disable' && operands.length > 0 && given.reason === undefined && given.results === undefined) {
    const text = 'disable needs a reason: it stands in the registration and in its file.';
    return [
      { rule: 'option-missing', severity: 'error', subject: command, text, hint: 'Give --reason with one line.' },
    ];
  }
  // What another job found names what it is about.
  const isNamed = given.only !== undefined || (command === 'disable' && given.results !== undefined);
  return taken.least !== undefined && operands.length === 0 && !isNamed
    ? [usage(`${command} expects ${taken.least}.`)]
    : [];
};

/** What a signal ended, and what did not end by itself then. */
const givenUp: Problem = {
  rule: 'command-failed',
  severity: 'error',
  subject: 'agentcore-sync',
  text: 'The run was ended by a signal, and what was under way did not end in time: it may or may not have been done.',
  hint: 'Run the same command again: it looks at what is there, and goes on from that.',
};

/** Commands that write nothing, or all that they write at their end. */
const WRITES_LAST: ReadonlySet<Command> = new Set([
  'scan',
  'list',
  'validate',
  'plan',
  'show',
  'report',
  'clients',
  'impact',
  'log',
  'verify',
  'doctor',
  'import',
  'login',
]);

/** What a signal ended before it came to its end. */
const ended = (command: Command): Problem => ({
  rule: 'command-failed',
  severity: 'error',
  subject: 'agentcore-sync',
  text: `The run was ended by a signal.${WRITES_LAST.has(command) ? ' Nothing was written.' : ''}`,
  hint: WRITES_LAST.has(command)
    ? 'Run the same command again.'
    : 'Run the same command again: it looks at what is there, and goes on from that.',
});
