import { type Position, positionsIn } from '../document/characters.ts';
import type { Pointer } from '../document/finding.ts';
import { offsetOf } from '../document/offset.ts';
import { parseSyntax } from '../document/read.ts';
import { type MapNode, pairOf, plainMap } from '../document/syntax.ts';
import type { Tree } from '../model/catalogue.ts';
import type { Problem } from '../model/problem.ts';
import { originalPointer, type RegistryRules } from './registry-rules.ts';

interface Found {
  readonly file: string;
  readonly position: (offset: number) => Position;
  readonly root: MapNode;
}

const offsetIn = ({ root }: Found, pointer: Pointer, registries: Pick<RegistryRules, 'forms'>): number =>
  offsetOf(root, pairOf(root, 'kind') === undefined ? originalPointer(registries, pointer, plainMap(root)) : pointer);

/**
 * Adds line and column to the problems that have a pointer, by reading their files again: entries keep no positions, and
 * only what is shown is looked up. `directory` is the catalogue's, as in the problems' files.
 */
export const locateProblems = (
  tree: Tree,
  { directory, registries }: { readonly directory: string; readonly registries: Pick<RegistryRules, 'forms'> },
  problems: readonly Problem[],
): readonly Problem[] => {
  let last: Found | undefined;
  const find = (file: string): Found | undefined => {
    if (last?.file === file) return last;
    const text = tree.get(file.slice(directory.length + 1));
    const syntax = text === undefined ? undefined : parseSyntax(file, text);
    last =
      syntax && 'root' in syntax && text !== undefined
        ? { file, position: positionsIn(text), root: syntax.root }
        : undefined;
    return last;
  };
  return problems.map((problem) => {
    const { place } = problem;
    if (place === undefined || place.line !== undefined) return problem;
    const found = find(place.file);
    if (found === undefined) return problem;
    return { ...problem, place: { ...place, ...found.position(offsetIn(found, place.pointer ?? [], registries)) } };
  });
};
