import { type AwsConnection, limited } from '../aws/connection.ts';
import { type AwsFailure, awsFailure, failureText } from '../aws/failure.ts';
import type { Sessions } from '../aws/sessions.ts';
import { type ErrorCode, SyncError } from '../model/errors.ts';
import type { SecretDependencies, SecretPlace } from './secrets.ts';

export interface AwsSecretsDependencies {
  /** A session in an account, with another role than the configured one where it is named (aws/sessions.ts). */
  readonly account: Sessions['account'];
  readonly connection: AwsConnection;
}

const ATTEMPTS = 4;

const codeOf = (kind: AwsFailure['kind']): ErrorCode<'cloud'> => {
  switch (kind) {
    case 'denied':
    case 'credentials':
      return 'denied';
    case 'throttled':
      return 'throttled';
    case 'timeout':
      return 'timeout';
    case 'malformed':
      return 'malformed';
    default:
      return 'unavailable';
  }
};

const clientOptions = async (place: SecretPlace, { account, connection }: AwsSecretsDependencies) => {
  const { credentials } = await account(place.account, place.role);
  return { region: place.region, credentials, requestHandler: connection.handler, maxAttempts: ATTEMPTS };
};

/** The SDK's errors carry the request and the answer, and with them a secret: only the text of a refusal is kept. */
const failed = (error: unknown, action: string, permission: string): SyncError => {
  if (error instanceof SyncError) return error;
  const failure = awsFailure(error);
  const missing = failure.kind === 'not-found' ? 'it is not there' : failureText(failure);
  return new SyncError('cloud', codeOf(failure.kind), `${action}: ${missing}`, {
    hint: `The role needs ${permission}; account, role and id stand at the issuer in the configuration.`,
    ...(failure.status === undefined ? {} : { status: failure.status }),
  });
};

/** One call, with its refusal as an error of ours. */
const asked = async <Answer>(
  question: { readonly action: string; readonly permission: string },
  deps: AwsSecretsDependencies,
  send: (options: { readonly abortSignal: AbortSignal }) => Promise<Answer>,
): Promise<Answer> => {
  try {
    return await limited(deps.connection, question.action, send);
  } catch (error) {
    throw failed(error, question.action, question.permission);
  }
};

/**
 * Reads client secrets from Cognito and Secrets Manager, in the account and Region where each is, with that account's
 * role. The functions reject with SyncError cloud/denied, throttled, timeout, unavailable or malformed, and with what the
 * session rejects with.
 */
export const createAwsSecrets = (
  deps: AwsSecretsDependencies,
): Pick<SecretDependencies, 'cognitoSecret' | 'secretValue'> => ({
  cognitoSecret: async ({ poolId, clientId, ...place }) => {
    const permission = 'cognito-idp:DescribeUserPoolClient';
    const action = `${permission} for ${poolId} in ${place.account} ${place.region}`;
    const options = await clientOptions(place, deps);
    const sdk = await import('@aws-sdk/client-cognito-identity-provider');
    const client = new sdk.CognitoIdentityProviderClient(options);
    const command = new sdk.DescribeUserPoolClientCommand({ UserPoolId: poolId, ClientId: clientId });
    const answer = await asked({ action, permission }, deps, (send) => client.send(command, send));
    return answer.UserPoolClient?.ClientSecret;
  },
  secretValue: async ({ arn, ...place }) => {
    const permission = 'secretsmanager:GetSecretValue';
    const action = `${permission} for ${arn}`;
    const options = await clientOptions(place, deps);
    const sdk = await import('@aws-sdk/client-secrets-manager');
    const client = new sdk.SecretsManagerClient(options);
    const command = new sdk.GetSecretValueCommand({ SecretId: arn });
    const answer = await asked({ action, permission }, deps, (send) => client.send(command, send));
    if (answer.SecretString !== undefined) return answer.SecretString;
    throw new SyncError('cloud', 'malformed', `${action}: expected a text, met a binary secret`);
  },
});
