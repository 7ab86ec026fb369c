import type { OptionSpec } from './options.ts';

/** What commands do on GitHub: the request that scan opens, checks, the comment, the issue. */
export const REQUEST_OPTIONS = {
  pullRequest: {
    type: 'boolean',
    default: true,
    commands: ['scan'],
    door: 'action',
    text: 'Open or update a pull request with what changed.',
  },
  branch: {
    type: 'text',
    value: 'name',
    default: 'agentcore-sync/scan',
    commands: ['scan'],
    door: 'action',
    text: "The request's branch.",
  },
  base: {
    type: 'text',
    value: 'name',
    commands: ['scan', 'init'],
    text: "Branch that the request goes to, and that the workflows run on. Without it: the repository's default branch.",
  },
  title: { type: 'text', value: 'text', commands: ['scan'], door: 'action', text: "The request's title." },
  labels: { type: 'list', value: 'name,…', commands: ['scan'], door: 'action', text: 'Labels of the request.' },
  reviewers: {
    type: 'list',
    value: 'name,…',
    commands: ['scan'],
    door: 'action',
    text: 'People, and teams as organization/team, asked for review besides those of owners in the configuration.',
  },
  assignees: { type: 'list', value: 'name,…', commands: ['scan'], door: 'action', text: 'Assignees of the request.' },
  draft: { type: 'boolean', commands: ['scan'], door: 'action', text: 'Open the request as a draft.' },
  check: {
    type: 'text',
    value: 'name',
    commands: ['validate', 'plan'],
    door: 'action',
    text: 'Report the result as a check run of this name on head. Needs checks: write.',
  },
  comment: {
    type: 'text',
    value: 'number',
    commands: ['plan'],
    door: 'action',
    text: 'Keep one comment with the plan on this pull request. Needs pull-requests: write.',
  },
  issue: {
    type: 'boolean',
    commands: ['plan'],
    door: 'action',
    text: 'Keep one issue about what differs in the registry from what was applied, and close it when nothing does. Needs issues: write.',
  },
  dispatch: {
    type: 'text',
    value: 'file name',
    commands: ['plan'],
    door: 'action',
    text: 'Start this workflow when the plan has changes that were never applied. Needs actions: write.',
  },
  githubToken: {
    type: 'text',
    value: 'token',
    commands: ['scan', 'validate', 'plan', 'apply', 'doctor'],
    door: 'action',
    environment: 'GITHUB_TOKEN',
    text: 'The token of the job (github.token), for what the command does on GitHub.',
  },
} as const satisfies Record<string, OptionSpec>;
