import type { RefusalReason } from '../../model/reasons.ts';
import { callUrlOf, type SiteServer } from './entry.ts';
import { isRegistryName, oneLine, registryName, SHORT_TEXT, shortText, slugOf } from './names.ts';
import { PROXY_PACKAGE, PROXY_RUNNER, proxyFlags } from './proxy.ts';
import { type SignIn, signInHeader } from './sign-in.ts';
import type { SiteSettings } from './site-settings.ts';

/** The form of every document about a server. https://github.com/modelcontextprotocol/registry, server.json */
const SERVER_SCHEMA = 'https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json';

interface Input {
  readonly description?: string;
  readonly isRequired?: boolean;
  readonly isSecret?: boolean;
}

interface Header extends Input {
  readonly name: string;
  readonly value?: string;
  readonly variables?: Readonly<Record<string, Input>>;
}

export interface Remote {
  readonly type: 'streamable-http' | 'sse';
  readonly url: string;
  readonly headers?: readonly Header[];
}

type Argument =
  | { readonly type: 'positional'; readonly value: string }
  | { readonly type: 'named'; readonly name: string; readonly value: string };

interface Package {
  readonly registryType: 'pypi';
  readonly identifier: string;
  readonly version: string;
  readonly runtimeHint: string;
  readonly transport: { readonly type: 'stdio' };
  readonly packageArguments: readonly Argument[];
}

/** server.json of 2025-12-11, as far as a site writes it. */
export interface ServerJson {
  readonly $schema: string;
  readonly name: string;
  readonly title?: string;
  readonly description: string;
  readonly version: string;
  readonly websiteUrl?: string;
  readonly remotes?: readonly Remote[];
  readonly packages?: readonly Package[];
  readonly _meta: Readonly<Record<string, unknown>>;
}

const TOKEN = 'token';

const signInHeaders = (name: string, signIn: SignIn): readonly Header[] => {
  const header = signInHeader(signIn);
  if (header === undefined) return [];
  const issuer = 'issuer' in signIn && signIn.issuer !== undefined ? ` (${signIn.issuer})` : '';
  const description =
    signIn.type === 'key' ? `API key of ${name}` : `Access token for ${name}, from its issuer${issuer}. It ends.`;
  const variable = { description, isRequired: true, isSecret: true };
  const value = `${header.prefix}{${TOKEN}}`;
  return [{ name: header.name, value, ...variable, variables: { [TOKEN]: variable } }];
};

/** Headers that people gave the registry to send: their names, for whoever connects to fill. */
const ownHeaders = (server: SiteServer, taken: readonly Header[]): readonly Header[] =>
  server.headers
    .filter((name) => !taken.some((header) => header.name.toLowerCase() === name.toLowerCase()))
    .map((name) => ({ name, description: `${name} of ${oneLine(server.name)}`, isRequired: true, isSecret: true }));

/** Every address under which it is reached, in the order of its transports. */
const remotesOf = (server: SiteServer, settings: SiteSettings): readonly Remote[] => {
  const through = settings.through?.(server.path);
  const signIn: SignIn = through === undefined ? server.signIn : { type: 'token' };
  const standing = signInHeaders(oneLine(server.name), signIn);
  const headers = through === undefined ? [...standing, ...ownHeaders(server, standing)] : standing;
  const given = headers.length === 0 ? {} : { headers };
  if (through !== undefined) return [{ type: 'streamable-http', url: through, ...given }];
  return server.transports.flatMap((transport): Remote[] => {
    if (transport === 'sse') return [{ type: 'sse', url: server.sseEndpoint ?? server.url, ...given }];
    return transport === 'streamable-http' ? [{ type: 'streamable-http', url: callUrlOf(server), ...given }] : [];
  });
};

const packageOf = (server: SiteServer, signIn: Extract<SignIn, { type: 'aws' }>, version: string): Package => ({
  registryType: 'pypi',
  identifier: PROXY_PACKAGE,
  version,
  runtimeHint: PROXY_RUNNER,
  transport: { type: 'stdio' },
  packageArguments: [
    { type: 'positional', value: callUrlOf(server) },
    ...proxyFlags(signIn).map(([name, value]): Argument => ({ type: 'named', name, value })),
  ],
});

/** How a client reaches it: over HTTP, or through a proxy on the caller's machine that signs for them. */
const waysOf = (server: SiteServer, settings: SiteSettings): Pick<ServerJson, 'remotes' | 'packages'> =>
  server.signIn.type === 'aws' && settings.through === undefined
    ? { packages: [packageOf(server, server.signIn, settings.proxyVersion)] }
    : { remotes: remotesOf(server, settings) };

/** The first text that is more than blanks. */
const firstOf = (...texts: readonly string[]): string => texts.map(shortText).find((text) => text !== '') ?? '-';

/** What else the document tells, of what everybody may see. */
const publishedFacts = (server: SiteServer, { expose }: SiteSettings): Readonly<Record<string, unknown>> => {
  const { metadata, tags, license, provider } = server;
  const account = metadata['account_id'];
  const region = metadata['region'];
  const arn = metadata['gateway_arn'] ?? metadata['runtime_arn'] ?? metadata['target_arn'];
  return {
    ...(tags.length === 0 ? {} : { tags }),
    ...(license === undefined ? {} : { license }),
    ...(provider === undefined || !expose.has('owners') ? {} : { provider }),
    ...(typeof account === 'string' && expose.has('accounts') ? { account } : {}),
    ...(typeof region === 'string' ? { region } : {}),
    ...(typeof arn === 'string' && expose.has('arns') ? { arn } : {}),
  };
};

const PUBLISHER = 'io.modelcontextprotocol.registry/publisher-provided';

/** The document of a server. `version`: of the document, not of what runs. */
export const serverJson = (server: SiteServer, version: string, settings: SiteSettings): ServerJson => {
  const page = settings.url === undefined ? {} : { websiteUrl: `${settings.url}/servers/${slugOf(server.path)}/` };
  return {
    $schema: SERVER_SCHEMA,
    name: registryName(settings.namespace, server.path),
    title: firstOf(server.name, slugOf(server.path)),
    description: firstOf(server.description, server.name),
    version,
    ...page,
    ...waysOf(server, settings),
    _meta: { [PUBLISHER]: publishedFacts(server, settings) },
  };
};

/** The document that stands for a server which is gone: its name, and nothing of what it was. */
export const removedJson = (name: string, version: string): ServerJson => ({
  $schema: SERVER_SCHEMA,
  name,
  description: 'No longer in this catalogue.',
  version,
  _meta: {},
});

/** The clients' own rule for every text that they need. */
const isText = (value: string, max: number): boolean => value !== '' && value.length <= max && value === oneLine(value);

/** What of a document a client would refuse, and with it perhaps the whole list; undefined where it takes all of it. */
export const refusedBecause = (document: ServerJson): Extract<RefusalReason, `client-${string}`> | undefined => {
  if (!isRegistryName(document.name)) return 'client-name';
  const texts = [document.description, document.title ?? document.description];
  if (!texts.every((text) => isText(text, SHORT_TEXT))) return 'client-text';
  const remotes = document.remotes ?? [];
  if (remotes.length + (document.packages ?? []).length === 0) return 'client-transport';
  const urls = [
    ...remotes.map(({ url }) => url),
    ...(document.packages ?? []).flatMap(({ packageArguments: [first] }) => (first === undefined ? [] : [first.value])),
  ];
  return urls.every((url) => URL.canParse(url) && !/[{}\s]/.test(url)) ? undefined : 'client-url';
};
