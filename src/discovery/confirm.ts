import type { RegionScan } from '../kinds/scan/region-scan.ts';
import { noteFailure, SIDE_BY_SIDE } from '../kinds/scan/region-scan.ts';
import { KINDS, parentOf } from '../kinds/table.ts';
import type { KeyOf, ResourceKey, ResourceKind } from '../model/resource.ts';
import { keyText } from '../model/resource.ts';
import { mapLimit } from '../net/concurrency.ts';

/** Known keys of one account and Region, as far as this run could tell. */
export interface Judged {
  readonly gone: readonly ResourceKey[];
  readonly outOfScope: readonly ResourceKey[];
}

/** Whether AWS still has a known resource, with the name of the call that was asked. */
const get = async <Kind extends ResourceKind>(scan: RegionScan, kind: Kind, key: KeyOf<Kind>) => {
  const { call, send } = (await KINDS[kind].load()).get;
  return { call, answer: await send(scan, key) };
};

/** Whether a listing that would have shown the resource went to its end without it. */
const missing = ({ findings }: RegionScan, key: ResourceKey): boolean => {
  const ended = (kind: ResourceKind): boolean =>
    findings.states.get(kind) === 'complete' || findings.states.get(kind) === 'narrowed';
  if (findings.listed.has(keyText(key))) return false;
  const above = parentOf(key);
  if (above === undefined) return ended(key.kind);
  if (findings.listedBelow.has(keyText(above))) return true;
  return ended(above.kind) && !findings.listed.has(keyText(above));
};

/**
 * Judges known entries that were not sighted. Gone: this run asked for it for certain, its listing went to its end without
 * it, and its Get answers not found (pages shift while things change, and not every listing shows everything). Out of
 * scope: the configuration leaves it out, as its key or what was listed tells. All others stay unknown.
 */
export const judgeKnown = async (scan: RegionScan, known: readonly ResourceKey[]): Promise<Judged> => {
  const { findings, scope } = scan;
  const outside = new Set(findings.outOfScope.map(keyText));
  const isOutside = (key: ResourceKey): boolean => outside.has(keyText(key)) || scope.configured(key) === 'no';
  const candidates = known.filter((key) => !isOutside(key) && scope.asked(key) === 'yes' && missing(scan, key));
  const gone: ResourceKey[] = [];
  await mapLimit(candidates, SIDE_BY_SIDE, async (key) => {
    const { call, answer } = await get(scan, key.kind, key);
    if (answer.ok) return;
    if (answer.failure.kind === 'not-found') gone.push(key);
    else {
      const lost = 'whether it is gone is not known, its file stays as it is';
      noteFailure(scan, answer.failure, { call, thing: `${key.kind} ${key.id}`, lost });
    }
  });
  return { gone, outOfScope: known.filter(isOutside) };
};
