import type { EntryChange } from '../model/entry-change.ts';
import type { Plan } from '../model/plan.ts';
import { renderDocument } from './document.ts';
import { planMarkdown } from './plan-markdown.ts';
import { changeBlocks } from './request-body.ts';

/** What a review tells: the plan against the base, and what no plan shows. */
export interface Review {
  readonly plan: Plan;
  /** Settings that the request changes. */
  readonly settings: readonly string[];
  /** Entries for which a client newly would be asked for a token. */
  readonly covered: readonly EntryChange[];
}

/** The review as Markdown in at most `limit` bytes: changed settings and new tokens, then the plan, riskiest first. */
export const reviewMarkdown = ({ plan, settings, covered }: Review, limit: number): string => {
  const blocks = changeBlocks({ changes: covered, outside: settings, problems: [] }).filter(
    (block) => block.type === 'table' && block.folded !== true,
  );
  const first = renderDocument(blocks, Math.floor(limit / 2));
  const rest = planMarkdown(plan, { limit: limit - Buffer.byteLength(first) - 1 });
  return first === '' ? rest : `${first}\n${rest}`;
};
