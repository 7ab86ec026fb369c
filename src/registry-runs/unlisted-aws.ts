import { knownKeys, locationOf } from '../catalogue/layout.ts';
import { coverageOf } from '../discovery/coverage.ts';
import { compareTexts } from '../model/compare-texts.ts';
import { keyText, type ResourceKey, type ScanResult } from '../model/resource.ts';
import type { UnlistedAws } from '../model/unlisted.ts';
import type { Rendered } from '../registration/render.ts';
import type { Catalogue } from '../running/catalogue.ts';
import type { Selecting } from '../running/selecting.ts';

/** What all sides are held against. */
export interface Ground {
  readonly catalogue: Catalogue;
  readonly rendered: Rendered;
  /** undefined: all of it. */
  readonly kept: Selecting | undefined;
}

/** Whether a file is of the run; what can't be read as an entry matches nothing that is asked for. */
export const keepsFile = ({ catalogue, kept }: Ground): ((file: string) => boolean) => {
  if (kept === undefined) return () => true;
  const files = new Set(catalogue.entries.filter(kept.entry).map(({ path }) => path));
  return (file) => files.has(file);
};

/** The files of the run that a scan writes, each with its resource. */
const scannedFiles = (ground: Ground): readonly { readonly file: string; readonly key: ResourceKey }[] => {
  const { catalogue } = ground;
  const isKept = keepsFile(ground);
  return [...catalogue.tree.keys(), ...catalogue.refused].flatMap((file) => {
    const location = locationOf(file);
    return location.type === 'scanned' && isKept(file) ? [{ file, key: location.key }] : [];
  });
};

/** Files and a scan: what was not seen is gone only where AWS said so. */
export const besideAws = (scan: ScanResult, ground: Ground, directory: string): UnlistedAws => {
  const { tree, refused } = ground.catalogue;
  const known = new Set(knownKeys([...tree.keys(), ...refused]).map(keyText));
  const [seen, gone, out] = [scan.sightings.map(({ key }) => key), scan.gone, scan.outOfScope].map(
    (keys) => new Set(keys.map(keyText)),
  );
  const stateOf = (key: string): 'seen' | 'gone' | 'out' | 'unseen' =>
    seen?.has(key) ? 'seen' : gone?.has(key) ? 'gone' : out?.has(key) ? 'out' : 'unseen';
  const files = Map.groupBy(scannedFiles(ground), ({ key }) => stateOf(keyText(key)));
  const named = (state: 'gone' | 'out' | 'unseen'): readonly string[] =>
    (files.get(state) ?? []).map(({ file }) => `${directory}/${file}`).sort(compareTexts);
  return {
    unfiled: scan.sightings
      .filter(({ key }) => !known.has(keyText(key)))
      .map(({ key, name, status }) => ({ key, name, status })),
    gone: named('gone'),
    unseen: named('unseen'),
    outOfScope: named('out'),
    places: coverageOf(scan, { accounts: new Set() })
      .filter(({ state }) => state !== 'complete')
      .map(({ account, region, state, why }) => ({
        account,
        state,
        ...(region === undefined ? {} : { region }),
        ...(why === undefined ? {} : { why }),
      })),
  };
};
