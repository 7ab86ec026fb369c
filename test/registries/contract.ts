/** What every kind of registry must do under the engine, whatever stands behind it. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../src/model/catalogue.ts';
import { isSyncError } from '../../src/model/errors.ts';
import type { Registry } from '../../src/model/registry.ts';
import { AFTER, BEFORE, CHANGES, count } from '../engine/story.ts';
import {
  applyWorld,
  changesOf,
  failuresOf,
  gateway,
  JWT,
  MARKER,
  manual,
  planWorld,
  runtime,
  TOKENS,
} from '../engine/support.ts';
import { type Fault, faultTable } from './faults.ts';

/** One registration as the registry holds it. */
export interface Held {
  readonly path: string;
  readonly url: string;
  readonly enabled: boolean;
  readonly credential: string | undefined;
}

/** A registry of a kind, with what only its owner can do. `Saved`: what it holds, to begin another one with. */
export interface ContractWorld<Saved> {
  readonly registry: Registry;
  /** Another client of it. */
  readonly connect: () => Registry;
  /** A client that gets no answer to its nth write, which is done, nor to anything after it. */
  readonly dying: (nth: number) => { readonly registry: Registry; readonly died: Promise<void> };
  /** A client whose calls meet a fault as long as it is armed. Absent where a step calls nobody. */
  readonly faulty?: (fault: Fault) => { readonly registry: Registry; readonly arm: (on: boolean) => void };
  /** Writes so far, whoever made them. */
  readonly writes: () => number;
  readonly servers: () => readonly Held[];
  readonly agents: () => readonly Held[];
  /** All that is held, without what differs from run to run. */
  readonly state: () => unknown;
  readonly save: () => Saved;
  /** Somebody else registers a server. */
  readonly plant: (path: string, name: string) => void;
  /** Somebody changes a server by hand. */
  readonly edit: (path: string, change: { readonly description?: string; readonly url?: string }) => void;
  readonly end: () => Promise<void>;
}

/** A kind of registry as the contract sees it. */
export interface ContractKind<Saved> {
  readonly name: string;
  readonly start: (from?: Saved) => Promise<ContractWorld<Saved>>;
  /** It enables agents for an API client. */
  readonly enablesAgents: boolean;
  /** It sends nobody's requests on: it keeps no credential, and shows what a proxy could not call. */
  readonly proxiesNothing?: true;
  /** What a run did is written at its end, in one. */
  readonly writesOnce?: true;
}

/** Entries of every kind, with every field that people write. */
export const CATALOGUE = [
  gateway('open'),
  gateway('signed', { authorizer: { type: 'AWS_IAM' } }),
  gateway('guarded', { authorizer: JWT, description: 'Price lookups' }),
  runtime('mcpserver', { protocol: 'MCP', authorizer: JWT }),
  runtime('agent'),
  runtime('worker', {
    protocol: 'HTTP',
    endpoints: [{ name: 'prod' }],
    registration: { endpoints: { prod: { path: '/worker-prod' } } },
  }),
  manual('tools', {
    headers: { 'X-Env': 'dev', 'X-Key': { secret: 'api-key' } },
    transports: ['sse'],
    provider: { organization: 'ACME', url: 'https://acme.example' },
    license: 'MIT',
    sseEndpoint: 'https://tools.example.com/sse',
    tools: [{ name: 'one', description: 'first' }],
    metadata: { team: 'x', nested: { a: [1, null] } },
    description: 'Überblick, "quoted" & more',
  }),
  manual(
    'helper',
    {
      skills: [{ id: 's1', name: 'Skill', description: 'does', inputModes: ['text'] }],
      capabilities: { streaming: true },
    },
    'agent',
  ),
];

type ServerFields = NonNullable<Parameters<typeof manual>[1]>;
type AgentFields = ServerFields;

