import type { EntryFile } from './generated/entry.ts';
import type { RESOURCE_KINDS } from './generated/resource-kinds.ts';
import type { Problem } from './problem.ts';

export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** An entry that a scan writes: AWS owns its `source`. */
export type ScannedEntry = Extract<EntryFile, { source: unknown }>;

/** What the key of a kind holds beside account, Region and id. */
interface KeyParts {
  readonly target: { readonly gatewayId: string };
}

/** What AWS calls a resource of a kind by: stable, unique, and the place of its file. */
export type KeyOf<Kind extends ResourceKind> = {
  [One in Kind]: {
    readonly kind: One;
    readonly account: string;
    readonly region: string;
    readonly id: string;
  } & (One extends keyof KeyParts ? KeyParts[One] : unknown);
}[Kind];

export type ResourceKey = KeyOf<ResourceKind>;

/** A resource of a kind reduced to the fields we use, as its entry's schema has them. */
export type SourceOf<Kind extends ResourceKind> = Extract<ScannedEntry, { kind: Kind }>['source'];

/** A gateway, target or runtime reduced to the fields we use, with its kind. */
export type Source = {
  [Kind in ResourceKind]: { readonly kind: Kind; readonly value: SourceOf<Kind> };
}[ResourceKind];

/** One resource that a listing showed. Without `source` it was not READY, or could not be read whole: its file stays as it is. */
export interface Sighting {
  readonly key: ResourceKey;
  readonly name: string;
  /** As AWS says it (READY, CREATING, …); unknown values are kept. */
  readonly status: string;
  /** When AWS last changed it, or, of a target, listed its tools: milliseconds. No file holds it. */
  readonly at?: number;
  readonly source?: Source;
}

/** Whether everything of one kind in one account and Region was listed to the end. What is gone stands in `ScanResult.gone` alone. */
export interface Listing {
  readonly account: string;
  readonly region: string;
  readonly kind: ResourceKind;
  /**
   * `incomplete`: it failed or was cut short. `not-asked`: flags left the account, Region or kind out of this run.
   * `narrowed`: listed to the end, and flags left out some of what was listed. Only `complete` shows everything in scope.
   */
  readonly state: 'complete' | 'narrowed' | 'incomplete' | 'not-asked';
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

/** What AWS Organizations shows of an account. */
export interface OrganizationAccount {
  readonly id: string;
  readonly name?: string;
  /** Ids from the organization to the unit that the account lies in. */
  readonly path?: string;
}

export interface ScanResult {
  /** Sorted by account, Region, kind, id: the order of answers does not show. */
  readonly sightings: readonly Sighting[];
  /** Sorted likewise; one for each (account, Region, kind) of the run. */
  readonly listings: readonly Listing[];
  /**
   * Keys of known entries that this run asked for, whose listing went to its end without them, and whose Get answered
   * not found. A known entry that is neither here, nor sighted, nor out of scope is unknown: nothing happens to it.
   */
  readonly gone: readonly ResourceKey[];
  /** Keys of known entries that the configuration no longer asks for; flags never put one here. */
  readonly outOfScope: readonly ResourceKey[];
  /** Accounts that the configuration asks for, whether or not they answered or were narrowed away. */
  readonly accounts: readonly string[];
  /** Those accounts as AWS Organizations showed them, which answered to the end; absent where it wasn't asked. */
  readonly organization?: readonly OrganizationAccount[];
  readonly figures: readonly ScanFigures[];
  readonly problems: readonly Problem[];
}

/** One line of text that is equal for equal keys. */
export const keyText = (key: ResourceKey): string => {
  const above = 'gatewayId' in key ? `${key.gatewayId}/` : '';
  return `${key.account}/${key.region}/${key.kind}s/${above}${key.id}`;
};
