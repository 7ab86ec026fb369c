import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriesToken, stepsOf } from '../../src/engine/steps.ts';
import type { CredentialStep } from '../../src/model/plan.ts';
import type { Listed, Registry, RegistryTraits, Snapshot, Step } from '../../src/model/registry.ts';
import { ALL_ABILITIES } from '../../src/registries/mcp-gateway-registry/abilities.ts';
import { mcpGatewayRegistry } from '../../src/registries/mcp-gateway-registry/kind.ts';
import { createInMemory, traits as inMemory, type Store } from '../registries/in-memory.ts';
import { applyWorld, gateway, JWT, manual, registrationsOf, TOKENS } from './support.ts';

const [registration] = registrationsOf([gateway('one', { authorizer: JWT })]);
if (registration === undefined) throw new Error('nothing was rendered');

const listedWith = (scheme: 'none' | 'bearer', enabled = true): Listed => ({
  type: 'server',
  path: '/one/',
  name: 'one',
  url: registration.url,
  enabled,
  values: new Map([['authScheme', scheme]]),
  mark: { type: 'none' },
  flagged: false,
  federated: false,
  raw: {},
});

const snapshotOf = (own: unknown, admin = true): Snapshot => ({
  description: 'here',
  rights: { user: 'us', admin },
  own,
  listed: [],
});

const update = (credential: CredentialStep, ...fields: string[]) => ({
  action: 'update' as const,
  registration,
  registered: listedWith('bearer'),
  fields: fields.map((field) => ({ field, cause: 'git' as const, before: undefined, after: true })),
  credential,
});

const types = (steps: readonly Step[]): string[] =>
  steps.map((step) => (step.type !== 'set' && carriesToken(step) ? `${step.type} with credential` : step.type));

const plain = { traits: inMemory, snapshot: snapshotOf(undefined) };

describe('the steps of a change', () => {
  it('withdraws, writes, sets and enables where another identity is written', () => {
    const steps = stepsOf(update('renew', 'url', 'enabled'), { listed: listedWith('bearer'), token: true }, plain);
    expect(types(steps)).toEqual(['withdraw', 'put', 'set', 'enable']);
  });

  it('disables first, and sets nothing, where there is no token for it', () => {
    const steps = stepsOf(update('renew', 'url'), { listed: listedWith('bearer'), token: false }, plain);
    expect(types(steps)).toEqual(['disable', 'withdraw', 'put']);
  });

  it('removes before it registers anew', () => {
    const change = {
      ...update('keep', 'url'),
      action: 'replace' as const,
      why: { type: 'stuck' as const, fields: ['url'] },
    };
    expect(types(stepsOf(change, { listed: listedWith('bearer'), token: true }, plain))).toEqual([
      'remove',
      'create',
      'set',
      'enable',
    ]);
  });

  it('joins what the registry takes in one, and sends again what an overwrite erases', () => {
    const at = (backEnd: 'file' | 'database', admin = true) => ({
      traits: mcpGatewayRegistry,
      snapshot: snapshotOf({ ...ALL_ABILITIES, backEnd, patch: false }, admin),
    });
    const held = { listed: listedWith('bearer'), token: true };
    expect(types(stepsOf({ action: 'create', registration }, { token: true }, at('database')))).toEqual([
      'create with credential',
      'enable',
    ]);
    expect(types(stepsOf(update('renew', 'url'), held, at('database')))).toEqual(['withdraw', 'put with credential']);
    expect(types(stepsOf(update('keep', 'description'), held, at('database')))).toEqual(['put']);
    expect(types(stepsOf(update('keep', 'description'), held, at('file')))).toEqual(['put with credential']);
    expect(types(stepsOf(update('renew', 'credential'), held, at('file')))).toEqual(['withdraw', 'set']);
    expect(types(stepsOf(update('renew', 'credential'), held, at('file', false)))).toEqual([
      'withdraw',
      'put with credential',
    ]);
  });
});

