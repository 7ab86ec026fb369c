import { plain } from './plain.ts';
import type { Vendor } from './vendor.ts';

export const okta: Vendor = {
  ...plain,
  title: 'Okta',
  has: ({ hostname }) => /\.(okta|oktapreview|okta-emea)\.com$/.test(hostname),
  secretName: 'OKTA_CLIENT_SECRET',
  lacks: ({ scope }) =>
    scope === undefined
      ? { text: 'Okta needs a scope', hint: 'Add `scope:`, one that the authorization server defines.' }
      : undefined,
  assertionAudience: 'token-endpoint',
};
