import type { Authorizer, EndpointRegistration, EndpointSummary, EntryFile } from './generated/entry.ts';

/** The address of a named endpoint: a parameter of its resource's own. */
export const endpointUrl = (url: string, endpoint: string): string =>
  `${url}${url.includes('?') ? '&' : '?'}qualifier=${encodeURIComponent(endpoint)}`;

/** Where the registration of a scanned entry says that its resource is reached; undefined: where AWS says. */
export const ownUrl = (value: EntryFile): string | undefined =>
  value.kind === 'gateway' ? value.registration.url : undefined;

/** Who may call the resource of an entry; undefined where AWS names nobody, and for what people wrote by hand. */
export const authorizerOf = (value: EntryFile): Authorizer | undefined =>
  'source' in value && 'authorizer' in value.source ? value.source.authorizer : undefined;

/** Named endpoints that an entry registers besides its own place, by their names. */
export const registeredEndpoints = ({ registration }: EntryFile): Readonly<Record<string, EndpointRegistration>> =>
  'endpoints' in registration ? (registration.endpoints ?? {}) : {};

/** Named endpoints that a scan saw; undefined where none was asked for. */
export const seenEndpoints = (value: EntryFile): readonly EndpointSummary[] | undefined =>
  'source' in value && 'endpoints' in value.source ? value.source.endpoints : undefined;
