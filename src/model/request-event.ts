/** One exchange as it may be shown: no header but the answer's id, no query, no body. */
export interface RequestEvent {
  readonly method: string;
  /** Host and port. */
  readonly host: string;
  /** Path without query. */
  readonly path: string;
  /** What AWS calls it, where neither method nor path says so. */
  readonly operation?: string;
  /** Status of the answer, or what went wrong. */
  readonly outcome: { readonly status: number } | { readonly error: string };
  readonly ms: number;
  /** Number of the attempt, from 1, where the client says it. */
  readonly attempt?: number;
  /** What the server calls the request. */
  readonly id?: string;
}
