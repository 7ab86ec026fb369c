import type { AtRegistry } from './at-registry.ts';
import type { Problem } from './problem.ts';
import type { RegistryHealth } from './registry.ts';
import type { ToolChange } from './tool-change.ts';
import type { WhyChanged } from './why-changed.ts';

/** What verify does with one server or agent, in this order. */
export type StepName =
  | 'initialize'
  | 'tools'
  | 'prompts'
  | 'resources'
  | 'resource-templates'
  | 'ping'
  | 'card'
  | 'card-url'
  | 'card-skills'
  | 'card-signature';

/**
 * What a failure belongs to, from the outside in. `ingress`: the registry's own check of the caller's token; `path`: nothing is
 * served there; `unauthorized`, `forbidden`: what the server itself says to its token.
 */
export type Layer =
  | 'address'
  | 'dns'
  | 'connection'
  | 'tls'
  | 'time'
  | 'size'
  | 'redirect'
  | 'ingress'
  | 'path'
  | 'unauthorized'
  | 'forbidden'
  | 'http'
  | 'content-type'
  | 'json-rpc'
  | 'version'
  | 'pages'
  | 'card';

/** One step, what came of it, and how long it took. */
export interface VerifyStep {
  readonly step: StepName;
  readonly state: 'ok' | 'failed' | 'skipped';
  readonly ms: number;
  readonly layer?: Layer;
  /** How many items a list has. */
  readonly count?: number;
  readonly text?: string;
}

/** Whose credential was sent: none, a client's token, the one that callers send, or a signature by AWS's rules. */
export type VerifyCredential = 'none' | 'client' | 'caller' | 'iam';

/**
 * What came of one server or agent. `refused`: it answers and does not take the credential; `unreachable`: nothing there
 * answers as it should; `changed`: it is not what was reviewed; `withheld`, `uncovered`, `failed`: no credential was sent;
 * `skipped`: nothing was asked, and nobody has to mend anything.
 */
export type VerifyState =
  | 'ok'
  | 'changed'
  | 'refused'
  | 'unreachable'
  | 'withheld'
  | 'uncovered'
  | 'failed'
  | 'skipped';

export interface Verified {
  readonly path: string;
  readonly file: string;
  readonly type: 'server' | 'agent';
  readonly state: VerifyState;
  readonly credential: VerifyCredential;
  readonly issuer?: string;
  readonly client?: string;
  /** Of MCP: `modern` from 2026-07-28 on. */
  readonly era?: 'modern' | 'legacy';
  /** Of the protocol. */
  readonly version?: string;
  /** What it calls itself. */
  readonly server?: string;
  readonly tools?: number;
  readonly skills?: number;
  readonly steps: readonly VerifyStep[];
  /** How it compares with its lock: `incomplete`: its lists could not be read to the end, so nothing was compared. */
  readonly lock?: 'same' | 'changed' | 'missing' | 'unread' | 'incomplete';
  readonly changes?: readonly ToolChange[];
  /** What may be the reason of the changes. */
  readonly why?: WhyChanged;
  readonly note?: string;
}

/** What a registry says of how a server or agent is, beside what this run met. */
export interface HealthThere extends RegistryHealth {
  /** The one answers as it should, for the other it does not. */
  readonly differs: boolean;
}

export interface VerifyResult {
  readonly verified: readonly Verified[];
  /** Registries that say so and whose token is at hand. */
  readonly registries?: readonly AtRegistry<readonly HealthThere[]>[];
  readonly problems: readonly Problem[];
}
