import { compareTexts } from '../model/compare-texts.ts';
import type { Problem } from '../model/problem.ts';
import type { ResourceKey, ScanFigures, ScanResult, Sighting } from '../model/resource.ts';
import { keyText } from '../model/resource.ts';
import type { AccountResult } from './account-scan.ts';
import { outsideOf } from './outside.ts';
import type { Run } from './run.ts';

/** Known keys that the configuration leaves out by account or Region, or by what a key tells where nothing was listed. */
const outsideConfiguration = (run: Run): ResourceKey[] => {
  const { aws, known } = run.request;
  const isOutside = outsideOf(aws, run.context.scope, new Set(run.accounts.ids));
  return known.filter(isOutside);
};

const unique = (keys: readonly ResourceKey[]): ResourceKey[] => {
  const byText = new Map(keys.map((key) => [keyText(key), key]));
  return [...byText].sort(([left], [right]) => compareTexts(left, right)).map(([, key]) => key);
};

const byPlace = (left: { account: string; region: string }, right: { account: string; region: string }): number =>
  compareTexts(left.account, right.account) || compareTexts(left.region, right.region);

const problemText = ({ subject, rule, text }: Problem): string => `${subject}\n${rule}\n${text}`;

/** One result out of all accounts', sorted: the order of answers does not show. */
export const assembleResult = (run: Run, results: readonly AccountResult[]): ScanResult => {
  const regions = results.flatMap((result) => result.regions);
  const sightings: Sighting[] = regions.flatMap((region) => region.sightings);
  const sightingText = new Map(sightings.map((sighting) => [sighting, keyText(sighting.key)]));
  const figures: ScanFigures[] = regions.map((region) => region.figures);
  return {
    sightings: sightings.sort((left, right) =>
      compareTexts(sightingText.get(left) ?? '', sightingText.get(right) ?? ''),
    ),
    listings: [...results.flatMap(({ listings }) => listings), ...regions.flatMap(({ listings }) => listings)].sort(
      (left, right) => byPlace(left, right) || compareTexts(left.kind, right.kind),
    ),
    gone: unique(regions.flatMap(({ gone }) => gone)),
    outOfScope: unique([...outsideConfiguration(run), ...regions.flatMap(({ outOfScope }) => outOfScope)]),
    accounts: run.accounts.ids,
    ...(run.accounts.organization === undefined ? {} : { organization: run.accounts.organization }),
    figures: figures.sort(byPlace),
    problems: [...results.flatMap(({ problems }) => problems), ...regions.flatMap(({ problems }) => problems)].sort(
      (left, right) => compareTexts(problemText(left), problemText(right)),
    ),
  };
};
