import type { OptionSpec } from './spec.ts';

/** Options of where things are, and of how a run shows what it met. */
export const SHOWING_OPTIONS = {
  directory: {
    type: 'text',
    value: 'path',
    default: 'servers',
    commands: [
      'scan',
      'list',
      'validate',
      'plan',
      'apply',
      'sync',
      'import',
      'refresh',
      'verify',
      'lock',
      'call',
      'export-manifest',
      'show',
      'report',
      'clients',
      'impact',
      'log',
      'gateways',
    ],
    text: 'Where the entries are; definitions of gateways lie beside it, in gateways.',
  },
  config: {
    type: 'text',
    value: 'path',
    default: 'agentcore-sync.yaml',
    commands: 'all',
    text: 'The configuration file. The default one may be absent.',
  },
  output: {
    type: 'choice',
    choices: ['text', 'json'],
    default: 'text',
    commands: 'all',
    text: 'json: one document on standard output, diagnostics on standard error.',
  },
  sarif: {
    type: 'text',
    value: 'file',
    commands: ['validate', 'plan', 'verify'],
    text: 'Also write what was found as SARIF 2.1.0, for code scanning; whatever the exit code is.',
  },
  failOn: {
    type: 'choice',
    choices: ['error', 'warning'],
    default: 'error',
    commands: ['validate', 'plan', 'apply', 'refresh', 'verify', 'lock'],
    text: 'Fail the run for this and what is graver. What the configuration accepts fails nothing.',
  },
  full: {
    type: 'boolean',
    commands: 'all',
    text: 'Show everything: each change, each problem, and what is known and unchanged, instead of the first of many and a count.',
  },
} as const satisfies Record<string, OptionSpec>;
