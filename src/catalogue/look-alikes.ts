import type { Finding } from '../document/finding.ts';
import { sourceOf } from '../kinds/table.ts';
import type { Entry } from '../model/catalogue.ts';
import { withoutEnd } from '../model/ends.ts';
import { reachedAt } from '../model/entry-parts.ts';
import { resourceName } from './names.ts';

/** A problem of one entry that only others show. */
export interface FindingOf {
  readonly entry: Entry;
  readonly finding: Finding;
  /** Files of the others, below the catalogue's directory. */
  readonly others: readonly string[];
}

/** Letters of other scripts, and digits, that look like Latin ones. https://www.unicode.org/reports/tr39/#Confusable_Detection */
const LOOKS: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'l',
  ѕ: 's',
  ј: 'j',
  к: 'k',
  м: 'm',
  н: 'h',
  т: 't',
  в: 'b',
  ο: 'o',
  α: 'a',
  ε: 'e',
  ι: 'l',
  κ: 'k',
  ν: 'v',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  '0': 'o',
  '1': 'l',
  i: 'l',
  '5': 's',
  ı: 'l',
  ɡ: 'g',
};

/** What a name looks like: without case, accents, blanks and marks, and with what looks like Latin letters as these. */
const lookOf = (name: string): string =>
  [...name.normalize('NFKD').toLowerCase()]
    .filter((character) => /[\p{L}\p{N}]/u.test(character))
    .map((character) => LOOKS[character] ?? character)
    .join('')
    .replaceAll('rn', 'm');

const nameOf = ({ value }: Entry): string | undefined =>
  value.registration.name ?? ('source' in value ? resourceName(sourceOf(value)) : undefined);

const isRegistered = ({ value }: Entry): boolean => value.registration.register !== false;

/** Manual entries whose name looks like another entry's, and is not the same. */
export const confusableNames = (entries: readonly Entry[]): readonly FindingOf[] => {
  const named = entries.filter(isRegistered).flatMap((entry) => {
    const name = nameOf(entry);
    return name === undefined || lookOf(name) === '' ? [] : [{ entry, name }];
  });
  const byLook = Map.groupBy(named, ({ name }) => lookOf(name));
  return named.flatMap(({ entry, name }): FindingOf[] => {
    if ('source' in entry.value) return [];
    const others = (byLook.get(lookOf(name)) ?? []).filter((one) => one.entry !== entry && one.name !== name);
    const [other] = others;
    if (other === undefined) return [];
    return [
      {
        entry,
        others: others.map((one) => one.entry.path),
        finding: {
          rule: 'name-confusable',
          pointer: ['registration', 'name'],
          text: `The name ${JSON.stringify(name)} looks like ${JSON.stringify(other.name)} of ${other.entry.path}: callers may take the one for the other.`,
          hint: 'Give it a name of its own, or the very same one where they are meant to be alike.',
        },
      },
    ];
  });
};

const placeOf = ({ value }: Entry): string =>
  value.kind === 'server' || value.kind === 'agent' ? value.registration.url : reachedAt(value);

/**
 * Manual entries that register a URL which another entry registers too. Of scanned ones alone none can: what AWS gives a
 * resource is its own.
 */
export const urlsTwice = (entries: readonly Entry[]): readonly FindingOf[] => {
  const first = new Map<string, Entry>();
  const isScanned = ({ value }: Entry): boolean => 'source' in value;
  const scannedFirst = entries.filter(isRegistered).toSorted((a, b) => Number(isScanned(b)) - Number(isScanned(a)));
  return scannedFirst.flatMap((entry): FindingOf[] => {
    const url = URL.parse(placeOf(entry));
    const key = url === null ? placeOf(entry) : `${url.origin}${withoutEnd(url.pathname, '/')}${url.search}`;
    const other = first.get(key);
    if (other === undefined) first.set(key, entry);
    if (other === undefined || isScanned(entry)) return [];
    return [
      {
        entry,
        others: [other.path],
        finding: {
          rule: 'url-twice',
          pointer: ['registration', 'url'],
          text: `${other.path} registers the same URL: it would be listed twice, and reviewed once.`,
          hint: 'Keep one of the two, or set register: false in the other.',
        },
      },
    ];
  });
};
