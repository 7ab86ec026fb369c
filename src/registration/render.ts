import { registeredAs } from '../catalogue/asked-paths.ts';
import type { GuardContext } from '../catalogue/guard.ts';
import { guardEntry } from '../catalogue/guard.ts';
import { headerNameFindings } from '../catalogue/header-names.ts';
import { headerFindings } from '../catalogue/header-rules.ts';
import { kindDefaults, sourceOf } from '../kinds/table.ts';
import { isCallers } from '../model/callers.ts';
import type { Entry } from '../model/catalogue.ts';
import { compareTexts } from '../model/compare-texts.ts';
import { authorizerOf, reachedAt, registeredEndpoints } from '../model/entry-parts.ts';
import type { EntryFile } from '../model/generated/entry.ts';
import { hide } from '../model/hidden.ts';
import { acceptedAsDisabled, type Problem } from '../model/problem.ts';
import type { AgentRegistration, Registration, SentHeader, ServerRegistration } from '../model/registration.ts';
import { RULES } from '../model/rules.ts';
import type { FieldOrigin } from '../model/show.ts';
import { gatewayOf } from '../model/through.ts';
import { areBelow } from '../model/url-prefix.ts';
import type { Chosen, Part, RenderSettings } from './registration-fields.ts';
import {
  chooseCommon,
  chooseSkills,
  chooseTools,
  chooseUrl,
  endpointOf,
  fieldsOfLock,
  isUnsignable,
  lacksLock,
} from './registration-fields.ts';

