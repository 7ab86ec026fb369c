import type { OptionSpec } from './spec.ts';

/** Options of tokens: of refresh, and of what sends tokens along. */
export const REFRESH_OPTIONS = {
  refresh: {
    type: 'boolean',
    default: true,
    commands: ['apply', 'sync'],
    text: 'Send tokens with what is registered. --no-refresh: register without.',
  },
  envFile: {
    type: 'text',
    value: 'path',
    commands: ['apply', 'sync', 'refresh', 'verify', 'lock', 'call', 'login'],
    text: 'File with client secrets (NAME=value), read into memory only; never one that git tracks.',
  },
  scan: {
    type: 'boolean',
    default: true,
    commands: ['refresh'],
    text: "Have the registry's security scan look at each server again. Needs admin rights.",
  },
  loop: {
    type: 'boolean',
    commands: ['refresh'],
    door: 'cli',
    text: 'Go on until SIGTERM: each token is renewed at three quarters of its life.',
  },
  interval: {
    type: 'integer',
    minimum: 10,
    maximum: 86_400,
    default: 2700,
    commands: ['refresh'],
    door: 'cli',
    text: 'With --loop: seconds after which new entries are taken up at the latest.',
  },
  healthFile: {
    type: 'text',
    value: 'path',
    commands: ['refresh'],
    door: 'cli',
    text: 'With --loop: file that is written after each round, for a liveness probe.',
  },
  manifest: {
    type: 'text',
    value: 'path',
    commands: ['refresh', 'export-manifest'],
    former: {
      commands: ['sync'],
      text: 'The entries say which of them need a token; export-manifest writes the file for the old refresher.',
    },
    text: 'The token refresh manifest of the old tool: refresh reads it instead of the entries; export-manifest writes it (default token_refresh_manifest.json).',
  },
} as const satisfies Record<string, OptionSpec>;
