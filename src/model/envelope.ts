import type { Problem } from './problem.ts';

/** What every command prints with --output json (schemas/output.schema.json). */
export interface Envelope<Result> {
  readonly command: string;
  readonly result: Result | null;
  readonly problems: readonly Problem[];
}
