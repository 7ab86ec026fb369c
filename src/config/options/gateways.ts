import type { OptionSpec } from './spec.ts';

/** First words of gateways: what is to be done with definitions. */
export const GATEWAY_VERBS = ['new', 'pull', 'check', 'render', 'plan', 'deploy', 'propose', 'reload-tools'] as const;

/** Options of gateways alone. */
export const GATEWAY_OPTIONS = {
  format: {
    type: 'choice',
    choices: ['cloudformation'],
    default: 'cloudformation',
    commands: ['gateways'],
    text: 'gateways render: what the templates are for.',
  },
  import: {
    type: 'boolean',
    commands: ['gateways'],
    text: 'gateways render, plan, deploy: take over gateways that exist, as they are. render writes the file of resources to import besides.',
  },
  all: {
    type: 'boolean',
    commands: ['gateways'],
    text: 'gateways pull: every gateway of the accounts and Regions.',
  },
  target: {
    type: 'text',
    value: 'ARN|URL|FILE|runtime:NAME',
    commands: ['gateways'],
    text: 'gateways new: what the first target stands before. Its kind is found from it.',
  },
  role: {
    type: 'text',
    value: 'name or arn',
    commands: ['gateways'],
    text: "gateways new: the gateway's role. Without it one is made.",
  },
} as const satisfies Record<string, OptionSpec>;
