import { isObject } from '../../model/json.ts';
import type { AgentRegistration, Registration, ServerRegistration } from '../../model/registration.ts';
import { MARK_KEY } from '../../model/registration.ts';
import type { FieldTable } from '../../model/registry.ts';
import type { Row } from './wire.ts';
import { isText, providerRow, row, TAGS, texts, VISIBILITY } from './wire.ts';

/** The record's metadata without the mark, which is compared on its own. */
const withoutMark = (value: unknown): unknown => {
  if (!isObject(value)) return value;
  const { [MARK_KEY]: _, ...rest } = value;
  return rest;
};

/** Headers as the registry keeps them: a list of objects, here one name each. */
const HEADERS = {
  out: (value: unknown) =>
    isObject(value) ? Object.entries(value).map(([name, header]) => ({ [name]: header })) : value,
  back: (value: unknown) => (Array.isArray(value) ? Object.assign({}, ...value.filter(isObject)) : value),
};

const commonText = (key: 'name' | 'description', record: string, list: string, sent: string) =>
  row<Registration>({ key, value: (registration) => registration[key], record, list, sent });

const tags = row<Registration>({
  key: 'tags',
  value: (registration) => registration.tags,
  record: 'tags',
  list: 'tags',
  compare: 'set',
  map: TAGS,
  form: (value) => ({ tags: texts(value).join(',') }),
  note: 'Without the tags that the registry adds itself, which an update keeps.',
});

const license = (list: string | null) =>
  row<Registration>({
    key: 'license',
    value: (registration) => registration.license,
    record: 'license',
    list,
    unset: ['N/A'],
  });

const metadata = row<Registration>({
  key: 'metadata',
  value: (registration) => registration.metadata,
  record: 'metadata',
  list: 'metadata',
  compare: 'keys',
  map: { out: (value) => value, back: withoutMark },
  note: `Written whole, with the mark under \`${MARK_KEY}\`.`,
});

const visibility = (needs?: 'serverVisibility') =>
  row<Registration>({
    key: 'visibility',
    value: (registration) => registration.visibility,
    record: 'visibility',
    list: 'visibility',
    dangerous: true,
    ...(needs ? { needs } : {}),
    map: VISIBILITY,
    note: '`internal` travels as `private`.',
  });

const groups = (list: string | null, needs: 'serverVisibility' | 'agentGroups') =>
  row<Registration>({
    key: 'groups',
    value: (registration) => registration.groups,
    record: 'allowed_groups',
    list,
    compare: 'set',
    dangerous: true,
    needs,
    form: (value) => ({ allowed_groups: texts(value).join(',') }),
  });

/** Servers: sent as a form, in this order. */
export const SERVER_FIELDS: readonly Row<ServerRegistration>[] = [
  commonText('name', 'server_name', 'display_name', 'name'),
  { ...commonText('description', 'description', 'description', 'description'), note: 'Never empty.' },
  row({
    key: 'url',
    value: (registration) => registration.url,
    record: 'proxy_pass_url',
    list: 'proxy_pass_url',
    dangerous: true,
    unset: [''],
    note: 'Hidden from a token without admin rights.',
  }),
  row({
    key: 'mcpEndpoint',
    value: (registration) => registration.mcpEndpoint,
    record: 'mcp_endpoint',
    list: 'mcp_endpoint',
    dangerous: true,
    stuck: true,
    note: 'The URL, for what a scan found.',
  }),
  row({
    key: 'sseEndpoint',
    value: (registration) => registration.sseEndpoint,
    record: 'sse_endpoint',
    list: null,
    dangerous: true,
    stuck: true,
  }),
  row({
    key: 'transports',
    value: (registration) => registration.transports,
    record: 'supported_transports',
    list: null,
    compare: 'set',
    note: '`streamable-http` when the entry says nothing.',
  }),
  tags,
  row({
    key: 'authProvider',
    value: (registration) => registration.authProvider,
    record: 'auth_provider',
    list: null,
    stuck: true,
    note: '`bedrock-agentcore` for what a scan found.',
  }),
  row({
    key: 'authScheme',
    value: (registration) => registration.authScheme,
    record: 'auth_scheme',
    list: 'auth_scheme',
    compare: 'auth',
    dangerous: true,
    note: '`none` until a credential is there; changed together with it.',
  }),
  row({
    key: 'authHeaderName',
    value: (registration) => registration.authHeaderName,
    record: 'auth_header_name',
    list: 'auth_header_name',
    compare: 'auth',
    dangerous: true,
    unset: ['X-API-Key'],
    note: 'Changed together with the credential.',
  }),
  row({
    key: 'headers',
    value: (registration) => registration.headers,
    record: 'headers',
    list: null,
    compare: 'headers',
    stuck: true,
    map: HEADERS,
    note: 'Values are compared in memory, shown nowhere, and in no digest: entries with headers are read one by one.',
  }),
  row({
    key: 'tools',
    value: (registration) => registration.tools,
    record: 'tool_list',
    sent: 'tool_list_json, num_tools',
    list: 'tool_list',
    compare: 'digest',
    form: (value) => ({
      tool_list_json: JSON.stringify(value),
      num_tools: String(Array.isArray(value) ? value.length : 0),
    }),
    note: 'The registry replaces them by what the server says.',
  }),
  license('license'),
  providerRow('provider_organization, provider_url', true),
  visibility('serverVisibility'),
  groups(null, 'serverVisibility'),
  metadata,
];

