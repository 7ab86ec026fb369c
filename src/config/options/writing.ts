import type { OptionSpec } from './spec.ts';

/** Options of what is written, and who agreed to it. */
export const WRITING_OPTIONS = {
  out: {
    type: 'text',
    value: 'path',
    commands: ['plan', 'gateways'],
    text: 'plan, gateways plan: save the plan, for apply and gateways deploy to compare with. gateways render: the folder for the templates.',
  },
  expect: {
    type: 'text',
    value: 'path',
    commands: ['apply', 'gateways'],
    text: "A saved plan, or the output plan of the step that made it: apply makes its own, and writes nothing when that is another one, or does more than the output's.",
  },
  yes: {
    type: 'boolean',
    commands: ['apply', 'sync', 'import', 'upgrade', 'gateways'],
    door: 'cli',
    text: 'Write without a question. One is asked on a terminal only, and never where CI is set; apply asks none with --expect.',
  },
  exitCode: { type: 'boolean', commands: ['plan'], door: 'cli', text: 'Exit with 2 when there are changes.' },
  dryRun: {
    type: 'boolean',
    commands: ['scan', 'sync', 'apply', 'import', 'upgrade'],
    text: 'Show what would be done; write nothing.',
  },
} as const satisfies Record<string, OptionSpec>;
