/** Secrets in Cognito and Secrets Manager of an emulator that nobody here wrote, behind AssumeRole, as refresh reads them. */
import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectCode, RETAIL } from '../cli/cli.ts';
import { gatewayPath, gatewayText, heldBy, issuerFor, startTokenBench } from '../cli/issuers.ts';
import { POOL_HOST, POOL_TOKEN, startPool } from '../cli/user-pool.ts';
import { type Moto, START_MS, startMoto } from './moto-server.ts';

const KEY = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'sandbox' };
const STORED = 'canary-stored-secret';

let moto: Moto;
beforeAll(async () => {
  moto = await startMoto();
}, START_MS);
afterAll(() => moto.stop());

/** What a client of the account needs. */
const access = async () => {
  const options = { region: 'us-east-1', endpoint: moto.endpoint };
  const sts = new STSClient({ ...options, credentials: KEY });
  const RoleArn = `arn:aws:iam::${RETAIL}:role/AgentCoreSync`;
  const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'test' }));
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = Credentials ?? {};
  const credentials = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
  return { ...options, credentials };
};

const makePool = async () => {
  const cognito = new CognitoIdentityProviderClient(await access());
  const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: 'retail' }));
  const { UserPoolClient: client } = await cognito.send(
    new CreateUserPoolClientCommand({ UserPoolId: UserPool?.Id, ClientName: 'registry', GenerateSecret: true }),
  );
  const [poolId, id, secret] = [UserPool?.Id, client?.ClientId, client?.ClientSecret];
  if (poolId === undefined || id === undefined || secret === undefined) throw new Error('moto made no client');
  return { issuer: `https://${POOL_HOST}/${poolId}`, client: id, secret };
};

const storeSecret = async (): Promise<string> => {
  const manager = new SecretsManagerClient(await access());
  const { ARN = '' } = await manager.send(
    new CreateSecretCommand({ Name: 'idp', SecretString: `{"client":"${STORED}"}` }),
  );
  return ARN;
};

test(
  'a secret of Cognito and one of Secrets Manager give their clients tokens, and are told by nothing',
  async () => {
    const [pool, arn] = [await makePool(), await storeSecret()];
    const bench = await startTokenBench();
    const issuer = await issuerFor([{ id: 'stored', secret: STORED }]);
    bench.configure(
      [
        `  - issuer: ${pool.issuer}`,
        `    account: "${RETAIL}"`,
        `    clients: [{ id: ${pool.client}, for: ["${RETAIL}/pricing/"] }]`,
        `  - issuer: ${issuer.issuer}`,
        `    clients: [{ id: stored, for: ["${RETAIL}/orders/"], secret: { secretsmanager: "${arn}", key: client } }]`,
      ].join('\n'),
    );
    const discoveryUrl = `${pool.issuer}/.well-known/openid-configuration`;
    // The emulator keeps secrets here, not the gateways.
    bench.write('agentcore-sync.yaml', `${bench.read('agentcore-sync.yaml')}\nconfirmBy: review\n`);
    bench.write(gatewayPath('pricing'), gatewayText('pricing', discoveryUrl, RETAIL, pool.client));
    bench.write(gatewayPath('orders'), gatewayText('orders', issuer.discoveryUrl, RETAIL, 'stored'));
    expectCode(await bench.run('apply --no-refresh'), 0);
    const environment = {
      ...(await startPool(bench, pool)),
      AWS_ENDPOINT_URL: moto.endpoint,
      AWS_ACCESS_KEY_ID: KEY.accessKeyId,
      AWS_SECRET_ACCESS_KEY: KEY.secretAccessKey,
      AWS_SESSION_TOKEN: undefined,
    };
    const run = expectCode(await bench.run('refresh --debug /pricing/ /orders/', { environment }), 0);
    expect(run.stdout).toContain('Tokens: 2 renewed.');
    expect(heldBy(bench)['/pricing/']).toBe(POOL_TOKEN);
    for (const secret of [pool.secret, STORED, POOL_TOKEN]) expect(`${run.stdout}${run.stderr}`).not.toContain(secret);
  },
  START_MS,
);
