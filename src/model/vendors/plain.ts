import type { Vendor } from './vendor.ts';

/** An issuer that does as the standards say. */
export const plain: Vendor = {
  title: 'the issuer',
  has: () => false,
  secretName: undefined,
  lacks: () => undefined,
  parameters: ({ client: { audience, resource }, scope }) => ({
    ...(resource === undefined ? {} : { resource }),
    ...(scope === undefined ? {} : { scope }),
    ...(audience === undefined ? {} : { audience }),
  }),
  assertionAudience: 'issuer',
  githubAudience: undefined,
  isSharedTenant: () => false,
  issuerOf: () => undefined,
};
