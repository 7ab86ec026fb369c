/** An origin with the paths below which something may be sent. */
export interface UrlPrefix {
  readonly origin: string;
  /** Ends with a slash. */
  readonly path: string;
}

/** Slashes that a server may see where a URL parser sees none. */
const HIDDEN_SLASH = /%2f|%5c|\\/i;

/** The origin and path that a text names and nothing else; undefined when it is another form of URL, or none. */
export const urlPrefix = (text: string): UrlPrefix | undefined => {
  const url = URL.parse(text);
  if (url === null || HIDDEN_SLASH.test(url.pathname)) return undefined;
  if (url.href !== `${url.origin}${url.pathname}`) return undefined;
  return { origin: url.origin, path: url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/` };
};

/** True when a URL lies below a prefix: the same origin, and the path itself or one below it, whole segments only. */
const isBelow = (text: string, prefix: UrlPrefix): boolean => {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '' || url.origin !== prefix.origin) return false;
  if (prefix.path === '/') return true;
  return !HIDDEN_SLASH.test(url.pathname) && `${url.pathname}/`.startsWith(prefix.path);
};

/** True when one of the prefixes (as configured) holds each of the URLs. */
export const areBelow = (urls: readonly string[], prefixes: readonly string[]): boolean => {
  const allowed = prefixes.map(urlPrefix).filter((prefix) => prefix !== undefined);
  return urls.every((url) => allowed.some((prefix) => isBelow(url, prefix)));
};
