import type { ScanSettings } from '../config/settings.ts';
import type { KeyOf, ResourceKey, ResourceKind, SourceOf } from '../model/resource.ts';
import type { KindCalls } from './calls.ts';
import type { AgentCoreCall } from './scan/caller.ts';
import type { SourceData } from './source-data.ts';

/** One account and Region. */
export interface Place {
  readonly account: string;
  readonly region: string;
}

/** What a URL must be, or the host that it must have. */
export type ExpectedUrl = { readonly host: string } | { readonly url: string };

/** What a registration is where neither its entry nor the configuration says so. */
export interface KindDefaults {
  readonly type: 'server' | 'agent';
  /** Nothing that a registry has a place for: left out unless its entry says register: true. */
  readonly leftOut?: true;
  /** The protocol of an agent. */
  readonly protocol: 'a2a' | 'other';
  /** What stands in for a description that is empty. */
  readonly description: string;
  readonly tags: readonly string[];
  /** The tool's own metadata of this kind, beside what all kinds have. */
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** Parts of a source, by their names: what one scan reads, another may leave unread. */
export interface SourceParts<Value> {
  /** Those that the source lists. */
  readonly known: (source: Value) => ReadonlySet<string>;
  /** Those that were read. */
  readonly read: (source: Value) => ReadonlySet<string>;
  /** `into` with what `from` says of some parts in place of its own. */
  readonly take: (into: Value, from: Value, names: ReadonlySet<string>) => Value;
  /** A source that says nothing of some parts. */
  readonly drop: (value: Value, names: ReadonlySet<string>) => Value;
}

/**
 * What is to be known of a kind of resource without asking AWS: plain facts and pure functions. What asks AWS is loaded
 * when it is first needed, so that whoever only reads files loads no client of AWS.
 */
export interface KindFacts<Kind extends ResourceKind> {
  /** The documented form of its ids. */
  readonly id: RegExp;
  /** Of a kind that lies below another one: the resource above. Its parent's scan reads it. */
  readonly below?: {
    readonly kind: ResourceKind;
    readonly parent: (key: KeyOf<Kind>) => ResourceKey;
    /** The field of `source` that holds the name of the resource above. */
    readonly name: string;
  };
  /** The setting without which no scan looks for it; absent: every scan does. */
  readonly setting?: keyof Pick<ScanSettings, 'targets' | 'harnesses'>;
  /** The flag that leaves it in when a run is narrowed to some kinds; absent: such a run leaves it out. */
  readonly flag?: 'gateways' | 'runtimes';
  /** The calls that a scan makes for it, and those that confirm a place. */
  readonly calls: { readonly scan: readonly AgentCoreCall[]; readonly confirm: readonly AgentCoreCall[] };
  /** The call whose answer has the role that it acts as; absent: it acts as none of its own. */
  readonly roleCall?: AgentCoreCall;
  /** The discovery URL that AWS is asked to confirm too; undefined: none is compared. */
  readonly confirmedIssuer: (source: SourceOf<Kind>) => string | undefined;
  /** The folder of its files below account and Region. */
  readonly folder: string;
  /** The key that folder names below `folder` and a file's name make; undefined: that many are none of this kind. */
  readonly keyOf: (place: Place, ids: readonly string[]) => KeyOf<Kind> | undefined;
  /** What `keyOf` was made from. */
  readonly idsOf: (key: KeyOf<Kind>) => readonly string[];
  /** Its entries may register named endpoints besides their own place. */
  readonly endpoints?: true;
  /** The one form in which a source is written and compared; fields of `sometimes` last. */
  readonly data: (source: SourceOf<Kind>) => SourceData;
  /** Fields of a source that only some scans ask for. */
  readonly sometimes?: readonly string[];
  /** What of a source is read part by part, and not by every scan. */
  readonly parts?: SourceParts<SourceOf<Kind>>;
  /** What its ARN names. */
  readonly arn: { readonly type: string; readonly id: (key: KeyOf<Kind>) => string };
  /** What follows for its URL from ARN and Region; undefined: nothing. `dnsSuffix`: of the Region's partition. */
  readonly url: (source: SourceOf<Kind>, key: KeyOf<Kind>, dnsSuffix: string) => ExpectedUrl | undefined;
  /** Each has a host of its own: whatever lies below it is the same resource. */
  readonly ownHost?: true;
  /** Names that its registration is told by, its own last: of a kind below another one the other's first. */
  readonly names: (source: SourceOf<Kind>) => readonly [string, ...string[]];
  readonly defaults: (source: SourceOf<Kind>) => KindDefaults;
  /** Keys of a registration's metadata under which the resource is found again. */
  readonly metadata: { readonly arn: string; readonly part?: string };
  readonly load: () => Promise<KindCalls<Kind>>;
}

/** The id that an ARN ends with. */
export const lastPart = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);
