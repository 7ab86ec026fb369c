import type { AwsSettings, ScanSettings } from '../config/settings.ts';
import type { ResourceKey } from '../model/resource.ts';
import type { Gate } from '../net/gate.ts';
import type { Access, Accounts } from './accounts.ts';
import type { RegionContext } from './region.ts';

export interface DiscoveryRequest {
  readonly aws: AwsSettings;
  readonly scan: ScanSettings;
  /** Keys of the catalogue's entries: those that are not seen are judged. */
  readonly known: readonly ResourceKey[];
  /** Those that this run looks at by what their entries say (path, owner); absent: entries decide nothing. */
  readonly kept?: readonly ResourceKey[];
  /** Accounts that have files, where nothing of them is judged. Absent: those of the entries. */
  readonly onboarded?: ReadonlySet<string>;
}

/** One run, once it is known who makes it and for whom. */
export interface Run {
  readonly request: DiscoveryRequest;
  readonly access: Access;
  readonly accounts: Accounts;
  readonly context: RegionContext;
  /** Bounds how many Regions are scanned at once. */
  readonly gate: Gate;
  /** Tells how many more pairs of account and Region will be scanned. */
  readonly plan: (pairs: number) => void;
  /** Known keys by `<account>/<region>`. */
  readonly knownByPlace: ReadonlyMap<string, readonly ResourceKey[]>;
}
