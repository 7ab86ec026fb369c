import { catalogFiles } from './ai-catalog.ts';
import { allowFiles } from './allow-lists.ts';
import type { Assets } from './assets.ts';
import { registryFiles, type SiteFile } from './documents.ts';
import type { SiteAgent } from './entry.ts';
import { prettyJson } from './json-text.ts';
import { slugOf } from './names.ts';
import { entryPage } from './page/entry-page.ts';
import { type IndexRow, indexPage, indexRow } from './page/index-page.ts';
import { folderOf, type PageEntry, type PageFacts } from './page/page-entry.ts';
import { type ServerRecord, type SiteRecord, type SiteState, versionOf } from './record.ts';
import { type ServerJson, serverJson } from './server-json.ts';
import type { SiteSettings } from './site-settings.ts';
import { leftOut } from './visible.ts';

/** What the files of a site are made of, besides its state. */
export interface SiteParts {
  readonly settings: SiteSettings;
  readonly assets: Assets;
  /** What the pages tell of a record besides what was registered. */
  readonly factsOf: (record: SiteRecord) => PageFacts;
}

const isServer = (record: SiteRecord): record is ServerRecord => record.entry.type === 'server';

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
  const agents = shown.filter(isAgent);
  const documentOf = ({ entry, changes }: ServerRecord): ServerJson => serverJson(entry, versionOf(changes), settings);
  yield NO_JEKYLL;
  yield* assets;
  const rows: IndexRow[] = [];
  for (const record of shown) {
    const one: PageEntry = { record, facts: factsOf(record) };
    const { entry } = record;
    rows.push(indexRow(one, settings));
    yield [`${folderOf(entry, slugOf(entry.path))}/index.html`, entryPage(one, settings)];
  }
  yield* registryFiles(servers, state.removed, documentOf);
  yield* catalogFiles(
    servers.map((record) => {
      const { path, tags } = record.entry;
      return { path, tags, document: () => documentOf(record) };
    }),
    agents.map(({ entry }) => entry),
    settings,
  );
  yield [ABOUT_FILE, prettyJson({ form: 1, namespace: settings.namespace, audience: settings.audience })];
  yield ['index.html', indexPage(rows, settings)];
  yield* allowFiles(
    servers.map(({ entry }) => entry),
    settings,
  );
}
