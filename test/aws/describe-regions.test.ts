import { createHash, createHmac } from 'node:crypto';
import { DescribeRegionsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { type HttpHandler, type HttpRequest, HttpResponse } from '@smithy/core/protocols';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { startAws } from '../../sandbox/aws/server.ts';
import { world } from '../../sandbox/world.ts';
import { describeRegions, ec2Endpoint } from '../../src/aws/describe-regions.ts';
import { awsFailure } from '../../src/aws/failure.ts';
import { createAwsConnections } from '../../src/net/agents.ts';
import type { Clock } from '../../src/net/clock.ts';

const CREDENTIALS = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 's3cret', sessionToken: 'session' };
const NOW = Date.parse('2026-11-21T10:00:00Z');

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

const clock = (): Clock & { readonly slept: number[] } => {
  const slept: number[] = [];
  return { slept, now: () => NOW, sleep: async (ms) => void slept.push(ms) };
};

const region = (name: string, status = 'opt-in-not-required'): string =>
  `<item><regionName>${name}</regionName><optInStatus>${status}</optInStatus></item>`;
const regions = (...items: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<DescribeRegionsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">` +
  `<requestId>a</requestId><regionInfo>${items.join('')}</regionInfo></DescribeRegionsResponse>`;
const refusal = (code: string): string =>
  `<Response><Errors><Error><Code>${code}</Code><Message>no\n&lt;way&gt;</Message></Error></Errors><RequestID>a</RequestID></Response>`;

interface Scripted {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body: string;
}

/** Answers in their order, the last one again and again, and the requests that met them. */
const scripted = (...answers: readonly Scripted[]): { handler: HttpHandler; requests: HttpRequest[] } => {
  const requests: HttpRequest[] = [];
  const handler: HttpHandler = {
    handle: async (request) => {
      const { status = 200, headers = {}, body = '' } = answers[Math.min(requests.length, answers.length - 1)] ?? {};
      requests.push(request);
      return { response: new HttpResponse({ statusCode: status, headers, body: Buffer.from(body) }) };
    },
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
  };
  return { handler, requests };
};

const ask = (handler: HttpHandler, of: Clock = clock(), signal = new AbortController().signal) =>
  describeRegions('eu-west-1', async () => CREDENTIALS, { handler, clock: of }, { abortSignal: signal });

const failureOf = async (answer: Scripted) => {
  const { handler, requests } = scripted(answer);
  const error: unknown = await ask(handler).catch((caught: unknown) => caught);
  return { failure: awsFailure(error), requests: requests.length };
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** The signature that a request must carry. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
const signatureFor = ({ method, path, headers, body }: HttpRequest, names: string): string => {
  const canonical = names.split(';').map((name) => `${name}:${headers[name]?.trim()}\n`);
  const request = [method, path, '', canonical.join(''), names, sha256(String(body))].join('\n');
  const time = headers['x-amz-date'] ?? '';
  const scope = [time.slice(0, 8), 'eu-west-1', 'ec2', 'aws4_request'];
  const key = scope.reduce<string | Buffer>(hmac, `AWS4${CREDENTIALS.secretAccessKey}`);
  return hmac(key as Buffer, ['AWS4-HMAC-SHA256', time, scope.join('/'), sha256(request)].join('\n')).toString('hex');
};

describe('the request', () => {
  test('is signed as AWS checks it', async () => {
    const { handler, requests } = scripted({ body: regions(region('eu-west-1')) });
    await ask(handler);
    const [request] = requests;
    if (request === undefined) throw new Error('no request');
    const { authorization = '' } = request.headers;
    const [, names = '', signature = ''] =
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/20261121\/eu-west-1\/ec2\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/.exec(
        authorization,
      ) ?? [];
    expect(names.split(';')).toEqual(expect.arrayContaining(['host', 'x-amz-date', 'x-amz-security-token']));
    expect(signature).toBe(signatureFor(request, names));
  });

  test("asks what the SDK's own client asks, at the same place", async () => {
    vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
    const ours = scripted({ body: regions(region('eu-west-1')) });
    const theirs = scripted({ body: regions(region('eu-west-1')) });
    await ask(ours.handler);
    const client = new EC2Client({ region: 'eu-west-1', credentials: CREDENTIALS, requestHandler: theirs.handler });
    await client.send(new DescribeRegionsCommand({ AllRegions: false }));
    const told = ({ requests: [request] }: typeof ours) => ({
      place: [request?.method, request?.protocol, request?.hostname, request?.path],
      form: Object.fromEntries(new URLSearchParams(String(request?.body))),
      time: request?.headers['x-amz-date'],
      type: request?.headers['content-type'],
    });
    expect(told(ours)).toEqual(told(theirs));
  });

  test('gets the Regions of an account, those not enabled left out', async () => {
    const aws = await startAws(world({ accounts: { '111111111111': { optedIn: ['af-south-1'] } } }));
    const connections = createAwsConnections({}, 5000);
    try {
      for (const [name, value] of Object.entries(aws.environment)) vi.stubEnv(name, value);
      const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = aws.environment;
      const found = await describeRegions(
        'us-east-1',
        async () => ({ accessKeyId, secretAccessKey }),
        { handler: connections.handler, clock: clock() },
        { abortSignal: new AbortController().signal },
      );
      expect(found).toEqual(expect.arrayContaining(['af-south-1', 'us-east-1']));
      expect(found).not.toContain('ap-east-1');
      expect(found).toEqual([...found].sort());
    } finally {
      connections.close();
      await aws.close();
    }
  });

  test('with a wrong clock is signed again with the time that AWS tells', async () => {
    const date = new Date(NOW + 3_600_000).toUTCString();
    const { handler, requests } = scripted(
      { status: 400, headers: { date }, body: refusal('RequestExpired') },
      { body: regions(region('eu-west-1')) },
    );
    expect(await ask(handler)).toEqual(['eu-west-1']);
    expect(requests.map(({ headers }) => headers['x-amz-date'])).toEqual(['20261121T100000Z', '20261121T110000Z']);
  });

  test('is not sent once the call was ended', async () => {
    const { handler, requests } = scripted({ body: regions(region('eu-west-1')) });
    await expect(ask(handler, clock(), AbortSignal.abort(new Error('ended')))).rejects.toThrow('ended');
    expect(requests).toEqual([]);
  });
});

describe('the answer', () => {
  test('gives each enabled Region once, sorted', async () => {
    const { handler } = scripted({
      body: regions(
        region('us-east-1'),
        region('af-south-1', 'opted-in'),
        region('us-east-1'),
        region('ap-east-1', 'not-opted-in'),
      ),
    });
    expect(await ask(handler)).toEqual(['af-south-1', 'us-east-1']);
  });

  test('may name one Region', async () => {
    expect(await ask(scripted({ body: regions(region('eusc-de-east-1')) }).handler)).toEqual(['eusc-de-east-1']);
  });

  test.each<[string, string]>([
    ['no Region', regions()],
    ['nothing', ''],
    ['a page of a proxy', '<!doctype html><html><body>Sign in</body></html>'],
    ['another document', '<Other><regionInfo><item><regionName>us-east-1</regionName></item></regionInfo></Other>'],
    ['a cut document', regions(region('us-east-1')).slice(0, -20)],
    ['JSON', '{"regionInfo":[]}'],
    ['a name that is another host', regions(region('us-east-1'), region('us-east-1.evil.example/'))],
    ['a name with an end of line', regions(region('us-east-1\n'))],
    ['a Region without a name', regions(region('us-east-1'), '<item><optInStatus>opted-in</optInStatus></item>')],
    ['the prototype', regions('<__proto__><regionName>us-east-1</regionName></__proto__>')],
    ['far too much', regions(region('us-east-1'), ' '.repeat(70_000))],
    ['a nest that is too deep', '<a>'.repeat(20_000)],
    ['entities that grow', `<!DOCTYPE a [<!ENTITY b "${'c'.repeat(1000)}">]>${regions('&b;'.repeat(1000))}`],
  ])('that is or has %s is malformed, and not asked for again', async (_what, body) => {
    const { failure, requests } = await failureOf({ body });
    expect(failure).toMatchObject({ kind: 'malformed', message: 'the answer is not what the service model says' });
    expect(requests).toBe(1);
  });

  test.each<[string, number, string, string, number]>([
    ['UnauthorizedOperation', 403, refusal('UnauthorizedOperation'), 'denied', 1],
    ['AuthFailure', 401, refusal('AuthFailure'), 'region', 1],
    ['ExpiredToken', 400, refusal('ExpiredToken'), 'credentials', 1],
    ['RequestLimitExceeded', 503, refusal('RequestLimitExceeded'), 'throttled', 4],
    ['InternalError', 500, refusal('InternalError'), 'unavailable', 4],
    ['Unknown', 502, '<html>bad gateway</html>', 'unavailable', 4],
    ['Unknown', 403, refusal('\u001b[31m<b>'), 'denied', 1],
    ['Unknown', 301, '', 'refused', 1],
  ])('%s with status %d is told as it is', async (code, status, body, kind, requests) => {
    const met = await failureOf({ status, body });
    expect(met.failure).toMatchObject({ kind, code, status });
    expect(met.requests).toBe(requests);
  });

  test("a refusal has AWS's words, in one line", async () => {
    const { failure } = await failureOf({ status: 403, body: refusal('UnauthorizedOperation') });
    expect(failure.message).toBe('no <way>');
  });

  test('that asks to wait is waited for', async () => {
    const of = clock();
    const { handler } = scripted(
      { status: 503, headers: { 'retry-after': '7' }, body: refusal('RequestLimitExceeded') },
      { body: regions(region('eu-west-1')) },
    );
    expect(await ask(handler, of)).toEqual(['eu-west-1']);
    expect(of.slept).toEqual([7000]);
  });
});

describe('the endpoint', () => {
  test.each<[string, Record<string, string>, string]>([
    ['us-east-1', {}, 'https://ec2.us-east-1.amazonaws.com/'],
    ['cn-north-1', {}, 'https://ec2.cn-north-1.amazonaws.com.cn/'],
    ['eusc-de-east-1', {}, 'https://ec2.eusc-de-east-1.amazonaws.eu/'],
    ['us-iso-east-1', {}, 'https://ec2.us-iso-east-1.c2s.ic.gov/'],
    ['us-east-1', { AWS_USE_FIPS_ENDPOINT: 'true' }, 'https://ec2-fips.us-east-1.amazonaws.com/'],
    ['us-gov-west-1', { AWS_USE_FIPS_ENDPOINT: 'true' }, 'https://ec2.us-gov-west-1.amazonaws.com/'],
    ['eu-west-1', { AWS_USE_DUALSTACK_ENDPOINT: 'true' }, 'https://ec2.eu-west-1.api.aws/'],
    ['eu-west-1', { AWS_ENDPOINT_URL: 'http://localhost:1/a' }, 'http://localhost:1/a'],
    ['eu-west-1', { AWS_ENDPOINT_URL: 'http://a:1', AWS_ENDPOINT_URL_EC2: 'http://b:2' }, 'http://b:2/'],
    [
      'eu-west-1',
      { AWS_ENDPOINT_URL: 'http://a:1', AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' },
      'https://ec2.eu-west-1.amazonaws.com/',
    ],
  ])("of %s under %o is %s, as for the SDK's client", async (of, environment, expected) => {
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    expect((await ec2Endpoint(of)).href).toBe(expected);
    const { handler, requests } = scripted({ body: regions(region(of)) });
    const client = new EC2Client({ region: of, credentials: CREDENTIALS, requestHandler: handler });
    await client.send(new DescribeRegionsCommand({}));
    const { protocol, hostname, port, path } = requests[0] ?? {};
    const theirs = new URL(`${protocol}//${hostname}${port === undefined ? '' : `:${port}`}${path}`);
    expect(theirs.href.replace(/\/$/, '')).toBe(expected.replace(/\/$/, ''));
  });

  test.each(['FIPS', 'DUALSTACK'])('that is set, and AWS_USE_%s_ENDPOINT, are a contradiction', async (kind) => {
    vi.stubEnv('AWS_ENDPOINT_URL', 'http://a:1');
    vi.stubEnv(`AWS_USE_${kind}_ENDPOINT`, 'true');
    await expect(ec2Endpoint('us-east-1')).rejects.toThrow(
      `the endpoint http://a:1/ is set, and AWS_USE_${kind}_ENDPOINT asks for another one`,
    );
  });
});
