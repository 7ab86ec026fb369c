import { plain } from './plain.ts';
import type { Vendor } from './vendor.ts';

export const auth0: Vendor = {
  ...plain,
  title: 'Auth0',
  has: ({ hostname }) => hostname.endsWith('.auth0.com'),
  secretName: 'AUTH0_CLIENT_SECRET',
  lacks: ({ client }) =>
    client.audience === undefined
      ? { text: 'Auth0 needs an audience', hint: "Add `audience:`, the API's identifier, to the client." }
      : undefined,
};
