import type { Problem } from '../../../model/problem.ts';
import { RULES } from '../../../model/rules.ts';
import type { Exposed } from '../site-settings.ts';

/** What rules have against an entry, as its page tells it. */
export interface FindingShown {
  readonly rule: string;
  readonly text: string;
}

/** Texts that tell what the site keeps to itself, and what stands in their place. */
const KEPT: readonly (readonly [word: Exposed, pattern: RegExp, instead: string])[] = [
  ['runtimeUrls', /https?:\/\/\S*\/runtimes\/[^\s"'`<>),;]*/gi, 'its URL'],
  ['arns', /arn(?::|%3a)aws[^\s"'`<>),;]*/gi, 'an ARN'],
  ['accounts', /(?<!\d)\d{12}(?!\d)/g, 'an account'],
];

/**
 * An open finding for those who read the site. One that names other entries is told by its rule alone: readers may not
 * know of those.
 */
export const findingShown = (
  { rule, text, about }: Pick<Problem, 'rule' | 'text' | 'about'>,
  expose: ReadonlySet<Exposed>,
): FindingShown => {
  const named = about?.files !== undefined && about.files.length > 0;
  const told = named ? RULES[rule].text : text;
  const shown = KEPT.reduce((left, [word, pattern, by]) => (expose.has(word) ? left : left.replace(pattern, by)), told);
  return { rule, text: shown };
};
