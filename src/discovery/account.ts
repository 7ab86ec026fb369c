import { failureText } from '../aws/failure.ts';
import { enabledRegions } from '../aws/regions.ts';
import type { AccountSession } from '../aws/sessions.ts';
import { SyncError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import type { RuleName } from '../model/rules.ts';

/** An account whose session could not be had. */
export interface RefusedAccount {
  readonly problem: Problem;
  /** It never had a file and refuses the role: nothing is lost. */
  readonly notOnboarded: boolean;
}

const ruleOf = (error: SyncError): RuleName => {
  switch (error.code) {
    case 'wrong-account':
      return 'account-mismatch';
    case 'throttled':
      return 'call-throttled';
    case 'assume-role':
    case 'no-credentials':
      return 'account-denied';
    default:
      return 'call-failed';
  }
};

/** True for an error that every account would meet: the configuration, or a job that gets no token. */
export const isFatal = (error: unknown): boolean =>
  !(error instanceof SyncError) || error.area !== 'cloud' || error.code === 'id-token';

/** What an account's refusal means: an account without any file that refuses the role is not onboarded yet. */
export const refusedAccount = (
  account: string,
  error: SyncError,
  known: { readonly hasFiles: boolean; readonly strict: boolean; readonly runOver: boolean },
): RefusedAccount => {
  if (known.runOver) {
    const text = `The run's time ended before account ${account} was scanned: what is known of it stays as it is.`;
    return { notOnboarded: false, problem: { rule: 'run-time', severity: 'error', subject: account, text } };
  }
  const rule = ruleOf(error);
  const hint = error.hint === undefined ? {} : { hint: error.hint };
  const notOnboarded = rule === 'account-denied' && !known.hasFiles;
  if (notOnboarded) {
    return {
      notOnboarded,
      problem: {
        rule: 'account-not-onboarded',
        severity: known.strict ? 'error' : 'notice',
        subject: account,
        text: `${error.message}: the account has no file yet and is left out.`,
        ...hint,
      },
    };
  }
  const text = `${error.message}: the whole account is not scanned, what is known of it stays as it is.`;
  return { notOnboarded, problem: { rule, severity: 'error', subject: account, text, ...hint } };
};

/** The Regions that an account has enabled, or the problem that they can't be known. */
export const regionsOfAccount = async (
  session: AccountSession,
  homeRegion: string,
  connection: Parameters<typeof enabledRegions>[2],
): Promise<{ readonly regions: readonly string[]; readonly problem?: Problem }> => {
  const answer = await enabledRegions(homeRegion, session.credentials, connection);
  if (answer.ok) return { regions: answer.value };
  const { failure } = answer;
  return {
    regions: [],
    problem: {
      rule: failure.kind === 'denied' ? 'call-denied' : failure.kind === 'throttled' ? 'call-throttled' : 'call-failed',
      severity: 'error',
      subject: `${session.account} ${homeRegion}`,
      text: `DescribeRegions failed (${failureText(failure)}): the whole account is not scanned, what is known of it stays as it is.`,
      hint: 'Allow ec2:DescribeRegions to the role, or list aws.regions.',
    },
  };
};
