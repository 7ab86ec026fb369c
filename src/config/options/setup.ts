import type { OptionSpec } from './options.ts';

/** Options of init and doctor alone. */
export const SETUP_OPTIONS = {
  action: {
    type: 'text',
    value: 'owner/repository@digest',
    commands: ['init'],
    text: 'This action as the workflows shall use it, pinned to the digest of a commit.',
  },
  repository: {
    type: 'text',
    value: 'owner/name',
    commands: ['init'],
    environment: 'GITHUB_REPOSITORY',
    text: "The catalogue's repository, for the subjects that roles trust. With GITHUB_TOKEN its ids are read too.",
  },
  codeOwners: {
    type: 'list',
    value: '@organization/team,…',
    pattern: /^(@[A-Za-z0-9][A-Za-z0-9/_.-]{0,100}|[^@\s]+@[^@\s]+)$/,
    form: '@user, @organization/team or an e-mail address',
    commands: ['init'],
    text: 'Who must approve changes of the configuration, the workflows and entries written by hand.',
  },
  hubRole: {
    type: 'text',
    value: 'arn',
    commands: ['init'],
    configuration: 'aws.hubRole',
    text: "Role that is assumed first with the job's OIDC token. Without it the token goes to each account's role.",
  },
  checks: {
    type: 'list',
    value: 'name,…',
    pattern: /^(id-token|aws|confirm|registry|issuers|github)$/,
    form: 'id-token, aws, confirm, registry, issuers or github',
    commands: ['doctor'],
    text: 'Only these checks. Without it: all.',
  },
} as const satisfies Record<string, OptionSpec>;
