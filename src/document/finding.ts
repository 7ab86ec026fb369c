import type { Problem, Severity } from '../model/problem.ts';
import { RULES, type RuleName } from '../model/rules.ts';

/** Keys and indices from a file's root to a value. */
export type Pointer = readonly (string | number)[];

/** What a rule has to say about one file; the file's name is added where it is known. */
export interface Finding {
  readonly rule: RuleName;
  /** Where it isn't the rule's usual one. */
  readonly severity?: Severity;
  readonly pointer?: Pointer;
  readonly text: string;
  readonly hint?: string;
}

/** A finding as a problem of the file that a user would open; `subject` is the file unless the thing has a better name. */
export const toProblem = (finding: Finding, file: string, subject = file): Problem => ({
  rule: finding.rule,
  severity: finding.severity ?? RULES[finding.rule].severity,
  place: { file, ...(finding.pointer === undefined ? {} : { pointer: finding.pointer }) },
  subject,
  text: finding.text,
  ...(finding.hint === undefined ? {} : { hint: finding.hint }),
});

/** A pointer as people write it: `registration.tags[0]`. */
export const pointerText = (pointer: Pointer): string =>
  pointer.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`)).join('');
