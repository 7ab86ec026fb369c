/** A runtime that callers reach through a gateway: from the scan that reads where targets lead, to the registry and back. */
import { expect, test } from 'vitest';
import { gateway, jwt, runtime, target } from '../../sandbox/resources.ts';
import { contentsOf } from '../../sandbox/world.ts';
import { type Bench, configuration, envelopeOf, expectCode, RETAIL, startBench } from './cli.ts';
import { issuerFor, issuerLines, secretOf, variableOf } from './issuers.ts';

const PLACE = { account: RETAIL, region: 'us-east-1' };
const ARN = `arn:aws:bedrock-agentcore:us-east-1:${RETAIL}`;
const leading = (name: string, arn: string, qualifier?: string) =>
  target({
    name,
    type: 'AGENTCORE_RUNTIME',
    configuration: { http: { agentcoreRuntime: { arn, ...(qualifier === undefined ? {} : { qualifier }) } } },
  });

const started = async () => {
  const bench = await startBench();
  const issuer = await issuerFor(['retail']);
  const there = contentsOf(bench.aws.world, PLACE);
  const planner = runtime({
    name: 'planner',
    authorizer: jwt('https://other.example.com/.well-known/openid-configuration'),
  });
  const arn = `${ARN}:runtime/${planner.id}`;
  const front = gateway({
    name: 'front',
    protocolType: null,
    authorizer: jwt(issuer.discoveryUrl, { allowedClients: ['retail'] }),
    targets: [leading('plans', arn)],
  });
  there.runtimes = [planner];
  there.gateways = [front];
  const issuers = `issuers:\n${issuerLines(issuer, { retail: `${RETAIL}/*` })}\n`;
  bench.write('agentcore-sync.yaml', configuration(bench.registry.url, `scan: { targets: mcp }\n${issuers}`));
  const environment = { [variableOf('retail')]: secretOf('retail') };
  const step: Bench['step'] = (words) => bench.step(words, { environment });
  expectCode(await step('scan'), 0);
  const file = `servers/${RETAIL}/us-east-1/runtimes/${planner.id}.yaml`;
  const address = (line: string) =>
    bench.write(
      file,
      `${bench.read(file).replace(/^ {2}address:.*\n/m, '')}${line === '' ? '' : `  address: ${line}\n`}`,
    );
  const server = () => bench.registry.records().servers.find(({ path }) => path === '/planner/');
  return { bench, there, front, planner, arn, file, address, step, server };
};

const errorsOf = (run: Awaited<ReturnType<Bench['step']>>) =>
  envelopeOf(run).problems.filter(({ severity }) => severity === 'error');

test('is registered at the gateway’s address, with a token of the issuer that the gateway trusts', async () => {
  const { bench, there, front, file, address, step, server } = await started();
  expect(bench.read(`servers/${RETAIL}/us-east-1/gateways/${front.id}.yaml`)).toContain(':runtime/planner-');
  // At its own address nobody may get a token for it: its issuer is none of ours.
  expectCode(await step('apply'), 0);
  const own = server();
  expect(own?.fields['proxy_pass_url']).toContain('https://bedrock-agentcore.us-east-1.amazonaws.com/runtimes/');
  expect(own?.credential).toBeUndefined();

  address('gateway');
  expectCode(await step('validate'), 0);
  const url = `https://${front.id}.gateway.bedrock-agentcore.us-east-1.amazonaws.com/plans/invocations`;
  const shown = expectCode(await step('show /planner/'), 0).stdout;
  expect(shown).toContain(url);
  // The gateway itself is not registered, and judged all the same: callers go through it.
  const gatewayFile = `servers/${RETAIL}/us-east-1/gateways/${front.id}.yaml`;
  const healthy = bench.read(gatewayFile);
  bench.write(gatewayFile, healthy.replace('mode: ENFORCE', 'mode: LOG_ONLY'));
  const { problems } = envelopeOf(expectCode(await step('validate --output json'), 0));
  expect(problems.filter(({ place }) => place?.file === gatewayFile).map(({ rule }) => rule)).toEqual([
    'gateway-policy-log-only',
  ]);
  bench.write(gatewayFile, healthy);
  const calls = bench.aws.requests.length;
  expectCode(await step('apply'), 0);
  expect(server()?.fields['proxy_pass_url']).toBe(url);
  expect(server()?.fields['auth_scheme']).toBe('bearer');
  expect(server()?.credential).toBeDefined();
  const asked = bench.aws.requests.slice(calls).map(({ call }) => call);
  expect(asked).toContain('GetGateway');
  expect(asked).toContain('GetGatewayTarget');
  expect(asked).not.toContain('ListAgentRuntimes');
  expect(expectCode(await step('plan'), 0).stdout).toContain('no changes');

  // Back to its own address: the gateway's token must not reach it.
  address('runtime');
  expectCode(await step('apply'), 0);
  expect(server()?.fields['auth_scheme']).toBe('none');

  // AWS is asked in each run: a target that leads elsewhere by now moves nothing.
  address('gateway');
  const [plans] = there.gateways[0]?.targets ?? [];
  if (plans) plans.configuration = { http: { agentcoreRuntime: { arn: `${ARN}:runtime/other-0123456789` } } };
  expect(errorsOf(await step('plan --output json'))).toMatchObject([
    { rule: 'place-elsewhere', text: expect.stringContaining('runtime/other-0123456789 (DEFAULT), not plans to') },
  ]);
  expectCode(await step('scan'), 0);
  expect(errorsOf(await step('validate --output json'))).toMatchObject([
    { rule: 'address-gateway', place: { file }, text: expect.stringContaining('no gateway of account') },
  ]);
});

test('no gateway, several gateways and several targets are told, each by its name', async () => {
  const { bench, there, front, file, arn, address, step } = await started();
  address('gateway');
  const told = async () => errorsOf(await step('validate --output json')).map(({ text }) => text);
  front.targets.push(leading('twice', arn));
  expectCode(await step('scan'), 0);
  expect(await told()).toEqual([
    expect.stringMatching(/2 targets of .*front-.* lead to the runtime: (plans, twice|twice, plans)\./),
  ]);
  front.targets.pop();
  there.gateways.push(gateway({ name: 'side', protocolType: null, targets: [leading('plans', arn)] }));
  expectCode(await step('scan'), 0);
  expect(await told()).toEqual([
    expect.stringMatching(/2 gateways have a target that leads to the runtime: .*front-.*side-/),
  ]);
  there.gateways.pop();
  // A gateway of another account takes nobody's callers.
  contentsOf(bench.aws.world, { account: '222222222222', region: 'us-east-1' }).gateways.push(
    gateway({ name: 'foreign', protocolType: null, targets: [leading('plans', arn)] }),
  );
  expectCode(await step('scan'), 0);
  expect(await told()).toEqual([]);
  front.targets = [leading('plans', arn, 'prod')];
  expectCode(await step('scan'), 0);
  expect(await told()).toEqual([expect.stringContaining('leads to the runtime: plans leads to prod')]);
  // What it registered before stays as it is.
  expectCode(await step('apply'), 1);
  expect(bench.registry.records().servers.map(({ path }) => path)).not.toContain('/planner/');
  expect(bench.read(file)).toContain('address: gateway');
});

test('a gateway that takes AWS’s signatures alone is told at the line that asks for it', async () => {
  const { front, file, address, step } = await started();
  front.authorizer = { type: 'AWS_IAM' };
  expectCode(await step('scan'), 0);
  address('gateway');
  const { problems } = envelopeOf(expectCode(await step('plan --output json'), 0));
  const found = problems.find(({ rule, place }) => rule === 'auth-iam' && place?.file === file);
  expect(found?.text).toContain('/planner/ expects AWS_IAM');
});

test('named endpoints are reached through the targets that name them', async () => {
  const { bench, front, file, arn, address, step } = await started();
  front.targets.push(leading('plans-prod', arn, 'prod'));
  address('gateway');
  const [planner] = contentsOf(bench.aws.world, PLACE).runtimes;
  planner?.endpoints.push({ name: 'prod', status: 'READY', liveVersion: '1' });
  expectCode(await step('scan --include-endpoints'), 0);
  bench.write(file, `${bench.read(file)}  endpoints: { prod: { path: /planner-prod/ } }\n`);
  expectCode(await step('apply'), 0);
  const urls = bench.registry.records().servers.map(({ path, fields }) => [path, fields['proxy_pass_url']]);
  const base = `https://${front.id}.gateway.bedrock-agentcore.us-east-1.amazonaws.com`;
  expect(urls).toContainEqual(['/planner/', `${base}/plans/invocations`]);
  expect(urls).toContainEqual(['/planner-prod/', `${base}/plans-prod/invocations`]);
});
