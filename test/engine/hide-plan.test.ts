import { expect, it } from 'vitest';
import { hidePlan } from '../../src/engine/hide-plan.ts';
import { createHider } from '../../src/net/hide.ts';
import { maskForms } from '../../src/net/masks.ts';
import { startInMemory } from '../registries/in-memory-world.ts';
import { applyWorld, gateway, planWorld } from './support.ts';

const SECRET = 'eyJhbGciOiJSUzI1NiJ9.the-token-that-the-registry-was-given';

it.each([
  ['as it is', SECRET],
  ['in base64', btoa(SECRET)],
  ['in hexadecimal', Buffer.from(SECRET).toString('hex')],
  ['its second half', SECRET.slice(SECRET.length / 2)],
])('a plan shows no secret of the run that the registry keeps in a record: %s', async (_, shown) => {
  const world = await startInMemory();
  await applyWorld(world.registry, [gateway('one'), gateway('two')]);
  world.edit('/one/', { description: `was ${shown}`, tags: [shown], metadata: { [shown]: { list: [shown] } } });
  world.edit('/two/', { name: shown });
  const { plan } = await planWorld(world.registry, [gateway('one')], { adopt: 'all' });
  const { add, hide } = createHider();
  for (const form of maskForms(SECRET)) add(form);
  expect(JSON.stringify(plan)).toContain(shown);
  const hidden = JSON.stringify(hidePlan(plan, hide));
  expect(hidden).not.toContain(shown);
  expect(hidden).toContain('was ***');
  expect(hidePlan(plan, createHider().hide)).toEqual(plan);
});
