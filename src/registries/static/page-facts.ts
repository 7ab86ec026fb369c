import { barePath } from '../../model/registry.ts';
import type { CatalogueFacts } from '../kind.ts';
import type { Links, PageFacts } from './page/page-entry.ts';
import type { SiteRecord } from './record.ts';
import type { SiteSettings } from './site-settings.ts';

const ACCOUNT = /(^|\/)\d{12}(\/|$)/;

/** A path as part of an address: nothing of it is read as anything else. */
const addressed = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** Where people change an entry and see its past. The file's path tells its account, its past what it was. */
const linksOf = (
  record: SiteRecord,
  { repository, directory }: Pick<CatalogueFacts, 'repository' | 'directory'>,
  { expose }: SiteSettings,
): Links => {
  if (repository === undefined) return {};
  const title = encodeURIComponent(`Problem with ${barePath(record.entry.path)}`);
  const report = `${repository}/issues/new?title=${title}`;
  const file = record.mark?.file;
  if (file === undefined || (ACCOUNT.test(file) && !expose.has('accounts'))) return { report };
  const path = addressed(`${directory}/${file}`);
  return {
    report,
    edit: `${repository}/edit/HEAD/${path}`,
    ...(expose.has('history') ? { history: `${repository}/commits/HEAD/${path}` } : {}),
  };
};

/** What a site's pages tell of a record besides what was registered. */
export const pageFacts =
  (catalogue: CatalogueFacts, settings: SiteSettings) =>
  (record: SiteRecord): PageFacts => {
    const { mark } = record;
    const lock = mark === undefined ? undefined : catalogue.lockOf(mark);
    return { links: linksOf(record, catalogue, settings), ...(lock === undefined ? {} : { lock }) };
  };
