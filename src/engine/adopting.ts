import { showsPlaces } from '../model/places.ts';
import type { Problem } from '../model/problem.ts';
import type { Registration } from '../model/registration.ts';
import { barePath, type Listed } from '../model/registry.ts';

/** What becomes ours of that which stands at a wanted path without anybody's mark: nothing, all of it, or what is named. */
export type Adopting = 'none' | 'all' | readonly string[];

/** Whether a registration is adopted, and whether a person named it. Paths are one name in both spellings of the last slash. */
export const adoptionOf = (adopt: Adopting, path: string): 'no' | 'all' | 'named' => {
  if (adopt === 'none') return 'no';
  if (adopt === 'all') return 'all';
  return adopt.some((named) => barePath(named) === barePath(path)) ? 'named' : 'no';
};

/**
 * Whether a registration is not adopted with all others, for it is not known whole. What was not read, for reading it would
 * cost its credential, can't be kept either: the back end writes it whole.
 */
export const isUnread = (listed: Listed): boolean => listed.type !== 'agent' && !showsPlaces(listed);

/** What a registration loses when it becomes ours, besides the fields that the plan shows. */
export const lossProblems = (registration: Registration, lost: readonly string[]): readonly Problem[] => {
  if (lost.length === 0) return [];
  return [
    {
      rule: 'field-lost',
      severity: 'warning',
      subject: registration.path,
      text: `${registration.path} is adopted, and loses what no entry can hold: ${lost.join(', ')}.`,
      hint: 'Name only the others with --adopt where that matters, or set register: false in its file.',
    },
  ];
};
