/** That the fuzzer finds what there is to find, says how to see it again, and finds nothing in what ships. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Target, tryTexts } from './run.ts';
import { TARGETS } from './targets.ts';
import { corpusOf, mutated } from './texts.ts';

const BOUNDS = { seed: 7, seconds: 30, inputs: 40 };

test.each(TARGETS)('$name holds for texts of the corpus and for texts made up', (target) => {
  const { inputs, broken } = tryTexts(target, BOUNDS);
  expect(broken).toBeUndefined();
  expect(inputs).toBe(BOUNDS.inputs);
});

test('a text that breaks a target is told, with the seed that finds it again', () => {
  const target: Target = {
    name: 'fragile',
    texts: mutated(corpusOf('entry')),
    check: (text) => {
      if (text.includes('__proto__')) throw new Error('it fell');
    },
  };
  const bounds = { ...BOUNDS, inputs: 10_000 };
  const { broken } = tryTexts(target, bounds);
  expect(broken).toMatchObject({ target: 'fragile', seed: BOUNDS.seed, error: expect.stringContaining('it fell') });
  expect(broken?.text).toContain('__proto__');
  expect(tryTexts(target, bounds).broken?.text).toBe(broken?.text);
});

test('a text that takes too long breaks its target', () => {
  const target: Target = {
    name: 'slow',
    texts: fc.constant('x'),
    check: () => {
      const before = process.threadCpuUsage();
      for (let spent = 0; spent < 50_000; ) spent = process.threadCpuUsage(before).user;
    },
  };
  expect(tryTexts(target, { ...BOUNDS, inputs: 1, mostMs: 20 }).broken?.error).toContain('ms of the processor');
});
