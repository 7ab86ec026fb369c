import { slug } from '../../catalogue/names.ts';
import { isObject } from '../../model/json.ts';
import type { RegistryDocument } from '../../model/registry-document.ts';

type Values = Readonly<Record<string, unknown>>;

/** Texts that stand for a value which somebody puts in: `$NAME`, `${NAME}`, `<YOUR_TOKEN>`, `REPLACE_WITH_…`, `YOUR_…`. */
const PLACEHOLDER = /\$\{?[A-Za-z_]\w*\}?|<[^<>]+>|\b(?:REPLACE|CHANGE|INSERT|YOUR|ENTER)_\w+/i;

/** Headers that carry a credential by their name or value. */
const SECRET = /authorization|cookie|api[-_]?key|token|secret|passw|credential/i;
const SECRET_VALUE = /^(?:bearer|basic|digest)\s|^eyJ[\w-]+\./i;

/** What an entry's skills hold, in both spellings. */
const SKILL = new Set([
  'id',
  'name',
  'description',
  'tags',
  'examples',
  'inputModes',
  'outputModes',
  'input_modes',
  'output_modes',
]);

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

interface Part {
  readonly values: Values;
  readonly lost: readonly string[];
}

const headersOf = (value: Values, path: string) => {
  const given = value['headers'];
  const headers: Values = Array.isArray(given)
    ? Object.assign({}, ...given.filter(isObject))
    : isObject(given)
      ? given
      : {};
  const placeholders: string[] = [];
  const secrets: { name: string; header: string }[] = [];
  const kept: Record<string, unknown> = {};
  for (const [header, content] of Object.entries(headers)) {
    if (PLACEHOLDER.test(text(content))) placeholders.push(header);
    else if (SECRET.test(header) || SECRET_VALUE.test(text(content))) {
      const name = `${slug(path.replaceAll('/', ' '))}-${slug(header)}`.slice(0, 64);
      secrets.push({ name, header });
      kept[header] = { secret: name };
    } else kept[header] = content;
  }
  return { placeholders, secrets, headers: kept };
};

/** A provider is an organization with its URL, or it is none that can be sent. */
const providerOf = (value: Values): Part => {
  const { provider } = value;
  const given = isObject(provider) ? provider : { organization: provider };
  const organization = text(given['organization']) || text(value['provider_organization']);
  const url = text(given['url']) || text(value['provider_url']);
  if (organization !== '' && url !== '') return { values: { provider: { organization, url } }, lost: [] };
  return { values: {}, lost: organization === '' && url === '' ? [] : ['provider'] };
};

const skillsOf = (value: Values): Part => {
  const { skills } = value;
  if (!Array.isArray(skills)) return { values: {}, lost: [] };
  const lost = skills.flatMap((skill) => (isObject(skill) ? Object.keys(skill).filter((key) => !SKILL.has(key)) : []));
  const kept = skills.map((skill) =>
    isObject(skill)
      ? Object.fromEntries(Object.entries(skill).filter(([key, member]) => SKILL.has(key) && member !== null))
      : skill,
  );
  return { values: { skills: kept }, lost: lost.map((key) => `skills.${key}`) };
};

const capabilitiesOf = (value: Values): Values => {
  const given = value['capabilities'];
  if (value['streaming'] !== true) return {};
  return { capabilities: { ...(isObject(given) ? given : {}), streaming: true } };
};

/** Members that are read here, and are none of the document that goes on. */
const READ = ['headers', 'provider', 'provider_organization', 'provider_url', 'streaming'];

/**
 * Reads one of the documents that the registry's own tools take: servers, and agents in both spellings. Placeholders for
 * tokens are taken out, header values that are credentials are named only, and what has no place is listed.
 */
export const registryDocument = (value: Values): RegistryDocument => {
  const server = Object.hasOwn(value, 'server_name') || Object.hasOwn(value, 'proxy_pass_url');
  const agent = !server && Object.hasOwn(value, 'name') && Object.hasOwn(value, 'url');
  if (Object.hasOwn(value, 'tool_mappings')) {
    const hint = 'Virtual servers are made in the registry: it puts them together from others.';
    return { type: 'other', text: 'it is a virtual server', hint };
  }
  if (!server && !agent) {
    return { type: 'other', text: 'it describes neither a server nor an agent', hint: 'Only these become entries.' };
  }
  const named = slug(text(value['name']) || text(value['server_name']));
  const path = text(value['path']) || (named === '' ? '' : `/${named}`);
  const { placeholders, secrets, headers } = headersOf(value, path);
  const provider = providerOf(value);
  const skills = skillsOf(value);
  const rest = Object.fromEntries(Object.entries(value).filter(([key]) => !READ.includes(key)));
  return {
    type: 'entry',
    value: {
      ...rest,
      ...(path === '' ? {} : { path }),
      ...(Object.keys(headers).length === 0 ? {} : { headers }),
      ...provider.values,
      ...skills.values,
      ...capabilitiesOf(value),
    },
    placeholders,
    secrets,
    lost: [...provider.lost, ...skills.lost],
  };
};
