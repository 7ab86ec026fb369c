import {
  allowInsecureRequests,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  clientCredentialsGrantRequest,
  customFetch,
  modifyAssertion,
  PrivateKeyJwt,
  processClientCredentialsResponse,
} from 'oauth4webapi';
import { SyncError } from '../model/errors.ts';
import type { Client, Issuer } from '../model/generated/configuration.ts';
import { textMember } from '../model/json.ts';
import { vendorOf } from '../model/vendors/table.ts';
import type { TokenParameters } from '../model/vendors/vendor.ts';
import { cleaned, maskForms } from '../net/masks.ts';
import { retry } from '../net/retry.ts';
import { isPrivateKey, readClientKey } from './client-key.ts';
import { type IssuerMetadata, type IssuerRequests, judgeIssuer } from './discovery.ts';
import { isSendable, tokenTimes } from './jwt.ts';
import { isJson, issuerError } from './oauth-errors.ts';
import type { Issued } from './renewal.ts';

/** What a client proves itself with: its secret or key, or a token that GitHub gives the job for an audience. */
export type ClientProof =
  | { readonly type: 'secret'; readonly value: string }
  | { readonly type: 'github-oidc'; readonly audience: string };

export interface TokenRequest {
  readonly issuer: Issuer;
  readonly client: Client;
  readonly metadata: IssuerMetadata;
  readonly proof: ClientProof;
  readonly parameters: TokenParameters;
}

export interface GrantDependencies extends IssuerRequests {
  /** The job's OIDC token for an audience. */
  readonly idToken: (audience: string) => Promise<string>;
  /** Called with every form of the token before it is returned. */
  readonly mask: (form: string) => void;
}

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/** Seconds beyond which an announced life is no life: ten years. */
const LONGEST_LIFE = 315_360_000;

const actionOf = ({ issuer, client }: TokenRequest): string =>
  `request a token for client ${cleaned(client.id, 100)} of ${cleaned(issuer.issuer, 200)}`;

const contradiction = (request: TokenRequest, met: string, hint: string): SyncError<'configuration'> =>
  new SyncError('configuration', 'contradiction', `${actionOf(request)}: ${met}`, { hint });

/** RFC 7523, section 2.2, with GitHub's token instead of one that the client signs. */
const federated =
  (token: string): ClientAuth =>
  (_server, client, body) => {
    body.set('client_id', client.client_id);
    body.set('client_assertion_type', ASSERTION_TYPE);
    body.set('client_assertion', token);
  };

/**
 * Methods that send a secret, the better one first: many servers don't decode the form-encoded pair of HTTP Basic as
 * RFC 6749, section 2.3.1, tells them to, and refuse secrets with other characters than letters and digits.
 */
const SECRET_METHODS = ['client_secret_post', 'client_secret_basic'] as const;

const withSecret = (request: TokenRequest, secret: string): ClientAuth => {
  const { client, metadata } = request;
  const key = isPrivateKey(secret);
  const method = client.method ?? (key ? 'private_key_jwt' : undefined);
  if (key !== (method === 'private_key_jwt')) {
    throw contradiction(
      request,
      key ? `its secret is a private key, which ${method} would send` : 'private_key_jwt needs a key, met a secret',
      'Correct `method` or `secret` of the client.',
    );
  }
  if (method === 'private_key_jwt') {
    const audience = vendorOf(request.issuer).assertionAudience === 'issuer' ? metadata.issuer : metadata.tokenEndpoint;
    return PrivateKeyJwt(readClientKey(secret, cleaned(client.id, 100)), {
      [modifyAssertion]: (_header, payload) => {
        payload['aud'] = audience;
      },
    });
  }
  const chosen = method ?? SECRET_METHODS.find((name) => metadata.methods.includes(name));
  switch (chosen) {
    case 'client_secret_basic':
      return ClientSecretBasic(secret);
    case 'client_secret_post':
      return ClientSecretPost(secret);
    default:
      throw contradiction(
        request,
        `the issuer announces ${cleaned(metadata.methods.join(', '), 200, maskForms(secret)) || 'no method'}, none of which sends a secret`,
        'Set `method` at the client when the issuer takes one that it does not announce.',
      );
  }
};

/** The proof ready for one attempt, and every form of it that an answer must not repeat to anybody. */
const prove = async (
  request: TokenRequest,
  deps: GrantDependencies,
): Promise<{ readonly auth: ClientAuth; readonly forms: readonly string[] }> => {
  const { proof, client } = request;
  if (proof.type === 'secret')
    return { auth: withSecret(request, proof.value), forms: maskForms(proof.value, client.id) };
  return { auth: federated(await deps.idToken(proof.audience)), forms: [] };
};

/** Masks and remembers the assertion: a server could repeat it to whoever reads its error. */
const noted =
  (auth: ClientAuth, forms: string[], mask: (form: string) => void): ClientAuth =>
  async (server, client, body, headers) => {
    await auth(server, client, body, headers);
    const assertion = body.get('client_assertion');
    if (assertion === null) return;
    for (const form of maskForms(assertion)) {
      mask(form);
      forms.push(form);
    }
  };

