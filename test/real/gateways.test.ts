/**
 * plan and deploy against moto's CloudFormation and S3, which nobody here wrote. What moto has not: GetTemplate of a change set
 * (it gives the stack's), imports, a refusal of a second change set of the same name, roll back, and AgentCore's types, which it
 * leaves out of a stack in silence. The first of these is answered before moto is reached.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { escapeXml } from '../../sandbox/aws/wire.ts';
import { RETAIL } from '../cli/cli.ts';
import { DEFINITION, FILE, gateways, SECOND, startDeploy, told } from '../cli/deploying.ts';
import { FOLDER } from '../gateways/definitions.ts';
import { type Moto, START_MS, startMoto } from './moto-server.ts';

const NAMESPACE = 'http://cloudformation.amazonaws.com/doc/2010-05-15/';
const REGION = 'us-east-1';

let moto: Moto;
let front: Server;
/** Moto takes a template's URL for S3's own unless its host is called like this. */
let endpoint = '';

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** Passes requests on, and keeps the templates of change sets. */
const passOn = (templates: Map<string, string>) => async (request: IncomingMessage, response: ServerResponse) => {
  const body = await bodyOf(request);
  const form = new URLSearchParams(body.toString());
  const [action, changeSet] = [form.get('Action'), form.get('ChangeSetName')];
  if (action === 'CreateChangeSet' && changeSet !== null) {
    const url = form.get('TemplateURL');
    templates.set(changeSet, form.get('TemplateBody') ?? (await (await fetch(url ?? '')).text()));
  }
  if (action === 'GetTemplate' && changeSet !== null) {
    const text = escapeXml(templates.get(changeSet.split('/')[1] ?? '') ?? '');
    response.end(
      `<GetTemplateResponse xmlns="${NAMESPACE}"><GetTemplateResult><TemplateBody>${text}</TemplateBody></GetTemplateResult></GetTemplateResponse>`,
    );
    return;
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (!['connection', 'content-length', 'transfer-encoding'].includes(name)) headers.set(name, String(value));
  }
  const answer = await fetch(`${moto.endpoint}${request.url}`, {
    method: request.method ?? 'GET',
    headers,
    ...(body.length === 0 ? {} : { body }),
  });
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/xml' });
  response.end(Buffer.from(await answer.arrayBuffer()));
};

beforeAll(async () => {
  moto = await startMoto();
  const answer = passOn(new Map());
  front = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((done) => front.listen(0, '127.0.0.1', done));
  endpoint = `http://localhost:${(front.address() as AddressInfo).port}`;
}, START_MS);

afterAll(() => {
  front.close();
  moto.stop();
});

const KEY = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'sandbox' };

/** Makes a bucket of the account that is deployed to: moto finds the account by the key, and checks no signature. */
const makeBucket = async (name: string): Promise<void> => {
  const sts = new STSClient({ region: REGION, endpoint, credentials: KEY });
  const { Credentials: made } = await sts.send(
    new AssumeRoleCommand({ RoleArn: `arn:aws:iam::${RETAIL}:role/Setup`, RoleSessionName: 'setup' }),
  );
  const scope = `${made?.AccessKeyId}/20260101/${REGION}/s3/aws4_request`;
  // Public, so that this file may read it without a signature.
  const headers = { authorization: `AWS4-HMAC-SHA256 Credential=${scope}`, 'x-amz-acl': 'public-read' };
  const answer = await fetch(`${moto.endpoint}/${name}`, { method: 'PUT', headers });
  expect(answer.status).toBe(200);
};

const startOnMoto = async () => {
  const bench = await startDeploy();
  return {
    ...bench,
    environment: {
      ...bench.environment,
      AWS_ENDPOINT_URL: endpoint,
      AWS_ACCESS_KEY_ID: KEY.accessKeyId,
      AWS_SECRET_ACCESS_KEY: KEY.secretAccessKey,
    },
  };
};

test('a stack is made, changed, and then there is nothing to do', { timeout: 2 * START_MS }, async () => {
  const bench = await startOnMoto();
  const plan = await gateways(bench, ['plan']);
  expect(told(plan)).toBe('');
  expect(plan.text).toContain('  + gateway orders\n  + target orders\n');
  await fetch(`${moto.endpoint}/moto-api/reset`, { method: 'POST' });
  expect(told(await gateways(bench, ['deploy'], { given: { yes: true } }))).toBe('');
  bench.write(FILE, DEFINITION(SECOND));
  const change = await gateways(bench, ['plan']);
  expect(change.text).toContain('change of its stack\n  + target prices\n');
  expect(told(await gateways(bench, ['deploy'], { given: { yes: true } }))).toBe('');
  expect((await gateways(bench, ['plan'])).text).toContain('nothing to deploy');
});

test('a large template goes through a bucket, and is not written over', { timeout: 2 * START_MS }, async () => {
  const bench = await startOnMoto();
  await fetch(`${moto.endpoint}/moto-api/reset`, { method: 'POST' });
  const tools = Array.from({ length: 150 }, (_, at) => ({
    name: `get_${at}`,
    description: 'x'.repeat(400),
    inputSchema: { type: 'object' },
  }));
  bench.write(`gateways/${FOLDER}/tools.json`, JSON.stringify(tools));
  bench.write(
    'agentcore-sync.yaml',
    `${bench.read('agentcore-sync.yaml')}  deploy: { bucket: "templates-{account}" }\n`,
  );
  expect(told(await gateways(bench, ['plan']))).toContain('The specified bucket does not exist');
  await makeBucket(`templates-${RETAIL}`);
  expect(told(await gateways(bench, ['deploy'], { given: { yes: true } }))).toBe('');
  const again = await gateways(bench, ['plan']);
  expect(told(again)).toBe('');
  expect(again.text).toContain('nothing to deploy');
});
