import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CODE_OWNERS, codeOwnersProblems, type OwnedFolder, ownedFolders } from '../catalogue/code-owners.ts';
import { repositoryPath, runGit } from '../config/repository.ts';
import type { Settings } from '../config/settings.ts';
import type { Problem } from '../model/problem.ts';
import type { Catalogue } from '../running/catalogue.ts';

/** Texts of files from the repository's root: of the working tree, or of a commit. */
const rootReader = async (ref: string | undefined): Promise<(path: string) => Promise<string | undefined>> => {
  if (ref !== undefined) {
    return (path) => runGit('cat-file', 'blob', `${ref}:${path}`).catch(() => undefined);
  }
  const root = (await runGit('rev-parse', '--show-toplevel').catch(() => process.cwd())).trim();
  return (path) => readFile(join(root, path), 'utf8').catch(() => undefined);
};

/** The CODEOWNERS that GitHub reads, of the first place that has one. */
export const findCodeOwners = async (
  ref: string | undefined,
): Promise<{ readonly path: string; readonly text: string } | undefined> => {
  const read = await rootReader(ref);
  for (const path of CODE_OWNERS) {
    const text = await read(path);
    if (text !== undefined) return { path, text };
  }
  return undefined;
};

/** The owners of a catalogue's folders, as the configuration says. */
export const foldersOf = (
  settings: Pick<Settings, 'defaults' | 'owners' | 'aws'>,
  { tree, accounts }: Pick<Catalogue, 'tree' | 'accounts'>,
): readonly OwnedFolder[] => {
  const listed = settings.aws.accounts.type === 'list' ? settings.aws.accounts.accounts : [];
  return ownedFolders(settings, {
    accounts: [...listed, ...accounts.organization.keys()],
    paths: tree.keys(),
    facts: accounts,
  });
};

/**
 * Whether CODEOWNERS asks the owners that the configuration names, judged where GitHub reads it: in a review on the base.
 * A repository without the file has no review by code owners; doctor tells that.
 */
export const judgeCodeOwners = async (
  settings: Pick<Settings, 'defaults' | 'owners' | 'aws' | 'directory' | 'against'>,
  catalogue: Pick<Catalogue, 'tree' | 'accounts'>,
): Promise<readonly Problem[]> => {
  const folders = foldersOf(settings, catalogue);
  if (folders.length === 0) return [];
  const directory = await repositoryPath(settings.directory);
  const file = await findCodeOwners(settings.against);
  return file === undefined || directory === undefined ? [] : codeOwnersProblems(folders, { ...file, directory });
};
