import type { BedrockAgentCoreControlClient } from '@aws-sdk/client-bedrock-agentcore-control';
import type { Claim } from '../model/confirmation.ts';
import type { KeyOf, ResourceKind } from '../model/resource.ts';
import type { Asked, Settle } from './confirm/asked.ts';
import type { AgentCoreCall, CallResult } from './scan/caller.ts';
import type { RegionScan } from './scan/region-scan.ts';

/** What an entry says of the place of a resource of a kind. */
export type ClaimOf<Kind extends ResourceKind> = Claim & { readonly key: KeyOf<Kind> };

/** One call that shows whether a role may ask. */
export interface Probe {
  readonly call: AgentCoreCall;
  readonly send: (
    client: BedrockAgentCoreControlClient,
    options: { readonly abortSignal: AbortSignal },
  ) => Promise<unknown>;
}

/** What asks AWS about resources of a kind. */
export interface KindCalls<Kind extends ResourceKind> {
  /** Lists and reads those of one account and Region. Absent: the scan of the kind above reads them. */
  readonly scan?: (scan: RegionScan) => Promise<void>;
  /** Reads one of them only to learn whether it is there. */
  readonly get: {
    readonly call: AgentCoreCall;
    readonly send: (scan: RegionScan, key: KeyOf<Kind>) => Promise<CallResult<unknown>>;
  };
  /** Asks about the claims of one account and Region, in their order; each answer is settled as soon as it is there. */
  readonly confirm: (claims: readonly ClaimOf<Kind>[], asked: Asked, settle: Settle) => Promise<void>;
  /** What a doctor asks with the role of a scan, and with the role that confirms. */
  readonly probes: { readonly scan?: Probe; readonly confirm?: Probe };
}
