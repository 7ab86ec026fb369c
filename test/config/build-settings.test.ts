import { expect, test } from 'vitest';
import { buildSettings } from '../../src/config/build-settings.ts';
import type { Given } from '../../src/config/read-options.ts';
import { readOptions } from '../../src/config/read-options.ts';
import type { Configuration } from '../../src/model/generated/configuration.ts';

const build = (configuration: Configuration, given: Given = {}, environment: Record<string, string> = {}) => {
  const options = readOptions({ command: 'sync', given, environment, spelling: (name) => name });
  return buildSettings({ command: 'sync', ...options, configuration });
};
const texts = (built: ReturnType<typeof build>) => built.problems.map((problem) => problem.text);

test('without anything: own account, Region of the SDK, no registry', () => {
  const { settings, problems } = build({});
  expect(problems).toEqual([]);
  expect(settings.aws.accounts).toEqual({ type: 'own' });
  expect(settings.aws.regions).toEqual({ type: 'default' });
  expect(settings.aws.callSeconds).toBe(30);
  expect(settings.registries).toEqual([]);
  expect(settings.directory).toBe('servers');
  expect(settings.defaults).toEqual({ rows: [] });
  expect(settings.limits).toEqual({
    deletes: { type: 'share', percent: 20 },
    updates: { type: 'share', percent: 20 },
    disallows: { type: 'share', percent: 20 },
    disables: { type: 'share', percent: 5 },
    new: 200,
    allow: [],
  });
});

test('flag, then environment, then configuration, then default', () => {
  const configuration: Configuration = { aws: { role: 'FromFile' }, defaults: { visibility: 'public' } };
  expect(build({}).settings.aws.role).toBe('AgentCoreSync');
  expect(build(configuration).settings.aws.role).toBe('FromFile');
  expect(build(configuration, {}, { AGENTCORE_ASSUME_ROLE_NAME: 'FromEnvironment' }).settings.aws.role).toBe(
    'FromEnvironment',
  );
  expect(
    build(configuration, { assumeRoleName: 'FromFlag' }, { AGENTCORE_ASSUME_ROLE_NAME: 'FromEnvironment' }).settings.aws
      .role,
  ).toBe('FromFlag');
  expect(build(configuration).settings.defaults.rows.at(-1)?.values.visibility).toBe('public');
  expect(build(configuration, { visibility: 'internal' }).settings.defaults.rows.at(-1)?.values.visibility).toBe(
    'internal',
  );
});

test('accounts and Regions as flags narrow what the configuration lists, and never widen it', () => {
  const aws = { accounts: ['111111111111', '222222222222'], regions: ['us-east-1', 'eu-west-1'] };
  const { settings, problems } = build({ aws }, { accounts: '222222222222', regions: 'eu-west-1' });
  expect(problems).toEqual([]);
  expect(settings.aws.accounts).toEqual({ type: 'list', accounts: aws.accounts });
  expect(settings.scan.narrow.accounts).toEqual(['222222222222']);
  expect(settings.scan.narrow.regions).toEqual(['eu-west-1']);
  expect(texts(build({ aws }, { accounts: '333333333333', regions: 'us-west-2' }))).toEqual([
    'accounts asks for 333333333333, which is not in aws.accounts of the configuration.',
    'regions asks for us-west-2, which is not in aws.regions of the configuration.',
  ]);
});

test('AWS_REGION is the scope where nothing is configured, and nothing beside what is', () => {
  for (const region of ['us-east-1', 'ap-south-1']) {
    const beside = build({ aws: { regions: ['us-east-1', 'eu-west-1'] } }, {}, { AWS_REGION: region });
    expect(beside.settings.scan.narrow.regions).toBeUndefined();
    expect(beside.settings.aws.regions).toEqual({ type: 'list', regions: ['us-east-1', 'eu-west-1'] });
    expect(beside.problems).toEqual([]);
  }
  expect(build({}, {}, { AWS_REGION: 'us-east-1' }).settings.aws.regions).toEqual({
    type: 'list',
    regions: ['us-east-1'],
    thisRun: true,
  });
});

test('contradictions are errors', () => {
  expect(texts(build({ aws: { accounts: ['111111111111'], organization: {} } }))).toEqual([
    'aws.accounts and aws.organization are both given.',
  ]);
  expect(texts(build({}, { gatewaysOnly: true, runtimesOnly: true }))).toEqual([
    'gateways-only and runtimes-only are both given: nothing would be scanned.',
  ]);
  const hubRole = 'arn:aws:iam::111111111111:role/Hub';
  expect(texts(build({ aws: { hubRole, credentials: 'github-oidc', sessionSeconds: 7200 } }))).toEqual([
    "A session of 7200 s can't be had through aws.hubRole: AWS caps a role that is assumed from a role at 3600 s.",
  ]);
});

test('filters of a run are read, junk is told', () => {
  const { settings, problems } = build(
    {},
    { include: 'name=pricing-*,tag=team=payments', exclude: 'kind=target,color=red' },
  );
  expect(settings.scan.narrow.include).toEqual([{ name: 'pricing-*' }, { tag: 'team=payments' }]);
  expect(settings.scan.narrow.exclude).toEqual([{ kind: 'target' }]);
  expect(problems.map((problem) => problem.text)).toEqual([
    'exclude expects name=, id=, account=, region=, kind= or tag= and a glob, met "color=red".',
  ]);
});

test('limits are counts or shares', () => {
  expect(build({ limits: { deletes: 5, updates: '50%' } }).settings.limits).toMatchObject({
    deletes: { type: 'count', count: 5 },
    updates: { type: 'share', percent: 50 },
  });
});

test('what flags or the environment list alone says nothing about the scope of the catalogue', () => {
  const { aws } = build({}, { accounts: '111111111111' }, { AWS_REGION: 'eu-west-1' }).settings;
  expect(aws.accounts).toEqual({ type: 'list', accounts: ['111111111111'], thisRun: true });
  expect(aws.regions).toEqual({ type: 'list', regions: ['eu-west-1'], thisRun: true });
  expect(build({ aws: { quotas: { get: 50 } } }).settings.aws.quotas).toEqual({ get: 50 });
});

test('private hosts: names, and those that registrations may call without TLS', () => {
  const { settings } = build({ network: { privateHosts: ['a.corp', { host: 'b', http: true }, { host: 'c' }] } });
  expect(settings.privateHosts).toEqual(['a.corp', 'b', 'c']);
  expect(settings.httpHosts).toEqual(['b']);
});

test('directory and configuration have one spelling, however they are given', () => {
  for (const directory of ['servers', './servers', 'servers/', './/servers//'])
    expect(build({}, { directory, config: './a/../agentcore-sync.yaml' }).settings).toMatchObject({
      directory: 'servers',
      config: 'agentcore-sync.yaml',
    });
});

test('what is adopted: nothing, all, or the paths that are named; the old word says all, with a notice', () => {
  const adoptOf = (given: Given) => build({}, given).settings.apply.adopt;
  expect(adoptOf({})).toBe('none');
  expect(adoptOf({ adopt: true })).toBe('all');
  expect(adoptOf({ adopt: '/one/', overwrite: true })).toEqual(['/one/']);
  const old = build({}, { overwrite: true });
  expect(old.settings.apply.adopt).toBe('all');
  expect(old.problems).toMatchObject([{ rule: 'option-renamed', severity: 'notice' }]);
});
