/** What of package.json a release is judged by. */
export interface Manifest {
  readonly version: string;
  readonly repository?: string | { readonly url?: string };
}

export interface Wanted {
  /** The tag's name. */
  readonly tag: string;
  /** `owner/name` of the repository that releases, where it is known. */
  readonly repository: string | undefined;
  /** Whether the package goes to npm's registry too. */
  readonly publishes: boolean;
}

/** Why these files must not be released; undefined when they may. */
export const refusalOf = ({ version, repository }: Manifest, wanted: Wanted): string | undefined => {
  if (wanted.tag !== `v${version}`) {
    return `the tag is "${wanted.tag}", and package.json has version ${version}: expected the tag v${version}`;
  }
  if (!wanted.publishes) return undefined;
  const url = (typeof repository === 'string' ? repository : repository?.url) ?? '';
  const [, named] = /^(?:github:|git\+https:\/\/github\.com\/)([^/]+\/[^/]+?)(?:\.git)?$/.exec(url) ?? [];
  if (wanted.repository !== undefined && named === wanted.repository) return undefined;
  return (
    `package.json: expected "repository" to name ${wanted.repository ?? 'the repository that releases'}, met "${url}": ` +
    'npm refuses the provenance of a package that names another one'
  );
};
