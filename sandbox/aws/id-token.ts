import { createPublicKey, generateKeyPair, type KeyObject, randomUUID, sign, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { GITHUB_ISSUER, type JsonObject } from '../world.ts';

/** The workflow job that asks for tokens. */
export interface Job {
  repository: string;
  repositoryId: string;
  runId: string;
  /** Whole `sub` claim. */
  sub: string;
  issuer: string;
}

/** Signs and checks the tokens that GitHub gives to a job. */
export interface IdTokens {
  /** Bearer token that a job must show to get an id token. */
  readonly requestToken: string;
  /** A token for `audience`, five minutes long, claims overridden by `claims`. */
  issue(audience: string, now: number, claims?: JsonObject): Promise<string>;
  /** The claims of a token that this issuer signed; undefined: not a token, or somebody else's. */
  verify(token: string): Promise<JsonObject | undefined>;
  /** The public key as a JSON Web Key Set. */
  keys(): Promise<JsonObject>;
}

const KEY_ID = 'sandbox-1';
const LIFE_SECONDS = 300;

const encode = (value: JsonObject): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const decode = (part: string): JsonObject | undefined => {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as JsonObject) : undefined;
  } catch {
    return undefined;
  }
};

/** GitHub's defaults for a scheduled job on the default branch of a repository. */
export const jobOf = (input: Partial<Job> = {}): Job => ({
  repository: 'example/catalogue',
  repositoryId: '900100200',
  runId: '1234567890',
  issuer: GITHUB_ISSUER,
  ...input,
  sub: input.sub ?? `repo:${input.repository ?? 'example/catalogue'}:ref:refs/heads/main`,
});

/** An issuer with a key of its own, made when the first token is asked for. */
export const createIdTokens = (job: Job): IdTokens => {
  let made: Promise<KeyObject> | undefined;
  const key = (): Promise<KeyObject> => {
    made ??= promisify(generateKeyPair)('rsa', { modulusLength: 2048 }).then(({ privateKey }) => privateKey);
    return made;
  };
  return {
    requestToken: `request-${randomUUID()}`,
    async issue(audience, now, claims = {}) {
      const seconds = Math.floor(now / 1000);
      const head = encode({ alg: 'RS256', typ: 'JWT', kid: KEY_ID });
      const body = encode({
        iss: job.issuer,
        sub: job.sub,
        aud: audience,
        jti: randomUUID(),
        iat: seconds,
        nbf: seconds - 5,
        exp: seconds + LIFE_SECONDS,
        repository: job.repository,
        repository_id: job.repositoryId,
        run_id: job.runId,
        ...claims,
      });
      const signature = sign('RSA-SHA256', Buffer.from(`${head}.${body}`), await key());
      return `${head}.${body}.${signature.toString('base64url')}`;
    },
    async verify(token) {
      const [head = '', body = '', signature = '', ...rest] = token.split('.');
      const publicKey = createPublicKey(await key());
      const bytes = Buffer.from(signature, 'base64url');
      if (rest.length > 0 || !verify('RSA-SHA256', Buffer.from(`${head}.${body}`), publicKey, bytes)) return undefined;
      return decode(body);
    },
    async keys() {
      const { kty, n, e } = createPublicKey(await key()).export({ format: 'jwk' });
      return { keys: [{ kty, n, e, kid: KEY_ID, alg: 'RS256', use: 'sig' }] };
    },
  };
};
