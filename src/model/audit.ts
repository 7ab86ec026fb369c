import type { AcceptedFinding } from './judging.ts';

/** One file that one commit of the branch changed. */
export interface AuditChange {
  /** When it was committed, as the commit says, ISO 8601. */
  readonly at: string;
  readonly commit: string;
  /** From the working directory. */
  readonly file: string;
  readonly action: 'added' | 'changed' | 'removed';
  /** As the commit says. */
  readonly author: string;
  readonly subject: string;
  readonly request?: { readonly number: number; readonly url?: string; readonly from: 'subject' | 'github' };
  /** Logins whose last review approves. Absent: GitHub was not asked. */
  readonly approvers?: readonly string[];
  /** The run of apply.yml on that very commit that went well. */
  readonly applied?: { readonly url: string; readonly at: string };
}

/** A client, and one place that its tokens go to. */
export interface AuditClient {
  readonly issuer: string;
  readonly client: string;
  readonly path: string;
  readonly file: string;
  readonly url: string;
}

/** What a catalogue can answer for: who changed what, where tokens go, what was accepted, what is not looked at. */
export interface Audit {
  /** YYYY-MM-DD; absent: from the beginning. */
  readonly since?: string;
  /** Newest first. */
  readonly changes: readonly AuditChange[];
  readonly clients: readonly AuditClient[];
  readonly accepted: readonly AcceptedFinding[];
  /** Accounts of the configuration of which there is no entry. */
  readonly uncovered: readonly string[];
  /** What is not in it, and why. */
  readonly missing: readonly string[];
}
