import { changedWidening, wideningOf } from '../config/widening.ts';
import type { Configuration } from '../model/generated/configuration.ts';
import type { Problem } from '../model/problem.ts';

/** Settings that are named; of more only the number. */
const NAMED = 5;

/**
 * What a pull request is told that changes files of the catalogue and settings that widen trust: that these will not
 * count, and how they would.
 */
export const wideningProblems = (
  before: Configuration,
  after: Configuration,
  given: { readonly config: string; readonly directory: string },
): readonly Problem[] => {
  const names = changedWidening(wideningOf({ ...before }), wideningOf({ ...after }));
  if (names.length === 0) return [];
  const left = names.length - NAMED;
  const { config, directory } = given;
  return [
    {
      rule: 'widened-with-entries',
      severity: 'warning',
      place: { file: config },
      subject: config,
      text: `This pull request changes ${names.slice(0, NAMED).join(', ')}${left > 0 ? ` and ${left} more` : ''} together with files below ${directory}/. After a merge these settings don't count: what was there before holds, and its limits judge these entries.`,
      hint: `Bring the settings in a pull request of their own, without any change below ${directory}/, and the entries in the next one.`,
    },
  ];
};
