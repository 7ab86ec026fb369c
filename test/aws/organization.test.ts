import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Aws, AwsOptions } from '../../sandbox/aws/server.ts';
import { startAws } from '../../sandbox/aws/server.ts';
import { unit } from '../../sandbox/resources.ts';
import { world } from '../../sandbox/world.ts';
import type { AwsConnection } from '../../src/aws/connection.ts';
import { openAwsConnection } from '../../src/aws/connection.ts';
import type { OrganizationSelection } from '../../src/aws/organization.ts';
import { organizationAccounts } from '../../src/aws/organization.ts';
import { hastyClock } from '../discovery/scanning.ts';
import { listen } from '../net/servers.ts';

const [MANAGEMENT, TOP, PROD, TEAM, SUSPENDED, CLOSING] = [1, 2, 3, 4, 5, 6].map((digit) => String(digit).repeat(12));
const PROD_UNIT = 'ou-exam-prod0000';
const TEAM_UNIT = 'ou-exam-team0000';
const EMPTY_UNIT = 'ou-exam-empty000';

const stops: (() => unknown)[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

const start = async (options: AwsOptions = {}): Promise<Aws> => {
  const aws = await startAws(
    world({
      accounts: {
        [MANAGEMENT ?? '']: {},
        [TOP ?? '']: {},
        [PROD ?? '']: { unit: PROD_UNIT },
        [TEAM ?? '']: { unit: TEAM_UNIT },
        [SUSPENDED ?? '']: { unit: PROD_UNIT, state: 'SUSPENDED' },
        [CLOSING ?? '']: { state: 'PENDING_CLOSURE' },
      },
      organization: {
        managementAccount: MANAGEMENT ?? '',
        units: [unit(PROD_UNIT, 'Prod', [unit(TEAM_UNIT, 'Team')]), unit(EMPTY_UNIT, 'Empty')],
      },
    }),
    options,
  );
  stops.push(() => aws.close());
  for (const [name, value] of Object.entries(aws.environment)) vi.stubEnv(name, value);
  return aws;
};

const open = (): AwsConnection => {
  const connection = openAwsConnection({ environment: {}, clock: hastyClock(), callSeconds: 10_000 });
  stops.push(() => connection.close());
  return connection;
};

const accounts = async (selection: Partial<OrganizationSelection> = {}): Promise<readonly string[]> =>
  (await members(selection)).map(({ id }) => id);

const members = (selection: Partial<OrganizationSelection> = {}) =>
  organizationAccounts(
    { units: [], exclude: [], include: [], ...selection },
    {
      region: 'us-east-1',
      credentials: async () => ({ accessKeyId: 'AKIASANDBOXEXAMPLE00', secretAccessKey: 'sandbox' }),
      connection: open(),
    },
  );

test('an account has the name and the unit that Organizations shows', async () => {
  await start();
  const [root, prod] = [`o-exampleorgid/r-exam`, `o-exampleorgid/r-exam/${PROD_UNIT}`];
  const shown = await members({ include: ['999999999999'] });
  expect(shown.map(({ id, path }) => [id, path?.replace(/^o-[a-z0-9]+\/r-[a-z0-9]+/, root)])).toEqual([
    [TOP, root],
    [PROD, prod],
    [TEAM, `${prod}/${TEAM_UNIT}`],
    ['999999999999', undefined],
  ]);
  expect(shown[0]?.name).toBeTruthy();
  expect(await members({ units: [TEAM_UNIT] })).toEqual(shown.filter(({ id }) => id === TEAM));
});

describe('organizationAccounts', () => {
  test.each<[string, Partial<OrganizationSelection>, (string | undefined)[]]>([
    ['everything that is ACTIVE, without the management account', {}, [TOP, PROD, TEAM]],
    ['the management account where it is named', { include: [MANAGEMENT ?? ''] }, [MANAGEMENT, TOP, PROD, TEAM]],
    ['a unit with what is nested in it', { units: [PROD_UNIT] }, [PROD, TEAM]],
    ['a nested unit alone', { units: [TEAM_UNIT] }, [TEAM]],
    ['a root is everything below it', { units: ['r-exam'] }, [TOP, PROD, TEAM]],
    ['overlapping units once', { units: [TEAM_UNIT, PROD_UNIT] }, [PROD, TEAM]],
    ['an empty unit', { units: [EMPTY_UNIT] }, []],
    ['a unit and one more account', { units: [TEAM_UNIT], include: [TOP ?? ''] }, [TOP, TEAM]],
    ['minus an account', { exclude: [PROD ?? ''] }, [TOP, TEAM]],
    ['minus a unit with what is nested in it', { exclude: [PROD_UNIT] }, [TOP]],
    ['a unit minus a nested one', { units: [PROD_UNIT], exclude: [TEAM_UNIT] }, [PROD]],
  ])('gives %s', async (_name, selection, expected) => {
    await start({ pageLimit: 2 });
    expect(await accounts(selection)).toEqual(expected);
  });

  test('says what to do when the caller may not read the organization', async () => {
    await start({ faults: [{ call: 'ListAccounts', effect: 'deny' }] });
    await expect(accounts()).rejects.toMatchObject({
      area: 'cloud',
      code: 'denied',
      message: /^read the organization \(ListAccounts\): AccessDeniedException/,
      hint: /aws\.organization\.role/,
    });
  });

  test('never takes a part for the whole', async () => {
    await start({ pageLimit: 2, faults: [{ call: 'ListAccounts', effect: 'page-token-loop' }] });
    await expect(accounts()).rejects.toMatchObject({ code: 'malformed', message: /page token came twice/ });
  });

  test('takes the retired Status of emulators for State', async () => {
    const answers: Record<string, object> = {
      DescribeOrganization: { Organization: { MasterAccountId: MANAGEMENT } },
      ListAccounts: {
        Accounts: [
          { Id: MANAGEMENT, Status: 'ACTIVE' },
          { Id: TOP, Status: 'ACTIVE' },
          { Id: SUSPENDED, Status: 'SUSPENDED' },
          { Id: PROD },
        ],
      },
    };
    const server = await listen((request, response) => {
      request.resume();
      const call = String(request.headers['x-amz-target']).split('.')[1] ?? '';
      response.setHeader('content-type', 'application/x-amz-json-1.1').end(JSON.stringify(answers[call]));
    });
    stops.push(() => server.stop());
    vi.stubEnv('AWS_ENDPOINT_URL', server.url);
    expect(await accounts()).toEqual([TOP]);
  });

  test('an answer of another form is an error that says so, and no list of fewer accounts', async () => {
    const answers: Readonly<Record<string, unknown>> = {
      DescribeOrganization: { Organization: { MasterAccountId: MANAGEMENT } },
      ListAccounts: { Accounts: 'https://evil.example/' },
    };
    const server = await listen((request, response) => {
      request.resume();
      const call = String(request.headers['x-amz-target']).split('.')[1] ?? '';
      response.setHeader('content-type', 'application/x-amz-json-1.1').end(JSON.stringify(answers[call]));
    });
    stops.push(() => server.stop());
    vi.stubEnv('AWS_ENDPOINT_URL', server.url);
    await expect(accounts()).rejects.toMatchObject({
      area: 'cloud',
      code: 'malformed',
      message: 'read the organization (ListAccounts): expected a list, met something else',
    });
  });
});
