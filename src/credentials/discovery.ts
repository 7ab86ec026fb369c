import { SyncError } from '../model/errors.ts';
import type { Issuer } from '../model/generated/configuration.ts';
import { comparableUrl, isProtected, oauthDocument, openidDocument, sameUrl } from '../model/issuer-urls.ts';
import { sharedTenantOf } from '../model/vendors/table.ts';
import type { Clock } from '../net/clock.ts';
import type { Fetch } from '../net/fetch.ts';
import { cleaned } from '../net/masks.ts';
import { type Attempt, judgeHttp, type RetryPolicy, retry, type Verdict } from '../net/retry.ts';
import { isJson, issuerError } from './oauth-errors.ts';

/** What of an issuer's document is used. */
export interface IssuerMetadata {
  /** As the document says it. */
  readonly issuer: string;
  readonly tokenEndpoint: string;
  /** How clients may authenticate; `client_secret_basic` alone where the document does not say (RFC 8414, section 2). */
  readonly methods: readonly string[];
  /** Where a device asks for a code (RFC 8628, section 4), where the document names one. */
  readonly deviceEndpoint?: string;
}

export interface IssuerRequests {
  /** Net's fetch: bounded in time and size, no redirects, addresses checked. */
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** ISSUER_RETRY, with randomness and the signal that ends the waits. */
  readonly retry: Omit<RetryPolicy<Response>, 'judge'>;
}

/** An issuer's document whose issuer was checked, and nothing else. */
interface IssuerDocument {
  readonly issuer: string;
  readonly token_endpoint?: unknown;
  readonly token_endpoint_auth_methods_supported?: unknown;
  readonly device_authorization_endpoint?: unknown;
}

/** Time and size that a request to an issuer may take, for createFetch. */
export const ISSUER_LIMITS = { timeoutMs: 15_000, maxBodyBytes: 1_048_576 } as const;

/** Patience with an issuer. */
export const ISSUER_RETRY = { attempts: 4, baseMs: 500, capMs: 30_000 } as const;

/** Requests to an issuer change nothing there: all of 5xx is tried again, besides what net tries. */
export const judgeIssuer = (outcome: Attempt<Response>, now: number): Verdict => {
  const verdict = judgeHttp(outcome, now);
  return verdict.retry || outcome.type === 'error' || outcome.result.status < 500 ? verdict : { retry: true };
};

const refused = (issuer: Issuer, met: string, hint: string): SyncError<'token'> =>
  new SyncError('token', 'refused', `read the document of ${cleaned(issuer.issuer, 200)}: ${met}`, { hint });

/** Throws SyncError token/refused for an issuer that must not be asked at all. */
const checkIssuer = (issuer: Issuer): void => {
  const urls = [issuer.issuer, issuer.discoveryUrl, issuer.tokenEndpoint].filter((url) => url !== undefined);
  const shared = urls.map(sharedTenantOf).find((vendor) => vendor !== undefined);
  if (shared !== undefined) {
    throw refused(issuer, `it stands for every tenant of ${shared.title}`, 'Name one tenant by its id.');
  }
  if (!urls.every((url) => isProtected(url, issuer.issuer))) {
    throw refused(
      issuer,
      'expected https URLs without user, query and fragment, met something else',
      'Correct issuer, discoveryUrl and tokenEndpoint in the configuration; http is for loopback only.',
    );
  }
};

const get = async (url: string, requests: IssuerRequests): Promise<Response> =>
  retry(
    () => requests.fetch(url, { headers: { accept: 'application/json' } }),
    { ...requests.retry, judge: judgeIssuer },
    requests.clock,
  );

/** The document: at the configured place, else where OpenID Connect has it, else where RFC 8414 has it. */
const fetchDocument = async (issuer: Issuer, requests: IssuerRequests): Promise<Response> => {
  if (issuer.discoveryUrl !== undefined) return get(issuer.discoveryUrl, requests);
  const response = await get(openidDocument(issuer.issuer), requests);
  if (response.status !== 404) return response;
  await response.body?.cancel();
  return get(oauthDocument(issuer.issuer), requests);
};

const readDocument = async (issuer: Issuer, response: Response): Promise<IssuerDocument> => {
  const action = `read the document of ${cleaned(issuer.issuer, 200)}`;
  if (response.status !== 200) {
    await response.body?.cancel();
    const code = response.status === 429 || response.status >= 500 ? 'unavailable' : 'malformed';
    throw new SyncError('token', code, `${action}: expected status 200, met ${response.status}`, {
      hint: 'Check issuer and discoveryUrl in the configuration.',
      status: response.status,
    });
  }
  if (!isJson(response)) {
    const type = cleaned(response.headers.get('content-type') ?? 'none', 60);
    await response.body?.cancel();
    throw new SyncError('token', 'malformed', `${action}: expected content type application/json, met ${type}`);
  }
  const document: unknown = await response.json();
  if (typeof document !== 'object' || document === null || !('issuer' in document)) {
    throw new SyncError('token', 'malformed', `${action}: expected a JSON object with an issuer, met something else`);
  }
  // An issuer that the document writes with another last slash is the same one; any other difference is not.
  if (typeof document.issuer !== 'string' || !sameUrl(document.issuer, issuer.issuer)) {
    throw refused(
      issuer,
      `the document names the issuer ${cleaned(String(document.issuer), 200)}`,
      'Configure the issuer as its document names it, with discoveryUrl beside it; anything else is not its document.',
    );
  }
  return { ...document, issuer: document.issuer };
};

const tokenEndpoint = (issuer: Issuer, document: IssuerDocument): string => {
  const { token_endpoint: endpoint } = document;
  if (typeof endpoint !== 'string' || comparableUrl(endpoint) === undefined) {
    throw refused(issuer, 'it names no token endpoint that can be used', 'Check that it is the document meant.');
  }
  if (issuer.tokenEndpoint !== undefined && !sameUrl(endpoint, issuer.tokenEndpoint)) {
    throw refused(
      issuer,
      `its token endpoint is ${cleaned(endpoint, 200)}, and the configuration pins another`,
      'Find out why it changed before you change tokenEndpoint.',
    );
  }
  if (!isProtected(endpoint, issuer.issuer)) {
    throw refused(
      issuer,
      `its token endpoint ${cleaned(endpoint, 200)} is not https, or on this machine`,
      'Secrets are sent over https only.',
    );
  }
  return endpoint;
};

const authenticationMethods = (document: IssuerDocument): readonly string[] => {
  const announced = document.token_endpoint_auth_methods_supported;
  if (!Array.isArray(announced)) return ['client_secret_basic'];
  return announced.filter((method) => typeof method === 'string');
};

/**
 * Reads an issuer's document (OpenID Connect Discovery 1.0, RFC 8414), which is the authority for its token endpoint.
 * Requests are built from the configuration's strings alone. Throws SyncError token/refused (another issuer, a token
 * endpoint that is unprotected or not the pinned one), malformed, unavailable or unsafe-address.
 */
export const discoverIssuer = async (issuer: Issuer, requests: IssuerRequests): Promise<IssuerMetadata> => {
  checkIssuer(issuer);
  try {
    const document = await readDocument(issuer, await fetchDocument(issuer, requests));
    const { device_authorization_endpoint: device } = document;
    return {
      ...(typeof device === 'string' ? { deviceEndpoint: device } : {}),
      issuer: document.issuer,
      tokenEndpoint: tokenEndpoint(issuer, document),
      methods: authenticationMethods(document),
    };
  } catch (error) {
    throw issuerError(error, `read the document of ${cleaned(issuer.issuer, 200)}`);
  }
};
