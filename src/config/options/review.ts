import type { OptionSpec } from './spec.ts';

/** Options of a review: the commits that are compared. */
export const REVIEW_OPTIONS = {
  against: {
    type: 'text',
    value: 'git ref',
    commands: ['validate', 'plan', 'gateways'],
    text: 'plan: compare with the entries at a commit instead of the registry: no network, no token. Both take the settings from that commit, and tell what a person changed in source since.',
  },
  head: {
    type: 'text',
    value: 'git ref',
    commands: ['validate', 'plan'],
    text: 'Read the entries at this commit instead of the working directory; with against, as they are once it is merged.',
  },
} as const satisfies Record<string, OptionSpec>;
