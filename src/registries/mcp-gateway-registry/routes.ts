/** First parts of a path that the registry, or the proxy in front of it, answers itself. */
const OWN_ROOTS: ReadonlySet<string> = new Set([
  ...['api', 'health', 'validate', 'oauth2', 'static', 'assets', 'docs', 'redoc', 'openapi.json', 'favicon.ico'],
  ...['groups', 'tools', 'register', 'toggle', 'remove', 'discover', 'login', 'logout', 'callback', 'index.html'],
  ...['502.html', 'manifest.json', 'robots.txt', 'realms', 'resources', 'keycloak', 'version'],
  // Refused by newer versions, with an error that doesn't say why.
  ...['all', 'metrics', 'healthcheck', 'well-known'],
]);
/** Routes below a registration's own: a path that ends so is read as a question about the one above it. */
const OWN_ENDINGS: ReadonlySet<string> = new Set([
  ...['rating', 'rate', 'versions', 'security-scan', 'auth-credential', 'rescan', 'toggle', 'health'],
]);

/** One sentence on why the registry can't serve a path, or undefined: one of its own routes has that shape. */
export const routeFault = (path: string): string | undefined => {
  const parts = path.toLowerCase().split('/').filter(Boolean);
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (OWN_ROOTS.has(first)) return `the registry answers /${first} itself`;
  if (parts.length > 1 && OWN_ENDINGS.has(last))
    return `a path that ends in /${last} is one of the registry's own routes`;
  return undefined;
};
