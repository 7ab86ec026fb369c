import { describe, expect, test } from 'vitest';
import { buildSettings } from '../../src/config/build-settings.ts';
import { readOptions } from '../../src/config/read-options.ts';
import type { Configuration } from '../../src/model/generated/configuration.ts';

type Kind = NonNullable<NonNullable<Configuration['aws']>['credentials']>;

interface Question {
  readonly configured?: Kind;
  readonly given?: string;
  readonly variable?: string;
  readonly person: boolean;
}

const asked = ({ configured, given, variable, person }: Question) => {
  const options = readOptions({
    command: 'scan',
    given: given === undefined ? {} : { credentials: given },
    environment: variable === undefined ? {} : { AGENTCORE_CREDENTIALS: variable },
    spelling: (name) => name,
  });
  const hubRole = 'arn:aws:iam::111111111111:role/Hub';
  const configuration: Configuration = {
    aws: { hubRole, ...(configured === undefined ? {} : { credentials: configured }) },
  };
  const { settings, problems } = buildSettings({ command: 'scan', ...options, configuration, person });
  return { ...settings.aws, problems: [...options.problems, ...problems] };
};

describe('in a job', () => {
  test.each<[Question['configured'], string, string]>([
    [undefined, '', 'default-chain'],
    ['ambient', '', 'default-chain'],
    ['github-oidc', '', 'github-oidc'],
    ['ambient', 'github-oidc', 'github-oidc'],
    [undefined, 'ambient', 'default-chain'],
  ])('%s with "%s" gives %s', (configured, given, wanted) => {
    const { credentials, standsIn, problems } = asked({
      ...(configured === undefined ? {} : { configured }),
      ...(given === '' ? {} : { given }),
      person: false,
    });
    expect([credentials, standsIn, problems]).toEqual([wanted, undefined, []]);
  });

  test.each(['flag', 'variable'])('never weaker than the reviewed file says, whoever asks: %s', (who) => {
    const given = who === 'flag' ? { given: 'default-chain' } : { variable: 'ambient' };
    const { credentials, problems } = asked({ configured: 'github-oidc', ...given, person: false });
    expect(credentials).toBe('github-oidc');
    expect(problems).toMatchObject([
      { rule: 'configuration-contradiction', severity: 'error', text: expect.stringContaining('weaker') },
    ]);
  });
});

describe('on a laptop', () => {
  test('the default chain stands in for the token of a job, and says so; asked for, it says nothing', () => {
    const silent = asked({ configured: 'github-oidc', person: true });
    expect([silent.credentials, silent.standsIn]).toEqual(['default-chain', true]);
    expect(silent.problems).toMatchObject([
      {
        rule: 'credentials-stand-in',
        severity: 'notice',
        text: expect.stringContaining('this is no job of GitHub Actions: your own AWS credentials stand in'),
        hint: expect.stringContaining('--credentials default-chain'),
      },
    ]);
    const told = asked({ configured: 'github-oidc', variable: 'default-chain', person: true });
    expect([told.credentials, told.problems]).toEqual(['default-chain', []]);
  });

  test("the token of a job can't be asked for, and no permission of a job is advised", () => {
    const { problems } = asked({ configured: 'github-oidc', given: 'github-oidc', person: true });
    expect(problems).toMatchObject([
      { severity: 'error', hint: expect.stringContaining('--credentials default-chain') },
    ]);
    expect(JSON.stringify(problems)).not.toContain('permissions');
  });
});
