import type { OptionSpec } from './spec.ts';

/** Options of login alone. */
export const LOGIN_OPTIONS = {
  issuer: {
    type: 'text',
    value: 'url',
    commands: ['login'],
    door: 'cli',
    text: 'Issuer that the registry trusts. Without it: the one of registry.token in the configuration.',
  },
  client: {
    type: 'text',
    value: 'id',
    commands: ['login'],
    door: 'cli',
    text: 'Public client of that issuer, with which people log in by device code.',
  },
  scope: {
    type: 'text',
    value: 'scopes',
    commands: ['login'],
    door: 'cli',
    text: 'What the token is asked for, separated by blanks. Without it: what the client of the configuration has.',
  },
} as const satisfies Record<string, OptionSpec>;