/** Each field that people write: two values of it. */
const FIELDS: readonly { readonly field: string; readonly values: readonly [ServerFields, ServerFields] }[] = [
  { field: 'name', values: [{ name: 'One' }, { name: 'Two' }] },
  { field: 'description', values: [{ description: 'one' }, { description: 'two' }] },
  { field: 'url', values: [{ url: 'https://tools.example.com/a' }, { url: 'https://tools.example.com/b' }] },
  { field: 'tags', values: [{ tags: ['a', 'b'] }, { tags: ['b', 'c'] }] },
  { field: 'transports', values: [{ transports: ['sse'] }, { transports: ['sse', 'streamable-http'] }] },
  { field: 'license', values: [{ license: 'MIT' }, { license: 'Apache-2.0' }] },
  {
    field: 'provider',
    values: [
      { provider: { organization: 'ACME', url: 'https://acme.example' } },
      { provider: { organization: 'Other', url: 'https://other.example' } },
    ],
  },
  { field: 'metadata', values: [{ metadata: { team: 'x', on: true } }, { metadata: { team: 'y' } }] },
  { field: 'headers', values: [{ headers: { 'X-Env': 'dev' } }, { headers: { 'X-Env': 'prod', 'X-Two': '2' } }] },
  {
    field: 'mcpEndpoint',
    values: [{ mcpEndpoint: 'https://tools.example.com/m1' }, { mcpEndpoint: 'https://tools.example.com/m2' }],
  },
  {
    field: 'sseEndpoint',
    values: [{ sseEndpoint: 'https://tools.example.com/s1' }, { sseEndpoint: 'https://tools.example.com/s2' }],
  },
  { field: 'authProvider', values: [{ authProvider: 'keycloak' }, { authProvider: 'cognito' }] },
  { field: 'enabled', values: [{ enabled: false }, { enabled: true }] },
];

const skill = (id: string) => ({ id, name: id, description: 'does' });

/** What agents have of their own, and what both have that travels otherwise. */
const AGENT_FIELDS: readonly { readonly field: string; readonly values: readonly [AgentFields, AgentFields] }[] = [
  { field: 'name', values: [{ name: 'One' }, { name: 'Two' }] },
  { field: 'description', values: [{ description: 'one' }, { description: 'two' }] },
  { field: 'url', values: [{ url: 'https://tools.example.com/a' }, { url: 'https://tools.example.com/b' }] },
  { field: 'version', values: [{ version: '2.0.0' }, { version: '3.0.0' }] },
  { field: 'protocolVersion', values: [{ protocolVersion: '0.3.0' }, { protocolVersion: '0.2.5' }] },
  { field: 'tags', values: [{ tags: ['a', 'b'] }, { tags: ['b', 'c'] }] },
  { field: 'skills', values: [{ skills: [skill('one')] }, { skills: [skill('two'), skill('three')] }] },
  {
    field: 'capabilities',
    values: [{ capabilities: { streaming: true } }, { capabilities: { streaming: false, pushNotifications: true } }],
  },
  { field: 'inputModes', values: [{ inputModes: ['text'] }, { inputModes: ['text', 'image'] }] },
  { field: 'outputModes', values: [{ outputModes: ['text'] }, { outputModes: ['image'] }] },
  { field: 'trustLevel', values: [{ trustLevel: 'verified' }, { trustLevel: 'trusted' }] },
  { field: 'license', values: [{ license: 'MIT' }, { license: 'Apache-2.0' }] },
  {
    field: 'provider',
    values: [
      { provider: { organization: 'ACME', url: 'https://acme.example' } },
      { provider: { organization: 'Other', url: 'https://other.example' } },
    ],
  },
  { field: 'visibility', values: [{ visibility: 'public' }, { visibility: 'internal' }] },
  { field: 'metadata', values: [{ metadata: { team: 'x', on: true } }, { metadata: { team: 'y' } }] },
];

/** Texts that mean something to what stands on the way. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  '::error::no command of a workflow',
  '| a | table | [link](javascript:alert(1)) @everyone',
  '$(id) `id` %{x} #{y}; DROP TABLE servers;--',
  'a=b&overwrite=true#x?y=%00%2F',
  '{"$gt": ""} {{7*7}} __proto__',
  '\'"\\ Ωé𝄞',
];

const OPTIONS = { credentialFor: TOKENS, apply: { concurrency: 1 } };

const has = (credentials: boolean) => ({ hasCredential: () => credentials });

/** Changes that are left to do, by lists and by reading each registration whole. */
const leftIn = async (registry: Registry, entries: readonly Entry[], credentials = true): Promise<string[]> => {
  const plans = await Promise.all(
    [false, true].map((deep) => planWorld(registry, entries, { ...has(credentials), deep })),
  );
  return plans.flatMap(({ plan }) => changesOf(plan));
};

