import type { openAwsConnection } from '../aws/connection.ts';
import { failureText } from '../aws/failure.ts';
import { enabledRegions } from '../aws/regions.ts';
import type { AccountSession, IdToken } from '../aws/sessions.ts';
import type { AwsSettings } from '../config/settings.ts';
import { type Access, type Accounts, findAccounts, openAccess } from '../discovery/accounts.ts';
import { probeRegion } from '../discovery/probe.ts';
import { SCAN_CALLS } from '../kinds/table.ts';
import type { CheckRow } from '../model/setup.ts';
import { mapLimit } from '../net/concurrency.ts';
import type { CommandContext } from '../running/context.ts';
import { openAws } from '../running/reaching.ts';
import { addAccountCommand } from './deploy.ts';
import { type CheckStep, failedRow } from './doctor.ts';
import { mendAws } from './mending.ts';
import { type RegionAnswer, regionRows } from './region-checks.ts';
import { menderOf } from './registry-checks.ts';

const ACCOUNTS_AT_ONCE = 16;

/** What one step finds and a later one needs. */
interface Found {
  access?: Access;
  accounts?: Accounts;
  readonly sessions: AccountSession[];
}

const needed = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('a step ran before what it needs');
  return value;
};

const roleRow = async (account: string, { role, accounts }: AwsSettings, found: Found): Promise<CheckRow> => {
  const check = `role ${role} in ${account}`;
  try {
    found.sessions.push(await needed(found.access).sessions.account(account));
    return { check, state: 'ok', met: 'assumed, and the identity is of that account' };
  } catch (error) {
    return failedRow(check, error, () => addAccountCommand(account, accounts));
  }
};

const answersOf = async (
  session: AccountSession,
  access: Access,
  connection: ReturnType<typeof openAwsConnection>,
): Promise<readonly RegionAnswer[]> => {
  const { account, credentials } = session;
  const enabled =
    access.regions === undefined ? await enabledRegions(access.homeRegion, credentials, connection) : undefined;
  if (enabled?.ok === false) {
    const text = `DescribeRegions: ${failureText(enabled.failure)}`;
    return [{ account, region: access.homeRegion, state: 'failed', text }];
  }
  return mapLimit(enabled?.value ?? access.regions ?? [], 4, async (region): Promise<RegionAnswer> => {
    const failure = await probeRegion(region, credentials, connection);
    if (failure === undefined) return { account, region, state: 'ok' };
    return { account, region, state: failure.kind === 'region' ? 'absent' : 'failed', text: failureText(failure) };
  });
};

/** STS, the accounts, the role in each, AgentCore in each Region. The connection ends with `close`. */
export const awsSteps = (
  context: CommandContext,
  idToken: IdToken,
): { readonly steps: readonly CheckStep[]; readonly close: () => void } => {
  const { settings } = context;
  const { aws } = settings;
  const connection = openAws(context);
  const found: Found = { sessions: [] };
  const direct = aws.credentials === 'github-oidc' && aws.hubRole === undefined;
  const sts = async (): Promise<CheckRow> => {
    found.access = await openAccess({ settings: aws, connection, run: context.run, idToken });
    if (direct)
      return { check: 'AWS identity', state: 'ok', met: "the job's token goes straight to each account's role" };
    const { account } = await found.access.sessions.caller();
    const as = aws.hubRole === undefined ? 'the caller' : `the hub role ${aws.hubRole}`;
    const how = aws.standsIn ? "; assumed with your own credentials, which stand in for the job's token" : '';
    return {
      check: 'AWS identity',
      state: 'ok',
      met: `${as} is of account ${account}${aws.hubRole === undefined ? '' : how}`,
    };
  };
  const accounts = async (): Promise<CheckRow> => {
    found.accounts = await findAccounts(aws, needed(found.access), connection);
    const { ids } = found.accounts;
    return ids.length === 0
      ? {
          check: 'accounts',
          state: 'failed',
          met: 'none',
          todo: 'Check aws.accounts or aws.organization: these are the accounts that there are.',
          command: 'aws organizations list-accounts --output table',
        }
      : {
          check: 'accounts',
          state: 'ok',
          met: aws.accounts.type === 'own' ? `the caller's own, ${ids[0]}` : `${ids.length}`,
        };
  };
  const roles = async (): Promise<readonly CheckRow[]> => {
    const { ids, own } = needed(found.accounts);
    if (own !== undefined) {
      found.sessions.push(own);
      return [{ check: 'roles', state: 'ok', met: "none is assumed in the caller's own account" }];
    }
    return mapLimit(ids, ACCOUNTS_AT_ONCE, (account) => roleRow(account, aws, found));
  };
  const regions = async (): Promise<readonly CheckRow[]> => {
    const access = needed(found.access);
    const answers = await mapLimit(found.sessions, ACCOUNTS_AT_ONCE, (it) => answersOf(it, access, connection));
    return regionRows(answers.flat(), {
      named: access.regions !== undefined,
      calls: SCAN_CALLS,
      accounts: aws.accounts,
    });
  };
  const part = 'aws';
  const mend = mendAws(menderOf(context));
  return {
    steps: [
      {
        id: 'sts',
        part,
        check: 'AWS identity',
        needs: aws.credentials === 'github-oidc' ? ['id-token'] : [],
        run: sts,
        mend,
      },
      { id: 'accounts', part, check: 'accounts', needs: ['sts'], run: accounts, mend },
      { id: 'roles', part, check: 'roles', needs: ['accounts'], run: roles, mend },
      { id: 'regions', part, check: 'Regions', needs: ['roles'], run: regions, mend },
    ],
    close: () => connection.close(),
  };
};
