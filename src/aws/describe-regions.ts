/**
 * Amazon EC2's DescribeRegions, signed with the SDK's signer: EC2's own client is a megabyte for this one call.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRegions.html
 */
import { parseXML } from '@aws-sdk/xml-builder';
import { Sha256 } from '@smithy/core/checksum';
import { HttpRequest, type HttpResponse } from '@smithy/core/protocols';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Attempt, Verdict } from '../net/retry.ts';
import { retry } from '../net/retry.ts';
import type { CredentialSource } from './cached.ts';
import type { AwsConnection } from './connection.ts';
import { ec2Endpoint } from './ec2-endpoint.ts';
import { type AwsFailure, awsFailure } from './failure.ts';

const FORM = new URLSearchParams({ Action: 'DescribeRegions', AllRegions: 'false', Version: '2016-11-15' }).toString();

/** As many attempts, and waits as long, as those of the SDK's clients. */
const RETRIES = { attempts: 4, baseMs: 100, capMs: 20_000 } as const;
const MAY_GO_WELL: ReadonlySet<AwsFailure['kind']> = new Set(['throttled', 'timeout', 'reset', 'unavailable']);

/** Ten times what AWS answers with all its Regions. */
const MOST_BYTES = 64 * 1024;
const ERROR_CODE = /^[A-Za-z][A-Za-z.]{0,99}$/;
/** They become parts of host names. */
const REGION = /^[a-z]{2,4}(?:-[a-z]{1,16}){1,3}-\d{1,2}$/;

/** AWS takes a signature whose time is at most five minutes off. */
const MOST_SKEW_MS = 4 * 60_000;

const property = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;

/** The reader gives one child as it is, and several of a name as a list. */
const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value];

/** An error of the shape that the SDK's clients throw, so that one place reads what it means. */
const refusal = (response: HttpResponse, name: string, message: string): Error =>
  Object.assign(new Error(message), {
    name,
    $metadata: { httpStatusCode: response.statusCode },
    $response: response,
  });

const parsed = (response: HttpResponse): unknown => {
  const { body } = response;
  if (!(body instanceof Uint8Array) || body.byteLength > MOST_BYTES) return undefined;
  try {
    return parseXML(Buffer.from(body).toString('utf8'));
  } catch {
    return undefined;
  }
};

/** What EC2 calls the error, and says of it; a page that is no XML has neither. */
const refusalOf = (response: HttpResponse): Error => {
  const error = listOf(property(property(property(parsed(response), 'Response'), 'Errors'), 'Error'))[0];
  const [code, message] = [property(error, 'Code'), property(error, 'Message')];
  return refusal(
    response,
    typeof code === 'string' && ERROR_CODE.test(code) ? code : 'Unknown',
    typeof message === 'string' ? message : `status ${response.statusCode}`,
  );
};

/** Names of the Regions in an answer. Throws what `awsFailure` calls malformed when one of them is no Region's name. */
const regionsIn = (response: HttpResponse): readonly string[] => {
  const items = listOf(
    property(property(property(parsed(response), 'DescribeRegionsResponse'), 'regionInfo'), 'item'),
  ).filter((item) => property(item, 'optInStatus') !== 'not-opted-in');
  const names = items.map((item) => property(item, 'regionName'));
  const regions = names.filter((name) => typeof name === 'string' && REGION.test(name));
  if (regions.length === 0 || regions.length < names.length) {
    throw refusal(response, 'SerializationException', 'expected names of Regions');
  }
  return [...new Set(regions.map(String))].sort();
};

/** Milliseconds by which the server's clock is ahead of ours, from the header Date; 0 where it tells nothing. */
const skewOf = (error: unknown, now: number): number => {
  const date = property(property(property(error, '$response'), 'headers'), 'date');
  const skew = typeof date === 'string' ? Date.parse(date) - now : 0;
  return Math.abs(skew) > MOST_SKEW_MS ? skew : 0;
};

/**
 * The Regions that are enabled for an account, sorted; asks EC2 in `region`. Attempts, endpoint, proxy and a wrong clock
 * are treated as in the SDK's clients. Throws errors that `awsFailure` reads.
 */
export const describeRegions = (
  region: string,
  credentials: CredentialSource,
  { handler, clock }: Pick<AwsConnection, 'handler' | 'clock'>,
  options: { readonly abortSignal: AbortSignal },
): Promise<readonly string[]> => {
  let skew = 0;
  let corrected = false;
  const attempt = async (): Promise<readonly string[]> => {
    const endpoint = await ec2Endpoint(region);
    const request = new HttpRequest({
      method: 'POST',
      protocol: endpoint.protocol,
      hostname: endpoint.hostname,
      ...(endpoint.port === '' ? {} : { port: Number(endpoint.port) }),
      path: endpoint.pathname,
      headers: {
        host: endpoint.host,
        'content-type': 'application/x-www-form-urlencoded',
        'user-agent': 'agentcore-sync',
      },
      body: FORM,
    });
    const signer = new SignatureV4({ service: 'ec2', region, credentials, sha256: Sha256 });
    const signed = await signer.sign(request, { signingDate: new Date(clock.now() + skew) });
    const { response } = await handler.handle(new HttpRequest({ ...signed }), options);
    if (response.statusCode !== 200) throw refusalOf(response);
    return regionsIn(response);
  };
  const judge = (outcome: Attempt<readonly string[]>, now: number): Verdict => {
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
