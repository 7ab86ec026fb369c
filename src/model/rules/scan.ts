import type { Rule } from './rule.ts';

/** Rules of what AWS says. */
export const SCAN_RULES = {
  'account-denied': { severity: 'error', text: "The account's role can't be assumed.", guard: false },
  'account-not-onboarded': { severity: 'notice', text: 'The account never had a file and refuses the role.' },
  'account-new': {
    severity: 'notice',
    text: 'The account joined the organization: its resources wait until the list of accounts with it is merged.',
  },
  'accounts-unknown': {
    severity: 'warning',
    text: "No accounts.yaml tells which accounts the organization has: entries of a stranger's account can't be told from others.",
  },
  'account-mismatch': {
    severity: 'error',
    text: 'The credentials belong to another account than the one asked for.',
  },
  'region-unavailable': {
    severity: 'error',
    text: 'The Region is not enabled, or AgentCore is not offered there.',
    guard: false,
  },
  'call-denied': { severity: 'error', text: 'AWS denied a call.', guard: false },
  'call-throttled': { severity: 'error', text: 'AWS throttled a call beyond patience.', guard: false },
  'call-failed': { severity: 'error', text: 'A call failed for another reason.', guard: false },
  'answer-malformed': {
    severity: 'error',
    text: 'AWS answered something that this tool does not understand.',
  },
  'page-token': {
    severity: 'error',
    text: 'A listing ended before its end: its page token expired or does not advance.',
    guard: false,
  },
  'run-time': { severity: 'error', text: "The run's time limit passed.", guard: false },
  'resource-id': { severity: 'warning', text: 'The id does not have its documented form.' },
  'resource-id-unsafe': { severity: 'error', text: "The id can't be a file name." },
  'resource-not-ready': {
    severity: 'notice',
    text: 'The resource is not READY: its file stays as it is, and a new one gets none yet.',
  },
  'type-unknown': {
    severity: 'warning',
    text: 'A type, protocol or status that this version does not know; kept as it is.',
  },
  'gateway-open': {
    severity: 'warning',
    text: 'A gateway without inbound authorization is open to the internet.',
    help: 'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway-inbound-auth.html',
    owasp: 'MCP07:2025',
    standing: {
      what: 'open to the internet: gateways without inbound authorization',
      remedy: 'give each an authorizer, or accept the rule for it',
    },
  },
  'target-stale': {
    severity: 'warning',
    text: 'A target listed its tools before the runtime behind it changed: the gateway tells tools of before. Told by list and doctor alone.',
    help: 'https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_SynchronizeGatewayTargets.html',
  },
  'left-out': {
    severity: 'notice',
    text: 'Gateways without MCP, and targets that are neither MCP servers nor agents: a registry has no place for them.',
  },
  'gateway-policy-log-only': {
    severity: 'warning',
    text: "A gateway's policy engine only writes down what it would refuse.",
    help: 'https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_GetGateway.html',
    owasp: 'MCP02:2025',
  },
  'gateway-policy-absent': {
    severity: 'notice',
    text: 'A gateway has no policy engine: whoever is let in may use all of its tools.',
    help: 'https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_GetGateway.html',
    owasp: 'MCP02:2025',
  },
  'gateway-debug-errors': {
    severity: 'warning',
    text: "A gateway's errors tell callers what happens inside of it.",
    help: 'https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_GetGateway.html',
    owasp: 'MCP10:2025',
  },
  'gateway-interceptor-headers': {
    severity: 'warning',
    text: "A function in a gateway is given the requests' headers, the callers' tokens among them.",
    help: 'https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_GetGateway.html',
    owasp: 'MCP01:2025',
  },
  'gateway-waf-fails-open': {
    severity: 'warning',
    text: "Requests pass unchecked where a gateway's firewall does not answer.",
    help: 'https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_GetGateway.html',
    owasp: 'MCP07:2025',
  },
  'gateway-waf-absent': {
    severity: 'notice',
    text: 'No web application firewall is in front of a gateway.',
    help: 'https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_GetGateway.html',
    owasp: 'MCP07:2025',
  },
  'gateway-search-off': {
    severity: 'notice',
    text: 'A gateway with more than 20 tools gives callers all of them at once: they can not search.',
  },
  'mcp-version-unspoken': {
    severity: 'warning',
    text: 'A gateway speaks no version of MCP that callers of earlier releases know.',
  },
  'target-outbound': {
    severity: 'warning',
    text: 'A gateway proves itself to a target in a way that AWS says does not work, or of which no source says that it does.',
    help: 'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway-outbound-auth.html',
    owasp: 'MCP07:2025',
  },
  'listing-dynamic-unlocked': {
    severity: 'warning',
    text: "A target's tools are asked for at each call, and no lock says which ones were reviewed.",
    help: 'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway-target-MCPservers.html',
    owasp: 'MCP03:2025',
  },
} as const satisfies Record<string, Rule>;
