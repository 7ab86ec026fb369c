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
