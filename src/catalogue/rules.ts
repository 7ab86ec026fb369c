import type { EntryDefaults } from '../config/defaults.ts';
import type { HeaderSecrets } from '../config/settings.ts';
import type { Finding } from '../document/finding.ts';
import { suggest } from '../document/suggest.ts';
import { isCallers } from '../model/callers.ts';
import type { Entry } from '../model/catalogue.ts';
import { reachedAt, registeredEndpoints, seenEndpoints } from '../model/entry-parts.ts';
import type { EntryFile } from '../model/generated/entry.ts';
import { MARK_KEY } from '../model/registration.ts';
import { isUncalled } from '../model/through.ts';
import { askedPaths, registeredAs } from './asked-paths.ts';
import { type GuardContext, guardEntry } from './guard.ts';
import { headerNameFindings } from './header-names.ts';
import { headerFindings } from './header-rules.ts';
import type { RegistryRules } from './registry-rules.ts';
import { type SecurityContext, securityFindings } from './security-rules.ts';
import { textFindings } from './text-rules.ts';
import { type TrustContext, trustFindings } from './trust-rules.ts';

/** What the rules must know besides the entries. What is absent is not judged. */
export interface RuleContext extends GuardContext, SecurityContext, TrustContext {
  readonly registries: RegistryRules;
  readonly secrets?: HeaderSecrets;
  /** What an entry takes where it says nothing. */
  readonly defaultsOf?: (value: EntryFile) => EntryDefaults;
  /** Groups that the configuration lists; absent: it lists none. */
  readonly groups?: readonly string[];
  /** Names of the configured registries. */
  readonly registryNames?: readonly string[];
}

/** One rule: what it has against one entry. */
type Rule = (entry: Entry, context: RuleContext) => readonly Finding[];

const pathPointer = (endpoint: string | undefined): readonly string[] =>
  endpoint === undefined ? ['registration', 'path'] : ['registration', 'endpoints', endpoint, 'path'];

const pathForm: Rule = ({ value }, { registries }) =>
  askedPaths(value).flatMap(({ path, endpoint }): Finding[] => {
    const pointer = pathPointer(endpoint);
    const label = pointer.join('.');
    const route = registries.routeFault(path);
    const server = registeredAs(value) === 'server';
    if (route !== undefined) {
      return [{ rule: 'path-form', pointer, text: `${label}: ${route}.`, hint: 'Choose another path.' }];
    }
    if (server === path.endsWith('/')) return [];
    const text = server ? "a server's path ends with a slash" : "an agent's path ends without a slash";
    const hint = server
      ? `Write ${path}/: without the slash the proxy also catches paths that only begin alike.`
      : `Write ${path.slice(0, -1)}.`;
    return [{ rule: 'path-form', pointer, text: `${label}: ${text}.`, hint }];
  });

const visibilityGroups: Rule = ({ value }, { defaultsOf }) => {
  const { visibility, groups } = value.registration;
  const defaults = defaultsOf?.(value);
  const effective = visibility ?? defaults?.visibility.value;
  if (effective === undefined) return [];
  const shownTo = groups ?? defaults?.groups.value ?? [];
  if (effective === 'group-restricted' && shownTo.length === 0) {
    return [
      {
        rule: 'visibility-groups',
        pointer: ['registration', visibility === undefined ? 'path' : 'visibility'],
        text: 'visibility is group-restricted, and no group is named: nobody would see it.',
        hint: 'List groups, or choose internal or public.',
      },
    ];
  }
  if (effective !== 'group-restricted' && groups !== undefined && groups.length > 0) {
    return [
      {
        rule: 'visibility-groups',
        pointer: ['registration', 'groups'],
        text: `groups are named while visibility is ${effective}: they would restrict nobody.`,
        hint: 'Write visibility: group-restricted, or take groups out.',
      },
    ];
  }
  return [];
};

const endpointKnown: Rule = ({ value }) => {
  const seen = seenEndpoints(value);
  const known = new Set(seen?.map(({ name }) => name));
  return Object.keys(registeredEndpoints(value))
    .filter((endpoint) => !known.has(endpoint))
    .map((endpoint) => ({
      rule: 'endpoint-unknown',
      pointer: ['registration', 'endpoints', endpoint],
      text: `The runtime has no endpoint ${endpoint} that a scan saw.`,
      hint: seen === undefined ? 'Scan with --include-endpoints first.' : `Seen: ${[...known].join(', ') || 'none'}.`,
    }));
};

const AGENT_FIELDS = [
  ...['skills', 'capabilities', 'version', 'protocolVersion', 'inputModes', 'outputModes', 'trustLevel', 'protocol'],
];
const SERVER_FIELDS = [
  ...['transports', 'headers', 'tools', 'mcpEndpoint', 'sseEndpoint', 'authProvider', 'authScheme', 'authHeaderName'],
];

const fieldsOfKind: Rule = ({ value }) => {
  const type = registeredAs(value);
  const foreign = type === 'server' ? AGENT_FIELDS : SERVER_FIELDS;
  return Object.keys(value.registration)
    .filter((field) => foreign.includes(field))
    .map((field) => ({
      rule: 'field-unsupported',
      pointer: ['registration', field],
      text: `registration.${field} is for ${type === 'server' ? 'agents' : 'servers'} only, and this is registered as ${type === 'server' ? 'a server' : 'an agent'}.`,
      hint: 'Take it out: it would not be sent.',
    }));
};

