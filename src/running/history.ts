import { isSafePath } from '../catalogue/layout.ts';
import { resolveCommit } from '../catalogue/read-history.ts';
import { registeredPaths } from '../catalogue/registered-paths.ts';
import { pathInHistory } from '../catalogue/repository-path.ts';
import { type HadTogether, trustedMarks } from '../engine/ownership.ts';
import type { FileHistory } from '../forge/github/file-history.ts';
import type { Registration } from '../model/registration.ts';
import { isWorkflow } from '../model/run-facts.ts';
import type { CommandContext } from './context.ts';

/** Files that one run asks about: marks are text that strangers may write by the thousand. */
const MOST_FILES = 500;
/** Versions of a file that are read at first: that which removed it, as a rule. */
const FIRST = 2;

/** Where the catalogue's history is read from. */
export interface CatalogueHistory {
  readonly history: FileHistory;
  /** The catalogue's directory from the repository's root. */
  readonly folder: string;
  readonly tip: string;
}

/**
 * Whether a file of the default branch's history once registered a path: the commits that changed the file, and what was
 * there before each. At most a hundred versions of a file, and 500 files a run, are looked at; beyond them the answer is no.
 */
export const hadTogether = ({ history, folder, tip }: CatalogueHistory): HadTogether => {
  const asked = new Set<string>();
  const registers = async (file: string, path: string, shas: readonly string[]): Promise<boolean> => {
    const texts = await history.textsAt(shas.map((commit) => ({ commit, path: `${folder}/${file}` })));
    return texts.some((text) => text !== undefined && registeredPaths(file, text).includes(path));
  };
  return async (file, path) => {
    asked.add(file);
    if (!isSafePath(file) || asked.size > MOST_FILES) return false;
    const commits = await history.commitsOf(`${folder}/${file}`, tip, 1);
    const versions = [...new Set(commits.flatMap(({ sha, parents }) => [sha, ...parents.slice(0, 1)]))];
    return (
      (await registers(file, path, versions.slice(0, FIRST))) || (await registers(file, path, versions.slice(FIRST)))
    );
  };
};

/**
 * Runs `work` with what is known of files and paths that the catalogue had before: in a workflow by the history of the
 * default branch, which nobody who writes to the registry can forge; on a command line a person vouches for the marks.
 * @throws SyncError github where the history can't be read
 */
export const withHistory = async <Result>(
  context: CommandContext,
  registrations: readonly Registration[],
  work: (had: HadTogether) => Promise<Result>,
): Promise<Result> => {
  if (!isWorkflow(context)) return work(trustedMarks(registrations));
  const { withRepository } = await import('../forge/github/open.ts');
  const { openFileHistory } = await import('../forge/github/file-history.ts');
  return withRepository(context, async (repository) =>
    work(
      hadTogether({
        history: openFileHistory(repository),
        folder: await pathInHistory(context.settings.directory),
        tip: await resolveCommit('.', 'HEAD'),
      }),
    ),
  );
};
