/** Requests against the real registry's own description of its endpoints: names, required fields and types. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { LoggedRequest } from '../../sandbox/registry/registry.ts';

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: { readonly $ref: string } }>> };
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, { readonly properties: object }>> };
}

/** The versions that are described. */
export type Described = 'older' | 'newest';

const FILES: Readonly<Record<Described, string>> = {
  older: 'registry-openapi.json',
  newest: 'registry-openapi-newest.json',
};

/** Form values are texts: the registry parses numbers and booleans out of them. */
const ajv = new Ajv2020({ strict: false, coerceTypes: true });

const described = (version: Described): Description => {
  const description: Description = JSON.parse(
    readFileSync(join(import.meta.dirname, '../fixtures', FILES[version]), 'utf8'),
  );
  ajv.addSchema({ $id: version, ...description });
  return description;
};

const DESCRIPTIONS: Readonly<Record<Described, Description>> = {
  older: described('older'),
  newest: described('newest'),
};

/** More than one path may fit: `/api/servers/register` is also a path of `/api/servers/{path}`. The most literal one wins. */
const operationOf = (request: LoggedRequest, description: Description): Operation | undefined =>
  Object.entries(description.paths)
    .filter(([path]) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '.+')}$`).test(request.path))
    .filter(([, methods]) => methods[request.method.toLowerCase()] !== undefined)
    .sort(([left], [right]) => left.split('{').length - right.split('{').length || right.length - left.length)
    .map(([, methods]) => methods[request.method.toLowerCase()])[0];

/** Names that the older version does not describe, or that an agent takes in a second spelling. */
const NEWER: Readonly<Record<Described, ReadonlySet<string>>> = {
  older: new Set(['visibility', 'allowed_groups']),
  newest: new Set(),
};
const SPELLINGS: Readonly<Record<string, string>> = {
  supported_protocol: 'supportedProtocol',
  protocol_version: 'protocolVersion',
  security_schemes: 'securitySchemes',
  default_input_modes: 'defaultInputModes',
  default_output_modes: 'defaultOutputModes',
  trust_level: 'trustLevel',
  allowed_groups: 'allowedGroups',
};

/** What is wrong with a request; nothing when it fits the description. */
export const faultsOf = (request: LoggedRequest, version: Described): readonly string[] => {
  const description = DESCRIPTIONS[version];
  const what = `${request.method} ${request.path}`;
  const operation = operationOf(request, description);
  if (!operation) return [`${what}: no such operation`];
  const content = Object.entries(operation.requestBody?.content ?? {})[0];
  if (!content) return Object.keys(request.form).length > 0 || request.json ? [`${what}: takes no body`] : [];
  const [type, { schema }] = content;
  if (!String(request.headers['content-type']).startsWith(type)) return [`${what}: expected ${type}`];
  const body = type.includes('json') ? request.json : request.form;
  const known = Object.keys(description.components.schemas[schema.$ref.split('/').at(-1) ?? '']?.properties ?? {});
  const named = Object.entries(typeof body === 'object' && body !== null ? body : {})
    .filter(([name]) => !NEWER[version].has(name))
    .map(([name, value]) => [known.includes(name) ? name : (SPELLINGS[name] ?? name), structuredClone(value)]);
  const validate = ajv.getSchema(`${version}${schema.$ref}`);
  const unknown = named.filter(([name]) => !known.includes(String(name))).map(([name]) => `${what}: unknown ${name}`);
  if (validate?.(Object.fromEntries(named)) === true) return unknown;
  return [...unknown, `${what}: ${ajv.errorsText(validate?.errors)}`];
};
