import { parseFile } from '../document/read.ts';
import { isObject } from '../model/json.ts';
import { slashedPath } from '../model/registry.ts';

const bare = (path: unknown): readonly string[] => (typeof path === 'string' ? [slashedPath(path)] : []);

/**
 * The paths (without their last slash) that a version of an entry file registered, whatever schema it was written for: its
 * own, those of its endpoints, that of the registry's own form. None where the text can't be read.
 */
export const registeredPaths = (file: string, text: string): readonly string[] => {
  const parsed = parseFile(file, text);
  if (!('value' in parsed)) return [];
  const { registration, path } = parsed.value;
  if (!isObject(registration)) return bare(path);
  const { endpoints } = registration;
  const named = isObject(endpoints) ? Object.values(endpoints) : [];
  return [registration, ...named].flatMap((it) => (isObject(it) ? bare(it['path']) : []));
};
