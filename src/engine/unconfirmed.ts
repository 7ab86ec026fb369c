import type { Unconfirmed } from '../model/confirmation.ts';
import type { Problem } from '../model/problem.ts';

/** A registration whose place was not confirmed. */
export interface UnconfirmedPlace {
  /** In the registry. */
  readonly path: string;
  readonly why: Unconfirmed;
  /** The credential that the registry held for it was taken away. */
  readonly withdrawn?: boolean;
}

/** As many paths are named before the rest is counted. */
const NAMED = 5;

const pathsText = (paths: readonly string[]): string => {
  const left = paths.length - NAMED;
  return `${paths.slice(0, NAMED).join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
};

const WHAT_STANDS = 'What stands in the registry stays, nothing new is sent.';

/** What follows from an answer, one sentence. */
const consequence = (why: Unconfirmed, withdrawn: boolean): string => {
  if (why.type !== 'elsewhere') return WHAT_STANDS;
  const taken = withdrawn ? '; the credential that the registry held was withdrawn' : '';
  return `It is not registered there and gets no token${taken}.`;
};

const hintOf = (why: Unconfirmed): string | undefined =>
  why.hint ??
  (why.type === 'elsewhere'
    ? 'Look at who wrote source: only a scan does. Merge what the next scan finds.'
    : undefined);

/** What there is to say about places that were not confirmed: one problem for each reason, however many paths it stops. */
export const unconfirmedProblems = (places: readonly UnconfirmedPlace[]): readonly Problem[] =>
  [
    ...Map.groupBy(places, ({ why, withdrawn = false }) => JSON.stringify([why.type, why.text, withdrawn])).values(),
  ].flatMap((group): Problem[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { why, withdrawn = false } = first;
    const paths = group.map(({ path }) => path).sort();
    const hint = hintOf(why);
    return [
      {
        rule: why.type === 'elsewhere' ? 'place-elsewhere' : 'place-unconfirmed',
        severity: 'error',
        subject: paths[0] ?? first.path,
        text: `${pathsText(paths)} ${paths.length === 1 ? 'is' : 'are'} not confirmed: ${why.text}. ${consequence(why, withdrawn)}`,
        ...(hint === undefined ? {} : { hint }),
      },
    ];
  });
