import type { Client } from '../model/generated/configuration.ts';
import { globMatcher } from '../model/glob.ts';
import { areBelow } from '../model/url-prefix.ts';

/** An AWS resource as a client's `for` sees it. */
export interface Covered {
  readonly account: string;
  readonly arn: string;
  /** Path in the registry. */
  readonly path: string;
}

const withoutLastSlash = (path: string): string => path.replace(/\/$/, '');

const arnFields = (arn: string): readonly string[] => {
  const fields = arn.split(':');
  return [...fields.slice(0, 5), fields.slice(5).join(':')];
};

/** Field by field: a `*` in the Region's place must not swallow the account. */
const arnFits = (pattern: string, arn: string): boolean => {
  const fields = arnFields(arn);
  const patterns = arnFields(pattern);
  return patterns.length === fields.length && patterns.every((glob, at) => globMatcher(glob)(fields[at] ?? ''));
};

const fits = (pattern: string, resource: Covered): boolean => {
  if (pattern.startsWith('arn:')) return arnFits(pattern, resource.arn);
  const path = withoutLastSlash(resource.path);
  const text = `${resource.account}${path}`;
  return globMatcher(pattern)(text) || globMatcher(withoutLastSlash(pattern))(text);
};

/** True when one of the client's `for` globs (account/path or ARN) covers the resource; a last slash does not matter. */
export const coversResource = (client: Client, resource: Covered): boolean =>
  (client.for ?? []).some((pattern) => fits(pattern, resource));

/** The one account that a glob names; `undefined` when it can fit resources of several. */
const accountOf = (pattern: string): string | undefined => {
  const field = pattern.startsWith('arn:') ? pattern.split(':')[4] : pattern.split('/')[0];
  return /^\d{12}$/.test(field ?? '') ? field : undefined;
};

/** True when the client's globs can cover resources of more than one account, which only a client that says `shared: true` may. */
export const spansAccounts = (client: Client): boolean => {
  const patterns = client.for ?? [];
  if (patterns.length === 0) return false;
  const accounts = patterns.map(accountOf);
  return accounts.includes(undefined) || new Set(accounts).size > 1;
};

/** True when the client's `urls` (origin and path prefix) hold each of the URLs. */
export const coversUrls = (client: Client, urls: readonly string[]): boolean => areBelow(urls, client.urls ?? []);
