import type { OptionSpec } from './options.ts';

/** Options of report alone. */
export const REPORT_OPTIONS = {
  markdown: {
    type: 'boolean',
    commands: ['report'],
    door: 'cli',
    text: 'Print Markdown in place of text. In Actions it is the job summary.',
  },
} as const satisfies Record<string, OptionSpec>;
