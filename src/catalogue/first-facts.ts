import type { Tree } from '../model/catalogue.ts';
import type { ScanResult, Sighting, Source } from '../model/resource.ts';
import { keyText } from '../model/resource.ts';
import { readKnownFiles } from './known-files.ts';

/** A scan in two: what happened in AWS, and what was never looked at before. */
export interface FirstFacts {
  readonly rest: ScanResult;
  /** Only entries that lack something of today's form, with what they lack; undefined: none does. */
  readonly first?: ScanResult;
}

const withSource = (sighting: Sighting, source: Source): Sighting => ({ ...sighting, source });

/** The same source without its security: the merge keeps what the file says of it. */
const withoutSecurity = (sighting: Sighting): Sighting => {
  if (sighting.source === undefined) return sighting;
  if (!('security' in sighting.source.value)) return sighting;
  const { security: _, ...value } = sighting.source.value;
  return withSource(sighting, { kind: sighting.source.kind, value } as Source);
};

/**
 * Keeps what entries of an earlier form lack (`source.security`) apart from what changed in AWS: written with other changes
 * it would hide them, and its first value is no change. The base's own values stand beside it, so that nothing else is said.
 */
export const splitFirstFacts = (scan: ScanResult, base: Tree): FirstFacts => {
  const lacking = new Map<string, Source>();
  for (const { known } of readKnownFiles(base, '')) {
    if (known?.source === undefined || 'security' in known.source.value) continue;
    lacking.set(keyText(known.key), known.source);
  }
  const first = scan.sightings.flatMap((sighting): Sighting[] => {
    const { source } = sighting;
    const stood = lacking.get(keyText(sighting.key));
    if (stood === undefined || source === undefined || stood.kind !== source.kind) return [];
    if (!('security' in source.value)) return [];
    const value = { ...stood.value, security: source.value.security };
    return [withSource(sighting, { kind: source.kind, value } as Source)];
  });
  if (first.length === 0) return { rest: scan };
  const apart = new Set(first.map(({ key }) => keyText(key)));
  const { organization: _, ...own } = scan;
  return {
    rest: {
      ...scan,
      sightings: scan.sightings.map((one) => (apart.has(keyText(one.key)) ? withoutSecurity(one) : one)),
    },
    first: {
      ...own,
      sightings: first,
      listings: scan.listings.map((listing) => ({ ...listing, state: 'not-asked' })),
      gone: [],
      outOfScope: [],
      problems: [],
    },
  };
};
