import type { Problem } from './problem.ts';

/** The form of what is printed with --output json: another number where a script would read something wrong. */
export const OUTPUT_FORM = 2;

/** What every command prints with --output json (schemas/output.schema.json). */
export interface Envelope<Result> {
  readonly command: string;
  readonly result: Result | null;
  readonly problems: readonly Problem[];
}
