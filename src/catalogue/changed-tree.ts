import type { FileChange, Tree } from '../model/catalogue.ts';

/** The catalogue as it will be once the changes are written; the tree that is given stays as it is. */
export const changedTree = (tree: Tree, changes: readonly FileChange[]): Tree => {
  const after = new Map(tree);
  for (const change of changes) {
    if (change.action === 'replace') after.delete(change.from);
    if (change.action === 'delete') after.delete(change.path);
    else after.set(change.path, change.text);
  }
  return after;
};
