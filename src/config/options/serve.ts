import type { OptionSpec } from './spec.ts';

/** Options of serve alone. */
export const SERVE_OPTIONS = {
  port: {
    type: 'integer',
    default: 8080,
    minimum: 0,
    maximum: 65535,
    commands: ['serve'],
    door: 'cli',
    text: 'Port to listen on. 0: any that is free.',
  },
  host: {
    type: 'text',
    value: 'address',
    default: '127.0.0.1',
    pattern: /^[A-Za-z0-9.:-]{1,253}$/,
    form: 'an address or a name of this machine',
    commands: ['serve'],
    door: 'cli',
    text: 'Address to listen on. Every machine that reaches it sees the site.',
  },
} as const satisfies Record<string, OptionSpec>;
