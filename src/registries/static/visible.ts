import { compareTexts } from '../../model/compare-texts.ts';
import type { Visibility } from '../../model/registration.ts';
import { callUrlOf, type SiteEntry } from './entry.ts';
import type { SiteSettings } from './site-settings.ts';

/** Why an entry is not on the site. */
const LEFT_OUT = {
  'group-restricted': 'only for groups, and a site shows everything to everybody who reads it',
  internal: 'internal, and the audience of this site is public',
  'runtime-url': 'its URL holds its account, and runtimeUrls is not exposed',
} as const satisfies Readonly<Record<string, string>>;

export type LeftOut = keyof typeof LEFT_OUT;

const REMEDIES: Readonly<Record<LeftOut, string>> = {
  'group-restricted': 'Keep them in a registry that knows groups.',
  internal:
    'visibility: public in an entry shows it to everybody; audience: private of the site shows all that is internal, where its host asks for a login.',
  'runtime-url': 'expose: [runtimeUrls] of the site shows them.',
};

/** True where a URL tells an account: a runtime's address is its ARN. */
const tellsAccount = (entry: SiteEntry): boolean => {
  const account = entry.metadata['account_id'];
  return (
    /\/runtimes\/arn(:|%3A)/i.test(callUrlOf(entry)) ||
    (typeof account === 'string' && account !== '' && callUrlOf(entry).includes(account))
  );
};

/** Whether those who read a site may see what has a visibility. */
export const isReadBy = (visibility: Visibility, audience: SiteSettings['audience']): boolean =>
  visibility === 'public' || (visibility === 'internal' && audience !== 'public');

/**
 * Whether everybody who reads the site may see an entry; else why not. The site enforces nothing itself: its audience
 * is whom its host lets in.
 */
export const leftOut = (entry: SiteEntry, settings: SiteSettings): LeftOut | undefined => {
  const { visibility } = entry;
  if (visibility !== 'public' && !isReadBy(visibility, settings.audience)) return visibility;
  const through = entry.type === 'server' && settings.through?.(entry.path) !== undefined;
  return !through && !settings.expose.has('runtimeUrls') && tellsAccount(entry) ? 'runtime-url' : undefined;
};

/** How many are left out, for each reason that there is, and what would show them; in a fixed order. */
export const leftOutNotes = (
  reasons: readonly LeftOut[],
): readonly { readonly text: string; readonly hint: string }[] =>
  [...Map.groupBy(reasons, (reason) => reason)]
    .sort(([a], [b]) => compareTexts(a, b))
    .map(([reason, all]) => ({ text: `${all.length} left out: ${LEFT_OUT[reason]}.`, hint: REMEDIES[reason] }));
