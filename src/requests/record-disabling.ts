import { organizationAccounts } from '../catalogue/accounts-file.ts';
import { disableInText } from '../catalogue/edit-enabled.ts';
import { ENTRY_MERGE } from '../catalogue/entry-merge.ts';
import { slug } from '../catalogue/names.ts';
import { repositoryPath } from '../config/repository.ts';
import { knownBlobs } from '../forge/github/blobs.ts';
import { emptyCache } from '../forge/github/history.ts';
import { type ProposeResult, propose } from '../forge/github/propose.ts';
import type { Tree } from '../model/catalogue.ts';
import type { Origin } from '../model/registration.ts';
import { type ContentContext, contentOf } from './content.ts';

/** What is recorded: the entries that are switched off, and why. */
export interface Recording {
  readonly origins: readonly Origin[];
  readonly reason: string;
  /** The first path, for the names of branch and pull request. */
  readonly path: string;
  /** Texts at hand, so that they are not read again. */
  readonly tree: Tree;
}

/** A catalogue in which entries say that they are not enabled; files that can't say so are as they were. */
export const withDisabled = (tree: Tree, { origins, reason }: Pick<Recording, 'origins' | 'reason'>): Tree => {
  const after = new Map(tree);
  for (const { file, endpoint } of origins) {
    const text = after.get(file);
    const edited =
      text === undefined
        ? undefined
        : disableInText(file, text, { reason, ...(endpoint === undefined ? {} : { endpoint }) });
    if (edited !== undefined) after.set(file, edited);
  }
  return after;
};

/** Opens a pull request that records in git what was switched off. Rejects with SyncError github/*. */
export const recordDisabling = async (context: ContentContext, recording: Recording): Promise<ProposeResult> => {
  const { settings, repository } = context;
  const branch = `agentcore-sync/disable-${slug(recording.path.replaceAll('/', ' ')) || 'root'}`;
  const { base } = settings.request;
  const title = `Disable ${recording.path}`;
  const directory = (await repositoryPath(settings.directory)) ?? settings.directory;
  const own = { ...context, settings: { ...settings, request: { ...settings.request, title } } };
  return propose(repository, {
    ...(base === undefined ? {} : { base }),
    branch,
    directory,
    known: knownBlobs(recording.tree.values()),
    cache: emptyCache(),
    rules: ENTRY_MERGE,
    build: (start) => {
      const wanted = withDisabled(start.carried, recording);
      const { content } = contentOf(own, {
        directory,
        scope: { branch },
        base: start.base,
        wanted,
        outside: start.outside,
        unseen: [],
        organization: organizationAccounts(start.base),
        problems: [],
      });
      return { wanted, content };
    },
  });
};
