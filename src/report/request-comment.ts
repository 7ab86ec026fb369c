import type { Review } from '../model/review.ts';
import { type Block, renderDocument } from './document.ts';
import { changeBlocks, outsideTable, placesTable } from './request-body.ts';
import { sourcesTable } from './review-tables.ts';

/** Places that nothing else confirms, what is no entry, tokens that go somewhere new, sources that changed: what no plan shows. */
const reviewBlocks = (review: Review): readonly Block[] => [
  placesTable(review.places),
  outsideTable(review.outside),
  ...changeBlocks({ changes: review.covered, outside: [], places: [], unseen: [], problems: [] }).filter(
    (block) => block.type === 'table' && block.folded !== true,
  ),
  sourcesTable(review),
];

/**
 * A command's Markdown behind what its review found, together in at most `limit` bytes.
 * @param rest the command's own, in the bytes that it is given
 */
export const withReview = (review: Review | undefined, limit: number, rest: (limit: number) => string): string => {
  if (review === undefined) return rest(limit);
  const first = renderDocument(reviewBlocks(review), Math.floor(limit / 2));
  return first === '' ? rest(limit) : `${first}\n${rest(limit - Buffer.byteLength(first) - 1)}`;
};