/** The tests that a kind passes. Its worlds are ended after each. */
export const registryContract = <Saved>(kind: ContractKind<Saved>): void => {
  const worlds: ContractWorld<Saved>[] = [];
  const proxies = kind.proxiesNothing !== true;
  const start = async (from?: Saved): Promise<ContractWorld<Saved>> => {
    const world = await kind.start(from);
    worlds.push(world);
    return world;
  };
  const endAll = async (): Promise<void> => {
    for (const world of worlds.splice(0)) await world.end();
  };
  const settle = async ({ registry }: ContractWorld<Saved>, entries: readonly Entry[]): Promise<void> => {
    expect(failuresOf(await applyWorld(registry, entries, { credentialFor: TOKENS }))).toEqual([]);
    expect(await leftIn(registry, entries)).toEqual([]);
  };

  describe(`the contract of registries: ${kind.name}`, () => {
    afterEach(endAll);

    it('registers everything, and a second plan is empty', async () => {
      const world = await start();
      await settle(world, CATALOGUE);
      expect(world.servers()).toMatchObject([
        { path: '/guarded/', enabled: true, credential: proxies ? 'token-for-/guarded/' : undefined },
        { path: '/mcpserver/', enabled: true, credential: proxies ? 'token-for-/mcpserver/' : undefined },
        { path: '/open/', enabled: true, credential: undefined },
        { path: '/signed/', enabled: !proxies, credential: undefined },
        { path: '/tools/', enabled: true, credential: undefined },
      ]);
      const paths = ['/agent', '/helper', '/worker', '/worker-prod'];
      expect(world.agents().map(({ path }) => path)).toEqual(paths);
      expect(world.agents().find(({ path }) => path === '/helper')?.enabled).toBe(kind.enablesAgents);
    });

    it.each(FIELDS)('$field is set, changed and taken away', async ({ values }) => {
      const world = await start();
      for (const value of [...values, {}, values[0]]) {
        await settle(world, [manual('tools', value)]);
      }
    });

    it.each(AGENT_FIELDS)('$field of an agent is set, changed and taken away', async ({ values }) => {
      const world = await start();
      for (const value of [...values, {}, values[0]]) {
        await settle(world, [manual('helper', value, 'agent')]);
      }
    });

    it('what others registered is never touched, and adopted only where a person says so', async () => {
      const world = await start();
      world.plant('/one/', 'Theirs');
      world.plant('/two/', 'Theirs');
      const before = world.state();
      const refused = await applyWorld(world.registry, [gateway('one')]);
      expect(refused.outcomes).toMatchObject([{ path: '/one/', action: 'conflict', state: 'skipped' }]);
      expect(world.writes()).toBe(0);
      expect(world.state()).toEqual(before);
      expect(failuresOf(await applyWorld(world.registry, [gateway('one')], { adopt: 'all' }))).toEqual([]);
      expect(await leftIn(world.registry, [gateway('one')])).toEqual([]);
      await settle(world, [gateway('three')]);
      expect(world.servers().map(({ path }) => path)).toEqual(['/three/', '/two/']);
    });

    it('a path that was taken since the plan was made is a conflict', async () => {
      const world = await start();
      const { plan, context } = await planWorld(world.registry, [gateway('one')]);
      world.plant('/one/', 'Theirs');
      const [change] = plan.changes;
      if (change?.action !== 'create') throw new Error('expected a create');
      const mark = { owner: 'x', path: '/one', file: 'f', protect: false, enabled: true, identity: 'i', fields: {} };
      const write = { registration: change.registration, mark, keep: new Set<string>(), headers: {} };
      const met: unknown = await world.registry
        .run({ type: 'create', write }, context.snapshot)
        .catch((error: unknown) => error);
      expect(isSyncError(met, 'registry') && met.code).toBe('conflict');
    });

    it('the mark comes back as it was written', async () => {
      const world = await start();
      await settle(world, [gateway('one', { registration: { protect: true, metadata: { team: 'x' } } })]);
      const { listed } = await world.registry.snapshot();
      expect(listed).toMatchObject([
        {
          path: '/one/',
          mark: {
            type: 'mark',
            mark: { ...MARKER, path: '/one', protect: true, enabled: true, file: listed[0]?.file },
          },
        },
      ]);
      expect(listed[0]?.values.get('metadata')).toMatchObject({ team: 'x' });
    });

    it('what a person changes there is drift, and is put back', async () => {
      const world = await start();
      await settle(world, [gateway('one', { description: 'mine' })]);
      world.edit('/one/', { description: 'theirs' });
      const { plan } = await planWorld(world.registry, [gateway('one', { description: 'mine' })]);
      expect(plan.changes).toMatchObject([
        { action: 'update', fields: [{ field: 'description', cause: 'drift', before: 'theirs', after: 'mine' }] },
      ]);
      await settle(world, [gateway('one', { description: 'mine' })]);
    });

    it.runIf(proxies)(
      'a place that was changed by hand loses its credential before the right one gets a fresh one',
      async () => {
        const world = await start();
        await settle(world, [gateway('one', { authorizer: JWT })]);
        world.edit('/one/', { url: 'https://elsewhere.example.com/mcp' });
        const { plan } = await planWorld(world.registry, [gateway('one', { authorizer: JWT })], has(true));
        expect(plan.changes).toMatchObject([{ action: 'update', credential: 'renew' }]);
        expect(plan.problems.map(({ rule }) => rule)).toContain('token-exposed');
        const fresh = async () => ({ token: 'fresh' });
        const entries = [gateway('one', { authorizer: JWT })];
        expect(failuresOf(await applyWorld(world.registry, entries, { credentialFor: fresh }))).toEqual([]);
        expect(world.servers()).toMatchObject([{ path: '/one/', enabled: true, credential: 'fresh' }]);
      },
    );

    it('two owners live side by side', async () => {
      const world = await start();
      const other = { ...MARKER, owner: 'another-team' };
      await applyWorld(world.registry, [gateway('one')]);
      await applyWorld(world.registry, [gateway('two')], { marker: other });
      expect(changesOf((await planWorld(world.registry, [gateway('one')])).plan)).toEqual([]);
      expect(changesOf((await planWorld(world.registry, [gateway('two')], { marker: other })).plan)).toEqual([]);
      await settle(world, [gateway('three')]);
      expect(world.servers().map(({ path }) => path)).toEqual(['/three/', '/two/']);
    });

    if (kind.writesOnce !== true) faultTable(kind, start);

    it('limits stop a plan before its first write', async () => {
      const world = await start();
      const at = (place: string) =>
        count(0, 12).map((index) => manual(`m${index}`, { url: `https://${place}/${index}` }));
      await settle(world, at('tools.example.com'));
      const writes = world.writes();
      const apply = { safety: { limits: LIMITS, allowDeletes: true, directory: 'servers' } };
      const fewer = await applyWorld(world.registry, at('tools.example.com').slice(0, 1), { apply });
      expect(fewer.problems.map(({ rule }) => rule)).toContain('limit-deletes');
      const moved = await applyWorld(world.registry, at('elsewhere.example.com'), { apply });
      expect(moved.problems.map(({ rule }) => rule)).toContain('limit-updates');
      expect(world.writes()).toBe(writes);
    });

    it('texts of strangers come back as they are', async () => {
      const world = await start();
      await settle(
        world,
        HOSTILE.map((text, at) => manual(`h${at}`, { name: text, description: text, metadata: { note: text } })),
      );
    });

    it('a list of many pages is read whole', async () => {
      const world = await start();
      const entries = count(0, 230).map((index) => manual(`s${index}`));
      expect(failuresOf(await applyWorld(world.registry, entries, { apply: { concurrency: 8 } }))).toEqual([]);
      expect(changesOf((await planWorld(world.registry, entries)).plan)).toEqual([]);
      expect(world.servers()).toHaveLength(entries.length);
    });

    it('two runs at once converge', async () => {
      const first = await start();
      await settle(first, BEFORE);
      const world = await start(first.save());
      const twice = { ...OPTIONS, apply: { concurrency: 3 } };
      await Promise.all([applyWorld(world.registry, AFTER, twice), applyWorld(world.connect(), AFTER, twice)]);
      await settle(world, AFTER);
    });

    it('a run that dies after any single write is finished by the next', async () => {
      const first = await start();
      await settle(first, BEFORE);
      const seed = first.save();
      const whole = await start(seed);
      const { plan } = await planWorld(whole.registry, AFTER, has(true));
      expect(changesOf(plan)).toHaveLength(CHANGES);
      const began = whole.writes();
      expect(failuresOf(await applyWorld(whole.registry, AFTER, OPTIONS))).toEqual([]);
      const [state, writes] = [whole.state(), whole.writes() - began];
      if (kind.writesOnce) expect(writes).toBe(1);
      else expect(writes).toBeGreaterThan(CHANGES);
      await endAll();
      for (const nth of count(1, writes + 1)) {
        const world = await start(seed);
        const { registry, died } = world.dying(nth);
        await Promise.race([died, applyWorld(registry, AFTER, OPTIONS)]);
        expect(failuresOf(await applyWorld(world.registry, AFTER, OPTIONS)), `killed at write ${nth}`).toEqual([]);
        expect(world.state(), `killed at write ${nth}`).toEqual(state);
        await endAll();
      }
    });
  });
};

const LIMITS = {
  deletes: { type: 'share', percent: 20 },
  updates: { type: 'share', percent: 20 },
  allow: [],
} as const;
