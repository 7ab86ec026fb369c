import { expect, test } from 'vitest';
import { buildSettings } from '../../src/config/build-settings.ts';
import { onlyTest, parseOnly } from '../../src/config/only.ts';

const keeps = (...items: string[]): boolean => {
  const { only, unknown } = parseOnly(items);
  expect(unknown).toEqual([]);
  return onlyTest(only)({
    path: ['/pricing/', '/pricing-prod/'],
    file: ['111111111111/us-east-1/gateways/p.yaml', 'servers/111111111111/us-east-1/gateways/p.yaml'],
    account: ['111111111111'],
    owner: ['@acme/payments'],
    kind: ['gateway'],
    name: ['pricing'],
  });
};

test.each([
  [['path=/pricing'], true],
  [['path=/pricing/'], true],
  [['path=/pricing-*'], true],
  [['path=/pri'], false],
  [['file=servers/1111*'], true],
  [['file=*/gateways/*'], true],
  [['owner=acme/payments'], true],
  [['owner=@acme/*'], true],
  [['owner=payments'], false],
  [['account=2222*', 'account=1111*'], true],
  [['account=1111*', 'kind=runtime'], false],
  [['kind=runtime', 'kind=g*', 'name=pri?ing'], true],
  // What a thing has not, no glob matches.
  [['region=*'], false],
  [['account=1*=*'], false],
])('%j keeps it: %s', (items, expected) => {
  expect(keeps(...items)).toBe(expected);
});

test.each(['account', '=x', 'account=', 'id=x', 'Account=1', ''])('%j is none', (item) => {
  expect(parseOnly([item]).unknown).toEqual([item]);
});

test('junk is told with the keys there are, which are the same for each command', () => {
  const told = (command: 'plan' | 'scan' | 'list', ...only: string[]) =>
    buildSettings({ command, values: { only }, origins: {}, configuration: {} }).problems.map(({ text }) => text);
  expect(told('plan', 'tag=x')).toEqual([
    'only expects path=, file=, account=, owner=, kind=, name=, region= and a glob, met "tag=x".',
  ]);
  expect(told('plan', 'owner=x', 'path=/a/')).toEqual([]);
  expect(told('scan', 'owner=x')).toEqual([]);
  expect(told('list', 'path=/a/')).toEqual([]);
});
