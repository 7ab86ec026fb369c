import { plain } from './plain.ts';
import type { Vendor } from './vendor.ts';

const LOGIN_HOSTS = /^(login\.microsoftonline\.(com|us)|login\.partner\.microsoftonline\.cn|sts\.windows\.net)$/;
/** Entra External ID and Azure AD B2C: each tenant has a host of its own. */
const TENANT_HOSTS = /\.(ciamlogin|b2clogin)\.com$/;
const SHARED_TENANTS: ReadonlySet<string> = new Set(['common', 'organizations', 'consumers']);
/** The documents of version 1 name an issuer on another host. */
const V1_DOCUMENT = /^https:\/\/login\.microsoftonline\.com\/([0-9a-f-]{36})\/\.well-known\/openid-configuration$/;

/** It takes no audience but a scope made of it, `<audience>/.default` (otherwise AADSTS900144). */
export const entra: Vendor = {
  ...plain,
  title: 'Entra ID',
  has: ({ hostname }) => LOGIN_HOSTS.test(hostname) || TENANT_HOSTS.test(hostname),
  secretName: 'ENTRA_CLIENT_SECRET',
  lacks: ({ client, scope }) =>
    scope === undefined && client.audience === undefined
      ? { text: 'Entra ID needs an audience or a scope', hint: 'Add `audience:` to the client.' }
      : undefined,
  parameters: ({ client: { audience = '', resource }, scope }) => {
    const whole = audience.replace(/\/\.default$/, '').replace(/\/$/, '');
    return { ...(resource === undefined ? {} : { resource }), scope: scope ?? `${whole}/.default` };
  },
  assertionAudience: 'token-endpoint',
  githubAudience: 'api://AzureADTokenExchange',
  isSharedTenant: ({ hostname, pathname }) => {
    const tenant = (pathname.split('/')[1] ?? '').toLowerCase();
    return LOGIN_HOSTS.test(hostname) && (SHARED_TENANTS.has(tenant) || tenant.startsWith('%7b'));
  },
  issuerOf: (discoveryUrl) => {
    const tenant = V1_DOCUMENT.exec(discoveryUrl)?.[1];
    return tenant === undefined ? undefined : `https://sts.windows.net/${tenant}/`;
  },
};
