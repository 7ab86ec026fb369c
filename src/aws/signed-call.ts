import { parseXML } from '@aws-sdk/xml-builder';
import type { HttpResponse } from '@smithy/core/protocols';
import type { Attempt, Verdict } from '../net/retry.ts';
import { retry } from '../net/retry.ts';
import type { CredentialSource } from './cached.ts';
import type { AwsConnection } from './connection.ts';
import { type AwsFailure, awsFailure } from './failure.ts';
import { signedRequest } from './signed-request.ts';

/** As many attempts, and waits as long, as those of the SDK's clients. */
const RETRIES = { attempts: 4, baseMs: 100, capMs: 20_000 } as const;
const MAY_GO_WELL: ReadonlySet<AwsFailure['kind']> = new Set(['throttled', 'timeout', 'reset', 'unavailable']);

/** Ten times the longest answer of a call that is made here: EC2's, with all of AWS's Regions. */
const MOST_BYTES = 64 * 1024;
const ERROR_CODE = /^[A-Za-z][A-Za-z.]{0,99}$/;

/** AWS takes a signature whose time is at most five minutes off. */
const MOST_SKEW_MS = 4 * 60_000;

/** A member of an answer of AWS's; undefined where there is none. */
export const property = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;

/** The reader of XML gives one child as it is, and several of a name as a list. */
export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value];

/** An error of the shape that the SDK's clients throw, so that one place reads what it means. */
export const refusal = (response: HttpResponse, name: string, message: string): Error =>
  Object.assign(new Error(message), {
    name,
    $metadata: { httpStatusCode: response.statusCode },
    $response: response,
  });

/** The XML of an answer; undefined: it is none. */
export const xmlOf = (response: HttpResponse): unknown => {
  const { body } = response;
  if (!(body instanceof Uint8Array) || body.byteLength > MOST_BYTES) return undefined;
  try {
    return parseXML(Buffer.from(body).toString('utf8'));
  } catch {
    return undefined;
  }
};

/** What a service calls the error, and says of it; a page that is no XML has neither. */
export const refusalOf = (response: HttpResponse, error: unknown): Error => {
  const [code, message] = [property(error, 'Code'), property(error, 'Message')];
  return refusal(
    response,
    typeof code === 'string' && ERROR_CODE.test(code) ? code : 'Unknown',
    typeof message === 'string' ? message : `status ${response.statusCode}`,
  );
};

/** Milliseconds by which the server's clock is ahead of ours, from the header Date; 0 where it tells nothing. */
const skewOf = (error: unknown, now: number): number => {
  const date = property(property(property(error, '$response'), 'headers'), 'date');
  const skew = typeof date === 'string' ? Date.parse(date) - now : 0;
  return Math.abs(skew) > MOST_SKEW_MS ? skew : 0;
};

/** One call of a service, signed with the SDK's signer: where its own client would be a megabyte for this call. */
export interface SignedCall<Result> {
  /** Name in the signature. */
  readonly service: string;
  /** What the call is named, in logs of AWS and in the policies that allow it. */
  readonly action: string;
  readonly region: string;
  readonly method: 'POST' | 'PUT';
  readonly url: () => Promise<URL>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Throws errors that `awsFailure` reads. */
  readonly read: (response: HttpResponse) => Result;
}

/** Whose call it is, and by which way it goes. */
export interface SignedCaller {
  readonly credentials: CredentialSource;
  readonly connection: Pick<AwsConnection, 'handler' | 'clock'>;
}

/** Makes the call. Attempts, proxy and a wrong clock are treated as in the SDK's clients. Throws errors that `awsFailure` reads. */
export const callSigned = <Result>(
  { service, action, region, method, url, headers, body, read }: SignedCall<Result>,
  { credentials, connection: { handler, clock } }: SignedCaller,
  options: { readonly abortSignal: AbortSignal },
): Promise<Result> => {
  let skew = 0;
  let corrected = false;
  const attempt = async (): Promise<Result> => {
    const signed = await signedRequest(
      {
        method,
        url: await url(),
        headers: { 'user-agent': `agentcore-sync api/${service}#${action}`, ...headers },
        body,
      },
      { service, region, credentials, at: clock.now() + skew },
    );
    const { response } = await handler.handle(signed, options);
    return read(response);
  };
  const judge = (outcome: Attempt<Result>, now: number): Verdict => {
    if (outcome.type === 'result') return { retry: false };
    const { kind, afterMs } = awsFailure(outcome.error);
    skew = skewOf(outcome.error, now);
    if (skew !== 0 && !corrected) {
      corrected = true;
      return { retry: true };
    }
    return MAY_GO_WELL.has(kind) ? { retry: true, ...(afterMs === undefined ? {} : { afterMs }) } : { retry: false };
  };
  return retry(attempt, { ...RETRIES, random: Math.random, judge, signal: options.abortSignal }, clock);
};
