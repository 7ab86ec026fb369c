/**
 * What this kind of registry refuses to register, as data: for the rules that judge entries before apply, and for the hint
 * where it refuses nevertheless. Its newest version tells no reason: 500, `Service registration failed`.
 */

/** Whole paths, without their outer slashes and in lower case, that its proxy configuration uses itself. */
export const RESERVED_PATHS: ReadonlySet<string> = new Set([
  'all',
  'health',
  'healthcheck',
  'metrics',
  'well-known',
  '.well-known',
]);

/** Characters of a URL that its proxy configuration gives a meaning of their own. */
export const REFUSED_URL_CHARACTERS: readonly string[] = [';', '{', '}'];

/** Literal addresses that it takes for nobody's server: private, loopback, link-local (metadata services too), unspecified. */
export const REFUSED_ADDRESSES = 'private, loopback, link-local and metadata addresses';
