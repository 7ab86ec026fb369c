import type { TargetDefinition } from '../model/generated/gateway.ts';
import { isObject } from '../model/json.ts';
import { apiFacts, toolsOf } from './documents.ts';

/** What a target may be, in the words of the question that is asked where it isn't clear. */
export const TARGET_CHOICES = [
  { type: 'mcpServer', words: 'an MCP server' },
  { type: 'lambda', words: 'a Lambda function' },
  { type: 'openApi', words: 'an API with an OpenAPI document' },
  { type: 'smithy', words: 'an AWS service with a Smithy model' },
  { type: 'apiGateway', words: 'a stage of an API Gateway REST API' },
  { type: 'passthrough', words: 'an HTTP service that requests are passed through to' },
] as const;

export type TargetChoice = (typeof TARGET_CHOICES)[number]['type'];

/** A target as far as it follows from what was given; `notes`: what a person has to do besides. */
export type Detected =
  | {
      readonly type: 'target';
      readonly target: TargetDefinition;
      /** The account and Region that an ARN names. */
      readonly account?: string;
      readonly region?: string;
      readonly notes: readonly string[];
    }
  | { readonly type: 'unclear'; readonly choices: readonly TargetChoice[]; readonly text: string };

/** A name as targets have it, made of a text. */
const targetName = (text: string): string =>
  text
    .replaceAll(/[^0-9A-Za-z]+/g, '-')
    .replace(/^-/, '')
    .slice(0, 60)
    .replace(/-$/, '') || 'target';

const TOOLS_NOTE = (file: string): string =>
  `Write ${file}: a list of tools, each with name, description and inputSchema. AWS can't ask a function for them.`;

const API_NOTE = 'An API wants OAuth or an API key: add a provider, and outbound.';
const PERMISSIONS_NOTE = 'Say in role.permissions what the role may do with the service.';

const found = (
  target: TargetDefinition,
  { account, region }: { readonly account?: string; readonly region?: string } = {},
  notes: readonly string[] = [],
): Detected => ({
  type: 'target',
  target,
  ...(account === undefined || account === '' ? {} : { account }),
  ...(region === undefined || region === '' ? {} : { region }),
  notes,
});

const lambda = (arn: string, at: { readonly account?: string; readonly region?: string } = {}): Detected => {
  const name = targetName(arn.split(':')[6] ?? 'function');
  const file = `./tools/${name}.json`;
  return found({ name, type: 'lambda', lambda: arn, tools: file }, at, [TOOLS_NOTE(file)]);
};

const SIGNED = { type: 'gateway-role', service: 'bedrock-agentcore' } as const;

const runtime = (named: string, at: { readonly account?: string; readonly region?: string } = {}): Detected =>
  found(
    { name: targetName(named.split('/').at(-1) ?? named), type: 'mcpServer', runtime: named, outbound: SIGNED },
    at,
    [
      "The target signs with the gateway's role. Where the runtime accepts JWTs, name a provider instead; gateways check compares both.",
    ],
  );

const restApi = (api: string, stage: string, at: { readonly account?: string; readonly region?: string }): Detected =>
  found(
    {
      name: targetName(api),
      type: 'apiGateway',
      restApi: api,
      stage,
      filters: [{ path: '/*', methods: ['GET'] }],
      outbound: { type: 'gateway-role' },
    },
    at,
    ['Narrow filters to the paths and methods that become tools.'],
  );

const byArn = (arn: string): Detected => {
  const [, , service = '', region = '', account = '', ...rest] = arn.split(':');
  const resource = rest.join(':');
  const at = { account, region };
  if (service === 'lambda' && resource.startsWith('function:')) return lambda(arn, at);
  if (service === 'bedrock-agentcore' && resource.startsWith('runtime/')) return runtime(arn, at);
  if (service === 'execute-api') {
    const [api = '', stage = ''] = resource.split('/');
    if (api !== '' && stage !== '') return restApi(api, stage, at);
  }
  const stages = /^\/restapis\/([a-z0-9]+)\/stages\/([A-Za-z0-9_-]+)$/.exec(resource);
  if (service === 'apigateway' && stages !== null) return restApi(stages[1] ?? '', stages[2] ?? '', { region });
  return {
    type: 'unclear',
    choices: [],
    text: `An ARN of ${service} is none that a target stands before: expected one of lambda, bedrock-agentcore (runtime), execute-api or apigateway (stage).`,
  };
};

const EXECUTE_API = /^([a-z0-9]+)\.execute-api\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?$/;

