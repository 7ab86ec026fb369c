import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';

const compile = async () => {
  const schema = JSON.parse(await readFile('schemas/manual-server.schema.json', 'utf8'));
  return new Ajv2020({ allErrors: true }).compile(schema);
};

it('describes the form that the registry’s documentation shows', async () => {
  const validate = await compile();
  const document = JSON.parse(await readFile('test/fixtures/manual/gateway-config.json', 'utf8'));
  expect(validate(document)).toBe(true);
  expect(validate({ ...document, headers: { 'X-Env': 'dev', Authorization: { secret: 'orders' } } })).toBe(true);
});

it('refuses what an editor should underline', async () => {
  const validate = await compile();
  expect(validate({ server_name: 'A', path: '/a b/', proxy_pass_url: 'https://a', visibility: 'secret' })).toBe(false);
  expect(validate.errors?.map(({ instancePath }) => instancePath)).toEqual(['/path', '/visibility']);
});
