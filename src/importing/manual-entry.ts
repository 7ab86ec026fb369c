import { guardUrl, type HostRule } from '../catalogue/guard.ts';
import { slug } from '../catalogue/names.ts';
import { checkSchema } from '../catalogue/schema.ts';
import { isUnset } from '../model/canonical.ts';
import type { EntryFile } from '../model/generated/entry.ts';
import { isObject } from '../model/json.ts';
import type { Listed } from '../model/registry.ts';
import { barePath, listedScheme } from '../model/registry.ts';

/** A header's value that a person must define under `secrets:` of the configuration. */
export interface SecretToDefine {
  readonly name: string;
  readonly path: string;
  readonly header: string;
}

/** An entry for a registration that no scan knows, or why there can be none. */
export type ManualImport =
  | { readonly entry: EntryFile; readonly secrets: readonly SecretToDefine[] }
  | { readonly refused: string };

/** Fields of the table that an entry takes as they are. */
const SERVER_FIELDS = ['mcpEndpoint', 'sseEndpoint', 'transports', 'authProvider'];
/** Fields that say where requests go, besides the URL. */
const PLACES = ['mcpEndpoint', 'sseEndpoint'];
const AGENT_FIELDS = [
  'version',
  'protocolVersion',
  'skills',
  'capabilities',
  'inputModes',
  'outputModes',
  'trustLevel',
];
const COMMON_FIELDS = ['description', 'tags', 'visibility', 'groups', 'license', 'provider', 'metadata'];

const secretName = (path: string, header: string): string =>
  `${slug(path.replaceAll('/', ' '))}-${slug(header)}`.slice(0, 64);

const taken = (listed: Listed, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    fields.map((field) => [field, listed.values.get(field)] as const).filter(([, value]) => !isUnset(value)),
  );

const authOf = (listed: Listed): Record<string, unknown> => {
  const scheme = listedScheme(listed);
  return scheme === 'none' ? {} : { authScheme: scheme, ...taken(listed, ['authHeaderName']) };
};

const headersOf = (listed: Listed): SecretToDefine[] => {
  const headers = listed.values.get('headers');
  return Object.keys(isObject(headers) ? headers : {}).map((header) => ({
    name: secretName(listed.path, header),
    path: listed.path,
    header,
  }));
};

/** Servers end with a slash in entries, agents don't; the registry's own spelling stays what it is. */
export const entryPath = ({ type, path }: Pick<Listed, 'type' | 'path'>): string =>
  type === 'server' ? `${barePath(path)}/` : barePath(path);

/** An entry that registers what stands in the registry: no header value and no credential is taken over. */
export const importManual = (
  listed: Listed,
  { hosts, registries }: { readonly hosts: HostRule; readonly registries: readonly string[] | undefined },
): ManualImport => {
  const urls = [listed.url, ...Object.values(taken(listed, PLACES))];
  const fault = urls.map((url) => guardUrl(String(url), hosts)).find((text) => text !== undefined);
  if (fault !== undefined) return { refused: `its URL is none that is registered: ${fault}` };
  const secrets = headersOf(listed);
  const value = {
    kind: listed.type,
    registration: {
      path: entryPath(listed),
      name: listed.name,
      url: listed.url,
      ...taken(listed, COMMON_FIELDS),
      ...(listed.type === 'server'
        ? { ...taken(listed, SERVER_FIELDS), ...authOf(listed) }
        : { ...taken(listed, AGENT_FIELDS), protocol: listed.values.get('supportedProtocol') }),
      ...(secrets.length === 0
        ? {}
        : { headers: Object.fromEntries(secrets.map(({ header, name }) => [header, { secret: name }])) }),
      ...(listed.enabled ? {} : { enabled: false }),
      ...(registries === undefined ? {} : { registries }),
    },
  };
  const checked = checkSchema(value);
  if ('entry' in checked) return { entry: checked.entry, secrets };
  return { refused: checked.findings[0]?.text ?? 'it does not fit the schema of entries' };
};

/** Where the entry of something without a source lies. */
export const manualFile = (listed: Pick<Listed, 'type' | 'path'>): string =>
  `manual/${slug(barePath(listed.path).replaceAll('/', ' ')) || 'root'}.yaml`;
