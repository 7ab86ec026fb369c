/** A registration that is off in a registry because its tools changed. */
export interface DisabledState {
  /** In the registry, without its last slash. */
  readonly path: string;
  /** Seconds since the epoch. */
  readonly since: number;
  /** Registries where it is enabled, or of which nothing is known. */
  readonly notIn: readonly string[];
}
