import type { Shadows } from '../catalogue/shadows.ts';
import type { RegistrySettings } from '../config/settings.ts';
import type { FieldTable, Registry, Snapshot } from '../model/registry.ts';
import type { ReadRegistryDocument } from '../model/registry-document.ts';
import type { CheckRow } from '../model/setup.ts';
import type { Clock } from '../net/clock.ts';
import type { Fetch } from '../net/fetch.ts';

/** What a run lends a registry while it is open. */
export interface RegistryWorld {
  /** Base URL without a last slash. */
  readonly url: string;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** The registry's own token; called with the one that was refused, it may give another. */
  readonly token: (refused?: string) => Promise<string>;
  /** Ends waits between attempts; a call under way is finished. */
  readonly signal?: AbortSignal;
}

/** What a registry that nobody asked would answer, were it able to do all that its kind can. */
export type Offline = Omit<Snapshot, 'listed'>;

/**
 * A kind of registry: everything about it that others have to know, none of it by name. The facts are at hand without the
 * network and load no client; `open` loads what talks to it.
 */
export interface RegistryKind {
  /** `registry.type` of the configuration. */
  readonly name: RegistrySettings['type'];
  readonly fields: FieldTable;
  readonly offline: Offline;
  readonly shadows: Shadows;
  readonly documentOf: ReadRegistryDocument;
  /** What doctor tells of a registry that answered. `owner`: the configuration's. */
  readonly checks: (snapshot: Snapshot, owner: string) => readonly CheckRow[];
  readonly open: (world: RegistryWorld) => Promise<Registry>;
}
