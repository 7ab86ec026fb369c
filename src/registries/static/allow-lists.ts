import { canonicalJson } from '../../model/canonical.ts';
import { compareTexts } from '../../model/compare-texts.ts';
import { callUrlOf, type SiteServer } from './entry.ts';
import { prettyJson } from './json-text.ts';
import { slugOf } from './names.ts';
import { proxyCommand } from './proxy.ts';
import { signInHeader } from './sign-in.ts';
import type { AllowEntry, SiteSettings } from './site-settings.ts';

/** Where the lists stand. Whoever deploys them merges Copilot's and Claude Code's settings into their own. */
const ALLOW_FILES = {
  copilot: 'allow/copilot/managed-settings.json',
  claudeCode: 'allow/claude-code/managed-settings.json',
  claudeCodeServers: 'allow/claude-code/managed-mcp.json',
} as const;

/** Names that Claude Code takes in an allow list. */
const clientName = (path: string): string => slugOf(path).replace(/[^A-Za-z0-9_-]/g, '-');

/**
 * What a list needs to let a server through. By its URL, or where the caller's machine runs a proxy for it, by the whole
 * command line, which clients compare word by word.
 */
export const serverLines = (server: SiteServer, settings: SiteSettings): readonly AllowEntry[] => {
  const through = settings.through?.(server.path);
  const names = settings.allow.names ? [{ serverName: clientName(server.path) }] : [];
  if (through !== undefined) return [{ serverUrl: through }, ...names];
  if (server.signIn.type === 'aws')
    return [{ serverCommand: [...proxyCommand(server, server.signIn, settings.proxyVersion)] }, ...names];
  const urls = new Set(
    server.transports.map((transport) =>
      transport === 'sse' ? (server.sseEndpoint ?? server.url) : callUrlOf(server),
    ),
  );
  return [...[...urls].map((serverUrl) => ({ serverUrl })), ...names];
};

/** Every line of the lists, each once, in a fixed order; those of others are among them. */
const allowEntries = (servers: readonly SiteServer[], settings: SiteSettings): readonly AllowEntry[] => {
  const all = [...settings.allow.also, ...servers.flatMap((server) => serverLines(server, settings))];
  return [...new Map(all.map((entry) => [canonicalJson(entry), entry] as const))]
    .sort(([a], [b]) => compareTexts(a, b))
    .map(([, entry]) => entry);
};

/** Claude Code's own entry of a server, for `managed-mcp.json`. Tokens come from the environment of whoever runs it. */
const claudeServer = (server: SiteServer, settings: SiteSettings): Readonly<Record<string, unknown>> => {
  const through = settings.through?.(server.path);
  if (through === undefined && server.signIn.type === 'aws') {
    const [command, ...args] = proxyCommand(server, server.signIn, settings.proxyVersion);
    return { command, args };
  }
  const onlySse = through === undefined && !server.transports.includes('streamable-http');
  const url = through ?? (onlySse ? (server.sseEndpoint ?? server.url) : callUrlOf(server));
  const header = through === undefined ? signInHeader(server.signIn) : signInHeader({ type: 'token' });
  const variable = `\${${clientName(server.path).toUpperCase().replaceAll('-', '_')}_TOKEN}`;
  return {
    type: onlySse ? 'sse' : 'http',
    url,
    ...(header === undefined ? {} : { headers: { [header.name]: `${header.prefix}${variable}` } }),
  };
};

/** The allow lists that Copilot and Claude Code enforce, as paths to texts. */
export const allowFiles = (
  servers: readonly SiteServer[],
  settings: SiteSettings,
): readonly (readonly [path: string, text: string])[] => {
  const allowedMcpServers = allowEntries(servers, settings);
  const only = settings.allow.managedOnly ? { allowManagedMcpServersOnly: true } : {};
  const mcpServers = Object.fromEntries(
    servers.map((server) => [clientName(server.path), claudeServer(server, settings)] as const),
  );
  return [
    [ALLOW_FILES.copilot, prettyJson({ allowedMcpServers })],
    [ALLOW_FILES.claudeCode, prettyJson({ allowedMcpServers, ...only })],
    [ALLOW_FILES.claudeCodeServers, prettyJson({ mcpServers })],
  ];
};
