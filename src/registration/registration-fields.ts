import { registeredAs } from '../catalogue/asked-paths.ts';
import { resourceName } from '../catalogue/names.ts';
import type { EntryDefaults } from '../config/defaults.ts';
import type { Settings } from '../config/settings.ts';
import { sourceOf } from '../kinds/table.ts';
import { isCallers } from '../model/callers.ts';
import type { Entry } from '../model/catalogue.ts';
import { authorizerOf, ownUrl, reachedAt, registeredEndpoints, seenEndpoints } from '../model/entry-parts.ts';
import type { EntryFile, Skill, Tool } from '../model/generated/entry.ts';
import { isObject } from '../model/json.ts';
import { MARK_KEY, type Origin } from '../model/registration.ts';
import type { FieldOrigin } from '../model/show.ts';
import { throughOf } from '../model/through.ts';
import { lockedJson, type ToolsLock } from '../model/tools-lock.ts';
import { defaultDescription, defaultTags, toolMetadata } from './defaults.ts';

/** What of the settings decides about registrations. */
export type RenderSettings = Pick<Settings, 'issuers' | 'secrets' | 'directory'> & {
  /** What an entry takes where it says nothing. */
  readonly defaultsOf: (value: EntryFile) => EntryDefaults;
  /** Who gives the token of an entry's registration at a path; nobody where it is absent. */
  readonly clientOf?: ClientOf;
  /** The tool lock of a registration, `undefined` where it has none that can be read; absent: nobody looked. */
  readonly lockOf?: (origin: Origin) => ToolsLock | undefined;
};

export type ClientOf = (
  entry: EntryFile,
  path: string,
) => { readonly issuer: string; readonly client: string } | undefined;

/** A value and who decided about it. */
export type Chosen<Value> = readonly [Value, FieldOrigin];

/** The first candidate that is there. */
const choose = <Value>(
  ...candidates: readonly (readonly [Value | undefined, FieldOrigin])[]
): Chosen<Value> | undefined => {
  for (const [value, from] of candidates) if (value !== undefined) return [value, from];
  return undefined;
};

/** What of an entry is common to its own registration and those of its endpoints. */
export interface Part {
  readonly entry: Entry;
  readonly settings: RenderSettings;
  readonly defaults: EntryDefaults;
  readonly endpoint?: string;
}

export const endpointOf = ({ entry, endpoint }: Part) =>
  endpoint === undefined ? undefined : registeredEndpoints(entry.value)[endpoint];

export const chooseUrl = ({ entry: { value }, endpoint }: Part): Chosen<string> => {
  if (!('source' in value)) return [value.registration.url, 'entry'];
  const isSource = ownUrl(value) === undefined && throughOf(value) === undefined;
  return [reachedAt(value, endpoint), isSource ? 'source' : 'entry'];
};

const chooseName = (part: Part): Chosen<string> => {
  const { value } = part.entry;
  const own = endpointOf(part)?.name;
  if (own !== undefined) return [own, 'entry'];
  const scanned = 'source' in value ? resourceName(sourceOf(value)) : undefined;
  const [name, from] = choose<string>([value.registration.name, 'entry'], [scanned, 'source']) ?? ['', 'default'];
  return [part.endpoint === undefined ? name : `${name} (${part.endpoint})`, from];
};

const endpointDescription = ({ entry, endpoint }: Part): string | undefined =>
  seenEndpoints(entry.value)?.find((one) => one.name === endpoint)?.description;

const notEmpty = (text: string | undefined): string | undefined => (text?.trim() ? text : undefined);

/** Who decided about a default: the configuration, or the tool itself. */
const originOf = ({ own }: { readonly own?: true }): FieldOrigin => (own === true ? 'default' : 'configuration');

const chooseDescription = (part: Part): Chosen<string> => {
  const { value } = part.entry;
  const { description } = part.defaults;
  return (
    choose<string>(
      [notEmpty(endpointOf(part)?.description), 'entry'],
      [part.endpoint === undefined ? undefined : notEmpty(endpointDescription(part)), 'source'],
      [notEmpty(value.registration.description), 'entry'],
      ['source' in value && 'description' in value.source ? notEmpty(value.source.description) : undefined, 'source'],
      [description?.value, 'configuration'],
    ) ?? [defaultDescription(value), 'default']
  );
};

