import { parseFile } from '../document/read.ts';
import type { DocumentDefinition } from '../model/generated/gateway.ts';
import { isObject } from '../model/json.ts';
import type { GatewayPlace } from './definition.ts';
import { isDynamic } from './dynamic.ts';

/** Files below `gateways/`, by their path there. */
export type Files = ReadonlyMap<string, string>;

/** A schema that a definition names: its text, an object in S3, or why it is neither. */
export type Document =
  | { readonly type: 'text'; readonly path: string; readonly text: string; readonly value: unknown }
  | { readonly type: 's3'; readonly uri: string; readonly bucketOwner?: string }
  | { readonly type: 'fault'; readonly text: string };

const fault = (text: string): Document => ({ type: 'fault', text });

/** A document's value, or why it is none. A JSON list is no file of ours elsewhere: tools come as one. */
const valueIn = (path: string, text: string): { readonly value: unknown } | { readonly why: string } => {
  const isList = path.endsWith('.json') && text.trimStart().startsWith('[');
  const read = parseFile(path, isList ? `{"items":${text}}` : text);
  if (!('value' in read))
    return { why: read.problems[0]?.text ?? 'it is neither YAML nor JSON as files here are read' };
  return { value: isList && isObject(read.value) ? read.value['items'] : read.value };
};

/** Reads what a definition names. A file lies beside it, or below `gateways/` where none does. */
export const readDocument = (definition: DocumentDefinition, place: GatewayPlace, files: Files): Document => {
  if (typeof definition !== 'string') return { type: 's3', uri: definition.s3, ...owner(definition.bucketOwner) };
  if (definition.startsWith('s3://')) return { type: 's3', uri: definition };
  const name = definition.slice(2);
  const path = [`${place.account}/${place.region}/${name}`, name].find((one) => files.has(one));
  const text = path === undefined ? undefined : files.get(path);
  if (path === undefined || text === undefined) {
    return fault(`expected the file ${place.account}/${place.region}/${name} or ${name} below gateways/, met none`);
  }
  if (isDynamic(text)) return fault(`${path} holds {{resolve:…}}, which CloudFormation would replace`);
  const read = valueIn(path, text);
  return 'why' in read
    ? fault(`${path}: ${read.why.replace(/\.$/, '')}`)
    : { type: 'text', path, text, value: read.value };
};

const owner = (bucketOwner: string | undefined): { readonly bucketOwner?: string } =>
  bucketOwner === undefined ? {} : { bucketOwner };

/** One tool of a Lambda target, as its document says it. */
export interface ToolSchema {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: Readonly<Record<string, unknown>>;
  readonly outputSchema?: Readonly<Record<string, unknown>>;
}

const toolOf = (value: unknown): ToolSchema | undefined => {
  if (!isObject(value)) return undefined;
  const { name, description, inputSchema, outputSchema } = value;
  if (typeof name !== 'string' || typeof description !== 'string' || !isObject(inputSchema)) return undefined;
  return { name, description, inputSchema, ...(isObject(outputSchema) ? { outputSchema } : {}) };
};

/** The tools of a document: a list of them, or `inlinePayload` or `tools` with one; undefined: it is none. */
export const toolsOf = (value: unknown): readonly ToolSchema[] | undefined => {
  const list = isObject(value) ? (value['inlinePayload'] ?? value['tools'] ?? value['items']) : value;
  if (!Array.isArray(list) || list.length === 0) return undefined;
  const tools = list.map(toolOf);
  return tools.every((tool) => tool !== undefined) ? tools : undefined;
};

const METHODS: ReadonlySet<string> = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

/** What of an OpenAPI document decides something here. */
export interface ApiFacts {
  /** Origins of all servers, whatever part of the document names them; a server that is no plain https URL as it is written. */
  readonly origins: readonly string[];
  readonly unclear: readonly string[];
  readonly operations: number;
  /** Operations without an operationId: they make no tool. */
  readonly nameless: readonly string[];
}

const serversOf = (value: unknown): readonly string[] => {
  const servers = isObject(value) ? value['servers'] : undefined;
  if (!Array.isArray(servers)) return [];
  return servers.map((server) => (isObject(server) && typeof server['url'] === 'string' ? server['url'] : ''));
};

const originOf = (url: string): string | undefined => {
  const parsed = url.includes('{') ? null : URL.parse(url);
  return parsed?.protocol === 'https:' && parsed.username === '' && parsed.password === '' ? parsed.origin : undefined;
};

/** The facts of an OpenAPI 3 document; undefined: it is none. https://spec.openapis.org/oas/v3.1.0#server-object */
export const apiFacts = (value: unknown): ApiFacts | undefined => {
  if (!isObject(value) || typeof value['openapi'] !== 'string' || !isObject(value['paths'])) return undefined;
  const items = Object.entries(value['paths']).filter(([, item]) => isObject(item)) as [
    string,
    Readonly<Record<string, unknown>>,
  ][];
  const operations = items.flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method, operation]) => METHODS.has(method) && isObject(operation))
      .map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
  );
  const servers = [value, ...items.map(([, item]) => item), ...operations.map(({ operation }) => operation)].flatMap(
    serversOf,
  );
  return {
    origins: [...new Set(servers.flatMap((url) => originOf(url) ?? []))].sort(),
    unclear: [...new Set(servers.filter((url) => originOf(url) === undefined))],
    operations: operations.length,
    nameless: operations
      .filter(({ operation }) => !isObject(operation) || typeof operation['operationId'] !== 'string')
      .map(({ name }) => name),
  };
};
