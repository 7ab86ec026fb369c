import type { ScanSettings } from '../config/settings.ts';
import type { KeyOf, ResourceKey, ResourceKind, SourceOf } from '../model/resource.ts';
import type { KindCalls } from './calls.ts';
import type { AgentCoreCall } from './scan/caller.ts';

/**
 * What is to be known of a kind of resource without asking AWS: plain facts and pure functions. What asks AWS is loaded
 * when it is first needed, so that whoever only reads files loads no client of AWS.
 */
export interface KindFacts<Kind extends ResourceKind> {
  /** The documented form of its ids. */
  readonly id: RegExp;
  /** Of a kind that lies below another one: the resource above. Its parent's scan reads it. */
  readonly below?: { readonly kind: ResourceKind; readonly parent: (key: KeyOf<Kind>) => ResourceKey };
  /** The setting without which no scan looks for it; absent: every scan does. */
  readonly setting?: keyof Pick<ScanSettings, 'targets'>;
  /** The flag that leaves it in when a run is narrowed to some kinds; absent: such a run leaves it out. */
  readonly flag?: 'gateways' | 'runtimes';
  /** The calls that a scan makes for it, and those that confirm a place. */
  readonly calls: { readonly scan: readonly AgentCoreCall[]; readonly confirm: readonly AgentCoreCall[] };
  /** The discovery URL that AWS is asked to confirm too; undefined: none is compared. */
  readonly confirmedIssuer: (source: SourceOf<Kind>) => string | undefined;
  readonly load: () => Promise<KindCalls<Kind>>;
}
