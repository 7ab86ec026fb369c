import { expect, test } from 'vitest';
import { writeManifest } from '../../src/credentials/manifest.ts';
import type { Issuer } from '../../src/model/generated/configuration.ts';
import { vendorName } from '../../src/model/vendors/table.ts';
import { toolMetadata } from '../../src/registration/defaults.ts';
import { gateway } from '../credentials/entries.ts';

const TENANT = '11111111-2222-3333-4444-555555555555';

const document = (issuer: string): string => `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;

const named = (issuer: Issuer, discoveryUrl: string) => {
  const entry = gateway({ authorizer: { discoveryUrl } });
  const [row] = JSON.parse(writeManifest([entry], [issuer]));
  return {
    request: vendorName(issuer) ?? 'unknown',
    metadata: toolMetadata(entry, [issuer])['idp_vendor'],
    manifest: row.idp_vendor,
  };
};

test.each([
  ['auth0', 'https://acme.eu.auth0.com/'],
  ['cognito', 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_abc'],
  ['cognito', 'https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc'],
  ['cognito', 'https://cognito-idp.cn-north-1.amazonaws.com.cn/cn-north-1_abc'],
  ['cognito', 'https://cognito-idp.eusc-de-east-1.amazonaws.eu/eusc-de-east-1_abc'],
  ['entra', `https://login.microsoftonline.com/${TENANT}/v2.0`],
  ['entra', `https://login.microsoftonline.us/${TENANT}/v2.0`],
  ['entra', `https://login.partner.microsoftonline.cn/${TENANT}/v2.0`],
  ['entra', `https://sts.windows.net/${TENANT}/`],
  ['entra', `https://acme.b2clogin.com/${TENANT}/v2.0`],
  ['entra', `https://acme.ciamlogin.com/${TENANT}/v2.0`],
  ['okta', 'https://acme.okta.com/oauth2/default'],
  ['okta', 'https://acme.oktapreview.com/oauth2/default'],
  ['okta', 'https://acme.okta-emea.com/oauth2/default'],
  ['keycloak', 'https://login.example.com/realms/acme'],
  ['keycloak', 'https://login.example.com/auth/realms/acme'],
  ['keycloak', 'https://login.example.com/sso/realms/acme'],
  ['unknown', 'https://login.example.com/realms'],
  ['unknown', 'https://auth0.com.example.com'],
  ['unknown', 'https://evil-cognito-idp.us-east-1.amazonaws.com.example.com/us-east-1_abc'],
])('%s is the vendor of %s wherever it is named', (vendor, issuer) => {
  const all = { request: vendor, metadata: vendor, manifest: vendor };
  expect(named({ issuer, clients: [{ id: 'a' }] }, document(issuer))).toEqual(all);
  const other = { issuer: 'https://other.example.com', clients: [{ id: 'a' }] };
  expect(named(other, document(issuer))).toEqual({ ...all, request: 'unknown' });
});

test.each([
  'https://id.example.com/.well-known/oauth-authorization-server/acme',
  'https://ID.example.com:443/acme/.well-known/openid-configuration',
])('a configured vendor counts for each URL of its issuer: %s', (discoveryUrl) => {
  const issuer: Issuer = { issuer: 'https://id.example.com/acme', vendor: 'okta', clients: [{ id: 'a' }] };
  expect(named(issuer, discoveryUrl)).toEqual({ request: 'okta', metadata: 'okta', manifest: 'okta' });
});

test('the vendor is that of the configured issuer, not of the host that serves its document', () => {
  const discoveryUrl = `https://login.microsoftonline.com/${TENANT}/.well-known/openid-configuration`;
  const v1: Issuer = { issuer: `https://sts.windows.net/${TENANT}/`, discoveryUrl, clients: [{ id: 'a' }] };
  expect(named(v1, discoveryUrl)).toEqual({ request: 'entra', metadata: 'entra', manifest: 'entra' });
  const served = 'https://acme.okta.com/document';
  const own: Issuer = { issuer: 'https://id.example.com', discoveryUrl: served, clients: [{ id: 'a' }] };
  expect(named(own, served)).toEqual({ request: 'unknown', metadata: 'unknown', manifest: 'unknown' });
});
