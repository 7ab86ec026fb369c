import type { EntryFile, Outbound } from './generated/entry.ts';
import type { Visibility } from './registration.ts';

/** An entry of the catalogue that another leads to. */
export interface ImpactEntry {
  /** As a user would open it. */
  readonly file: string;
  readonly kind: EntryFile['kind'];
  readonly path: string;
}

/** A target of a gateway, as far as the files tell of it. */
export interface ImpactTarget {
  readonly id: string;
  readonly name: string;
  /** Its own entry; absent where only its gateway's summary is there, and nothing more is known. */
  readonly entry?: ImpactEntry;
  readonly url?: string;
  /** How the gateway proves itself to it: by its role, or by credential providers with their scopes. */
  readonly outbound: readonly Outbound[];
  /** The runtime that it calls, where the catalogue has it. */
  readonly runtime?: ImpactEntry;
}

/** Where a registration is, and who sees it. */
export interface ImpactRegistration {
  readonly path: string;
  readonly registries: readonly string[];
  readonly visibility: Visibility;
  readonly groups: readonly string[];
}

/** The role that a resource acts as. */
export interface ImpactRole {
  readonly of: ImpactEntry;
  /** Absent: no file says it. */
  readonly arn?: string;
  /** The definition that names it. */
  readonly file?: string;
  /** The call of AWS whose answer has it, where no file does. */
  readonly call?: string;
}

/** What hangs together with one entry. */
export interface Impact {
  readonly entry: ImpactEntry;
  readonly registrations: readonly ImpactRegistration[];
  /** Of a gateway all of its targets; of a target itself; of another the targets that call it. */
  readonly targets: readonly ImpactTarget[];
  /** Gateways through which its callers may come. */
  readonly gateways: readonly ImpactEntry[];
  /** Of the entry, of those gateways, and of the runtimes behind its targets. */
  readonly roles: readonly ImpactRole[];
}
