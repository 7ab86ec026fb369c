/** What became of one lock. `failed`: what is there could not be read to its end, or can be no lock. */
export interface LockOutcome {
  /** In the registry. */
  readonly path: string;
  /** The lock, as a user would open it. */
  readonly file: string;
  readonly state: 'created' | 'updated' | 'unchanged' | 'skipped' | 'failed';
  /** Tools, prompts and templates, or skills. */
  readonly items?: number;
  readonly note?: string;
}
