import type { Rule } from './rule.ts';

/** Rules of the configuration and of options. */
export const CONFIGURATION_RULES = {
  'configuration-schema': { severity: 'error', text: 'The configuration does not fit its JSON Schema.' },
  'configuration-unreadable': {
    severity: 'error',
    text: 'The configuration file that was named is not there, or is no file that can be read.',
  },
  'defaults-by-name': {
    severity: 'error',
    text: 'A row of defaults that goes by names in AWS says what decides about trust.',
  },
  'placeholder-unknown': { severity: 'error', text: 'A placeholder in a text of defaults stands for nothing.' },
  'code-owners': {
    severity: 'warning',
    text: 'CODEOWNERS does not ask whom the configuration names as owners of a folder of the catalogue.',
  },
  'unit-unknown': {
    severity: 'error',
    text: "defaults go by organizational unit, and that of the entry's account is not known: neither is who may see it.",
  },
  'configuration-contradiction': { severity: 'error', text: 'Two settings contradict each other.' },
  'only-part': { severity: 'notice', text: '--only left something out of what is shown and done.' },
  'option-missing': { severity: 'error', text: 'The command needs a setting that nobody gave.' },
  'credentials-stand-in': {
    severity: 'notice',
    text: "Outside of a job a person's own AWS credentials stand in for the job's token.",
  },
  'variable-unused': {
    severity: 'notice',
    text: 'A variable with the secret of a client that the configuration does not name.',
  },
  'env-file-unread': { severity: 'notice', text: 'A file .env that no flag names: it is not read.' },
  'option-unneeded': { severity: 'notice', text: 'An option that the old tool needed, and that does nothing here.' },
  'option-unknown': { severity: 'error', text: 'A flag that the command does not have, or no command at all.' },
  'option-renamed': { severity: 'notice', text: 'An option was given by an older word.' },
  'option-value': {
    severity: 'error',
    text: 'A flag, input or environment variable has a value that is not of its form.',
  },
} as const satisfies Record<string, Rule>;
