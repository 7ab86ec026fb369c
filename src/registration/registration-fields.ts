import { registeredAs } from '../catalogue/routes.ts';
import type { Settings } from '../config/settings.ts';
import { isCallers } from '../model/callers.ts';
import type { Entry } from '../model/catalogue.ts';
import type { Authorizer, EntryFile } from '../model/generated/entry.ts';
import { MARK_KEY } from '../model/registration.ts';
import type { FieldOrigin } from '../model/show.ts';
import { defaultDescription, defaultName, defaultTags, toolMetadata } from './defaults.ts';

/** What of the settings decides about registrations. */
export type RenderSettings = Pick<Settings, 'defaults' | 'issuers' | 'secrets' | 'directory'> & {
  /** Who gives the token of an entry's registration at a path; nobody where it is absent. */
  readonly clientOf?: ClientOf;
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
  readonly endpoint?: string;
}

export const sourceOf = (value: EntryFile) =>
  value.kind === 'server' || value.kind === 'agent' ? undefined : value.source;

export const authorizerOf = (value: EntryFile): Authorizer | undefined =>
  value.kind === 'gateway' || value.kind === 'runtime' ? value.source.authorizer : undefined;

export const endpointOf = ({ entry, endpoint }: Part) =>
  entry.value.kind === 'runtime' && endpoint !== undefined ? entry.value.registration.endpoints?.[endpoint] : undefined;

const sourceUrl = (value: EntryFile): Chosen<string> =>
  value.kind === 'server' || value.kind === 'agent' ? [value.registration.url, 'entry'] : [value.source.url, 'source'];

export const chooseUrl = ({ entry, endpoint }: Part): Chosen<string> => {
  const [url, from] = sourceUrl(entry.value);
  return [endpoint === undefined ? url : `${url}?qualifier=${encodeURIComponent(endpoint)}`, from];
};

const chooseName = (part: Part): Chosen<string> => {
  const { value } = part.entry;
  const own = endpointOf(part)?.name;
  if (own !== undefined) return [own, 'entry'];
  const scanned = value.kind === 'server' || value.kind === 'agent' ? undefined : defaultName(value);
  const [name, from] = choose<string>([value.registration.name, 'entry'], [scanned, 'source']) ?? ['', 'default'];
  return [part.endpoint === undefined ? name : `${name} (${part.endpoint})`, from];
};

const endpointDescription = ({ entry, endpoint }: Part): string | undefined =>
  entry.value.kind === 'runtime' && endpoint !== undefined
    ? entry.value.source.endpoints?.find((one) => one.name === endpoint)?.description
    : undefined;

const notEmpty = (text: string | undefined): string | undefined => (text?.trim() ? text : undefined);

const chooseDescription = (part: Part): Chosen<string> => {
  const { value } = part.entry;
  return (
    choose<string>(
      [notEmpty(endpointOf(part)?.description), 'entry'],
      [part.endpoint === undefined ? undefined : notEmpty(endpointDescription(part)), 'source'],
      [notEmpty(value.registration.description), 'entry'],
      [notEmpty(sourceOf(value)?.description), 'source'],
    ) ?? [defaultDescription(value), 'default']
  );
};

const chooseTags = ({ entry, settings }: Part): Chosen<readonly string[]> => {
  const own = entry.value.registration.tags;
  const added = settings.defaults.tags;
  const tags = [...new Set([...(own ?? defaultTags(entry.value)), ...added])];
  return [tags, own ? 'entry' : added.length > 0 ? 'configuration' : 'default'];
};

const originOf = ({ defaults }: RenderSettings, field: 'visibility' | 'enabled'): FieldOrigin =>
  defaults.assumed?.includes(field) ? 'default' : 'configuration';

const chooseGroups = (part: Part, visibility: string): Chosen<readonly string[]> => {
  const { groups } = part.entry.value.registration;
  if (visibility !== 'group-restricted') return [[], 'default'];
  return groups ? [groups, 'entry'] : [part.settings.defaults.groups, 'configuration'];
};

/** AWS_IAM: a server stays off, for the registry cannot sign what it forwards, unless its callers see to that. */
export const isUnsignable = (value: EntryFile): boolean =>
  !isCallers(value) && registeredAs(value) === 'server' && authorizerOf(value)?.type === 'AWS_IAM';

const chooseEnabled = (part: Part): Chosen<boolean> => {
  const { value } = part.entry;
  if (isUnsignable(value)) return [false, 'source'];
  return (
    choose<boolean>([endpointOf(part)?.enabled, 'entry'], [value.registration.enabled, 'entry']) ?? [
      part.settings.defaults.enabled,
      originOf(part.settings, 'enabled'),
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
  const { defaults } = part.settings;
  const visibility: Chosen<'public' | 'internal' | 'group-restricted'> = registration.visibility
    ? [registration.visibility, 'entry']
    : [defaults.visibility, originOf(part.settings, 'visibility')];
  return {
    name: chooseName(part),
    description: chooseDescription(part),
    url: chooseUrl(part),
    tags: chooseTags(part),
    visibility,
    groups: chooseGroups(part, visibility[0]),
    license: choose<string>([registration.license, 'entry'], [defaults.license, 'configuration']),
    provider: choose([registration.provider, 'entry'], [defaults.provider, 'configuration']),
    metadata: metadataOf(part),
    enabled: chooseEnabled(part),
  };
};
