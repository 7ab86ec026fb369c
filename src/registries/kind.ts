import type { ForeignForm } from '../catalogue/registry-rules.ts';
import type { Shadows } from '../catalogue/shadows.ts';
import type { McpGatewayRegistrySettings } from '../config/registry-kinds/mcp-gateway-registry.ts';
import type { RegistrySettings } from '../config/registry-kinds/table.ts';
import type { EntryFile } from '../model/generated/entry.ts';
import type { Problem } from '../model/problem.ts';
import type { Origin, Visibility } from '../model/registration.ts';
import type { Address, Registry, RegistryTraits, Snapshot } from '../model/registry.ts';
import type { CheckRow } from '../model/setup.ts';
import type { LockReview, ToolsLock } from '../model/tools-lock.ts';
import type { Clock } from '../net/clock.ts';
import type { Fetch } from '../net/fetch.ts';

/**
 * What a run lends a registry while it is open. Each kind takes what it needs: what nobody asks for is not made, and what
 * was lent is ended with the run.
 */
export interface RegistryWorld {
  readonly clock: Clock;
  /** Ends waits between attempts; a call under way is finished. */
  readonly signal: AbortSignal;
  /** HTTP to the host of one URL, for which the configuration vouches. */
  readonly fetch: (url: string, host: { readonly insecure: boolean }) => Fetch;
  /** The registry's own token; called with the one that was refused, it may give another. */
  readonly token: (
    registry: McpGatewayRegistrySettings & { readonly url: string },
  ) => (refused?: string) => Promise<string>;
  /** For kinds that show entries: what is known of them besides what is registered. */
  readonly catalogue: CatalogueFacts;
  /** Where a job keeps a file that its folder would lose, by its path; undefined: in the folder. */
  readonly keeper: (path: string) => TextKeeper | undefined;
}

/** What the catalogue and its repository tell of an entry. */
export interface CatalogueFacts {
  /** Folder of the catalogue in its repository. */
  readonly directory: string;
  /** Where people see the repository; undefined where nobody knows. */
  readonly repository?: string;
  /** What was reviewed of an entry, or of one of its endpoints. */
  readonly lockOf: (origin: Origin) => ToolsLock | undefined;
  /** When what was reviewed last changed, and in which pull request: read from history when it is asked for. */
  readonly reviews: () => Promise<(origin: Origin) => LockReview | undefined>;
  /** An entry's values; undefined where its file is none that can be read. */
  readonly valueOf: (file: string) => EntryFile | undefined;
  /** What rules have against an entry's file, and nobody accepted. */
  readonly findingsOf: (file: string) => readonly Problem[];
}

/** How a site is served. */
export interface ServeOptions {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  readonly signal: AbortSignal;
  /** Told once it can be asked. */
  readonly onListening: (url: string) => void;
}

/** A text that outlasts a job. */
export interface TextKeeper {
  /** For people. */
  readonly where: string;
  readonly read: () => Promise<string | undefined>;
  /** `before`: textDigest of what was read; registry/conflict where something else is kept by now. */
  readonly write: (text: string, before: string | undefined) => Promise<void>;
}

/**
 * A kind of registry: everything about it that others have to know, none of it by name. The facts are at hand without the
 * network and load no client; `open` loads what talks to it. What depends on the registry at hand stands in its snapshots.
 */
export interface RegistryKind<Settings extends RegistrySettings = RegistrySettings> extends RegistryTraits {
  /** `type` of the configuration. */
  readonly name: Settings['type'];
  /** A server stands behind it, with a URL and a token; else it is files alone, which reach nobody. */
  readonly answers: boolean;
  readonly shadows: Shadows;
  /** Half a sentence on why it can't serve a path; undefined: it can. */
  readonly routeFault: (path: string) => string | undefined;
  /** How it writes servers and agents itself, where that is read as entries. */
  readonly form?: ForeignForm;
  /** Whether its readers are shown only the beginning of a server's description. Absent: never. */
  cutsDescription?(settings: Settings, description: string, visibility: Visibility): boolean;
  /** Where clients call what is registered; undefined: not through the registry. */
  callUrl(settings: Settings, address: Address): string | undefined;
  /** What a registry that nobody asked would answer, were it able to do all that its kind can. */
  offline(settings: Settings | undefined): Omit<Snapshot, 'listed'>;
  /** What doctor tells of a registry that answered. `owner`: the configuration's. */
  checks(snapshot: Snapshot, owner: string, renew: string): readonly CheckRow[];
  open(settings: Settings, world: RegistryWorld): Promise<Registry>;
  /** What doctor tells of the place where it is published, asked as its clients ask. Absent: it is where `open` goes. */
  published?(settings: Settings, url: string, fetch: Fetch): Promise<readonly CheckRow[]>;
  /** Serves what it made to this machine until the signal. Absent: it runs elsewhere. */
  serve?(settings: Settings, options: ServeOptions): Promise<void>;
}
