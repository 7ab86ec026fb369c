import type { Finding, Pointer } from '../document/finding.ts';
import type { Entry } from '../model/catalogue.ts';
import type { EntryFile, GatewaySecurity, Outbound } from '../model/generated/entry.ts';
import {
  allowedOutbound,
  NO_OUTBOUND,
  type OutboundType,
  outboundVerdict,
  TARGET_OUTBOUND_READ,
  type TargetType,
} from '../model/target-outbound.ts';
import { isUncalled } from '../model/through.ts';

/** What the rules on security must know besides the entry. */
export interface SecurityContext {
  /** Tools of the entry's lock; undefined: it has none that can be read. */
  readonly lockedTools?: (file: string) => number | undefined;
}

type GatewayEntry = Extract<EntryFile, { kind: 'gateway' }>;
type TargetEntry = Extract<EntryFile, { kind: 'target' }>;

/** More tools than this a caller can hardly be given at once. */
const MANY_TOOLS = 20;

/**
 * MCP versions that clients of the years before 2026-07-28 speak; a gateway that has none of them answers them with 400.
 * https://modelcontextprotocol.io/specification/versioning
 */
const SPOKEN: ReadonlySet<string> = new Set(['2024-11-05', '2025-03-26', '2025-06-18', '2025-11-25']);

const at = (...keys: Pointer): Pointer => ['source', 'security', ...keys];

const policyFindings = ({ policyEngine }: GatewaySecurity): readonly Finding[] => {
  if (policyEngine === undefined) {
    return [
      {
        rule: 'gateway-policy-absent',
        pointer: at(),
        text: 'No policy engine decides which tools a caller may use: whoever is let in may use all of them.',
        hint: 'Give the gateway a policy engine, or accept the rule for it.',
      },
    ];
  }
  if (policyEngine.mode !== 'LOG_ONLY') return [];
  return [
    {
      rule: 'gateway-policy-log-only',
      pointer: at('policyEngine', 'mode'),
      text: 'The policy engine only writes down what it would refuse (LOG_ONLY): nothing is refused.',
      hint: 'Set its mode to ENFORCE once its log shows nothing unexpected.',
    },
  ];
};

const wafFindings = ({ waf }: GatewaySecurity): readonly Finding[] => {
  if (waf === undefined) {
    return [
      {
        rule: 'gateway-waf-absent',
        pointer: at(),
        text: 'No web application firewall is in front of the gateway.',
        hint: 'Associate a web ACL with it, or accept the rule for it.',
      },
    ];
  }
  if (waf.failOpen !== true) return [];
  return [
    {
      rule: 'gateway-waf-fails-open',
      pointer: at('waf', 'failOpen'),
      text: 'Requests pass unchecked where the firewall does not answer (FAIL_OPEN).',
      hint: 'Set its failure mode to FAIL_CLOSE.',
    },
  ];
};

const interceptorFindings = ({ interceptors = [] }: GatewaySecurity): readonly Finding[] =>
  interceptors.flatMap(({ arn, headers }, index): Finding[] =>
    headers === true
      ? [
          {
            rule: 'gateway-interceptor-headers',
            pointer: at('interceptors', index),
            text: `The interceptor ${arn} is given the headers of each request, the caller's token among them.`,
            hint: 'Take passRequestHeaders away where it needs none; otherwise review its code like a token store.',
          },
        ]
      : [],
  );

const versionFindings = ({ mcpVersions = [] }: GatewaySecurity): readonly Finding[] =>
  mcpVersions.length === 0 || mcpVersions.some((version) => SPOKEN.has(version))
    ? []
    : [
        {
          rule: 'mcp-version-unspoken',
          pointer: at('mcpVersions'),
          text: `The gateway speaks MCP ${mcpVersions.join(', ')} alone: clients of an earlier version are answered with 400.`,
          hint: 'Add an earlier version to its supported versions, such as 2025-11-25, until all callers speak the new one.',
        },
      ];

const searchFindings = (
  { search }: GatewaySecurity,
  file: string,
  { lockedTools }: SecurityContext,
): readonly Finding[] => {
  const tools = lockedTools?.(file) ?? 0;
  if (search !== undefined || tools <= MANY_TOOLS) return [];
  return [
    {
      rule: 'gateway-search-off',
      pointer: at(),
      text: `The gateway has ${tools} tools, and callers can't search for one: each is given all of them.`,
      hint: 'Switch its semantic search on.',
    },
  ];
};

const GRANTS: Readonly<Record<string, OutboundType>> = {
  CLIENT_CREDENTIALS: 'client-credentials',
  AUTHORIZATION_CODE: 'authorization-code',
  TOKEN_EXCHANGE: 'token-exchange',
};
const OUTBOUND: Readonly<Record<string, OutboundType>> = {
  GATEWAY_IAM_ROLE: 'gateway-role',
  CALLER_IAM_CREDENTIALS: 'caller-iam',
  JWT_PASSTHROUGH: 'jwt-passthrough',
  API_KEY: 'api-key',
};

/** What AWS calls OAUTH is a grant; where it names none it is that of clients. */
const outboundType = ({ type, grant }: Outbound): OutboundType | undefined =>
  type === 'OAUTH' ? GRANTS[grant ?? 'CLIENT_CREDENTIALS'] : OUTBOUND[type];

