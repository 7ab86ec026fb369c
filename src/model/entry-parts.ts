import type { Authorizer, EndpointRegistration, EndpointSummary, EntryFile } from './generated/entry.ts';
import type { ScannedEntry } from './resource.ts';
import { gatewayOf, leadUrl } from './through.ts';

/** The address of a named endpoint: a parameter of its resource's own. */
const endpointUrl = (url: string, endpoint: string): string =>
  `${url}${url.includes('?') ? '&' : '?'}qualifier=${encodeURIComponent(endpoint)}`;

/** Where the registration of a scanned entry says that its resource is reached; undefined: where AWS says. */
export const ownUrl = (value: EntryFile): string | undefined =>
  value.kind === 'gateway' ? value.registration.url : undefined;

/** Where callers reach the resource of a scanned entry, or one of its named endpoints: what is registered. */
export const reachedAt = (value: ScannedEntry, endpoint?: string): string => {
  const gateway = gatewayOf(value);
  const lead = gateway?.leads.get(endpoint ?? '');
  if (gateway !== undefined && lead !== undefined) return leadUrl(gateway.entry.source.url, lead);
  const url = ownUrl(value) ?? value.source.url;
  return endpoint === undefined ? url : endpointUrl(url, endpoint);
};

/** Who may call the resource of an entry; undefined where AWS names nobody, and for what people wrote by hand. */
export const ownAuthorizer = (value: EntryFile): Authorizer | undefined =>
  'source' in value && 'authorizer' in value.source ? value.source.authorizer : undefined;

/** Who may call what an entry registers: where it is reached through a gateway, as that one says. */
export const authorizerOf = (value: EntryFile): Authorizer | undefined =>
  gatewayOf(value)?.entry.source.authorizer ?? ownAuthorizer(value);

/** Named endpoints that an entry registers besides its own place, by their names. */
export const registeredEndpoints = ({ registration }: EntryFile): Readonly<Record<string, EndpointRegistration>> =>
  'endpoints' in registration ? (registration.endpoints ?? {}) : {};

/** Named endpoints that a scan saw; undefined where none was asked for. */
export const seenEndpoints = (value: EntryFile): readonly EndpointSummary[] | undefined =>
  'source' in value && 'endpoints' in value.source ? value.source.endpoints : undefined;
