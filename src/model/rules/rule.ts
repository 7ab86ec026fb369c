import type { Severity } from '../problem.ts';

/** What a rule is, apart from what is wrong in one place. */
export interface Rule {
  /** Its usual severity; the configuration may say another, unless the rule is a guard. */
  readonly severity: Severity;
  /** One line for the documentation. */
  readonly text: string;
  /**
   * What it stops would cost somebody their token, their server or the whole catalogue: nobody can lower or accept it.
   * Absent: errors are guards, and nothing else is.
   */
  readonly guard?: boolean;
  /** It changes what is trusted, or says that what was asked for is not enforced: shown before all others. */
  readonly first?: true;
  /** Where somebody else tells the rule's reason; absent: its place in docs/rules.md does (`helpOf`). */
  readonly help?: string;
  /** Its place in the OWASP MCP Top 10: https://owasp.org/www-project-mcp-top-10/ */
  readonly owasp?: string;
  /** How a plan counts registrations of which this was so before and is not changed by it. */
  readonly standing?: { readonly what: string; readonly remedy: string };
}
