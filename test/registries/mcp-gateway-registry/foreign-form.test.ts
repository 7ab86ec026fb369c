/** Documents in the registry's own form: what an entry has in other words is mapped, what it can't hold is told. */
import { expect, test } from 'vitest';
import { foreignForm } from '../../../src/registries/mcp-gateway-registry/foreign-form.ts';

const { read: fromRegistryForm, pointer: originalPointer } = foreignForm;

const server = { server_name: 'S', path: '/s/', proxy_pass_url: 'https://s.example.com/mcp' };
const agent = { name: 'A', path: '/a', url: 'https://a.example.com' };

const told = (value: Readonly<Record<string, unknown>>) =>
  fromRegistryForm(value)?.findings.map(({ rule, pointer, text }) => `${rule} ${pointer?.join('.')} ${text}`);

test('provider_organization and provider_url are the provider', () => {
  const value = { ...server, provider_organization: 'ACME', provider_url: 'https://acme.example.com' };
  const made = fromRegistryForm(value);
  expect(made?.value['registration']).toMatchObject({
    provider: { organization: 'ACME', url: 'https://acme.example.com' },
  });
  expect(made?.findings).toEqual([]);
  expect(originalPointer(['registration', 'provider', 'url'], value)).toEqual(['provider_url']);
  expect(originalPointer(['registration', 'provider', 'organization'], value)).toEqual(['provider_organization']);
});

test.each([
  ['provider', { ...agent, provider: 'Example Corp' }],
  ['provider_organization', { ...server, provider_organization: 'ACME' }],
  ['provider_url', { ...server, provider_url: 'https://acme.example.com' }],
])('half a provider is told, and left out: %s', (key, value) => {
  const made = fromRegistryForm(value);
  expect(made?.value['registration']).not.toHaveProperty('provider');
  expect(told(value)).toEqual([
    expect.stringMatching(new RegExp(`^field-unsupported ${key} .*organization and a URL`)),
  ]);
});

test('parameters of a skill are told, and left out', () => {
  const skill = { id: 's', name: 'S', description: 'd' };
  const value = { ...agent, skills: [skill, { ...skill, id: 't', parameters: { a: 1 }, security: [{ b: [] }] }] };
  expect(fromRegistryForm(value)?.value['registration']).toMatchObject({ skills: [skill, { ...skill, id: 't' }] });
  expect(JSON.stringify(fromRegistryForm(value)?.value)).not.toMatch(/parameters|security/);
  expect(told(value)).toEqual([
    expect.stringMatching(/^field-unsupported skills\.1\.parameters /),
    expect.stringMatching(/^field-unsupported skills\.1\.security /),
  ]);
  expect(told({ ...agent, skills: [{ ...skill, parameters: null, security: null }] })).toEqual([]);
});
