import { chosenDefinitions, judgeDefinitions, judgePolicies, loadGateways } from '../../gateways/loading.ts';
import { EXIT } from '../../model/errors.ts';
import { gatewaysText } from '../../report/gateways-text.ts';
import { reportMarkdown } from '../../report/report.ts';
import { validateReport } from '../../report/validate-report.ts';
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
    text: gatewaysText({ checked: chosen.length, problems: problems.length, block: defined.block }),
    markdown: reportMarkdown(validateReport({ files: chosen.length, problems }), { limit: 60_000 }),
    outputs: {},
  };
};
