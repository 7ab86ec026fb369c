import { randomBytes } from 'node:crypto';
import type { Caller } from './wire.ts';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** Milliseconds since the epoch. */
  readonly expiration: number;
}

export type Identification =
  | { readonly kind: 'known'; readonly caller: Caller }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'expired' };

/** The temporary credentials that this server gave out. */
export interface Sessions {
  /** Gives out credentials of `caller` for that many seconds. */
  issue(caller: Caller, seconds: number, now: number): Credentials;
  /** Whose key it is; a temporary key counts only with its own session token. */
  identify(accessKeyId: string, sessionToken: string | undefined, now: number): Identification;
}

const MOST_SESSIONS = 20_000;

/** Sessions that begin with one long-term key, which is `owner`'s. Beyond 20,000 the oldest are forgotten. */
export const createSessions = (longTermKey: string, owner: Caller): Sessions => {
  const issued = new Map<string, { caller: Caller; token: string; expiration: number }>();
  return {
    issue(caller, seconds, now) {
      const accessKeyId = `ASIA${randomBytes(10).toString('hex').toUpperCase().slice(0, 16)}`;
      const token = randomBytes(48).toString('base64');
      const expiration = now + seconds * 1000;
      issued.set(accessKeyId, { caller, token, expiration });
      const [oldest] = issued.keys();
      if (issued.size > MOST_SESSIONS && oldest !== undefined) issued.delete(oldest);
      return { accessKeyId, secretAccessKey: randomBytes(30).toString('base64'), sessionToken: token, expiration };
    },
    identify(accessKeyId, sessionToken, now) {
      if (accessKeyId === longTermKey) return { kind: 'known', caller: owner };
      const session = issued.get(accessKeyId);
      if (!session || session.token !== sessionToken) return { kind: 'unknown' };
      return now >= session.expiration ? { kind: 'expired' } : { kind: 'known', caller: session.caller };
    },
  };
};
