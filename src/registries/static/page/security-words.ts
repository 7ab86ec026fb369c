import type {
  EntryFile,
  GatewaySecurity,
  Outbound,
  RuntimeSecurity,
  TargetSecurity,
} from '../../../model/generated/entry.ts';

/** A fact about how AWS runs something: what is asked, and the answer. */
export type SecurityFact = readonly [what: string, answer: string];

const listed = (texts: readonly string[]): string => texts.join(', ');

const policyWords = (engine: GatewaySecurity['policyEngine']): string => {
  if (engine === undefined) return 'every tool: no policy decides';
  return engine.mode === 'LOG_ONLY'
    ? 'every tool: its policy only writes down what it would refuse'
    : 'the tools that its policy allows them';
};

const wafWords = (waf: GatewaySecurity['waf']): string => {
  if (waf === undefined) return 'none';
  return waf.failOpen === true ? 'there is one; requests pass where it does not answer' : 'there is one';
};

const gatewayFacts = (security: GatewaySecurity): readonly SecurityFact[] => {
  const { interceptors = [], mcpVersions = [] } = security;
  const told = interceptors.filter(({ headers }) => headers === true).length;
  const seen = `${interceptors.length}${told === 0 ? '' : `; ${told} with the headers of callers, their tokens among them`}`;
  return [
    ['Callers may use', policyWords(security.policyEngine)],
    ['Firewall', wafWords(security.waf)],
    ['Functions that see requests', interceptors.length === 0 ? 'none' : seen],
    [
      'Errors',
      security.exceptionLevel === 'DEBUG' ? 'tell callers what happens inside' : 'tell callers nothing of its inside',
    ],
    ['Encryption', security.kmsKey === undefined ? "with AWS's own key" : "with a key of the account's own"],
    ...(mcpVersions.length === 0 ? [] : [['MCP versions', listed(mcpVersions)] as const]),
  ];
};

const runtimeFacts = ({ network, headersAllowed = [] }: RuntimeSecurity): readonly SecurityFact[] => [
  ['Network', network === undefined || network === 'PUBLIC' ? 'the internet' : network],
  ['Headers of callers that reach the code', headersAllowed.length === 0 ? 'none' : listed(headersAllowed)],
];

const OUTBOUND: Readonly<Record<string, string>> = {
  GATEWAY_IAM_ROLE: "the gateway's own AWS role",
  CALLER_IAM_CREDENTIALS: "the caller's AWS login",
  JWT_PASSTHROUGH: "the caller's own token",
  API_KEY: 'an API key of the gateway',
};
const GRANTS: Readonly<Record<string, string>> = {
  CLIENT_CREDENTIALS: 'a token of the gateway',
  AUTHORIZATION_CODE: 'a token to which the caller agreed',
  TOKEN_EXCHANGE: "a token in exchange for the caller's",
};

/** What AWS calls it, where nobody has words for that yet. */
const outboundWords = ({ type, grant = 'CLIENT_CREDENTIALS' }: Outbound): string =>
  (type === 'OAUTH' ? GRANTS[grant] : OUTBOUND[type]) ?? type;

const targetFacts = ({ outbound = [], listing }: TargetSecurity): readonly SecurityFact[] => [
  ['The gateway proves itself by', outbound.length === 0 ? 'nothing' : listed(outbound.map(outboundWords))],
  ['Its tools are', listing === 'DYNAMIC' ? 'asked for at each call' : 'listed once by the gateway'],
];

/**
 * `source.security` in people's words: whether, never which one, so that no ARN is told. Undefined where it was never
 * looked at.
 */
export const securityFacts = (value: EntryFile): readonly SecurityFact[] | undefined => {
  switch (value.kind) {
    case 'gateway':
      return value.source.security && gatewayFacts(value.source.security);
    case 'runtime':
      return value.source.security && runtimeFacts(value.source.security);
    case 'target':
      return value.source.security && targetFacts(value.source.security);
    default:
      // The sources of the others say nothing of it.
      return undefined;
  }
};
