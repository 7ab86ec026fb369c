import type { Rule } from './rule.ts';

/** Rules of gateways as code. */
export const GATEWAY_RULES = {
  'definition-dynamic': {
    severity: 'error',
    text: 'A text or key of a definition that CloudFormation would replace by something else.',
  },
  'definition-unlisted': {
    severity: 'error',
    text: "A definition names a role, secret, provider, function, issuer, key, account or network that the configuration's gateways do not list.",
    owasp: 'MCP02:2025',
  },
  'definition-reference': {
    severity: 'error',
    text: 'A definition names something that it does not define, or twice.',
  },
  'definition-document': {
    severity: 'error',
    text: 'A schema or policy that a definition names is missing or is none.',
  },
  'definition-outbound': {
    severity: 'error',
    text: 'AWS does not take this authorization for this kind of target, or no page says that it does.',
    owasp: 'MCP07:2025',
  },
  'definition-open': {
    severity: 'error',
    text: 'Anybody who knows the URL may call the gateway.',
    guard: false,
    owasp: 'MCP07:2025',
  },
  'definition-role': {
    severity: 'error',
    text: 'A role that is given too much, or too little for what the targets need.',
    owasp: 'MCP02:2025',
  },
  'definition-runtime': {
    severity: 'error',
    text: "A target's authorization and the authorizer of the runtime behind it do not fit.",
  },
  'stack-left': {
    severity: 'warning',
    text: 'A stack of ours whose definition is gone: its gateway goes on.',
  },
  'definition-search': { severity: 'warning', text: 'More than 20 tools without semantic search.' },
  'definition-extra': { severity: 'error', text: 'A property of extra that the definition has a key for.' },
  'definition-policy': {
    severity: 'error',
    text: 'A Cedar policy that is none, or that decides otherwise than its cases say.',
  },
  'definition-unrendered': { severity: 'error', text: 'What CloudFormation can not make yet.' },
} as const satisfies Record<string, Rule>;
