import type { Skill, Tool } from './generated/entry.ts';
import type { Hidden } from './hidden.ts';
import type { FieldOrigin } from './show.ts';

/** The one metadata key that is the tool's own. It has no dot and no dollar sign: older document databases refuse them. */
export const MARK_KEY = 'agentcore_sync';

export type { HeaderValue } from './generated/entry.ts';

export type Visibility = 'public' | 'internal' | 'group-restricted';

/** A header that the registry sends: a text, or the name of a secret that the configuration defines. Values are never shown. */
export type SentHeader = Hidden | { readonly secret: string };

/** Which file a registration comes from, and which of its named endpoints. */
export interface Origin {
  /** Path of the entry below the catalogue's directory. */
  readonly file: string;
  readonly endpoint?: string;
}

/** What a credential is bound to, besides the path: when one of these changes, the old token must not reach the new place. */
export interface Identity {
  readonly arn?: string;
  readonly url: string;
  readonly discoveryUrl?: string;
  /** Who gives it its token, as the configuration says; absent where nobody may. */
  readonly issuer?: string;
  readonly client?: string;
}

/** That a registration was switched off at once, whatever its file says. */
export type Disabling = {
  /** Seconds since the epoch. */
  readonly at: number;
  /** What its file said of being enabled then; absent: nothing. Another word of the file lifts it. */
  readonly said?: boolean;
} & (
  | { readonly by: 'person'; readonly reason: string }
  /**
   * Its tools are not those of its lock. `list`: digest of the list that was seen; a lock of that very list lifts it.
   * `reviewed`: digest of the lock that it had then.
   */
  | { readonly by: 'tools'; readonly list: string; readonly reviewed?: string }
);

interface CommonRegistration {
  readonly path: string;
  readonly name: string;
  readonly description: string;
  readonly url: string;
  readonly tags: readonly string[];
  readonly visibility: Visibility;
  readonly groups: readonly string[];
  readonly license?: string;
  readonly provider?: { readonly organization: string; readonly url: string };
  /** Without the mark, which is added when it is sent. */
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly enabled: boolean;
  /** A tool lock is required and is not there: what is not enabled yet stays so until it is. */
  readonly awaitsLock?: true;
  /** Fields that were given once, from a tool lock: what the registry makes of them later is no drift. */
  readonly givenOnce?: readonly string[];
  readonly protect: boolean;
  /** Switched off in the registry: neither served nor given a credential until its file says whether it is enabled. */
  readonly disabling?: Disabling;
  readonly origin: Origin;
  readonly identity: Identity;
  /** Who decided about each field that is set, by its name in the field table. */
  readonly from: Readonly<Record<string, FieldOrigin>>;
}

export interface ServerRegistration extends CommonRegistration {
  readonly type: 'server';
  readonly mcpEndpoint?: string;
  readonly sseEndpoint?: string;
  readonly transports: readonly string[];
  readonly headers: Readonly<Record<string, SentHeader>>;
  readonly tools?: readonly Tool[];
  readonly authProvider?: string;
  /** `bearer` and `api_key` only where a credential is expected: AWS_IAM inbound gives `none`. */
  readonly authScheme: 'none' | 'bearer' | 'api_key';
  readonly authHeaderName?: string;
  /** Whoever calls sends the server's token along: the registry holds none, and needs none. */
  readonly callers?: true;
}

/** What an agent says of itself. */
export interface AgentFacts {
  readonly supportedProtocol: 'a2a' | 'other';
  readonly version: string;
  readonly protocolVersion?: string;
  readonly skills: readonly Skill[];
  readonly capabilities: Readonly<Record<string, unknown>>;
  readonly securitySchemes: Readonly<Record<string, unknown>>;
  readonly inputModes?: readonly string[];
  readonly outputModes?: readonly string[];
  readonly trustLevel?: string;
}

export interface AgentRegistration extends CommonRegistration, AgentFacts {
  readonly type: 'agent';
}

/** What the registry should hold: a pure function of an entry and the configuration. */
export type Registration = ServerRegistration | AgentRegistration;
