import { createHash } from 'node:crypto';
import type { SiteFile } from './documents.ts';
import type { SiteAgent } from './entry.ts';
import { jsonText, prettyList } from './json-text.ts';
import { oneLine, slugOf } from './names.ts';
import type { ServerJson } from './server-json.ts';
import type { SiteSettings } from './site-settings.ts';

/** https://github.com/Agent-Card/ai-catalog, specification/ai-catalog.md */
const CATALOG_FILE = '.well-known/ai-catalog.json';

const TYPES = { server: 'application/mcp-server-card+json', agent: 'application/a2a-agent-card+json' } as const;

/** The domain behind a reverse DNS name. */
const domainOf = (namespace: string): string => namespace.split('.').reverse().join('.');

export const cardFile = (path: string): string => `agents/${slugOf(path)}/agent-card.json`;

/** What agents on AgentCore speak where nothing else is said. https://a2a-protocol.org, 0.3 */
const A2A_VERSION = '0.3.0';
const BINDING = 'JSONRPC';

const schemesOf = (agent: SiteAgent): Readonly<Record<string, unknown>> => {
  const names = Object.keys(agent.securitySchemes);
  if (names.length === 0) return {};
  return { securitySchemes: agent.securitySchemes, security: names.map((name) => ({ [name]: [] })) };
};

/** An agent's card: the members of 0.3, and the interfaces where readers of 1.0 look for them. */
const agentCard = (agent: SiteAgent): Readonly<Record<string, unknown>> => {
  const protocolVersion = agent.protocolVersion ?? A2A_VERSION;
  return {
    protocolVersion,
    name: oneLine(agent.name) || slugOf(agent.path),
    description: oneLine(agent.description) || oneLine(agent.name) || slugOf(agent.path),
    version: agent.version,
    url: agent.url,
    preferredTransport: BINDING,
    supportedInterfaces: [{ url: agent.url, protocolBinding: BINDING, protocolVersion }],
    ...(agent.provider === undefined ? {} : { provider: agent.provider }),
    capabilities: agent.capabilities,
    defaultInputModes: agent.inputModes ?? ['text/plain'],
    defaultOutputModes: agent.outputModes ?? ['text/plain'],
    skills: agent.skills.map((skill) => ({ ...skill, tags: skill.tags ?? [] })),
    ...schemesOf(agent),
  };
};

const digest = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** JSON Canonicalization Scheme for what a site holds: texts, lists, objects, booleans and whole numbers. RFC 8785 */
const canonicalText = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalText(member)}`);
  return `{${members.join(',')}}`;
};

/** What an entry points at: a file of the site where its address is known, else the document itself. */
const contentOf = (
  document: unknown,
  file: { readonly path: string; readonly text: string } | undefined,
  { url }: SiteSettings,
) =>
  url === undefined || file === undefined
    ? { data: document, digest: digest(canonicalText(document)) }
    : { url: `${url}/${file.path}`, digest: digest(file.text) };

/** A server of the catalog; its document is made when it is needed. */
export interface CatalogServer {
  readonly path: string;
  readonly tags: readonly string[];
  readonly document: () => ServerJson;
}

/** The AI Catalog of servers and A2A agents, and before it the card of each agent. */
export function* catalogFiles(
  servers: readonly CatalogServer[],
  agents: readonly SiteAgent[],
  settings: SiteSettings,
): Generator<SiteFile> {
  const publisher = { identifier: domainOf(settings.namespace), displayName: settings.title, identityType: 'dns' };
  const common = (type: keyof typeof TYPES, path: string, tags: readonly string[]) => ({
    identifier: `urn:air:${publisher.identifier}:${type === 'server' ? 'mcp' : 'a2a'}:${slugOf(path)}`,
    type: TYPES[type],
    ...(tags.length === 0 ? {} : { tags }),
    publisher,
  });
  const cardOf = (agent: SiteAgent) => {
    const card = agentCard(agent);
    return { card, path: cardFile(agent.path), text: `${jsonText(card)}\n` };
  };
  const speaking = agents.filter(({ supportedProtocol }) => supportedProtocol === 'a2a');
  for (const agent of speaking) {
    const { path, text } = cardOf(agent);
    yield [path, text];
  }
  function* entries(): Generator<unknown> {
    for (const { path, tags, document } of servers) {
      yield { ...common('server', path, tags), ...contentOf(document(), undefined, settings) };
    }
    for (const agent of speaking) {
      const { card, ...file } = cardOf(agent);
      yield { ...common('agent', agent.path, agent.tags), ...contentOf(card, file, settings) };
    }
  }
  const head = { specVersion: '1.0', host: { displayName: settings.title, identifier: publisher.identifier } };
  yield [CATALOG_FILE, prettyList(head, 'entries', entries())];
}
