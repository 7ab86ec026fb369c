import { withRepository } from '../forge/github/open.ts';
import { EXIT } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import type { StartResult } from '../model/workflow-start.ts';
import { startedText, startText } from '../report/start-text.ts';
import { startOne, startWorkflows } from '../review/start-workflows.ts';
import type { CommandContext, CommandResult, RunCommand } from '../running/context.ts';

const problemsOf = ({ scan, waiting }: StartResult): readonly Problem[] => [
  ...(scan.conclusion === 'success'
    ? []
    : [
        {
          rule: 'workflow-failed',
          severity: 'error',
          subject: 'scan.yml',
          text: `The run of scan.yml that was started ended with ${scan.conclusion}: ${scan.url}`,
          hint: 'Its log says why. A run that another one replaced is cancelled: start it again.',
        } as const,
      ]),
  ...waiting.map(
    ({ number, url }): Problem => ({
      rule: 'review-waits',
      severity: 'notice',
      subject: `#${number}`,
      text: `What the scan found waits for review: ${url}`,
      hint: 'Merge it: a merge starts apply.yml. Close it, and this may be started again.',
    }),
  ),
];

/** One workflow, such as verify.yml once something was applied. */
const startAlone = async (context: CommandContext, workflow: string): Promise<CommandResult> => {
  const result = await withRepository(context, (repository) => startOne(repository, workflow));
  return {
    exitCode: EXIT.done,
    result,
    problems: [],
    text: startedText(result),
    markdown: '',
    outputs: {},
  };
};

/** `agentcore-sync start`: scan.yml, then apply.yml where nothing waits for review. */
export const start: RunCommand = async (context) => {
  const { clock, signal, actions, terminal, settings } = context;
  const { dispatch } = settings.request;
  if (dispatch !== undefined) return startAlone(context, dispatch);
  const result = await withRepository(context, (repository) =>
    startWorkflows(repository, settings.request.branch, {
      clock,
      signal,
      tell: (text) => (actions ? terminal.log({ type: 'line', text }) : terminal.write(`${text}\n`)),
    }),
  );
  const problems = problemsOf(result);
  return {
    exitCode: problems.some(({ severity }) => severity === 'error') ? EXIT.failed : EXIT.done,
    result,
    problems,
    text: startText(result, terminal),
    markdown: '',
    outputs: {},
  };
};
