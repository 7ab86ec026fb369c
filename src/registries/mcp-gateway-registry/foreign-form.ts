import type { Converted, ForeignForm } from '../../catalogue/registry-rules.ts';
import type { Finding, Pointer } from '../../document/finding.ts';
import { isObject } from '../../model/json.ts';
import { slashedPath } from '../../model/registry.ts';
import { registryDocument } from './registry-document.ts';

/** One field of the registry's own documents: its spellings there, and where it goes in ours. */
interface Field {
  readonly from: readonly string[];
  readonly to: string;
  readonly convert?: (value: unknown) => unknown;
}

type Values = Readonly<Record<string, unknown>>;

const definedOnly = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null));

/** What the registry takes for "not given". */
const unless =
  (...nothing: readonly unknown[]) =>
  (value: unknown) =>
    nothing.includes(value) ? undefined : value;

/** Lists come as lists or as text with commas. */
const texts = (value: unknown): unknown => {
  const list = typeof value === 'string' ? value.split(',').map((part) => part.trim()) : value;
  return Array.isArray(list) ? [...new Set(list.filter((part) => part !== ''))] : list;
};

/** Headers come as one object, or as a list of objects. */
const headers = (value: unknown): unknown =>
  Array.isArray(value) && value.every(isObject) ? Object.assign({}, ...value) : value;

const toolOf = (tool: unknown): unknown => {
  if (!isObject(tool)) return tool;
  const parsed = tool['parsed_description'];
  const description = tool['description'] ?? (isObject(parsed) ? parsed['main'] : undefined);
  const schema = tool['schema'] ?? tool['inputSchema'] ?? tool['input_schema'];
  return definedOnly({ name: tool['name'], description, schema });
};

const skillOf = (skill: unknown): unknown => {
  if (!isObject(skill)) return skill;
  const { input_modes, output_modes, parameters: _, security: __, ...rest } = skill;
  return definedOnly({ inputModes: input_modes, outputModes: output_modes, ...rest });
};

const each = (convert: (item: unknown) => unknown) => (value: unknown) =>
  Array.isArray(value) ? value.map(convert) : value;

const COMMON: readonly Field[] = [
  { from: ['path'], to: 'path' },
  { from: ['description'], to: 'description', convert: unless('') },
  { from: ['tags'], to: 'tags', convert: texts },
  { from: ['license'], to: 'license', convert: unless('', 'N/A') },
  { from: ['metadata'], to: 'metadata' },
  { from: ['visibility'], to: 'visibility', convert: (value) => (value === 'private' ? 'internal' : value) },
  { from: ['allowed_groups', 'allowedGroups'], to: 'groups', convert: texts },
  { from: ['provider'], to: 'provider' },
  { from: ['is_enabled', 'isEnabled'], to: 'enabled' },
];

const SERVER: readonly Field[] = [
  { from: ['server_name'], to: 'name' },
  { from: ['proxy_pass_url'], to: 'url' },
  { from: ['mcp_endpoint'], to: 'mcpEndpoint', convert: unless('') },
  { from: ['sse_endpoint'], to: 'sseEndpoint', convert: unless('') },
  { from: ['auth_provider'], to: 'authProvider', convert: unless('') },
  { from: ['auth_scheme'], to: 'authScheme' },
  { from: ['auth_header_name'], to: 'authHeaderName', convert: unless('') },
  { from: ['supported_transports'], to: 'transports', convert: texts },
  { from: ['headers'], to: 'headers', convert: headers },
  { from: ['tool_list'], to: 'tools', convert: each(toolOf) },
  ...COMMON,
];

const AGENT: readonly Field[] = [
  { from: ['name'], to: 'name' },
  { from: ['url'], to: 'url' },
  { from: ['version'], to: 'version' },
  { from: ['protocol_version', 'protocolVersion'], to: 'protocolVersion' },
  {
    from: ['supported_protocol', 'supportedProtocol'],
    to: 'protocol',
    convert: (value) => (typeof value === 'string' ? value.toLowerCase() : value),
  },
  { from: ['skills'], to: 'skills', convert: each(skillOf) },
  { from: ['capabilities'], to: 'capabilities' },
  { from: ['default_input_modes', 'defaultInputModes'], to: 'inputModes' },
  { from: ['default_output_modes', 'defaultOutputModes'], to: 'outputModes' },
  { from: ['trust_level', 'trustLevel'], to: 'trustLevel' },
  ...COMMON,
];

/** Why a field of the registry's own is not sent, where there is more to say than that. */
const NOT_SENT: Readonly<Record<string, string>> = {
  auth_type: 'The registry keeps no such field: auth_scheme says how it authenticates.',
  num_tools: 'The registry counts the tools itself.',
  num_stars: 'Ratings are given in the registry.',
  is_python: 'The registry keeps no such field.',
  security_schemes: 'Take it out, or keep it in metadata.',
};

const kindOf = (value: Values): 'server' | 'agent' | undefined => {
  if (Object.hasOwn(value, 'kind')) return undefined;
  if (Object.hasOwn(value, 'server_name') || Object.hasOwn(value, 'proxy_pass_url')) return 'server';
  return Object.hasOwn(value, 'url') && Object.hasOwn(value, 'name') ? 'agent' : undefined;
};

