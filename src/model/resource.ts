import type { GatewaySource, RuntimeSource, TargetSource } from './generated/entry.ts';
import type { Problem } from './problem.ts';

export type ResourceKind = 'gateway' | 'target' | 'runtime';

/** What AWS calls a resource by: stable, unique, and the place of its file. */
export type ResourceKey =
  | { readonly kind: 'gateway' | 'runtime'; readonly account: string; readonly region: string; readonly id: string }
  | {
      readonly kind: 'target';
      readonly account: string;
      readonly region: string;
      readonly gatewayId: string;
      readonly id: string;
    };

/** A gateway, target or runtime reduced to the fields we use, with its kind. */
export type Source =
  | { readonly kind: 'gateway'; readonly value: GatewaySource }
  | { readonly kind: 'target'; readonly value: TargetSource }
  | { readonly kind: 'runtime'; readonly value: RuntimeSource };

/** One resource that a listing showed. Without `source` it was not READY, or could not be read whole: its file stays as it is. */
export interface Sighting {
  readonly key: ResourceKey;
  readonly name: string;
  /** As AWS says it (READY, CREATING, …); unknown values are kept. */
  readonly status: string;
  readonly source?: Source;
}

/** Whether everything of one kind in one account and Region was listed to the end. */
export interface Listing {
  readonly account: string;
  readonly region: string;
  readonly kind: ResourceKind;
  /** `not-asked`: this run was narrowed; `incomplete`: it failed or was cut short. Only `complete` can show that something is gone. */
  readonly state: 'complete' | 'incomplete' | 'not-asked';
}

/** Figures of one account and Region, for progress and the summary. */
export interface ScanFigures {
  readonly account: string;
  readonly region: string;
  readonly found: number;
  readonly filtered: number;
  readonly failed: number;
  readonly calls: number;
  readonly throttled: number;
  readonly seconds: number;
}

export interface ScanResult {
  /** Sorted by account, Region, kind, id: the order of answers does not show. */
  readonly sightings: readonly Sighting[];
  /** Sorted likewise; one for each (account, Region, kind) of the run. */
  readonly listings: readonly Listing[];
  /** Keys of known entries whose listing was complete without them, and whose Get answered not found. */
  readonly gone: readonly ResourceKey[];
  /** Accounts that were asked for, whether or not they answered. */
  readonly accounts: readonly string[];
  readonly figures: readonly ScanFigures[];
  readonly problems: readonly Problem[];
}

/** One line of text that is equal for equal keys. */
export const keyText = (key: ResourceKey): string =>
  key.kind === 'target'
    ? `${key.account}/${key.region}/targets/${key.gatewayId}/${key.id}`
    : `${key.account}/${key.region}/${key.kind}s/${key.id}`;
