import { catalogFiles } from './ai-catalog.ts';
import { allowFiles } from './allow-lists.ts';
import type { Assets } from './assets.ts';
import { type Published, registryFiles, type SiteFile } from './documents.ts';
import type { SiteAgent, SiteServer } from './entry.ts';
import { prettyJson } from './json-text.ts';
import { slugOf } from './names.ts';
import { entryPage } from './page/entry-page.ts';
import { indexPage } from './page/index-page.ts';
import { folderOf, type PageEntry, type PageFacts } from './page/page-entry.ts';
import { type SiteRecord, type SiteState, versionOf } from './record.ts';
import { serverJson } from './server-json.ts';
import type { SiteSettings } from './site-settings.ts';
import { leftOut } from './visible.ts';

/** What the files of a site are made of, besides its state. */
export interface SiteParts {
  readonly settings: SiteSettings;
  readonly assets: Assets;
  /** What the pages tell of a record besides what was registered. */
  readonly factsOf: (record: SiteRecord) => PageFacts;
}

const isServer = (record: SiteRecord): record is SiteRecord & { readonly entry: SiteServer } =>
  record.entry.type === 'server';

const isAgent = (record: SiteRecord): record is SiteRecord & { readonly entry: SiteAgent } =>
  record.entry.type === 'agent';

/** What the site says of itself: who publishes it asks before everybody may read it. */
const ABOUT_FILE = 'site.json';

/** A host that treats a folder with an underscore, or a file that begins with a dot, as its own is told not to. */
const NO_JEKYLL = ['.nojekyll', ''] as const;

/**
 * Documents, pages and lists of a site, in the order in which they are written: what others point at before what points
 * there, and the allow lists last. Pure, so that equal states give equal files; one after the other, because all of them
 * at once take more room than a machine gives.
 */
export function* siteFiles(state: SiteState, { settings, assets, factsOf }: SiteParts): Generator<SiteFile> {
  // Asked again at the last door: what a site may show can have been narrowed since it was kept.
  const shown = state.records.filter((record) => record.shown && leftOut(record.entry, settings) === undefined);
  const servers = shown.filter(isServer);
  const published = servers.map(
    (record): Published => ({
      record,
      document: serverJson(record.entry, versionOf(record.changes), settings),
    }),
  );
  const pages = shown.map((record): PageEntry => ({ record, facts: factsOf(record) }));
  yield NO_JEKYLL;
  yield* assets;
  for (const one of pages) {
    const { entry } = one.record;
    yield [`${folderOf(entry, slugOf(entry.path))}/index.html`, entryPage(one, settings)];
  }
  yield* registryFiles(published, state.removed);
  yield* catalogFiles(
    published.map(({ record: { entry }, document }) => ({ path: entry.path, tags: entry.tags, document })),
    shown.filter(isAgent).map(({ entry }) => entry),
    settings,
  );
  yield [ABOUT_FILE, prettyJson({ form: 1, namespace: settings.namespace, audience: settings.audience })];
  yield ['index.html', indexPage(pages, settings)];
  yield* allowFiles(
    servers.map(({ entry }) => entry),
    settings,
  );
}