const chooseTags = ({ entry, defaults }: Part): Chosen<readonly string[]> => {
  const own = entry.value.registration.tags;
  const added = defaults.tags.value;
  const tags = [...new Set([...(own ?? defaultTags(entry.value)), ...added])];
  return [tags, own ? 'entry' : added.length > 0 ? 'configuration' : 'default'];
};

const chooseGroups = (part: Part, visibility: string): Chosen<readonly string[]> => {
  const { groups } = part.entry.value.registration;
  if (visibility !== 'group-restricted') return [[], 'default'];
  const { defaults } = part;
  return groups ? [groups, 'entry'] : [defaults.groups.value, originOf(defaults.groups)];
};

/** AWS_IAM: a server stays off, for the registry cannot sign what it forwards, unless its callers see to that. */
export const isUnsignable = (value: EntryFile): boolean =>
  !isCallers(value) && registeredAs(value) === 'server' && authorizerOf(value)?.type === 'AWS_IAM';

/** A lock is required, and none is there: nobody has reviewed what it offers. */
export const lacksLock = (part: Part): boolean =>
  part.defaults.requireLock.value && part.settings.lockOf !== undefined && lockOf(part) === undefined;

const lockOf = ({ entry, endpoint, settings }: Part): ToolsLock | undefined =>
  settings.lockOf?.({ file: entry.path, ...(endpoint === undefined ? {} : { endpoint }) });

/** Tools as an entry lists them, or as its lock has them. */
export const chooseTools = (part: Part): Chosen<readonly Tool[]> | undefined => {
  const { tools } = part.entry.value.registration;
  if (typeof tools !== 'string') return tools === undefined ? undefined : [tools, 'entry'];
  const lock = lockOf(part);
  if (lock === undefined) return undefined;
  const locked = lock.tools.map((item): Tool => {
    const schema = lockedJson(item, 'inputSchema');
    return {
      name: item.name,
      ...(item.description === undefined ? {} : { description: item.description }),
      ...(isObject(schema) ? { schema } : {}),
    };
  });
  return [locked, 'entry'];
};

/** Skills as an entry lists them, or as its lock has them from the agent's card. */
export const chooseSkills = (part: Part): Chosen<readonly Skill[]> => {
  const { skills } = part.entry.value.registration;
  if (typeof skills !== 'string') return skills === undefined ? [[], 'default'] : [skills, 'entry'];
  const locked = (lockOf(part)?.skills ?? []).map(
    ({ name, title = name, description = title }): Skill => ({ id: name, name: title, description }),
  );
  return [locked, 'entry'];
};

/** Fields that a lock gives. */
export const fieldsOfLock = ({ entry }: Part): readonly string[] => {
  const { tools, skills } = entry.value.registration;
  return [...(typeof tools === 'string' ? ['tools'] : []), ...(typeof skills === 'string' ? ['skills'] : [])];
};

const chooseEnabled = (part: Part): Chosen<boolean> => {
  const { value } = part.entry;
  if (isUnsignable(value)) return [false, 'source'];
  return (
    choose<boolean>([endpointOf(part)?.enabled, 'entry'], [value.registration.enabled, 'entry']) ?? [
      part.defaults.enabled.value,
      originOf(part.defaults.enabled),
    ]
  );
};

const metadataOf = ({ entry, settings, endpoint }: Part): Chosen<Readonly<Record<string, unknown>>> => {
  const { [MARK_KEY]: _, ...own } = entry.value.registration.metadata ?? {};
  const tool = toolMetadata(entry.value, settings.issuers, endpoint);
  return [{ ...own, ...tool }, entry.value.registration.metadata ? 'entry' : 'source'];
};

/** The fields that every registration has, each with who decided. */
export const chooseCommon = (part: Part) => {
  const { registration } = part.entry.value;
  const { defaults } = part;
  const visibility: Chosen<'public' | 'internal' | 'group-restricted'> = registration.visibility
    ? [registration.visibility, 'entry']
    : [defaults.visibility.value, originOf(defaults.visibility)];
  return {
    name: chooseName(part),
    description: chooseDescription(part),
    url: chooseUrl(part),
    tags: chooseTags(part),
    visibility,
    groups: chooseGroups(part, visibility[0]),
    license: choose<string>([registration.license, 'entry'], [defaults.license?.value, 'configuration']),
    provider: choose([registration.provider, 'entry'], [defaults.provider?.value, 'configuration']),
    metadata: metadataOf(part),
    enabled: chooseEnabled(part),
  };
};
