import { namesOf } from '../kinds/table.ts';
import type { Source } from '../model/resource.ts';

const ACRONYMS: ReadonlySet<string> = new Set([
  ...['mcp', 'a2a', 'sre', 'api', 'http', 'https', 'aws', 'iam', 'jwt', 'oidc', 'sso', 'idp', 'llm', 'ai', 'ml'],
]);

/**
 * A name as part of a path: lower case, blanks and `_` as `-`, other characters dropped, runs of `-` joined.
 * The same as the tool that came before made, so that a name keeps its path.
 */
export const slug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-')
    .replaceAll(/[^a-z0-9-]/g, '')
    .replaceAll(/-+/g, '-')
    .replaceAll(/^-|-$/g, '');

/** A name for people: `-` and `_` as blanks, words capitalised, well-known acronyms in capitals. */
export const displayName = (name: string): string =>
  name
    .split(/[\s_-]+/)
    .filter((word) => word !== '')
    .map((word) =>
      ACRONYMS.has(word.toLowerCase()) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join(' ') || name;

/** The display name of a resource where nobody gave it one: below another resource, both names as they are. */
export const resourceName = (source: Source): string => {
  const [first, ...more] = namesOf(source);
  return more.length === 0 ? displayName(first) : [first, ...more].join(' - ');
};
