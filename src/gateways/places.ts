import { BedrockAgentCoreControlClient } from '@aws-sdk/client-bedrock-agentcore-control';
import type { CredentialSource } from '../aws/cached.ts';
import { type AwsConnection, limited } from '../aws/connection.ts';
import { awsFailure } from '../aws/failure.ts';
import { enabledRegions } from '../aws/regions.ts';
import type { AccountSession } from '../aws/sessions.ts';
import type { AwsSettings } from '../config/settings.ts';
import { isFatal } from '../discovery/account.ts';
import { type Access, findAccounts, openAccess } from '../discovery/accounts.ts';
import { SyncError } from '../model/errors.ts';
import { distinctProblems, type Problem } from '../model/problem.ts';
import { mapLimit } from '../net/concurrency.ts';
import type { CommandContext } from '../running/context.ts';
import { openAws, withIdToken } from '../running/reaching.ts';
import type { Send } from './live.ts';

/** One account and Region of a run, with the credentials for it. */
export interface GatewayPlaceAccess {
  readonly account: string;
  readonly region: string;
  readonly credentials: CredentialSource;
  readonly connection: AwsConnection;
  /** Makes a call of it; errors name account, Region and call. */
  readonly send: Send;
}

/** Attempts of the SDK at one call: few calls are made, so its own repetition will do. */
const ATTEMPTS = 6;

const HINTS: Readonly<Partial<Record<ReturnType<typeof awsFailure>['kind'], string>>> = {
  denied: 'Allow it to the role: templates/gateways/account.yaml of the package has what it needs.',
  'not-found': 'It is not there, or not in this account and Region.',
  credentials: 'Renew the credentials and run the command again.',
};

/** A failed call as an error that names it. */
const callError = (what: string, error: unknown): SyncError => {
  if (error instanceof SyncError) return error;
  const { kind, message } = awsFailure(error);
  const code = kind === 'denied' || kind === 'region' ? kind : 'unavailable';
  return new SyncError('cloud', code, `${what}: ${message}`, {
    hint: HINTS[kind] ?? 'Run the command again.',
    cause: error,
  });
};

/** A client for AgentCore that repeats calls itself. */
export const agentCoreClient = ({
  region,
  credentials,
  connection,
}: GatewayPlaceAccess): BedrockAgentCoreControlClient =>
  new BedrockAgentCoreControlClient({
    region,
    credentials,
    requestHandler: connection.handler,
    maxAttempts: ATTEMPTS,
  });

/** What came of one account and Region, or why nothing did. */
export type AtPlace<Result> = { readonly account: string; readonly region: string } & (
  | { readonly type: 'done'; readonly result: Result }
  | { readonly type: 'failed'; readonly error: SyncError }
);

/** What was done. */
export const doneIn = <Result>(places: readonly AtPlace<Result>[]): readonly Result[] =>
  places.flatMap((place) => (place.type === 'done' ? [place.result] : []));

/** Why nothing was done elsewhere: an error that stands for a whole account is told once. */
export const failuresIn = (places: readonly AtPlace<unknown>[]): readonly Problem[] =>
  distinctProblems(
    places.flatMap((place): Problem[] => {
      if (place.type === 'done') return [];
      const { account, error } = place;
      return [
        {
          rule:
            error.code === 'assume-role' ? 'account-denied' : error.code === 'denied' ? 'call-denied' : 'call-failed',
          severity: 'error',
          subject: account,
          about: { account },
          text: `${error.message}: nothing was done there.`,
          ...(error.hint === undefined ? {} : { hint: error.hint }),
        },
      ];
    }),
  );

/** Accounts and Regions side by side, where one does not wait for the other. */
const AT_ONCE = 8;

interface Going {
  readonly access: Access;
  readonly connection: AwsConnection;
  readonly signal: AbortSignal;
  /** The caller's own account, where no role is assumed. */
  readonly own: AccountSession | undefined;
}

/** A Region of an account, or why its Regions are not known. */
type Place =
  | AtPlace<never>
  | { readonly type: 'open'; readonly account: string; readonly region: string; readonly session: AccountSession };

const placesOf = async (account: string, { access, connection, signal, own }: Going): Promise<readonly Place[]> => {
  const { regions, homeRegion, sessions } = access;
  const failed = (error: SyncError): readonly Place[] =>
    (regions ?? [homeRegion]).map((region) => ({ type: 'failed', account, region, error }));
  try {
    const session = own ?? (await sessions.account(account));
    if (regions !== undefined) return regions.map((region) => ({ type: 'open', account, region, session }));
    const enabled = await enabledRegions(homeRegion, session.credentials, connection);
    if (enabled.ok) return enabled.value.map((region) => ({ type: 'open', account, region, session }));
    const text = `DescribeRegions in ${account} ${homeRegion}: ${enabled.failure.message}`;
    return failed(
      new SyncError('cloud', 'denied', text, { hint: 'Allow ec2:DescribeRegions to the role, or list aws.regions.' }),
    );
  } catch (error) {
    if (signal.aborted || isFatal(error) || !(error instanceof SyncError)) throw error;
    return failed(error);
  }
};

const inPlace = async <Result>(
  place: Place,
  { access, connection, signal }: Going,
  work: (place: GatewayPlaceAccess) => Promise<Result>,
): Promise<readonly AtPlace<Result>[]> => {
  if (place.type !== 'open') return [place];
  const { account, region, session } = place;
  const send: Send = async (what, call) => {
    try {
      return await limited(connection, what, call);
    } catch (error) {
      throw callError(`${what} in ${account} ${region}`, error);
    }
  };
  try {
    const result = await work({ account, region, credentials: session.credentials, connection, send });
    return [{ type: 'done', account, region, result }];
  } catch (error) {
    if (signal.aborted || isFatal(error) || !(error instanceof SyncError)) throw error;
    // Where all Regions are meant, one without AgentCore is none that was asked for.
    return access.regions === undefined && error.code === 'region' ? [] : [{ type: 'failed', account, region, error }];
  }
};

/** The settings of whoever changes gateways: in the role that is given, by the deploys' own hub, never the scan's. */
export const changingSettings = (
  { aws, gateways }: Pick<CommandContext['settings'], 'aws' | 'gateways'>,
  role: string,
): AwsSettings => {
  const { hubRole: _, ...rest } = aws;
  const hubRole = gateways.deploy?.hubRole;
  return { ...rest, role, ...(hubRole === undefined ? {} : { hubRole }) };
};

/**
 * Opens the accounts and Regions that the settings ask for, for the length of `work`. One that fails stops no other.
 * `sideBySide`: several at once, else one after another. Rejects with what every account would meet.
 * @param aws whom to act as, where it isn't the scan's role
 */
export const inPlaces = async <Result>(
  context: CommandContext,
  { aws, sideBySide = false }: { readonly aws: AwsSettings; readonly sideBySide?: boolean },
  work: (place: GatewayPlaceAccess) => Promise<Result>,
): Promise<readonly AtPlace<Result>[]> => {
  const { signal } = context;
  const connection = openAws(context);
  try {
    return await withIdToken(context, async (idToken) => {
      const access = await openAccess({ settings: aws, connection, run: context.run, idToken });
      const { ids, own } = await findAccounts(aws, access, connection);
      const going: Going = { access, connection, signal, own };
      const atOnce = sideBySide ? AT_ONCE : 1;
      const places = (await mapLimit(ids, atOnce, (account) => placesOf(account, going))).flat();
      return (await mapLimit(places, atOnce, (place) => inPlace(place, going, work))).flat();
    });
  } finally {
    connection.close();
  }
};
