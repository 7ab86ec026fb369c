import { barePath } from '../../model/registry.ts';
import type { LockReview } from '../../model/tools-lock.ts';
import type { CatalogueFacts } from '../kind.ts';
import { findingShown } from './page/findings.ts';
import type { Links, PageFacts } from './page/page-entry.ts';
import { securityFacts } from './page/security-words.ts';
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

/** What the files say of an entry, as far as the site may tell it. */
const fileFacts = (
  file: string,
  catalogue: CatalogueFacts,
  { expose }: SiteSettings,
): Pick<PageFacts, 'findings' | 'security'> => {
  const value = expose.has('security') ? catalogue.valueOf(file) : undefined;
  const security = value && securityFacts(value);
  return {
    ...(expose.has('findings')
      ? { findings: catalogue.findingsOf(file).map((problem) => findingShown(problem, expose)) }
      : {}),
    ...(security === undefined ? {} : { security }),
  };
};

/**
 * What a site's pages tell of a record besides what was registered. When and in which pull request something was reviewed
 * is its history: looked up once for all records, and only where it may be seen.
 */
export const readPageFacts = async (
  catalogue: CatalogueFacts,
  settings: SiteSettings,
): Promise<(record: SiteRecord) => PageFacts> => {
  const reviewOf = settings.expose.has('history') ? await catalogue.reviews() : (): LockReview | undefined => undefined;
  return (record) => {
    const links = linksOf(record, catalogue, settings);
    const { mark } = record;
    if (mark === undefined) return { links };
    const lock = catalogue.lockOf(mark);
    const review = lock && reviewOf(mark);
    return {
      links,
      ...fileFacts(mark.file, catalogue, settings),
      ...(lock === undefined ? {} : { lock }),
      ...(review === undefined ? {} : { review }),
    };
  };
};
