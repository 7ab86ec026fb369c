import type { AssumeRoleCommandInput, Credentials } from '@aws-sdk/client-sts';
import {
  AssumeRoleCommand,
  AssumeRoleWithWebIdentityCommand,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { SyncError } from '../model/errors.ts';
import type { AwsCredentials, CredentialSource } from './cached.ts';
import type { AwsConnection } from './connection.ts';
import { limited } from './connection.ts';
import { credentialHint } from './credential-hints.ts';
import type { AwsFailure } from './failure.ts';
import { awsFailure, failureText } from './failure.ts';
import { readTokenClaims, trustCondition } from './token-claims.ts';

/** The run was ended: that is no answer of AWS. */
const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

/** What has nothing to do with the role: credentials at hand that ended, or a network. */
const isOfCaller = ({ kind }: AwsFailure): boolean =>
  kind === 'credentials' || kind === 'unavailable' || kind === 'timeout' || kind === 'reset';

/** A role to assume, and how its session is called. */
export interface RoleRequest {
  readonly roleArn: string;
  readonly sessionName: string;
  /** Seconds; absent: AWS's own default of one hour. */
  readonly seconds?: number;
}

/** What only AssumeRole takes. */
export interface ChainedRoleRequest extends RoleRequest {
  readonly externalId?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

const ATTEMPTS = 4;

const cloudCode = (kind: AwsFailure['kind']): 'timeout' | 'throttled' | 'unavailable' | 'assume-role' => {
  switch (kind) {
    case 'timeout':
      return 'timeout';
    case 'throttled':
      return 'throttled';
    case 'reset':
    case 'unavailable':
    case 'malformed':
      return 'unavailable';
    default:
      return 'assume-role';
  }
};

const usable = (credentials: Credentials | undefined, action: string): AwsCredentials => {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = credentials ?? {};
  if (!AccessKeyId || !SecretAccessKey || !SessionToken) {
    throw new SyncError('cloud', 'malformed', `${action}: expected credentials in the answer, met none`);
  }
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    ...(Expiration ? { expiration: Expiration } : {}),
  };
};

const assumeRoleInput = (request: ChainedRoleRequest): AssumeRoleCommandInput => ({
  RoleArn: request.roleArn,
  RoleSessionName: request.sessionName,
  ...(request.seconds === undefined ? {} : { DurationSeconds: request.seconds }),
  ...(request.externalId === undefined ? {} : { ExternalId: request.externalId }),
  ...(request.tags === undefined ? {} : { Tags: Object.entries(request.tags).map(([Key, Value]) => ({ Key, Value })) }),
});

const webIdentityRefused = (failure: AwsFailure, action: string, token: string): SyncError => {
  const claims = readTokenClaims(token);
  const shown = claims
    ? `; the token's own sub is "${claims.subject}" and its aud is "${claims.audience}"`
    : '; the token is no JWT';
  const hint = claims
    ? `The role's trust policy needs, for the provider ${claims.issuer}: "Condition": ${trustCondition(claims)}`
    : undefined;
  return new SyncError('cloud', cloudCode(failure.kind), `${action}: ${failureText(failure)}${shown}`, {
    ...(hint === undefined ? {} : { hint }),
    ...(failure.status === undefined ? {} : { status: failure.status }),
  });
};

/** The calls to AWS Security Token Service that a run makes, all to one Region. */
export interface Sts {
  /**
   * Credentials of a role, assumed with other credentials. Throws SyncError cloud/assume-role when AWS refuses,
   * cloud/timeout, throttled or unavailable when it does not answer.
   */
  assumeRole(with_: CredentialSource, request: ChainedRoleRequest): Promise<AwsCredentials>;
  /**
   * Credentials of a role, assumed with an OIDC token. Takes neither tags nor an external id. Throws as `assumeRole`;
   * the refusal shows the token's `sub` and `aud` beside the condition that the trust policy needs.
   */
  assumeRoleWithToken(token: string, request: RoleRequest): Promise<AwsCredentials>;
  /** The account that credentials belong to. Throws SyncError cloud/no-credentials or as above. */
  accountOf(credentials: CredentialSource): Promise<string>;
}

/** The calls go to the STS of one Region, whose tokens are valid in every Region of the partition. */
export const createSts = (region: string, connection: AwsConnection): Sts => {
  const client = (credentials?: CredentialSource): STSClient =>
    new STSClient({
      region,
      requestHandler: connection.handler,
      maxAttempts: ATTEMPTS,
      ...(credentials ? { credentials } : {}),
    });
  return {
    assumeRole: async (source, request) => {
      const action = `assume role ${request.roleArn}`;
      try {
        const command = new AssumeRoleCommand(assumeRoleInput(request));
        const answer = await limited(connection, action, (options) => client(source).send(command, options));
        return usable(answer.Credentials, action);
      } catch (error) {
        if (error instanceof SyncError) throw error;
        if (isAbort(error)) throw error;
        const failure = awsFailure(error);
        const tagging = /sts:TagSession/.test(failure.message);
        throw new SyncError('cloud', cloudCode(failure.kind), `${action}: ${failureText(failure)}`, {
          hint: isOfCaller(failure)
            ? credentialHint(failure)
            : tagging
              ? "Allow sts:TagSession beside sts:AssumeRole in the role's trust policy."
              : "Let the role's trust policy name who assumes it, and let that one's policy allow sts:AssumeRole on the role.",
          ...(failure.status === undefined ? {} : { status: failure.status }),
        });
      }
    },
    assumeRoleWithToken: async (token, request) => {
      const action = `assume role ${request.roleArn} with the job's OIDC token`;
      const command = new AssumeRoleWithWebIdentityCommand({
        ...assumeRoleInput(request),
        WebIdentityToken: token,
      });
      try {
        const answer = await limited(connection, action, (options) => client().send(command, options));
        return usable(answer.Credentials, action);
      } catch (error) {
        if (error instanceof SyncError || isAbort(error)) throw error;
        throw webIdentityRefused(awsFailure(error), action, token);
      }
    },
    accountOf: async (source) => {
      const action = "ask AWS for the caller's identity";
      try {
        const command = new GetCallerIdentityCommand({});
        const answer = await limited(connection, action, (options) => client(source).send(command, options));
        if (answer.Account && /^\d{12}$/.test(answer.Account)) return answer.Account;
      } catch (error) {
        if (error instanceof SyncError || isAbort(error)) throw error;
        const failure = awsFailure(error);
        const code = cloudCode(failure.kind);
        throw new SyncError(
          'cloud',
          code === 'assume-role' ? 'no-credentials' : code,
          `${action}: ${failureText(failure)}`,
          { hint: credentialHint(failure) },
        );
      }
      throw new SyncError('cloud', 'malformed', `${action}: expected an account of twelve digits, met none`);
    },
  };
};
