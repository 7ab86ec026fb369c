import type { OptionSpec } from './spec.ts';

/** Options of verify, lock and call. */
export const VERIFY_OPTIONS = {
  direct: {
    type: 'boolean',
    commands: ['verify'],
    text: 'Ask each server at its own URL. This is the default, and needs no registry.',
  },
  through: {
    type: 'text',
    value: 'name',
    commands: ['verify', 'call'],
    text: "Ask through the registry of this name: its own check gets the ingress token in X-Authorization, the server's goes in Authorization.",
  },
  ingressTokenFile: {
    type: 'text',
    value: 'path',
    commands: ['verify', 'call'],
    environment: 'REGISTRY_INGRESS_TOKEN_FILE',
    text: "With through: file with the token of somebody who may call servers through the registry. On a command line the registry's own token stands in for it; in Actions never, for it would reach the servers' owners.",
  },
  serverTokenFile: {
    type: 'text',
    value: 'path',
    commands: ['verify', 'lock', 'call'],
    text: 'File with the token that the callers of one server send themselves. Name that server, and no other.',
  },
  results: {
    type: 'text',
    value: 'folder',
    commands: ['scan', 'apply', 'sync', 'refresh', 'verify', 'lock', 'disable', 'issues', 'gateways'],
    text: 'Folder between two jobs. scan, apply, sync, refresh and verify write what fails of whose to it, verify also the locks of what is there now. lock reads these, asks no server, and opens one pull request for each owner; disable switches off what changed, where onToolChange says so; issues keeps one issue for each owner. gateways plan and deploy write what is deployed, and gateways propose reads it.',
  },
  resultsDigest: {
    type: 'text',
    value: 'sha256',
    pattern: /^[0-9a-f]{64}$/,
    form: '64 hexadecimal digits',
    commands: ['lock', 'disable', 'issues', 'gateways'],
    door: 'action',
    text: 'The output results-digest, failures-digest or record-digest of the job that wrote the folder: one with another result is refused.',
  },
  disabled: {
    type: 'text',
    value: 'JSON',
    commands: ['lock'],
    door: 'action',
    text: "disable's output disabled, of the same run: what is off because its tools changed. The pull requests say so first.",
  },
  findings: {
    type: 'text',
    value: 'path',
    commands: ['verify'],
    text: 'What cisco-ai-mcp-scanner said of the tools.json below results: read as findings beside our own rules.',
  },
  from: {
    type: 'text',
    value: 'url',
    commands: ['lock'],
    text: 'Lock what answers at this URL, under the name of the one entry that is named: before it is deployed.',
  },
  arguments: {
    type: 'text',
    value: 'JSON',
    default: '{}',
    commands: ['call'],
    door: 'cli',
    text: "The tool's arguments.",
  },
} as const satisfies Record<string, OptionSpec>;
