import type { Problem } from './problem.ts';

/** What a command leaves behind; the door prints it. */
export interface CommandResult {
  readonly exitCode: number;
  /** For --output json. */
  readonly result: object | null;
  readonly problems: readonly Problem[];
  /** For people, on standard output, without problems. */
  readonly text: string;
  /** For the job summary, problems included: they share its limit. */
  readonly markdown: string;
  /** Outputs of the action. */
  readonly outputs: Readonly<Record<string, string>>;
}
