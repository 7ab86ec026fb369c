import type { StaticRegistrySettings } from '../../config/registry-kinds/static.ts';
import { mcpGatewayRegistry } from '../mcp-gateway-registry/kind.ts';
import { PROXY_VERSION } from './proxy.ts';

export type { Exposed } from '../../config/registry-kinds/static.ts';
export type { AllowedServer as AllowEntry } from '../../model/generated/configuration.ts';

/** What steers the files of a site. */
export interface SiteSettings
  extends Pick<StaticRegistrySettings, 'namespace' | 'title' | 'audience' | 'expose' | 'url' | 'allow'> {
  readonly proxyVersion: string;
  /** Where a gateway registry has what is registered: clients connect there instead. */
  readonly through?: (path: string) => string | undefined;
}

/** What of a registry's settings steers its files. */
export const siteSettingsOf = (settings: StaticRegistrySettings): SiteSettings => {
  const { namespace, title, audience, expose, url, allow, linkThrough, proxyVersion = PROXY_VERSION } = settings;
  const registry = linkThrough?.registry;
  return {
    namespace,
    title,
    audience,
    expose,
    ...(url === undefined ? {} : { url }),
    allow,
    proxyVersion,
    ...(registry === undefined
      ? {}
      : { through: (path) => mcpGatewayRegistry.callUrl(registry, { type: 'server', path }) }),
  };
};
