import { keyText, type ResourceKey } from '../model/resource.ts';

/** Where a file lies: the resource that it must describe, or among those written by hand. */
export type Location =
  | { readonly type: 'scanned'; readonly key: ResourceKey }
  | { readonly type: 'manual' }
  | { readonly type: 'nowhere' };

/** An account, Region, id or file name that is a safe part of a path on every file system. */
const SAFE_NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,198}[A-Za-z0-9_-])?$/;
const RESERVED_NAME = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const EXTENSION = /\.(?:yaml|yml|json)$/;
const ACCOUNT = /^\d{12}$/;

const scannedKey = (parts: readonly string[], id: string): ResourceKey | undefined => {
  const [account = '', region = '', folder, gatewayId = ''] = parts;
  if (!ACCOUNT.test(account)) return undefined;
  if (folder === 'gateways' && parts.length === 3) return { kind: 'gateway', account, region, id };
  if (folder === 'runtimes' && parts.length === 3) return { kind: 'runtime', account, region, id };
  if (folder === 'targets' && parts.length === 4) return { kind: 'target', account, region, gatewayId, id };
  return undefined;
};

/** True for a name that can be one part of a path below the catalogue. */
export const isSafeName = (name: string): boolean => SAFE_NAME.test(name) && !RESERVED_NAME.test(name);

/** True for a relative path, with forward slashes, that stays below the catalogue on every file system. */
export const isSafePath = (path: string): boolean => path.split('/').every(isSafeName);

/** What belongs at a path below the catalogue: `<account>/<region>/gateways/<id>.yaml` and its like, or `manual/**`. */
export const locationOf = (path: string): Location => {
  if (!isSafePath(path) || !EXTENSION.test(path)) return { type: 'nowhere' };
  const parts = path.split('/');
  if (parts[0] === 'manual' && parts.length > 1) return { type: 'manual' };
  const file = parts.at(-1) ?? '';
  const key = scannedKey(parts.slice(0, -1), file.replace(EXTENSION, ''));
  return key === undefined ? { type: 'nowhere' } : { type: 'scanned', key };
};

/** Path below the catalogue where a scan writes the file of a resource. */
export const pathOf = (key: ResourceKey): string => {
  const folder = `${key.account}/${key.region}`;
  return key.kind === 'target'
    ? `${folder}/targets/${key.gatewayId}/${key.id}.yaml`
    : `${folder}/${key.kind}s/${key.id}.yaml`;
};

/** Keys of the resources that have a file among these paths, each once: what a scan must judge when it is not seen. */
export const knownKeys = (paths: Iterable<string>): readonly ResourceKey[] => {
  const keys = new Map<string, ResourceKey>();
  for (const path of paths) {
    const location = locationOf(path);
    if (location.type === 'scanned') keys.set(keyText(location.key), location.key);
  }
  return [...keys.values()];
};
