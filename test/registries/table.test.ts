import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { REGISTRY_KINDS, registryKinds } from '../../src/registries/table.ts';

it('every type that a configuration may name is the kind of that name', () => {
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../schemas/configuration.schema.json'), 'utf8'));
  const types: readonly string[] = schema.$defs.RegistryConfiguration.oneOf.map(
    ({ $ref }: { $ref: string }) => schema.$defs[$ref.replace('#/$defs/', '')].properties.type.const,
  );
  expect(Object.keys(REGISTRY_KINDS).sort()).toEqual([...types].sort());
  expect(Object.entries(REGISTRY_KINDS).map(([type, { name }]) => ({ type, name }))).toEqual(
    types.map((type) => ({ type, name: type })),
  );
});

it('a configuration without a registry is judged as one that says no type', () => {
  expect(registryKinds({ registries: [] }).map(({ name }) => name)).toEqual(['mcp-gateway-registry']);
});
