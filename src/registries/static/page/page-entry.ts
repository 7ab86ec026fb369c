import type { LockReview, ToolsLock } from '../../../model/tools-lock.ts';
import type { SiteEntry } from '../entry.ts';
import type { SiteRecord } from '../record.ts';
import { signInWords } from '../sign-in.ts';
import type { SiteSettings } from '../site-settings.ts';
import type { FindingShown } from './findings.ts';
import type { SecurityFact } from './security-words.ts';

/** Where people change an entry, see its past and tell what is wrong. */
export interface Links {
  readonly edit?: string;
  readonly history?: string;
  readonly report?: string;
}

/** What a page tells of an entry besides what was registered. */
export interface PageFacts {
  readonly lock?: ToolsLock;
  readonly review?: LockReview;
  readonly links: Links;
  /** What rules have against it; absent where the site may not tell. */
  readonly findings?: readonly FindingShown[];
  /** How AWS runs it; absent where the site may not tell, or nobody looked. */
  readonly security?: readonly SecurityFact[];
}

/** A record with everything that its pages show. */
export interface PageEntry {
  readonly record: SiteRecord;
  readonly facts: PageFacts;
}

/** One tool, prompt or skill in a page. */
export interface Item {
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
}

/** What it offers: as it was reviewed, or as people wrote it where nobody reviewed it. */
export const itemsOf = ({ record: { entry }, facts: { lock } }: PageEntry): readonly Item[] => {
  if (lock !== undefined) return entry.type === 'server' ? lock.tools : lock.skills;
  return entry.type === 'server' ? (entry.tools ?? []) : entry.skills;
};

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

/** Who answers for it, where the site may tell. */
export const ownerOf = (entry: SiteEntry, { expose }: SiteSettings): string | undefined =>
  expose.has('owners') ? (text(entry.metadata['owner']) ?? entry.provider?.organization) : undefined;

/** Its account, where the site may tell. */
export const accountOf = (entry: SiteEntry, { expose }: SiteSettings): string | undefined =>
  expose.has('accounts') ? text(entry.metadata['account_id']) : undefined;

export const arnOf = ({ metadata }: SiteEntry, { expose }: SiteSettings): string | undefined =>
  expose.has('arns')
    ? (text(metadata['gateway_arn']) ?? text(metadata['runtime_arn']) ?? text(metadata['target_arn']))
    : undefined;

/** How one signs in, in people's words. */
export const wordsOf = (entry: SiteEntry, settings: SiteSettings): string =>
  entry.type === 'server' && settings.through?.(entry.path) !== undefined
    ? "the registry's token"
    : signInWords(entry.signIn);

/** Whether somebody looked at what it offers. */
export const stateOf = ({ facts }: PageEntry): 'reviewed' | 'not reviewed' =>
  facts.lock === undefined ? 'not reviewed' : 'reviewed';

// One for all: each takes more room than a page.
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** A day as people write it, in UTC: `3 Nov 2026`. */
export const dayOf = (ms: number): string => DAY.format(ms);

/** The folder of its page below the site's root. */
export const folderOf = (entry: SiteEntry, slug: string): string =>
  entry.type === 'server' ? `servers/${slug}` : `agents/${slug}`;
