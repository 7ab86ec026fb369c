import { chosenDefinitions, judgeDefinitions, judgePolicies, loadGateways } from '../../gateways/loading.ts';
import { EXIT } from '../../model/errors.ts';
import { gatewaysReport } from '../../report/gateways-text.ts';
import { inBoth } from '../../report/report.ts';
import type { CommandContext, CommandResult } from '../../running/context.ts';
import { fails, judged } from '../../running/judging.ts';

/** Judges definitions as a deploy would. Changes nothing. */
export const checkGateways = async (context: CommandContext, names: readonly string[]): Promise<CommandResult> => {
  const catalogue = await loadGateways(context);
  const chosen = chosenDefinitions(catalogue, names);
  const defined = judgeDefinitions(chosen, catalogue.world, 'deploy');
  const found = [...catalogue.problems, ...defined.problems, ...(await judgePolicies(chosen, catalogue))];
  const problems = judged(found, context);
  return {
    exitCode: fails(problems, context) ? EXIT.failed : EXIT.done,
    result: { gateways: chosen.map(({ place, file }) => ({ ...place, file })), block: defined.block },
    problems,
    ...inBoth(gatewaysReport(chosen.length, defined.block, problems), context.terminal),
    outputs: {},
  };
};
