import { COMMANDS, type Command } from '../config/options/commands.ts';
import { GATEWAY_VERBS } from '../config/options/gateways.ts';
import { optionName, optionSpecs, takes } from '../config/options/options.ts';
import type { OptionSpec } from '../config/options/spec.ts';

/** Shells that a script can be made for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

const NAME = 'agentcore-sync';

interface Flag {
  readonly name: string;
  readonly spec: OptionSpec;
}

/** Flags of a command on a command line, those that switch something off too. */
const flagsOf = (command: Command): readonly Flag[] =>
  optionSpecs.flatMap(([key, spec]) => {
    if (!takes(command, spec) || spec.door === 'action') return [];
    const name = optionName(key);
    const off = spec.type === 'boolean' && spec.default === true ? [{ name: `no-${name}`, spec }] : [];
    return [{ name, spec }, ...off];
  });

const choicesOf = (spec: OptionSpec): readonly string[] => (spec.type === 'choice' ? spec.choices : []);

/** Every flag that takes one of a few words, over all commands. */
const choiceFlags = (): ReadonlyMap<string, readonly string[]> =>
  new Map(
    COMMANDS.flatMap(flagsOf).flatMap(({ name, spec }) =>
      choicesOf(spec).length === 0 ? [] : [[name, choicesOf(spec)] as const],
    ),
  );

/** Words of a command that are few: the first one of gateways, and those of completion itself. */
const WORDS: Readonly<Partial<Record<Command, readonly string[]>>> = { completion: SHELLS, gateways: GATEWAY_VERBS };
const operandsOf = (command: Command): readonly string[] => WORDS[command] ?? [];

/** For bash; zsh takes it through bashcompinit. Where nothing of ours fits, the shell completes file names. */
const bashScript = (): string =>
  [
    '_agentcore_sync() {',
    `  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" words=""`,
    '  if [ "$COMP_CWORD" -eq 1 ]; then',
    `    words="${COMMANDS.join(' ')} --help --version"`,
    '  else',
    '    case "$before" in',
    ...[...choiceFlags()].map(([name, choices]) => `      --${name}) words="${choices.join(' ')}" ;;`),
    '    esac',
    '    if [ -z "$words" ]; then',
    `      case "\${COMP_WORDS[1]}" in`,
    ...COMMANDS.map((command) => {
      const words = [...operandsOf(command), ...flagsOf(command).map(({ name }) => `--${name}`), '--help'];
      return `        ${command}) words="${words.join(' ')}" ;;`;
    }),
    '      esac',
    '    fi',
    '  fi',
    '  COMPREPLY=($(compgen -W "$words" -- "$word"))',
    '}',
    `complete -o default -F _agentcore_sync ${NAME}`,
    '',
  ].join('\n');

const zshScript = (): string =>
  ['autoload -U +X compinit && compinit', 'autoload -U +X bashcompinit && bashcompinit', bashScript()].join('\n');

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const fishScript = (texts: Readonly<Record<Command, string>>): string => {
  const line = (condition: string, rest: string): string => `complete -c ${NAME} -n ${quoted(condition)} ${rest}`;
  const commands = COMMANDS.map((command) =>
    line('__fish_use_subcommand', `-f -a ${command} -d ${quoted(texts[command])}`),
  );
  const flags = COMMANDS.flatMap((command) => {
    const condition = `__fish_seen_subcommand_from ${command}`;
    return [
      ...flagsOf(command).map(({ name, spec }) => {
        const choices = choicesOf(spec);
        const value =
          spec.type === 'boolean' ? '' : choices.length === 0 ? ' -r' : ` -x -a ${quoted(choices.join(' '))}`;
        return line(condition, `-l ${name}${value} -d ${quoted(spec.text)}`);
      }),
      ...operandsOf(command).map((operand) => line(condition, `-f -a ${operand}`)),
    ];
  });
  return `${[...commands, ...flags].join('\n')}\n`;
};

/**
 * The script that completes commands, flags and their choices in a shell.
 * @param texts one line for each command
 */
export const completionScript = (shell: Shell, texts: Readonly<Record<Command, string>>): string => {
  switch (shell) {
    case 'bash':
      return bashScript();
    case 'zsh':
      return zshScript();
    case 'fish':
      return fishScript(texts);
  }
};
