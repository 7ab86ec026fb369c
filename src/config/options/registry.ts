import { REGISTERING, TO_REGISTRY } from './commands.ts';
import type { OptionSpec } from './spec.ts';

/** Options of registries: which, by whose token, and what a plan may do there. */
export const REGISTRY_OPTIONS = {
  registryUrl: {
    type: 'text',
    value: 'url',
    commands: [...TO_REGISTRY, 'report', 'disable', 'init', 'login', 'doctor'],
    environment: 'REGISTRY_URL',
    configuration: 'registry.url',
    former: { commands: ['list'], text: 'list asks no registry.' },
    text: 'Base URL of the registry.',
  },
  to: {
    type: 'list',
    value: 'names',
    commands: [...TO_REGISTRY, 'report', 'disable', 'login', 'doctor', 'serve'],
    text: 'Only these of the registries that the configuration names. registry-url and token-file are of the only registry, or of the one named here.',
  },
  tokenFile: {
    type: 'text',
    value: 'path',
    default: '.token',
    commands: [...TO_REGISTRY, 'report', 'disable', 'login', 'doctor'],
    environment: 'REGISTRY_TOKEN_FILE',
    configuration: 'registry.token',
    former: { commands: ['list'], text: 'list asks no registry.' },
    text: "File with the registry's token: JSON ({access_token} or {token}, also below tokens; registry: the URL that it is for), or the bare token.",
  },
  visibility: {
    type: 'choice',
    choices: ['public', 'internal', 'group-restricted'],
    default: 'internal',
    commands: ['plan', 'apply', 'sync', 'show'],
    configuration: 'defaults.visibility',
    text: 'Visibility of registrations that do not say theirs.',
  },
  adopt: {
    type: 'list',
    value: 'path,…',
    whole: true,
    pattern: /^\/\S{1,255}$/,
    form: 'a path of the registry, such as /name/ (none, or all: every one)',
    commands: REGISTERING,
    text: "Adopt registrations that hold a wanted path and carry nobody's mark: those named, or all where none is. What they lose is shown.",
  },
  overwrite: { type: 'boolean', commands: REGISTERING, text: 'The old word for --adopt without paths.' },
  allowDeletes: {
    type: 'boolean',
    commands: [...REGISTERING, 'gateways'],
    text: 'Delete registrations whose entry is gone; gateways deploy: resources that the definition no longer has.',
  },
  deep: {
    type: 'boolean',
    commands: ['plan', 'apply'],
    text: 'Read each of our registrations and compare every field, also those that a list does not show.',
  },
  enableFlagged: {
    type: 'boolean',
    commands: REGISTERING,
    text: "Enable again what the registry's own security scan has disabled.",
  },
  takeOverFrom: {
    type: 'text',
    value: 'owner',
    commands: REGISTERING,
    text: 'Another owner whose registrations become ours: after owner was changed, or the repository copied.',
  },
  allowUnenforcedVisibility: {
    type: 'boolean',
    commands: REGISTERING,
    text: 'Register group-restricted entries also where the registry would show them to everybody.',
  },
  concurrency: {
    type: 'integer',
    minimum: 1,
    maximum: 64,
    default: 8,
    commands: [...TO_REGISTRY, 'disable'],
    text: 'Calls to the registry side by side.',
  },
} as const satisfies Record<string, OptionSpec>;
