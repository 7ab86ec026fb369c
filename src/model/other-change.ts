/** What git keeps at a path. `program`: a file that may be run. */
export type PathKind = 'file' | 'program' | 'link' | 'submodule' | 'folder';

/** A path that a request changes and that is no entry: workflows, roles, configuration, links, whatever it is. */
export interface OtherChange {
  /** From the repository's root. */
  readonly path: string;
  /** Absent where nothing was there. */
  readonly before?: PathKind;
  /** Absent where nothing is left. */
  readonly after?: PathKind;
}

/** Kind of a tree's item by its mode, six octal digits. https://git-scm.com/docs/git-fast-import */
export const pathKind = (mode: string): PathKind => {
  switch (mode) {
    case '100755':
      return 'program';
    case '120000':
      return 'link';
    case '160000':
      return 'submodule';
    case '040000':
      return 'folder';
    default:
      return 'file';
  }
};
