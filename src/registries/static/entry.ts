import type { Tool } from '../../model/generated/entry.ts';
import type { AgentFacts, Registration, ServerRegistration, Visibility } from '../../model/registration.ts';
import { type SignIn, signInOf } from './sign-in.ts';

/** What a site keeps of every registration: plain data, without a header's value or a secret. */
interface EntryCommon {
  readonly path: string;
  readonly name: string;
  readonly description: string;
  readonly url: string;
  readonly visibility: Visibility;
  readonly tags: readonly string[];
  readonly license?: string;
  readonly provider?: { readonly organization: string; readonly url: string };
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly signIn: SignIn;
}

export interface SiteServer extends EntryCommon {
  readonly type: 'server';
  readonly mcpEndpoint?: string;
  readonly sseEndpoint?: string;
  readonly transports: readonly string[];
  /** Names alone: whoever connects brings the values. */
  readonly headers: readonly string[];
  readonly tools?: readonly Tool[];
  readonly authProvider?: string;
}

export interface SiteAgent extends EntryCommon, AgentFacts {
  readonly type: 'agent';
}

export type SiteEntry = SiteServer | SiteAgent;

const commonOf = (registration: Registration): EntryCommon => ({
  path: registration.path,
  name: registration.name,
  description: registration.description,
  url: registration.url,
  visibility: registration.visibility,
  tags: registration.tags,
  ...(registration.license === undefined ? {} : { license: registration.license }),
  ...(registration.provider === undefined ? {} : { provider: registration.provider }),
  metadata: registration.metadata,
  signIn: signInOf(registration),
});

/** Names of the headers that people gave the registry to send: sorted, and noted where the values are gone already. */
export const headerNames = (registration: ServerRegistration & Partial<Noted>): readonly string[] =>
  registration.headerNames ?? Object.keys(registration.headers).sort();

/** What a site keeps of a registration: a pure function, so that equal registrations give equal sites. */
export const siteEntryOf = (registration: Registration): SiteEntry => {
  if (registration.type === 'server') {
    const { mcpEndpoint, sseEndpoint, transports, tools, authProvider } = registration;
    return {
      type: 'server',
      ...commonOf(registration),
      ...(mcpEndpoint === undefined ? {} : { mcpEndpoint }),
      ...(sseEndpoint === undefined ? {} : { sseEndpoint }),
      transports,
      headers: headerNames(registration),
      ...(tools === undefined ? {} : { tools }),
      ...(authProvider === undefined ? {} : { authProvider }),
    };
  }
  const { protocolVersion, inputModes, outputModes, trustLevel } = registration;
  return {
    type: 'agent',
    ...commonOf(registration),
    supportedProtocol: registration.supportedProtocol,
    version: registration.version,
    ...(protocolVersion === undefined ? {} : { protocolVersion }),
    skills: registration.skills,
    capabilities: registration.capabilities,
    securitySchemes: registration.securitySchemes,
    ...(inputModes === undefined ? {} : { inputModes }),
    ...(outputModes === undefined ? {} : { outputModes }),
    ...(trustLevel === undefined ? {} : { trustLevel }),
  };
};

/**
 * Whether it is to be found on the site: it is on, or off only because a proxy can't sign what it forwards, which nobody
 * does here.
 */
export const isShown = (registration: Registration): boolean =>
  registration.enabled || registration.from['enabled'] === 'source';

/** What a site notes of a registration before it takes away what only a proxy needs. */
interface Noted {
  readonly signIn: SignIn;
  readonly headerNames: readonly string[];
}

/**
 * A registration as a site takes it: without a credential, without headers' values, and on where the site shows it. How
 * one signs in, and with which headers, stands in the notes.
 */
export const takenBySite = (registration: Registration): Registration & Noted => {
  const common = { signIn: signInOf(registration), enabled: isShown(registration) };
  return registration.type === 'server'
    ? { ...registration, ...common, headerNames: headerNames(registration), headers: {}, authScheme: 'none' }
    : { ...registration, ...common, headerNames: [] };
};

/** Where a client connects. */
export const callUrlOf = (entry: SiteEntry): string =>
  entry.type === 'server' ? (entry.mcpEndpoint ?? entry.url) : entry.url;
