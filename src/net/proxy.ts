import type { Agent } from 'undici';
import { EnvHttpProxyAgent } from 'undici';

/**
 * Connections that go through the proxies of `environment`: HTTPS_PROXY, HTTP_PROXY and NO_PROXY, in upper or lower case.
 * `options` are undici's, for direct connections and for those through a proxy.
 */
export const createProxyAgent = (
  environment: Readonly<Record<string, string | undefined>>,
  options: Agent.Options & EnvHttpProxyAgent.Options,
): EnvHttpProxyAgent => {
  const variable = (name: string): string => environment[name.toLowerCase()] ?? environment[name.toUpperCase()] ?? '';
  return new EnvHttpProxyAgent({
    ...options,
    // Empty texts, not absent ones: undici would look into the process's own environment.
    httpProxy: variable('HTTP_PROXY'),
    httpsProxy: variable('HTTPS_PROXY'),
    noProxy: variable('NO_PROXY'),
    allowH2: false,
  });
};
