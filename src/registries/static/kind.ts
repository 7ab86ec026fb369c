import type { StaticRegistrySettings } from '../../config/registry-kinds/static.ts';
import { SyncError } from '../../model/errors.ts';
import type { RegistryKind } from '../kind.ts';
import { siteRows } from './checks.ts';
import { oneLine, shortText } from './names.ts';
import { readPageFacts } from './page-facts.ts';
import { siteSettingsOf } from './site-settings.ts';
import { STATE_FILE } from './state.ts';
import { type SiteOwn, traits } from './traits.ts';
import { isReadBy } from './visible.ts';

/** What nobody configured: a site that shows everything. */
const ANY: StaticRegistrySettings = {
  name: 'site',
  type: 'static',
  directory: 'site',
  namespace: 'com.example',
  title: 'site',
  audience: 'private',
  expose: new Set(['runtimeUrls']),
  allow: { also: [], names: false, managedOnly: false },
  concurrency: 1,
};

/** Files that any host serves: an MCP registry, an AI Catalog, allow lists and pages. */
export const staticRegistry: RegistryKind<StaticRegistrySettings> = {
  ...traits,
  name: 'static',
  answers: false,
  offline: (settings = ANY) => ({
    description: 'the base catalogue',
    rights: { user: 'nobody', admin: true },
    own: { settings: siteSettingsOf(settings) } satisfies SiteOwn,
  }),
  // Nothing is proxied: no path takes another one's requests.
  shadows: () => false,
  routeFault: () => undefined,
  callUrl: () => undefined,
  cutsDescription: ({ audience }, description, visibility) =>
    isReadBy(visibility, audience) && shortText(description) !== oneLine(description),
  checks: siteRows,
  open: async (settings, { clock, catalogue, keeper }) => {
    const { linkThrough } = settings;
    if (linkThrough !== undefined && linkThrough.registry?.url === undefined) {
      throw new SyncError('usage', 'missing-option', `The registry ${linkThrough.name} has no URL to lead through.`);
    }
    const [{ readAssets }, { directoryStore }, { createSite }, { spareMemory }] = await Promise.all([
      import('./assets.ts'),
      import('./directory-store.ts'),
      import('./registry.ts'),
      import('./memory.ts'),
    ]);
    spareMemory();
    const site = siteSettingsOf(settings);
    const assets = await readAssets(import.meta.url);
    const parts = async () => ({ settings: site, assets, factsOf: await readPageFacts(catalogue, site) });
    const store = directoryStore(settings.directory, parts, keeper(`${settings.directory}/${STATE_FILE}`));
    return createSite(store, site, clock.now);
  },
  published: async (settings, url, fetch) => (await import('./published.ts')).publishedRows(settings, url, fetch),
  serve: async ({ directory, url, audience }, options) => {
    const { serveSite } = await import('./serve/server.ts');
    const published = url === undefined ? undefined : URL.parse(url)?.hostname;
    const names = published === undefined ? [] : [published];
    await serveSite({ ...options, directory, names, shared: audience === 'public' });
  },
};
