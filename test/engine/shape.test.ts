/** A kind of registry that holds less than an entry says: no credentials, nothing but what is public, everything enabled. */
import { describe, expect, it } from 'vitest';
import { SyncError } from '../../src/model/errors.ts';
import { reasonText } from '../../src/model/plan.ts';
import type { Registration } from '../../src/model/registration.ts';
import type { Registry } from '../../src/model/registry.ts';
import { createInMemory, type Store } from '../registries/in-memory.ts';
import { applyWorld, changesOf, failuresOf, gateway, JWT, planWorld, runtime } from './support.ts';

const reduced = (registration: Registration): Registration =>
  registration.type === 'agent' ? registration : { ...registration, authScheme: 'none', headers: {} };

const humble = (store: Store): Registry => ({
  ...createInMemory(store),
  shape: (wanted) => {
    const [open, closed] = [true, false].map((is) => wanted.filter((one) => (one.visibility === 'public') === is));
    return {
      wanted: (open ?? []).map((one) => ({
        registration: reduced(one),
        lacks: new Set(['tags']),
        enabledBy: 'nobody',
      })),
      refused: [],
      leftOut: closed ?? [],
      problems: (closed ?? []).map(({ path }) => ({
        rule: 'field-lost',
        severity: 'notice',
        subject: path,
        text: `${path} is left out.`,
      })),
    };
  },
  steps: (_, planned) => planned.filter(({ type }) => type !== 'enable'),
});

const publicly = (name: string, more: Record<string, unknown> = {}) =>
  gateway(name, { authorizer: JWT, registration: { visibility: 'public', ...more } });

describe('a kind that holds less', () => {
  it('gets what it can hold, no token, and a second plan is empty', async () => {
    const store: Store = new Map();
    const asked: string[] = [];
    const credentialFor = async ({ path }: Registration) => {
      asked.push(path);
      return { token: 'a token' };
    };
    const entries = [publicly('one', { tags: ['a'] }), runtime('agent', { registration: { visibility: 'public' } })];
    const result = await applyWorld(humble(store), entries, { credentialFor });
    expect(failuresOf(result)).toEqual([]);
    expect(result.problems).toEqual([]);
    expect(asked).toEqual([]);
    expect([...store.values()].map(({ path, credential }) => [path, credential])).toEqual([
      ['/agent', undefined],
      ['/one/', undefined],
    ]);
    const { plan } = await planWorld(humble(store), [publicly('one', { tags: ['b'] }), ...entries.slice(1)], {
      hasCredential: () => true,
    });
    expect(changesOf(plan)).toEqual([]);
  });

  it('loses what it is no longer to hold, and counts it among the deletes', async () => {
    const store: Store = new Map();
    await applyWorld(humble(store), [publicly('one'), publicly('two')]);
    const now = [publicly('one'), gateway('two', { registration: { visibility: 'internal' } })];
    const { plan } = await planWorld(humble(store), now);
    expect(changesOf(plan)).toEqual(['delete /two/']);
    const [gone] = plan.changes.filter(({ action }) => action === 'delete');
    expect(gone && reasonText(gone)).toBe(`${now[1]?.path} is left out of this registry`);
    expect(plan.problems).toMatchObject([{ severity: 'notice', text: '/two/ is left out.' }]);
    expect(failuresOf(await applyWorld(humble(store), now))).toEqual([]);
    expect([...store.values()].map(({ path }) => path)).toEqual(['/one/']);
  });

  it('finishes once, after all changes; where it can not, none is called made, and the next run goes on', async () => {
    const store: Store = new Map();
    const finished: string[][] = [];
    const registry: Registry = {
      ...humble(store),
      finish: async (outcomes) => {
        finished.push(outcomes.map(({ path, state }) => `${path} ${state}`));
        if (finished.length === 1) throw new SyncError('registry', 'unavailable', 'write the lists: no space');
      },
    };
    const entries = [publicly('one'), publicly('two')];
    const broken = await applyWorld(registry, entries);
    expect(broken.problems).toMatchObject([
      { rule: 'registry-failed', severity: 'error', text: 'write the lists: no space' },
    ]);
    expect(broken.outcomes.map(({ path, state, note }) => `${path} ${state}: ${note}`)).toEqual([
      '/one/ failed: it could not be written with the others',
      '/two/ failed: it could not be written with the others',
    ]);
    expect((await applyWorld(registry, entries)).problems).toEqual([]);
    expect(finished).toEqual([
      ['/one/ done', '/two/ done'],
      ['/one/ done', '/two/ done'],
    ]);
  });

  it('is not finished where nothing may be written', async () => {
    const limits = { deletes: { type: 'count', count: 0 }, updates: { type: 'count', count: 0 }, allow: [] } as const;
    const store: Store = new Map();
    await applyWorld(humble(store), [publicly('one'), publicly('two')]);
    const finish = async (): Promise<void> => {
      throw new Error('it was finished');
    };
    const result = await applyWorld({ ...humble(store), finish }, [publicly('one')], {
      apply: { safety: { limits, allowDeletes: true, directory: 'servers' } },
    });
    expect(result.outcomes).toContainEqual(
      expect.objectContaining({ path: '/two/', note: 'nothing is written: too many deletes' }),
    );
  });
});
