import type { BranchText } from '../forge/github/branch-file.ts';
import { textDigest } from '../model/canonical.ts';
import { SyncError } from '../model/errors.ts';
import type { TextKeeper } from '../registries/kind.ts';
import type { CommandContext } from './context.ts';

/** Where jobs keep what their folders would lose. */
const BRANCH = 'agentcore-site';

/** What was read of a branch: its commit, and the digest of the text there. */
interface Seen extends Pick<BranchText, 'commit'> {
  readonly digest?: string;
}

/** Keeps a text in the repository: a runner's folder is gone after the job. */
export const branchKeeper = (context: CommandContext, path: string): TextKeeper => {
  const file = { branch: BRANCH, path };
  const where = `the branch ${BRANCH}`;
  const seen = new Map<'last', Seen>();
  const github = async () => {
    const [{ withRepository }, files] = await Promise.all([
      import('../forge/github/open.ts'),
      import('../forge/github/branch-file.ts'),
    ]);
    const { readBranchFile, writeBranchFile } = files;
    return { withRepository, readBranchFile, writeBranchFile };
  };
  const read = async (): Promise<{ readonly text: string | undefined; readonly now: Seen }> => {
    const { withRepository, readBranchFile } = await github();
    const { commit, text } = await withRepository(context, (repository) => readBranchFile(repository, file));
    const now = {
      ...(commit === undefined ? {} : { commit }),
      ...(text === undefined ? {} : { digest: textDigest(text) }),
    };
    seen.set('last', now);
    return { text, now };
  };
  return {
    where,
    read: async () => (await read()).text,
    write: async (text, expected) => {
      const before = seen.get('last') ?? (await read()).now;
      if (before.digest !== expected) {
        throw new SyncError(
          'registry',
          'conflict',
          `keep the site's state on ${where}: another run wrote it meanwhile`,
          {
            hint: 'Run again: the plan is made anew.',
          },
        );
      }
      const { withRepository, writeBranchFile } = await github();
      await withRepository(context, (repository) =>
        writeBranchFile(repository, file, { text, before, message: 'Keep the state of the site' }),
      );
      seen.clear();
    },
  };
};
