import { visible } from './visible.ts';

/** What the configuration lacks, as it belongs there. */
const blockText = (block: readonly string[]): string =>
  block.length === 0
    ? ''
    : `\nTo allow what they name, in a pull request of its own, add to agentcore-sync.yaml:\n\n${block.map(visible).join('\n')}\n`;

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

/** What a check of definitions says on standard output; the problems stand on standard error. */
export const gatewaysText = ({
  checked,
  problems,
  block,
}: {
  readonly checked: number;
  readonly problems: number;
  /** Lines that the configuration lacks. */
  readonly block: readonly string[];
}): string => {
  const head = `${checked} ${checked === 1 ? 'definition' : 'definitions'}, ${problems === 0 ? 'no problems' : problems === 1 ? '1 problem' : `${problems} problems`}.\n`;
  return `${head}${blockText(block)}`;
};

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
