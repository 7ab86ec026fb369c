import { RESOURCE_KINDS } from '../model/generated/resource-kinds.ts';
import type { KeyOf, ResourceKey, ResourceKind, ScannedEntry, Source, SourceOf } from '../model/resource.ts';
import { gateway } from './gateway/facts.ts';
import { harness } from './harness/facts.ts';
import type { ExpectedUrl, KindDefaults, KindFacts, Place } from './kind.ts';
import { runtime } from './runtime/facts.ts';
import type { AgentCoreCall } from './scan/caller.ts';
import type { SourceData } from './source-data.ts';
import { target } from './target/facts.ts';

/** Every kind of resource: a new one is a folder, its row here and its entry in the schema. */
export const KINDS: { readonly [Kind in ResourceKind]: KindFacts<Kind> } = {
  gateway,
  target,
  runtime,
  harness,
};

const callsOf = (use: 'scan' | 'confirm'): readonly AgentCoreCall[] =>
  [...new Set(RESOURCE_KINDS.flatMap((kind) => KINDS[kind].calls[use]))].sort();

/** Names of AgentCore's calls that a scan makes, sorted; IAM's actions have the prefix `bedrock-agentcore:`. */
export const SCAN_CALLS = callsOf('scan');

/** The calls that confirming a place makes, and no others. */
export const CONFIRM_CALLS = callsOf('confirm');

/** The resource above one that lies below another, such as a target's gateway. */
export const parentOf = (key: ResourceKey): ResourceKey | undefined => {
  const above = <Kind extends ResourceKind>(kind: Kind, of: KeyOf<Kind>) => KINDS[kind].below?.parent(of);
  return above(key.kind, key);
};

/** The discovery URL of an entry that AWS is asked to confirm; undefined: none is compared. */
export const confirmedIssuer = (entry: ScannedEntry): string | undefined => {
  const of = <Kind extends ResourceKind>(kind: Kind, source: SourceOf<Kind>) => KINDS[kind].confirmedIssuer(source);
  return of(entry.kind, entry.source);
};

/**
 * The one form in which a source is written and compared: fixed order of keys, unordered lists sorted, nothing that says
 * nothing. Two scans of an unchanged resource give equal data.
 */
export const sourceData = (source: Source): SourceData => {
  const of = <Kind extends ResourceKind>(kind: Kind, value: SourceOf<Kind>) => KINDS[kind].data(value);
  return of(source.kind, source.value);
};

/** Names that a resource's registration is told by, its own last. */
export const namesOf = (source: Source): readonly [string, ...string[]] => {
  const of = <Kind extends ResourceKind>(kind: Kind, value: SourceOf<Kind>) => KINDS[kind].names(value);
  return of(source.kind, source.value);
};

/** What a resource's registration is where neither its entry nor the configuration says so. */
export const kindDefaults = (source: Source): KindDefaults => {
  const of = <Kind extends ResourceKind>(kind: Kind, value: SourceOf<Kind>) => KINDS[kind].defaults(value);
  return of(source.kind, source.value);
};

/** The source of an entry with its kind. */
export const sourceOf = (entry: ScannedEntry): Source => ({ kind: entry.kind, value: entry.source }) as Source;

/** A source with what stands already of the parts that its scan did not read. */
export const withUnread = (found: Source, stood: Source): Source => {
  const of = <Kind extends ResourceKind>(kind: Kind, value: SourceOf<Kind>, old: SourceOf<Kind>): SourceOf<Kind> => {
    const { parts } = KINDS[kind];
    if (parts === undefined) return value;
    const names = parts.read(old).intersection(parts.known(value)).difference(parts.read(value));
    return names.size === 0 ? value : parts.take(value, old, names);
  };
  return found.kind === stood.kind
    ? ({ kind: found.kind, value: of(found.kind, found.value, stood.value) } as Source)
    : found;
};

/** Parts of a source that stood unread, and that a scan has read now for the first time. */
export const firstRead = (found: Source, stood: Source): ReadonlySet<string> => {
  const of = <Kind extends ResourceKind>(kind: Kind, value: SourceOf<Kind>, old: SourceOf<Kind>) => {
    const { parts } = KINDS[kind];
    return parts === undefined
      ? new Set<string>()
      : parts.read(value).intersection(parts.known(old)).difference(parts.read(old));
  };
  return found.kind === stood.kind ? of(found.kind, found.value, stood.value) : new Set();
};

/** A source with what another one says of some parts in place of its own. */
export const takeParts = (into: Source, from: Source, names: ReadonlySet<string>): Source => {
  const of = <Kind extends ResourceKind>(kind: Kind, value: SourceOf<Kind>, other: SourceOf<Kind>): SourceOf<Kind> =>
    KINDS[kind].parts?.take(value, other, names) ?? value;
  return from.kind === into.kind ? ({ kind: into.kind, value: of(into.kind, into.value, from.value) } as Source) : into;
};

/** A source that says nothing of some parts. */
export const dropParts = (source: Source, names: ReadonlySet<string>): Source => {
  const of = <Kind extends ResourceKind>(kind: Kind, value: SourceOf<Kind>): SourceOf<Kind> =>
    KINDS[kind].parts?.drop(value, names) ?? value;
  return { kind: source.kind, value: of(source.kind, source.value) } as Source;
};

/** What an entry's URL must be, or its host; undefined: AWS says no more about it. `key`: where the entry lies. */
export const expectedUrl = (entry: ScannedEntry, key: ResourceKey, dnsSuffix: string): ExpectedUrl | undefined => {
  if (entry.kind !== key.kind) return undefined;
  const of = <Kind extends ResourceKind>(kind: Kind, source: SourceOf<Kind>, at: KeyOf<Kind>) =>
    KINDS[kind].url(source, at, dnsSuffix);
  return of(entry.kind, entry.source, key);
};

/** What the ARN of a resource names: `gateway/orders-a1b2c3d4e5`. */
export const arnResource = (key: ResourceKey): string => {
  const of = <Kind extends ResourceKind>(kind: Kind, at: KeyOf<Kind>) =>
    `${KINDS[kind].arn.type}/${KINDS[kind].arn.id(at)}`;
  return of(key.kind, key);
};

/** Types of resources that ARNs name, each once. */
export const ARN_TYPES: readonly string[] = [...new Set(RESOURCE_KINDS.map((kind) => KINDS[kind].arn.type))];

/** The key that a place, a folder and what lies below it make; undefined: no kind's files lie there. */
export const keyAt = (place: Place, folder: string, ids: readonly string[]): ResourceKey | undefined => {
  const kind = RESOURCE_KINDS.find((one) => KINDS[one].folder === folder);
  return kind && KINDS[kind].keyOf(place, ids);
};

/** Folders and names below account and Region under which the file of a resource lies. */
export const placeOf = (key: ResourceKey): readonly string[] => {
  const of = <Kind extends ResourceKind>(kind: Kind, at: KeyOf<Kind>) => [KINDS[kind].folder, ...KINDS[kind].idsOf(at)];
  return of(key.kind, key);
};

const metadataKeys = (part: 'arn' | 'part'): readonly string[] => [
  ...new Set(RESOURCE_KINDS.flatMap((kind) => KINDS[kind].metadata[part] ?? [])),
];

/** Keys of metadata that hold the ARN of what is registered, and those that tell apart what shares an ARN. */
export const METADATA_KEYS = { arn: metadataKeys('arn'), part: metadataKeys('part') } as const;
