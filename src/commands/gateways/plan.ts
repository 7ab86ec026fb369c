import type { DeployPlan } from '../../gateways/change-set.ts';
import { approvedOf, changesOf, type Outcome, refused, removals, sounded } from '../../gateways/deploying.ts';
import { leftStacks } from '../../gateways/left-stacks.ts';
import { standingFindings } from '../../gateways/made-providers.ts';
import { type Prepared, withPrepared } from '../../gateways/preparing.ts';
import { handOverGateways, type StandingStack, standingStacks } from '../../gateways/standing.ts';
import type { GatewayWorld } from '../../gateways/world.ts';
import { EXIT } from '../../model/errors.ts';
import { type Problem, stops } from '../../model/problem.ts';
import { deployPlanReport } from '../../report/deploy-text.ts';
import { inBoth } from '../../report/report.ts';
import type { CommandContext, CommandResult } from '../../running/context.ts';
import { judged } from '../../running/judging.ts';
import { writeWhole } from '../../running/write-file.ts';

/** Where the pools that a stack made are not those that the runtimes behind its targets accept. */
const standingProblems = ({ definition, outputs }: Prepared, world: GatewayWorld): readonly Problem[] =>
  standingFindings(definition, world, outputs).map((finding) =>
    definition.problem({ ...finding, severity: 'warning' }),
  );

/** Shows what a deploy would do, by a change set for each definition. Nothing is changed; the change sets stay for deploy. */
export const planGateways = async (context: CommandContext, names: readonly string[]): Promise<CommandResult> => {
  const { catalogue, sound, problems } = await sounded(context, names);
  const { out, allowDeletes } = context.settings.gatewaysRun;
  const standing: StandingStack[] = [];
  const outcomes = (
    await withPrepared(context, sound, {
      world: catalogue.world,
      work: async (attempts) => {
        standing.push(...(await standingStacks(context, attempts)));
        return attempts.map((attempt): Outcome => {
          if (attempt.type === 'failed') return refused(attempt);
          const { prepared } = attempt;
          const approved = approvedOf(prepared);
          const gone = allowDeletes ? undefined : removals(prepared);
          return {
            changes: changesOf(prepared),
            ...(approved === undefined ? {} : { approved }),
            problems: [
              ...(gone === undefined ? [] : [{ ...gone, severity: 'warning' as const }]),
              ...standingProblems(prepared, catalogue.world),
            ],
          };
        });
      },
    })
  ).flat();
  const plan: DeployPlan = { form: 1, changes: outcomes.flatMap(({ approved }) => approved ?? []) };
  if (out !== undefined) writeWhole(out, `${JSON.stringify(plan, undefined, 2)}\n`);
  const handed = await handOverGateways(context, sound, standing);
  const left = names.length === 0 ? judged(await leftStacks(context, catalogue.definitions), context) : [];
  const all = [...problems, ...outcomes.flatMap((outcome) => outcome.problems), ...left, ...handed.problems];
  const gateways = outcomes.map(({ changes }) => changes);
  return {
    exitCode: all.some(stops) ? EXIT.failed : EXIT.done,
    result: { gateways, plan },
    problems: all,
    ...inBoth(deployPlanReport(gateways, all), context.terminal),
    outputs: { changes: String(plan.changes.length), plan: JSON.stringify(plan), ...handed.outputs },
  };
};
