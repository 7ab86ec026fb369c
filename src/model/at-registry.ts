import { about, type Problem } from './problem.ts';

/** What a run came to at one of its registries. */
export interface AtRegistry<Result> {
  /** Name in the configuration. */
  readonly name: string;
  /** Kind of registry. */
  readonly type: string;
  /** Absent where the registry failed as a whole: nothing is known, or nothing was done, and the problems say why. */
  readonly result?: Result;
  /** What is wrong at this registry, each with its name. */
  readonly problems: readonly Problem[];
}

/** What came of a registry, with how many registrations of ours it held before. */
export type WithOurs<Result> = Result & { readonly ours: number };

/** What a run came to: what holds for its entries whatever the registry, and each registry in the configuration's order. */
export interface AtRegistries<Result> {
  readonly problems: readonly Problem[];
  readonly registries: readonly AtRegistry<Result>[];
}

/** Every problem of a run, those of the entries first. */
export const allProblems = ({ problems, registries }: AtRegistries<unknown>): readonly Problem[] => [
  ...problems,
  ...registries.flatMap((one) => one.problems),
];

/** The results of those registries that did not fail as a whole. */
export const resultsOf = <Result>(registries: readonly AtRegistry<Result>[]): readonly Result[] =>
  registries.flatMap(({ result }) => (result === undefined ? [] : [result]));

/** A registry's own problems join those of the result that was come to there. */
export const withOwnProblems = <Result extends { readonly problems: readonly Problem[] }>(
  one: AtRegistry<Result>,
): AtRegistry<Result> => ({
  ...one,
  problems: [...one.problems, ...about({ registry: one.name }, one.result?.problems ?? [])],
});
