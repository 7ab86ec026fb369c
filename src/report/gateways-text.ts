import type { Problem } from '../model/problem.ts';
import type { Report } from './report.ts';
import { visible } from './visible.ts';
import { counted } from './wording.ts';

const LACKS = 'To allow what they name, in a pull request of its own, add to agentcore-sync.yaml:';

/** What the configuration lacks, as it belongs there. */
const blockText = (block: readonly string[]): string =>
  block.length === 0 ? '' : `\n${LACKS}\n\n${block.map(visible).join('\n')}\n`;

/** What a new definition says: its file, what is left to do, and what the configuration lacks. */
export const gatewayDraftText = ({
  file,
  notes,
  block,
}: {
  readonly file: string;
  readonly notes: readonly string[];
  readonly block: readonly string[];
}): string =>
  `wrote ${visible(file)}\n${notes.map((note) => `  → ${visible(note)}\n`).join('')}${blockText(block)}\nNothing was made in AWS. Next: agentcore-sync gateways check\n`;

/** What a check of definitions came to, and what the configuration lacks for them. */
export const gatewaysReport = (checked: number, block: readonly string[], problems: readonly Problem[]): Report => ({
  title: 'Gateways',
  counts: `${counted(checked, 'definition')}, ${problems.length === 0 ? 'no problems' : counted(problems.length, 'problem')}`,
  parts: [],
  ...(block.length === 0 ? {} : { paste: { where: LACKS, lines: block } }),
  problems,
});

/** What a pull says: what it wrote, and what the configuration lacks for it. */
export const gatewaysPulledText = ({
  written,
  kept,
  gateways,
  block,
}: {
  readonly written: readonly string[];
  /** Definitions that a pull would have taken things from. */
  readonly kept: readonly string[];
  readonly gateways: number;
  readonly block: readonly string[];
}): string =>
  `${written.map((file) => `wrote ${visible(file)}\n`).join('')}${kept.map((file) => `left ${visible(file)} as it is: its gateway is made from it. Name it to have it written over.\n`).join('')}${gateways} ${gateways === 1 ? 'gateway' : 'gateways'}, ${written.length === 0 ? 'nothing changed' : `${written.length} ${written.length === 1 ? 'file' : 'files'} written`}.\n${blockText(block)}`;
