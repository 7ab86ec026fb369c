import { afterEach, describe, expect, it } from 'vitest';
import { createMatcher } from '../../src/credentials/match.ts';
import type { Entry } from '../../src/model/catalogue.ts';
import { explainEntry } from '../../src/registration/explain.ts';
import { FIELD_TABLE } from '../../src/registries/mcp-gateway-registry/fields.ts';
import { planReport } from '../../src/report/plan-report.ts';
import { reportText } from '../../src/report/report.ts';
import { planResult } from '../../src/report/results.ts';
import {
  applyWorld,
  changesOf,
  endWorlds,
  failuresOf,
  gateway,
  JWT,
  KINDS,
  manual,
  planWorld,
  render,
  runtime,
  SETTINGS,
  startWorld,
  TOKENS,
} from './support.ts';

afterEach(endWorlds);

const byCallers = (entry: Entry): Entry => ({ ...entry, value: { ...entry.value, credential: { from: 'caller' } } });
const ENTRIES: readonly Entry[] = [
  byCallers(gateway('jwt', { authorizer: JWT })),
  byCallers(gateway('iam', { authorizer: { type: 'AWS_IAM' } })),
  byCallers(runtime('run', { protocol: 'MCP', authorizer: JWT })),
  byCallers(manual('tools')),
];

describe.each(KINDS)("callers' own tokens: $name", ({ options }) => {
  it('are registered and enabled with scheme none, and nothing is asked for, stored or missing', async () => {
    const world = await startWorld(options);
    expect(render(ENTRIES).problems).toEqual([]);
    const asked: string[] = [];
    const result = await applyWorld(world.registry, ENTRIES, {
      hasCredential: () => false,
      credentialFor: async ({ path }) => {
        asked.push(path);
        return undefined;
      },
    });
    expect(failuresOf(result)).toEqual([]);
    expect(asked).toEqual([]);
    expect(result.problems.map(({ rule }) => rule).filter((rule) => /^(credential|auth|token)/.test(rule))).toEqual([]);
    const { servers } = world.double.records();
    expect(servers.map(({ enabled, credential, fields }) => [enabled, credential, fields['auth_scheme']])).toEqual(
      Array(ENTRIES.length).fill([true, undefined, 'none']),
    );
    expect(changesOf((await planWorld(world.registry, ENTRIES)).plan)).toEqual([]);
  });

  it('take the place of a credential that the registry holds, which is withdrawn', async () => {
    const world = await startWorld(options);
    const entry = gateway('jwt', { authorizer: JWT });
    await applyWorld(world.registry, [entry], { credentialFor: TOKENS });
    const { plan } = await planWorld(world.registry, [byCallers(entry)], { hasCredential: () => true });
    expect(plan.changes).toMatchObject([{ action: 'update', credential: 'withdraw' }]);
    expect(reportText(planReport(plan, {}), { width: 120, colour: false })).toContain('callers send their own token');
    expect(failuresOf(await applyWorld(world.registry, [byCallers(entry)], { credentialFor: TOKENS }))).toEqual([]);
    const [server] = world.double.records().servers;
    expect(server).toMatchObject({ enabled: true, fields: { auth_scheme: 'none' } });
  });
});

it('are told by show and plan, in text and in JSON', async () => {
  const world = await startWorld({});
  const { plan } = await planWorld(world.registry, ENTRIES);
  expect(
    reportText(planReport(plan, {}), { width: 120, colour: false }).match(/callers send their own token/g),
  ).toHaveLength(4);
  const told = planResult([{ name: 'default', type: 'any', result: plan, problems: [] }])
    .registries.flatMap(({ changes }) => changes)
    .map((change) => ('tokens' in change ? change.tokens : undefined));
  expect(told).toEqual(Array(4).fill('caller'));
  for (const entry of ENTRIES) {
    const [shown] = explainEntry(entry, SETTINGS, FIELD_TABLE);
    expect(shown?.fields).toContainEqual({ field: 'credential', value: 'callers send their own token', from: 'entry' });
  }
});

it('are none of a client, whatever it covers', () => {
  const match = createMatcher([
    {
      issuer: 'https://auth.example.com',
      clients: [{ id: 'all', for: ['111111111111/*'], urls: ['https://tools.example.com'] }],
    },
  ]);
  expect(ENTRIES.map(({ value }) => match(value).type)).toEqual(Array(ENTRIES.length).fill('none'));
});
