import type { openAwsConnection } from '../aws/connection.ts';
import { failureText } from '../aws/failure.ts';
import type { AccountSession, IdToken } from '../aws/sessions.ts';
import type { AwsSettings } from '../config/settings.ts';
import { type Access, type Accounts, findAccounts, openAccess } from '../discovery/accounts.ts';
import { confirmSettings } from '../discovery/confirm-places.ts';
import { probeConfirm } from '../discovery/probe.ts';
import { CONFIRM_CALLS } from '../kinds/table.ts';
import { SyncError } from '../model/errors.ts';
import type { CheckRow } from '../model/setup.ts';
import { mapLimit } from '../net/concurrency.ts';
import type { CommandContext } from '../running/context.ts';
import { openAws } from '../running/reaching.ts';
import { updateAccountsCommand } from './deploy.ts';
import type { CheckStep } from './doctor.ts';
import { mendAws } from './mending.ts';
import { menderOf } from './registry-checks.ts';

const ACCOUNTS_AT_ONCE = 16;
const SHOWN = 20;

/** What one account says to who would confirm its places. */
interface Asked {
  readonly account: string;
  /** `scan`: the role is refused, and on a command line the scan's role serves. */
  readonly state: 'ok' | 'scan' | 'failed';
  readonly text?: string;
}

interface Asking {
  readonly context: CommandContext;
  readonly access: Access;
  readonly accounts: Accounts;
  readonly connection: ReturnType<typeof openAwsConnection>;
}

const some = (accounts: readonly Asked[]): string => {
  const names = accounts.map(({ account }) => account);
  return names.length <= SHOWN
    ? names.join(', ')
    : `${names.slice(0, SHOWN).join(', ')} and ${names.length - SHOWN} more`;
};

const probed = async (
  { account, credentials }: AccountSession,
  asking: Asking,
  state: Asked['state'],
): Promise<Asked> => {
  const { access, connection } = asking;
  const [region = access.homeRegion] = access.regions ?? [];
  const failure = await probeConfirm(region, credentials, connection);
  return failure === undefined ? { account, state } : { account, state: 'failed', text: failureText(failure) };
};

const askAccount = async (account: string, asking: Asking): Promise<Asked> => {
  const { context, access, accounts } = asking;
  if (accounts.own !== undefined) return probed(accounts.own, asking, 'ok');
  try {
    return await probed(await access.sessions.account(account), asking, 'ok');
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    const refused: Asked = { account, state: 'failed', text: error.message };
    if (context.actions || error.code !== 'assume-role') return refused;
    try {
      return await probed(await access.sessions.account(account, context.settings.aws.role), asking, 'scan');
    } catch {
      return refused;
    }
  }
};

const rowOf = (answers: readonly Asked[], { context: { settings }, accounts }: Asking): CheckRow => {
  const { role } = settings.aws.confirm;
  const check = accounts.own === undefined ? `role ${role}` : 'places';
  const failed = answers.filter(({ state }) => state === 'failed');
  const scan = answers.filter(({ state }) => state === 'scan');
  const good = answers.length - failed.length;
  const served =
    scan.length === 0 ? '' : `; with ${settings.aws.role}, which serves on a command line only, in ${some(scan)}`;
  const met = `AWS confirms places in ${good} of ${answers.length} accounts${served}`;
  const [first] = failed;
  if (first === undefined) {
    const todo = `Deploy ${role} in ${some(scan)} (iam/): jobs have no other role to ask with.`;
    return { check, state: 'ok', met, ...(scan.length === 0 ? {} : { todo }) };
  }
  return {
    check,
    state: 'failed',
    met: `${met}; not in ${some(failed)}: ${first.text ?? 'no answer'}`,
    todo: `Deploy ${role} in these accounts (iam/, docs/upgrading.md), with these actions of bedrock-agentcore: ${CONFIRM_CALLS.join(', ')}. Until then nothing of theirs is registered, and no token renewed.`,
    command: updateAccountsCommand(settings.aws.accounts),
  };
};

interface Opening extends Pick<Asking, 'context' | 'connection'> {
  readonly idToken: IdToken;
}

const askAs = async (aws: AwsSettings, { context, connection, idToken }: Opening): Promise<Asking> => {
  const access = await openAccess({ settings: aws, connection, run: context.run, idToken });
  return { context, access, accounts: await findAccounts(aws, access, connection), connection };
};

/** As apply opens it: a person whom the hub for confirming refuses asks through the scan's. */
const openAsking = async (opening: Opening): Promise<Asking> => {
  const { aws } = opening.context.settings;
  try {
    return await askAs(confirmSettings(aws), opening);
  } catch (error) {
    const refused = error instanceof SyncError && error.code === 'assume-role';
    if (opening.context.actions || aws.confirm.hubRole === undefined || !refused) throw error;
    return askAs({ ...confirmSettings(aws), ...(aws.hubRole === undefined ? {} : { hubRole: aws.hubRole }) }, opening);
  }
};

/** Whether AWS answers, in each account, to what apply, refresh and verify ask before they send anything. */
export const confirmStep = (
  context: CommandContext,
  idToken: IdToken,
): { readonly step: CheckStep; readonly close: () => void } => {
  const { settings } = context;
  const connection = openAws(context);
  const run = async (): Promise<CheckRow> => {
    if (settings.confirmBy === 'review') {
      const met = 'confirmBy: review: nobody asks AWS, the reviewers answer for every place';
      return { check: 'places', state: 'skipped', met };
    }
    const asking = await openAsking({ context, connection, idToken });
    const answers = await mapLimit(asking.accounts.ids, ACCOUNTS_AT_ONCE, (account) => askAccount(account, asking));
    return rowOf(answers, asking);
  };
  return {
    step: {
      id: 'confirm',
      part: 'confirm',
      check: 'places',
      needs: settings.aws.credentials === 'github-oidc' ? ['id-token'] : [],
      run,
      mend: mendAws(menderOf(context)),
    },
    close: () => connection.close(),
  };
};
