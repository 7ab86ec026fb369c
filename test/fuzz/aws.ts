/** What reads AWS's answers, and what must hold of it whatever AWS answers. */
import { deepStrictEqual } from 'node:assert/strict';
import { HttpRequest, HttpResponse } from '@smithy/core/protocols';
import { agentCoreCall } from '../../sandbox/aws/agentcore.ts';
import { createAgentCoreClient } from '../../src/aws/agentcore.ts';
import type { AwsConnection } from '../../src/aws/connection.ts';
import { describeRegions } from '../../src/aws/describe-regions.ts';
import { awsFailure, failureText } from '../../src/aws/failure.ts';
import { organizationAccounts } from '../../src/aws/organization.ts';
import { partitionOf } from '../../src/aws/partitions.ts';
import { createSts } from '../../src/aws/sts.ts';
import { newEntryText } from '../../src/catalogue/new-entry.ts';
import { parseFile } from '../../src/document/read.ts';
import { createCaller } from '../../src/kinds/scan/caller.ts';
import { createFindings, type RegionScan } from '../../src/kinds/scan/region-scan.ts';
import { KINDS } from '../../src/kinds/table.ts';
import type { Claim } from '../../src/model/confirmation.ts';
import type { KeyOf, ResourceKind } from '../../src/model/resource.ts';
import { createGate } from '../../src/net/gate.ts';
import { createTimeLimits } from '../../src/net/time-limit.ts';
import { type Answer, answering, answers, goodAnswers, quickClock, SECRET } from './answers.ts';
import { attempted, checkSilent, must } from './laws.ts';
import type { Target } from './run.ts';
import { corpusOf } from './texts.ts';

const ACCOUNT = '111111111111';
const REGION = 'us-east-1';
const CREDENTIALS = async () => ({ accessKeyId: 'AKIAEXAMPLE', secretAccessKey: SECRET, sessionToken: SECRET });

/** A connection to an AWS that answers so. */
const connectionTo = (
  callOf: (request: HttpRequest) => string,
  of: (call: string) => Answer | undefined,
): AwsConnection => {
  const clock = quickClock();
  return {
    clock,
    callSeconds: 1_000_000,
    limits: createTimeLimits(1_000_000_000, clock),
    close: () => undefined,
    handler: {
      metadata: { handlerProtocol: 'http/1.1' },
      updateHttpClientConfig: () => undefined,
      httpHandlerConfigs: () => ({}),
      handle: async (request) => {
        const { status, body } = of(callOf(HttpRequest.clone(request))) ?? { status: 404, body: '{}' };
        const headers = { 'content-type': body.startsWith('<') ? 'text/xml' : 'application/json' };
        return { response: new HttpResponse({ statusCode: status, headers, body: Buffer.from(body) }) };
      },
    },
  };
};

const AWS = corpusOf('aws');
const GOOD_AWS = goodAnswers(AWS);
const ids = (call: string): Readonly<Record<string, string>> => {
  const { body = '{}' } = GOOD_AWS.get(call) ?? {};
  return JSON.parse(body);
};
const { gatewayId = '', gatewayArn = '', gatewayUrl = '' } = ids('GetGateway');
const { agentRuntimeId = '', agentRuntimeArn = '' } = ids('GetAgentRuntime');

const scanOf = (connection: AwsConnection): RegionScan => ({
  place: { account: ACCOUNT, region: REGION },
  partition: partitionOf(REGION),
  client: createAgentCoreClient(REGION, CREDENTIALS, connection),
  caller: createCaller({
    clock: connection.clock,
    callSeconds: 1_000_000,
    limits: connection.limits,
    signal: new AbortController().signal,
    random: () => 0,
    quotas: { get: 1000, list: 1000 },
    gate: createGate(8),
    onCall: () => undefined,
  }),
  scope: { configured: () => 'yes', asked: () => 'yes', needsTags: true },
  targets: 'all',
  harnesses: true,
  endpoints: true,
  domains: [],
  emulator: false,
  findings: createFindings(),
  onFound: () => undefined,
});

/** The environment of a runtime: what stands in it is told by nothing, wherever else it was put by the fuzzer. */
const ENVIRONMENT = /"environmentVariables":\{[^{}]*\}/g;
const CANARY = 'canary-of-an-environment-variable';

const checkScan = async (connection: AwsConnection, tried: string): Promise<readonly string[]> => {
  const scan = scanOf(connection);
  for (const kind of ['gateway', 'runtime', 'harness'] as const) await (await KINDS[kind].load()).scan?.(scan);
  const { sightings, problems, failedCalls } = scan.findings;
  for (const { text } of problems) must(text !== '', 'a problem that says nothing');
  if (!tried.replaceAll(ENVIRONMENT, '').includes(CANARY)) {
    must(!JSON.stringify([sightings, problems, failedCalls]).includes(CANARY), 'a variable of a runtime is told');
  }
  for (const { source, key } of sightings) {
    if (source === undefined) continue;
    const read = parseFile('a.yaml', newEntryText(source, { path: '/a/' }));
    must('value' in read, `a file that can't be read: ${key.kind}`);
    const { region, account } = source.value;
    deepStrictEqual({ region, account }, { region: REGION, account: ACCOUNT });
  }
  return sightings.flatMap(({ source }) => source?.kind ?? []).toSorted();
};

