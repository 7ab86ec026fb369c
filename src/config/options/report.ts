import type { OptionSpec } from './options.ts';

/** How what only reads is printed. */
export const REPORT_OPTIONS = {
  markdown: {
    type: 'boolean',
    commands: ['report', 'log'],
    door: 'cli',
    text: 'Print Markdown in place of text. In Actions it is the job summary.',
  },
} as const satisfies Record<string, OptionSpec>;
