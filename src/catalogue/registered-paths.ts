import { parseFile } from '../document/read.ts';

type Values = Readonly<Record<string, unknown>>;

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A path with one slash before it and none after it. */
const bare = (path: unknown): readonly string[] =>
  typeof path === 'string' ? [`/${path.replace(/^\/+/, '').replace(/\/+$/, '')}`] : [];

/**
 * The paths (without their last slash) that a version of an entry file registered, whatever schema it was written for: its
 * own, those of its endpoints, that of the registry's own form. None where the text can't be read.
 */
export const registeredPaths = (file: string, text: string): readonly string[] => {
  const parsed = parseFile(file, text);
  if (!('value' in parsed)) return [];
  const { registration, path } = parsed.value;
  if (!isValues(registration)) return bare(path);
  const { endpoints } = registration;
  const named = isValues(endpoints) ? Object.values(endpoints) : [];
  return [registration, ...named].flatMap((it) => (isValues(it) ? bare(it['path']) : []));
};
