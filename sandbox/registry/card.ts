/** An agent's card: what a request may hold, what of it is stored, and the three kinds of 422 that refuse it. */
import { truth } from './call.ts';
import { detail, type Invalid, invalid, missing, type Reply } from './reply.ts';
import { type Fields, isNewest, isObject, type Json, type State, textOf, textsOf, visibilityNamed } from './state.ts';

/** camelCase names that are taken beside the snake_case ones. */
const ALIASES: Readonly<Record<string, string>> = {
  supportedProtocol: 'supported_protocol',
  protocolVersion: 'protocol_version',
  securitySchemes: 'security_schemes',
  defaultInputModes: 'default_input_modes',
  defaultOutputModes: 'default_output_modes',
  trustLevel: 'trust_level',
};

const TRUST = ['unverified', 'community', 'verified', 'trusted'];
const STATUSES = ['active', 'deprecated', 'draft', 'beta'];

/** Request fields by their snake_case name, with the name that was used. */
interface Named {
  readonly value: Json;
  readonly sentAs: string;
}

export const named = (body: Fields): Map<string, Named> =>
  new Map(Object.entries(body).map(([name, value]) => [ALIASES[name] ?? name, { value, sentAs: name }]));

type Kind = 'text' | 'object' | 'objects' | 'list' | 'texts' | 'list or text' | 'boolean' | 'any';

/** What the request model takes for each field; null only where it says so. Everything else is ignored. */
const KINDS: Readonly<Record<string, Kind>> = {
  name: 'text',
  description: 'text',
  url: 'text',
  path: 'text',
  protocol_version: 'text',
  version: 'text',
  license: 'text',
  visibility: 'text',
  supported_protocol: 'text',
  trust_level: 'text',
  source_created_at: 'text',
  source_updated_at: 'text',
  capabilities: 'object',
  metadata: 'object',
  provider: 'object',
  security_schemes: 'objects',
  skills: 'list',
  default_input_modes: 'texts',
  default_output_modes: 'texts',
  allowed_groups: 'texts',
  tags: 'list or text',
  external_tags: 'list or text',
  streaming: 'boolean',
};
const NULLABLE = [
  ...['path', 'version', 'provider', 'skills', 'security_schemes', 'external_tags', 'allowed_groups'],
  ...['default_input_modes', 'default_output_modes', 'source_created_at', 'source_updated_at'],
];

const isTexts = (value: Json): boolean => Array.isArray(value) && value.every((item) => typeof item === 'string');

const CHECKS: Readonly<
  Record<Kind, { readonly type: string; readonly msg: string; readonly is: (value: Json) => boolean }>
> = {
  text: { type: 'string_type', msg: 'Input should be a valid string', is: (value) => typeof value === 'string' },
  object: { type: 'dict_type', msg: 'Input should be a valid dictionary', is: isObject },
  objects: {
    type: 'dict_type',
    msg: 'Input should be a valid dictionary',
    is: (value) => isObject(value) && Object.values(value).every(isObject),
  },
  list: {
    type: 'list_type',
    msg: 'Input should be a valid list',
    is: (value) => Array.isArray(value) && value.every(isObject),
  },
  texts: { type: 'list_type', msg: 'Input should be a valid list', is: isTexts },
  'list or text': {
    type: 'string_type',
    msg: 'Input should be a valid string',
    is: (value) => typeof value === 'string' || isTexts(value),
  },
  boolean: {
    type: 'bool_parsing',
    msg: 'Input should be a valid boolean, unable to interpret input',
    is: (value) => truth(String(value)) !== undefined,
  },
  any: { type: '', msg: '', is: () => true },
};

const typeError = (name: string, { value, sentAs }: Named): Invalid | undefined => {
  if (value === null && NULLABLE.includes(name)) return undefined;
  const { type, msg, is } = CHECKS[KINDS[name] ?? 'any'];
  return is(value) ? undefined : { type, loc: ['body', sentAs], msg, input: value };
};

const pathError = (path: string): string | undefined => {
  if (!path.startsWith('/')) return "Path must start with '/'";
  if (path.includes('//')) return 'Path cannot contain consecutive slashes';
  if (path.endsWith('/') && path.length > 1) return "Path cannot end with '/' unless it is the root path";
  return undefined;
};

