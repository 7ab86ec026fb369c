import { suggest } from '../../document/suggest.ts';
import type { Problem } from '../../model/problem.ts';
import { COMMANDS, type Command } from './commands.ts';
import { habitHint } from './habits.ts';
import { OPTIONS, optionName, optionSpecs, takes } from './options.ts';
import type { OptionSpec } from './spec.ts';

/** Flags of one row, each with its key: the name, its other spelling, and what switches it off. */
const flagsOf = ([key, spec]: readonly [string, OptionSpec]): readonly string[] => [
  `--${optionName(key)}`,
  ...(spec.alias === undefined ? [] : [`--${spec.alias}`]),
  ...(spec.type === 'boolean' && spec.default === true ? [`--no-${optionName(key)}`] : []),
];

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

const hintFor = (command: Command, flag: string): string => {
  const habit = habitHint(flag, (key) => takes(command, OPTIONS[key]));
  if (habit !== undefined) return habit;
  const row = optionSpecs.find((one) => flagsOf(one).includes(flag));
  if (row !== undefined) {
    const [key, spec] = row;
    const others = COMMANDS.filter((one) => takes(one, spec));
    if (spec.door === 'action') {
      return `It is an input of the action, for ${listed(others)}, and no flag: with: { ${optionName(key)}: … } in a workflow.`;
    }
    if (others.length > 0) return `${listed(others)} ${others.length === 1 ? 'takes' : 'take'} it.`;
  }
  const known = optionSpecs.filter(([, spec]) => takes(command, spec) && spec.door !== 'action').flatMap(flagsOf);
  const meant = suggest(flag, known);
  return `${meant === undefined ? '' : `Did you mean ${meant}? `}agentcore-sync ${command} --help lists what there is.`;
};

/** What stands after a command and its known flags: what it is about, and flags that it does not have. */
export interface Rest {
  readonly operands: readonly string[];
  readonly problems: readonly Problem[];
}

/** Sorts the rest of a call. The word after an unknown flag counts as its value, and is told with it. */
export const readRest = (command: Command, rest: readonly string[]): Rest => {
  const operands: string[] = [];
  const problems: Problem[] = [];
  let afterUnknown = false;
  for (const word of rest) {
    const isFlag = word.startsWith('-') && word !== '-';
    if (isFlag) {
      const [flag = word] = word.split('=');
      problems.push({
        rule: 'option-unknown',
        severity: 'error',
        subject: command,
        text: `${command} has no option ${flag}.`,
        hint: hintFor(command, flag),
      });
    } else if (!afterUnknown) operands.push(word);
    afterUnknown = isFlag && !word.includes('=');
  }
  return { operands, problems };
};

/** The command that a misspelt one may stand for. */
export const commandMeant = (word: string): string | undefined => suggest(word, COMMANDS);

/** A word that is no command. */
export const unknownCommand = (word: string): Problem => {
  const meant = commandMeant(word);
  return {
    rule: 'option-unknown',
    severity: 'error',
    subject: 'agentcore-sync',
    text: word.startsWith('-') ? `There is no option ${word}.` : `There is no command ${word}.`,
    hint: `${meant === undefined ? '' : `Did you mean ${meant}? `}agentcore-sync --help lists the commands.`,
  };
};
