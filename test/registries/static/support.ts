import type { Entry } from '../../../src/model/catalogue.ts';
import type { Registration } from '../../../src/model/registration.ts';
import { renderEntry } from '../../../src/registration/render.ts';
import { readAssets } from '../../../src/registries/static/assets.ts';
import { isShown, siteEntryOf } from '../../../src/registries/static/entry.ts';
import { type SiteParts, siteFiles } from '../../../src/registries/static/files.ts';
import { PROXY_VERSION } from '../../../src/registries/static/proxy.ts';
import type { SiteRecord, SiteState } from '../../../src/registries/static/record.ts';
import type { SiteSettings } from '../../../src/registries/static/site-settings.ts';
import { SETTINGS } from '../../engine/support.ts';

export const SITE: SiteSettings = {
  namespace: 'com.example',
  title: 'Example catalogue',
  audience: 'private',
  expose: new Set(['accounts', 'arns', 'runtimeUrls', 'owners', 'history']),
  proxyVersion: PROXY_VERSION,
  allow: { also: [], names: false, managedOnly: false },
};

export const NOW = Date.UTC(2026, 10, 3, 12);

export const registrationsOf = (entries: readonly Entry[]): readonly Registration[] =>
  entries.flatMap((entry) => renderEntry(entry, SETTINGS));

export const recordOf = (registration: Registration, change: Partial<SiteRecord> = {}): SiteRecord => ({
  entry: siteEntryOf(registration),
  shown: isShown(registration),
  changes: 0,
  publishedAt: NOW,
  updatedAt: NOW,
  ...change,
});

export const stateOf = (entries: readonly Entry[]): SiteState => ({
  records: registrationsOf(entries).map((registration) => recordOf(registration)),
  removed: [],
});

export const partsOf = async (change: Partial<SiteParts> = {}): Promise<SiteParts> => ({
  settings: SITE,
  assets: await readAssets(import.meta.url),
  factsOf: () => ({ links: {} }),
  ...change,
});

export const filesIn = (state: SiteState, parts: SiteParts): ReadonlyMap<string, string> =>
  new Map(
    Array.from(siteFiles(state, parts)).flatMap(([path, text, twins = []]) =>
      [path, ...twins].map((one) => [one, text] as const),
    ),
  );
