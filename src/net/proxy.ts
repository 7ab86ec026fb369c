import type { Agent } from 'undici';
import { EnvHttpProxyAgent } from 'undici';

type Environment = Readonly<Record<string, string | undefined>>;

const variableOf = (environment: Environment, name: string): string =>
  environment[name.toLowerCase()] ?? environment[name.toUpperCase()] ?? '';

/** A proxy of the environment, as messages name it: without the login that its address may hold. */
export interface ProxyPlace {
  readonly variable: 'HTTPS_PROXY' | 'HTTP_PROXY';
  readonly hostname: string;
  readonly port: number;
}

/** The proxy that requests for `url` may go through: undefined where the environment names none, or nothing that is one. */
export const proxyPlace = (environment: Environment, url: URL): ProxyPlace | undefined => {
  const variable = url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
  const proxy = URL.parse(variableOf(environment, variable));
  if (proxy === null || proxy.hostname === '') return undefined;
  const port = proxy.port === '' ? (proxy.protocol === 'https:' ? 443 : 80) : Number(proxy.port);
  return { variable, hostname: proxy.hostname, port };
};

/**
 * Connections that go through the proxies of `environment`: HTTPS_PROXY, HTTP_PROXY and NO_PROXY, in upper or lower case.
 * `options` are undici's, for direct connections and for those through a proxy.
 */
export const createProxyAgent = (
  environment: Environment,
  options: Agent.Options & EnvHttpProxyAgent.Options,
): EnvHttpProxyAgent => {
  return new EnvHttpProxyAgent({
    ...options,
    // Empty texts, not absent ones: undici would look into the process's own environment.
    httpProxy: variableOf(environment, 'HTTP_PROXY'),
    httpsProxy: variableOf(environment, 'HTTPS_PROXY'),
    noProxy: variableOf(environment, 'NO_PROXY'),
    allowH2: false,
  });
};
