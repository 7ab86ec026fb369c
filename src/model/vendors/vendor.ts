import type { Client } from '../generated/configuration.ts';

/** What a token request says besides who asks. */
export interface TokenParameters {
  readonly scope?: string;
  readonly audience?: string;
  readonly resource?: string;
}

/** What a token is asked for with: the client's settings, and the scope that the entry or the client names. */
export interface Asked {
  readonly client: Pick<Client, 'audience' | 'resource'>;
  readonly scope: string | undefined;
}

/** What a vendor's issuers can't do without, and what to do about it. */
export interface Lack {
  readonly text: string;
  readonly hint: string;
}

/** Whoever makes or runs issuers: what its issuers look like, and where they do otherwise than the standards. */
export interface Vendor {
  /** Its name in sentences. */
  readonly title: string;
  /** True for an issuer or a discovery URL of this vendor, by its host or its path. */
  readonly has: (url: URL) => boolean;
  /** The variable that may hold the secret of the only client of an issuer that is configured as this vendor's. */
  readonly secretName: string | undefined;
  /** What a token request lacks, as far as the configuration tells. */
  readonly lacks: (asked: Asked) => Lack | undefined;
  /** Scope, audience and resource of a token request that lacks nothing. */
  readonly parameters: (asked: Asked) => TokenParameters;
  /** Whom the assertion of a client that signs with a key is made for. */
  readonly assertionAudience: 'issuer' | 'token-endpoint';
  /** The audience under which all its issuers expect GitHub's tokens; undefined where each is its own. */
  readonly githubAudience: string | undefined;
  /** True for a URL that stands for many tenants at once: who signs there is not one issuer that a person could have named. */
  readonly isSharedTenant: (url: URL) => boolean;
  /** The issuer of a discovery URL, where its document names another one than the URL shows. */
  readonly issuerOf: (discoveryUrl: string) => string | undefined;
}
