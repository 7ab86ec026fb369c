import type { Rule } from './rule.ts';

/** Rules of files: their form, their place, what they register. */
export const FILE_RULES = {
  'file-unreadable': {
    severity: 'error',
    text: 'The file is no text that can be read, too large, too deep, or a symbolic link.',
  },
  'file-syntax': {
    severity: 'error',
    text: 'The file is neither YAML 1.2 nor JSON, or uses anchors, aliases, tags, merge keys, duplicate keys or a second document.',
  },
  'file-characters': {
    severity: 'error',
    text: 'Control or bidirectional characters, which show a reviewer something else than what is read.',
  },
  'file-place': { severity: 'error', text: 'The file lies where no entry of its kind belongs.' },
  'file-case': {
    severity: 'error',
    text: 'Two files whose names differ by case alone: some file systems keep only one of them.',
  },
  'lock-orphan': { severity: 'error', text: 'A tool lock without the entry that it belongs to.' },
  schema: { severity: 'error', text: 'The file does not fit its JSON Schema.' },
  'entry-ids': {
    severity: 'error',
    text: 'Account, Region and id of folder, file name and ARN do not agree.',
  },
  'entry-url': {
    severity: 'error',
    text: 'The URL is none that the ARN gives, or has a form that is never registered.',
  },
  'path-form': {
    severity: 'error',
    text: "The path has a form that the registry can't serve, or is one of its own routes.",
  },
  'path-taken': {
    severity: 'error',
    text: 'Two registrations have one path, ignoring case and the last slash.',
  },
  'path-shadowed': {
    severity: 'error',
    text: "A server's path lies below another one's: the registry's proxy would send it that one's requests and tokens.",
    first: true,
    owasp: 'MCP01:2025',
  },
  'field-unsupported': { severity: 'warning', text: "A field that can't be sent for this kind of registration." },
  'header-secret': {
    severity: 'error',
    text: 'A header holds a literal secret, or names one that the configuration does not allow here.',
    owasp: 'MCP01:2025',
  },
  'metadata-reserved': {
    severity: 'error',
    text: "An entry sets the metadata key that is the tool's own mark.",
  },
  'header-name': {
    severity: 'error',
    text: "A header that decides where requests go or how they are read, or is the registry's own.",
  },
  'credential-caller': {
    severity: 'error',
    text: 'An entry leaves the token to its callers, and asks for a credential too.',
  },
  'visibility-groups': {
    severity: 'error',
    text: 'group-restricted without groups, or groups without group-restricted.',
  },
  'disabled-at-once': {
    severity: 'warning',
    text: 'A registration that a person switched off with disable, and whose file does not say so.',
  },
  'tools-disabled': {
    severity: 'warning',
    text: 'A registration that is disabled because its tools are not those of its lock (onToolChange: disable).',
  },
  'group-unknown': {
    severity: 'warning',
    text: 'An entry is restricted to a group that the configuration does not list.',
  },
  'description-cut': {
    severity: 'notice',
    text: 'A description of which clients of a site read only the beginning.',
    help: 'https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json',
  },
  'registry-unknown': { severity: 'error', text: 'registration.registries names a registry that is not configured.' },
  'registry-left-out': {
    severity: 'warning',
    text: 'registration.registries names a registry whose entries in the configuration leave it out.',
  },
  'endpoint-unknown': {
    severity: 'error',
    text: "registration.endpoints names an endpoint that the scan didn't see.",
  },
  'address-gateway': {
    severity: 'error',
    text: 'registration.address: gateway, and not exactly one gateway of the account and Region has one target for the runtime.',
  },
  'source-edited': {
    severity: 'error',
    text: 'A source that is not the one of the base, and that the checking scan did not see in AWS: scan owns it.',
    first: true,
    owasp: 'MCP04:2025',
  },
  'gateway-jwt-unbounded': {
    severity: 'warning',
    text: 'An authorizer takes every token of its issuer: it names no client, no audience and no scope.',
    help: 'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway-inbound-auth.html',
    owasp: 'MCP07:2025',
    standing: {
      what: 'open to every token of their issuer: authorizers without client, audience and scope',
      remedy: 'name clients or audiences, or accept the rule for them',
    },
  },
  'discovery-cleartext': {
    severity: 'warning',
    text: "An authorizer reads its issuer's document without TLS.",
    owasp: 'MCP07:2025',
  },
  'issuer-unlisted': {
    severity: 'warning',
    text: 'A resource trusts an issuer that the configuration does not list.',
    owasp: 'MCP07:2025',
  },
  'api-key-in-query': {
    severity: 'error',
    text: 'A URL carries a key in its query, where everybody who sees the registration or a log has it; or a gateway sends its own there.',
    guard: false,
    owasp: 'MCP01:2025',
  },
  'secret-in-field': {
    severity: 'error',
    text: 'A text holds what looks like a secret, by the form in which its vendor writes them.',
    guard: false,
    owasp: 'MCP01:2025',
  },
  'hidden-characters': {
    severity: 'warning',
    text: 'A text has characters that nobody sees and a model reads.',
    help: 'https://www.unicode.org/reports/tr36/',
    owasp: 'MCP03:2025',
  },
  'url-twice': { severity: 'warning', text: 'Two entries register one URL.', owasp: 'MCP09:2025' },
  'name-confusable': {
    severity: 'warning',
    text: "The name of an entry that people wrote looks like another entry's.",
    help: 'https://www.unicode.org/reports/tr39/',
    owasp: 'MCP09:2025',
  },
  'catalogue-empty': { severity: 'error', text: 'There is no entry at all.' },
  'directory-missing': { severity: 'error', text: 'The directory that was named for the entries is not there.' },
} as const satisfies Record<string, Rule>;
