import { type Shadows, shadowPairs } from '../catalogue/shadows.ts';
import type { Problem } from '../model/problem.ts';
import type { Registration } from '../model/registration.ts';
import type { Listed } from '../model/registry.ts';
import { barePath } from '../model/registry.ts';
import { type Adopting, adoptionOf } from './adopting.ts';
import { holderOf, type Owning } from './ownership.ts';

/** What tells of two servers' paths whether one takes the other's traffic. */
export interface Nesting extends Owning {
  readonly shadows: Shadows;
  /** What stands at a wanted path without anybody's mark becomes ours. */
  readonly adopt: Adopting;
  readonly snapshot: { readonly listed: readonly Listed[] };
}

type Side =
  | { readonly type: 'ours'; readonly path: string; readonly registration: Registration }
  | { readonly type: 'stranger'; readonly path: string };

/** Servers of a registry that are nobody's of ours, nor become so in this plan. */
const strangersIn = (wanted: ReadonlySet<string>, context: Nesting): readonly Side[] =>
  context.snapshot.listed
    .filter((listed) => {
      const holder = holderOf(listed, context).type;
      const adopted =
        adoptionOf(context.adopt, listed.path) !== 'no' && holder === 'adoptable' && wanted.has(barePath(listed.path));
      return listed.type === 'server' && holder !== 'ours' && !adopted;
    })
    .map(({ path }) => ({ type: 'stranger', path }));

const problem = (path: string, text: string): Problem => ({
  rule: 'path-shadowed',
  severity: 'error',
  subject: path,
  text: `${text}: requests that begin with it go to the longer path, their callers' tokens with them.`,
  hint: 'Find out in the registry who registered it; one of the two needs another path.',
});

/**
 * Our servers beside those of others: which of ours would take a stranger's traffic, with the stranger's path, and what a
 * person must know of strangers that take ours.
 */
export const besideStrangers = (
  registrations: readonly Registration[],
  context: Nesting,
): { readonly below: ReadonlyMap<Registration, string>; readonly problems: readonly Problem[] } => {
  const ours = registrations.filter(({ type }) => type === 'server');
  const strangers = strangersIn(new Set(ours.map(({ path }) => barePath(path))), context);
  if (strangers.length === 0) return { below: new Map(), problems: [] };
  const sides: Side[] = [
    ...ours.map((registration): Side => ({ type: 'ours', path: registration.path, registration })),
    ...strangers,
  ];
  const below = new Map<Registration, string>();
  const problems: Problem[] = [];
  for (const { upper, lower } of shadowPairs(sides, context.shadows)) {
    if (lower.type === 'ours' && upper.type === 'stranger') below.set(lower.registration, upper.path);
    if (lower.type === 'stranger' && upper.type === 'ours') {
      const file = upper.registration.origin.file;
      problems.push(
        problem(
          lower.path,
          `${lower.path}, which this configuration did not register, lies below ${upper.path} (${file})`,
        ),
      );
    }
  }
  return { below, problems };
};

/** A server of ours that stands below a stranger's already: both stay as they are. */
export const standsBelow = (path: string, upper: string): Problem => ({
  ...problem(path, `${path} lies below ${upper}, which this configuration did not register`),
  severity: 'warning',
});
