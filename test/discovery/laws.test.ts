import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { Effect, Fault } from '../../sandbox/aws/faults.ts';
import { contentsOf } from '../../sandbox/world.ts';
import { SCAN_CALLS, withUnread } from '../../src/kinds/table.ts';
import type { ResourceKey } from '../../src/model/resource.ts';
import { keyText } from '../../src/model/resource.ts';
import { keysOf, ONE, scan, start, stopAll, TWO, twoAccounts } from './scanning.ts';

afterEach(stopAll);

const EFFECTS: readonly Effect[] = [
  'deny',
  'throttle',
  'error',
  'expired-page-token',
  'region-not-enabled',
  'unrecognized-client',
  'reset',
  'malformed',
  'html',
  'unknown-enum',
  'unknown-union',
  'page-token-loop',
];

const fault: fc.Arbitrary<Fault> = fc
  .record({
    call: fc.constantFrom(...SCAN_CALLS, 'AssumeRole'),
    effect: fc.constantFrom(...EFFECTS),
    account: fc.option(fc.constantFrom(ONE, TWO), { nil: undefined }),
    region: fc.option(fc.constantFrom('us-east-1', 'eu-west-1'), { nil: undefined }),
    nth: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  })
  .map(({ call, effect, ...rest }) => ({
    call,
    effect,
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
  }));

test('whatever fails, nothing is gone that exists, and a source is as it would be without the failure', async () => {
  const of = twoAccounts();
  const aws = await start(of, { pageLimit: 2 });
  const asked = { targets: 'mcp', endpoints: true } as const;
  const whole = await scan({ scan: asked });
  const sources = new Map(whole.sightings.map((sighting) => [keyText(sighting.key), sighting.source]));
  const missing: ResourceKey[] = [
    { kind: 'gateway', account: ONE, region: 'us-east-1', id: 'gone-0123456789' },
    { kind: 'runtime', account: TWO, region: 'eu-west-1', id: 'gone-0123456789' },
    {
      kind: 'target',
      account: ONE,
      region: 'us-east-1',
      gatewayId: contentsOf(of, { account: ONE, region: 'us-east-1' }).gateways[0]?.id ?? '',
      id: 'AAAAAAAAAA',
    },
  ];
  const mayBeGone = new Set(missing.map(keyText));
  await fc.assert(
    fc.asyncProperty(fc.array(fault, { minLength: 1, maxLength: 3 }), async (faults) => {
      aws.setFaults(faults);
      const result = await scan({ scan: asked, known: [...keysOf(whole), ...missing] });
      for (const key of result.gone) expect(mayBeGone).toContain(keyText(key));
      expect(result.outOfScope).toEqual([]);
      const distorted = faults.some(({ effect }) => effect === 'unknown-enum' || effect === 'unknown-union');
      for (const { key, source } of result.sightings) {
        const stood = sources.get(keyText(key));
        // Of a target that could not be read the gateway's file keeps what it says.
        if (source !== undefined && stood !== undefined && !distorted) expect(withUnread(source, stood)).toEqual(stood);
      }
      // What is lost is told: without a problem all is there.
      if (result.problems.length === 0) {
        expect(keysOf(result)).toEqual(keysOf(whole));
        expect(new Set(result.gone.map(keyText))).toEqual(mayBeGone);
      }
      for (const { state, account, region, kind } of result.listings) {
        if (state !== 'incomplete') continue;
        const told = result.problems.some(({ subject }) => subject === account || subject === `${account} ${region}`);
        expect(told, `${account} ${region} ${kind}`).toBe(true);
      }
    }),
    { numRuns: 30 },
  );
});
