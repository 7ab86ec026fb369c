import {
  allowInsecureRequests,
  customFetch,
  type DeviceAuthorizationResponse,
  deviceAuthorizationRequest,
  deviceCodeGrantRequest,
  None,
  processDeviceAuthorizationResponse,
  processDeviceCodeResponse,
  ResponseBodyError,
} from 'oauth4webapi';
import { isSyncError, SyncError } from '../model/errors.ts';
import type { Client, Issuer } from '../model/generated/configuration.ts';
import { isProtected } from '../model/issuer-urls.ts';
import { cleaned, maskForms } from '../net/masks.ts';
import { discoverIssuer, type IssuerMetadata, type IssuerRequests } from './discovery.ts';
import { lifeOf } from './grant.ts';
import { isSendable } from './jwt.ts';
import { issuerError } from './oauth-errors.ts';
import type { Issued } from './renewal.ts';
import { tokenParameters } from './token-parameters.ts';

/** What a person is shown: where to go, and what to type there. Both are the issuer's words. */
export interface DevicePrompt {
  readonly address: string;
  readonly code: string;
  /** Minutes that the code holds. */
  readonly minutes: number;
}

export interface DeviceDependencies extends IssuerRequests {
  /** Called with every form of the token before it is returned. */
  readonly mask: (form: string) => void;
  /** Shows a person where to log in. */
  readonly show: (prompt: DevicePrompt) => void;
  /** Ends the wait. */
  readonly signal: AbortSignal;
}

/** Seconds between two questions where the issuer says none, and what slow_down adds (RFC 8628, section 3.5). */
const INTERVAL = 5;
/** Seconds that are waited at most, whatever the issuer says. */
const BOUNDS = { interval: 60, code: 1800 } as const;

const within = (value: number | undefined, least: number, most: number): number =>
  Math.min(Math.max(value ?? least, least), most);

interface Asking {
  readonly action: string;
  readonly server: {
    readonly issuer: string;
    readonly token_endpoint: string;
    readonly device_authorization_endpoint: string;
  };
  readonly client: { readonly client_id: string };
  readonly deps: DeviceDependencies;
}

// Which URLs may be plain http was decided when the document was read; net's fetch decides again.
const optionsOf = ({ deps }: Asking) => ({ [customFetch]: deps.fetch, [allowInsecureRequests]: true }) as const;

const refused = (action: string, met: string, hint: string): SyncError<'token'> =>
  new SyncError('token', 'refused', `${action}: ${met}`, { hint });

const begin = async (asking: Asking, parameters: Record<string, string>): Promise<DeviceAuthorizationResponse> => {
  const { server, client, action } = asking;
  try {
    const response = await deviceAuthorizationRequest(server, client, None(), parameters, optionsOf(asking));
    return await processDeviceAuthorizationResponse(server, client, response);
  } catch (error) {
    if (error instanceof ResponseBodyError) {
      throw refused(
        action,
        `the issuer answered ${error.status} ${cleaned(error.error, 60)}`,
        'Let the client log people in by device code at the issuer (a public client), or name another one with --client.',
      );
    }
    throw error;
  }
};

type Answer =
  | { readonly type: 'token'; readonly token: string; readonly expiresIn: number | undefined }
  | { readonly type: 'wait'; readonly slower: boolean };

const ended = (action: string, code: string): SyncError<'token'> => {
  switch (code) {
    case 'access_denied':
      return refused(action, 'the login was refused', 'Run login again, and confirm it in the browser.');
    case 'expired_token':
      return refused(action, 'nobody logged in before the code ended', 'Run login again.');
    default:
      return refused(
        action,
        `the issuer answered ${cleaned(code, 60)}`,
        "Check the client's id and what it may ask for.",
      );
  }
};

