import type { Command } from './commands.ts';

interface Spec {
  readonly commands: readonly Command[] | 'all';
  readonly text: string;
  /** Environment variable that is read when neither flag nor input is given. */
  readonly environment?: string;
  /** Key of the configuration that the option overrides. */
  readonly configuration?: string;
  /** Another spelling of the flag and the input. */
  readonly alias?: string;
  /** Only for one of the doors; both when absent. */
  readonly door?: 'cli' | 'action';
  /** Commands whose forerunner took it: given on a command line it does nothing, and a notice says why. */
  readonly former?: { readonly commands: readonly Command[]; readonly text: string };
}

/** One option: a row. */
export type OptionSpec = Spec &
  /** With default true the flag `--no-…` switches it off. */
  (
    | { readonly type: 'boolean'; readonly default?: boolean }
    | { readonly type: 'integer'; readonly default?: number; readonly minimum: number; readonly maximum: number }
    | {
        readonly type: 'text';
        readonly default?: string;
        readonly value: string;
        readonly pattern?: RegExp;
        readonly form?: string;
      }
    | {
        readonly type: 'list';
        readonly value: string;
        readonly pattern?: RegExp;
        readonly form?: string;
        /** Given without a value, it means everything: an empty list. */
        readonly whole?: true;
      }
    | { readonly type: 'choice'; readonly default?: string; readonly choices: readonly string[] }
  );
