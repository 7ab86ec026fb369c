/** Definitions for tests: texts as a repository has them, and the world that they are judged by. */
import { partitionOf } from '../../src/aws/partitions.ts';
import { type Definition, readDefinitions } from '../../src/gateways/definition.ts';
import type { GatewayWorld } from '../../src/gateways/world.ts';
import type { Problem } from '../../src/model/problem.ts';

export const ACCOUNT = '111111111111';
export const REGION = 'us-east-1';
export const FOLDER = `${ACCOUNT}/${REGION}`;
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/Gateway`;
export const SECRET = `arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:key-AbCdEf`;
export const LAMBDA = `arn:aws:lambda:${REGION}:${ACCOUNT}:function:orders`;
export const PROVIDER = `arn:aws:bedrock-agentcore:${REGION}:${ACCOUNT}:token-vault/default/oauth2credentialprovider/crm`;
export const RUNTIME = `arn:aws:bedrock-agentcore:${REGION}:${ACCOUNT}:runtime/calc-AbCdEf1234`;
export const ISSUER = 'https://idp.example.com/.well-known/openid-configuration';

export const TOOLS = JSON.stringify([
  {
    name: 'get_order',
    description: 'One order',
    inputSchema: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
  },
]);

export const API = `openapi: 3.0.3
info: { title: Weather, version: "1" }
servers:
  - url: https://api.weather.example.com/v1
paths:
  /now:
    get:
      operationId: now
      responses: { "200": { description: ok } }
`;

/** The smallest definition with these lines besides. */
export const lines = (...more: readonly string[]): string =>
  ['kind: gateway-definition', 'form: 1', `role: { type: given, arn: "${ROLE}" }`, ...more].join('\n');

/** One whose callers sign in with AWS. */
export const signed = (...more: readonly string[]): string => lines('authorizer: { type: AWS_IAM }', ...more);

export const worldOf = (parts: Partial<GatewayWorld> = {}): GatewayWorld => ({
  trust: {
    accounts: [ACCOUNT],
    roles: [ROLE],
    issuers: [ISSUER],
    secrets: [
      { arn: SECRET, origins: ['https://api.weather.example.com', 'https://mcp.example.com'], issuers: [ISSUER] },
    ],
    providers: [{ arn: PROVIDER, origins: ['https://mcp.example.com'] }],
    permissionsBoundary: 'Boundary',
  },
  files: new Map([
    [`${FOLDER}/tools.json`, TOOLS],
    [`${FOLDER}/api.yaml`, API],
  ]),
  runtimes: [],
  dnsSuffix: (region) => partitionOf(region).dnsSuffix,
  partition: (region) => partitionOf(region).name,
  ...parts,
});

/** Reads one definition as the file of a gateway. */
export const readOne = (
  text: string,
  name = 'pricing',
): { readonly definition?: Definition; readonly problems: readonly Problem[] } => {
  const { definitions, problems } = readDefinitions(new Map([[`${FOLDER}/${name}.yaml`, text]]), 'gateways');
  const [definition] = definitions;
  return { ...(definition === undefined ? {} : { definition }), problems };
};

/** One that must be valid. */
export const definitionOf = (text: string, name?: string): Definition => {
  const { definition, problems } = readOne(text, name);
  if (definition === undefined) throw new Error(problems.map((problem) => problem.text).join('\n'));
  return definition;
};

/** What a problem says, as one line: place, rule, severity, text. */
export const told = ({ rule, severity, place, text }: Problem): string =>
  `${place?.file ?? ''}:${place?.line ?? 0}:${place?.column ?? 0} ${severity} ${rule} ${text}`;
