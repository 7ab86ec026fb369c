import { isObject } from '../model/json.ts';

/** AWS's answer, as data. */
export type Answer = Readonly<Record<string, unknown>>;

/** A text that says something. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** An object, or an empty one. */
export const mapOf = (value: unknown): Answer => (isObject(value) ? value : {});

/** The texts of a list; undefined where there are none. */
export const textsOf = (value: unknown): string[] | undefined => {
  if (!Array.isArray(value)) return undefined;
  const texts = value.filter((one) => typeof one === 'string');
  return texts.length === 0 ? undefined : texts;
};

/** An object without what is not there. */
export const present = <Value extends object>(value: Value): { [Key in keyof Value]: Exclude<Value[Key], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as {
    [Key in keyof Value]: Exclude<Value[Key], undefined>;
  };

/** Notes the keys of an object that none of `known` names. */
export const others = (value: Answer, known: readonly string[], where: string): readonly string[] =>
  Object.entries(value)
    .filter(([key, member]) => member !== undefined && member !== null && !known.includes(key))
    .map(([key]) => `${where}${key}`);
