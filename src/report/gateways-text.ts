import { visible } from './visible.ts';

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
  if (block.length === 0) return head;
  return `${head}\nTo allow what they name, in a pull request of its own, add to agentcore-sync.yaml:\n\n${block.map(visible).join('\n')}\n`;
};