const HINTS: ReadonlyMap<string, string> = new Map([
  ['invalid_client', "Check the client's id, its secret and `method`; the secret may have been rotated."],
  ['unauthorized_client', 'Allow the grant client_credentials for this client at the issuer.'],
  ['invalid_scope', 'Check `scope` of the client against what the issuer defines.'],
  ['invalid_target', 'Check `resource` and `audience` of the client.'],
]);

/** The server's refusal in its own words (RFC 6749, section 5.2): secrets out, then printable, then cut. */
const refusal = async (
  request: TokenRequest,
  response: Response,
  forms: readonly string[],
): Promise<SyncError<'token'>> => {
  const body: unknown = isJson(response) ? await response.json().catch(() => undefined) : undefined;
  await response.body?.cancel().catch(() => undefined);
  const code = cleaned(textMember(body, 'error') ?? '', 60, forms);
  const description = cleaned(textMember(body, 'error_description') ?? '', 240, forms);
  const said = [code, description].filter((text) => text !== '').join(': ');
  const { status } = response;
  const hint = HINTS.get(code);
  return new SyncError(
    'token',
    status === 429 || status >= 500 ? 'unavailable' : 'refused',
    `${actionOf(request)}: the issuer answered ${status}${said === '' ? '' : ` ${said}`}`,
    { status, ...(hint === undefined ? {} : { hint }) },
  );
};

/**
 * Milliseconds that a token lives: the shorter of `expires_in` and the difference of its own claims, which holds
 * whatever this machine's clock says. Undefined when neither tells.
 */
export const lifeOf = (token: string, expiresIn: number | undefined, now: number): number | undefined => {
  const times = tokenTimes(token);
  const claimed = times.expiresAt === undefined ? undefined : times.expiresAt - (times.issuedAt ?? now / 1000);
  const lives = [expiresIn, claimed].flatMap((life) => (life !== undefined && life > 0 ? [life] : []));
  return lives.length === 0 ? undefined : Math.min(...lives, LONGEST_LIFE) * 1000;
};

const readToken = async (request: TokenRequest, response: Response, deps: GrantDependencies): Promise<Issued> => {
  const action = actionOf(request);
  const malformed = (met: string): SyncError<'token'> => new SyncError('token', 'malformed', `${action}: ${met}`);
  if (!isJson(response)) {
    const type = cleaned(response.headers.get('content-type') ?? 'none', 60);
    await response.body?.cancel();
    throw malformed(`expected content type application/json, met ${type}`);
  }
  const { metadata, client } = request;
  const answer = await processClientCredentialsResponse(
    { issuer: metadata.issuer },
    { client_id: client.id },
    response,
  );
  for (const form of maskForms(answer.access_token)) deps.mask(form);
  if (answer.token_type !== 'bearer') throw malformed('expected token_type Bearer, met another');
  if (!isSendable(answer.access_token))
    throw malformed('expected an access_token of visible characters, met another text');
  if (answer.expires_in === 0) throw malformed('expected a positive expires_in, met 0');
  const obtainedAt = deps.clock.now();
  const life = lifeOf(answer.access_token, answer.expires_in, obtainedAt);
  return { token: answer.access_token, obtainedAt, ...(life === undefined ? {} : { expiresAt: obtainedAt + life }) };
};

/**
 * Requests one access token by client_credentials (RFC 6749, section 4.4), at the issuer's own token endpoint. Tried again
 * on 429, 5xx, time-outs and broken connections, each time with a fresh assertion. Throws SyncError token/refused with what
 * the server said, unavailable, malformed or unsafe-address; configuration/contradiction before anything is sent; and
 * what `idToken` throws. No error holds a secret or a token.
 */
export const requestToken = async (request: TokenRequest, deps: GrantDependencies): Promise<Issued> => {
  const { metadata, client, parameters } = request;
  const server = { issuer: metadata.issuer, token_endpoint: metadata.tokenEndpoint };
  const forms: string[] = [];
  const attempt = async (): Promise<Response> => {
    const proof = await prove(request, deps);
    forms.push(...proof.forms);
    return clientCredentialsGrantRequest(
      server,
      { client_id: client.id },
      noted(proof.auth, forms, deps.mask),
      { ...parameters },
      {
        [customFetch]: deps.fetch,
        // Which URLs may be plain http was decided when the document was read; net's fetch decides again.
        [allowInsecureRequests]: true,
      },
    );
  };
  try {
    const response = await retry(attempt, { ...deps.retry, judge: judgeIssuer }, deps.clock);
    if (response.status !== 200) throw await refusal(request, response, forms);
    return await readToken(request, response, deps);
  } catch (error) {
    throw issuerError(error, actionOf(request));
  }
};