/** Why a value is not one of a field's, in the registry's words. */
const valueError = (name: string, value: string): string | undefined => {
  if (name === 'path') return pathError(value);
  if (name === 'supported_protocol' && !['a2a', 'other'].includes(value.toLowerCase())) {
    return 'supported_protocol must be one of: a2a, other';
  }
  if (name === 'visibility' && visibilityNamed(value) === undefined) {
    return 'Visibility must be one of: public, private, group-restricted';
  }
  if (name === 'trust_level' && !TRUST.includes(value)) return `trust_level must be one of: ${TRUST.join(', ')}`;
  if (name === 'allowed_groups' && !/^[\w.-]+$/.test(value)) return `Invalid group name: ${value}`;
  return undefined;
};

const fieldErrors = (name: string, entry: Named): Invalid[] => {
  const wrong = typeError(name, entry);
  if (wrong !== undefined) return [wrong];
  const { value, sentAs } = entry;
  const loc = ['body', sentAs];
  if ((name === 'name' || name === 'url') && value === '') {
    const msg = 'String should have at least 1 character';
    return [{ type: 'string_too_short', loc, msg, input: '', ctx: { min_length: 1 } }];
  }
  if (name === 'status' && !STATUSES.includes(textOf(value))) {
    const expected = "'active', 'deprecated', 'draft' or 'beta'";
    return [{ type: 'enum', loc, msg: `Input should be ${expected}`, input: value, ctx: { expected } }];
  }
  const texts = typeof value === 'string' ? [value] : name === 'allowed_groups' ? textsOf(value) : [];
  return texts.flatMap((text) => {
    const error = valueError(name, text);
    return error === undefined
      ? []
      : [{ type: 'value_error', loc, msg: `Value error, ${error}`, input: value, ctx: { error: {} } }];
  });
};

/** The newest version looks for the groups of a restricted agent in the request, the others in the card. */
const groupErrors = (body: Fields, fields: ReadonlyMap<string, Named>): Invalid[] => {
  const visibility = visibilityNamed(textOf(fields.get('visibility')?.value));
  if (visibility !== 'group-restricted' || textsOf(fields.get('allowed_groups')?.value).length > 0) return [];
  const msg = 'Value error, group-restricted visibility requires at least one allowed_group';
  return [{ type: 'value_error', loc: ['body'], msg, input: body, ctx: { error: {} } }];
};

/** Checks the request itself; the answer is a list of errors that echo their input. */
export const checkRequest = (body: Fields, state: State): Reply | undefined => {
  const fields = named(body);
  const errors: Invalid[] = [];
  for (const [name, alias] of [
    ['name', 'name'],
    ['url', 'url'],
    ['supported_protocol', 'supportedProtocol'],
  ] as const) {
    if (!fields.has(name)) errors.push(missing(alias, body));
  }
  for (const [name, entry] of fields) {
    // The newest version takes any text here, and judges it with the card.
    if (name !== 'status' || !isNewest(state)) errors.push(...fieldErrors(name, entry));
  }
  if (errors.length === 0 && isNewest(state)) errors.push(...groupErrors(body, fields));
  return errors.length === 0 ? undefined : invalid(errors);
};

interface CardError {
  readonly at: string;
  readonly msg: string;
  readonly type: string;
  readonly input: string;
}

const typeName = (value: Json): string => {
  if (value === null) return 'NoneType';
  if (typeof value === 'string') return 'str';
  return typeof value === 'object' ? (Array.isArray(value) ? 'list' : 'dict') : typeof value;
};

const echo = (value: Json): string => {
  const text = value === null ? 'None' : typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
  return `input_value=${text.length > 50 ? `${text.slice(0, 25)}...${text.slice(-24)}` : text}, input_type=${typeName(value)}`;
};

const wrongValue = (at: string, text: string, value: Json): CardError => ({
  at,
  msg: `Value error, ${text}`,
  type: 'value_error',
  input: echo(value),
});

const skillErrors = (card: Fields): CardError[] => {
  const skills = Array.isArray(card['skills']) ? card['skills'].filter(isObject) : [];
  const errors = skills.flatMap((skill, index) => {
    const missingNames = ['id', 'name', 'description'].filter((name) => typeof skill[name] !== 'string');
    const id = textOf(skill['id']);
    return [
      ...missingNames.map((name) => ({
        at: `skills.${index}.${name}`,
        msg: 'Field required',
        type: 'missing',
        input: echo(skill),
      })),
      ...(/\s/.test(id) ? [wrongValue(`skills.${index}.id`, 'Skill ID cannot contain spaces', id)] : []),
    ];
  });
  const ids = skills.map((skill) => textOf(skill['id']));
  if (errors.length === 0 && new Set(ids).size < ids.length)
    errors.push(wrongValue('', 'Skill IDs must be unique', card));
  return errors;
};

const SCHEME_TYPES = ['apiKey', 'http', 'oauth2', 'openIdConnect'];

