import type { GatewaysConfiguration } from '../model/generated/configuration.ts';
import type { Files } from './documents.ts';

/** What the catalogue knows of a runtime that a target may stand before. */
export interface RuntimeFacts {
  readonly account: string;
  readonly region: string;
  readonly name: string;
  readonly arn: string;
  readonly authorizer: {
    readonly type: string;
    readonly discoveryUrl?: string;
    readonly clients?: readonly string[];
    readonly scopes?: readonly string[];
  };
}

/** What definitions are judged by, besides themselves. */
export interface GatewayWorld {
  readonly trust: GatewaysConfiguration;
  readonly files: Files;
  readonly runtimes: readonly RuntimeFacts[];
  /** Of the Region's partition: `amazonaws.com`. */
  readonly dnsSuffix: (region: string) => string;
  /** `aws`, `aws-cn`, … */
  readonly partition: (region: string) => string;
}
