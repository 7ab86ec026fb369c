import { quoteYaml } from '../document/characters.ts';
import type { SourceData, SourceValue } from '../kinds/source-data.ts';

/** Texts that every reader of YAML, 1.1 included, takes for the text itself when they stand without quotes. */
const PLAIN = /^[A-Za-z/][A-Za-z0-9 ,;+=%&()_./:@~-]*$/;
/** Begins with a digit, but holds a letter that no number has, in any notation. */
const PLAIN_ID = /^(?=.*[g-np-wyz])[0-9][A-Za-z0-9-]*$/i;
const NOT_PLAIN = /: |:$| $|^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** A text as a YAML scalar on one line: without quotes where nothing could read it as something else. */
export const yamlScalar = (text: string): string =>
  PLAIN_ID.test(text) || (PLAIN.test(text) && !NOT_PLAIN.test(text)) ? text : quoteYaml(text);

const isList = (value: SourceValue): value is readonly SourceValue[] => Array.isArray(value);

const itemLines = (item: SourceValue, step: string): string[] => {
  const [first = '', ...rest] = valueLines(item, step);
  return [`- ${first}`, ...rest.map((line) => `  ${line}`)];
};

/** A value that stands on its key's own line: a scalar, or a mapping without any key. */
const ownLine = (value: SourceValue): string | undefined => {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return yamlScalar(value);
  return !isList(value) && Object.keys(value).length === 0 ? '{}' : undefined;
};

const pairLines = (key: string, value: SourceValue, step: string): string[] => {
  const own = ownLine(value);
  return own === undefined
    ? [`${key}:`, ...valueLines(value, step).map((line) => `${step}${line}`)]
    : [`${key}: ${own}`];
};

const valueLines = (value: SourceValue, step: string): string[] => {
  if (typeof value === 'string') return [yamlScalar(value)];
  if (typeof value === 'boolean') return [String(value)];
  if (isList(value)) return value.flatMap((item) => itemLines(item, step));
  return Object.entries(value).flatMap(([key, field]) => pairLines(key, field, step));
};

/** Lines of a block mapping, without line ends, each level indented by `step`. */
export const yamlLines = (data: SourceData, step = '  '): readonly string[] => valueLines(data, step);