/** A path as this kind of registration spells it: servers end with a slash, agents do not. */
const spell = (kind: 'server' | 'agent', path: string): string => {
  const bare = slashedPath(path);
  return kind === 'server' && bare !== '/' ? `${bare}/` : bare;
};

/** Members of a skill that no registration can hold. */
const SKILL_LOSES = ['parameters', 'security'];

const skillFindings = (skills: unknown): Finding[] =>
  (Array.isArray(skills) ? skills : []).flatMap((skill, index) =>
    SKILL_LOSES.filter((name) => isObject(skill) && (skill[name] ?? null) !== null).map((name) => ({
      ...unsupported(name, 'agent'),
      pointer: ['skills', index, name],
      text: `${name} of a skill can't be sent: the registration goes without it.`,
    })),
  );

const PROVIDER_KEYS = ['provider_organization', 'provider_url'];

/** The provider, from one object or from two texts; a half of it is told, for the registry breaks on one alone. */
const providerOf = (value: Values): { readonly provider?: unknown; readonly findings: readonly Finding[] } => {
  const [organization, url] = PROVIDER_KEYS.map((key) => value[key] ?? undefined);
  const given = value['provider'] ?? undefined;
  if (organization !== undefined && url !== undefined && given === undefined) {
    return { provider: { organization, url }, findings: [] };
  }
  const half = [
    ...(typeof given === 'string' ? ['provider'] : []),
    ...PROVIDER_KEYS.filter((key) => given === undefined && (value[key] ?? undefined) !== undefined),
  ];
  const findings = half.map(
    (key): Finding => ({
      rule: 'field-unsupported',
      pointer: [key],
      text: `${key} alone can't be sent: a provider has an organization and a URL. The registration goes without it.`,
      hint: 'Write provider: { organization, url }.',
    }),
  );
  return { ...(half.length > 0 || given === undefined ? {} : { provider: given }), findings };
};

const unsupported = (key: string, kind: string): Finding => ({
  rule: 'field-unsupported',
  pointer: [key],
  text: `${key} can't be sent for ${kind === 'agent' ? 'an agent' : 'a server'}: the registration goes without it.`,
  hint: NOT_SENT[key] ?? 'Take it out, or keep it in metadata.',
});

/**
 * Reads the document that the registry's own command line takes (`server_name`, `proxy_pass_url`, `headers`, …; an agent's
 * card likewise) as an entry of kind server or agent. Undefined when it is none. What can't be sent is told, not dropped;
 * values are passed on unchecked, for the schema of entries to judge.
 */
const fromRegistryForm = (value: Values): Converted | undefined => {
  const kind = kindOf(value);
  if (kind === undefined) return undefined;
  const fields = kind === 'server' ? SERVER : AGENT;
  const known = new Set([...fields.flatMap((field) => field.from), ...PROVIDER_KEYS]);
  const findings = Object.keys(value)
    .filter((key) => !known.has(key) && value[key] !== null)
    .map((key) => unsupported(key, kind));
  const registration: Record<string, unknown> = {};
  for (const { from, to, convert } of fields) {
    const given = from.map((key) => value[key]).find((candidate) => candidate !== undefined && candidate !== null);
    const converted = given === undefined || convert === undefined ? given : convert(given);
    if (converted !== undefined) registration[to] = converted;
  }
  const { provider, findings: half } = providerOf(value);
  if (provider === undefined) delete registration['provider'];
  else registration['provider'] = provider;
  findings.push(...half, ...(kind === 'agent' ? skillFindings(value['skills']) : []));
  const { path } = registration;
  if (typeof path === 'string' && spell(kind, path) !== path) {
    registration['path'] = spell(kind, path);
    const text = `path is read as ${spell(kind, path)}: ${kind === 'server' ? 'servers end with a slash' : 'agents do not end with a slash'}.`;
    findings.push({ rule: 'path-form', severity: 'notice', pointer: ['path'], text });
  }
  return { value: { kind, registration }, findings };
};

const inHeaderList = (rest: Pointer, original: Values): Pointer => {
  const list = original['headers'];
  if (!Array.isArray(list) || rest[0] === undefined) return rest;
  const index = list.findIndex((item) => isObject(item) && Object.hasOwn(item, `${rest[0]}`));
  return index < 0 ? rest : [index, ...rest];
};

/** Where a value of the converted entry stands in the registry's own document. */
const originalPointer = (pointer: Pointer, original: Values): Pointer | undefined => {
  const [block, to, ...rest] = pointer;
  const kind = kindOf(original);
  if (kind === undefined) return undefined;
  if (block !== 'registration' || to === undefined) return pointer;
  if (to === 'provider' && !Object.hasOwn(original, 'provider')) {
    return [rest[0] === 'url' ? 'provider_url' : 'provider_organization'];
  }
  const field = (kind === 'server' ? SERVER : AGENT).find((candidate) => candidate.to === to);
  const key = field?.from.find((name) => Object.hasOwn(original, name)) ?? field?.from[0] ?? to;
  return [key, ...(to === 'headers' ? inHeaderList(rest, original) : rest)];
};

/** What the registry's own tools take. */
export const foreignForm: ForeignForm = {
  read: fromRegistryForm,
  pointer: originalPointer,
  document: registryDocument,
};