/** Where an authorization stands, and what the target is called there. */
interface OutboundPlace {
  readonly pointer: Pointer;
  readonly target: string;
}

/** Whether a gateway can prove itself so to a target of a kind, as far as AWS's pages say. */
const verdictFindings = (kind: TargetType, one: Outbound, { pointer, target }: OutboundPlace): readonly Finding[] => {
  const type = one.type === NO_OUTBOUND ? 'none' : outboundType(one);
  if (type === undefined) return [];
  const { verdict, sources } = outboundVerdict(kind, type);
  if (verdict === 'allowed') return [];
  const known = allowedOutbound(kind);
  const pages = sources.length === 0 ? 'no page of AWS speaks of it' : `see ${sources.join(', ')}`;
  const said = verdict === 'refused' ? 'AWS says that this does not work' : 'it is not known to work';
  return [
    {
      rule: 'target-outbound',
      pointer,
      text: `The gateway proves itself to ${target} by ${type}: ${said} (${pages}; read on ${TARGET_OUTBOUND_READ}).`,
      hint: known.length === 0 ? 'Try it with verify before you rely on it.' : `Known to work: ${known.join(', ')}.`,
    },
  ];
};

/** An API key in a query is in every log on the way. */
const queryFindings = ({ location }: Outbound, { pointer, target }: OutboundPlace): readonly Finding[] =>
  location === 'QUERY_PARAMETER'
    ? [
        {
          rule: 'api-key-in-query',
          severity: 'warning',
          pointer: [...pointer, 'location'],
          text: `The gateway sends its API key to ${target} in the query of each request: every log on the way has it.`,
          hint: 'Let the credential provider send it in a header (credentialLocation: HEADER).',
        },
      ]
    : [];

const outboundFindings = ({ security, protocol }: TargetEntry['source']): readonly Finding[] => {
  const { outbound = [] } = security ?? {};
  const kind = protocol === undefined ? 'mcpServer' : 'passthrough';
  const met: readonly Outbound[] = outbound.length === 0 ? [{ type: NO_OUTBOUND }] : outbound;
  return met.flatMap((one, index): readonly Finding[] => {
    const place = { pointer: outbound.length === 0 ? at() : at('outbound', index), target: 'this target' };
    return [...verdictFindings(kind, one, place), ...queryFindings(one, place)];
  });
};

/** Kinds of targets that have no entry of their own: what is said of them stands at their gateway. */
const WITHOUT_ENTRY: Readonly<Record<string, TargetType>> = {
  LAMBDA: 'lambda',
  OPEN_API_SCHEMA: 'openApi',
  SMITHY_MODEL: 'smithy',
  API_GATEWAY: 'apiGateway',
  CONNECTOR: 'connector',
  HTTP_CONNECTOR: 'connector',
  AGENTCORE_RUNTIME: 'runtime',
};

/** How a gateway proves itself to those of its targets that have no entry of their own. */
const belowFindings = ({ security, targets = [] }: GatewayEntry['source']): readonly Finding[] => {
  const types = new Map(targets.map(({ name, type = '' }) => [name, type]));
  return (security?.outbound ?? []).flatMap((one, index): readonly Finding[] => {
    const kind = WITHOUT_ENTRY[types.get(one.target) ?? ''];
    const place = { pointer: at('outbound', index), target: `its target ${one.target}` };
    return kind === undefined ? [] : [...verdictFindings(kind, one, place), ...queryFindings(one, place)];
  });
};

const gatewayFindings = (value: GatewayEntry, file: string, context: SecurityContext): readonly Finding[] => {
  const { security } = value.source;
  // What was never looked at is not judged.
  if (security === undefined) return [];
  const debug: readonly Finding[] =
    security.exceptionLevel === 'DEBUG'
      ? [
          {
            rule: 'gateway-debug-errors',
            pointer: at('exceptionLevel'),
            text: 'Errors tell callers what happens inside of the gateway (DEBUG).',
            hint: 'Take the exception level away outside of development.',
          },
        ]
      : [];
  return [
    ...policyFindings(security),
    ...wafFindings(security),
    ...interceptorFindings(security),
    ...debug,
    ...versionFindings(security),
    ...searchFindings(security, file, context),
    ...belowFindings(value.source),
  ];
};

const targetFindings = (value: TargetEntry, file: string, { lockedTools }: SecurityContext): readonly Finding[] => {
  const { security } = value.source;
  if (security === undefined) return [];
  const isUnlocked = security.listing === 'DYNAMIC' && lockedTools?.(file) === undefined;
  const dynamic: readonly Finding[] = isUnlocked
    ? [
        {
          rule: 'listing-dynamic-unlocked',
          pointer: at('listing'),
          text: 'The tools of this target are asked for at each call, and no lock says which ones were reviewed.',
          hint: 'Lock its tools, or let the gateway list them once.',
        },
      ]
    : [];
  return [...outboundFindings(value.source), ...dynamic];
};

/**
 * What a security team would say of how AWS runs a resource, as far as `source.security` tells. What is left out of the
 * registry is nobody's to call there, and not judged.
 */
export const securityFindings = ({ path, value }: Entry, context: SecurityContext): readonly Finding[] => {
  if (isUncalled(value)) return [];
  switch (value.kind) {
    case 'gateway':
      return gatewayFindings(value, path, context);
    case 'target':
      return targetFindings(value, path, context);
    default:
      return [];
  }
};
