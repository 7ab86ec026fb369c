import { dropParts, firstRead, takeParts } from '../kinds/table.ts';
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

/** A source without its security: the merge keeps what the file says of it. */
export const withoutSecurity = ({ kind, value }: Source): Source => {
  if (!('security' in value)) return { kind, value } as Source;
  const { security: _, ...rest } = value;
  return { kind, value: rest } as Source;
};

/** A source with another one's security. */
const withSecurity = ({ kind, value }: Source, { value: from }: Source): Source =>
  ({ kind, value: { ...value, ...('security' in from ? { security: from.security } : {}) } }) as Source;

/** One source in two: what happened in AWS, and, on what stood there, what was never looked at before. */
interface Split {
  readonly rest: Source;
  readonly first?: Source;
}

const splitSource = (found: Source, stood: Source): Split => {
  const isLacking = !('security' in stood.value) && 'security' in found.value;
  const parts = firstRead(found, stood);
  if (!isLacking && parts.size === 0) return { rest: found };
  return {
    rest: dropParts(isLacking ? withoutSecurity(found) : found, parts),
    first: takeParts(isLacking ? withSecurity(stood, found) : stood, found, parts),
  };
};

/**
 * Keeps what entries of an earlier form lack, and what no scan read so far (`source.security`, what gateways say of their
 * targets) apart from what changed in AWS: written with other changes it would hide them, and its first value is no change.
 * The base's own values stand beside it, so that nothing else is said.
 */
export const splitFirstFacts = (scan: ScanResult, base: Tree): FirstFacts => {
  const found = new Map(scan.sightings.map(({ key, source }) => [keyText(key), source]));
  const splits = new Map<string, Required<Split>>();
  for (const { known } of readKnownFiles(base, '')) {
    const source = known && found.get(keyText(known.key));
    if (known?.source === undefined || source?.kind !== known.source.kind) continue;
    const { rest, first } = splitSource(source, known.source);
    if (first !== undefined) splits.set(keyText(known.key), { rest, first });
  }
  if (splits.size === 0) return { rest: scan };
  const sightingsOf =
    (side: keyof Split) =>
    (sighting: Sighting): Sighting[] => {
      const split = splits.get(keyText(sighting.key));
      return split === undefined ? [] : [{ ...sighting, source: split[side] }];
    };
  const { organization: _, ...own } = scan;
  return {
    rest: { ...scan, sightings: scan.sightings.map((one) => sightingsOf('rest')(one)[0] ?? one) },
    first: {
      ...own,
      sightings: scan.sightings.flatMap(sightingsOf('first')),
      listings: scan.listings.map((listing) => ({ ...listing, state: 'not-asked' })),
      gone: [],
      outOfScope: [],
      problems: [],
    },
  };
};
