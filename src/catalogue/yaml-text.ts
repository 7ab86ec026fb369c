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

const isText = (value: SourceValue): value is string => typeof value === 'string';
const isList = (value: SourceValue): value is readonly SourceValue[] => Array.isArray(value);

const itemLines = (item: SourceValue, step: string): string[] => {
  const [first = '', ...rest] = valueLines(item, step);
  return [`- ${first}`, ...rest.map((line) => `  ${line}`)];
};

const pairLines = (key: string, value: SourceValue, step: string): string[] =>
  isText(value)
    ? [`${key}: ${yamlScalar(value)}`]
    : [`${key}:`, ...valueLines(value, step).map((line) => `${step}${line}`)];

const valueLines = (value: SourceValue, step: string): string[] => {
  if (isText(value)) return [yamlScalar(value)];
  if (isList(value)) return value.flatMap((item) => itemLines(item, step));
  return Object.entries(value).flatMap(([key, field]) => pairLines(key, field, step));
};

/** Lines of a block mapping, without line ends, each level indented by `step`. */
export const yamlLines = (data: SourceData, step = '  '): readonly string[] => valueLines(data, step);
