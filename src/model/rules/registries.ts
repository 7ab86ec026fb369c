import type { Rule } from './rule.ts';

/** Rules of registries: what a plan would do, and what became of it. */
export const REGISTRY_RULES = {
  'path-conflict': {
    severity: 'error',
    text: 'The path belongs to something that this configuration did not register.',
  },
  'mark-orphaned': {
    severity: 'warning',
    text: 'A registration carries our mark, with a file and a path that git never had together: it is left alone.',
  },
  'auth-iam': {
    severity: 'warning',
    text: 'AWS_IAM inbound: the registry holds no SigV4 credential, so it is registered without, and not enabled.',
    standing: {
      what: 'of AWS_IAM: registered, not enabled',
      remedy: 'set a CUSTOM_JWT authorizer, or registration.enabled: false to accept it',
    },
  },
  'credential-missing': {
    severity: 'warning',
    text: 'No token was at hand: registered without its credential, and not enabled.',
    standing: {
      what: 'waiting for a token: no client covers them',
      remedy: 'agentcore-sync refresh prints the block to add',
    },
  },
  'field-lost': { severity: 'warning', text: 'The registry at hand cannot hold a field that the entry asks for.' },
  'visibility-unenforced': {
    severity: 'error',
    text: 'The registry at hand shows a registration to more people than its entry says.',
    first: true,
    guard: false,
    owasp: 'MCP07:2025',
  },
  'scan-flagged': {
    severity: 'warning',
    text: "The registry's own security scan switched a registration off: it stays off unless a person says otherwise.",
    owasp: 'MCP03:2025',
    standing: {
      what: "kept off: the registry's own security scan switched them off",
      remedy: '--enable-flagged, once a person has looked',
    },
  },
  'token-exposed': {
    severity: 'error',
    text: 'Where the requests of something that holds a credential go was changed in the registry: the token may have gone elsewhere.',
    first: true,
    owasp: 'MCP01:2025',
  },
  'owner-shared': {
    severity: 'error',
    text: 'Another repository uses the same owner: a copied configuration, or a repository that was replaced.',
    first: true,
  },
  'enable-by-hand': {
    severity: 'warning',
    text: "An agent that this registry's API can't enable: a person must.",
    standing: {
      what: 'waiting for a person: this registry enables agents by hand alone',
      remedy: "enable them in the registry's own pages",
    },
  },
  'limit-new': {
    severity: 'error',
    text: 'More new resources in one account than the limit: they are held back.',
  },
  'limit-deletes': { severity: 'error', text: 'More deletes than the limit.' },
  'limit-updates': { severity: 'error', text: 'More dangerous updates than the limit.' },
  'limit-disables': {
    severity: 'error',
    text: 'Tools changed in more registrations than one run may disable (limits.disables): none of them is disabled.',
  },
  'delete-not-allowed': {
    severity: 'error',
    text: 'The plan deletes, and --allow-deletes was not given.',
  },
  protected: { severity: 'error', text: 'A protected registration would be deleted.' },
  'registry-refused': { severity: 'error', text: 'The registry refused a change.' },
  'registry-failed': { severity: 'error', text: 'The registry did not answer as it should.' },
  'registry-rights': {
    severity: 'warning',
    text: "The token can't see everything: what is not in the list may still exist.",
  },
  'site-refused': {
    severity: 'error',
    text: "A site leaves a registration out: a client would refuse its document, or its name is another one's.",
  },
  'site-left-out': { severity: 'warning', text: 'Registrations that a site may not show to its audience.' },
  'site-renamed': {
    severity: 'warning',
    text: 'A site gives all its servers other names: its namespace is another one than before.',
  },
  'site-allow-names': { severity: 'warning', text: 'Allow lists that go by names, which anybody can give a server.' },
  'allow-list': { severity: 'warning', text: 'Servers that stop working where the allow lists are deployed.' },
  'limit-disallows': { severity: 'error', text: 'Too many lines of the allow lists would go: nothing is written.' },
  'import-question': {
    severity: 'warning',
    text: 'A registration that import leaves to a person: two for one resource, or one that no entry can hold.',
  },
  'import-callers': {
    severity: 'warning',
    text: 'An imported document held a placeholder for a token: its callers send their own.',
  },
  'import-unmatched': {
    severity: 'warning',
    text: 'A registration names an AWS resource for which there is no file.',
    owasp: 'MCP09:2025',
  },
  drift: { severity: 'warning', text: 'The registry differs from what was applied.' },
} as const satisfies Record<string, Rule>;
