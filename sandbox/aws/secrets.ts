/** Where client secrets lie: Cognito's DescribeUserPoolClient and Secrets Manager's GetSecretValue (JSON 1.1). */
import { type Answer, type Call, json, refuse, text } from './wire.ts';

const CREATED = 1_736_935_200;

/** Answers DescribeUserPoolClient. */
export const cognito = (call: Call, account: string): Answer => {
  if (call.name !== 'DescribeUserPoolClient')
    return refuse(400, 'UnknownOperationException', `${call.name} is not known here`);
  const poolId = text(call.body, 'UserPoolId') ?? '';
  const clientId = text(call.body, 'ClientId') ?? '';
  const pool = call.world.accounts[account]?.regions[call.region]?.userPools[poolId];
  if (!pool) return refuse(400, 'ResourceNotFoundException', `User pool ${poolId} does not exist.`);
  const client = pool[clientId];
  if (!client) return refuse(400, 'ResourceNotFoundException', `User pool client ${clientId} does not exist.`);
  return json({
    UserPoolClient: {
      UserPoolId: poolId,
      ClientId: clientId,
      ClientName: clientId,
      ...(client.secret !== undefined && { ClientSecret: client.secret }),
      CreationDate: CREATED,
      LastModifiedDate: CREATED,
      AllowedOAuthFlows: ['client_credentials'],
      AllowedOAuthFlowsUserPoolClient: true,
    },
  });
};

/** The ARN of a secret in the world: its name and six characters. */
export const secretArn = (partition: string, place: { account: string; region: string }, name: string): string =>
  `arn:${partition}:secretsmanager:${place.region}:${place.account}:secret:${name}-AbCdEf`;

/** Answers GetSecretValue, by name or ARN. */
export const secretsManager = (call: Call, account: string): Answer => {
  if (call.name !== 'GetSecretValue') return refuse(400, 'UnknownOperationException', `${call.name} is not known here`);
  const { world, region } = call;
  const asked = text(call.body, 'SecretId') ?? '';
  const secrets = world.accounts[account]?.regions[region]?.secrets ?? {};
  const arn = (name: string): string => secretArn(world.partition, { account, region }, name);
  const name = Object.keys(secrets).find((key) => key === asked || arn(key) === asked);
  if (name === undefined) {
    return refuse(400, 'ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
  }
  return json({
    ARN: arn(name),
    Name: name,
    VersionId: '00000000-0000-4000-8000-000000000000',
    SecretString: secrets[name],
    VersionStages: ['AWSCURRENT'],
    CreatedDate: CREATED,
  });
};
