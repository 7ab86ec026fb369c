import type { AwsSettings } from '../config/settings.ts';
import { SyncError } from '../model/errors.ts';
import type { RunFacts } from '../model/run-facts.ts';
import type { AwsCredentials, CredentialSource } from './cached.ts';
import { cachedCredentials } from './cached.ts';
import type { AwsConnection } from './connection.ts';
import { credentialHint, noCredentialsText } from './credential-hints.ts';
import { awsFailure, failureText } from './failure.ts';
import type { Partition } from './partitions.ts';
import type { ChainedRoleRequest } from './sts.ts';
import { createSts } from './sts.ts';

export type IdToken = (audience: string) => Promise<string>;

/** Who may be asked for credentials, and for what. */
export interface SessionOptions {
  readonly settings: Pick<
    AwsSettings,
    'role' | 'hubRole' | 'credentials' | 'audience' | 'externalId' | 'sessionSeconds'
  >;
  readonly partition: Partition;
  /** Region whose STS is asked. */
  readonly region: string;
  readonly connection: AwsConnection;
  /** Requests a fresh OIDC token of the job; absent outside GitHub Actions. */
  readonly idToken?: IdToken;
  /** Repository and number of the run, which name and tag the sessions. */
  readonly run?: Pick<RunFacts, 'repository' | 'id'> | undefined;
}

/** Credentials whose account has been checked. */
export interface AccountSession {
  readonly account: string;
  readonly credentials: CredentialSource;
}

/** The sessions of one run: the caller's own, and one for each account. */
export interface Sessions {
  /**
   * The caller's own account (of the hub role, where there is one) and its credentials. Throws SyncError
   * cloud/no-credentials, id-token, assume-role, timeout, throttled or unavailable: without it nothing can be done.
   */
  caller(): Promise<AccountSession>;
  /**
   * Credentials of a role in an account; `role` is the configured one unless given. The identity that AWS sees is checked
   * to be the account: SyncError cloud/wrong-account. Otherwise throws as `caller`.
   */
  account(account: string, role?: string): Promise<AccountSession>;
}

const LONGEST_CHAINED_SECONDS = 3600;

/** Requests a fresh token for each call: GitHub's live five minutes, and sessions are renewed for hours. */
const freshToken = async (options: SessionOptions): Promise<string> => {
  if (!options.idToken) {
    throw new SyncError('cloud', 'id-token', "get the job's OIDC token: expected to run as a job of GitHub Actions", {
      hint: 'Give --credentials default-chain: your own AWS credentials serve.',
    });
  }
  return options.idToken(options.settings.audience);
};

/** The SDK's default chain; its own clients use our connections too. */
const defaultChain = (options: SessionOptions): CredentialSource => {
  let chain: Promise<CredentialSource> | undefined;
  const load = async (): Promise<CredentialSource> => {
    const { fromNodeProviderChain } = await import('@aws-sdk/credential-providers');
    return fromNodeProviderChain({ clientConfig: { requestHandler: options.connection.handler } });
  };
  return async (): Promise<AwsCredentials> => {
    chain ??= load();
    try {
      return await (await chain)();
    } catch (error) {
      const failure = awsFailure(error);
      const text = noCredentialsText(failureText(failure));
      throw new SyncError('cloud', 'no-credentials', `find AWS credentials: ${text}`, {
        hint: credentialHint(failure),
      });
    }
  };
};

const sessionName = (run: SessionOptions['run']): string =>
  run?.id !== undefined && /^\d{1,20}$/.test(run.id) ? `agentcore-sync-${run.id}` : 'agentcore-sync';

/** Repository and run, where the run has them and AWS takes them as the values of tags. */
const sessionTags = (run: SessionOptions['run']): Readonly<Record<string, string>> => {
  const tags = { repository: run?.repository, run: run?.id };
  return Object.fromEntries(
    Object.entries(tags).flatMap(([key, value]) =>
      value !== undefined && /^[\w ./:=+@-]{1,256}$/.test(value) ? [[key, value]] : [],
    ),
  );
};

/**
 * Sessions as the settings ask: `default-chain` (what the SDK finds, then the hub role, where there is one, then AssumeRole
 * in each account) or `github-oidc` (the job's token for the hub role, then AssumeRole in each account; without a hub the
 * token goes to each account's role). External id belongs to the step into an account, session tags to that step from a hub.
 * Credentials are renewed before they end, those of an account only while somebody asks.
 * Throws SyncError configuration/contradiction for a session longer than AWS gives through a hub.
 */
export const createSessions = (options: SessionOptions): Sessions => {
  const { settings, partition, connection } = options;
  if (settings.hubRole !== undefined && (settings.sessionSeconds ?? 0) > LONGEST_CHAINED_SECONDS) {
    throw new SyncError(
      'configuration',
      'contradiction',
      `aws.sessionSeconds: expected at most ${LONGEST_CHAINED_SECONDS} with a hub role, met ${settings.sessionSeconds}`,
      { hint: 'AWS caps the session of a role that is assumed from a role at one hour.' },
    );
  }
  const sts = createSts(options.region, connection);
  const name = sessionName(options.run);
  const cached = (source: CredentialSource): CredentialSource => cachedCredentials(source, connection.clock);
  const seconds = settings.sessionSeconds === undefined ? {} : { seconds: settings.sessionSeconds };
  const { hubRole } = settings;
  const withToken = (roleArn: string, length: { readonly seconds?: number }): CredentialSource =>
    cached(async () => sts.assumeRoleWithToken(await freshToken(options), { roleArn, sessionName: name, ...length }));
  const own = settings.credentials === 'default-chain' ? defaultChain(options) : undefined;
  const base: CredentialSource | undefined =
    hubRole === undefined
      ? own
      : own === undefined
        ? withToken(hubRole, {})
        : cached(() => sts.assumeRole(own, { roleArn: hubRole, sessionName: name }));
  const tags = sessionTags(options.run);
  const chained = (roleArn: string): ChainedRoleRequest => ({
    roleArn,
    sessionName: name,
    ...seconds,
    ...(settings.externalId === undefined ? {} : { externalId: settings.externalId }),
    ...(hubRole === undefined || Object.keys(tags).length === 0 ? {} : { tags }),
  });
  return {
    caller: async () => {
      if (base === undefined) {
        throw new SyncError(
          'configuration',
          'contradiction',
          'aws.accounts: expected accounts, or a hub role, met none',
          {
            hint: "The job's OIDC token belongs to no account: list accounts, or set aws.hubRole.",
          },
        );
      }
      return { account: await sts.accountOf(base), credentials: base };
    },
    account: async (account, role = settings.role) => {
      const roleArn = `arn:${partition.name}:iam::${account}:role/${role}`;
      const credentials =
        base === undefined ? withToken(roleArn, seconds) : cached(() => sts.assumeRole(base, chained(roleArn)));
      await credentials();
      const met = await sts.accountOf(credentials);
      if (met !== account) {
        throw new SyncError(
          'cloud',
          'wrong-account',
          `assume role ${roleArn}: expected account ${account}, met ${met}`,
        );
      }
      return { account, credentials };
    },
  };
};
