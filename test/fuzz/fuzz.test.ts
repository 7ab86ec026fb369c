/** That the fuzzer finds what there is to find, says how to see it again, and finds nothing in what ships. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Target, tryTexts } from './run.ts';
import { TARGETS } from './targets.ts';
import { corpusOf, mutated } from './texts.ts';

const BOUNDS = { seed: 7, seconds: 30, inputs: 40 };

test.each(TARGETS)('$name holds for texts of the corpus and for texts made up', async (target) => {
  const { inputs, broken } = await tryTexts(target, BOUNDS);
  expect(broken).toBeUndefined();
  expect(inputs).toBe(BOUNDS.inputs);
});

test.each([
  ['aws', { scanned: ['gateway', 'harness', 'runtime', 'target'], confirmed: ['confirmed', 'confirmed'] }],
  ['cloud', { account: '111111111111', regions: ['eu-west-1', 'us-east-1'] }],
  ['registry', { listed: 2 }],
  ['issuer', { issued: true }],
  ['mcp', { failed: 0, tools: 2 }],
  ['card', { failed: 0, skills: 1 }],
])('%s is read whole where all answers are good: a fault is what was made up', async (name, read) => {
  const target = TARGETS.find((one) => one.name === name);
  expect(await target?.check('nothing 200\n')).toEqual(read);
});

test('a text that breaks a target is told, with the seed that finds it again', async () => {
  const target: Target = {
    name: 'fragile',
    texts: mutated(corpusOf('entry')),
    check: (text) => {
      if (text.includes('__proto__')) throw new Error('it fell');
    },
  };
  const bounds = { ...BOUNDS, inputs: 10_000 };
  const { broken } = await tryTexts(target, bounds);
  expect(broken).toMatchObject({ target: 'fragile', seed: BOUNDS.seed, error: expect.stringContaining('it fell') });
  expect(broken?.text).toContain('__proto__');
  expect((await tryTexts(target, bounds)).broken?.text).toBe(broken?.text);
});

test('a text that takes too long breaks its target', async () => {
  const target: Target = {
    name: 'slow',
    texts: fc.constant('x'),
    check: () => {
      const before = process.threadCpuUsage();
      for (let spent = 0; spent < 50_000; ) spent = process.threadCpuUsage(before).user;
    },
  };
  expect((await tryTexts(target, { ...BOUNDS, inputs: 1, mostMs: 20 })).broken?.error).toContain('ms of the processor');
});
