import type { Rule } from './rule.ts';

/** Rules of pull requests and their reviews. */
export const REQUEST_RULES = {
  'request-refused': {
    severity: 'error',
    text: 'GitHub refused to open or change the pull request, or its branch.',
  },
  'request-note': {
    severity: 'notice',
    text: 'GitHub refused something that can be done without, or a person is needed.',
  },
  'settings-changed': {
    severity: 'warning',
    text: 'The pull request changes what decides about trust: configuration, workflows, roles, code owners, links.',
    guard: true,
    first: true,
  },
  'client-covers': {
    severity: 'notice',
    text: 'A token, or the secret of a header, would go somewhere that it did not go before.',
    guard: true,
    first: true,
    owasp: 'MCP01:2025',
  },
  superseded: {
    severity: 'notice',
    text: 'The commit is no longer the tip of the default branch: a later run does the work.',
  },
  'widened-with-entries': {
    severity: 'warning',
    text: "A setting that widens trust came, or would come, together with entries: it doesn't count until it comes alone.",
    guard: true,
    first: true,
    owasp: 'MCP02:2025',
  },
  'paths-history': {
    severity: 'notice',
    text: "The catalogue's history is not read as a whole: a new resource may get a path that something else once had.",
  },
  'settings-history': {
    severity: 'notice',
    text: 'The configuration has more versions than are read.',
  },
  'scan-overdue': {
    severity: 'warning',
    text: 'An account, or the whole catalogue, was not scanned whole for more than a day.',
  },
  'refresh-overdue': { severity: 'warning', text: 'The workflow that renews tokens has not run for too long.' },
  'workflow-failed': { severity: 'error', text: 'A workflow that start has started did not end well.' },
  'review-waits': { severity: 'notice', text: 'What a scan found waits for review, so apply is not started.' },
  'apply-waits': { severity: 'warning', text: 'The workflow that applies has been waiting for too long, or failed.' },
  'place-elsewhere': {
    severity: 'error',
    text: 'AWS does not have the resource, or has it at another place: it is not registered, gets no token, and loses its credential.',
    first: true,
    owasp: 'MCP09:2025',
  },
  'place-unconfirmed': {
    severity: 'error',
    text: 'AWS did not confirm the place in this run: what stands stays, nothing new is sent.',
  },
} as const satisfies Record<string, Rule>;
