import type { Tree } from '../model/catalogue.ts';
import type { Problem } from '../model/problem.ts';
import { positionAt } from './characters.ts';
import type { Pointer } from './finding.ts';
import { parseSyntax } from './read.ts';
import { originalPointer } from './registry-form.ts';
import { type MapNode, type Node, pairOf, plainMap } from './syntax.ts';

/** Offset of the deepest thing that a pointer reaches: a pair's key, or an item of a list. */
const offsetOf = (root: Node, pointer: Pointer): number => {
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

interface Found {
  readonly file: string;
  readonly text: string;
  readonly root: MapNode;
}

const offsetIn = ({ root }: Found, pointer: Pointer): number =>
  offsetOf(root, pairOf(root, 'kind') === undefined ? originalPointer(pointer, plainMap(root)) : pointer);

/**
 * Adds line and column to the problems that have a pointer, by reading their files again: entries keep no positions, and
 * only what is shown is looked up. `directory` is the catalogue's, as in the problems' files.
 */
export const locateProblems = (tree: Tree, directory: string, problems: readonly Problem[]): readonly Problem[] => {
  let last: Found | undefined;
  const find = (file: string): Found | undefined => {
    if (last?.file === file) return last;
    const text = tree.get(file.slice(directory.length + 1));
    const syntax = text === undefined ? undefined : parseSyntax(file, text);
    last = syntax && 'root' in syntax && text !== undefined ? { file, text, root: syntax.root } : undefined;
    return last;
  };
  return problems.map((problem) => {
    const { place } = problem;
    if (place === undefined || place.line !== undefined) return problem;
    const found = find(place.file);
    if (found === undefined) return problem;
    return { ...problem, place: { ...place, ...positionAt(found.text, offsetIn(found, place.pointer ?? [])) } };
  });
};
