/** A pull request of the scan that nobody merged or closed yet. */
export interface WaitingRequest {
  readonly number: number;
  readonly url: string;
  readonly title: string;
}

/** What became of starting one workflow. `started` is false where there is none. */
export interface StartedOne {
  /** Its file. */
  readonly workflow: string;
  readonly started: boolean;
}

/** What became of starting the workflows of a catalogue one after the other. */
export interface StartResult {
  /** The run of the workflow that scans. */
  readonly scan: { readonly url: string; readonly conclusion: string };
  /** What a person must look at before anything is applied. */
  readonly waiting: readonly WaitingRequest[];
  /** Whether the workflow that applies was started. */
  readonly applied: boolean;
}