const byUrl = (text: string): Detected => {
  const url = URL.parse(text);
  if (url === null || url.protocol !== 'https:') {
    return { type: 'unclear', choices: [], text: 'A URL of a target begins with https://.' };
  }
  const api = EXECUTE_API.exec(url.hostname);
  const stage = url.pathname.split('/')[1] ?? '';
  if (api !== null && stage !== '') return restApi(api[1] ?? '', stage, { region: api[2] ?? '' });
  if (/\/(?:mcp|sse)\/?$/.test(url.pathname)) return asChoice(text, 'mcpServer');
  if (/(?:openapi|swagger|api-docs)[^/]*$|\.(?:json|ya?ml)$/i.test(url.pathname)) {
    return {
      type: 'unclear',
      choices: [],
      text: 'A document is read from a file or from S3, where a review sees it: download it, and give the file.',
    };
  }
  return {
    type: 'unclear',
    choices: ['mcpServer', 'passthrough'],
    text: `What answers at ${url.origin}${url.pathname}?`,
  };
};

/** A target's name after a file's. */
const documentTitle = (path: string): string =>
  targetName(
    path
      .split('/')
      .at(-1)
      ?.replace(/\.[a-z]+$/, '') ?? 'api',
  );

/** An object in S3 can't be looked into: its name says what it is, or a person does. */
const byObject = (uri: string): Detected => {
  if (/(?:openapi|swagger)[^/]*$/i.test(uri)) return asChoice(uri, 'openApi');
  if (/smithy[^/]*$/i.test(uri)) return asChoice(uri, 'smithy');
  return { type: 'unclear', choices: ['openApi', 'smithy'], text: `What does ${uri} describe?` };
};

const byFile = (path: string, value: unknown): Detected => {
  const name = documentTitle(path);
  const schema = `./${path.replace(/^\.\//, '')}`;
  if (apiFacts(value) !== undefined) {
    return found({ name, type: 'openApi', schema }, {}, [API_NOTE]);
  }
  if (isObject(value) && typeof value['smithy'] === 'string') {
    return found({ name, type: 'smithy', schema, outbound: { type: 'gateway-role' } }, {}, [PERMISSIONS_NOTE]);
  }
  if (toolsOf(value) !== undefined) {
    return {
      type: 'unclear',
      choices: [],
      text: `${path} lists tools: give the ARN of the function that answers them.`,
    };
  }
  return {
    type: 'unclear',
    choices: [],
    text: `${path} is no OpenAPI document, no Smithy model and no list of tools.`,
  };
};

/** What a text means once a person has said what it is. */
export const asChoice = (text: string, choice: TargetChoice): Detected => {
  const name = text.startsWith('s3://') ? documentTitle(text) : targetName(URL.parse(text)?.hostname ?? text);
  switch (choice) {
    case 'mcpServer':
      return found({ name, type: 'mcpServer', endpoint: text });
    case 'passthrough':
      return found({ name, type: 'passthrough', endpoint: text, protocol: 'CUSTOM' });
    case 'openApi':
      return found({ name, type: 'openApi', schema: text }, {}, [API_NOTE]);
    case 'smithy':
      return found({ name, type: 'smithy', schema: text, outbound: { type: 'gateway-role' } }, {}, [PERMISSIONS_NOTE]);
    case 'lambda':
      return lambda(text);
    case 'apiGateway':
      return {
        type: 'unclear',
        choices: [],
        text: 'Give the ARN of the stage: arn:aws:apigateway:<region>::/restapis/<id>/stages/<stage>.',
      };
  }
};

/** The older command line's word for a predefined model, and ours for a runtime of the catalogue. */
const PREFIXED = /^(runtime|smithy):([A-Za-z0-9_-]{1,100})$/;

/**
 * Finds out what a target stands before, from an ARN, a URL, a file's content or `runtime:NAME`. `document`: what the file
 * of this name holds; undefined where there is none.
 */
export const detectTarget = (text: string, document: (path: string) => unknown): Detected => {
  const [, prefix, name = ''] = PREFIXED.exec(text) ?? [];
  if (prefix === 'runtime') return runtime(name);
  if (prefix === 'smithy') {
    return found({ name: targetName(name), type: 'smithy', service: name, outbound: { type: 'gateway-role' } }, {}, [
      PERMISSIONS_NOTE,
    ]);
  }
  if (text.startsWith('arn:')) return byArn(text);
  if (/^https?:\/\//i.test(text)) return byUrl(text);
  if (text.startsWith('s3://')) {
    return byObject(text);
  }
  const value = document(text);
  if (value !== undefined) return byFile(text, value);
  return {
    type: 'unclear',
    choices: [],
    text: `${text} is no ARN, no URL, no runtime:NAME, and no file that can be read.`,
  };
};
