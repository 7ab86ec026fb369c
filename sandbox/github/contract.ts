import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';

export type Json = Readonly<Record<string, unknown>>;

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Json;
}

export interface Operation {
  /** `POST /repos/{owner}/{repo}/git/trees` */
  readonly id: string;
  readonly params: Readonly<Record<string, string>>;
}

interface Route {
  readonly id: string;
  readonly method: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly template: string;
  readonly definition: Json;
}

const FIXTURES = ['github-openapi.json', 'github-openapi-actions.json', 'github-openapi-history.json'];
const ROOT = 'github';

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const asJson = (value: unknown): Json => (isJson(value) ? value : {});

/** A request may name nothing that GitHub does not describe: a misspelt field would be dropped there in silence. */
const closed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(closed);
  if (!isJson(schema)) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return isJson(schema['properties']) && !('additionalProperties' in schema)
    ? { ...inner, additionalProperties: false }
    : inner;
};

/** OpenAPI 3.0's `nullable` in JSON Schema's words, and references that lead to the added document. */
const judged = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(judged);
  if (!isJson(value)) return value;
  const { nullable, ...rest } = value;
  const inner = Object.fromEntries(Object.entries(rest).map(([key, it]) => [key, judged(it)]));
  const reference = inner['$ref'];
  if (typeof reference === 'string') inner['$ref'] = reference.replace(/^#/, `${ROOT}#`);
  if (nullable !== true) return inner;
  if (typeof inner['type'] !== 'string') return { anyOf: [{ type: 'null' }, inner] };
  const allowed = Array.isArray(inner['enum']) ? { enum: [...inner['enum'], null] } : {};
  return { ...inner, type: [inner['type'], 'null'], ...allowed };
};

const routesOf = (paths: Json): Route[] => {
  const routes = Object.entries(paths).flatMap(([template, methods]) =>
    Object.entries(asJson(methods)).map(([method, definition]): Route => {
      const operation = asJson(definition);
      const names: string[] = [];
      const source = template.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
        names.push(name);
        return name === 'ref' || name === 'basehead' || name === 'branch' || name === 'path' ? '(.+)' : '([^/]+)';
      });
      return {
        id: `${method.toUpperCase()} ${template}`,
        method: method.toUpperCase(),
        pattern: new RegExp(`^${source}$`),
        names,
        template,
        definition: operation,
      };
    }),
  );
  return routes.sort((a, b) => a.names.length - b.names.length || b.template.length - a.template.length);
};

/** GitHub's description, whose parts lie in several files. */
const readDescriptions = (): Json => {
  const parts = FIXTURES.map((name) =>
    asJson(JSON.parse(readFileSync(new URL(`../../test/fixtures/${name}`, import.meta.url), 'utf8'))),
  );
  const merged = (key: string, of: readonly Json[]): Json => Object.assign({}, ...of.map((part) => asJson(part[key])));
  const components = parts.map((part) => asJson(part['components']));
  const groups = new Set(components.flatMap(Object.keys));
  return {
    paths: merged('paths', parts),
    components: Object.fromEntries([...groups].map((group) => [group, merged(group, components)])),
  };
};

/**
 * GitHub's description of its REST API as a judge: finds the operation of a request, checks requests and answers, and
 * completes answers by what the description requires.
 */
export const loadContract = () => {
  const document = readDescriptions();
  const routes = routesOf(asJson(document['paths']));
  const components = asJson(document['components']);
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const lenient = new Ajv({ strict: false, validateFormats: false, coerceTypes: true });
  ajv.addSchema(asJson(judged(document)), ROOT);
  const compiled = new Map<string, ValidateFunction>();
  const validator = (key: string, build: () => ValidateFunction): ValidateFunction => {
    const known = compiled.get(key) ?? build();
    compiled.set(key, known);
    return known;
  };
  const complain = (validate: ValidateFunction, value: unknown): string | undefined =>
    validate(value) ? undefined : (validate.errors ?? []).map((it) => `${it.instancePath} ${it.message}`).join('; ');

  const resolve = (schema: Json): Json => {
    const reference = schema['$ref'];
    if (typeof reference !== 'string') return schema;
    const [group = '', name = ''] = reference.replace('#/components/', '').split('/');
    return resolve(asJson(asJson(components[group])[name]));
  };
  const routeOf = (id: string): Route => {
    const route = routes.find((it) => it.id === id);
    if (!route) throw new Error(`no such operation: ${id}`);
    return route;
  };
  const parametersOf = (route: Route): Parameter[] => {
    const listed = route.definition['parameters'];
    return (Array.isArray(listed) ? listed : []).map((it) => resolve(asJson(it)) as unknown as Parameter);
  };
  const querySchema = (route: Route): Json => {
    const parameters = parametersOf(route).filter((it) => it.in === 'query');
    return {
      type: 'object',
      properties: Object.fromEntries(parameters.map((it) => [it.name, it.schema])),
      required: parameters.filter((it) => it.required).map((it) => it.name),
      additionalProperties: false,
    };
  };
  const bodyValidator = (route: Route): ValidateFunction =>
    validator(`body ${route.id}`, () => {
      const content = asJson(asJson(asJson(route.definition['requestBody'])['content'])['application/json']);
      return ajv.compile(asJson(judged(closed(content['schema']))));
    });
  const answerValidator = (route: Route, status: number): ValidateFunction | string | undefined => {
    const responses = asJson(route.definition['responses']);
    const listed = responses[String(status)];
    if (listed === undefined) {
      if (status < 400) return `status ${status} is not described`;
      return validator('error', () => ajv.compile({ $ref: `${ROOT}#/components/schemas/basic-error` }));
    }
    const schema = asJson(asJson(resolve(asJson(listed))['content'])['application/json'])['schema'];
    if (schema === undefined) return undefined;
    return validator(`${status} ${route.id}`, () => ajv.compile(asJson(judged(schema))));
  };

  return {
    /** The operation of a request below the API's root. */
    find: (method: string, path: string): Operation | undefined => {
      for (const route of routes) {
        const match = route.method === method ? route.pattern.exec(path) : null;
        if (!match) continue;
        const params = route.names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]);
        return { id: route.id, params: Object.fromEntries(params) };
      }
      return undefined;
    },
    /** What is wrong with a request, in one line. */
    checkRequest: (id: string, query: Readonly<Record<string, string>>, body: unknown): string | undefined => {
      const route = routeOf(id);
      const search = validator(`query ${id}`, () => lenient.compile(querySchema(route)));
      const wrong = complain(search, { ...query });
      if (wrong !== undefined) return `query: ${wrong}`;
      if (route.definition['requestBody'] === undefined)
        return body === undefined ? undefined : 'body: none is described';
      return complain(bodyValidator(route), body ?? {});
    },
    /** What is wrong with an answer, in one line. */
    checkAnswer: (id: string, status: number, body: unknown): string | undefined => {
      const validate = answerValidator(routeOf(id), status);
      if (typeof validate === 'string' || validate === undefined) return validate;
      return complain(validate, body);
    },
    schema: (name: string): Json => ({ $ref: `#/components/schemas/${name}` }),
    resolve,
  };
};

export type Contract = ReturnType<typeof loadContract>;
