import type { Registration } from '../../model/registration.ts';
import { VENDORS } from '../../model/vendors/table.ts';

/** What whoever connects must bring: never a secret, never which one it is. */
export type SignIn =
  /** Requests are signed with AWS credentials. */
  | { readonly type: 'aws'; readonly region: string }
  /** A token of the server's own issuer. `issuer`: its vendor's title, where it is known. */
  | { readonly type: 'token'; readonly issuer?: string }
  /** The same, and each caller brings one of their own. */
  | { readonly type: 'caller'; readonly issuer?: string }
  | { readonly type: 'key'; readonly header: string }
  | { readonly type: 'none' };

/** The service that AgentCore's requests are signed for. */
export const SIGNING_SERVICE = 'bedrock-agentcore';

const DEFAULT_KEY_HEADER = 'X-API-Key';

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** What the tool itself wrote into the metadata of what was scanned; people's metadata never counts. */
const scanned = ({ identity, metadata }: Registration, key: string): string | undefined =>
  identity.arn === undefined ? undefined : text(metadata[key]);

const vendorTitle = (registration: Registration): { readonly issuer?: string } => {
  const label = scanned(registration, 'idp_vendor');
  const vendor = Object.entries(VENDORS).find(([name]) => name === label)?.[1];
  return vendor === undefined ? {} : { issuer: vendor.title };
};

/** How one signs in to what is registered. `signIn`: noted before the scheme was taken away, because a site sends none. */
export const signInOf = (registration: Registration & { readonly signIn?: SignIn }): SignIn => {
  if (registration.signIn !== undefined) return registration.signIn;
  const authorizer = scanned(registration, 'authorizer_type');
  const region = scanned(registration, 'region');
  if (authorizer === 'AWS_IAM' && region !== undefined) return { type: 'aws', region };
  if (registration.type === 'server' && registration.callers) return { type: 'caller', ...vendorTitle(registration) };
  if (authorizer === 'CUSTOM_JWT') return { type: 'token', ...vendorTitle(registration) };
  if (registration.type === 'server' && registration.authScheme === 'api_key')
    return { type: 'key', header: registration.authHeaderName ?? DEFAULT_KEY_HEADER };
  if (registration.type === 'server' && registration.authScheme === 'bearer') return { type: 'token' };
  return { type: 'none' };
};

/** A sign-in in people's words: a row's column, and a filter's choice. */
export const signInWords = (signIn: SignIn): string => {
  switch (signIn.type) {
    case 'aws':
      return 'your AWS login';
    case 'token':
      return signIn.issuer === undefined ? 'a token' : `${signIn.issuer} token`;
    case 'caller':
      return "callers' own token";
    case 'key':
      return 'an API key';
    case 'none':
      return 'no sign-in';
  }
};

/** The header that carries what one signs in with. */
export const signInHeader = (signIn: SignIn): { readonly name: string; readonly prefix: string } | undefined => {
  switch (signIn.type) {
    case 'token':
    case 'caller':
      return { name: 'Authorization', prefix: 'Bearer ' };
    case 'key':
      return { name: signIn.header, prefix: '' };
    case 'aws':
    case 'none':
      return undefined;
  }
};
