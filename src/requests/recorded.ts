import { treeChanges } from '../catalogue/change-risk.ts';
import { writeDirectory } from '../catalogue/write-directory.ts';
import { runAddress } from '../forge/github/environment.ts';
import { SyncError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import type { Registration } from '../model/registration.ts';
import type { Catalogue } from '../running/catalogue.ts';
import type { CommandContext } from '../running/context.ts';
import { withDisabled } from './record-disabling.ts';

/** The reason of whoever disables. Throws SyncError usage/missing-option. */
export const requireReason = ({ settings }: CommandContext): string => {
  const { reason } = settings.apply;
  if (reason === undefined) {
    throw new SyncError('usage', 'missing-option', 'disable: expected a reason, met none', {
      hint: 'Give --reason with one line: it stands in the registration and in its file.',
    });
  }
  return reason;
};

/** Where git tells of it: a pull request, files of the working directory, or nowhere yet. */
export interface Recorded {
  readonly files: readonly string[];
  readonly request?: { readonly number: number; readonly url: string };
  /** Another job records it. */
  readonly later?: true;
}

const notRecorded = (file: string): Problem => ({
  rule: 'disabled-at-once',
  severity: 'error',
  place: { file },
  subject: file,
  text: `${file}: expected a place for registration.enabled, met none.`,
  hint: 'Write registration.enabled: false there by hand.',
});

interface Recording extends Recorded {
  readonly problems: readonly Problem[];
  /** The pull request as the job that checks it takes it, where its head is new. */
  readonly opened?: readonly object[];
}

/** Records it where git finds it: in Actions by a pull request, on a command line in the working directory. */
export const record = async (
  context: CommandContext,
  catalogue: Catalogue,
  chosen: readonly Registration[],
): Promise<Recording> => {
  const { settings, actions } = context;
  const reason = requireReason(context);
  const origins = chosen.map(({ origin }) => origin);
  const says = (file: string): boolean => chosen.some(({ origin, enabled }) => origin.file === file && !enabled);
  const after = withDisabled(catalogue.tree, { origins, reason });
  const changes = treeChanges(catalogue.tree, after);
  const changed = new Set(changes.map(({ path }) => path));
  const problems = [...new Set(origins.map(({ file }) => file))]
    .filter((file) => !changed.has(file) && !says(file))
    .map((file) => notRecorded(`${settings.directory}/${file}`));
  const files = [...changed];
  if (files.length === 0) return { files, problems };
  if (!actions) {
    await writeDirectory(settings.directory, changes);
    return { files, problems };
  }
  const { withRepository } = await import('../forge/github/open.ts');
  const { recordDisabling } = await import('./record-disabling.ts');
  const result = await withRepository(context, (repository) =>
    recordDisabling(
      { settings, run: runAddress(context.run), repository, registries: catalogue.registries },
      { origins, reason, path: chosen[0]?.path ?? '', tree: catalogue.tree },
    ),
  );
  const request = result.operation === 'none' ? result.request : result;
  const isNew = result.operation === 'created' || result.operation === 'updated';
  const { notes: _, ...opened } = result;
  return {
    files,
    problems,
    opened: isNew ? [opened] : [],
    ...(request === undefined ? {} : { request: { number: request.number, url: request.url } }),
  };
};