interface ClaimIn {
  readonly kind: 'gateway' | 'runtime';
  readonly claim: Claim;
  /** What the answer must say where the claim is confirmed. */
  readonly holds: (body: string) => boolean;
}

const key = <Kind extends ResourceKind>(kind: Kind, id: string) =>
  ({ kind, account: ACCOUNT, region: REGION, id }) as KeyOf<Kind>;

const holding =
  (...parts: readonly string[]) =>
  (body: string): boolean =>
    parts.every((part) => body.includes(JSON.stringify(part)));

const CLAIMS: readonly ClaimIn[] = [
  {
    kind: 'gateway',
    claim: {
      file: 'a.yaml',
      key: key('gateway', gatewayId),
      arn: gatewayArn,
      url: gatewayUrl,
      discoveryUrl: 'https://issuer.example.com/.well-known/openid-configuration',
    },
    holds: holding(gatewayArn, gatewayUrl),
  },
  {
    kind: 'runtime',
    claim: {
      file: 'b.yaml',
      key: key('runtime', agentRuntimeId),
      arn: agentRuntimeArn,
      url: `https://bedrock-agentcore.${REGION}.amazonaws.com/runtimes/${encodeURIComponent(agentRuntimeArn)}/invocations`,
    },
    holds: holding(agentRuntimeArn),
  },
];

/** A place is confirmed only where AWS said so, and every claim is settled. */
const checkConfirm = async (
  connection: AwsConnection,
  of: (call: string) => Answer | undefined,
): Promise<readonly string[]> => {
  const told: string[] = [];
  const { client, caller } = scanOf(connection);
  for (const { kind, claim, holds } of CLAIMS) {
    const settled: string[] = [];
    const calls = await KINDS[kind].load();
    const asked = { caller, client, dnsSuffix: 'amazonaws.com', role: 'AgentCoreConfirm' };
    const confirm = calls.confirm as (
      claims: readonly Claim[],
      of: typeof asked,
      settle: (one: Claim, answer: { type: string }) => void,
    ) => Promise<void>;
    await confirm([claim], asked, (_, answer) => void settled.push(answer.type));
    must(settled.length === 1, `${settled.length} answers to one claim`);
    const body = of(kind === 'gateway' ? 'GetGateway' : 'ListAgentRuntimes')?.body ?? '';
    must(settled[0] !== 'confirmed' || holds(body.replaceAll('\\/', '/')), `confirmed against what AWS said: ${kind}`);
    told.push(...settled);
  }
  return told;
};

const checkAws = async (text: string) => {
  const of = answering(text, GOOD_AWS);
  const callOf = ({ method, path }: HttpRequest): string =>
    agentCoreCall(
      method,
      path.split('/').filter((part) => part !== ''),
    ) ?? '';
  const connection = connectionTo(callOf, of);
  const scanned = await checkScan(connection, text);
  return { scanned, confirmed: await checkConfirm(connection, of) };
};

const CLOUD = corpusOf('cloud');
const GOOD_CLOUD = goodAnswers(CLOUD);

/** The calls of AWS that are no AgentCore's: who we are, which accounts and Regions there are. */
const checkCloud = async (text: string) => {
  const callOf = ({ headers, body }: HttpRequest): string =>
    `${headers['x-amz-target'] ?? ''}`.split('.').at(-1) ||
    (new URLSearchParams(String(body ?? '')).get('Action') ?? '');
  const connection = connectionTo(callOf, answering(text, GOOD_CLOUD));
  const sts = createSts(REGION, connection);
  const account = await attempted(() => sts.accountOf(CREDENTIALS));
  must(account === undefined || /^\d{12}$/.test(account), 'an account of another form');
  await attempted(() => sts.assumeRole(CREDENTIALS, { roleArn: `arn:aws:iam::${ACCOUNT}:role/R`, sessionName: 's' }));
  const access = { region: REGION, credentials: CREDENTIALS, connection };
  for (const units of [[], ['ou-ab12-11111111']]) {
    const found = await attempted(() => organizationAccounts({ units, exclude: [], include: [] }, access));
    for (const { id } of found ?? []) must(/^\d{12}$/.test(id), `an account of another form: ${id}`);
  }
  const regions = await describeRegions(REGION, CREDENTIALS, connection, {
    abortSignal: new AbortController().signal,
  }).catch((error: unknown) => {
    checkSilent(failureText(awsFailure(error)));
    return [];
  });
  for (const region of regions) must(/^[a-z]{2}[a-z-]*-\d+$/.test(region), `a Region of another form: ${region}`);
  return { account, regions };
};

/** The SDK waits by a clock of its own before it asks again: these don't make it. */
const FINAL = [201, 204, 400, 403, 404];

export const AWS_TARGETS: readonly Target[] = [
  { name: 'aws', texts: answers(AWS), check: checkAws },
  { name: 'cloud', texts: answers(CLOUD, FINAL), check: checkCloud },
];