const urlsOf = (value: EntryFile): readonly string[] =>
  value.kind === 'server' || value.kind === 'agent'
    ? [value.registration.url, value.registration.mcpEndpoint, value.registration.sseEndpoint].filter(
        (url) => url !== undefined,
      )
    : [reachedAt(value)];

const headerSecrets: Rule = ({ value }, { secrets }) =>
  headerFindings(value.registration.headers ?? {}, urlsOf(value), secrets);

/** Whoever leaves the token to the callers asks for none. */
const callersToken: Rule = ({ value }) => {
  if (!isCallers(value)) return [];
  const own = value.kind === 'server' || value.kind === 'agent' ? value.registration : undefined;
  const asks = [
    ...(['client', 'scope'] as const)
      .filter((key) => value.credential?.[key] !== undefined)
      .map((key) => ['credential', key]),
    ...(own?.authScheme === undefined || own.authScheme === 'none' ? [] : [['registration', 'authScheme']]),
    ...(own?.authHeaderName === undefined ? [] : [['registration', 'authHeaderName']]),
  ];
  return asks.map((pointer) => ({
    rule: 'credential-caller',
    pointer,
    text: `${pointer.join('.')} asks for a credential, while credential.from leaves the token to the callers.`,
    hint: 'Take one of the two out.',
  }));
};

/** Where rows go by unit, an account whose unit is not known could be shown to those it is kept from. */
const unitKnown: Rule = ({ value }, { defaultsOf }) =>
  'source' in value && defaultsOf?.(value).unitUnknown === true
    ? [
        {
          rule: 'unit-unknown',
          pointer: ['source', 'account'],
          text: `defaults go by organizational unit, and accounts.yaml does not say which one the account ${value.source.account} is in.`,
          hint: 'With aws.organization, merge the accounts.yaml that a scan writes; else match by account.',
        },
      ]
    : [];

const headerNames: Rule = ({ value }) => headerNameFindings(value);

/** What stands there says whose a registration is, and the tool writes it: from a file it would be a difference for ever. */
const ownMetadata: Rule = ({ value }) =>
  Object.hasOwn(value.registration.metadata ?? {}, MARK_KEY)
    ? [
        {
          rule: 'metadata-reserved',
          pointer: ['registration', 'metadata', MARK_KEY],
          text: `registration.metadata.${MARK_KEY} is the tool's own mark: no entry can set it.`,
          hint: 'Take it out.',
        },
      ]
    : [];

const registriesKnown: Rule = ({ value }, { registryNames }) => {
  if (registryNames === undefined) return [];
  return (value.registration.registries ?? []).flatMap((name, at): Finding[] => {
    if (registryNames.includes(name)) return [];
    const meant = suggest(name, registryNames);
    return [
      {
        rule: 'registry-unknown',
        pointer: ['registration', 'registries', at],
        text: `There is no registry ${name} in the configuration.`,
        hint: meant === undefined ? `Known: ${registryNames.join(', ')}.` : `Did you mean ${meant}?`,
      },
    ];
  });
};

const groupsKnown: Rule = ({ value }, { groups }) => {
  if (groups === undefined || value.registration.register === false) return [];
  return (value.registration.groups ?? []).flatMap((name, at): Finding[] => {
    if (groups.includes(name)) return [];
    const meant = suggest(name, groups);
    return [
      {
        rule: 'group-unknown',
        pointer: ['registration', 'groups', at],
        text: `registration.groups names ${name}, which is none of the groups that the configuration lists: misspelt, it shows the registration to nobody, or to others.`,
        hint:
          meant === undefined
            ? `Add ${name} to groups in the configuration, or name another one.`
            : `Did you mean ${meant}?`,
      },
    ];
  });
};

/** Descriptions that an entry gives its registrations, with their places. */
const descriptionsOf = (value: EntryFile): readonly (readonly [readonly string[], string | undefined])[] => [
  value.registration.description === undefined && 'source' in value && 'description' in value.source
    ? [['source', 'description'], value.source.description]
    : [['registration', 'description'], value.registration.description],
  ...Object.entries(registeredEndpoints(value)).map(
    ([name, { description }]) => [['registration', 'endpoints', name, 'description'], description] as const,
  ),
];

const descriptionWhole: Rule = ({ value }, { registries, defaultsOf }) => {
  const { cutsDescription } = registries;
  if (cutsDescription === undefined || isUncalled(value) || registeredAs(value) !== 'server') return [];
  const visibility = value.registration.visibility ?? defaultsOf?.(value).visibility.value ?? 'public';
  return descriptionsOf(value).flatMap(([pointer, description = '']): Finding[] => {
    const name = cutsDescription({ description, visibility, registries: value.registration.registries });
    if (name === undefined) return [];
    return [
      {
        rule: 'description-cut',
        pointer,
        text: `${pointer.join('.')} is cut at a word at the registry ${name}: clients take 100 characters of it, and its page has all of it.`,
        hint: 'Say it in 100 characters under registration.description, and it is read whole.',
      },
    ];
  });
};

/** Every rule on one entry. A new rule is a function and its line here. */
export const ENTRY_RULES: readonly Rule[] = [
  guardEntry,
  pathForm,
  visibilityGroups,
  unitKnown,
  endpointKnown,
  fieldsOfKind,
  headerSecrets,
  headerNames,
  callersToken,
  registriesKnown,
  groupsKnown,
  descriptionWhole,
  ownMetadata,
  securityFindings,
  trustFindings,
  textFindings,
];

/** Where a path stands in an entry: for messages and places. */
export const placeOfPath = pathPointer;
