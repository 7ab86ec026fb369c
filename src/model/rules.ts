import type { Severity } from './problem.ts';

/** What a rule is, apart from what is wrong in one place. */
export interface Rule {
  /** Its usual severity; the configuration may say another, unless the rule is a guard. */
  readonly severity: Severity;
  /** One line for the documentation. */
  readonly text: string;
  /**
   * What it stops would cost somebody their token, their server or the whole catalogue: nobody can lower or accept it.
   * Absent: errors are guards, and nothing else is.
   */
  readonly guard?: boolean;
  /** It changes what is trusted, or says that what was asked for is not enforced: shown before all others. */
  readonly first?: true;
  /** Where somebody else tells the rule's reason; absent: its place in docs/rules.md does (`helpOf`). */
  readonly help?: string;
  /** Its place in the OWASP MCP Top 10: https://owasp.org/www-project-mcp-top-10/ */
  readonly owasp?: string;
  /** How a plan counts registrations of which this was so before and is not changed by it. */
  readonly standing?: { readonly what: string; readonly remedy: string };
}

/** Every rule that a problem can name. Sorted by area. */
export const RULES = {
  // files
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
  // every command
  'command-failed': { severity: 'error', text: 'The command ended before its end; the text says why.' },
  unexpected: { severity: 'error', text: 'A defect of this tool.' },
  'entry-unknown': {
    severity: 'error',
    text: 'What was asked for is neither a file of the catalogue nor a path that an entry registers.',
  },
  // configuration
  'configuration-schema': { severity: 'error', text: 'The configuration does not fit its JSON Schema.' },
  'configuration-unreadable': {
    severity: 'error',
    text: 'The configuration file that was named is not there, or is no file that can be read.',
  },
  'defaults-by-name': {
    severity: 'error',
    text: 'A row of defaults that goes by names in AWS says what decides about trust.',
  },
  'placeholder-unknown': { severity: 'error', text: 'A placeholder in a text of defaults stands for nothing.' },
  'code-owners': {
    severity: 'warning',
    text: 'CODEOWNERS does not ask whom the configuration names as owners of a folder of the catalogue.',
  },
  'unit-unknown': {
    severity: 'error',
    text: "defaults go by organizational unit, and that of the entry's account is not known: neither is who may see it.",
  },
  'configuration-contradiction': { severity: 'error', text: 'Two settings contradict each other.' },
  'only-part': { severity: 'notice', text: '--only left something out of what is shown and done.' },
  'option-missing': { severity: 'error', text: 'The command needs a setting that nobody gave.' },
  'credentials-stand-in': {
    severity: 'notice',
    text: "Outside of a job a person's own AWS credentials stand in for the job's token.",
  },
  'variable-unused': {
    severity: 'notice',
    text: 'A variable with the secret of a client that the configuration does not name.',
  },
  'env-file-unread': { severity: 'notice', text: 'A file .env that no flag names: it is not read.' },
  'option-unneeded': { severity: 'notice', text: 'An option that the old tool needed, and that does nothing here.' },
  'option-unknown': { severity: 'error', text: 'A flag that the command does not have, or no command at all.' },
  'option-renamed': { severity: 'notice', text: 'An option was given by an older word.' },
  'option-value': {
    severity: 'error',
    text: 'A flag, input or environment variable has a value that is not of its form.',
  },
  // scan
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
  // plan and apply
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
  // definitions of gateways
  'definition-dynamic': {
    severity: 'error',
    text: 'A text or key of a definition that CloudFormation would replace by something else.',
  },
  'definition-unlisted': {
    severity: 'error',
    text: "A definition names a role, secret, provider, function, issuer or account that the configuration's gateways do not list.",
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
  'definition-search': { severity: 'warning', text: 'More than 20 tools without semantic search.' },
  'definition-extra': { severity: 'error', text: 'A property of extra that the definition has a key for.' },
  'definition-policy': {
    severity: 'error',
    text: 'A Cedar policy that is none, or that decides otherwise than its cases say.',
  },
  'definition-unrendered': { severity: 'error', text: 'What CloudFormation can not make yet.' },
  // requests
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
  // tokens
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

export type RuleName = keyof typeof RULES;

/** The page of the rules: each has an anchor of its own name there, which stays. */
const RULES_PAGE = 'https://agentcore-sync.dev/docs/rules.md';

/** Where a rule is told to the end: the page that its row names, or its place on the page of the rules. */
export const helpOf = (name: RuleName): string => ruleOf(name).help ?? `${RULES_PAGE}#${name}`;

/** The row of a rule. */
export const ruleOf = (name: RuleName): Rule => RULES[name];

/** True for a rule that no configuration can lower or accept. */
export const isGuard = (name: RuleName): boolean => ruleOf(name).guard ?? ruleOf(name).severity === 'error';
