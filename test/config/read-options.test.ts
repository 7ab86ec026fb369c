import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Command } from '../../src/config/options/commands.ts';
import { type Given, readOptions } from '../../src/config/read-options.ts';

const read = (given: Given, environment: Record<string, string> = {}, command: Command = 'sync') =>
  readOptions({ command, given, environment, spelling: (name) => `--${name}` });

test('a flag wins over the environment, and says so', () => {
  const both = read({ registryUrl: 'https://flag.example' }, { REGISTRY_URL: 'https://environment.example' });
  expect(both.values.registryUrl).toBe('https://flag.example');
  expect(both.origins.registryUrl).toBe('door');
  const environment = read({}, { REGISTRY_URL: 'https://environment.example' });
  expect(environment.values.registryUrl).toBe('https://environment.example');
  expect(environment.origins.registryUrl).toBe('environment');
});

test('the variables of the old command line are read', () => {
  const { values } = read(
    {},
    {
      AWS_REGION: 'eu-west-1',
      REGISTRY_URL: 'https://r.example',
      REGISTRY_TOKEN_FILE: 't',
      AGENTCORE_ACCOUNTS: '111111111111,222222222222',
      AGENTCORE_ASSUME_ROLE_NAME: 'R',
    },
  );
  expect(values).toEqual({
    regions: ['eu-west-1'],
    registryUrl: 'https://r.example',
    tokenFile: 't',
    accounts: ['111111111111', '222222222222'],
    assumeRoleName: 'R',
  });
});

test('an empty variable is one that was not given', () => {
  expect(read({}, { AWS_REGION: '', REGISTRY_URL: '' })).toEqual({ values: {}, origins: {}, problems: [] });
});

test('junk is refused, all of it at once, with what was expected and met', () => {
  const { problems, values } = read(
    { timeout: '30s', accounts: '12', output: 'xml', dryRun: 'yes', visibility: 'secret' },
    { AWS_REGION: 'mars' },
  );
  expect(values).toEqual({});
  expect(problems.map((problem) => problem.text).sort()).toEqual([
    '--accounts expects a list in which each item is twelve digits (not 12), met "12".',
    '--dry-run expects true or false, met "yes".',
    '--output expects one of text, json, met "xml".',
    '--timeout expects a whole number from 1 to 900, met "30s".',
    '--visibility expects one of public, internal, group-restricted, met "secret".',
    'AWS_REGION expects a list in which each item is a Region such as us-east-1, or all (not mars), met "mars".',
  ]);
  expect(new Set(problems.map((problem) => problem.rule))).toEqual(new Set(['option-value']));
});

test('a command reads only the options that it takes', () => {
  expect(read({}, { REGISTRY_URL: 'https://r.example', AWS_REGION: 'junk' }, 'validate')).toEqual({
    values: {},
    origins: {},
    problems: [],
  });
});

test('whole numbers are read exactly, or not at all', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { values, problems } = read({ timeout: text });
      const fits = /^[0-9]{1,9}$/.test(text) && Number(text) >= 1 && Number(text) <= 900;
      expect(values.timeout).toBe(fits ? Number(text) : undefined);
      expect(problems.length).toBe(fits ? 0 : 1);
    }),
  );
});

test.each([
  [true, []],
  ['all', []],
  ['true', []],
  ['false', undefined],
  ['/one/, /two', ['/one/', '/two']],
] as const)('--adopt %j names everything, nothing, or paths', (adopt, paths) => {
  const { values, problems } = read({ adopt });
  expect(problems).toEqual([]);
  expect(values.adopt).toEqual(paths);
});

test('--adopt takes paths of the registry alone', () => {
  expect(read({ adopt: 'one.yaml' }).problems[0]?.text).toContain('not one.yaml');
});
