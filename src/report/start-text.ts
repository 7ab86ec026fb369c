import type { StartedOne, StartResult } from '../model/workflow-start.ts';
import { type Line, renderText } from './text.ts';
import { counted } from './wording.ts';

const ending = ({ scan, waiting, applied }: StartResult): string => {
  if (applied) return 'Nothing waits for review: apply.yml is started.';
  if (scan.conclusion !== 'success') return 'apply.yml is not started.';
  const verb = waiting.length === 1 ? 'waits' : 'wait';
  return `${counted(waiting.length, 'pull request')} ${verb} for review: apply.yml starts by itself once merged.`;
};

/** What became of one workflow. */
export const startedText = ({ workflow, started }: StartedOne): string =>
  started ? `${workflow} is started.\n` : `There is no ${workflow} on the default branch: nothing is started.\n`;

/** What was started, and what waits for a person. */
export const startText = (result: StartResult, { colour }: { readonly colour: boolean }): string => {
  const { scan, waiting } = result;
  return renderText(
    [
      [`scan.yml: ${scan.conclusion}  ${scan.url}`],
      ...waiting.map(({ number, title, url }): Line => [`#${number} ${title}  ${url}`]),
      [{ text: ending(result), style: 'bold' }],
    ],
    colour,
  );
};
