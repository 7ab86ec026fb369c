import type { OptionSpec } from './spec.ts';

/** Options of log alone. */
export const LOG_OPTIONS = {
  limit: {
    type: 'integer',
    default: 20,
    minimum: 1,
    maximum: 200,
    commands: ['log'],
    text: 'Changes that are shown of each entry, the newest first.',
  },
} as const satisfies Record<string, OptionSpec>;
