import type { Client } from '../model/generated/configuration.ts';
import { issuerOfDocument } from '../model/vendors/table.ts';

/** Texts that can stand in a suggestion: visible ASCII, so that nothing in it shows as something else. */
const PLAIN = /^[\x21-\x7e]{1,512}$/;
const DOCUMENT = /\/\.well-known\/(openid-configuration|oauth-authorization-server)\/?$/;
const OAUTH_DOCUMENT = /^(https:\/\/[^/]+)\/\.well-known\/(?:oauth-authorization-server|openid-configuration)(\/.+)$/;

const quoted = (text: string): string => JSON.stringify(text);

/** The issuer that a discovery URL most likely belongs to, as lines of the configuration. */
const issuerLines = (discoveryUrl: string): readonly string[] => {
  const own = issuerOfDocument(discoveryUrl);
  if (own !== undefined) return [`  - issuer: ${quoted(own)}`, `    discoveryUrl: ${quoted(discoveryUrl)}`];
  const inserted = OAUTH_DOCUMENT.exec(discoveryUrl);
  const issuer = inserted ? `${inserted[1]}${inserted[2]}` : discoveryUrl.replace(DOCUMENT, '');
  return [`  - issuer: ${quoted(issuer)}`];
};

export interface Suggestion {
  /** The configured issuer, where there is one. */
  readonly issuer?: string;
  /** What the resource names, where no issuer is configured for it. */
  readonly discoveryUrl?: string;
  /** Clients that the resource's owner allows: named in a comment, or as the id when it is one. */
  readonly allowedClients?: readonly string[];
  /** The client's `for` or `urls`. */
  readonly covers: Pick<Client, 'for' | 'urls'>;
}

/**
 * The lines to add to agentcore-sync.yaml so that an entry gets a token. They are a proposal for a person to judge:
 * the client id comes from whoever owns the resource, and a comment says so. Empty when a stranger's text could mislead.
 */
export const suggestedLines = (suggestion: Suggestion): readonly string[] => {
  const { issuer, discoveryUrl, allowedClients = [], covers } = suggestion;
  const globs = [...(covers.for ?? []), ...(covers.urls ?? [])];
  const texts = [issuer, discoveryUrl, ...globs].filter((text) => text !== undefined);
  if (!texts.every((text) => PLAIN.test(text))) return [];
  const named = allowedClients.filter((id) => PLAIN.test(id)).slice(0, 5);
  const only = named.length === 1 && allowedClients.length === 1 ? named[0] : undefined;
  const id =
    only === undefined
      ? `      - id: "<client id>"${named.length > 0 ? ` # its owner allows ${named.map(quoted).join(', ')}` : ''}`
      : `      - id: ${quoted(only)} # named by its owner: make sure that it is meant for this entry`;
  const head = issuer === undefined ? issuerLines(discoveryUrl ?? '<issuer>') : [`  - issuer: ${quoted(issuer)}`];
  const key = covers.urls === undefined ? 'for' : 'urls';
  return ['issuers:', ...head, '    clients:', id, `        ${key}: [${globs.map(quoted).join(', ')}]`];
};
