import type { Finding, Pointer } from '../document/finding.ts';
import { shownText } from '../document/syntax.ts';
import { isObject } from '../model/json.ts';

/** What CloudFormation replaces in any text. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html */
const REFERENCE = /\{\{\s*resolve\s*:/i;

/**
 * Keys that CloudFormation takes for functions or macros wherever they stand in a template. Condition is one inside of those
 * alone: anywhere else it is a name like others, as in the policies of IAM.
 */
const isFunction = (key: string): boolean => key === 'Ref' || /^Fn::/i.test(key);

/** Whether CloudFormation would put something else in a text's place. */
export const isDynamic = (text: string): boolean => REFERENCE.test(text);

const finding = (pointer: Pointer, what: string): Finding => ({
  rule: 'definition-dynamic',
  pointer,
  text: `${what} would be replaced by CloudFormation: a definition holds plain values only.`,
  hint: 'Write the value itself, or the ARN of a secret where one is expected.',
});

/** Every place of a value, its keys included, that CloudFormation would replace by something else. */
export const dynamicFindings = (value: unknown, pointer: Pointer = []): readonly Finding[] => {
  if (typeof value === 'string') return isDynamic(value) ? [finding(pointer, shownText(value))] : [];
  if (Array.isArray(value)) return value.flatMap((item, at) => dynamicFindings(item, [...pointer, at]));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => [
    ...(isFunction(key) || isDynamic(key) ? [finding([...pointer, key], `The key ${shownText(key)}`)] : []),
    ...dynamicFindings(member, [...pointer, key]),
  ]);
};

/** A list of functions' parts as one text: what stands together once CloudFormation has joined it. */
const joinedText = (value: unknown): string | undefined => {
  if (!isObject(value)) return undefined;
  const join = value['Fn::Join'];
  if (!Array.isArray(join) || !Array.isArray(join[1])) return undefined;
  return join[1].map((part) => (typeof part === 'string' ? part : '\0')).join(String(join[0]));
};

const hasDynamic = (value: unknown): boolean => {
  if (typeof value === 'string') return isDynamic(value);
  if (Array.isArray(value)) return value.some(hasDynamic);
  if (!isObject(value)) return false;
  const text = joinedText(value);
  return (
    (text !== undefined && isDynamic(text)) ||
    Object.entries(value).some(([key, one]) => isDynamic(key) || hasDynamic(one))
  );
};

/**
 * The same of a whole template, whatever file its texts came from: nothing that is rendered may be replaced. By the logical
 * names of its resources.
 */
export const dynamicResources = (resources: Readonly<Record<string, unknown>>): readonly Finding[] =>
  Object.entries(resources)
    .filter(([, resource]) => hasDynamic(resource))
    .map(([name]) => finding([], `{{resolve:…}} in the resource ${name}`));
