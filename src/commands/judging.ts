import { withStanding } from '../engine/standing.ts';
import { hasFailed, judgeProblems } from '../model/judging.ts';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import type { CommandContext } from './context.ts';

type JudgingContext = Pick<CommandContext, 'settings' | 'clock'>;

/** The problems as the configuration judges them; judging them again changes nothing. */
export const judged = (problems: readonly Problem[], { settings, clock }: JudgingContext): readonly Problem[] =>
  judgeProblems(problems, settings.judging, new Date(clock.now()).toISOString().slice(0, 10));

/** Those of a plan likewise, and marked where they were so before. */
export const judgedOfPlan = (
  plan: Pick<Plan, 'changes' | 'blocked'>,
  problems: readonly Problem[],
  context: JudgingContext,
): readonly Problem[] => withStanding(plan, judged(problems, context), context.settings.directory);

/** True where a run with these problems has failed. */
export const fails = (problems: readonly Problem[], { settings }: Pick<CommandContext, 'settings'>): boolean =>
  hasFailed(problems, settings.judging);
