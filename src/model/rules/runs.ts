import type { Rule } from './rule.ts';

/** Rules of every command. */
export const RUN_RULES = {
  'command-failed': { severity: 'error', text: 'The command ended before its end; the text says why.' },
  unexpected: { severity: 'error', text: 'A defect of this tool.' },
  'entry-unknown': {
    severity: 'error',
    text: 'What was asked for is neither a file of the catalogue nor a path that an entry registers.',
  },
} as const satisfies Record<string, Rule>;
