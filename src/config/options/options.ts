/**
 * Every flat option, once: the flag, the action's input, the environment variable, the key of the configuration that
 * it overrides, its default and its text. action.yml, the command line and the tables in the documentation come from here.
 * Precedence: flag or input, then environment, then configuration, then default.
 */

import type { Command } from './commands.ts';
import { DISABLE_OPTIONS } from './disable.ts';
import { GATEWAY_OPTIONS } from './gateways.ts';
import { LOG_OPTIONS } from './log.ts';
import { LOGIN_OPTIONS } from './login.ts';
import { REFRESH_OPTIONS } from './refresh.ts';
import { REGISTRY_OPTIONS } from './registry.ts';
import { REPORT_OPTIONS } from './report.ts';
import { REQUEST_OPTIONS } from './request.ts';
import { REVIEW_OPTIONS } from './review.ts';
import { SCAN_OPTIONS } from './scan.ts';
import { SERVE_OPTIONS } from './serve.ts';
import { SETUP_OPTIONS } from './setup.ts';
import { SHOWING_OPTIONS } from './showing.ts';
import type { OptionSpec } from './spec.ts';
import { VERIFY_OPTIONS } from './verify.ts';
import { WRITING_OPTIONS } from './writing.ts';

/** The table: rows of one command or subject stand in a file of their own. */
export const OPTIONS = {
  ...SCAN_OPTIONS,
  ...REGISTRY_OPTIONS,
  ...DISABLE_OPTIONS,
  ...REFRESH_OPTIONS,
  ...VERIFY_OPTIONS,
  ...REVIEW_OPTIONS,
  ...REQUEST_OPTIONS,
  ...REPORT_OPTIONS,
  ...SETUP_OPTIONS,
  ...SERVE_OPTIONS,
  ...LOG_OPTIONS,
  ...LOGIN_OPTIONS,
  ...WRITING_OPTIONS,
  ...SHOWING_OPTIONS,
  ...GATEWAY_OPTIONS,
  debug: {
    type: 'boolean',
    commands: 'all',
    text: 'One line for each request on standard error (method, host, path, status, milliseconds, attempt, request id; no secret), and stack traces.',
  },
} as const satisfies Record<string, OptionSpec>;

type Table = typeof OPTIONS;
export type OptionKey = keyof Table;
type ValueOf<S> = S extends { type: 'boolean' }
  ? boolean
  : S extends { type: 'integer' }
    ? number
    : S extends { type: 'list' }
      ? readonly string[]
      : S extends { type: 'choice'; choices: readonly (infer Choice)[] }
        ? Choice
        : string;

/** What flags, inputs and environment say; defaults are not filled in. */
export type OptionValues = { readonly [Key in OptionKey]?: ValueOf<Table[Key]> };

/** The table's rows, typed by what all have in common. */
export const optionSpecs: readonly (readonly [OptionKey, OptionSpec])[] = Object.entries(OPTIONS) as [
  OptionKey,
  OptionSpec,
][];

/** Name of the flag (without dashes) and of the input: the key in kebab case. */
export const optionName = (key: string): string => key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Whether a command does without an option that its forerunner took. */
export const isFormer = (command: Command, { former }: OptionSpec): boolean =>
  former?.commands.includes(command) === true;

/** Whether a command takes an option. */
export const takes = (command: Command, spec: OptionSpec): boolean =>
  spec.commands === 'all' || spec.commands.includes(command);
