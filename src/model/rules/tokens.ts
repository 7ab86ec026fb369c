import type { Rule } from './rule.ts';

/** Rules of tokens, and of what servers and agents say of themselves. */
export const TOKEN_RULES = {
  'issuer-configuration': {
    severity: 'error',
    text: "An issuer or client that can't be used as it is configured.",
  },
  'token-uncovered': {
    severity: 'warning',
    text: 'No client of the configuration covers an entry that needs a token.',
  },
  'tokens-none': {
    severity: 'error',
    text: 'Registrations need a token, and no client of the configuration covers any of them: nothing was renewed or verified.',
    guard: false,
  },
  'token-withheld': {
    severity: 'error',
    text: 'No token was sent: the registry differs from the entry.',
    owasp: 'MCP01:2025',
  },
  'token-lost': { severity: 'error', text: 'A credential that was set is not there afterwards.' },
  'registry-scan': { severity: 'warning', text: "The registry's security scan failed or found something." },
  'token-failed': { severity: 'error', text: 'An issuer gave no token.' },
  'token-client': {
    severity: 'warning',
    text: "The resource's authorizer does not list the client that the configuration gives it.",
  },
  'token-expires': { severity: 'warning', text: 'A token runs out before the next refresh.' },
  'server-refused': {
    severity: 'error',
    text: 'A server does not take the token that its registration would be given.',
    guard: false,
  },
  'server-unreachable': {
    severity: 'error',
    text: 'No MCP server answered where the registration says.',
    guard: false,
  },
  'tool-failed': { severity: 'error', text: 'A tool that was called answered with an error.', guard: false },
  'agent-card': {
    severity: 'warning',
    text: "An agent's card names other URLs or skills than its registration.",
  },
  'agent-card-signature': {
    severity: 'error',
    text: "An agent's card is signed, and not with a key of the agent's own origin.",
    owasp: 'MCP04:2025',
  },
  'tools-changed': {
    severity: 'error',
    text: 'A server or agent is not what was reviewed: a tool came, went or changed.',
    owasp: 'MCP03:2025',
  },
  'tools-unlocked': {
    severity: 'notice',
    text: 'Nobody has reviewed the tools of a server or agent: it has no lock.',
    owasp: 'MCP03:2025',
  },
  'tools-unlockable': {
    severity: 'error',
    text: 'What a server says of its tools can be no lock: it is too large.',
  },
  'tool-echoes-secret': {
    severity: 'error',
    text: 'A tool, prompt or template holds the credential that was sent to the server: it is written nowhere.',
    owasp: 'MCP01:2025',
  },
  'tool-hidden-text': {
    severity: 'error',
    text: 'A description holds characters that nobody sees: they reach a model past its reviewers.',
    owasp: 'MCP03:2025',
  },
  'tool-terminal-codes': {
    severity: 'error',
    text: 'A description holds codes that steer a terminal.',
    owasp: 'MCP03:2025',
  },
  'tool-instructs-model': {
    severity: 'warning',
    text: 'A description speaks to the model rather than of the tool.',
    owasp: 'MCP03:2025',
  },
  'tool-shadows': { severity: 'warning', text: "A description speaks of another server's tool.", owasp: 'MCP03:2025' },
  'registry-health': {
    severity: 'notice',
    text: 'A registry says something else of how a server is than verify met, or could not be asked.',
  },
  'tool-scanner': {
    severity: 'warning',
    text: 'A scanner of tools found something: what it calls high is an error, what it calls low a notice.',
    owasp: 'MCP03:2025',
  },
  'tool-newly-destructive': {
    severity: 'warning',
    text: 'A tool that was reviewed as one that destroys nothing may destroy now.',
  },
  'manifest-entry': {
    severity: 'error',
    text: "An entry of the old tool's manifest that can't be taken over.",
  },
} as const satisfies Record<string, Rule>;
