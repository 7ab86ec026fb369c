import type { OptionSpec } from './spec.ts';

/** Options of disable alone: why, and how what it did gets from the job with the registry's token to the one that may push. */
export const DISABLE_OPTIONS = {
  reason: {
    type: 'text',
    value: 'text',
    pattern: /^[^\p{C}]{1,200}$/u,
    form: 'one line of at most 200 characters',
    commands: ['disable'],
    text: 'Why it is switched off. Everybody who sees the registration or its file can read it.',
  },
  recordTo: {
    type: 'text',
    value: 'folder',
    commands: ['disable'],
    door: 'action',
    text: 'Folder that what was switched off is written to. Nothing is recorded in git: another job does it, with record-from.',
  },
  recordFrom: {
    type: 'text',
    value: 'folder',
    commands: ['disable'],
    door: 'action',
    text: 'Folder that another job of the run wrote with record-to: the pull request that records it is opened, and no registry is asked. With results-digest.',
  },
} as const satisfies Record<string, OptionSpec>;
