import type { Clock } from '../net/clock.ts';

/** Temporary credentials of AWS. */
export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

export type CredentialSource = () => Promise<AwsCredentials>;

/** Renewed this long before they end, so that a call under way does not meet the end. */
const MARGIN_MS = 5 * 60_000;

/** Keeps credentials until shortly before they end. Calls at once share one request; a failed one is not kept. */
export const cachedCredentials = (source: CredentialSource, clock: Clock): CredentialSource => {
  let held: Promise<AwsCredentials> | undefined;
  let renewAt = 0;
  return () => {
    if (held !== undefined && clock.now() < renewAt) return held;
    renewAt = Number.POSITIVE_INFINITY;
    const request = source();
    held = request;
    request.then(
      ({ expiration }) => {
        if (expiration !== undefined) renewAt = expiration.getTime() - MARGIN_MS;
      },
      () => {
        held = undefined;
      },
    );
    return request;
  };
};