describe('steps that break the order', () => {
  const put: Step = { type: 'put', credential: false, leaves: [] };
  const whole: Step = { type: 'put', credential: true, leaves: [] };
  it.each<{ readonly fault: string; readonly steps: readonly Step[] }>([
    { fault: 'are out of order', steps: [put, { type: 'withdraw' }, { type: 'set' }] },
    { fault: 'are out of order', steps: [{ type: 'withdraw' }, { type: 'set' }, put] },
    { fault: 'leave out withdraw', steps: [whole] },
    { fault: 'leave out put', steps: [{ type: 'withdraw' }, { type: 'set' }] },
    { fault: 'add remove', steps: [{ type: 'withdraw' }, { type: 'remove' }, put, { type: 'set' }] },
    { fault: 'lose the credential', steps: [{ type: 'withdraw' }, put] },
    { fault: 'send the credential twice', steps: [{ type: 'withdraw' }, whole, { type: 'set' }] },
    { fault: 'add enable', steps: [{ type: 'withdraw' }, whole, { type: 'enable' }] },
  ])('$fault', ({ fault, steps }) => {
    const traits: RegistryTraits = { ...inMemory, steps: () => steps };
    expect(() =>
      stepsOf(update('renew', 'url'), { listed: listedWith('bearer'), token: true }, { ...plain, traits }),
    ).toThrow(`update /one/: the steps of its kind ${fault}`);
  });

  it('is refused where a credential goes along without a token for it', () => {
    const traits: RegistryTraits = { ...inMemory, steps: () => [whole] };
    const known = { listed: listedWith('bearer'), token: false };
    expect(() => stepsOf(update('keep', 'url'), known, { ...plain, traits })).toThrow('add a credential');
  });
});

it('whatever a registry can do, no credential is set before the old one is gone, nor anything enabled before that', () => {
  const kinds = [
    plain,
    ...(['file', 'database', 'unknown'] as const).flatMap((backEnd) =>
      [true, false].flatMap((patch) =>
        [true, false].map((admin) => ({
          traits: mcpGatewayRegistry,
          snapshot: snapshotOf({ ...ALL_ABILITIES, backEnd, patch }, admin),
        })),
      ),
    ),
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      fc.constantFrom<CredentialStep>('keep', 'set', 'withdraw', 'renew'),
      fc.subarray(['url', 'description', 'authScheme', 'credential', 'enabled', 'mark.identity']),
      fc.record({ scheme: fc.constantFrom('none', 'bearer'), enabled: fc.boolean(), token: fc.boolean() }),
      (kind, credential, fields, { scheme, enabled, token }) => {
        const listed = listedWith(scheme, enabled);
        const steps = stepsOf(update(credential, ...fields), { listed, token }, kind);
        const at = (match: (step: Step) => boolean): number => steps.findIndex(match);
        const sent = at(carriesToken);
        const withdrawn = at(({ type }) => type === 'withdraw');
        expect(withdrawn === -1 || sent === -1 || withdrawn < sent).toBe(true);
        expect(withdrawn !== -1).toBe(credential === 'withdraw' || credential === 'renew');
        const on = at(({ type }) => type === 'enable');
        expect(on === -1 || on === steps.length - 1).toBe(true);
        expect(steps.filter(carriesToken).length).toBeLessThanOrEqual(token ? 1 : 0);
      },
    ),
  );
});

it('nothing is written to a new place while the old credential is still there', async () => {
  const store: Store = new Map();
  const old = manual('moved', { authScheme: 'bearer', url: 'https://tools.example.com/old' });
  const moved = manual('moved', { authScheme: 'bearer', url: 'https://tools.example.com/new' });
  await applyWorld(createInMemory(store), [old], { credentialFor: TOKENS });
  const registry = createInMemory(store);
  const deaf: Registry = {
    ...registry,
    run: async (task, snapshot) => (task.type === 'withdraw' ? 'done' : registry.run(task, snapshot)),
  };
  const result = await applyWorld(deaf, [moved], { credentialFor: TOKENS });
  expect(result.outcomes).toMatchObject([
    { state: 'failed', note: 'set the credential of /moved/: the old one is still there' },
  ]);
  expect([...store.values()].map(({ values }) => values.get('url'))).toEqual(['https://tools.example.com/old']);
});
