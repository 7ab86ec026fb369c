/** The stored form of an agent: every field with its default, without what the registry ignores. */
import { randomUUID } from 'node:crypto';
import { type Call, commaList } from './call.ts';
import { named, visibilityOf } from './card.ts';
import { type Fields, isNewer, isObject, type Json, textOf, textsOf } from './state.ts';

const listOf = (value: Json | undefined): string[] => (typeof value === 'string' ? commaList(value) : textsOf(value));

const timeOf = (value: Json | undefined): Json => (typeof value === 'string' ? value.replace(/Z$/, '+00:00') : null);

/** A skill as stored. */
export const skillOf = (skill: Fields): Fields => ({
  id: skill['id'] ?? null,
  name: skill['name'] ?? null,
  description: skill['description'] ?? null,
  tags: listOf(skill['tags']),
  examples: skill['examples'] ?? null,
  input_modes: skill['input_modes'] ?? skill['inputModes'] ?? null,
  output_modes: skill['output_modes'] ?? skill['outputModes'] ?? null,
  security: null,
});

/** A scheme as stored: its description is dropped. */
const schemeOf = (scheme: Fields): Fields => ({
  type: scheme['type'] ?? null,
  scheme: scheme['scheme'] ?? null,
  in_: scheme['in'] ?? scheme['in_'] ?? null,
  name: scheme['name'] ?? null,
  bearer_format: scheme['bearer_format'] ?? scheme['bearerFormat'] ?? null,
  flows: scheme['flows'] ?? null,
  openid_connect_url: scheme['openid_connect_url'] ?? scheme['openIdConnectUrl'] ?? null,
});

/** Every scheme by name. */
export const schemesOf = (value: Json | undefined): Fields =>
  Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).map(([name, scheme]) => [
      name,
      isObject(scheme) ? schemeOf(scheme) : scheme,
    ]),
  );

/** The card that a request stands for, with every default; what the registry ignores is not in it. */
export const cardOf = (call: Call, body: Fields): Fields => {
  const fields = named(body);
  const get = (name: string): Json | undefined => fields.get(name)?.value;
  const newer = isNewer(call.state);
  const capabilities = isObject(get('capabilities')) ? get('capabilities') : {};
  const skills = get('skills');
  return {
    id: randomUUID(),
    protocol_version: get('protocol_version') ?? '1.0',
    name: get('name') ?? '',
    description: get('description') ?? '',
    url: get('url') ?? '',
    version: get('version') ?? null,
    capabilities: {
      ...(isObject(capabilities) ? capabilities : {}),
      ...(get('streaming') === true ? { streaming: true } : {}),
    },
    default_input_modes: get('default_input_modes') ?? ['text/plain'],
    default_output_modes: get('default_output_modes') ?? ['text/plain'],
    skills: Array.isArray(skills) ? skills.map((skill) => (isObject(skill) ? skillOf(skill) : skill)) : [],
    preferred_transport: 'JSONRPC',
    provider: get('provider') ?? null,
    icon_url: null,
    documentation_url: null,
    security_schemes: schemesOf(get('security_schemes')),
    security: null,
    supports_authenticated_extended_card: null,
    metadata: get('metadata') ?? {},
    tags: listOf(get('tags')),
    num_stars: 0,
    rating_details: [],
    license: get('license') ?? 'N/A',
    registered_at: null,
    updated_at: null,
    registered_by: call.who.username,
    visibility: visibilityOf(get('visibility')),
    allowed_groups: newer ? listOf(get('allowed_groups')) : [],
    sync_metadata: null,
    signature: null,
    trust_level: get('trust_level') ?? 'community',
    ans_metadata: null,
    health_status: 'unknown',
    last_health_check: null,
    status: get('status') ?? (newer ? (call.state.settings.enforcedStatus ?? 'draft') : 'active'),
    source_created_at: timeOf(get('source_created_at')),
    source_updated_at: timeOf(get('source_updated_at')),
    external_tags: listOf(get('external_tags')),
    supported_protocol: textOf(get('supported_protocol')).toLowerCase(),
  };
};
