import type { ResourceKind } from '../../model/resource.ts';

/** What is known of a resource, or of a group of them: an absent field is not known yet. */
export interface Facts {
  readonly account: string;
  readonly region?: string;
  readonly kind?: ResourceKind;
  readonly id?: string;
  readonly name?: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** Of a target: its gateway. Filters that name no kind hold for a gateway's targets too. */
  readonly gateway?: Facts;
}

/** `maybe`: what is known does not decide it. */
export type Answer = 'yes' | 'no' | 'maybe';

/** Which resources the configuration asks for, and which of them this run. */
export interface Scope {
  /** Whether the configuration asks for it. */
  configured(facts: Facts): Answer;
  /** Whether this run asks for it, of what the configuration asks for. */
  asked(facts: Facts): Answer;
  /** Whether tags decide anything. */
  readonly needsTags: boolean;
}
