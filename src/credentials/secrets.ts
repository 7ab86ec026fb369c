import { splitArn } from '../model/arn.ts';
import { withoutEnd } from '../model/ends.ts';
import { SyncError } from '../model/errors.ts';
import type { Client, ClientSecret, Issuer } from '../model/generated/configuration.ts';
import { isObject, parseJson, textMember } from '../model/json.ts';
import { type UserPool, userPoolOf } from '../model/vendors/cognito.ts';
import { vendorOf } from '../model/vendors/table.ts';
import { cleaned, maskForms } from '../net/masks.ts';
import { isReserved } from './audiences.ts';
import { isPrivateKey } from './client-key.ts';
import type { ClientProof } from './grant.ts';
import { ownSecret, secretNames, vendorSecret } from './secret-names.ts';

/** Where an AWS secret is, and the role that may read it, where the configuration names one. */
export interface SecretPlace {
  readonly account: string;
  readonly region: string;
  readonly role?: string;
}

export interface SecretDependencies {
  /** All that are configured: a secret that could belong to two of their clients is given to none. */
  readonly issuers: readonly Issuer[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What --env-file holds (env-file.ts). */
  readonly envFile: Readonly<Record<string, string>>;
  /** Cognito's DescribeUserPoolClient: the client's secret, undefined for a public client. */
  readonly cognitoSecret: (
    client: SecretPlace & UserPool & { readonly clientId: string },
  ) => Promise<string | undefined>;
  /** Secrets Manager's GetSecretValue. */
  readonly secretValue: (secret: SecretPlace & { readonly arn: string }) => Promise<string>;
  /** Audiences of GitHub's token that open something else: STS, the registry. */
  readonly reservedAudiences: readonly string[];
  /** Called with every form of a secret before it is used. */
  readonly mask: (form: string) => void;
}

interface Pair {
  readonly issuer: Issuer;
  readonly client: Client;
}

const actionOf = ({ issuer, client }: Pair): string =>
  `read the secret of client ${cleaned(client.id, 100)} of ${cleaned(issuer.issuer, 200)}`;

const missing = (pair: Pair, met: string, hint: string): SyncError<'token'> =>
  new SyncError('token', 'no-secret', `${actionOf(pair)}: ${met}`, { hint });

const contradiction = (pair: Pair, met: string, hint: string): SyncError<'configuration'> =>
  new SyncError('configuration', 'contradiction', `${actionOf(pair)}: ${met}`, { hint });

/** A key keeps its lines; a secret loses the line end that files and secret stores add. */
const checked = (pair: Pair, value: string): string => {
  const secret = isPrivateKey(value) ? value : withoutEnd(value, '\r\n');
  if (secret !== '' && (isPrivateKey(secret) || !/\p{Cc}/u.test(secret))) return secret;
  throw missing(pair, 'expected a text without control characters, met something else', 'Store the secret again.');
};

const fromCognito = async (pair: Pair, deps: SecretDependencies): Promise<string> => {
  const { issuer, client } = pair;
  const pool = userPoolOf(issuer);
  if (!pool) {
    throw contradiction(pair, 'the issuer is no Cognito user pool', 'Set another `secret:` at the client.');
  }
  if (issuer.account === undefined) {
    throw missing(pair, 'the account of the user pool is not configured', 'Add `account:` to the issuer.');
  }
  const role = issuer.role === undefined ? {} : { role: issuer.role };
  const secret = await deps.cognitoSecret({ account: issuer.account, ...role, ...pool, clientId: client.id });
  if (secret !== undefined && secret !== '') return secret;
  throw missing(pair, 'Cognito knows the client, which has no secret', 'Make an app client with a secret.');
};

/** The text below a key of a JSON secret, or the whole text where no key is configured. */
const pick = (pair: Pair, text: string, key: string | undefined): string => {
  const value = parseJson(text);
  if (key === undefined) {
    if (!isObject(value) || isPrivateKey(text)) return text;
    throw missing(pair, 'the secret in Secrets Manager is JSON, and no key is configured', 'Add `key:` to it.');
  }
  const member = textMember(value, key);
  if (member !== undefined) return member;
  throw missing(pair, `the secret in Secrets Manager has no text under ${cleaned(key, 60)}`, 'Correct `key:`.');
};

const fromSecretsManager = async (
  pair: Pair,
  { secretsmanager: arn, key }: { readonly secretsmanager: string; readonly key?: string },
  deps: SecretDependencies,
): Promise<string> => {
  const { region, account } = splitArn(arn);
  const role = pair.issuer.role === undefined ? {} : { role: pair.issuer.role };
  return pick(pair, await deps.secretValue({ account, region, ...role, arn }), key);
};

/** Whoever takes GitHub's token: a vendor whose issuers share an audience, else the issuer's host. */
const destination = (issuer: Issuer): string =>
  vendorOf(issuer).githubAudience ?? URL.parse(issuer.issuer)?.host ?? issuer.issuer;

type GithubSecret = 'github-oidc' | { 'github-oidc': { audience: string } };

const isGithub = (secret: ClientSecret | undefined): secret is GithubSecret =>
  secret === 'github-oidc' || (typeof secret === 'object' && 'github-oidc' in secret);

const audienceOf = (issuer: Issuer, secret: GithubSecret): string =>
  secret === 'github-oidc' ? (vendorOf(issuer).githubAudience ?? issuer.issuer) : secret['github-oidc'].audience;

/** GitHub's token as proof: its audience may open nothing but this issuer, or whoever receives it could use it elsewhere. */
const fromGithub = (pair: Pair, audience: string, deps: SecretDependencies): ClientProof => {
  const hint = 'Give each destination an audience of its own: secret: { github-oidc: { audience: … } }.';
  if (isReserved(audience, deps.reservedAudiences)) {
    throw contradiction(pair, `the audience ${cleaned(audience, 200)} also opens AWS or the registry`, hint);
  }
  const other = deps.issuers.find(
    (issuer) =>
      destination(issuer) !== destination(pair.issuer) &&
      issuer.clients.some(({ secret }) => isGithub(secret) && audienceOf(issuer, secret) === audience),
  );
  if (other) throw contradiction(pair, `${cleaned(other.issuer, 200)} has the same audience`, hint);
  return { type: 'github-oidc', audience };
};

/** By name, for a client without `secret:`. */
const found = async (pair: Pair, deps: SecretDependencies): Promise<string> => {
  const lookup = (name: string): string | undefined => deps.environment[name] || deps.envFile[name] || undefined;
  const own = ownSecret(pair, deps.issuers, lookup);
  if (own) return own.value;
  if (userPoolOf(pair.issuer)) return fromCognito(pair, deps);
  const vendor = vendorSecret(pair, deps.issuers, lookup);
  if (vendor) return vendor.value;
  throw missing(pair, 'there is none', `Set ${secretNames(pair.client.id).at(-1)}, or \`secret:\` at the client.`);
};

/** The secret's text, from where the configuration says, or where the client's id and issuer lead. */
const secretText = async (
  pair: Pair,
  secret: Exclude<ClientSecret, GithubSecret> | undefined,
  deps: SecretDependencies,
): Promise<string> => {
  if (secret === undefined) return found(pair, deps);
  if (secret === 'cognito') return fromCognito(pair, deps);
  if ('secretsmanager' in secret) return fromSecretsManager(pair, secret, deps);
  const value = deps.environment[secret.env] || deps.envFile[secret.env];
  if (value) return value;
  throw missing(pair, `the environment variable ${secret.env} is not set`, `Set ${secret.env}.`);
};

/**
 * Finds what a client proves itself with: as `secret:` says; else a variable with the client's id in its name (process
 * environment, then --env-file), Cognito for an issuer of exactly its form, the vendor's variable for an issuer with that
 * `vendor:`. Every form is masked before it is returned. The function rejects with SyncError token/no-secret, or
 * configuration/contradiction where a secret or audience could belong to two, and with what the AWS calls reject with.
 */
export const createSecrets =
  (deps: SecretDependencies) =>
  async (issuer: Issuer, client: Client): Promise<ClientProof> => {
    const pair = { issuer, client };
    const { secret } = client;
    if (isGithub(secret)) return fromGithub(pair, audienceOf(issuer, secret), deps);
    const text = await secretText(pair, secret, deps);
    for (const form of maskForms(text, client.id)) deps.mask(form);
    const value = checked(pair, text);
    for (const form of maskForms(value, client.id)) deps.mask(form);
    return { type: 'secret', value };
  };