/** Members of a skill by their names in entry and registry. */
const SKILL_NAMES: Readonly<Record<string, string>> = { inputModes: 'input_modes', outputModes: 'output_modes' };

const renamed = (names: Readonly<Record<string, string>>) => (value: unknown) =>
  Array.isArray(value)
    ? value.map((skill) =>
        isObject(skill)
          ? Object.fromEntries(Object.entries(skill).map(([name, member]) => [names[name] ?? name, member]))
          : skill,
      )
    : value;

/** The registry wants a list of tags for each skill. */
const skillsOut = (value: unknown): unknown => {
  const skills = renamed(SKILL_NAMES)(value);
  return Array.isArray(skills) ? skills.map((skill) => ({ tags: [], ...skill })) : skills;
};

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/**
 * A skill as an entry has it: what the registry fills with null is not set, an empty list of tags neither; how callers
 * authenticate to a single skill is nothing that an entry says.
 */
const skillBack = (skill: unknown): unknown =>
  isObject(skill)
    ? Object.fromEntries(
        Object.entries(skill)
          .filter(
            ([name, member]) => member !== null && name !== 'security' && !(name === 'tags' && isEmptyList(member)),
          )
          .map(([name, member]) => [name, isText(member) ? member.trim() : member]),
      )
    : skill;

const skillsBack = (value: unknown): unknown => {
  const names = Object.fromEntries(Object.entries(SKILL_NAMES).map(([entry, registry]) => [registry, entry]));
  const skills = renamed(names)(value);
  return Array.isArray(skills) ? skills.map(skillBack) : skills;
};

const modes = (key: 'inputModes' | 'outputModes', record: string) =>
  row<AgentRegistration>({
    key,
    value: (registration) => registration[key],
    record,
    list: null,
    map: {
      out: (value) => value,
      back: (value) => (texts(value).length === 1 && texts(value)[0] === 'text/plain' ? undefined : value),
    },
    note: '`text/plain` when the entry says nothing.',
  });

/** Agents: sent as JSON, in this order. */
export const AGENT_FIELDS: readonly Row<AgentRegistration>[] = [
  commonText('name', 'name', 'name', 'name'),
  { ...commonText('description', 'description', 'description', 'description'), note: 'Never empty.' },
  row({
    key: 'url',
    value: (registration) => registration.url,
    record: 'url',
    list: 'url',
    dangerous: true,
    unset: [''],
  }),
  row({
    key: 'supportedProtocol',
    value: (registration) => registration.supportedProtocol,
    record: 'supported_protocol',
    list: 'supported_protocol',
    note: '`a2a` for protocol A2A, otherwise `other`.',
    map: { out: (value) => value, back: (value) => (isText(value) ? value.toLowerCase() : value) },
  }),
  row({
    key: 'version',
    value: (registration) => registration.version,
    record: 'version',
    list: null,
    note: '`1.0.0` when the entry says nothing.',
  }),
  row({
    key: 'protocolVersion',
    value: (registration) => registration.protocolVersion,
    record: 'protocol_version',
    list: null,
    unset: ['1.0'],
  }),
  tags,
  row({
    key: 'skills',
    value: (registration) => registration.skills,
    record: 'skills',
    list: null,
    map: { out: skillsOut, back: skillsBack },
  }),
  row({
    key: 'capabilities',
    value: (registration) => registration.capabilities,
    record: 'capabilities',
    list: null,
    stuck: true,
  }),
  row({
    key: 'securitySchemes',
    value: (registration) => registration.securitySchemes,
    record: 'security_schemes',
    list: null,
    note: 'How the agent authenticates its callers; the registry holds no credential of agents.',
  }),
  modes('inputModes', 'default_input_modes'),
  modes('outputModes', 'default_output_modes'),
  row({
    key: 'trustLevel',
    value: (registration) => registration.trustLevel,
    record: 'trust_level',
    list: 'trust_level',
    unset: ['community'],
    note: '`unverified` for what a scan found.',
  }),
  license(null),
  providerRow('provider'),
  visibility(),
  groups('allowed_groups', 'agentGroups'),
  metadata,
];

/** Members of an agent that no entry can hold, where they say something. */
const UNHELD: readonly {
  readonly name: string;
  readonly holds: (raw: Readonly<Record<string, unknown>>) => boolean;
}[] = [
  { name: 'external_tags', holds: (raw) => texts(raw['external_tags']).length > 0 },
  {
    name: 'security_schemes',
    holds: ({ security_schemes: schemes }) => isObject(schemes) && Object.keys(schemes).length > 0,
  },
  {
    name: 'skills.security',
    holds: ({ skills }) =>
      Array.isArray(skills) && skills.some((skill) => isObject(skill) && (skill['security'] ?? null) !== null),
  },
  { name: 'source_created_at', holds: (raw) => isText(raw['source_created_at']) },
  { name: 'source_updated_at', holds: (raw) => isText(raw['source_updated_at']) },
  { name: 'status', holds: ({ status }) => isText(status) && status !== 'active' },
];

/** Names of what a record holds and no entry can say; whole updates of servers send such things again. */
export const unheldIn = (type: 'server' | 'agent', raw: Readonly<Record<string, unknown>>): readonly string[] =>
  type === 'server' ? [] : UNHELD.filter(({ holds }) => holds(raw)).map(({ name }) => name);

/** The table as plan, comparison and mark know it. */
export const FIELD_TABLE: FieldTable = { server: SERVER_FIELDS, agent: AGENT_FIELDS };
