import { randomUUID } from 'node:crypto';
import type { McpGatewayRegistrySettings } from '../config/registry-kinds/mcp-gateway-registry.ts';
import { readTokenFile } from '../credentials/token-file.ts';
import { SyncError } from '../model/errors.ts';
import type { Registration, ServerRegistration } from '../model/registration.ts';
import type { Fetch } from '../net/fetch.ts';
import { maskForms } from '../net/masks.ts';
import type { CommandContext } from '../running/context.ts';
import type { Credentials } from '../running/credentials.ts';
import { openRegistryToken } from '../running/registry-token-access.ts';
import type { ProbePlace, Sign } from './world.ts';

/** The registry that servers are asked through, and the token of who calls there. */
export interface Ingress {
  readonly url: string;
  readonly token: string;
}

const usage = (text: string, hint: string): SyncError => new SyncError('usage', 'missing-option', text, { hint });

const registryNamed = (
  { settings }: CommandContext,
  name: string,
): McpGatewayRegistrySettings & { readonly url: string } => {
  const found = settings.registries.find((one) => one.name === name);
  if (found?.type !== 'mcp-gateway-registry' || found.url === undefined) {
    throw usage(
      `through ${name}: expected a registry that calls servers for others, met none with a URL.`,
      'Name another one.',
    );
  }
  return { ...found, url: found.url };
};

/** A job of GitHub Actions, by whichever door. */
export const isJob = ({ actions, environment }: CommandContext): boolean =>
  actions || environment['GITHUB_ACTIONS'] === 'true';

/**
 * The registry that --through names, and the token that its own check gets. What is sent there reaches the servers behind
 * it: in Actions the registry's own token, which may write there, never is. Rejects with SyncError where there is no other.
 */
export const openIngress = async (context: CommandContext, credentials: Credentials): Promise<Ingress | undefined> => {
  const { through, ingressTokenFile } = context.settings.verify;
  if (through === undefined) return undefined;
  const registry = registryNamed(context, through);
  const own = (): Promise<string> => openRegistryToken(context, credentials, registry)();
  if (ingressTokenFile === undefined) {
    if (!isJob(context)) return { url: registry.url, token: await own() };
    throw usage(
      `through ${through} needs the token of somebody who may call servers there; the registry's own would reach their owners.`,
      'Give --ingress-token-file.',
    );
  }
  const token = await readTokenFile(ingressTokenFile, context.mask);
  const admin = isJob(context) ? await own().catch(() => undefined) : undefined;
  if (token === admin) {
    throw usage(
      `through ${through}: the token of ingress-token-file is the one that may write to the registry; servers' owners would get it.`,
      'Give one that may only call servers.',
    );
  }
  return { url: registry.url, token };
};

/** Headers that a registration asks for: texts, and secrets that are at hand. */
const ownHeaders = (registration: Registration, { settings, environment, mask }: CommandContext) => {
  const secrets: string[] = [];
  if (registration.type === 'agent') return { headers: {}, secrets };
  const headers = Object.entries(registration.headers).flatMap(([name, header]): [string, string][] => {
    if ('reveal' in header) return [[name.toLowerCase(), header.reveal()]];
    const variable = settings.secrets[header.secret]?.env;
    const value = variable === undefined ? undefined : environment[variable];
    if (value === undefined || value === '') return [];
    for (const form of maskForms(value)) mask(form);
    secrets.push(...maskForms(value));
    return [[name.toLowerCase(), value]];
  });
  return { headers: Object.fromEntries(headers), secrets };
};

const isSse = ({ transports }: ServerRegistration): boolean =>
  transports.includes('sse') && !transports.includes('streamable-http');

const transportOf = (registration: Registration): ProbePlace['transport'] =>
  registration.type === 'server' && isSse(registration) ? 'sse' : 'streamable-http';

/** Where the registry sends a client's requests. */
const directUrl = (registration: Registration): string => {
  if (registration.type === 'agent') return registration.url;
  const { mcpEndpoint, sseEndpoint, url } = registration;
  return isSse(registration) ? (sseEndpoint ?? url) : (mcpEndpoint ?? url);
};

/** Whether the registry lets the ingress token pass: it does where it says that a path of nobody is unknown. */
const ingressAccepts =
  ({ url, token }: Ingress, fetch: Fetch) =>
  async (): Promise<boolean> => {
    const response = await fetch(`${url}/agentcore-sync-${randomUUID()}/mcp`, {
      headers: { 'x-authorization': `Bearer ${token}` },
    });
    await response.body?.cancel();
    return response.status !== 401 && response.status !== 403;
  };

/** A place, given what signs requests to the server and what of that is secret. */
export const placeOf = (
  registration: Registration,
  credential: { readonly sign: Sign; readonly secrets: readonly string[] },
  {
    context,
    ingress,
    fetch,
  }: { readonly context: CommandContext; readonly ingress: Ingress | undefined; readonly fetch: Fetch },
): ProbePlace => {
  const own = ownHeaders(registration, context);
  const transport = transportOf(registration);
  const secrets = [...credential.secrets, ...own.secrets];
  if (ingress === undefined) {
    const sign: Sign = async (request) => ({ ...own.headers, ...(await credential.sign(request)) });
    return { url: directUrl(registration), transport, sign, secrets };
  }
  const path = registration.path.endsWith('/') ? registration.path : `${registration.path}/`;
  return {
    url: `${ingress.url}${path}${transport === 'sse' ? 'sse' : 'mcp'}`,
    transport,
    // The registry adds the server's own headers itself.
    sign: async (request) => ({
      ...(await credential.sign(request)),
      'x-authorization': `Bearer ${ingress.token}`,
    }),
    secrets: [...secrets, ...maskForms(ingress.token)],
    ingress: { accepts: ingressAccepts(ingress, fetch) },
  };
};

/** What sends a bearer token. */
export const bearer = (token: string): { readonly sign: Sign; readonly secrets: readonly string[] } => ({
  sign: async () => ({ authorization: `Bearer ${token}` }),
  secrets: maskForms(token),
});

/** What sends nothing. */
export const nobody = { sign: async () => ({}), secrets: [] } as const;
