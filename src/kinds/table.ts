import { RESOURCE_KINDS } from '../model/generated/resource-kinds.ts';
import type { KeyOf, ResourceKey, ResourceKind, ScannedEntry, SourceOf } from '../model/resource.ts';
import { gateway } from './gateway/facts.ts';
import type { KindFacts } from './kind.ts';
import { runtime } from './runtime/facts.ts';
import type { AgentCoreCall } from './scan/caller.ts';
import { target } from './target/facts.ts';

/** Every kind of resource: a new one is a folder, its row here and its entry in the schema. */
export const KINDS: { readonly [Kind in ResourceKind]: KindFacts<Kind> } = { gateway, target, runtime };

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
