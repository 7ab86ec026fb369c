import type { Finding } from '../document/finding.ts';
import { isLoopbackHost } from '../model/addresses.ts';
import { isCallers } from '../model/callers.ts';
import type { Entry } from '../model/catalogue.ts';
import { ownAuthorizer } from '../model/entry-parts.ts';
import type { Authorizer, EntryFile } from '../model/generated/entry.ts';
import { comparableUrl } from '../model/issuer-urls.ts';
import { isUncalled } from '../model/through.ts';

/** What the rules on who may call must know besides the entry. */
export interface TrustContext {
  /** Discovery URLs of the configured issuers, comparable; absent where none is configured. */
  readonly discoveryUrls?: ReadonlySet<string>;
}

const TYPE = ['source', 'authorizer', 'type'] as const;
const DISCOVERY = ['source', 'authorizer', 'discoveryUrl'] as const;

const openFindings = ({ kind }: EntryFile, { type }: Authorizer): readonly Finding[] =>
  kind !== 'gateway' || type !== 'NONE'
    ? []
    : [
        {
          rule: 'gateway-open',
          pointer: TYPE,
          text: 'The gateway has no inbound authorization: everybody on the internet may call it.',
          hint: 'Give it an authorizer (CUSTOM_JWT or AWS_IAM), or accept the rule for it.',
        },
      ];

const unboundedFindings = ({ allowedClients, allowedAudience, allowedScopes }: Authorizer): readonly Finding[] =>
  [allowedClients, allowedAudience, allowedScopes].some((list) => (list ?? []).length > 0)
    ? []
    : [
        {
          rule: 'gateway-jwt-unbounded',
          pointer: TYPE,
          text: 'Every token of the issuer is let in: the authorizer names no client, no audience and no scope.',
          hint: 'Name allowed clients or audiences in the authorizer: a token for something else must not be one for this.',
        },
      ];

const isCleartext = (url: URL | null): boolean => url?.protocol === 'http:' && !isLoopbackHost(url.hostname);

const cleartextFindings = ({ discoveryUrl = '' }: Authorizer): readonly Finding[] =>
  !isCleartext(URL.parse(discoveryUrl))
    ? []
    : [
        {
          rule: 'discovery-cleartext',
          pointer: DISCOVERY,
          text: "The issuer's document is read without TLS: whoever is on the way chooses the keys that tokens are checked with.",
          hint: 'Give the authorizer the https address of the document.',
        },
      ];

const unlistedFindings = (
  value: EntryFile,
  { discoveryUrl }: Authorizer,
  { discoveryUrls }: TrustContext,
): readonly Finding[] => {
  if (discoveryUrl === undefined || discoveryUrls === undefined || isCallers(value)) return [];
  const wanted = comparableUrl(discoveryUrl);
  if (wanted !== undefined && discoveryUrls.has(wanted)) return [];
  return [
    {
      rule: 'issuer-unlisted',
      pointer: DISCOVERY,
      text: 'The resource trusts an issuer that the configuration does not list.',
      hint: 'Look whether it is one of yours, and list it under issuers; or let callers send their own tokens.',
    },
  ];
};

/**
 * What a security team would say of who may call a resource, as its authorizer tells. What is left out of the registry is
 * not judged.
 */
export const trustFindings = ({ value }: Entry, context: TrustContext): readonly Finding[] => {
  const authorizer = ownAuthorizer(value);
  if (authorizer === undefined || isUncalled(value)) return [];
  if (authorizer.type !== 'CUSTOM_JWT') return openFindings(value, authorizer);
  return [
    ...unboundedFindings(authorizer),
    ...cleartextFindings(authorizer),
    ...unlistedFindings(value, authorizer, context),
  ];
};