export interface Rendered {
  /** Sorted by path. */
  readonly registrations: readonly Registration[];
  /** Files that give none because something is wrong with them: what they registered before stays as it is. */
  readonly withheld: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/** Notes who decided about a field while its value is taken. */
type Take = <Value>(key: string, chosen: Chosen<Value>) => Value;

type CommonKey = Exclude<keyof ServerRegistration & keyof AgentRegistration, 'type' | 'from'>;

const commonFields = (part: Part, take: Take): Pick<ServerRegistration, CommonKey> => {
  const chosen = chooseCommon(part);
  const { value, path: file } = part.entry;
  const discoveryUrl = authorizerOf(value)?.discoveryUrl;
  const path = endpointOf(part)?.path ?? value.registration.path;
  return {
    path: take('path', [path, 'entry']),
    name: take('name', chosen.name),
    description: take('description', chosen.description),
    url: take('url', chosen.url),
    tags: take('tags', chosen.tags),
    visibility: take('visibility', chosen.visibility),
    groups: take('groups', chosen.groups),
    ...(chosen.license ? { license: take('license', chosen.license) } : {}),
    ...(chosen.provider ? { provider: take('provider', chosen.provider) } : {}),
    metadata: take('metadata', chosen.metadata),
    enabled: take('enabled', chosen.enabled),
    ...(lacksLock(part) ? { awaitsLock: true as const } : {}),
    ...(fieldsOfLock(part).length === 0 ? {} : { givenOnce: fieldsOfLock(part) }),
    protect: value.registration.protect ?? false,
    origin: { file, ...(part.endpoint === undefined ? {} : { endpoint: part.endpoint }) },
    identity: {
      url: chosen.url[0],
      ...('source' in value ? { arn: value.source.arn } : {}),
      ...(discoveryUrl === undefined ? {} : { discoveryUrl }),
      ...part.settings.clientOf?.(value, path),
    },
  };
};

/** True where a client's `urls` holds the URL: a token may be had for a target. */
const isCovered = (url: string, settings: RenderSettings): boolean =>
  settings.issuers.some(({ clients }) => clients.some(({ urls }) => areBelow([url], urls ?? [])));

const chooseScheme = ({ entry: { value }, settings }: Part): Chosen<ServerRegistration['authScheme']> => {
  if (isCallers(value)) return ['none', 'entry'];
  const authorizer = authorizerOf(value);
  if (authorizer !== undefined) return [authorizer.type === 'CUSTOM_JWT' ? 'bearer' : 'none', 'source'];
  if ('source' in value) return [isCovered(reachedAt(value), settings) ? 'bearer' : 'none', 'configuration'];
  return value.registration.authScheme ? [value.registration.authScheme, 'entry'] : ['none', 'default'];
};

const sentHeaders = (value: EntryFile): Record<string, SentHeader> =>
  Object.fromEntries(
    Object.entries(value.registration.headers ?? {}).map(([name, header]) => [
      name,
      typeof header === 'string' ? hide(header) : header,
    ]),
  );

/** What only people write: endpoints and the like of servers that no scan finds. */
const manualServer = (value: EntryFile, take: Take): Partial<ServerRegistration> => {
  if (value.kind !== 'server') return {};
  const { mcpEndpoint, sseEndpoint, authProvider, authHeaderName } = value.registration;
  return {
    ...(mcpEndpoint === undefined ? {} : { mcpEndpoint: take('mcpEndpoint', [mcpEndpoint, 'entry']) }),
    ...(sseEndpoint === undefined ? {} : { sseEndpoint: take('sseEndpoint', [sseEndpoint, 'entry']) }),
    ...(authProvider === undefined ? {} : { authProvider: take('authProvider', [authProvider, 'entry']) }),
    ...(authHeaderName === undefined ? {} : { authHeaderName: take('authHeaderName', [authHeaderName, 'entry']) }),
  };
};

const scannedServer = (part: Part, take: Take): Partial<ServerRegistration> =>
  'source' in part.entry.value
    ? {
        mcpEndpoint: take('mcpEndpoint', chooseUrl(part)),
        authProvider: take('authProvider', ['bedrock-agentcore', 'default']),
      }
    : {};

const renderServer = (part: Part): ServerRegistration => {
  const from: Record<string, FieldOrigin> = {};
  const take: Take = (key, [value, origin]) => {
    from[key] = origin;
    return value;
  };
  const { value } = part.entry;
  const { transports } = value.registration;
  const tools = chooseTools(part);
  const headers = sentHeaders(value);
  return {
    type: 'server',
    ...commonFields(part, take),
    ...scannedServer(part, take),
    ...manualServer(value, take),
    transports: take('transports', transports ? [transports, 'entry'] : [['streamable-http'], 'default']),
    headers: Object.keys(headers).length === 0 ? {} : take('headers', [headers, 'entry']),
    ...(tools ? { tools: take('tools', tools) } : {}),
    authScheme: take('authScheme', chooseScheme(part)),
    ...(isCallers(value) ? { callers: true as const } : {}),
    from,
  };
};

/** How an agent on AgentCore authenticates its callers, for its card. */
const chooseSecurity = (value: EntryFile): Chosen<Readonly<Record<string, unknown>>> => {
  const type = authorizerOf(value)?.type;
  if (type === 'AWS_IAM') return [{ sigv4: { type: 'http', scheme: 'AWS4-HMAC-SHA256' } }, 'source'];
  if (type === 'CUSTOM_JWT') return [{ bearer: { type: 'http', scheme: 'bearer' } }, 'source'];
  return [{}, 'default'];
};

const chooseProtocol = (value: EntryFile): Chosen<'a2a' | 'other'> => {
  if ('source' in value) return [kindDefaults(sourceOf(value)).protocol, 'source'];
  const own = value.kind === 'agent' ? value.registration.protocol : undefined;
  return own ? [own, 'entry'] : ['other', 'default'];
};

const agentOptions = (value: EntryFile, take: Take): Partial<AgentRegistration> => {
  const { protocolVersion, inputModes, outputModes, trustLevel } = value.registration;
  const trust: Chosen<string> | undefined = trustLevel
    ? [trustLevel, 'entry']
    : 'source' in value
      ? ['unverified', 'default']
      : undefined;
  return {
    ...(protocolVersion === undefined ? {} : { protocolVersion: take('protocolVersion', [protocolVersion, 'entry']) }),
    ...(inputModes ? { inputModes: take('inputModes', [inputModes, 'entry']) } : {}),
    ...(outputModes ? { outputModes: take('outputModes', [outputModes, 'entry']) } : {}),
    ...(trust ? { trustLevel: take('trustLevel', trust) } : {}),
  };
};

const renderAgent = (part: Part): AgentRegistration => {
  const from: Record<string, FieldOrigin> = {};
  const take: Take = (key, [value, origin]) => {
    from[key] = origin;
    return value;
  };
  const { value } = part.entry;
  const { version, capabilities } = value.registration;
  const skills = chooseSkills(part);
  return {
    type: 'agent',
    ...commonFields(part, take),
    supportedProtocol: take('supportedProtocol', chooseProtocol(value)),
    version: take('version', version === undefined ? ['1.0.0', 'default'] : [version, 'entry']),
    skills: skills[1] === 'default' ? [] : take('skills', skills),
    capabilities: capabilities ? take('capabilities', [capabilities, 'entry']) : {},
    securitySchemes: take('securitySchemes', chooseSecurity(value)),
    ...agentOptions(value, take),
    from,
  };
};

/** The registrations that one entry gives, its own first. Nothing is checked: `renderEntries` does. */
export const renderEntry = (entry: Entry, settings: RenderSettings): readonly Registration[] => {
  const { value } = entry;
  if (value.registration.register === false) return [];
  const endpoints = Object.keys(registeredEndpoints(value));
  const render = registeredAs(value) === 'server' ? renderServer : renderAgent;
  const part = { entry, settings, defaults: settings.defaultsOf(value) };
  return [render(part), ...endpoints.map((endpoint) => render({ ...part, endpoint }))];
};

const fileOf = (entry: Entry, settings: RenderSettings): string => `${settings.directory}/${entry.path}`;

/** What the guard has against an entry, as a problem of its file. */
const guardProblem = (finding: ReturnType<typeof guardEntry>[number], entry: Entry, file: string): Problem => ({
  rule: finding.rule,
  severity: finding.severity ?? RULES[finding.rule].severity,
  place: { file, ...(finding.pointer ? { pointer: finding.pointer } : {}) },
  subject: entry.value.registration.path,
  text: finding.text,
  ...(finding.hint === undefined ? {} : { hint: finding.hint }),
});

const unsignable = (entry: Entry, settings: RenderSettings): Problem[] => {
  const { registration } = entry.value;
  if (!isUnsignable(entry.value) || registration.register === false) return [];
  const wish = registration.enabled ?? settings.defaultsOf(entry.value).enabled.value;
  const problem: Problem = {
    rule: 'auth-iam',
    severity: 'warning',
    place: {
      file: fileOf(entry, settings),
      pointer: gatewayOf(entry.value) === undefined ? ['source', 'authorizer', 'type'] : ['registration', 'address'],
    },
    subject: registration.path,
    text: `${registration.path} expects AWS_IAM: it is registered without authentication, and not enabled.`,
    hint: 'Give it a CUSTOM_JWT authorizer where the registry is to call it.',
  };
  return [wish ? problem : acceptedAsDisabled(problem)];
};

const urlsOf = (registrations: readonly Registration[]): string[] =>
  registrations.flatMap((one) =>
    one.type === 'server' ? [one.url, one.mcpEndpoint, one.sseEndpoint].filter((url) => url !== undefined) : [one.url],
  );

/** What was read and judged before: entries, and everything that is wrong with files. */
export interface Judged {
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
}

/** Files with errors, below the catalogue's directory. Two that want one path are the plan's to judge: one may have it already. */
const faultyFiles = (problems: readonly Problem[], directory: string): Set<string> => {
  const files = problems
    .filter((problem) => problem.severity === 'error' && problem.rule !== 'path-taken')
    .map((problem) => problem.place?.file ?? '');
  return new Set(files.flatMap((file) => (file.startsWith(`${directory}/`) ? [file.slice(directory.length + 1)] : [])));
};

/**
 * What the registry should hold: a pure function of entries and configuration. The guard is part of it, whatever was
 * validated before: an entry whose identity, URL or header secrets it refuses gives no registration, nor does a file with
 * errors. What such files registered before is not known, and stays.
 */
export const renderEntries = (judged: Judged, settings: RenderSettings, guard: GuardContext): Rendered => {
  const withheld = faultyFiles(judged.problems, settings.directory);
  const sound = judged.entries.filter((entry) => !withheld.has(entry.path));
  const rendered = sound.map((entry) => {
    const registrations = renderEntry(entry, settings);
    const headers = entry.value.registration.headers ?? {};
    const findings = [
      ...guardEntry(entry, guard),
      ...headerFindings(headers, urlsOf(registrations), settings.secrets),
      ...headerNameFindings(entry.value),
    ];
    const problems = findings.map((finding) => guardProblem(finding, entry, fileOf(entry, settings)));
    if (!problems.some((problem) => problem.severity === 'error')) {
      return { registrations, problems: [...problems, ...unsignable(entry, settings)] };
    }
    withheld.add(entry.path);
    return { registrations: [], problems };
  });
  return {
    registrations: rendered.flatMap((one) => one.registrations).sort((a, b) => compareTexts(a.path, b.path)),
    withheld,
    problems: rendered.flatMap((one) => one.problems),
  };
};