const cardErrors = (card: Fields, strictProvider: boolean): CardError[] => {
  const errors: CardError[] = [];
  if (!/^\d+\.\d+(\.\d+)?$/.test(textOf(card['protocol_version']))) {
    errors.push(
      wrongValue(
        'protocol_version',
        "Protocol version must be in format 'X.Y' or 'X.Y.Z'",
        card['protocol_version'] ?? null,
      ),
    );
  }
  if (!/^https?:\/\//i.test(textOf(card['url']))) {
    errors.push(wrongValue('url', 'URL must use HTTP or HTTPS protocol', card['url'] ?? null));
  }
  if (typeof card['version'] !== 'string') {
    errors.push({ at: 'version', msg: 'Input should be a valid string', type: 'string_type', input: echo(null) });
  }
  const provider = card['provider'];
  if (strictProvider && isObject(provider) && typeof provider['url'] !== 'string') {
    errors.push({
      at: 'provider.url',
      msg: 'Field required',
      type: 'missing',
      input: echo(provider).replace(/"/g, "'").replace(/:'/g, ": '"),
    });
  }
  const schemes = isObject(card['security_schemes']) ? card['security_schemes'] : {};
  for (const [name, scheme] of Object.entries(schemes)) {
    if (isObject(scheme) && SCHEME_TYPES.includes(textOf(scheme['type']))) continue;
    const msg = "Input should be 'apiKey', 'http', 'oauth2' or 'openIdConnect'";
    const given = isObject(scheme) ? (scheme['type'] ?? null) : scheme;
    errors.push({ at: `security_schemes.${name}.type`, msg, type: 'literal_error', input: echo(given) });
  }
  errors.push(...skillErrors(card));
  if (
    errors.length === 0 &&
    card['visibility'] === 'group-restricted' &&
    textsOf(card['allowed_groups']).length === 0
  ) {
    errors.push(wrongValue('', 'Group-restricted visibility requires at least one allowed group', card));
  }
  return errors;
};

const statusErrors = (card: Fields): CardError[] =>
  STATUSES.includes(textOf(card['status'], 'active'))
    ? []
    : [
        {
          at: 'status',
          msg: "Input should be 'active', 'deprecated', 'draft' or 'beta'",
          type: 'enum',
          input: echo(card['status'] ?? null),
        },
      ];

/** Checks the card made of the request. First the model, told as one text; then the rules, told as an object. */
export const checkCard = (
  card: Fields,
  call: 'register' | 'put',
  met: { readonly state: State; readonly reachable: boolean },
): Reply | undefined => {
  const { reachable } = met;
  const library = isNewest(met.state) ? '2.13' : '2.12';
  const errors = [...cardErrors(card, call === 'put'), ...statusErrors(card)];
  if (errors.length > 0) {
    const told = errors.map(({ at, msg, type, input }) => {
      const link = `For further information visit https://errors.pydantic.dev/${library}/v/${type}`;
      return `${at === '' ? '' : `${at}\n`}  ${msg} [type=${type}, ${input}]\n    ${link}`;
    });
    const count = `${errors.length} validation error${errors.length === 1 ? '' : 's'}`;
    return detail(422, `Invalid agent card: ${count} for AgentCard\n${told.join('\n')}`);
  }
  const rules: string[] = [];
  const host = /^https?:\/\/([^/:?#]+)(:\d+)?([/?#].*)?$/i.exec(textOf(card['url']))?.[1] ?? '';
  if (!/^[a-z0-9.-]+$/i.test(host)) rules.push('Agent URL must be HTTP or HTTPS and properly formatted');
  if (textOf(card['description']).trim() === '') rules.push('Agent description cannot be empty');
  for (const [name, scheme] of Object.entries(isObject(card['security_schemes']) ? card['security_schemes'] : {})) {
    if (isObject(scheme) && scheme['type'] === 'http' && typeof scheme['scheme'] !== 'string') {
      rules.push(`Scheme '${name}': 'scheme' is required for http`);
    }
  }
  if (rules.length === 0) return undefined;
  const refused = /^(127\.|localhost)/.test(host)
    ? '[Errno 111] Connection refused'
    : '[Errno -2] Name or service not known';
  const warnings = reachable ? [] : [`Agent endpoint unreachable: ${refused}`];
  const told = { message: 'Agent card validation failed', errors: rules };
  return detail(422, call === 'put' ? told : { ...told, warnings });
};

/** `internal` is stored as `private`, `group` as `group-restricted`. */
export const visibilityOf = (value: Json | undefined): string => visibilityNamed(textOf(value, 'public')) ?? 'public';
