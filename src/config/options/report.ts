import type { OptionSpec } from './spec.ts';

/** How what only reads is printed. */
export const REPORT_OPTIONS = {
  audit: {
    type: 'boolean',
    commands: ['report'],
    text: 'Report who changed what, in which pull request, who approved it and when it was applied; clients and where their tokens go; accepted findings with their end; accounts without entries. As CSV, or as JSON with --output json.',
  },
  since: {
    type: 'text',
    value: 'date',
    pattern: /^20[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/,
    form: 'a day such as 2026-01-31',
    commands: ['report'],
    text: 'With --audit: changes of this day (UTC) and later.',
  },
  unlisted: {
    type: 'boolean',
    commands: ['report'],
    text: 'Report what AWS, the files and each registry have that the others do not. Scans AWS and reads the registries, as list and plan do; writes nothing. Only with it does report take what says whom to ask.',
  },
  markdown: {
    type: 'boolean',
    commands: ['report', 'log'],
    door: 'cli',
    text: 'Print Markdown in place of text. In Actions it is the job summary.',
  },
} as const satisfies Record<string, OptionSpec>;
