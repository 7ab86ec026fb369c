/**
 * What the forge's runner says of the run: read from the environment once, where a command begins. A person's terminal may
 * have some of it too.
 */
export interface RunFacts {
  /** A job runs this, and no person's terminal. */
  readonly job: boolean;
  /** `owner/name` of the repository, and its number, which outlasts a new name. */
  readonly repository: string | undefined;
  readonly repositoryId: string | undefined;
  /** Addresses of the forge and of its API, without a last slash. */
  readonly server: string | undefined;
  readonly api: string | undefined;
  /** The run's number. */
  readonly id: string | undefined;
  /** `owner/name/path@ref` of the workflow. */
  readonly workflow: string | undefined;
  /** The token for the forge's API, where the step or the shell gives one. A secret. */
  readonly token: string | undefined;
}

/** How a command was started. */
export interface RunStart {
  readonly run: RunFacts;
  /** Through the action's door. */
  readonly actions: boolean;
}

/** True in a workflow run, where the default branch and its history decide; elsewhere the person is trusted. */
export const isWorkflow = ({ actions, run }: RunStart): boolean => actions && run.repository !== undefined;