/** Asks once whether the person is done. What a network or a server fails with may go well the next time. */
const ask = async (asking: Asking, deviceCode: string): Promise<Answer> => {
  const { server, client, action, deps } = asking;
  try {
    const response = await deviceCodeGrantRequest(server, client, None(), deviceCode, optionsOf(asking));
    if (response.status >= 500) {
      await response.body?.cancel();
      return { type: 'wait', slower: true };
    }
    const answer = await processDeviceCodeResponse(server, client, response);
    for (const form of maskForms(answer.access_token)) deps.mask(form);
    return { type: 'token', token: answer.access_token, expiresIn: answer.expires_in };
  } catch (error) {
    if (isSyncError(error, 'network') && (error.code === 'timeout' || error.code === 'reset')) {
      return { type: 'wait', slower: true };
    }
    if (!(error instanceof ResponseBodyError)) throw error;
    if (error.error === 'authorization_pending') return { type: 'wait', slower: false };
    if (error.error === 'slow_down') return { type: 'wait', slower: true };
    throw ended(action, error.error);
  }
};

const waitForPerson = async (asking: Asking, begun: DeviceAuthorizationResponse): Promise<Issued> => {
  const { action, deps } = asking;
  const { clock, signal } = deps;
  const until = clock.now() + within(begun.expires_in, 1, BOUNDS.code) * 1000;
  let seconds = within(begun.interval ?? INTERVAL, 1, BOUNDS.interval);
  while (clock.now() < until) {
    await clock.sleep(seconds * 1000, signal);
    const answer = await ask(asking, begun.device_code);
    if (answer.type === 'token') {
      const { token, expiresIn } = answer;
      if (!isSendable(token)) throw new SyncError('token', 'malformed', `${action}: met a token that can't be sent`);
      const obtainedAt = clock.now();
      const life = lifeOf(token, expiresIn, obtainedAt);
      return { token, obtainedAt, ...(life === undefined ? {} : { expiresAt: obtainedAt + life }) };
    }
    if (answer.slower) seconds = within(seconds + INTERVAL, 1, BOUNDS.interval);
  }
  throw ended(action, 'expired_token');
};

const endpointOf = (issuer: Issuer, { deviceEndpoint }: IssuerMetadata, action: string): string => {
  if (deviceEndpoint === undefined) {
    throw refused(
      action,
      'its document names no device authorization endpoint',
      "Use the client's secret, or write a token of the registry to the file yourself.",
    );
  }
  if (isProtected(deviceEndpoint, issuer.issuer)) return deviceEndpoint;
  throw refused(
    action,
    `its device authorization endpoint ${cleaned(deviceEndpoint, 200)} is not https`,
    'Ask who runs the issuer.',
  );
};

/** Where a person goes; only what a browser opens without doing anything else. */
const addressOf = (issuer: Issuer, begun: DeviceAuthorizationResponse, action: string): string => {
  const address = begun.verification_uri_complete ?? begun.verification_uri;
  const { origin, pathname, search } = URL.parse(address) ?? {};
  const whole = URL.parse(address);
  if (whole === null || !isProtected(`${origin}${pathname}`, issuer.issuer) || whole.username !== '') {
    throw refused(
      action,
      `it sends people to ${cleaned(address, 200)}, which is not https`,
      'Ask who runs the issuer.',
    );
  }
  return `${origin}${pathname}${search}`;
};

/**
 * A token of a person, who logs in elsewhere with a code (RFC 8628), for a public client. The issuer's document is the
 * authority for both endpoints. Throws SyncError token/* and what the signal aborts with. No error holds a token or the
 * device's code.
 */
export const deviceLogin = async (
  { issuer, client }: { readonly issuer: Issuer; readonly client: Client },
  deps: DeviceDependencies,
): Promise<Issued> => {
  const action = `log in at ${cleaned(issuer.issuer, 200)} as client ${cleaned(client.id, 100)}`;
  try {
    const metadata = await discoverIssuer(issuer, deps);
    const asking: Asking = {
      action,
      server: {
        issuer: metadata.issuer,
        token_endpoint: metadata.tokenEndpoint,
        device_authorization_endpoint: endpointOf(issuer, metadata, action),
      },
      client: { client_id: client.id },
      deps,
    };
    const begun = await begin(asking, { ...tokenParameters(issuer, client, client.scope) });
    deps.show({
      address: addressOf(issuer, begun, action),
      code: cleaned(begun.user_code, 40),
      minutes: Math.ceil(within(begun.expires_in, 1, BOUNDS.code) / 60),
    });
    return await waitForPerson(asking, begun);
  } catch (error) {
    if (deps.signal.aborted && error === deps.signal.reason) throw error;
    throw issuerError(error, action);
  }
};
