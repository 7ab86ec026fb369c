import { withStandingInAll } from '../engine/standing.ts';
import { type AtRegistries, type AtRegistry, allProblems, resultsOf } from '../model/at-registry.ts';
import { hasFailed, judgeProblems } from '../model/judging.ts';
import type { Plan } from '../model/plan.ts';
import { isNews, type Problem } from '../model/problem.ts';
import type { CommandContext } from './context.ts';

type JudgingContext = Pick<CommandContext, 'settings' | 'clock'>;

/** The problems as the configuration judges them; judging them again changes nothing. */
export const judged = (problems: readonly Problem[], { settings, clock }: JudgingContext): readonly Problem[] =>
  judgeProblems(problems, settings.judging, new Date(clock.now()).toISOString().slice(0, 10));

/** True where a run with these problems has failed. */
export const fails = (problems: readonly Problem[], { settings }: Pick<CommandContext, 'settings'>): boolean =>
  hasFailed(problems, settings.judging);

/** A run over registries, what is wrong with its entries besides, and the plan that a result was made by. */
interface Judging<Result> {
  readonly run: AtRegistries<Result>;
  readonly problems: readonly Problem[];
  readonly planOf?: (result: Result) => Pick<Plan, 'changes' | 'blocked'>;
}

/** Everything judged: what is wrong with entries, and at each registry; marked where it was so before. */
export const judgedAt = <Result>(
  { run, problems, planOf }: Judging<Result>,
  context: JudgingContext,
): AtRegistries<Result> => {
  const { directory } = context.settings;
  const plansOf = (registries: readonly AtRegistry<Result>[]) =>
    planOf === undefined ? [] : resultsOf(registries).map(planOf);
  const inAll = (registries: readonly AtRegistry<Result>[], some: readonly Problem[]): readonly Problem[] =>
    withStandingInAll(plansOf(registries), judged(some, context), directory);
  const own = [...problems, ...run.problems];
  // Where no registry could be planned, why is the news: what entries are warned of, validate tells.
  const isUnplanned = planOf !== undefined && run.registries.length > 0 && resultsOf(run.registries).length === 0;
  const asKnown = (problem: Problem): Problem =>
    problem.severity === 'error' ? problem : { ...problem, standing: true };
  return {
    problems: isUnplanned ? judged(own, context).map(asKnown) : inAll(run.registries, own),
    registries: run.registries.map((one) => ({ ...one, problems: inAll([one], one.problems) })),
  };
};

/** What only is to be thought about in an entry is told by validate and plan: where its servers are asked, it is known. */
export const beside = (problem: Problem): Problem =>
  (problem.severity === 'error' && problem.accepted === undefined) || problem.place === undefined
    ? problem
    : { ...problem, standing: true };

/** The same with what is news alone: where the rest is told by other commands. */
export const newsAt = <Result>({ problems, registries }: AtRegistries<Result>): AtRegistries<Result> => ({
  problems: problems.filter(isNews),
  registries: registries.map((one) => ({ ...one, problems: one.problems.filter(isNews) })),
});

/** True where a registry failed as a whole, or the problems of a run say that it has failed. */
export const failsAt = (run: AtRegistries<unknown>, context: Pick<CommandContext, 'settings'>): boolean =>
  run.registries.some(({ result }) => result === undefined) || fails(allProblems(run), context);
