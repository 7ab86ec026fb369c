import { type Envelope, OUTPUT_FORM } from '../model/envelope.ts';
import { problemJson } from './problem-json.ts';
import { sortedKeys } from './values.ts';
import { visibleInJson } from './visible.ts';

/** The value as JSON holds it (hidden texts as `(hidden)`), with sorted keys. */
const plain = (value: unknown): unknown => sortedKeys(JSON.parse(JSON.stringify(value)));

/** How the document of a command begins, whatever comes of it: what a reader gets first. */
export const envelopeHead = (command: string): string =>
  `{\n  "form": ${OUTPUT_FORM},\n  "command": ${JSON.stringify(command)},\n`;

/**
 * What a command prints with --output json: `form`, `command`, `result`, `problems`, and inside of them sorted keys, so that
 * equal results are equal texts. Unseen characters, and what a runner could take for a command, are written as JSON's
 * own escapes.
 */
export const envelopeText = <Result>({ command, result, problems }: Envelope<Result>): string => {
  const shown = problems.map(problemJson);
  const json = JSON.stringify({ form: OUTPUT_FORM, command, result: plain(result), problems: plain(shown) }, null, 2);
  return `${visibleInJson(json.replaceAll('##[', '##\\u005b'))}\n`;
};
