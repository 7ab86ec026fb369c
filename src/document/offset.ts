import type { Pointer } from './finding.ts';
import { type Node, pairOf } from './syntax.ts';

/** Offset of the deepest thing that a pointer reaches: a pair's key, or an item of a list. */
export const offsetOf = (root: Node, pointer: Pointer): number => {
  let node = root;
  let offset = root.start;
  for (const part of pointer) {
    if (node.type === 'map') {
      const pair = pairOf(node, `${part}`);
      if (pair === undefined) return offset;
      offset = pair.start;
      node = pair.value;
    } else if (node.type === 'list' && typeof part === 'number') {
      const item = node.items[part];
      if (item === undefined) return offset;
      offset = item.start;
      node = item;
    } else return offset;
  }
  return offset;
};
