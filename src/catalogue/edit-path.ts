import { isDeepStrictEqual } from 'node:util';
import { quoteJson } from '../document/characters.ts';
import { parseSyntax } from '../document/read.ts';
import { type MapNode, type Node, pairOf, plain } from '../document/syntax.ts';
import { yamlScalar } from './yaml-text.ts';

const pathNode = (root: MapNode): Node | undefined => {
  const registration = pairOf(root, 'registration')?.value;
  return registration?.type === 'map' ? pairOf(registration, 'path')?.value : undefined;
};

const withPath = (root: MapNode, path: string): unknown => {
  const value = plain(root);
  const registration = pairOf(root, 'registration');
  return typeof value === 'object' && registration
    ? { ...value, registration: { ...Object(plain(registration.value)), path } }
    : value;
};

/**
 * Replaces the value of `registration.path` in an entry's text, and not one byte besides. undefined where the text has no
 * such value, or where something else would change with it.
 */
export const editPath = (file: string, text: string, path: string): string | undefined => {
  const before = parseSyntax(file, text);
  if ('faults' in before) return undefined;
  const node = pathNode(before.root);
  if (node?.type !== 'scalar') return undefined;
  const scalar = before.root.flow || /^["']/.test(text.slice(node.start)) ? quoteJson(path) : yamlScalar(path);
  const result = text.slice(0, node.start) + scalar + text.slice(node.end);
  const after = parseSyntax(file, result);
  return 'root' in after && isDeepStrictEqual(plain(after.root), withPath(before.root, path)) ? result : undefined;
};
