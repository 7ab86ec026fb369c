import { plain } from './plain.ts';
import type { Vendor } from './vendor.ts';

/** It runs on anybody's host, below any path: only the realm's name shows it. */
export const keycloak: Vendor = {
  ...plain,
  title: 'Keycloak',
  has: ({ pathname }) => /\/realms\/(?!\.well-known\/)[^/]/.test(pathname),
  secretName: 'KEYCLOAK_CLIENT_SECRET',
};
