import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { asChoice, detectTarget } from '../../src/gateways/detect.ts';
import { API, LAMBDA, RUNTIME, TOOLS } from './definitions.ts';

const FILES: Readonly<Record<string, unknown>> = {
  'specs/api.yaml': parse(API),
  'model.json': { smithy: '2.0', shapes: {} },
  'tools.json': JSON.parse(TOOLS),
  'other.json': { a: 1 },
};

const detect = (text: string) => detectTarget(text, (path) => FILES[path]);

test.each([
  [LAMBDA, { type: 'lambda', name: 'orders', lambda: LAMBDA, tools: './tools/orders.json' }],
  [RUNTIME, { type: 'mcpServer', runtime: RUNTIME, outbound: { type: 'gateway-role', service: 'bedrock-agentcore' } }],
  ['runtime:calc', { type: 'mcpServer', name: 'calc', runtime: 'calc' }],
  ['smithy:dynamodb', { type: 'smithy', service: 'dynamodb' }],
  ['https://mcp.example.com/mcp', { type: 'mcpServer', endpoint: 'https://mcp.example.com/mcp' }],
  ['https://abc123.execute-api.us-east-1.amazonaws.com/prod', { type: 'apiGateway', restApi: 'abc123', stage: 'prod' }],
  ['arn:aws:execute-api:us-east-1:111111111111:abc123/prod/GET/x', { type: 'apiGateway', stage: 'prod' }],
  ['arn:aws:apigateway:us-east-1::/restapis/abc123/stages/prod', { type: 'apiGateway', restApi: 'abc123' }],
  ['specs/api.yaml', { type: 'openApi', name: 'api', schema: './specs/api.yaml' }],
  ['model.json', { type: 'smithy', schema: './model.json' }],
  ['s3://mybucket/openApiSchema.json', { type: 'openApi', name: 'openApiSchema' }],
  ['s3://mybucket/svc.smithy.json', { type: 'smithy', schema: 's3://mybucket/svc.smithy.json' }],
])('%s is told for what it is', (text, target) => {
  expect(detect(text)).toMatchObject({ type: 'target', target });
});

test('an ARN says account and Region', () => {
  expect(detect(LAMBDA)).toMatchObject({ account: '111111111111', region: 'us-east-1' });
});

test.each([
  ['https://example.com/tools', ['mcpServer', 'passthrough'], 'What answers at'],
  ['s3://openapi-models/a.json', ['openApi', 'smithy'], 'What does s3://openapi-models/a.json describe?'],
  ['https://example.com/openapi.json', [], 'download it'],
  ['http://example.com/mcp', [], 'https://'],
  ['tools.json', [], 'the ARN of the function'],
  ['other.json', [], 'no OpenAPI document'],
  ['arn:aws:s3:::bucket', [], 'none that a target stands before'],
  ['nothing', [], 'no file that can be read'],
])('%s is not guessed', (text, choices, words) => {
  const found = detect(text);
  expect(found).toMatchObject({ type: 'unclear', choices });
  expect(found.type === 'unclear' ? found.text : '').toContain(words);
});

test('what a person says decides', () => {
  expect(asChoice('https://example.com/tools', 'mcpServer')).toMatchObject({
    type: 'target',
    target: { type: 'mcpServer', name: 'example-com', endpoint: 'https://example.com/tools' },
  });
  expect(asChoice('s3://models/a.json', 'smithy')).toMatchObject({ target: { type: 'smithy', name: 'a' } });
  expect(asChoice('https://example.com/tools', 'passthrough')).toMatchObject({
    target: { type: 'passthrough', protocol: 'CUSTOM' },
  });
});
