/** Where the secret of a client is: a place, never a value. */
export type SecretPlace =
  | { readonly in: 'environment'; readonly name: string }
  | { readonly in: 'secretsmanager'; readonly arn: string; readonly key?: string }
  | { readonly in: 'cognito' }
  /** None is kept: GitHub's own token is the proof. */
  | { readonly in: 'github-oidc' };

/** A registration whose token a client may get. */
export interface ReportedCover {
  /** As a user would open it. */
  readonly file: string;
  readonly path: string;
  readonly account?: string;
  /** false: the client gets no token for it: several cover it, or the client spans accounts without `shared`. */
  readonly settled: boolean;
}

/** A client of the configuration, and what it is for. */
export interface ReportedClient {
  readonly issuer: string;
  readonly client: string;
  /** In the order in which they are looked at; the first that is there counts. */
  readonly secrets: readonly SecretPlace[];
  readonly entries: readonly ReportedCover[];
  /** Names of registries whose own token it gets. */
  readonly registries: readonly string[];
}

/** Nothing is asked of it: it could be taken back. */
export const isUnused = ({ entries, registries }: ReportedClient): boolean =>
  entries.length === 0 && registries.length === 0;
