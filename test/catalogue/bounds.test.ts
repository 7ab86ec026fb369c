import { describe, expect, test } from 'vitest';
import { validateCatalogue } from '../../src/catalogue/validate.ts';
import { FILE_LIMITS } from '../../src/document/syntax.ts';
import { anyPublicHost, gateway, REGISTRIES, scanInto, scanOf } from './world.ts';

const CONTEXT = {
  registries: REGISTRIES,
  directory: 'servers',
  dnsSuffix: () => 'amazonaws.com',
  hosts: anyPublicHost,
  secrets: {},
};
const GATEWAY = '111111111111/us-east-1/gateways/pricing-a1b2c3d4e5.yaml';

const problemsOf = (text: string) => validateCatalogue(new Map([[GATEWAY, text]]), CONTEXT).problems;

describe('faults of one file are bounded', () => {
  test.each([
    ['items that lack everything', `kind: gateway\nsource:\n  targets:\n${'    - {}\n'.repeat(2000)}`],
    [
      'unknown keys',
      `kind: gateway\n${Array.from({ length: 2000 }, (_, index) => `registratioN${index}: 1\n`).join('')}`,
    ],
    ['one long key', `kind: gateway\n${'k'.repeat(900)}: 1\n`],
    ['the same key', `kind: gateway\n${'registratioN: 1\n'.repeat(2000)}`],
  ])('%s', (_, text) => {
    const problems = problemsOf(text);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(22);
    expect(problems.every(({ place }) => place?.line !== undefined)).toBe(true);
    expect(problems.every((problem) => problem.text.length < 300)).toBe(true);
  });

  test('what is not listed is counted', () => {
    const text = `kind: gateway\nsource:\n  targets:\n${'    - {}\n'.repeat(2000)}`;
    const more = problemsOf(text).filter(({ text: said }) => said.startsWith('And '));
    expect(more.map(({ rule, text: said }) => `${rule} ${said}`)).toEqual([
      expect.stringMatching(/^schema And \d{4} more faults of this kind, which are not listed\.$/),
    ]);
  });
});

describe('an entry that nothing could read is not written', () => {
  const wordy = (count: number) =>
    gateway(
      'pricing',
      {},
      {
        targets: Array.from({ length: count }, (_, index) => ({
          id: String(index).padStart(10, '0'),
          name: `target-${index}`,
          description: 'x'.repeat(2000),
        })),
      },
    );

  test('a new one gets no file, and the scan says so', () => {
    const { changes, problems, counts } = scanInto(new Map(), scanOf([wordy(100)]));
    expect(changes).toEqual([]);
    expect(counts.held).toBe(1);
    expect(problems.map(({ rule, text }) => `${rule} ${text}`)).toEqual([
      'file-unreadable It gets no file. The file has more than 128 KiB.',
    ]);
  });

  test('one that is there stays as it is', () => {
    const { tree } = scanInto(new Map(), scanOf([wordy(10)]));
    const after = scanInto(tree, scanOf([wordy(100)]));
    expect(after.changes).toEqual([]);
    expect(after.problems.map(({ text }) => text)).toEqual([
      'The scan left the file as it is: The file has more than 128 KiB.',
    ]);
    expect(Buffer.byteLength(tree.get(GATEWAY) ?? '')).toBeLessThan(FILE_LIMITS.bytes);
  });
});
